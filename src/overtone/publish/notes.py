"""Numbering: which number each piece of evidence bears on the page, and which sentences rest on it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from overtone.publish.proof import sentences
from overtone.records import Abstention, Edition, Exhibit, Sentence, Signal, Text, TextChart, TextSection

SHOWN = 3  # evidence numbers printed after a sentence before the rest is folded into one link
SPARED = 1  # so many more are printed rather than folded
PARAGRAPH = 4  # sentences
SAID = 60  # letters of a quotation that is given a paragraph of its own
QUOTED = re.compile(r"«(.+)»|“(.+)”|„(.+)“", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A numbered link after a sentence."""

    number: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a sentence; `lang` where it is quoted from a document, which may be in another language."""

    words: str
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with its place on the page and its numbered ground."""

    anchor: str
    words: str
    pieces: tuple[Piece, ...]  # the same words, with what is quoted set apart
    limit: bool
    exhibits: tuple[Ref, ...]
    folded: tuple[int, ...]  # evidence numbers that stand behind the link "+n"
    signals: tuple[Ref, ...]

    @property
    def said(self) -> bool:
        """Whether the sentence is there for a quotation of some length."""
        return any(piece.lang and len(piece.words) >= SAID for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A chart with its number in the edition."""

    number: int
    chart: TextChart

    @property
    def stem(self) -> str:
        """Name of its files and anchor, the same in every language."""
        return f"chart-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A section laid out: its lines, paragraphs and charts."""

    section: TextSection
    headline: Line
    ground: Line
    lead: tuple[Line, ...]
    paragraphs: tuple[tuple[Line, ...], ...]
    plates: tuple[Plate, ...]

    @property
    def opening(self) -> tuple[tuple[Line, ...], ...]:
        """The lead in paragraphs."""
        return _paragraphs(self.lead)

    @property
    def quiet(self) -> bool:
        """Whether the section has nothing to tell but what cannot be said."""
        told = (self.headline, *self.lead, *(line for paragraph in self.paragraphs for line in paragraph))
        return all(line.limit for line in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A register laid out, a sentence a line."""

    key: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One text, numbered."""

    passages: tuple[Passage, ...]
    registers: tuple[Listed, ...]
    limits: tuple[Line, ...]
    plates: tuple[Plate, ...]
    loose: tuple[Plate, ...]  # charts that belong to no section
    notes: tuple[tuple[int, Exhibit], ...]
    resting: Mapping[str, tuple[Line, ...]]  # exhibit id → lines
    measured: tuple[Signal | Abstention, ...]  # in the order of their numbers
    cited: int  # how many of these the sentences rest on


def _numbers(edition: Edition, text: Text) -> dict[str, int]:
    """Evidence in order of first appearance, what only numbers rest on after it."""
    cited = [name for sentence in sentences(text) for name in sentence.exhibits]
    ordered = dict.fromkeys([*cited, *(exhibit.id for exhibit in edition.exhibits)])
    return {name: place for place, name in enumerate(ordered, 1)}


def _measured(edition: Edition, text: Text) -> tuple[tuple[Signal | Abstention, ...], int]:
    """Signals, those that sentences rest on first, and how many these are."""
    cited = dict.fromkeys(name for sentence in sentences(text) for name in sentence.signals)
    known = {signal.id: signal for signal in edition.signals}
    ordered = tuple(known[name] for name in dict.fromkeys([*cited, *known]))
    return ordered, len(cited)


def _anchors(text: Text) -> list[str]:
    """`s-<id>` for each sentence; a finding that stands twice gets `s-<id>-2` the second time."""
    seen: dict[str, int] = {}
    anchors = []
    for sentence in sentences(text):
        seen[sentence.id] = seen.get(sentence.id, 0) + 1
        again = f"-{seen[sentence.id]}" if seen[sentence.id] > 1 else ""
        anchors.append(f"s-{sentence.id}{again}")
    return anchors


def _pieces(sentence: Sentence, exhibits: Mapping[str, Exhibit]) -> tuple[Piece, ...]:
    """What stands between quotation marks is a quotation only if it stands in a document the sentence rests on."""
    found = QUOTED.search(sentence.words)
    inner = next((words for words in found.groups() if words), "") if found else ""
    cited = (exhibits[name] for name in sentence.exhibits)
    source = next((e for e in cited if inner and inner.rstrip(" …") in e.before + e.quote + e.after), None)
    if source is None:
        return (Piece(words=sentence.words),)
    before, after = sentence.words.split(inner, 1)
    return Piece(words=before), Piece(words=inner, lang=source.lang), Piece(words=after)


def runs(exhibit: Exhibit, resting: Iterable[Line]) -> tuple[tuple[str, bool], ...]:
    """The words of an exhibit cut where sentences quote from them: each run, and whether it is quoted."""
    cited = {piece.words.rstrip(" …") for line in resting for piece in line.pieces if piece.lang}
    found = sorted((exhibit.quote.find(words), words) for words in cited if words in exhibit.quote)
    made: list[tuple[str, bool]] = []
    place = 0
    for start, words in found:
        if start < place or words == exhibit.quote:
            continue
        made += [(exhibit.quote[place:start], False), (words, True)]
        place = start + len(words)
    return tuple(run for run in (*made, (exhibit.quote[place:], False)) if run[0])


def _line(
    sentence: Sentence,
    anchor: str,
    exhibits: Mapping[str, Exhibit],
    numbers: Mapping[str, int],
    signals: Mapping[str, int],
) -> Line:
    cited = sorted({numbers[name]: name for name in sentence.exhibits}.items())
    shown = cited if len(cited) <= SHOWN + SPARED else cited[:SHOWN]
    measured = sorted({signals[name]: name for name in sentence.signals}.items())
    return Line(
        anchor=anchor,
        words=sentence.words,
        pieces=_pieces(sentence, exhibits),
        limit=sentence.mark == "limit",
        exhibits=tuple(Ref(number=number, id=name) for number, name in shown),
        folded=tuple(number for number, _ in cited[len(shown) :]),
        signals=tuple(Ref(number=number, id=name) for number, name in measured),
    )


def _paragraphs(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Sentences gathered into short paragraphs; a limit and a longer quotation stand alone."""
    paragraphs: list[tuple[Line, ...]] = []
    for line in lines:
        last = paragraphs[-1] if paragraphs else ()
        alone = line.limit or line.said or (last and (last[-1].limit or last[-1].said))
        if last and not alone and len(last) < PARAGRAPH:
            paragraphs[-1] = (*last, line)
        else:
            paragraphs.append((line,))
    return tuple(paragraphs)


def lay_out(edition: Edition, text: Text) -> Layout:
    """Number the evidence of one text and gather its sentences into passages, in the order of the page."""
    numbers, (measured, cited) = _numbers(edition, text), _measured(edition, text)
    signals = {signal.id: n for n, signal in enumerate(measured, 1)}
    anchors = _anchors(text)
    exhibits = {exhibit.id: exhibit for exhibit in edition.exhibits}
    lines = [_line(s, a, exhibits, numbers, signals) for s, a in zip(sentences(text), anchors, strict=True)]
    resting: dict[str, tuple[Line, ...]] = {}
    for sentence, line in zip(sentences(text), lines, strict=True):
        for name in dict.fromkeys(sentence.exhibits):
            resting[name] = (*resting.get(name, ()), line)
    plates = tuple(Plate(number=n, chart=chart) for n, chart in enumerate(text.charts, 1))
    flow = iter(lines)
    passages = tuple(
        Passage(
            section=section,
            headline=next(flow),
            ground=next(flow),
            lead=tuple(next(flow) for _ in section.lead),
            paragraphs=_paragraphs(tuple(next(flow) for _ in section.body)),
            plates=tuple(p for p in plates if p.chart.theme == section.theme),
        )
        for section in text.sections
    )
    homes = {section.theme for section in text.sections}
    registers = tuple(
        Listed(key=r.key, lines=tuple(next(flow) for _ in r.sentences), more=r.more) for r in text.registers
    )
    return Layout(
        passages=passages,
        registers=registers,
        limits=tuple(flow),
        plates=plates,
        loose=tuple(p for p in plates if p.chart.theme not in homes),
        notes=tuple((number, exhibits[name]) for name, number in numbers.items()),
        resting=resting,
        measured=measured,
        cited=cited,
    )
