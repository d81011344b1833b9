"""Open questions: how old each is, what has been answered, and what in the ledger might answer it.

A candidate is only words that fit what the question looks for: whether they answer it is the analyst's judgement.
"""

from dataclasses import dataclass, replace

from overtone.assess.known import Known
from overtone.assess.looking import Hit, hits
from overtone.records import Question

STALE_DAYS = 90  # open for longer: listed in public

OPEN, PARTLY, CLOSED = "open", "partly-answered", "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An open question on a day."""

    question: Question
    state: str  # open | partly-answered | closed
    age_days: int  # to the day, or to the day it was closed
    stale: bool
    review_due: bool
    candidates: tuple[Hit, ...]  # since it was asked, the newest first


def asked(question: Question, known: Known) -> Asked:
    """The state of one question."""
    closed = question.closed_on
    end = closed or known.day
    look = replace(question.look, since=question.look.since or question.on)
    found = tuple(reversed(hits(look, known)))
    complete = any(answer.complete for answer in question.answers)
    partly = PARTLY if question.answers else OPEN
    age = (end - question.on).days
    return Asked(
        question=question,
        state=CLOSED if closed or complete else partly,
        age_days=age,
        stale=closed is None and age > STALE_DAYS,
        review_due=closed is None and question.review_on <= known.day,
        candidates=tuple(hit for hit in found if hit.on <= end),
    )
