"""Commentary: signed articles whose sentences carry references to the ledger, free of HTML."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from overtone.records.editions import Exhibit
from overtone.records.measured import Signal
from overtone.records.world import Names


class Run(NamedTuple):
    """A stretch of a sentence that looks alike. A tuple, as an article has hundreds of them."""

    kind: str  # text | code | break | cite (a reference) | note (a footnote's mark)
    words: str  # as read; of a reference as it is written, of a note its name
    look: str = ""  # "e" emphasis, "s" strong, "es" both
    href: str = ""  # where it leads


class Said(NamedTuple):
    """A sentence of an article with what it rests on. A tuple, for the same reason."""

    words: str  # as read, without marks and references
    runs: tuple[Run, ...]
    line: int  # of its file
    cites: tuple[str, ...] = ()  # its own references, as written
    shared: tuple[str, ...] = ()  # those of its whole paragraph
    analysis: bool = False  # marked as what the author thinks


class Block(NamedTuple):
    """A piece of an article: a paragraph, a heading, a list … A tuple, for the same reason."""

    kind: str  # paragraph | heading | list | item | quote | pull | code | figure | rule
    line: int
    sentences: tuple[Said, ...] = ()
    children: tuple["Block", ...] = ()
    cites: tuple[str, ...] = ()  # references that hold for all of it
    analysis: bool = False
    level: int = 0  # of a heading; the first number of a list, 0 for one without numbers
    words: str = ""  # of code and quotations as they stand; of a figure its text for those who do not see it
    file: str = ""  # of a figure
    credit: str = ""  # of a figure
    tight: bool = False  # of a list without empty lines between its items


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who signs: a person or a desk, as `authors.toml` has it."""

    id: str
    names: Names
    bio: Names
    picture: str = ""  # file beside it
    person: bool = False  # a person; else an institution


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands above an article, between the two lines of `+++`."""

    title: str
    authors: tuple[str, ...]
    date: date
    summary: tuple[Said, ...]
    image: str = ""  # file beside the article
    credit: str = ""
    alt: str = ""
    disclaimer: str = ""
    related: tuple[str, ...] = ()  # weeks ("2022-W20") and slugs of other commentaries
    weeks: tuple[str, ...] = ()  # that it is about
    translation_of: str = ""  # the language it was written in, where this is a translation
    translator: str = ""  # id of the author who translated
    lines: tuple[tuple[str, int], ...] = field(default=(), repr=False, compare=False)  # field → line of the file


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A commentary in one language, as parsed: nothing is looked up yet."""

    slug: str
    lang: str
    front: Front
    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, Block], ...]  # footnotes by name, in the order of their marks
    where: str = field(default="", repr=False, compare=False)  # file


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a reference of an article leads to."""

    reference: str
    exhibits: tuple[Exhibit, ...] = ()
    signal: Signal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """How far a translation is behind its original."""

    sentences: frozenset[str] = frozenset()  # its own sentences, as read, whose source now reads differently
    missing: int = 0  # sentences of the source that nothing renders
    since: date | None = None  # the day on which the oldest of these was last held against its source

    @property
    def stale(self) -> bool:
        """Whether the page has to say so."""
        return bool(self.sentences or self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Something else to read: a week of the report or another commentary."""

    kind: str  # week | commentary
    title: str
    path: str  # from the root of the site, "" where it is not published


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that was looked into: what it is and how large."""

    name: str
    body: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Commentary:
    """An article in one language with everything its page shows."""

    article: Article
    authors: tuple[Author, ...]
    grounds: tuple[Cited, ...]  # in the order of the first mention
    languages: tuple[str, ...]  # in which it is there
    translator: str = ""  # printed name
    related: tuple[Related, ...] = ()
    pictures: tuple[Picture, ...] = ()
    behind: Behind = Behind()
    labels: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    pitches: str = ""  # where to send one's own article: a mail address or a page
