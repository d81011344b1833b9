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
    mark: str = "observed"  # observed | limit (what cannot be said and why) | analysis (a signed judgement)
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
    kind: str  # one of the kinds that publish/charts draws: docs/pictures.md
    rows: tuple[Slot, ...]
    columns: tuple[Slot, ...]
    values: tuple[tuple[float, ...], ...]  # one tuple a row
    lows: tuple[tuple[float, ...], ...] = ()
    highs: tuple[tuple[float, ...], ...] = ()
    theme: str = ""
    slots: tuple[Slot, ...] = ()  # what its title and alt text are filled with
    unit: str = ""  # of the values: share | count | probability …; "" where the kind has only one
    usual: tuple[float, ...] = ()  # the usual level of each row, where it has one
    cells: tuple[tuple[Slot | None, ...], ...] = ()  # words that stand for a value in table and CSV


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A list of findings of one kind, beside the themes of a week or on a portrait."""

    key: str  # encounters | echoes | contradictions | silences | commitments | questions | indicators | forecasts …
    findings: tuple[Finding, ...]
    more: int = 0  # how many more there were than are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """All that a cut of the ledger holds of one actor, encounter, event or topic: findings and charts."""

    kind: str  # actor | encounter | event | topic
    id: str  # stands in an address: letters, digits, hyphens
    title: Finding
    registers: tuple[Register, ...]
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counts that a measure judged, row by row: enough to judge them again."""

    measure: str
    method: str
    command: str  # that makes the same numbers again
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The week without a language: sections in a fixed order, registers, portraits, charts, limits."""

    window: Window
    as_of: datetime
    sections: tuple[Section, ...]
    charts: tuple[Chart, ...]
    limits: tuple[Finding, ...]  # what this edition cannot say, and why
    sources: tuple[tuple[str, int, float], ...]  # source id, documents in the window, coverage
    registers: tuple[Register, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    seen: tuple[tuple[str, tuple[date, ...]], ...] = ()  # source id, days of the window on which it was seen alive


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A finding written out in one language."""

    id: str  # id of the finding
    words: str
    mark: str
    exhibits: tuple[str, ...]  # ids of the exhibits it rests on, in order
    signals: tuple[str, ...]
    quotes: tuple[tuple[int, int, str], ...] = ()  # quoted words: start, stop, language; byte for byte as published
    names: tuple[tuple[int, int, str, str], ...] = ()  # who or what has a portrait: start, stop, kind, id


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
    unit: str = ""
    usual: tuple[float, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()  # "" where the value itself is printed


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRegister:
    """A register written out in one language; its heading is the label `register.KEY`."""

    key: str
    sentences: tuple[Sentence, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPortrait:
    """A portrait written out in one language."""

    kind: str
    id: str
    title: Sentence
    registers: tuple[TextRegister, ...]
    charts: tuple[TextChart, ...]


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
    registers: tuple[TextRegister, ...] = ()
    portraits: tuple[TextPortrait, ...] = ()


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
    tallies: tuple[Tally, ...] = ()
