"""The kinds of fact: states, institutions, offices, actors, blocs, themes, topics, events, counting rules.

Each fact has a reference (the public address it rests on) and, where it can change, its dates. `since` is the first
day it holds, `until` the last one; None means "not within what the facts cover".
"""

from dataclasses import dataclass, field
from datetime import date

from overtone.records import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A stretch of time in which something held."""

    since: date | None
    until: date | None
    reference: str

    def covers(self, day: date) -> bool:
        """Whether `day` lies inside, both ends included."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state. `id` is the ISO 3166 alpha-2 code in lower case."""

    id: str
    iso3: str
    names: Names  # every name in use, the printed one first
    reference: str
    # Belarusian, Belarusians; белорусский, белорусы; беларускі, беларусы: base forms
    adjectives: Names = field(default_factory=lambda: Names(en=()))
    forms: tuple[tuple[str, str], ...] = ()  # ("be.gen", "Беларусі"): where the rules of the language would go wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A ministry, presidential service, parliament or organisation that speaks or is spoken of."""

    id: str
    names: Names
    reference: str
    state: str | None = None
    forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post that somebody holds: "President of the Republic of Belarus"."""

    id: str
    names: Names  # long and short wordings, the printed one first
    reference: str
    institution: str | None = None
    state: str | None = None
    forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office held by an actor for a time."""

    office: str
    term: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A public office-holder: full names with all spellings in use, surnames, offices with dates."""

    id: str
    names: Names  # full names, the printed one first
    surnames: Names  # how texts name the person after the first time
    tenures: tuple[Tenure, ...]
    reference: str
    state: str | None = None
    gender: str = "m"  # m | f: surnames are declined by it
    forms: tuple[tuple[str, str], ...] = ()  # ("be.ins", "Лукашэнкам") for the surname


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc:
    """An organisation of states with dated membership."""

    id: str
    names: Names
    members: tuple[tuple[str, Term], ...]  # state id, membership
    reference: str
    forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something spoken about, recognised by words: `*` at the end of a word stands for any ending."""

    id: str
    names: Names
    about: Names  # "sanctions", «о санкциях», «пра санкцыі»: as it stands after "spoke"
    words: Names
    themes: tuple[str, ...]
    pressure: int  # +1 more of it means a tenser week in its themes, -1 a calmer one, 0 neither
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A heading of the weekly. A statement belongs to it by topics, or by speakers' and mentioned states."""

    id: str
    names: Names
    pairs: tuple[tuple[str, str], ...]  # state pairs: speaker of the one about the other, or an encounter of both
    watch: tuple[str, ...]  # states, blocs and topics whose absence would be news: the silences looked for
    home: str  # state the desk watches: a statement belongs only if its speaker, words or event touch it; "" for all
    order: int
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A summit, session or visit that statements and encounters belong to."""

    id: str
    names: Names
    start: date
    stop: date  # last day
    place: str
    kind: str  # bilateral | multilateral | video | other
    parties: tuple[str, ...]  # actor ids, where known beforehand
    bloc: str | None
    words: tuple[str, ...]  # headline words that identify its pages, lower case ("csto summit")
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRule:
    """Which contacts a count takes in: the reason why two honest counts differ."""

    id: str
    names: Names
    kinds: tuple[str, ...]  # kinds of encounter that count
    merge_days: int  # contacts of one trip, at most so many days apart, count once
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test of a claim: its name in assess/checks.py and what it is asked."""

    test: str
    asked: tuple[tuple[str, str], ...]

    def ask(self, name: str) -> str:
        """The value asked under this name; empty where there is none."""
        return dict(self.asked).get(name, "")

    def words(self, name: str) -> tuple[str, ...]:
        """The values under this name, written apart by `|`."""
        return tuple(part.strip() for part in self.ask(name).split("|") if part.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A checkable claim of a founding document and the checks that decide it: all, some or none of them met."""

    number: int
    text: str  # in our words
    checks: tuple[Check, ...]  # none where it cannot be tested: an opinion, or nothing that a ledger could hold
    expected: str  # what we found by hand when the claim was taken up
    note: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town, residence or venue where office-holders meet."""

    id: str
    names: Names  # every wording of the sources, the printed one first
    inside: Names  # "in Sochi", «в Сочи», «у Сочы»: with its preposition
    reference: str
    state: str | None = None
