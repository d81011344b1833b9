"""Small ledgers in which speakers use lines of each other, for the tests of lead, mouthpiece and network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from overtone.records import week
from tests.measure.views import Row, TableView, document, statement, view, visit, wording

W20 = week(2022, 20)
START = date(2021, 11, 15)
DAYS = 188
SEEN = [visit("2021-10-01", "2022-06-01", source=s) for s in ("kremlin", "minsk")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One line said by one speaker on one day, alone or in a speech with others."""

    actor: str
    day: int
    line: str
    document: str = ""  # several uses of one document are one statement


def words_of(line: str) -> str:
    """Five lemmas that no other line has."""
    return " ".join(f"{line}-{n}" for n in range(5))


def followed(lines: int = 40, *, leader: str = "lukashenko", follower: str = "putin", lag: int = 3) -> list[Use]:
    """So many lines of which each is used by the leader, and some days later by the follower."""
    days = [40 + 137 * n % 130 for n in range(lines)]
    first = [Use(actor=leader, day=day, line=f"line{n}") for n, day in enumerate(days)]
    return first + [Use(actor=follower, day=day + lag, line=f"line{n}") for n, day in enumerate(days)]


def ledger(uses: Sequence[Use], *, sources: dict[str, str] | None = None, visits: Sequence[Row] = SEEN) -> TableView:
    """These uses, and every day some words of each speaker that nobody shares."""
    homes = sources or {}
    documents: list[Row] = []
    said: list[Row] = []
    wordings: list[Row] = []
    for name, actor, day, text in _speeches(uses):
        on = (START + timedelta(days=day)).isoformat()
        documents.append(document(name, on, source=homes.get(actor, "kremlin")))
        said.append(statement(f"s-{name}", name, actor, on, words=20 + len(text.split()), chars=100 + len(said)))
        wordings.append(wording(said[-1], text))
    return view(documents, said, list(visits), wordings=wordings)


def _speeches(uses: Sequence[Use]) -> Iterator[tuple[str, str, int, str]]:
    for actor in sorted({use.actor for use in uses}):
        for day in range(DAYS):
            yield f"d-{actor}-{day}", actor, day, f"{actor}-{day}-a {actor}-{day}-b {actor}-{day}-c"
    told: dict[tuple[str, str, int], list[str]] = {}
    for n, use in enumerate(uses):
        told.setdefault((use.document or f"u{n}", use.actor, use.day), []).append(use.line)
    for (name, actor, day), lines in told.items():
        yield f"{name}-{actor}-{day}", actor, day, " ".join(map(words_of, lines))


def by_chance(lines: int, actors: Sequence[str], seed: int = 5) -> list[Use]:
    """Lines that news brings to everybody: each actor uses each at some days of the same three weeks, or not."""
    chance = np.random.default_rng(seed)
    found: list[Use] = []
    for n in range(lines):
        start = int(chance.integers(30, 165))
        for actor in actors:
            days = np.flatnonzero(chance.random(21) < 0.12)
            found += [Use(actor=actor, day=start + int(day), line=f"news{n}") for day in days]
    return found
