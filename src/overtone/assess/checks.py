"""The tests a claim may ask for: what was said, left unsaid, said first; who met, who voted how; what stands written.

Each takes a check and the ledger's evidence and says whether it is met, not met, or (None) cannot be seen from here.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from overtone.assess.material import sentence_around
from overtone.records import Document, Encounter, Evidence, Statement, Vote
from overtone.registry import Check, Registry

MOST_PASSAGES = 4


@dataclass(frozen=True, kw_only=True)
class Base:
    """What claims are checked against: all statements, contacts, votes and documents of a view."""

    registry: Registry
    statements: tuple[Statement, ...]
    encounters: tuple[Encounter, ...]
    votes: tuple[Vote, ...]
    documents: Mapping[str, Document]
    ordinals: Callable[[tuple[str, ...], int], Mapping[str, tuple[tuple[str, int], ...]]]  # contact → (rule, number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a check came to: met or not, None where the ledger cannot tell; what was found, and where."""

    met: bool | None
    found: str
    passages: tuple[Evidence, ...] = ()


def said(check: Check, base: Base) -> Outcome:
    """Whether one of the actors said it: statements with the words, topic or target asked for."""
    heard = list(_heard(check, base))
    if not heard:
        return Outcome(met=None, found="no statement of this speaker in the ledger")
    hits = [(s, spot) for s in heard for spot in _hits(check, s, base)]
    passages = tuple(_passage(s, spot, base) for s, spot in hits[:MOST_PASSAGES])
    return Outcome(met=bool(hits), found=f"{len(hits)} passages in {len(heard)} statements", passages=passages)


def silent(check: Check, base: Base) -> Outcome:
    """Whether none of the actors said it, though each of them spoke."""
    heard = list(_heard(check, base))
    absent = set(check.words("actor")) - {s.actor for s in heard}
    if absent:
        return Outcome(met=None, found=f"no statement of {', '.join(sorted(absent))} in the ledger")
    hits = [(s, spot) for s in heard for spot in _hits(check, s, base)]
    passages = tuple(_passage(s, spot, base) for s, spot in hits[:MOST_PASSAGES])
    whole = tuple(Evidence(document=s.document, start=s.start, stop=s.stop, row=s.id) for s in heard)
    found = f"{len(hits)} passages in {len(heard)} statements"
    return Outcome(met=not hits, found=found, passages=passages or whole[:MOST_PASSAGES])


def more(check: Check, base: Base) -> Outcome:
    """Whether the actor mentioned the target more often than another did."""
    counts = {}
    passages: list[Evidence] = []
    for side in ("actor", "than"):
        heard = [s for s in _inside(check, base) if s.actor == check.ask(side)]
        if not heard:
            return Outcome(met=None, found=f"no statement of {check.ask(side)} in the ledger")
        hits = [(s, spot) for s in heard for spot in _hits(check, s, base)]
        counts[side] = len(hits)
        passages += [_passage(s, spot, base) for s, spot in hits[: MOST_PASSAGES // 2]]
    found = f"{check.ask('actor')} {counts['actor']}, {check.ask('than')} {counts['than']}"
    return Outcome(met=counts["actor"] > counts["than"], found=found, passages=tuple(passages))


def met(check: Check, base: Base) -> Outcome:
    """Whether the parties were in contact that day, of the kinds and status asked for (held by default)."""
    day = date.fromisoformat(check.ask("on"))
    parties = set(check.words("parties"))
    seen = [e for e in base.encounters if e.date == day and parties <= set(e.parties)]
    if not seen:
        return Outcome(met=None, found="no report of such a contact in the ledger")
    kinds, status = check.words("kind"), check.ask("status") or "held"
    fits = [e for e in seen if e.status == status and (not kinds or e.kind in kinds)]
    told = ", ".join(f"{e.kind} {e.status}" for e in seen)
    return Outcome(met=bool(fits), found=told, passages=_reports(fits or seen))


def ordinal(check: Check, base: Base) -> Outcome:
    """Whether any counting rule gives the contact of that day the number claimed."""
    day = date.fromisoformat(check.ask("on"))
    parties = check.words("parties")
    seen = [e for e in base.encounters if e.date == day and set(parties) <= set(e.parties)]
    numbers = base.ordinals(parties, day.year)
    counted = sorted({pair for e in seen for pair in numbers.get(e.id, ())})
    if not counted:
        return Outcome(met=None, found="no held contact of that day in the ledger")
    told = ", ".join(f"{rule}: {number}" for rule, number in counted)
    met = any(number == int(check.ask("n")) for _, number in counted)
    return Outcome(met=met, found=told, passages=_reports(seen))


def first(check: Check, base: Base) -> Outcome:
    """Whether the actor's first words on it, in the time asked for, fall on that day or later."""
    heard = sorted(_heard(check, base), key=lambda s: (s.said_on, s.document, s.start))
    hits = [(s, spot) for s in heard for spot in _hits(check, s, base)]
    if not hits:
        return Outcome(met=None, found="no statement of this speaker on it in the ledger")
    statement, spot = hits[0]
    met = statement.said_on >= date.fromisoformat(check.ask("on"))
    found = f"first said on {statement.said_on.isoformat()}"
    return Outcome(met=met, found=found, passages=(_passage(statement, spot, base),))


def voted(check: Check, base: Base) -> Outcome:
    """Whether most of a bloc's members made the choice in that vote."""
    votes = [v for v in base.votes if v.resolution == check.ask("resolution")]
    members = base.registry.members(check.ask("bloc"), votes[0].voted_on) if votes else ()
    cast = {v.state: v for v in sorted(votes, key=lambda v: v.id) if v.state in members}
    if not cast or len(cast) < len(members):
        return Outcome(met=None, found=f"{len(cast)} of {len(members)} members' votes in the ledger")
    chose = [v for v in cast.values() if v.choice == check.ask("choice")]
    told = ", ".join(f"{state} {vote.choice}" for state, vote in sorted(cast.items()))
    lines = tuple(Evidence(document=v.document, start=v.start, stop=v.stop, row=v.id) for v in cast.values())
    return Outcome(met=2 * len(chose) > len(cast), found=told, passages=lines)


def written(check: Check, base: Base) -> Outcome:
    """Whether a document of the event or days has the words, whoever speaks."""
    pages = list(_pages(check, base))
    if not pages:
        return Outcome(met=None, found="no such document in the ledger")
    hits = [(page, spot) for page in pages for spot in pattern(check.words("words")).finditer(page.text)]
    passages = tuple(
        Evidence(document=page.id, start=start, stop=stop)
        for page, spot in hits[:MOST_PASSAGES]
        for start, stop in [sentence_around(page.text, page.lang, spot.start())]
    )
    return Outcome(met=bool(hits), found=f"{len(hits)} passages in {len(pages)} documents", passages=passages)


def unwritten(check: Check, base: Base) -> Outcome:
    """Whether no document of the event or days has the words."""
    outcome = written(check, base)
    return Outcome(met=None if outcome.met is None else not outcome.met, found=outcome.found, passages=outcome.passages)


TESTS: Mapping[str, Callable[[Check, Base], Outcome]] = MappingProxyType(
    {
        "said": said,
        "silent": silent,
        "more": more,
        "met": met,
        "ordinal": ordinal,
        "first": first,
        "voted": voted,
        "written": written,
        "unwritten": unwritten,
    }
)


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, at the start of a word, whatever the case; `*` stands for the rest of a word."""
    parts = (r"\w*".join(re.escape(piece) for piece in word.split("*")) for word in words)
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)


def _inside(check: Check, base: Base) -> Iterator[Statement]:
    """Positions said at the event and in the days asked for."""
    event = check.ask("event")
    since = check.ask("on") if check.test != "first" else ""
    low, high = (since or check.ask("from") or "0001-01-01"), (since or check.ask("to") or "9999-12-31")
    for statement in base.statements:
        there = not event or statement.venue == event
        if there and statement.act == "position" and low <= statement.said_on.isoformat() <= high:
            yield statement


def _heard(check: Check, base: Base) -> Iterator[Statement]:
    actors = set(check.words("actor"))
    return (s for s in _inside(check, base) if s.actor in actors)


def _hits(check: Check, statement: Statement, base: Base) -> Iterator[int]:
    """Where in the document the statement has what is asked for: words, else mentions, else its beginning."""
    targets = {*check.words("target"), *check.words("topic")}
    if targets and not any(m.target in targets for m in statement.mentions):
        return
    if words := check.words("words"):
        text = base.documents[statement.document].text[statement.start : statement.stop]
        yield from (statement.start + found.start() for found in pattern(words).finditer(text))
    elif targets:
        yield from (m.start for m in statement.mentions if m.target in targets)
    else:
        yield statement.start


def _passage(statement: Statement, spot: int, base: Base) -> Evidence:
    text = base.documents[statement.document].text
    start, stop = sentence_around(text, statement.lang, spot, statement.start, statement.stop)
    return Evidence(document=statement.document, start=start, stop=stop, row=statement.id)


def _reports(encounters: list[Encounter]) -> tuple[Evidence, ...]:
    return tuple(report for e in encounters for report in e.reports)[:MOST_PASSAGES]


def _pages(check: Check, base: Base) -> Iterator[Document]:
    event = check.ask("event")
    low, high = (check.ask("on") or check.ask("from") or "0001"), (check.ask("on") or check.ask("to") or "9999")
    for _, page in sorted(base.documents.items()):
        known = base.registry.events.get(event)
        titled = known is not None and any(word in page.part("headline").casefold() for word in known.words)
        day = page.happened_on or page.published_on
        dated = known is not None and known.start <= day <= known.stop
        if (not event or page.event == event or (titled and dated)) and low <= day.isoformat() <= high:
            yield page
