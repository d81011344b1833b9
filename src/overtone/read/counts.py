"""Claimed counts of contacts: "their eighth meeting this year" is kept as the text's claim, never as a count of ours.

A claim needs its period ("this year", «с начала года») or whose contacts are counted ("their eighth meeting"); the
numbers of rounds, sessions and days are no counts. Totals ("met eight times in 2022") are claims too. Not for checking
a claim against the ledger: that is `overtone encounters`. The rules have names; `explain_counts` tells which decided.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from overtone.language import FoundPeriod, language
from overtone.language.numerals import number_of
from overtone.read.counts_words import (
    CONTACT,
    COUNTING,
    FIRST_TIME,
    KINDS,
    LINKED,
    NOT_COUNTED,
    ordinal_of,
    total_of,
)
from overtone.read.encounter_offices import rank_of
from overtone.read.names import within
from overtone.records import CountClaim, Document, Mention
from overtone.registry import Registry

READER = "counts@1"
_LONGEST = 1200  # characters: longer sentences are tables or lists
_REACH = 80  # characters between a number and its period
_MOST = 200  # a higher number of meetings is a mistake of reading
_QUICK = re.compile(
    r"meet|met\b|talk|call|visit|summit|conversation|time|trip|встреч|встрет|переговор|разговор|визит|саммит|раз|впервые|"
    r"вид|бесед|сустр|перагавор|перамов|размо|візіт|саміт|упершыню|ўпершыню|прыех|быва",
    re.IGNORECASE,
)
_TWICE = {"twice": 2, "thrice": 3}


@dataclass(frozen=True, slots=True)
class _Found:
    """A number claimed in a sentence: where, which and of what."""

    start: int
    stop: int
    number: int
    kind: str
    rule: str


def read_counts(document: Document, registry: Registry, mentions: Sequence[Mention]) -> tuple[CountClaim, ...]:
    """The counts of contacts that a text claims, in order. Pure; `mentions` are those of the document."""
    return tuple(claim for claim, _ in explain_counts(document, registry, mentions))


def explain_counts(
    document: Document, registry: Registry, mentions: Sequence[Mention]
) -> tuple[tuple[CountClaim, str], ...]:
    """The debug twin: each claim with the rule that found it."""
    claims: list[tuple[CountClaim, str]] = []
    people = _people(document, registry, mentions)
    before = tuple(dict.fromkeys(m.target for m in mentions if m.target in people))[:2]  # for the headline
    for start, stop in language(document.lang).sentences(document.text):
        inside = within(mentions, start, stop)
        actors = tuple(dict.fromkeys(m.target for m in inside if m.target in people))
        text = document.text[start:stop]
        if len(text) <= _LONGEST and _QUICK.search(text):
            for found, period in claimed(text, document.lang, document.published_on):
                parties = _parties(actors, before, registry)
                if len(parties) < (1 if found.kind == "visit" else 2):
                    continue
                claims.append((_claim(document, (start, found, period), parties, inside), found.rule))
        before = tuple(dict.fromkeys((*actors, *before)))[:4]
    return tuple(claims)


def _people(document: Document, registry: Registry, mentions: Sequence[Mention]) -> frozenset[str]:
    """Whose contacts may be counted: everybody named but those who only speak for somebody."""
    day = document.happened_on or document.published_on
    named = {m.target for m in mentions if m.kind == "actor" and m.target in registry.actors}
    return frozenset(actor for actor in named if rank_of(registry.offices_of(actor, day)))


def sums_up(text: str, lang: str, published: date) -> bool:
    """Whether a passage tells only how many contacts there were ("met eight times this year"): none of them by day."""
    return any(found.rule == "total" for found, _ in claimed(text, lang, published))


def claimed(text: str, lang: str, published: date) -> Iterator[tuple[_Found, FoundPeriod | None]]:
    """The numbers a sentence claims, each with the period it speaks of; one at each place."""
    numbered = list(_ordinals(text, lang))
    found = numbered or list(_totals(text, lang)) or list(_first_time(text))
    periods = list(language(lang).periods(text, published)) if found else []
    for one in found:
        period = _nearest(one, periods, text)
        counting = one.rule == "total" and COUNTING.search(text) is not None
        if period is not None or counting or (one.rule == "ordinal" and _linked(text, one)):
            yield one, period


def _ordinals(text: str, lang: str) -> Iterator[_Found]:
    for pattern in ordinal_of(lang):
        for match in pattern.finditer(text):
            number = number_of(match["ordinal"], language(lang).ordinals)
            gap = match.groupdict().get("gap") or ""
            if number is None or number > _MOST or NOT_COUNTED.search(gap):
                continue
            kind = _kind(match) if match.groupdict().get("gap") is not None else _contact_near(match, text)
            if kind and not (kind == "summit" and not LINKED.search(text)):
                yield _Found(match.start(), match.end(), number, kind, "ordinal")
                return


def _totals(text: str, lang: str) -> Iterator[_Found]:
    for pattern in total_of(lang):
        for match in pattern.finditer(text):
            word = match["number"].lower()
            number = _TWICE.get(word) or number_of(word, language(lang).cardinals)
            gap = match.groupdict().get("gap") or ""
            if number is None or not 1 < number <= _MOST or NOT_COUNTED.search(gap):
                continue
            yield _Found(match.start(), match.end(), number, _kind(match) or "meeting", "total")
            return


def _first_time(text: str) -> Iterator[_Found]:
    match = FIRST_TIME.search(text)
    kind = _contact_near(match, text) if match else ""
    if match is not None and kind:
        yield _Found(match.start(), match.end(), 1, kind, "first_time")


def _contact_near(match: re.Match[str], text: str) -> str:
    """The kind of contact told of in the same clause, right before or right after; "" where none is."""
    before = re.split(r"[,;:–—]", text[max(0, match.start() - 70) : match.start()])[-1]
    after = re.split(r"[,;:–—]", text[match.end() : match.end() + 50])[0]
    return next((_kind(near) for near in map(CONTACT.search, (after, before)) if near), "")


def _kind(match: re.Match[str]) -> str:
    said = match.groupdict()
    return next((kind for kind in KINDS if said.get(kind)), "meeting")


def _nearest(found: _Found, periods: Sequence[FoundPeriod], text: str) -> FoundPeriod | None:
    """The nearest stretch of time in the same part of the sentence."""
    near: list[tuple[int, FoundPeriod]] = []
    for period in periods:
        first, second = sorted(((period.start, period.stop), (found.start, found.stop)))
        gap = max(0, second[0] - first[1])
        if period.first is not None and gap <= _REACH and not set(";:–—") & set(text[first[1] : second[0]]):
            near.append((gap, period))
    return min(near, key=lambda one: one[0])[1] if near else None


def _linked(text: str, found: _Found) -> bool:
    near = text[max(0, found.start - 40) : found.stop + 60]
    return found.number > 1 and LINKED.search(near) is not None


def _parties(here: tuple[str, ...], before: tuple[str, ...], registry: Registry) -> tuple[str, ...]:
    """Whose contacts: those named in the sentence, filled up to two with those named just before, of another state."""
    if len(here) >= 2:
        return here
    states = {registry.actors[a].state for a in here}
    for actor in before:
        if actor in registry.actors and registry.actors[actor].state not in states and len(here) < 2:
            here, states = (*here, actor), states | {registry.actors[actor].state}
    return here


def _claim(
    document: Document,
    at: tuple[int, _Found, FoundPeriod | None],
    parties: Sequence[str],
    inside: Sequence[Mention],
) -> CountClaim:
    start, found, period = at
    usual = document.happened_on or document.published_on
    first, last = (found.start, found.stop)
    if period is not None:
        near = period.start <= found.stop + 60 and period.stop >= found.start - 60
        first, last = (min(first, period.start), max(last, period.stop)) if near else (first, last)
    until = _until(document, document.text[start : start + max(last, 400)], usual, period)
    return CountClaim(
        document=document.id,
        reader=READER,
        start=start + first,
        stop=start + last,
        kind=found.kind,
        parties=tuple(sorted(parties)),
        ordinal=found.number,
        period=document.text[start + period.start : start + period.stop] if period else "",
        since=_since(period, until),
        until=until,
        claimant=_claimant(document, inside),
        lang=document.lang,
    )


def _since(period: FoundPeriod | None, until: date) -> date | None:
    """The first day of the period; "for the first time in ten years" looks back as far as the words reach ahead."""
    if period is None or period.first is None or period.last is None or period.first < until or period.last <= until:
        return period.first if period else None
    length = period.last - period.first
    return until - length if until - date.min > length else date.min


def _until(document: Document, sentence: str, usual: date, period: FoundPeriod | None) -> date:
    """The day of the contact where the sentence tells it, else of the text; no later than the period."""
    days = [f.day for f in language(document.lang).dates(sentence, document.published_on)]
    day = next((d for d in days if (period is None or period.first is None or d >= period.first)), usual)
    return (
        min(day, period.last) if period and period.last and not (period.first and period.last < period.first) else day
    )


def _claimant(document: Document, inside: Sequence[Mention]) -> str:
    """Whoever a speech verb stands right beside, among those the facts know; "" where the text itself counts."""
    verbs = language(document.lang).speech_verbs
    for mention in inside:
        if mention.kind not in ("actor", "institution"):
            continue
        after = document.text[mention.stop : mention.stop + 30].split()
        before = document.text[max(0, mention.start - 30) : mention.start].split()
        if any(w.strip(",.:;—–").lower() in verbs for w in (*after[:1], *before[-1:])):
            return mention.target
    return ""
