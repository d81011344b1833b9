"""From a view of the ledger to what an assessment has before it: the evidence that judgements cite and look for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from overtone.assess.citations import cited
from overtone.assess.known import Known
from overtone.errors import JudgementError
from overtone.gathering import options_for, votes_cast
from overtone.ledger import View
from overtone.measure import MEASURES, coverage, measure
from overtone.measure.encounters import join
from overtone.records import (
    Abstention,
    Citation,
    Encounter,
    EncounterReport,
    Signal,
    Source,
    Statement,
    Vote,
    Window,
    week,
)
from overtone.registry import Registry
from overtone.registry.judgements import Judgements

Table = Any  # ibis.Table
Measured = tuple[tuple[date, Signal | Abstention], ...]
ROWS = ("statements", "encounters", "votes")
MOST_WEEKS = 13  # a quarter: a signal that lights an indicator for longer than this is measured no further back


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Ids in the view that judgements cite, and the days from which their looks reach back."""

    pages: frozenset[str]  # documents cited by key
    rows: frozenset[str]
    since: Mapping[str, date | None]  # table → first day looked at; None where nothing looks there


def evidence(view: View, registry: Registry, judgements: Judgements, day: date, latest: View | None = None) -> Known:
    """What the view shows up to `day` of all that the judgements cite or look for.

    `latest` is the ledger without a cut: what only it has was learnt later, and is no mistake of a judgement file.
    JudgementError where a judgement asks for a measure or a week that there is none of.
    """
    citations = tuple(one for _, one in cited(judgements))
    names = _documents(view, {one.document for one in citations if one.document})
    asked = _Asked(
        pages=frozenset(names),
        rows=frozenset(one.row for one in citations if one.row),
        since=_since(judgements, day),
    )
    statements = view.records(Statement, _chosen(view, "statements", "said_on", asked, day))
    encounters = _contacts(view, asked, day)
    votes = votes_cast(view, view.records(Vote, _chosen(view, "votes", "voted_on", asked, day)))
    pages = {*names, *(s.document for s in statements), *(v.document for v in votes)}
    pages |= {report.document for encounter in encounters for report in encounter.reports}
    cards = options_for(view, registry).sources
    return Known(
        day=day,
        statements=statements,
        encounters=encounters,
        votes=votes,
        documents=view.documents(pages),
        signals=_signals(view, registry, judgements, citations, day),
        seen=_seen(view, judgements, day, cards),
        selected=frozenset(card.id for card in cards if card.sampling == "selected"),
        held=_sources(latest or view),
        later=_later(view, latest, citations) if latest is not None else frozenset(),
    )


def _since(judgements: Judgements, day: date) -> Mapping[str, date | None]:
    """The first day that anything looks at, for each table."""
    found: dict[str, date | None] = dict.fromkeys(ROWS)
    spans = [(q.look, q.look.since or q.on) for q in judgements.questions.values()]
    for one in judgements.indicators.values():
        back = day - timedelta(days=one.expires_days + one.trigger.within_days)
        spans.append((one.trigger, max(back, one.trigger.since or back)))
    for look, first in spans:
        if look.of in found:
            found[look.of] = min(first, found[look.of] or first)
    return found


def _chosen(view: View, name: str, dated: str, asked: _Asked, day: date) -> Table:
    """Rows of a table on the days looked at, and those that are cited, or stand in a cited document."""
    rows = view.table(name)
    first = asked.since[name] or day + timedelta(days=1)
    wanted = (rows[dated] >= first) & (rows[dated] <= day)
    if asked.pages:
        wanted |= rows.document.isin(sorted(asked.pages))
    if asked.rows:
        wanted |= rows.id.isin(sorted(asked.rows))
    return rows.filter(wanted).order_by("id")


def _contacts(view: View, asked: _Asked, day: date) -> tuple[Encounter, ...]:
    chosen = _chosen(view, "encounters", "date", asked, day)
    reports = view.records(EncounterReport, chosen)
    pages = view.table("documents")
    of = pages.select("id", "source").semi_join(chosen, pages.id == chosen.document).to_pyarrow().to_pylist()
    return join(reports, {row["id"]: row["source"] for row in of})


def _documents(view: View, names: Iterable[str]) -> Mapping[str, str]:
    """Id → "source/key" of the visible documents that are cited by key."""
    keys = sorted({name.partition("/")[2] for name in names})
    if not keys:
        return {}
    pages = view.table("documents")
    found = pages.filter(pages.key.isin(keys)).select("id", "source", "key").order_by("id").to_pyarrow().to_pylist()
    told = {row["id"]: f"{row['source']}/{row['key']}" for row in found}
    return {key: name for key, name in told.items() if name in set(names)}


def _sources(view: View) -> frozenset[str]:
    return frozenset(view.table("documents").select("source").distinct().to_pyarrow()["source"].to_pylist())


def _seen(view: View, judgements: Judgements, day: date, cards: tuple[Source, ...]) -> Mapping[str, frozenset[date]]:
    """The days on which each source was seen alive, as far back as an indicator looks."""
    back = max((one.trigger.within_days for one in judgements.indicators.values()), default=1)
    window = Window(label="seen", start=day - timedelta(days=back - 1), stop=day + timedelta(days=1))
    alive: dict[str, set[date]] = {}
    for one in coverage(view, window, cards).weeks:
        if one.alive and one.first and one.last:
            days = {one.first + timedelta(days=n) for n in range((one.last - one.first).days + 1)}
            alive.setdefault(one.source, set()).update(days)
    return {source: frozenset(days) for source, days in alive.items()}


def _later(view: View, latest: View, citations: Iterable[Citation]) -> frozenset[str]:
    """What judgements cite of the ledger that the view does not show yet."""
    cites = tuple(citations)
    names = {one.document for one in cites if one.document}
    unseen = set(_documents(latest, names).values()) - set(_documents(view, names).values())
    ids = sorted({one.row for one in cites if one.row})
    if ids:
        for name in ROWS:
            rows, shown = latest.table(name), view.table(name)
            known = set(shown.filter(shown.id.isin(ids)).select("id").to_pyarrow()["id"].to_pylist())
            unseen |= set(rows.filter(rows.id.isin(ids)).select("id").to_pyarrow()["id"].to_pylist()) - known
    return frozenset(unseen)


def _signals(
    view: View, registry: Registry, judgements: Judgements, citations: Iterable[Citation], day: date
) -> Measured:
    """The measured values that judgements cite, and those of the weeks in which an indicator may have been lit."""
    wanted: dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], Window] = {}
    for one in citations:
        if one.signal:
            told = dict(one.signal)
            window = _week(told["week"], one)
            actors, targets = (tuple(filter(None, (told.get(name, ""),))) for name in ("actor", "target"))
            wanted[_known_measure(told["measure"], one.where), window.label, actors, targets] = window
    for sign in judgements.indicators.values():
        look = sign.trigger
        if look.of == "signals":
            name = _known_measure(look.measure, f"indicator {sign.id}")
            for window in _weeks(day, sign.expires_days):
                wanted[name, window.label, look.actors, look.targets] = window
    options = options_for(view, registry)
    found = [
        (window.last, item)
        for (name, _, actors, targets), window in sorted(wanted.items(), key=lambda pair: pair[0])
        for item in measure(name, view, window, replace(options, actors=actors, targets=targets))
    ]
    return tuple(found)


def _weeks(day: date, back: int) -> Iterator[Window]:
    """The whole weeks that end by the day, so many days back."""
    monday = day + timedelta(days=1) - timedelta(days=(day.weekday() + 1) % 7 + 7)
    for number in range(min(-(-back // 7), MOST_WEEKS)):
        year, iso, _ = (monday - timedelta(weeks=number)).isocalendar()
        yield week(year, iso)


def _week(text: str, citation: Citation) -> Window:
    year, _, number = text.partition("-W")
    try:
        return week(int(year), int(number))
    except ValueError:
        step = "write the year and the week, as in 2022-W20"
        raise JudgementError(f"{text!r} is not an ISO week", where=citation.where, next_step=step) from None


def _known_measure(name: str, where: str) -> str:
    names = [one.name for one in MEASURES]
    if name not in names:
        raise JudgementError(f"there is no measure {name!r}", where=where, next_step=f"one of: {', '.join(names)}")
    return name
