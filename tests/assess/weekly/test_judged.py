"""Judgements bear their mark; what the ledger shows stands on its rows; words of likelihood have their number."""

from dataclasses import replace
from datetime import date

import pytest

from overtone.assess.assessment import Assessment, assess
from overtone.assess.weekly import Week
from overtone.assess.weekly.judged import forecasts, hypotheses, indicators, named, questions
from overtone.brief.wording import FORMATS
from overtone.records import Answer, Citation, Forecast, Hypotheses, Indicator, Look, Names, Question
from overtone.registry.judgements import Judgements
from tests.assess.judged import DAY, forecast, names, rivals
from tests.assess.ledger import known
from tests.assess.weekly.made import slots, week
from tests.build import Page, statement

SAID = statement(
    "tumar", "A defensive project meant to guard the border.", on="2022-10-14", topics=("regional-grouping",)
)
LOOK = Look(of="statements", actors=("tumar",), since=date(2022, 10, 1))
CITED = Citation(document=f"kremlin/{SAID.document.key}", quote="meant to guard the border")
UNKNOWN = Citation(document="elsewhere/page", quote="words")


def question(on: str = "2022-10-16", closed: str = "", *answers: Answer) -> Question:
    closed_on = date.fromisoformat(closed) if closed else None
    return Question(
        id="q",
        names=names("What is it for?"),
        on=date.fromisoformat(on),
        entered_on=DAY,
        by="Belarus in Focus",
        rule="",
        moves="",
        owner="desk",
        review_on=DAY,
        look=LOOK,
        answers=answers,
        closed_on=closed_on,
        closed_by=(CITED,) if closed else (),
        reference="https://example.org/",
    )


def answer(cited: Citation = CITED, *, complete: bool = False) -> Answer:
    return Answer(on=DAY, entered_on=DAY, by="desk", names=names("A guard."), complete=complete, cited=(cited,))


def indicator(actor: str = "tumar", source: str = "kremlin") -> Indicator:
    return Indicator(
        id="i",
        names=names("He speaks of it"),
        on=date(2022, 10, 1),
        entered_on=DAY,
        by="desk",
        definition="",
        trigger=Look(of="statements", actors=(actor,), sources=(source,)),
        expires_days=14,
        until=None,
        base=0.02,
        base_from="counted",
        hypotheses="",
        lit=(),
        dark=(),
        origin="",
        reference="https://example.org/",
    )


def judged(*items: Question | Indicator | Hypotheses | Forecast, alive: bool = True, page: Page = SAID) -> Week:
    """A week with these judgements; the source of its page was seen alive, or was not."""

    files = Judgements(
        questions={one.id: one for one in items if isinstance(one, Question)},
        indicators={one.id: one for one in items if isinstance(one, Indicator)},
        hypotheses={one.id: one for one in items if isinstance(one, Hypotheses)},
        forecasts={one.id: one for one in items if isinstance(one, Forecast)},
        digest="",
    )
    found: Assessment = assess(files, known(page, alive=("kremlin",) if alive else ()))
    return week(assessment=found)


def test_without_an_assessment_nothing_is_judged() -> None:
    assert [kind(week()) for kind in (questions, indicators, hypotheses, forecasts)] == [([], 0)] * 4


def test_a_question_of_the_week_has_no_age_and_shows_what_may_answer_it() -> None:
    (found,), _ = questions(judged(question()))
    assert (found.key, found.mark, slots(found)["n"]) == ("question-new", "analysis", "1")
    (older,), _ = questions(judged(question("2022-10-03")))
    assert (older.key, slots(older)["age"], slots(older)["n"]) == ("question-open", "13", "1")
    assert [e.row for e in older.evidence] == [SAID.said.id]


def test_an_answer_whose_words_are_found_rests_on_them() -> None:
    found, _ = questions(judged(question("2022-10-16", "", answer())))
    assert [(f.key, f.mark) for f in found] == [("question-new", "analysis"), ("answer-part", "observed")]
    assert found[1].evidence[0].row == SAID.said.id


def test_an_answer_that_cannot_be_shown_is_not_told() -> None:
    assert len(questions(judged(question("2022-10-16", "", answer(UNKNOWN))))[0]) == 1


def test_a_closed_question_rests_on_what_closed_it() -> None:
    (found,), _ = questions(judged(question("2022-10-03", "2022-10-15")))
    assert (found.key, slots(found)["age"]) == ("question-closed", "12")
    assert [e.row for e in found.evidence] == [SAID.said.id]


def test_a_lit_indicator_is_observed_in_what_lit_it() -> None:
    (found,), _ = indicators(judged(indicator()))
    assert (found.key, found.mark) == ("indicator-lit", "observed")
    assert (slots(found)["date"], slots(found)["until"]) == ("2022-10-14", "2022-10-28")
    assert [e.row for e in found.evidence] == [SAID.said.id]


def test_dark_and_not_observed_are_two_things() -> None:
    (dark,), _ = indicators(judged(indicator("peskov")))
    (unseen,), _ = indicators(judged(indicator("peskov"), alive=False))
    assert (dark.key, dark.mark, slots(dark)["seen"]) == ("indicator-dark", "analysis", "1.0")
    assert (unseen.key, unseen.mark, slots(unseen)["reason"]) == ("indicator-unseen", "limit", "no-living-source")


def test_explanations_stand_by_rank_with_what_they_were_before_the_evidence() -> None:
    whole = rivals("a=.5 b=.5", "x: a=.5 b=2")
    items = tuple(replace(item, cited=(CITED,)) for item in whole.items)
    found, _ = hypotheses(judged(replace(whole, items=items)))
    assert [f.key for f in found] == ["contest-turns", "hypothesis", "hypothesis"]
    assert {f.mark for f in found} == {"analysis"}
    assert found[0].evidence[0].row == SAID.said.id
    assert [slots(f)["hypothesis"].split("\x1f")[0] for f in found[1:]] == ["b", "a"]
    assert [slots(f)["usual"] for f in found[1:]] == ["0.5", "0.5"]


@pytest.mark.parametrize(
    ("outcome", "settled", "key"),
    [
        ("", "", "forecast-open"),
        ("yes", "2022-10-10", "forecast-yes"),
        ("no", "2022-10-10", "forecast-no"),
        ("void", "2022-10-10", "forecast-void"),
    ],
)
def test_a_forecast_tells_its_state_and_its_likelihood(outcome: str, settled: str, key: str) -> None:
    (found,), _ = forecasts(judged(forecast("2022-10-01=.3", outcome, settled)))
    assert (found.key, found.mark, slots(found)["chance"]) == (key, "analysis", "0.3")


def test_what_waits_stands_before_what_is_settled() -> None:
    one = forecast("2022-10-01=.3", "yes", "2022-10-10", key="a")
    found, _ = forecasts(judged(one, forecast("2022-10-01=.6", key="b")))
    assert [f.key for f in found] == ["forecast-open", "forecast-yes"]


def test_every_likelihood_is_written_with_its_word_and_number() -> None:
    assert "likelihood" in FORMATS
    assert named(Names(en=("one",), ru=("два",), be=("тры",))) == ("names", "one\x1fдва\x1fтры")
