"""What analysts judge, dated and signed: open questions, indicators, competing hypotheses, forecasts.

`on` is the day a judgement is of; `entered_on` the day it was written down, which is later where it was made in
hindsight. A judgement counts from `on`; at a cut it is seen only if it was written down by then.
"""

from dataclasses import dataclass, field
from datetime import date

from overtone.records.world import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a judgement rests on, as its file names it: words of a document, a row of the ledger, or a measured value.

    Document and quote outlive a new version of the reader, which gives rows new ids; an id is exact, but of one reader.
    """

    document: str = ""  # "source/key" of the ledger
    lang: str = ""  # where a source has one key in several languages
    quote: str = ""  # words of that document, letter for letter
    row: str = ""  # id of a statement, encounter report or vote
    kind: str = ""  # statement | encounter | vote | signal, where an id is given
    signal: tuple[tuple[str, str], ...] = ()  # measure, week, actor, target, unit of a measured value
    where: str = field(default="", repr=False, compare=False)  # file and line, for whoever has to correct it


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What to look for in the ledger; each field that is given must fit, any of its values will do."""

    of: str  # statements | encounters | votes | signals
    actors: tuple[str, ...] = ()  # speakers; parties, all of them; who is measured
    topics: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()  # mentioned; whom or what is measured; states that vote
    words: tuple[str, ...] = ()  # `*` stands for the rest of a word
    events: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()  # whose documents count; all where none is named
    kinds: tuple[str, ...] = ()  # of encounter
    status: tuple[str, ...] = ()  # of encounter: held where none is named
    resolutions: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()  # of vote: Y | N | A | NP
    measure: str = ""
    because: tuple[str, ...] = ()  # reasons of a signal
    unit: str = ""  # of a signal
    least: float | None = None  # the smallest value of a signal that counts
    since: date | None = None
    until: date | None = None
    at_least: int = 1  # how many there must be
    within_days: int = 7  # in how many days up to the day of the assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to an open question that an analyst accepts, in part or in full."""

    on: date
    entered_on: date
    by: str
    names: Names  # the answer in a sentence
    complete: bool
    cited: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something asked in public that nobody has answered yet: who asks, since when, and what would answer it."""

    id: str
    names: Names
    on: date  # asked on
    entered_on: date
    by: str
    rule: str  # what would count as an answer
    moves: str  # evidence that would move it
    owner: str
    review_on: date
    look: Look  # where candidate answers are found
    answers: tuple[Answer, ...]
    closed_on: date | None
    closed_by: tuple[Citation, ...]
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An observable sign, named beforehand, with what would light it and what it says for each hypothesis."""

    id: str
    names: Names
    on: date
    entered_on: date
    by: str
    definition: str
    trigger: Look
    expires_days: int  # how long it stays lit after it was last met
    until: date | None  # the last day it is watched
    base: float  # share of windows in which it is lit anyhow
    base_from: str  # where that share is from
    hypotheses: str  # id of the set it bears on, "" for none
    lit: tuple[tuple[str, float], ...]  # hypothesis, likelihood ratio when lit
    dark: tuple[tuple[str, float], ...]  # the same when it is dark
    origin: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One of several explanations, with its probability before the evidence."""

    id: str
    names: Names
    prior: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A piece of evidence weighed under each hypothesis.

    A likelihood ratio says how many times likelier it is if the hypothesis holds than if it does not.
    """

    id: str
    names: Names
    on: date
    entered_on: date
    origin: str  # items of one origin count less each
    ratios: tuple[tuple[str, float], ...]  # hypothesis, likelihood ratio
    cited: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypotheses:
    """Competing explanations of one thing, and the evidence weighed under each."""

    id: str
    names: Names
    on: date
    entered_on: date
    by: str
    exclusive: bool  # exactly one of them holds
    discount: float  # what each further item of one origin counts of the one before: from 0 to under 1
    members: tuple[Hypothesis, ...]
    items: tuple[Item, ...]
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A probability given on a day; it stands until the next."""

    on: date
    entered_on: date
    probability: float
    by: str
    cited: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A question about the future with a rule that will settle it, and the probabilities given over time."""

    id: str
    names: Names
    on: date
    entered_on: date
    by: str
    rule: str  # what settles it, so that two people would agree
    due: date  # by when
    base: float  # share of such questions that came true: what a stranger would say
    base_from: str
    history: tuple[Estimate, ...]  # by day
    outcome: str  # yes | no | void | "" while open
    settled_on: date | None
    cited: tuple[Citation, ...]
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """A probability and the word of the Intelligence Community Directive 203 it falls under; they go together."""

    probability: float
    word: str  # almost-no-chance … almost-certain; under-scale, over-scale where the directive has no word
    low: float  # of the band, inclusive
    high: float
