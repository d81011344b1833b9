"""The conductor of the portraits: what the ledger holds behind a week's actors, encounters, events and topics.

    view + material ──► counts by week, votes, undertakings, joint texts ──► portraits

Counts are made where the data lies; what is listed is bounded, so that a portrait costs as much in a large ledger as
in a small one. Not for the texts of pages: those are written from the portraits like every other sentence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from overtone.assess.contacts import Occasions
from overtone.assess.material import Material
from overtone.assess.portraits import Background, actors, encounters, events, topics
from overtone.ledger import View
from overtone.measure import Coverage, Options, measure
from overtone.measure.encounters import between, count
from overtone.measure.occasions import occasions
from overtone.measure.usual import clustered_share
from overtone.measure.votes import cast
from overtone.records import (
    Abstention,
    Commitment,
    CountClaim,
    EncounterReport,
    JointText,
    Portrait,
    Signal,
    Vote,
)

MOST_ACTORS = 60
MOST_ENCOUNTERS = 60
MOST_EVENTS = 20
MOST_TOPICS = 60
MOST_ROWS = 400  # votes, undertakings, claims and joint texts read at most, the newest first
WEEKS = 26  # shown in a chart, the week itself included
ASKED = ("echo", "agenda", "profile")  # measures a portrait tells of, beside shares of statements
ROLL_CALL = "roll-call"  # the kind of a document that lists how each state voted
Found = Signal | Abstention


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrayed:
    """The portraits of a week, and the signals that their sentences rest on."""

    portraits: tuple[Portrait, ...]
    signals: tuple[Found, ...]


def portray(view: View, material: Material, measured: Sequence[Found], options: Options, seen: Coverage) -> Portrayed:
    """Portraits of all who spoke or met in the week, of its encounters, events and topics, in this order.

    `measured`: what was measured of the week already; echoes, agendas and joint texts are measured here where it does
    not have them. A list is bounded and says how many more there were.
    """
    spoke = tuple(dict.fromkeys(s.actor for s in material.positions if s.actor))
    signals = _measured(view, material, measured, options, seen, spoke) if material.pages else ()
    background = _background(view, material, options, seen, (spoke, signals))
    portraits = (
        *actors(material, background, MOST_ACTORS),
        *encounters(material, background, MOST_ENCOUNTERS),
        *events(material, background, MOST_EVENTS),
        *topics(material, background, MOST_TOPICS),
    )
    cited = {
        s.id for p in portraits for f in (p.title, *(g for r in p.registers for g in r.findings)) for s in f.signals
    }
    return Portrayed(portraits=portraits, signals=tuple(s for s in signals if s.id in cited))


def _measured(
    view: View,
    material: Material,
    measured: Sequence[Found],
    options: Options,
    seen: Coverage,
    spoke: Sequence[str],
) -> tuple[Found, ...]:
    """What was measured already, and what a portrait tells beside it, each number once."""
    window = material.window
    there = {signal.measure for signal in measured}
    shared = {signal.actor for signal in measured if signal.measure == "salience"}
    unasked = tuple(actor for actor in spoke if actor not in shared)
    found = {signal.id: signal for signal in measured}
    own = [measure(name, view, window, options, seen) for name in ASKED if name not in there]
    if unasked:
        own.append(measure("salience", view, window, replace(options, actors=unasked), seen))
    for signal in (s for one in own for s in one):
        found.setdefault(signal.id, signal)
    return tuple(found.values())


def _background(
    view: View, material: Material, options: Options, seen: Coverage, known: tuple[Sequence[str], tuple[Found, ...]]
) -> Background:
    spoke, signals = known
    window = material.window
    first = window.start - timedelta(weeks=WEEKS - 1)
    weeks = tuple(first + timedelta(weeks=n) for n in range(WEEKS))
    alive = {monday for _, monday in seen.alive()}
    stated = view.keep(occasions(view, window, replace(options, baseline_weeks=WEEKS - 1)))
    commitments = _commitments(view, material, spoke)
    claims, joint = _claims(view, material), _joint(view, material)
    pages = {row.document for rows in (commitments, claims, joint) for row in rows}

    def counts(pair: tuple[str, str], year: int) -> list[tuple[str, Occasions]]:
        contacts = [e for e in between(material.encounters, *pair) if e.date.year == year]
        rules = material.registry.rules.values()
        return [(rule.id, tuple(n.encounters for n in count(contacts, rule, window.last))) for rule in rules]

    return Background(
        weeks=weeks,
        blind=frozenset(week for week in weeks if week not in alive),
        spoken=_spoken(stated, spoke),
        raised=_raised(stated, {topic for s in material.positions for topic in s.topics}, options.level),
        reports=_reports(view, material),
        votes=_votes(view, material, spoke),
        commitments=commitments,
        claims=claims,
        joint=joint,
        documents=view.documents(pages),
        counts=counts,
        signals=signals,
    )


def _monday(day: ir.DateValue) -> ir.DateValue:
    """The Monday of a day's week, as an Ibis expression."""
    return day.truncate("W").cast("date")


def _spoken(stated: ibis.Table, actors_of_week: Sequence[str]) -> dict[tuple[str, date], int]:
    """Statements by actor and week, copies aside."""
    own = stated.filter(stated.actor.isin(list(actors_of_week)))
    rows = own.group_by(own.actor, week=_monday(own.said_on)).aggregate(n=own.id.nunique()).to_pyarrow().to_pylist()
    return {(row["actor"], row["week"]): row["n"] for row in rows}


def _raised(
    stated: ibis.Table, wanted: Iterable[str], level: float
) -> dict[tuple[str, date], tuple[float, float, float]]:
    """The share of the week's statements by topic and week, with the interval that takes documents as units."""
    paged = stated.select("id", "document", "topics", week=_monday(stated.said_on))
    whole = paged.group_by("week", "document").aggregate(m=paged.id.nunique()).to_pyarrow().to_pylist()
    each = paged.select("id", "document", "week", topic=paged.topics.unnest()).distinct()
    each = each.filter(each.topic.isin(sorted(wanted)))
    parts = each.group_by("week", "document", "topic").aggregate(x=each.id.nunique()).to_pyarrow().to_pylist()
    inside: dict[tuple[str, date], dict[str, int]] = {}
    for row in parts:
        inside.setdefault((row["topic"], row["week"]), {})[row["document"]] = row["x"]
    pages: dict[date, list[tuple[str, int]]] = {}
    for row in sorted(whole, key=lambda row: row["document"]):
        pages.setdefault(row["week"], []).append((row["document"], row["m"]))
    return {
        (topic, week): clustered_share([(inside.get((topic, week), {}).get(d, 0), m) for d, m in documents], level)
        for topic in {topic for topic, _ in inside}
        for week, documents in pages.items()
    }


def _reports(view: View, material: Material) -> dict[str, EncounterReport]:
    """The reports of the week's contacts by id."""
    window = material.window
    rows = {r.row for e in material.encounters if window.start <= e.date < window.stop for r in e.reports}
    table = view.table("encounters")
    found = view.records(EncounterReport, table.filter(table.id.isin(sorted(rows))).order_by("id")) if rows else ()
    return {report.id: report for report in found}


def _votes(view: View, material: Material, spoke: Sequence[str]) -> tuple[Vote, ...]:
    """Votes of the speakers' states this year up to the week's end, each once, the newest first."""
    states = sorted({state for state in map(material.state_of, spoke) if state})
    table, pages = view.table("votes"), view.table("documents")
    since = date(material.window.last.year, 1, 1)
    told = table.filter(table.state.isin(states), table.voted_on >= since, table.voted_on < material.window.stop)
    found = view.records(Vote, told.order_by(told.voted_on.desc(), told.id).limit(MOST_ROWS)) if states else ()
    listed = pages.filter(pages.kind == ROLL_CALL).semi_join(told, pages.id == told.document)
    once = cast(found, frozenset(listed.select("id").to_pyarrow()["id"].to_pylist())) if found else ()
    return tuple(sorted(once, key=lambda v: (-v.voted_on.toordinal(), v.resolution, v.state)))


def _commitments(view: View, material: Material, spoke: Sequence[str]) -> tuple[Commitment, ...]:
    table = view.table("commitments")
    own = table.filter(table.who.isin(list(spoke)), table.said_on < material.window.stop)
    return view.records(Commitment, own.order_by(own.said_on.desc(), own.id).limit(MOST_ROWS)) if spoke else ()


def _claims(view: View, material: Material) -> tuple[CountClaim, ...]:
    table, window = view.table("counts"), material.window
    near = table.filter(table.until >= window.start - timedelta(days=7), table.until < window.stop + timedelta(days=7))
    return view.records(CountClaim, near.order_by("until", "id").limit(MOST_ROWS))


def _joint(view: View, material: Material) -> tuple[JointText, ...]:
    table, window = view.table("joint"), material.window
    near = table.filter(
        table.dated >= window.start - timedelta(days=7), table.dated < window.stop, table.status != "announced"
    )
    return view.records(JointText, near.order_by("dated", "id").limit(MOST_ROWS))
