from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from overtone.assess.assessment import assess
from overtone.records import Citation
from overtone.registry.judgements import Judgements
from tests.assess.judged import DAY, forecast, item, ratios, rivals
from tests.assess.ledger import known
from tests.assess.test_indicators import SAID, SIGN
from tests.assess.test_questions import QUESTION, answer
from tests.build import statement

TALK = statement("lukashenko", "The grouping defends us.", on="2022-10-12")
CITED = Citation(document=f"kremlin/{TALK.document.key}", quote="defends us")
SET = replace(rivals("a=.5 b=.5"), items=(item("x: a=3 b=1", cited=(CITED,)),))


def judgements(**more: Any) -> Judgements:
    parts: dict[str, Any] = {"questions": {}, "indicators": {}, "hypotheses": {"set": SET}, "forecasts": {}}
    return Judgements(**parts | more, digest="d")


def test_a_lit_indicator_is_evidence_and_a_dark_one_is_its_own() -> None:
    dark = replace(SIGN, dark=ratios("a=.5 b=2"))
    for base, rows, leader in (
        (known(TALK, SAID), {"x", "indicator:i"}, "a"),
        (known(TALK, alive=["kremlin"], day="2022-12-01"), {"x", "indicator:i"}, "b"),
    ):
        (found,) = assess(judgements(indicators={"i": dark}), base).hypotheses
        assert {row.item for row in found.grid.rows} == rows
        assert found.weighed.leader == leader


def test_an_unobserved_indicator_says_nothing_and_is_told() -> None:
    (found,) = assess(judgements(indicators={"i": SIGN}), known(TALK)).hypotheses
    assert found.left_out == (("indicator:i", "no-living-source"),)
    (dark,) = assess(judgements(indicators={"i": SIGN}), known(TALK, alive=["kremlin"])).hypotheses
    assert dark.left_out == (("indicator:i", "no-ratio"),)


def test_evidence_that_cannot_be_shown_does_not_count() -> None:
    unseen = replace(SET, items=(item("x: a=3 b=1", cited=(Citation(document="diary/x", quote="x"),)),))
    (found,) = assess(judgements(hypotheses={"set": unseen}), known(TALK)).hypotheses
    assert found.left_out == (("x", "source-not-held"),)
    assert [one.probability for one in found.weighed.standings] == pytest.approx([0.5, 0.5])


def test_an_answer_that_cannot_be_shown_neither_answers_nor_closes() -> None:
    unseen = (Citation(document="diary/x", quote="x"),)
    partly = replace(answer(False), cited=(CITED,))
    closed = replace(QUESTION, answers=(partly, replace(answer(True), cited=unseen)), closed_on=DAY, closed_by=unseen)
    (found,) = assess(judgements(questions={"q": closed}), known(TALK)).questions
    assert found.state == "partly-answered"
    assert found.question.answers == (partly,)
    shown = replace(closed, closed_by=(CITED,))
    (found,) = assess(judgements(questions={"q": shown}), known(TALK)).questions
    assert found.state == "closed"


def test_each_probability_comes_with_its_word() -> None:
    (found,) = assess(judgements(), known(TALK)).hypotheses
    told = {key: (one.word, round(one.probability, 3)) for key, one in found.words}
    assert told == {"a": ("likely", 0.625), "b": ("unlikely", 0.375)}


def test_a_forecast_past_its_day_without_an_outcome_is_overdue() -> None:
    open_still = forecast("2022-10-01=.3")
    for day, state in (("2022-12-31", "open"), ("2023-01-01", "overdue")):
        (found,) = assess(judgements(forecasts={"f": open_still}), known(TALK, day=day)).forecasts
        assert (found.state, found.score, found.now.word) == (state, None, "unlikely")


def test_hindsight_enters_neither_record_nor_calibration() -> None:
    plain = {f"f{n}": forecast("2022-10-01=.9", "yes", "2022-10-05", key=f"f{n}") for n in range(12)}
    counted = assess(judgements(forecasts=plain), known(TALK))
    assert counted.record is not None
    assert counted.reliability is not None
    late = {
        key: replace(one, history=tuple(replace(e, entered_on=date(2023, 1, 1)) for e in one.history))
        for key, one in plain.items()
    }
    found = assess(judgements(forecasts=late), known(TALK))
    assert (found.record, found.reliability) == (None, None)
    assert all(one.score is not None and one.score.hindsight for one in found.forecasts)


def test_without_judgements_there_is_an_empty_assessment() -> None:
    found = assess(judgements(hypotheses={}), known())
    assert (found.questions, found.hypotheses, found.record) == ((), (), None)
