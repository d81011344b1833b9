"""What analysts judge, as the weekly prints it: questions, indicators, explanations, forecasts.

A judgement is marked as one. Only what the ledger itself shows stands without that mark: an answer whose words are
found, an indicator that rows have lit.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from overtone.assess.assessment import Assessment, Contest, Foretold
from overtone.assess.citations import FOUND
from overtone.assess.indicators import DARK, LIT, Watched
from overtone.assess.questions import CLOSED, PARTLY, Asked
from overtone.assess.weekly.week import MOST_EVIDENCE, Listing, Week, slots
from overtone.records import Citation, Evidence, Finding, Names, Signal

ANALYSIS, OBSERVED, LIMIT = "analysis", "observed", "limit"
NEW = timedelta(days=6)  # a question of the week itself has no age yet
LANGUAGES = ("en", "ru", "be")  # in the order in which a slot of names holds them


def named(names: Names) -> tuple[str, str]:
    """A text that its author wrote in three languages, as a slot holds it."""
    return "names", "\x1f".join(names.display(lang) for lang in LANGUAGES)


def questions(week: Week) -> Listing:
    """Open questions, the oldest first, each with its answers."""
    found = week.assessment
    if found is None:
        return [], 0
    ordered = sorted(found.questions, key=lambda one: (-one.age_days, one.question.id))
    return [finding for one in ordered for finding in _question(one, found)], 0


def _question(one: Asked, found: Assessment) -> Iterator[Finding]:
    question = one.question
    closed = one.state == CLOSED
    key = "question-closed" if closed else "question-new" if timedelta(days=one.age_days) <= NEW else "question-open"
    told = slots(
        question=named(question.names),
        by=("word", question.by),
        date=("date", question.on.isoformat()),
        age=("count", one.age_days),
        n=("count", len(one.candidates)),
    )
    candidates = tuple(e for hit in one.candidates for e in hit.evidence)[:MOST_EVIDENCE]
    proof = _rows(question.closed_by, found) if closed else candidates
    yield Finding(key=key, slots=told, evidence=proof, mark=ANALYSIS)
    for answer in question.answers:
        rows = _rows(answer.cited, found)
        told = slots(answer=named(answer.names), by=("word", answer.by), date=("date", answer.on.isoformat()))
        key = "answer-part" if one.state == PARTLY or not answer.complete else "answer-whole"
        yield Finding(key=key, slots=told, evidence=rows, mark=OBSERVED if rows else ANALYSIS)


def indicators(week: Week) -> Listing:
    """Indicators: the lit first, then the dark, then those that nobody could have seen."""
    if week.assessment is None:
        return [], 0
    order = (LIT, DARK)
    ranked = sorted(
        week.assessment.indicators,
        key=lambda one: (order.index(one.state) if one.state in order else len(order), one.indicator.id),
    )
    return [_indicator(one, week) for one in ranked], 0


def _indicator(one: Watched, week: Week) -> Finding:
    told = {"indicator": named(one.indicator.names), "share": ("share", one.indicator.base)}
    if one.state == LIT and one.met_on and one.expires_on:
        told |= {"date": ("date", one.met_on.isoformat()), "until": ("date", one.expires_on.isoformat())}
        rows = tuple(e for hit in one.hits for e in hit.evidence)[:MOST_EVIDENCE]
        signals = _signals((hit.signal for hit in one.hits), week)
        mark = OBSERVED if rows or signals else ANALYSIS
        return Finding(key="indicator-lit", slots=slots(**told), evidence=rows, signals=signals, mark=mark)
    if one.state == DARK:
        told["seen"] = ("share", one.seen)
        return Finding(key="indicator-dark", slots=slots(**told), evidence=(), mark=ANALYSIS)
    told["reason"] = ("reason", one.reason)
    return Finding(key="indicator-unseen", slots=slots(**told), evidence=(), mark=LIMIT)


def _signals(ids: Iterable[str], week: Week) -> tuple[Signal, ...]:
    """Signals of the week with these ids."""
    wanted = set(ids)
    return tuple(s for s in week.signals if isinstance(s, Signal) and s.id in wanted)


def hypotheses(week: Week) -> Listing:
    """Each set of competing explanations, the likeliest first, with the evidence weighed."""
    if week.assessment is None:
        return [], 0
    return [finding for one in week.assessment.hypotheses for finding in _contest(one, week.assessment)], 0


def _contest(one: Contest, found: Assessment) -> Iterator[Finding]:
    whole = one.weighed.hypotheses
    names = {member.id: member.names for member in whole.members}
    turns = {change.item for change in one.grid.changes if change.leads}
    told = slots(
        contest=named(whole.names),
        total=("count", len(whole.members)),
        n=("count", len(one.weighed.items)),
        turns=("count", len(turns)),
    )
    cited = tuple(citation for item in one.weighed.items for citation in item.cited)
    yield Finding(key="contest-turns" if turns else "contest", slots=told, evidence=_rows(cited, found), mark=ANALYSIS)
    for standing in one.weighed.standings:
        told = slots(
            hypothesis=named(names[standing.hypothesis]),
            chance=("likelihood", standing.probability),
            usual=("share", standing.prior),
        )
        yield Finding(key="hypothesis", slots=told, evidence=(), mark=ANALYSIS)


def forecasts(week: Week) -> Listing:
    """Forecasts: those that wait for their day, then those that are settled."""
    if week.assessment is None:
        return [], 0
    found = week.assessment
    ranked = sorted(found.forecasts, key=lambda f: (bool(f.forecast.outcome), f.forecast.due, f.forecast.id))
    return [_forecast(one, found) for one in ranked], 0


def _forecast(one: Foretold, found: Assessment) -> Finding:
    forecast = one.forecast
    told = {
        "forecast": named(forecast.names),
        "chance": ("likelihood", one.now.probability),
        "due": ("date", forecast.due.isoformat()),
        "usual": ("share", forecast.base),
    }
    if one.score is not None:
        told["score"] = ("number", one.score.brier)
        told["base"] = ("number", one.score.base_brier)
        if forecast.settled_on:
            told["date"] = ("date", forecast.settled_on.isoformat())
    cited = (*forecast.cited, *(c for estimate in forecast.history for c in estimate.cited))
    keys = {"open": "forecast-open", "overdue": "forecast-overdue", "yes": "forecast-yes", "no": "forecast-no"}
    key = keys.get(one.state, "forecast-void")
    return Finding(key=key, slots=slots(**told), evidence=_rows(cited, found), mark=ANALYSIS)


def _rows(cited: Iterable[Citation], found: Assessment) -> tuple[Evidence, ...]:
    """What these citations lead to, where they lead to something; each place once."""
    grounds = (found.grounds[one] for one in cited if one in found.grounds)
    rows = dict.fromkeys(e for ground in grounds if ground.state == FOUND for e in ground.evidence)
    return tuple(rows)[:MOST_EVIDENCE]
