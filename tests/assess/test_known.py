from dataclasses import replace
from datetime import date

from overtone.assess.known import as_known
from overtone.records import Citation
from overtone.registry.judgements import Judgements
from tests.assess.judged import forecast, item, rivals
from tests.assess.test_indicators import SIGN
from tests.assess.test_questions import QUESTION, answer

SET = replace(rivals("a=.5 b=.5"), items=(item("x: a=2 b=1"), item("y: a=1 b=2", on=date(2022, 10, 20))))
ALL = Judgements(
    questions={
        "q": replace(QUESTION, answers=(answer(False),), closed_on=date(2022, 11, 1), closed_by=(Citation(row="1"),))
    },
    indicators={"i": replace(SIGN, until=date(2022, 10, 18))},
    hypotheses={"set": SET},
    forecasts={"f": forecast("2022-10-01=.3 2022-10-20=.6", "yes", "2022-11-05")},
    digest="",
)


def test_a_judgement_dated_after_the_day_is_not_seen() -> None:
    early = as_known(ALL, date(2022, 9, 1))
    assert [dict(one) for one in (early.questions, early.indicators, early.hypotheses, early.forecasts)] == [{}] * 4


def test_what_happened_later_is_taken_off_a_judgement() -> None:
    found = as_known(ALL, date(2022, 10, 17))
    assert (found.questions["q"].closed_on, found.questions["q"].closed_by) == (None, ())
    assert [one.id for one in found.hypotheses["set"].items] == ["x"]
    assert [one.probability for one in found.forecasts["f"].history] == [0.3]
    assert (found.forecasts["f"].outcome, found.forecasts["f"].settled_on) == ("", None)


def test_the_answer_of_a_later_day_is_not_seen() -> None:
    assert as_known(ALL, date(2022, 10, 15)).questions["q"].answers == ()
    assert len(as_known(ALL, date(2022, 10, 16)).questions["q"].answers) == 1


def test_afterwards_everything_is_there() -> None:
    found = as_known(ALL, date(2023, 1, 1))
    assert found.questions["q"].closed_on == date(2022, 11, 1)
    assert found.forecasts["f"].outcome == "yes"


def test_an_indicator_is_watched_up_to_its_last_day() -> None:
    assert as_known(ALL, date(2022, 10, 18)).indicators
    assert not as_known(ALL, date(2022, 10, 19)).indicators


def test_what_was_written_down_after_the_cut_is_not_seen_whatever_day_it_is_of() -> None:
    hindsight = replace(ALL, questions={"q": replace(QUESTION, entered_on=date(2026, 1, 1))})
    assert as_known(hindsight, date(2022, 10, 17)).questions
    assert not as_known(hindsight, date(2022, 10, 17), date(2022, 10, 17)).questions
    late = replace(SET, items=(replace(SET.items[0], entered_on=date(2023, 1, 1)),))
    found = as_known(replace(ALL, hypotheses={"set": late}), date(2022, 10, 17), date(2022, 10, 17))
    assert found.hypotheses["set"].items == ()
