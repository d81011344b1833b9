"""What was known on a day: the ledger's evidence up to it, and the judgements made and written down by then."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from overtone.records import (
    Abstention,
    Document,
    Encounter,
    Forecast,
    Question,
    Signal,
    Statement,
    Vote,
)
from overtone.registry.judgements import Judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The evidence an assessment has before it. `day` is the last day that counts."""

    day: date
    statements: tuple[Statement, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    votes: tuple[Vote, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)  # of all rows here, and those that judgements cite
    signals: tuple[tuple[date, Signal | Abstention], ...] = ()  # last day of the window, measured value
    seen: Mapping[str, frozenset[date]] = field(default_factory=dict)  # source → days on which it was seen alive
    selected: frozenset[str] = frozenset()  # sources whose documents were picked by hand: an absence in them is nothing
    held: frozenset[str] = frozenset()  # sources the ledger holds anything of, whenever it was learnt
    later: frozenset[str] = frozenset()  # "source/key" and ids that the ledger learnt after the cut


def as_known(judgements: Judgements, day: date, cut: date | None = None) -> Judgements:
    """The judgements of `day` and before, and of these what was written down by the end of the day `cut`.

    Without a cut everything written down counts: what is known now of that day. What happened later to a judgement, an
    outcome or an answer, is taken off it.
    """

    def kept(on: date, entered_on: date) -> bool:
        return on <= day and (cut is None or entered_on <= cut)

    questions = {
        key: _question(replace(one, answers=tuple(a for a in one.answers if kept(a.on, a.entered_on))), day)
        for key, one in judgements.questions.items()
        if kept(one.on, one.entered_on)
    }
    indicators = {
        key: one
        for key, one in judgements.indicators.items()
        if kept(one.on, one.entered_on) and (one.until is None or day <= one.until)
    }
    hypotheses = {
        key: replace(one, items=tuple(i for i in one.items if kept(i.on, i.entered_on)))
        for key, one in judgements.hypotheses.items()
        if kept(one.on, one.entered_on)
    }
    forecasts = {
        key: _forecast(replace(one, history=tuple(e for e in one.history if kept(e.on, e.entered_on))), day)
        for key, one in judgements.forecasts.items()
        if kept(one.on, one.entered_on) and any(kept(e.on, e.entered_on) for e in one.history)
    }
    return replace(judgements, questions=questions, indicators=indicators, hypotheses=hypotheses, forecasts=forecasts)


def _question(one: Question, day: date) -> Question:
    if one.closed_on is None or one.closed_on <= day:
        return one
    return replace(one, closed_on=None, closed_by=())


def _forecast(one: Forecast, day: date) -> Forecast:
    if one.settled_on is None or one.settled_on <= day:
        return one
    return replace(one, outcome="", settled_on=None, cited=())
