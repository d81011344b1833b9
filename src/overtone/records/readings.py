"""What is read out of a document: statements, encounters, votes, commitments, each a span of its text."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from overtone.records.identity import identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a document's text, in characters, end exclusive."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text and what it names."""

    kind: str  # actor | state | institution | bloc | topic
    target: str  # registry id
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words a text gives to somebody: who (source), by which words (cue), and what (content), as spans of the text.

    Each may be empty or stand in several pieces: a quotation broken by "he said" is one attribution with two pieces.
    The source is the mention beside the cue, as printed ("he", "the Kremlin"); who that is, is resolved later.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: str  # direct | indirect | mixed
    rule: str  # the rule or model that found it, with its version: "inverted@1", "tagger@1"
    stance: str = "affirmed"  # affirmed | denied | declined (refused to comment)
    score: float = 1.0  # how sure, 0 to 1; 1 for a rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one speaker said in one stretch of one document: the words are `text[start:stop]` of the document."""

    KIND: ClassVar[str] = "statement"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "start", "stop", "actor")

    document: str
    reader: str  # rule or model with version: "transcript@1"
    start: int
    stop: int
    speaker: str  # the speaker as mentioned, as printed
    speaker_start: int
    speaker_stop: int
    actor: str | None  # registry id, None where nobody known
    office: str | None  # registry id of the office held at that date
    manner: str  # transcript | direct | indirect | mixed
    act: str  # position | moderation | question | remark: only a position counts as what the speaker holds
    said_on: date
    lang: str
    venue: str  # registry id of the event, or "" where unknown
    place: str
    words: int  # number of words
    topics: tuple[str, ...]
    mentions: tuple[Mention, ...]
    cue: tuple[Span, ...] = ()  # the words that report: "said", «по словам»
    content: tuple[Span, ...] = ()  # the words reported; empty where the whole span is
    stance: str = "affirmed"  # affirmed | denied | declined (refused to comment)
    addressees: tuple[str, ...] = ()  # registry ids, or names as printed, of those spoken to: "told Macron"
    audience: str = ""  # as printed, where the text tells it: "reporters", «на брифинге»
    spoken_lang: str = ""  # language of the words as they were spoken, where the text tells it
    targets: tuple[str, ...] = ()  # registry ids of those the words are about
    tone: int | None = None  # -2 hostile, -1 critical, 0 neutral, 1 cooperative, 2 conciliatory; None where unknown
    rule: str = ""  # what decided, with its version: "inverted@1+pronoun@1", "tagger@1+office@1"

    @property
    def id(self) -> str:
        """Content hash of document, reader, span and actor."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class EncounterReport:
    """What one document says of one contact between office-holders: held, only announced, cancelled or denied."""

    KIND: ClassVar[str] = "encounter"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "kind", "parties", "date", "status")

    document: str
    reader: str
    start: int  # the words the report rests on
    stop: int
    kind: str  # bilateral | multilateral | sidelines | phone | video
    parties: tuple[str, ...]  # actor ids, sorted
    date: date
    place: str
    status: str  # announced | held | cancelled | denied
    event: str  # registry id or source slug, "" where unknown

    @property
    def id(self) -> str:
        """Content hash of document, reader, kind, parties, date and status."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One state's choice on one resolution."""

    KIND: ClassVar[str] = "vote"
    MADE_OF: ClassVar[tuple[str, ...]] = ("body", "resolution", "state", "choice", "document", "reader")

    document: str
    reader: str
    start: int
    stop: int
    body: str  # unga
    resolution: str  # ES-11/1
    title: str
    voted_on: date
    state: str  # registry id, or the ISO 3166 alpha-3 code in lower case where the registry has no such state
    choice: str  # Y | N | A | NP (not voting)

    @property
    def id(self) -> str:
        """Content hash of body, resolution, state, choice, document and reader."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What somebody undertakes to do, in a text that says so: "Minsk will ratify the agreement by July"."""

    KIND: ClassVar[str] = "commitment"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "start", "stop", "who")

    document: str
    reader: str
    start: int  # the words the reading rests on
    stop: int
    who: str  # registry id of the actor, state or institution, or the name as printed where the facts know nobody
    who_start: int
    who_stop: int
    what_start: int  # what is undertaken
    what_stop: int
    by_when: str  # as worded, "" where the text gives no time
    due: date | None  # the last day meant, where it can be told
    status: str  # promised | agreed | refused
    said_on: date
    lang: str
    rule: str

    @property
    def id(self) -> str:
        """Content hash of document, reader, span and who."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim:
    """A count that a text claims ("their eighth meeting this year"): the text's claim, never a count of ours."""

    KIND: ClassVar[str] = "count_claim"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "start", "stop")

    document: str
    reader: str
    start: int  # the words that claim
    stop: int
    kind: str  # meeting | call | visit | summit | other
    parties: tuple[str, ...]  # registry ids, sorted; empty where the text does not tell
    ordinal: int  # the number claimed
    period: str  # as worded: "this year", «с начала года», "" where none
    since: date | None  # first day of the period, where it can be told
    until: date  # day of the contact or of the text
    claimant: str  # registry id of whoever says so, "" where it is the text itself
    lang: str

    @property
    def id(self) -> str:
        """Content hash of document, reader and span."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointText:
    """A document of several parties: a communiqué, a joint statement, a declaration."""

    KIND: ClassVar[str] = "joint_text"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "form", "parties")

    document: str
    reader: str
    start: int  # the words that say whose text it is
    stop: int
    form: str  # communique | joint-statement | declaration | agreement | memorandum | letter
    parties: tuple[str, ...]  # registry ids of those who issue it, sorted
    signers: tuple[str, ...]  # registry ids of the actors who signed, where the text tells
    status: str  # issued | announced | quoted (told of in another text)
    dated: date
    lang: str

    @property
    def id(self) -> str:
        """Content hash of document, reader, form and parties."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one statement as keys by which it can be compared: lemmas in order, and runs of three of them."""

    KIND: ClassVar[str] = "wording"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "start", "stop")

    document: str
    reader: str
    start: int  # the statement's span; several statements of one span (joint words) share a wording
    stop: int
    lang: str
    lemmas: str  # lemma keys of the speaker's own words in order, one space between
    grams: tuple[int, ...]  # distinct keys of runs of three lemmas, in order of first appearance, 0 to 2^63 - 1

    @property
    def id(self) -> str:
        """Content hash of document, reader and span."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one passage of a statement means, as a vector: like meaning lies near, across languages."""

    KIND: ClassVar[str] = "meaning"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "start", "stop", "of_start", "of_stop", "model")

    document: str
    reader: str
    start: int  # the passage: one or more whole sentences
    stop: int
    of_start: int  # the statement's span
    of_stop: int
    lang: str
    model: str  # with version: "use3@1"
    vector: bytes  # 512 signed bytes: the components of a vector of length one, times 127
    figures: tuple[str, ...] = ()  # numbers in it as plain decimals, sorted: "2.5", "1500000", "20%"
    names: tuple[str, ...] = ()  # keys of the names in it that hardly change with the alphabet, sorted: "lvrv"
    negated: int = 0  # words that surely deny; -1 where only such as may stand for a denial ("refuses"), 0 for none

    @property
    def id(self) -> str:
        """Content hash of document, reader, both spans and model."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That a document was read, by what, what stands in it outside statements, and what nobody could read."""

    KIND: ClassVar[str] = "reading"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader")

    document: str
    reader: str
    mentions: tuple[Mention, ...]  # in the whole document, statements included
    unread: tuple[Span, ...]  # stretches that looked like speech and were given to nobody
    notes: tuple[str, ...]  # "to-be-continued", "unknown-speaker:…"

    @property
    def id(self) -> str:
        """Content hash of document and reader."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """Everything read from one document."""

    reading: Reading
    statements: tuple[Statement, ...] = ()
    encounters: tuple[EncounterReport, ...] = ()
    votes: tuple[Vote, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    counts: tuple[CountClaim, ...] = ()
    joint: tuple[JointText, ...] = ()
    wordings: tuple[Wording, ...] = ()
    meanings: tuple[Meaning, ...] = ()
