"""Transcripts: who said what, in running text.

A turn is all that stands between two speaker labels. The lead, section headings and closing marks are nobody's
speech; speech-like stretches that no label claims are handed back as unread. Text is never changed: statements are
spans. Not for reported speech ("he said that …"): see attribution.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from overtone.language import language
from overtone.read.labels_finding import find_labels, judged
from overtone.read.labels_scene import Label
from overtone.read.names import topics_of
from overtone.read.speakers import book, setting
from overtone.read.speakers_cast import Part, cast
from overtone.read.speakers_named import bearer, in_own_words, only_name
from overtone.read.transcripts_acts import Turn, act, meeting
from overtone.read.transcripts_address import find_address, is_spoken, speaks_at_once
from overtone.records import Document, Mention, Span, Statement
from overtone.registry import Registry

READER = "transcript@1"
UNCLAIMED = 300  # characters: a shorter stretch behind asterisks is a heading or a closing line

_STARS = re.compile(r"\*\s?\*\s?\*")
_CLOSING = re.compile(
    r"(?:\s|\*|<…>|<\.\.\.>|\(?(?:To be continued|Продолжение следует|Працяг будзе)[.…]*\)?[.…]*"
    r"|\\?#{3}|\bEND\b|\b\d{1,2}:\d\d [AP]\.?M\.?(?: [A-Z]{2,4})?)+\Z"
)
_MARK = re.compile(  # a cheap look before the closing marks are cut: one sign out of a set comes first
    r"[<*#EAPcсб](?:(?<=[<*#])|(?<=E)ND|(?<=[AP])\.?M|(?<=c)ontinued|(?<=с)ледует|(?<=б)удзе)"
)
_CONTINUED = re.compile(r"(?:<…>|<\.\.\.>|To be continued|Продолжение следует|Працяг будзе)[.…)\s]*\Z")
_NO_HEADING = frozenset('.!?…:»”"')  # nor does a heading end with one of these
_HEADING_LINE = re.compile(r"\n\s*[^\n.!?…:»”\"]{3,160}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all statements of one document share, worked out once."""

    document: Document
    id: str
    day: date
    venue: str
    count: Callable[[str], int]
    mentions: Sequence[Mention]
    starts: Sequence[int]  # of the mentions


def read_transcript(
    document: Document, registry: Registry, mentions: Sequence[Mention]
) -> tuple[tuple[Statement, ...], tuple[Span, ...], tuple[str, ...]]:
    """The statements of a transcript, stretches of speech given to nobody, and notes; all empty for other documents.

    `mentions` are those of the whole document, in order. Raises UsageError for a language the house does not speak.
    """
    start, stop = body_of(document)
    names = book(registry)
    labels = (
        find_labels(document.text, start, stop, names.knows, names.is_place)
        if _may_speak(document, start, stop)
        else []
    )
    if not labels:
        return _stated(document, registry, mentions, (start, stop)) or _address(
            document, registry, mentions, (start, stop)
        )
    where = setting(document, registry)
    parts = cast(labels, names, where)
    turns, unread = [], []
    limits = [label.start for label in labels[1:]] + [stop]
    for label, part, limit in zip(labels, parts, limits, strict=True):
        end, rest = _turn_end(document.text, label.speech, limit, last=limit == stop)
        unread.extend(rest)
        if end > label.speech:
            turns.append(_turn(document, label, part, end))
    seen = meeting(turns, document.part("headline"))
    page = _page(document, registry, mentions)
    statements = tuple(_statement(page, turn, act(turns, at, seen)) for at, turn in enumerate(turns))
    return statements, tuple(unread), (*_unknown(turns), *_notes(document.text, start, stop))


def _page(document: Document, registry: Registry, mentions: Sequence[Mention]) -> _Page:
    return _Page(
        document=document,
        id=document.id,
        day=document.happened_on or document.published_on,
        venue=venue_of(document, registry),
        count=language(document.lang).words,
        mentions=mentions,
        starts=[mention.start for mention in mentions],
    )


def _turn(document: Document, label: Label, part: Part, end: int) -> Turn:
    return Turn(
        label=label,
        voice=part.voice,
        actor=part.actor,
        office=part.office,
        start=label.speech,
        stop=end,
        words=document.text[label.speech : end],
    )


def explain_labels(document: Document, registry: Registry) -> Iterator[tuple[str, str, bool]]:
    """The debug twin: every stretch in front of a colon, the rule that decided, and whether it is a label."""
    names = book(registry)
    start, stop = body_of(document)
    for label, candidate, rule in judged(document.text, start, stop, names.knows, names.is_place):
        yield candidate.printed, rule, label is not None


def body_of(document: Document) -> tuple[int, int]:
    """Where speech may stand: the body, or all behind the headline where the source tells no parts apart."""
    bodies = [part for part in document.parts if part.role == "body"]
    if bodies:
        return bodies[0].start, bodies[-1].stop
    heads = [part.stop for part in document.parts if part.role == "headline"]
    return max(heads, default=0), len(document.text)


def _may_speak(document: Document, start: int, stop: int) -> bool:
    text = document.text
    return text.find(":", start, stop) >= 0 or text.find("\nQ", start, stop) >= 0


def _turn_end(text: str, start: int, limit: int, *, last: bool) -> tuple[int, list[Span]]:
    """Where the speech behind a label ends, and long unclaimed speech behind a row of asterisks."""
    stars = _STARS.search(text, start, limit) if text.find("*", start, limit) >= 0 else None
    end = stars.start() if stars else limit
    rest = []
    if stars is not None:
        first, final = _trimmed(text, stars.end(), limit)
        if final - first >= UNCLAIMED and is_spoken(text[first:final]):
            rest.append(Span(start=first, stop=final))
    elif not last:
        end = _before_heading(text, start, end)
    return _trimmed(text, start, end)[1], rest


def _before_heading(text: str, start: int, end: int) -> int:
    final = end
    while final > start and text[final - 1].isspace():
        final -= 1
    window = max(start, end - 240)
    if final <= window or text[final - 1] in _NO_HEADING or text.find("\n\n", window, final) < 0:
        return final
    heading = _HEADING_LINE.search(text, window, final)
    return heading.start() if heading is not None and "\n\n" in heading.group() else final


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _MARK.search(text, max(start, end - 60), end) is None:
        return start, end
    window = max(start, end - 200)
    closing = _CLOSING.search(text[window:end])
    return start, window + closing.start() if closing else end


def _statement(page: _Page, turn: Turn, does: str) -> Statement:
    document = page.document
    first = bisect_left(page.starts, turn.start)
    last = bisect_left(page.starts, turn.stop, first)
    inside = tuple([mention for mention in page.mentions[first:last] if mention.stop <= turn.stop])
    return Statement(
        document=page.id,
        reader=READER,
        start=turn.start,
        stop=turn.stop,
        speaker=document.text[turn.label.start : turn.label.stop],
        speaker_start=turn.label.start,
        speaker_stop=turn.label.stop,
        actor=turn.actor,
        office=turn.office,
        manner="transcript",
        act=does,
        said_on=page.day,
        lang=document.lang,
        venue=page.venue,
        place=document.place,
        words=page.count(turn.words),
        topics=topics_of(inside) if inside else (),
        mentions=inside,
    )


def venue_of(document: Document, registry: Registry) -> str:
    """The event a document belongs to: as the source says, or by its day and the words of its headline."""
    if document.event in registry.events:
        return document.event
    day = document.happened_on or document.published_on
    headline = document.part("headline").casefold()
    for event in registry.events.values():
        if event.start <= day <= event.stop and any(word in headline for word in event.words):
            return event.id
    return ""


def _unknown(turns: Sequence[Turn]) -> tuple[str, ...]:
    nobody = (turn.label for turn in turns if turn.actor is None and not turn.label.role)
    return tuple(dict.fromkeys(f"unknown-speaker:{label.name or label.printed}" for label in nobody))


def _notes(text: str, start: int, stop: int) -> tuple[str, ...]:
    return ("to-be-continued",) if _CONTINUED.search(text[max(start, stop - 80) : stop]) else ()


def _stated(
    document: Document, registry: Registry, mentions: Sequence[Mention], body: tuple[int, int]
) -> tuple[tuple[Statement, ...], tuple[Span, ...], tuple[str, ...]] | None:
    """The body as the words of the one speaker whom the source states; None where it states none, or reports.

    The name stands in no text, so its span is the empty one before the first word.
    """
    name = only_name(document.speaker)
    first, final = _trimmed(document.text, *body)
    if not name or not in_own_words(document.text[first:final], document.part("headline"), name):
        return None
    page = _page(document, registry, mentions)
    actor, office = bearer(name, book(registry), page.day)
    label = Label(start=first, stop=first, speech=first, printed=name, name=name, note="", rule="stated", role="")
    turn = _turn(document, label, Part(voice=name, actor=actor, office=office), final)
    statement = replace(_statement(page, turn, "position"), speaker=name)
    return (statement,), (), (*_unknown([turn]), *_notes(document.text, *body))


def _address(
    document: Document, registry: Registry, mentions: Sequence[Mention], body: tuple[int, int]
) -> tuple[tuple[Statement, ...], tuple[Span, ...], tuple[str, ...]]:
    found = find_address(document, registry, mentions, body)
    first, final = _trimmed(document.text, *body)
    if found is None or final <= first:
        nobody = final - first >= UNCLAIMED and speaks_at_once(document.text[first : min(final, first + 2500)])
        return (), (Span(start=first, stop=final),) if nobody else (), ()
    label = Label(
        start=found.start, stop=found.stop, speech=first, printed=document.text[found.start : found.stop], name="",
        note="", rule="headline", role="",
    )  # fmt: skip
    part = Part(voice=label.printed, actor=found.actor, office=found.office)
    turn = _turn(document, label, part, final)
    statement = _statement(_page(document, registry, mentions), turn, "position")
    return (statement,), (), (*_unknown([turn]), *_notes(document.text, *body))
