from dataclasses import replace
from datetime import date

from overtone.assess.questions import CLOSED, OPEN, PARTLY, asked
from overtone.records import Answer, Citation, Look, Question
from tests.assess.judged import DAY, names
from tests.assess.ledger import known
from tests.build import statement

QUESTION = Question(
    id="q",
    names=names("What is it for?"),
    on=date(2022, 10, 10),
    entered_on=date(2022, 10, 10),
    by="desk",
    rule="An order.",
    moves="",
    owner="desk",
    review_on=date(2022, 12, 31),
    look=Look(of="statements", topics=("regional-grouping",)),
    answers=(),
    closed_on=None,
    closed_by=(),
    reference="https://example.org/",
)


def answer(complete: bool) -> Answer:
    return Answer(
        on=DAY, entered_on=DAY, by="desk", names=names("Defence."), complete=complete, cited=(Citation(row="1"),)
    )


def test_age_is_told_and_a_long_open_question_is_stale() -> None:
    assert asked(QUESTION, known()).age_days == 6
    assert not asked(QUESTION, known(day="2023-01-08")).stale
    assert asked(QUESTION, known(day="2023-01-09")).stale
    assert asked(QUESTION, known(day="2023-01-09")).review_due


def test_candidates_are_what_was_said_since_it_was_asked_the_newest_first() -> None:
    pages = [
        statement("lukashenko", "A grouping.", on=on, topics=("regional-grouping",))
        for on in ("2022-10-09", "2022-10-10", "2022-10-14")
    ]
    found = asked(QUESTION, known(*pages))
    assert [hit.on.day for hit in found.candidates] == [14, 10]


def test_a_question_is_open_partly_answered_or_closed() -> None:
    assert asked(QUESTION, known()).state == OPEN
    assert asked(replace(QUESTION, answers=(answer(False),)), known()).state == PARTLY
    assert asked(replace(QUESTION, answers=(answer(True),)), known()).state == CLOSED


def test_a_closed_question_stops_ageing() -> None:
    closed = replace(QUESTION, closed_on=date(2022, 10, 12), closed_by=(Citation(row="1"),))
    found = asked(closed, known(day="2023-06-01"))
    assert (found.state, found.age_days, found.stale) == (CLOSED, 2, False)
