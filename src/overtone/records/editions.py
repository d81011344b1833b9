"""What is found and published: findings, the brief, its texts and its evidence."""

from dataclasses import dataclass
from datetime import date, datetime

from overtone.records.identity import content_id
from overtone.records.measured import Abstention, Evidence, Signal, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A value to be put into a sentence, free of language; `kind` says how a language writes it."""

    name: str
    kind: str  # actor | state | bloc | topic | theme | event | rule | source | date | count | share | place | quote …
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something worth a sentence: which phrase, filled with what, resting on what."""

    key: str  # phrase key
    slots: tuple[Slot, ...]
    evidence: tuple[Evidence, ...]
    signals: tuple[Signal | Abstention, ...] = ()
    mark: str = "observed"  # observed | limit: a limit says what cannot be said and why
    weight: float = 0.0  # what stands first

    @property
    def id(self) -> str:
        """Content hash of key, slots, and what it rests on."""
        rests = [f"{e.document}:{e.start}:{e.stop}" for e in self.evidence] + [s.id for s in self.signals]
        return content_id("finding", self.key, *(f"{s.name}={s.value}" for s in self.slots), *rests)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One theme of the week."""

    theme: str
    verdict: str  # improved | unchanged | worsened | cannot-say
    ground: Finding  # the verdict sentence with its ground
    headline: Finding
    lead: tuple[Finding, ...]
    body: tuple[Finding, ...]
    see_also: tuple[str, ...]  # other themes that share evidence or topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Figures to be drawn, free of language; labels are slots that each language writes."""

    key: str  # phrase key of title and alt text
    kind: str  # shares | timeline | matrix
    rows: tuple[Slot, ...]
    columns: tuple[Slot, ...]
    values: tuple[tuple[float, ...], ...]  # one tuple a row
    lows: tuple[tuple[float, ...], ...] = ()
    highs: tuple[tuple[float, ...], ...] = ()
    theme: str = ""
    slots: tuple[Slot, ...] = ()  # what its title and alt text are filled with


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The week without a language: sections in a fixed order, charts, limits."""

    window: Window
    as_of: datetime
    sections: tuple[Section, ...]
    charts: tuple[Chart, ...]
    limits: tuple[Finding, ...]  # what this edition cannot say, and why
    sources: tuple[tuple[str, int, float], ...]  # source id, documents in the window, coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A finding written out in one language."""

    id: str  # id of the finding
    words: str
    mark: str
    exhibits: tuple[str, ...]  # ids of the exhibits it rests on, in order
    signals: tuple[str, ...]
    quotes: tuple[tuple[int, int, str], ...] = ()  # quoted words: start, stop, language; byte for byte as published


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSection:
    """A section written out in one language."""

    theme: str
    name: str
    verdict: str
    verdict_words: str
    ground: Sentence
    headline: Sentence
    lead: tuple[Sentence, ...]
    body: tuple[Sentence, ...]
    see_also: tuple[tuple[str, str], ...]  # theme id, name


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChart:
    """A chart with its words in one language."""

    key: str
    kind: str
    title: str
    alt: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    lows: tuple[tuple[float, ...], ...]
    highs: tuple[tuple[float, ...], ...]
    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The whole brief written out in one language."""

    lang: str
    title: str  # the dated week
    summary: str
    sections: tuple[TextSection, ...]
    charts: tuple[TextChart, ...]
    limits: tuple[Sentence, ...]
    labels: tuple[tuple[str, str], ...]  # words of the page around the sentences: key, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One piece of evidence as a reader sees it: the words, what stands around them, and where they come from."""

    id: str
    quote: str  # byte for byte document text
    before: str
    after: str
    lang: str
    kind: str  # statement | encounter | vote | document
    speaker: str  # as printed, "" where nobody speaks
    actor: str | None
    office: str | None
    said_on: date
    learnt_at: datetime
    published_on: date
    source: str
    publisher: str
    title: str
    url: str
    reader: str
    document: str
    start: int
    stop: int
    text_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The week, ready to be published: the brief, its texts, its evidence and the numbers behind it."""

    brief: Brief
    texts: tuple[Text, ...]
    exhibits: tuple[Exhibit, ...]
    signals: tuple[Signal | Abstention, ...]
    version: str  # of the code
    facts_digest: str
    ledger_digest: str  # of all rows visible at the cut
