"""Numbering: which number each piece of evidence bears on the page, and which sentences rest on it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from overtone.publish.proof import portrayed, sentences
from overtone.records import Abstention, Edition, Exhibit, Sentence, Signal, Text, TextChart, TextSection

SHOWN = 3  # evidence numbers printed after a sentence before the rest is folded into one link
SPARED = 1  # so many more are printed rather than folded
MOST_DAYS = 14  # printed one by one
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
    leads: str = ""  # the portrait of whom or what it names, from the week's folder: "actor/putin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the numbered links of sentences lead to."""

    exhibits: Mapping[str, Exhibit]
    numbers: Mapping[str, int]  # exhibit id → number
    signals: Mapping[str, int]  # signal id → number
    homes: frozenset[tuple[str, str]]  # kind and id of every portrait


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
    analysis: bool = False  # a signed judgement, which bears its mark on the page

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
    homes: frozenset[tuple[str, str]]  # kind and id of every portrait
    bearing: Mapping[str, tuple[Line, ...]]  # signal id → lines
    days: Mapping[str, tuple[tuple[date, bool], ...]]  # source id → each day, and whether the source was seen alive


def aside(edition: Edition, text: Text) -> frozenset[str]:
    """Ids of the exhibits and signals that only portraits show: they have pages, and no place among the numbered."""
    shown = {name for sentence in portrayed(text) for name in (*sentence.exhibits, *sentence.signals)}
    named = {name for sentence in sentences(text) for name in (*sentence.exhibits, *sentence.signals)}
    overall = {one.id for one in edition.signals if isinstance(one, Signal) and not one.actor}
    return frozenset(shown - named - overall)


def _numbers(edition: Edition, text: Text) -> dict[str, int]:
    """Evidence in order of first appearance, what only numbers rest on after it."""
    cited = [name for sentence in sentences(text) for name in sentence.exhibits]
    apart = aside(edition, text)
    ordered = dict.fromkeys([*cited, *(exhibit.id for exhibit in edition.exhibits if exhibit.id not in apart)])
    return {name: place for place, name in enumerate(ordered, 1)}


def _measured(edition: Edition, text: Text) -> tuple[tuple[Signal | Abstention, ...], int]:
    """Signals, those that sentences rest on first, and how many these are."""
    cited = dict.fromkeys(name for sentence in sentences(text) for name in sentence.signals)
    apart = aside(edition, text)
    known = {signal.id: signal for signal in edition.signals if signal.id not in apart}
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


def _quotes(sentence: Sentence, exhibits: Mapping[str, Exhibit]) -> list[tuple[int, int, str]]:
    """Where a sentence quotes: as it was composed, else what stands between quotation marks and in its evidence."""
    if sentence.quotes:
        return list(sentence.quotes)
    found = QUOTED.search(sentence.words)
    inner = next((words for words in found.groups() if words), "") if found else ""
    cited = (exhibits[name] for name in sentence.exhibits)
    source = next((e for e in cited if inner and inner.rstrip(" …") in e.before + e.quote + e.after), None)
    start = sentence.words.find(inner)
    return [] if source is None else [(start, start + len(inner), source.lang)]


def _pieces(sentence: Sentence, ground: Ground) -> tuple[Piece, ...]:
    """The runs of a sentence: quoted words in their language, names that lead to their portraits, the rest."""
    marks = [(start, stop, lang, "") for start, stop, lang in _quotes(sentence, ground.exhibits)]
    marks += [(a, b, "", f"{kind}/{key}") for a, b, kind, key in sentence.names if (kind, key) in ground.homes]
    made: list[Piece] = []
    place = 0
    for start, stop, lang, leads in sorted(marks):
        if start < place:
            continue
        made += [
            Piece(words=sentence.words[place:start]),
            Piece(words=sentence.words[start:stop], lang=lang, leads=leads),
        ]
        place = stop
    return tuple(piece for piece in (*made, Piece(words=sentence.words[place:])) if piece.words)


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


def line_of(sentence: Sentence, anchor: str, ground: Ground, shown: int = SHOWN) -> Line:
    """A sentence laid out; evidence numbers beyond those `shown` are folded into one link."""
    cited = sorted({ground.numbers[name]: name for name in sentence.exhibits}.items())
    printed = cited if len(cited) <= shown + SPARED else cited[:shown]
    measured = sorted({ground.signals[name]: name for name in sentence.signals}.items())
    return Line(
        anchor=anchor,
        words=sentence.words,
        pieces=_pieces(sentence, ground),
        limit=sentence.mark == "limit",
        exhibits=tuple(Ref(number=number, id=name) for number, name in printed),
        folded=tuple(number for number, _ in cited[len(printed) :]),
        signals=tuple(Ref(number=number, id=name) for number, name in measured),
        analysis=sentence.mark == "analysis",
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


def _resting(text: Text, lines: Sequence[Line]) -> tuple[dict[str, tuple[Line, ...]], dict[str, tuple[Line, ...]]]:
    """Which lines rest on each exhibit, and which on each signal."""
    resting: dict[str, tuple[Line, ...]] = {}
    bearing: dict[str, tuple[Line, ...]] = {}
    for sentence, line in zip(sentences(text), lines, strict=True):
        for names, found in ((sentence.exhibits, resting), (sentence.signals, bearing)):
            for name in dict.fromkeys(names):
                found[name] = (*found.get(name, ()), line)
    return resting, bearing


def _days(edition: Edition) -> dict[str, tuple[tuple[date, bool], ...]]:
    """For each source the days of the week, where they are few enough to print, and whether it was seen on each."""
    window = edition.brief.window
    if window.days > MOST_DAYS:
        return {}
    every = [window.start + timedelta(days=n) for n in range(window.days)]
    return {source: tuple((day, day in alive) for day in every) for source, alive in edition.brief.seen}


def lay_out(edition: Edition, text: Text) -> Layout:
    """Number the evidence of one text and gather its sentences into passages, in the order of the page."""
    numbers, (measured, cited) = _numbers(edition, text), _measured(edition, text)
    signals = {signal.id: n for n, signal in enumerate(measured, 1)}
    anchors = _anchors(text)
    exhibits = {exhibit.id: exhibit for exhibit in edition.exhibits}
    homes = frozenset((portrait.kind, portrait.id) for portrait in text.portraits)
    ground = Ground(exhibits=exhibits, numbers=numbers, signals=signals, homes=homes)
    lines = [line_of(s, a, ground) for s, a in zip(sentences(text), anchors, strict=True)]
    resting, bearing = _resting(text, lines)
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
    themes = {section.theme for section in text.sections}
    registers = tuple(
        Listed(key=r.key, lines=tuple(next(flow) for _ in r.sentences), more=r.more) for r in text.registers
    )
    return Layout(
        passages=passages,
        registers=registers,
        limits=tuple(flow),
        plates=plates,
        loose=tuple(p for p in plates if p.chart.theme not in themes),
        notes=tuple((number, exhibits[name]) for name, number in numbers.items()),
        resting=resting,
        measured=measured,
        cited=cited,
        homes=homes,
        bearing=bearing,
        days=_days(edition),
    )
