"""Roll calls: each state's choice on each resolution, line by line, every vote a span over its line.

The table is read as it stands: comma- or tab-separated, with a header line. A line whose choice is none of the known
ones, or that names no state, is left unread and returned as such: it is not a vote and not an absence either.
Not for totals ("141 in favour"), nor for votes told in prose.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from overtone.records import Document, Span, Vote
from overtone.registry import Registry

READER = "votes@1"
KIND = "roll-call"

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "state": ("iso3", "iso_a3", "iso", "country_code", "country", "name", "state"),
    "choice": ("choice", "vote"),
    "resolution": ("resolution", "resolution_number", "unres"),
    "date": ("date", "voted_on"),
    "title": ("title", "short"),
}
_CHOICES: Mapping[str, str] = {
    "Y": "Y",
    "YES": "Y",
    "N": "N",
    "NO": "N",
    "A": "A",
    "ABSTAIN": "A",
    "ABSTENTION": "A",
    "ABSTAINED": "A",
    "NP": "NP",
    "NOT VOTING": "NP",
    "ABSENT": "NP",
}
_SHORT: Mapping[str, str] = {
    "rep": "republic",
    "dem": "democratic",
    "eq": "equatorial",
    "s": "south",
    "st": "saint",
    "is": "islands",
    "herz": "herzegovina",
    "cote": "côte",
    "swaziland": "eswatini",
    "macedonia": "north macedonia",
    "cabo": "cape",
}
_NUMBER = re.compile(r"\b(ES-\d+|A/RES/\d+|\d+)[/-](\d+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table: where it stands and its values by what they mean."""

    start: int
    stop: int
    values: Mapping[str, str]


def read_votes(document: Document, registry: Registry) -> tuple[Vote, ...]:
    """The votes of a roll-call document, in the order of its lines; none for any other kind of document.

    States are registry ids; one the registry does not know keeps its ISO 3166 alpha-3 code, or its name, in lower
    case. Resolution, day and title come from the line, else from the document.
    """
    if document.kind != KIND:
        return ()
    known = _states(registry)
    votes = tuple(_vote(document, line, known) for line in _lines(document) if _readable(line))
    return tuple(replace(vote, voted_on=_day_of(vote, registry)) for vote in votes)


def unread_votes(document: Document) -> tuple[Span, ...]:
    """The lines of a roll-call document that are no vote: no state, or a choice nobody knows."""
    if document.kind != KIND:
        return ()
    return tuple(Span(start=line.start, stop=line.stop) for line in _lines(document) if not _readable(line))


def _day_of(vote: Vote, registry: Registry) -> date:
    """The day of the vote as the facts have it: a file that holds two resolutions bears at most one of their days."""
    event = registry.events.get(f"{vote.body}-{vote.resolution.lower().replace('/', '-')}")
    return event.start if event else vote.voted_on


def _readable(line: _Line) -> bool:
    return bool(line.values.get("state")) and line.values.get("choice", "").upper() in _CHOICES


def _lines(document: Document) -> Iterator[_Line]:
    start, stop = next(((p.start, p.stop) for p in document.parts if p.role == "body"), (0, len(document.text)))
    header: list[str] = []
    delimiter = ","
    for found in re.finditer(r"[^\r\n]+", document.text[start:stop]):
        raw = found.group().lstrip("\ufeff")
        if not raw.strip():
            continue
        if not header:
            delimiter = "\t" if "\t" in raw else ";" if raw.count(";") > raw.count(",") else ","
            header = [name.strip().lower() for name in _cells(raw, delimiter)]
            continue
        row = dict(zip(header, (cell.strip() for cell in _cells(raw, delimiter)), strict=False))
        values = {meaning: _first(row, columns) for meaning, columns in _COLUMNS.items()}
        yield _Line(start + found.start(), start + found.end(), values)


def _cells(raw: str, delimiter: str) -> list[str]:
    return next(csv.reader([raw], delimiter=delimiter), [])


def _first(row: Mapping[str, str], columns: tuple[str, ...]) -> str:
    return next((row[name] for name in columns if row.get(name)), "")


def _vote(document: Document, line: _Line, known: Mapping[str, str]) -> Vote:
    values = line.values
    return Vote(
        document=document.id,
        reader=READER,
        start=line.start,
        stop=line.stop,
        body="unga",
        resolution=values["resolution"] or _resolution(document),
        title=values["title"] or document.part("headline"),
        voted_on=_day(values["date"]) or document.happened_on or document.published_on,
        state=known.get(_plain(values["state"]), values["state"].lower()),
        choice=_CHOICES[values["choice"].upper()],
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _resolution(document: Document) -> str:
    """The number of a resolution that only the page tells: its headline, key, event or file name."""
    for place in (document.part("headline"), document.key, document.event, document.origin):
        match = _NUMBER.search(place)
        if match:
            return f"{match.group(1).upper()}/{match.group(2)}"
    return document.key


def _states(registry: Registry) -> dict[str, str]:
    known: dict[str, str] = {}
    for state in registry.states.values():
        for name in (*state.names.en, state.iso3, *state.names.ru, *state.names.be):
            known.setdefault(_plain(name), state.id)
    return known


def _plain(name: str) -> str:
    """A name for comparing: abbreviations written out, punctuation, articles and case left aside."""
    words = re.findall(r"[^\W\d_]+", name.casefold().replace("&", " and ").replace("’", "'"))
    return " ".join(_SHORT.get(word, word) for word in words if word not in ("the", "of", "and"))
