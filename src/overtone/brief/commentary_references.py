"""References of an article: what each asks for, in which line, and whether the words behind it are still the same."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from overtone.brief.commentary import walk
from overtone.brief.commentary_inline import CITE
from overtone.errors import CommentaryError
from overtone.records import Citation, Exhibit, Signal
from overtone.records.commentaries import Article, Said
from overtone.registry.values import suggestion

KINDS = ("statement", "encounter", "vote", "signal", "document")
ASKED = ("week", "actor", "target", "unit")
SHOWN = 72  # characters of the words behind a reference that a lock file repeats for people


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """What a reference pointed at when its author last looked."""

    reference: str
    digest: str
    words: str  # their beginning, for people
    on: date


def references(article: Article) -> dict[str, int]:
    """Every reference of an article as written, with the line in which it first stands."""
    found: dict[str, int] = {}

    def take(sentences: Iterable[Said]) -> None:
        for said in sentences:
            for cite in (*said.cites, *said.shared):
                found.setdefault(cite, said.line)

    take(article.front.summary)
    for block in walk(article):
        take(block.sentences)
        for cite in block.cites:
            found.setdefault(cite, block.line)
    return found


def citation_of(reference: str, where: str) -> Citation:
    """What a reference asks for; CommentaryError where it is of no kind that is known."""
    found = CITE.fullmatch(reference)
    if found is None:
        raise CommentaryError(f"no reference: {reference}", where=where, next_step="write [[statement:ID]]")
    kind, key, asked, quote = found[1], found[2], found[3] or "", found[4] or ""
    if kind not in KINDS:
        step = f"one of: {', '.join(KINDS)}{suggestion(kind, KINDS)}"
        raise CommentaryError(f"there is no reference to a {kind!r}", where=where, next_step=step)
    if kind == "document":
        return _document(key, re.sub(r"\\(.)", _unescaped, quote), where)
    if kind == "signal" and asked.strip():
        return Citation(signal=(("measure", key), *_pairs(asked, where)), where=where)
    return Citation(row=key, kind=kind, where=where)


def _unescaped(found: re.Match[str]) -> str:
    return {"t": "\t", "n": "\n"}.get(found[1], found[1])


def _document(key: str, quote: str, where: str) -> Citation:
    name, _, lang = key.partition("@")
    if "/" not in name or not quote:
        step = 'write [[document:source/key "words of the document, letter for letter"]]'
        raise CommentaryError("a document without the words of it that are meant", where=where, next_step=step)
    return Citation(document=name, lang=lang, quote=quote, where=where)


def _pairs(asked: str, where: str) -> tuple[tuple[str, str], ...]:
    pairs = dict(one.split("=", 1) for one in asked.split())
    if set(pairs) - set(ASKED) or "week" not in pairs:
        step = f"write [[signal:salience week=2022-W20 target=nato]]; what may be asked is {', '.join(ASKED)}"
        raise CommentaryError("a signal that cannot be told", where=where, next_step=step)
    return tuple(pairs.items())


def digest_of(shown: Iterable[tuple[Exhibit, str]], signal: Signal | None = None) -> str:
    """SHA-256 of all that a reader sees behind a reference: words, speaker, day, source; of a signal its figures.

    `shown`: each exhibit with its whole words, which the exhibit itself may show cut short.
    """
    told = [
        "\0".join((one.kind, words, one.speaker, one.actor or "", one.said_on.isoformat(), one.source))
        for one, words in shown
    ]
    if signal is not None:
        told.append(
            "\0".join((signal.id, *(f"{one:.6g}" for one in (signal.value, signal.low, signal.high, signal.n))))
        )
    return sha256("\1".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def locked(source: str, where: str) -> dict[str, Locked]:
    """What a lock file holds, by reference; CommentaryError where somebody changed it by hand and wrongly."""
    try:
        told = tomllib.loads(source).get("reference", [])
        found = [
            Locked(reference=one["cite"], digest=one["digest"], words=one["words"], on=_day(one["on"])) for one in told
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise CommentaryError(
            f"this lock file cannot be read ({error})",
            where=where,
            next_step="delete it and run `overtone commentary lock` again",
        ) from None
    return {one.reference: one for one in found}


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise ValueError(f"{value!r} is no day")
    return value


def lock_file(entries: Mapping[str, Locked]) -> str:
    """The lock file of these references, in the order of their words."""
    head = "# Written by `overtone commentary lock`: what each reference pointed at when its author last looked.\n"
    parts = [
        f"\n[[reference]]\ncite = {quoted(one.reference)}\ndigest = {quoted(one.digest)}\n"
        f"words = {quoted(one.words)}\non = {one.on.isoformat()}\n"
        for _, one in sorted(entries.items())
    ]
    return head + "".join(parts)


def beginning(words: str) -> str:
    """The first words of a text on one line."""
    plain = " ".join(words.split())
    return plain if len(plain) <= SHOWN else plain[:SHOWN].rsplit(" ", 1)[0] + " …"


def quoted(words: str) -> str:
    """A text as a TOML basic string."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda sign: f"\\u{ord(sign[0]):04x}", escaped) + '"'
