"""What was announced for an occasion, and what was said at it.

An occasion is a registered event, or else the people and the day of a contact. It is announced by pages published
before its day that report it with the status "announced". A topic is announced for it when such a page names the topic
within 1,500 characters of the words that announce the contact. Said at it are the positions of its people on pages that
report it as held on that day, or that were made at the event.
Not for talks of which only a summary in somebody else's words is published, nor for later days of a longer visit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import ibis
from scipy.special import betaincinv

from overtone.measure.occasions import occasions
from overtone.measure.pool import Row, number
from overtone.measure.shape import Options, View
from overtone.records import Evidence, Signal, Window

NEAR = 1500  # characters between the words that announce a contact and a topic that is announced with them
FEWEST_TRIALS = 10  # announced topics of earlier occasions from which a base rate is told
COLUMNS = ("part", "occasion", "kind", "said_on", "now", "actor", "topic", "words", "row", "document", "at", "end")


def announced(view: View, window: Window, options: Options) -> ibis.Table:
    """Announced topics ("announced") and what was said at the same occasions ("voiced"), of the window and its past.

    One row for each announced topic and page, and for each statement and topic; topic "" is the page or the statement.
    """
    contacts = _contacts(view, window, options)
    coming = contacts.filter((contacts.status == "announced") & (contacts.published_on < contacts.date))
    told = view.keep(_told(view, coming))
    kinds = told.group_by("occasion").aggregate(kind=told.kind.min())
    said = view.keep(_said(view, window, options, contacts).inner_join(kinds, "occasion"))
    said = said.mutate(part=ibis.literal("voiced"))
    own = said.mutate(topic=ibis.literal("")).select(*COLUMNS)
    each = said.mutate(topic=said.topics.unnest()).select(*COLUMNS)
    return told.union(own).union(each).distinct()


def _contacts(view: View, window: Window, options: Options) -> ibis.Table:
    """Every report of a contact with its page's day, and the occasion it belongs to."""
    reports, pages = view.table("encounters"), view.table("documents")
    start = window.start - timedelta(weeks=options.baseline_weeks)
    reports = reports.filter((reports.date >= start) & (reports.date < window.stop))
    if options.sources:
        pages = pages.filter(pages.source.isin([s.id for s in options.sources]))
    pages = pages.select("published_on", page=pages.id)
    dated = reports.inner_join(pages, reports.document == pages.page)
    people = dated.date.cast("string") + " " + dated.parties.join("+")
    return dated.mutate(occasion=ibis.ifelse(dated.event != "", dated.event, people), now=dated.date >= window.start)


def _told(view: View, coming: ibis.Table) -> ibis.Table:
    """The pages that announce (topic "") and the topics they name near the words that announce."""
    bare = {"part": ibis.literal("announced"), "actor": ibis.literal(""), "row": ibis.literal("")}
    found = coming.select(
        "occasion", "kind", "now", "document", **bare, said_on=coming.date, at=coming.start, end=coming.stop
    ).mutate(words=ibis.literal(0, "int64"))
    readings = view.table("readings")
    loose = readings.select(read=readings.document, mention=readings.mentions.unnest())
    named = loose.select("read", topic=loose.mention.target, kind_of=loose.mention.kind, first=loose.mention.start,
                         last=loose.mention.stop)  # fmt: skip
    named = named.filter(named.kind_of == "topic")
    joined = found.inner_join(named, found.document == named.read)
    near = joined.filter((joined["first"] - joined["at"]).abs() <= NEAR)
    topics = near.drop("at", "end").rename(at="first", end="last").select(*COLUMNS)
    return found.mutate(topic=ibis.literal("")).select(*COLUMNS).union(topics).distinct()


def _said(view: View, window: Window, options: Options, contacts: ibis.Table) -> ibis.Table:
    """Positions in their own words at each occasion, one row for each occasion and statement."""
    stated = occasions(view, window, options)
    stated = stated.filter(stated.manner != "indirect")
    stated = stated.select("said_on", "now", "actor", "words", "document", "topics", "venue", row=stated.id,
                           at=stated.start, end=stated.stop)  # fmt: skip
    held = contacts.filter(contacts.status == "held")
    people = held.select("occasion", "date", page_of=held.document, party=held.parties.unnest()).distinct()
    same = [stated.document == people.page_of, stated.actor == people.party, stated.said_on == people.date]
    present = stated.inner_join(people, same).drop("date", "page_of", "party", "venue")
    there = stated.filter(stated.venue != "").rename(occasion="venue")
    return present.union(there.select(*present.columns)).distinct()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One announced occasion: what was announced for it and who said what at it."""

    id: str
    kind: str
    now: bool
    pages: tuple[Evidence, ...]  # that announce it
    topics: Mapping[str, tuple[Evidence, ...]]  # announced, with the words that name them
    spoken: Mapping[str, int]  # words by speaker
    voiced: Mapping[str, Mapping[str, tuple[Evidence, ...]]]  # topic → speaker → statements

    def said(self, topic: str) -> tuple[Evidence, ...]:
        """Every statement on a topic."""
        return tuple(e for own in self.voiced.get(topic, {}).values() for e in own)


def gathered(rows: Iterable[Row]) -> list[Occasion]:
    """The occasions of a tally that were announced, in the order of their ids."""
    by: dict[str, list[Row]] = {}
    for row in rows:
        by.setdefault(str(row["occasion"]), []).append(row)
    return [_one(key, own) for key, own in sorted(by.items()) if any(r["part"] == "announced" for r in own)]


def _one(key: str, rows: Sequence[Row]) -> Occasion:
    told = [r for r in rows if r["part"] == "announced"]
    said = [r for r in rows if r["part"] == "voiced"]
    voiced: dict[str, dict[str, list[Row]]] = {}
    for r in said:
        voiced.setdefault(str(r["topic"]), {}).setdefault(str(r["actor"]), []).append(r)
    return Occasion(
        id=key,
        kind=str(min(str(r["kind"]) for r in told)),
        now=any(bool(r["now"]) for r in told),
        pages=_spans(r for r in told if not r["topic"]),
        topics={t: _spans(r for r in told if r["topic"] == t) for t in sorted({str(r["topic"]) for r in told} - {""})},
        spoken={a: sum(number(r, "words") for r in own) for a, own in sorted(voiced.get("", {}).items())},
        voiced={t: {a: _spans(own) for a, own in sorted(by.items())} for t, by in sorted(voiced.items()) if t},
    )


def _spans(rows: Iterable[Row]) -> tuple[Evidence, ...]:
    found = {(str(r["document"]), number(r, "at"), number(r, "end"), str(r["row"])) for r in rows}
    return tuple(Evidence(document=d, start=a, stop=b, row=row) for d, a, b, row in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """How often what was announced was then voiced: `hits` of `trials`."""

    hits: int
    trials: int

    @property
    def rate(self) -> float:
        """The share, drawn a little toward one half (Jeffreys)."""
        return (self.hits + 0.5) / (self.trials + 1)

    def interval(self, level: float) -> tuple[float, float]:
        """Jeffreys' interval of the rate."""
        a, b = self.hits + 0.5, self.trials - self.hits + 0.5
        return float(betaincinv(a, b, (1 - level) / 2)), float(betaincinv(a, b, (1 + level) / 2))

    @property
    def known(self) -> bool:
        """Whether there were trials enough to tell."""
        return self.trials >= FEWEST_TRIALS


def base(past: Iterable[Occasion], kind: str, *, each_speaker: bool) -> Base:
    """The base rate of earlier occasions of one kind at which anybody spoke; over all kinds where too few are of it.

    Trials are announced topics, or announced topics × those who spoke.
    """
    held = [o for o in past if not o.now and o.spoken]
    alike = _counted((o for o in held if o.kind == kind), each_speaker)
    return alike if alike.known else _counted(held, each_speaker)


def _counted(held: Iterable[Occasion], each_speaker: bool) -> Base:
    hits = trials = 0
    for one in held:
        for topic in one.topics:
            trials += len(one.spoken) if each_speaker else 1
            spoke = len(one.voiced.get(topic, {}))
            hits += spoke if each_speaker else min(1, spoke)
    return Base(hits=hits, trials=trials)


def promised(drafts: Iterable[Signal], one: Occasion, rate: Base) -> Iterator[Signal]:
    """Whether each speaker voiced a topic that was announced: 1 or 0 beside the base rate of speakers before.

    Left unsaid is evidence at 5 % only where nineteen in twenty say what was announced; below that it `cannot-tell`.
    """
    for draft in drafts:
        said = one.voiced.get(draft.target, {}).get(draft.actor, ())
        told = replace(
            draft,
            unit="announced",
            value=float(bool(said)),
            low=float(bool(said)),
            high=float(bool(said)),
            because="voiced" if said else "cannot-tell",
            evidence=said or one.topics[draft.target],
            detail=f"base_hits={rate.hits} base_trials={rate.trials}",
        )
        if rate.known:
            low, high = rate.interval(draft.level)
            chance = rate.rate if said else 1 - rate.rate
            told = replace(told, baseline=rate.rate, baseline_low=low, baseline_high=high, surprise=chance)
            if not said and chance <= 0.05:
                told = replace(told, because="announced-not-voiced")
        yield told
