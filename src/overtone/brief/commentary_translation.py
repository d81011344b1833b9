"""Hand translations: which sentence renders which, and what has changed in the original since.

A lock file beside the translation holds, for each of its sentences, a digest of the sentences of the original that it
renders. Where one of these is no longer there, the translated sentence is stale. Not for judging whether a translation
is good.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby

from overtone.brief.commentary import sentences
from overtone.brief.commentary_references import beginning, quoted
from overtone.errors import CommentaryError
from overtone.records.commentaries import Article, Behind, Block, Said

CURRENT, STALE, UNRECORDED, MISSING = "current", "stale", "unrecorded", "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence as it is translated: also the title, a heading, the description of a picture."""

    words: str
    digest: str
    block: int  # which paragraph, counted from 0
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What one translated sentence renders, as the translator last said."""

    own: str  # digest of the translated sentence
    source: tuple[str, ...]  # digests of the sentences it renders; none where it is the translator's addition
    words: str  # beginning of the original, for people
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How one sentence of a translation stands, or one of the original that nothing renders."""

    state: str  # current | stale | unrecorded | missing
    line: int  # of the translation; of the original for a missing one
    words: str
    source: str  # beginning of the original as it was when last compared
    on: date | None


def digest(words: str, cites: Iterable[str] = ()) -> str:
    """A sentence and what it rests on, in sixteen characters; spaces make no difference."""
    told = "\0".join((" ".join(words.split()), *sorted(set(cites))))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def units(article: Article) -> tuple[Unit, ...]:
    """All sentences of an article in the order of reading, without quotations: these stay as they were published."""
    front, lines = article.front, dict(article.front.lines)
    loose = [
        [Said(words, (), lines.get(name, 1))]
        for name, words in (
            ("title", front.title),
            ("disclaimer", front.disclaimer),
            ("image", front.alt),
            ("image", front.credit),
        )
        if words
    ]
    parts: list[Sequence[Said]] = [*loose, front.summary]
    for block in (*article.blocks, *(note for _, note in article.notes)):
        parts += _parts(block)
    return tuple(
        Unit(words=said.words, digest=digest(said.words, (*said.cites, *said.shared)), block=number, line=said.line)
        for number, part in enumerate(parts)
        for said in part
    )


def _parts(block: Block) -> list[Sequence[Said]]:
    if block.kind == "figure":
        return [[Said(block.words, (), block.line)], [Said(block.credit, (), block.line)]]
    if block.kind == "list":
        return [tuple(sentences(item)) for item in block.children]
    foreign = block.kind == "quote" or (block.kind == "pull" and block.cites)
    return [block.sentences] if block.sentences and not foreign else []


def states(source: Sequence[Unit], own: Sequence[Unit], kept: Mapping[str, Kept]) -> tuple[State, ...]:
    """How each sentence of a translation stands, and which of the original nothing renders."""
    there = {unit.digest for unit in source}
    rendered: set[str] = set()
    found: list[State] = []
    for unit in own:
        entry = kept.get(unit.digest)
        if entry is None:
            found.append(State(state=UNRECORDED, line=unit.line, words=unit.words, source="", on=None))
            continue
        rendered.update(entry.source)
        state = CURRENT if there.issuperset(entry.source) else STALE
        found.append(State(state=state, line=unit.line, words=unit.words, source=entry.words, on=entry.on))
    # What a stale sentence will render once it is done again is not missing as well.
    open_places = {
        place for n, state in enumerate(found) if state.state != CURRENT for place in _window(n, source, own, kept)
    }
    for place, unit in enumerate(source):
        if unit.digest not in rendered and place not in open_places:
            found.append(State(state=MISSING, line=unit.line, words=unit.words, source=unit.words, on=None))
    return tuple(found)


def behind(found: Sequence[State], kept: Mapping[str, Kept]) -> Behind:
    """What the page of a translation has to say of itself."""
    stale = [one for one in found if one.state == STALE]
    missing = sum(one.state == MISSING for one in found)
    days = [one.on for one in stale if one.on is not None] or (
        [max(k.on for k in kept.values())] if missing and kept else []
    )
    return Behind(sentences=frozenset(one.words for one in stale), missing=missing, since=min(days, default=None))


def record(
    source: Sequence[Unit], own: Sequence[Unit], kept: Mapping[str, Kept], on: date, *, everything: bool = False
) -> dict[str, Kept]:
    """The lock of a translation as of a day: sentences that are new or were changed are held against the original.

    A sentence that stands as it stood keeps what it rendered, so that it stays stale where the original has changed;
    with `everything` the translator says that all of it was looked at.
    """
    there = {unit.digest: unit for unit in source}
    made: dict[str, Kept] = {}
    for number, unit in enumerate(own):
        entry = kept.get(unit.digest)
        if entry is not None and (not everything or set(entry.source) <= there.keys()):
            made[unit.digest] = entry
            continue
        rendered = tuple(source[place] for place in _window(number, source, own, kept))
        old = made.get(unit.digest)
        digests = (*(old.source if old else ()), *(one.digest for one in rendered))
        words = beginning(" ".join(one.words for one in rendered))
        made[unit.digest] = Kept(own=unit.digest, source=tuple(dict.fromkeys(digests)), words=words, on=on)
    return made


def _window(number: int, source: Sequence[Unit], own: Sequence[Unit], kept: Mapping[str, Kept]) -> range:
    """The places of the original that an open sentence renders: those between its settled neighbours.

    Where as many are open on both sides, one renders one; else each renders all of them. Paragraphs are kept apart
    where both have as many.
    """
    alike = len({u.block for u in source}) == len({u.block for u in own})
    places = {unit.digest: place for place, unit in enumerate(source)}
    block = own[number].block
    inside = [p for p, unit in enumerate(source) if not alike or unit.block == block]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)

    def settled(unit: Unit) -> list[int]:
        entry = kept.get(unit.digest)
        if entry is None or not entry.source or not all(one in places for one in entry.source):
            return []
        return [places[one] for one in entry.source]

    start = number
    while start > 0 and not settled(own[start - 1]) and (not alike or own[start - 1].block == block):
        start -= 1
    stop = number + 1
    while stop < len(own) and not settled(own[stop]) and (not alike or own[stop].block == block):
        stop += 1
    if start > 0 and (not alike or own[start - 1].block == block):
        first = max(first, *(place + 1 for place in settled(own[start - 1])))
    if stop < len(own) and (not alike or own[stop].block == block):
        last = min(last, *settled(own[stop]))
    if last - first == stop - start:
        return range(first + number - start, first + number - start + 1)
    return range(first, max(first, last))


def comparable(source: Sequence[Unit], own: Sequence[Unit], where: str) -> None:
    """CommentaryError where a first translation has other paragraphs than its original: then nothing can be matched."""
    left, right = _paragraphs(source), _paragraphs(own)
    if len(left) != len(right):
        raise CommentaryError(
            f"{len(right)} paragraphs, the original has {len(left)}",
            where=f"{where}:{own[-1].line}",
            next_step="translate paragraph by paragraph, headings and list items too",
        )


def _paragraphs(of: Sequence[Unit]) -> list[int]:
    return [block for block, _ in groupby(unit.block for unit in of)]


def kept_in(source: str, where: str) -> dict[str, Kept]:
    """What the lock file of a translation holds; CommentaryError where somebody changed it wrongly."""
    try:
        told = tomllib.loads(source).get("sentence", [])
        found = [
            Kept(
                own=str(one["own"]), source=tuple(map(str, one["source"])), words=str(one["words"]), on=_day(one["on"])
            )
            for one in told
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise CommentaryError(
            f"this lock file cannot be read ({error})",
            where=where,
            next_step="delete it and run `overtone commentary translated` again",
        ) from None
    return {one.own: one for one in found}


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise ValueError(f"{value!r} is no day")
    return value


def kept_file(kept: Mapping[str, Kept]) -> str:
    """The lock file of a translation, its sentences in the order of reading."""
    head = "# Written by `overtone commentary translated`: which sentences of the original each sentence renders.\n"
    parts = [
        f"\n[[sentence]]\nown = {quoted(one.own)}\nsource = [{', '.join(map(quoted, one.source))}]\n"
        f"words = {quoted(one.words)}\non = {one.on.isoformat()}\n"
        for one in kept.values()
    ]
    return head + "".join(parts)
