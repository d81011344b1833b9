"""Encounters read and counted, against references made by hand.

The Kremlin reference (`tests/cases/encounters/kremlin-2022.tsv`: page, medium, status, day, guests) was enumerated from
the headlines by another grammar and reviewed page by page; the diary's `encounters.tsv` lists the contacts of two
presidents in 2022 with their number under four rules. Beside the reader, in the same run, a search for keywords.
Not for the kinds of encounter in the Kremlin set (bilateral, sidelines): its reference tells in person from remote.
"""

import csv
import hashlib
import re
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overtone.bench.encounters_key import key_scores
from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.collect import open_rows, to_document
from overtone.measure.encounters import between, count, join
from overtone.read.encounters import read_encounters
from overtone.read.names import read_names
from overtone.records import Document, Encounter, EncounterReport, Mention
from overtone.registry import Registry, default_desk, load

TARGET = 0.97
SECONDS = 0.5
PAIR = ("putin", "lukashenko")
LAST = date(2100, 1, 1)
COLUMNS = ("ord_bilateral_talks", "ord_any_private_in_person", "ord_any_in_person_incl_summits", "ord_incl_phone_video")
RULES = ("bilateral-talks", "private-in-person", "in-person", "with-phone-and-video")
REFERENCE = Path(__file__).resolve().parents[3] / "tests" / "cases" / "encounters" / "kremlin-2022.tsv"
_NAIVE = re.compile(r"telephone|phone|meeting|talks|conversation|met with|summit|spoke", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One contact of one page, as the reference or a reader has it."""

    page: str
    medium: str  # phone | video | in-person
    status: str
    day: str
    guests: tuple[frozenset[str], ...]  # each guest by every spelling of the surname, plain letters, lower case


def run(shared: Path) -> tuple[Score, ...]:
    """Recall and precision on both references, announcements taken for meetings, ordinals, and the time of reading."""
    registry = load(default_desk())
    kremlin = documents(shared / "data" / "kremlin-2022" / "releases.jsonl.gz", "kremlin", registry)
    diary = documents(shared / "diary-2022" / "items.jsonl", "diary", registry)
    return (
        *kremlin_scores(kremlin, registry, _digest(shared / "data" / "kremlin-2022" / "releases.jsonl.gz")),
        *diary_scores(kremlin, diary, registry, shared / "diary-2022" / "encounters.tsv"),
        *key_scores(shared, registry),
        *speed(shared / "data" / "kremlin-1999-2020" / "documents.jsonl.gz", registry),
    )


def documents(path: Path, source: str, registry: Registry) -> tuple[Document, ...]:
    """The documents of one corpus file."""
    card = registry.sources[source]
    made = (to_document(row, card, LAST) for row in open_rows(path, card))
    return tuple(document for document in made if isinstance(document, Document))


def kremlin_scores(pages: Sequence[Document], registry: Registry, digest: str) -> Iterator[Score]:
    """What was read from official pages against the reference, page by page."""
    known = {page.key.rpartition("/")[2]: page for page in pages}
    wanted = [row for row in reference() if row.page in known]
    found = [row for page in pages for row in rows_of(page, reports(page, registry), registry)]
    naive = [row for page in pages for row in keywords(page)]
    peers = recall(wanted, naive), recall(naive, wanted)
    for metric, (right, n), peer in (
        ("recall", recall(wanted, found), peers[0]),
        ("precision", recall(found, wanted), peers[1]),
    ):
        yield _share("contacts on official pages", metric, (right, n), peer, "kremlin-2022", digest)
    announced = {row.page for row in wanted} - {row.page for row in wanted if row.status == "held"}
    yield Score(
        bench="encounters",
        task="announcements counted as held",
        metric="count",
        value=float(sum(row.status == "held" for row in found if row.page in announced)),
        n=len(announced),
        target=0.0,
        peer="keywords",
        peer_value=float(sum(row.page in announced for row in naive)),
        corpus="kremlin-2022",
        digest=digest,
    )


def diary_scores(
    kremlin: Sequence[Document], diary: Sequence[Document], registry: Registry, table: Path
) -> Iterator[Score]:
    """The contacts of the pair and their ordinals, joined from the diary's items and the official pages."""
    with table.open(encoding="utf-8", newline="") as lines:
        wanted = [
            row for row in csv.DictReader(lines, delimiter="\t") if row["item_ids"] != "-" and len(row["date"]) == 10
        ]
    joined = encounters_of([*diary, *kremlin], registry)
    met = [e for e in between(joined, *PAIR) if e.date.year == 2022]
    held = [e for e in met if e.status == "held"]
    right = sum(any(_is_row(e, row) for e in held) for row in wanted)
    true = sum(any(_is_row(e, row) for row in wanted) for e in held)
    digest = _digest(table)
    yield _share("contacts of the pair", "recall", (right, len(wanted)), None, "", digest)
    yield _share("contacts of the pair", "precision", (true, len(held)), None, "", digest)
    same = [
        same
        for rule, column in zip(registry.rules.values(), COLUMNS, strict=False)
        for same in _ordinals(met, rule.id, column, wanted, registry)
    ]
    yield _share("ordinals under four rules", "accuracy", (sum(same), len(same)), None, "", digest)


def speed(path: Path, registry: Registry) -> Iterator[Score]:
    """Processor seconds for the archive, names being known."""
    pages = documents(path, "kremlin-archive", registry)
    named = [(page, read_names(page, registry)) for page in pages]
    begun = time.process_time()
    for page, mentions in named:
        read_encounters(page, registry, mentions)
    spent = time.process_time() - begun
    yield Score(
        bench="encounters",
        task="whole archive, names known",
        metric="seconds",
        value=spent,
        n=len(pages),
        target=SECONDS,
        corpus="kremlin-1999-2020",
        digest=_digest(path),
    )


def reference() -> Iterator[Row]:
    """The reviewed contacts of the Kremlin set."""
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            guests = tuple(frozenset({_plain(name)}) for name in row["guests"].split())
            yield Row(page=row["id"], medium=row["medium"], status=row["status"], day=row["date"], guests=guests)


def reports(document: Document, registry: Registry) -> tuple[EncounterReport, ...]:
    """What the reader makes of a document."""
    mentions: Sequence[Mention] = read_names(document, registry)
    return read_encounters(document, registry, mentions)


def rows_of(page: Document, told: Iterable[EncounterReport], registry: Registry) -> Iterator[Row]:
    """Reports in the shape of the reference: guests by surname."""
    for report in told:
        guests = tuple(_spellings(p, registry) for p in report.parties if p != PAIR[0])
        medium = report.kind if report.kind in ("phone", "video") else "in-person"
        key = page.key.rpartition("/")[2]
        yield Row(page=key, medium=medium, status=report.status, day=report.date.isoformat(), guests=guests)


def keywords(page: Document) -> Iterator[Row]:
    """The naive peer: a keyword in the headline, the last word for the guest, always held."""
    headline = page.part("headline")
    if _NAIVE.search(headline):
        medium = "phone" if "phone" in headline.lower() else "in-person"
        guests = (frozenset({_plain(headline.split()[-1])}),)
        key, day = page.key.rpartition("/")[2], page.published_on.isoformat()
        yield Row(page=key, medium=medium, status="held", day=day, guests=guests)


def recall(wanted: Sequence[Row], found: Sequence[Row]) -> tuple[int, int]:
    """How many rows of the one have their like in the other, and how many there are."""
    by_page: dict[str, list[Row]] = {}
    for row in found:
        by_page.setdefault(row.page, []).append(row)
    return sum(any(_like(row, other) for other in by_page.get(row.page, ())) for row in wanted), len(wanted)


def encounters_of(pages: Iterable[Document], registry: Registry) -> tuple[Encounter, ...]:
    """The encounters joined from many documents."""
    sources: dict[str, str] = {}
    told: list[EncounterReport] = []
    for page in pages:
        sources[page.id] = page.source
        told.extend(reports(page, registry))
    return join(told, sources)


def _like(one: Row, other: Row) -> bool:
    """Whether two rows tell of the same contact: the same guest, or of a company the greater part."""
    if (one.medium, one.status, one.day) != (other.medium, other.status, other.day):
        return False
    shared = sum(any(guest & known for known in other.guests) for guest in one.guests)
    most = max(len(one.guests), len(other.guests))
    return shared == most if most < 3 else 2 * shared >= most


def _is_row(encounter: Encounter, row: dict[str, str]) -> bool:
    remote = ("phone", "video")
    medium = row["kind"] if row["kind"] in remote else "in-person"
    own = encounter.kind if encounter.kind in remote else "in-person"
    return medium == own and abs((encounter.date - date.fromisoformat(row["date"])).days) <= 1


def _ordinals(
    met: Sequence[Encounter], rule: str, column: str, wanted: Sequence[dict[str, str]], registry: Registry
) -> Iterator[bool]:
    """Whether each occasion of a column has the number that the count gives it, as far as the items tell of it.

    What the table itself says rests on no item (a call without a day, one conversation "alone" in a commentary) is
    left out of the reference, and what comes after it moves up.
    """
    given = {n.encounters[0].date: n.ordinal for n in count(met, registry.rules[rule], LAST)}
    private = column == COLUMNS[1]
    stated = [row for row in wanted if row[column] and not (private and "commentary alone" in row["note"])]
    for ordinal, row in enumerate(stated, start=1):
        yield given.get(date.fromisoformat(row["date"])) == ordinal


def _spellings(party: str, registry: Registry) -> frozenset[str]:
    actor = registry.actors.get(party)
    names = (*actor.surnames.en, *actor.names.en) if actor else (party.removeprefix("unknown:"),)
    return frozenset(
        _plain(word) for name in names for word in (*name.split()[-1:], *name.replace("-", " ").split()[-2:])
    )


def _plain(word: str) -> str:
    return (
        unicodedata.normalize("NFKD", word.replace("ø", "o").removeprefix("al-").removeprefix("el-"))
        .encode("ascii", "ignore")
        .decode()
        .lower()
        .rstrip(".,")
    )


def _share(
    task: str, metric: str, scored: tuple[int, int], peer: tuple[int, int] | None, corpus: str, digest: str
) -> Score:
    right, n = scored
    low, high = wilson(right, n)
    return Score(
        bench="encounters",
        task=task,
        metric=metric,
        value=right / n if n else 0.0,
        low=low,
        high=high,
        n=n,
        target=TARGET,
        peer="keywords" if peer else "",
        peer_value=peer[0] / peer[1] if peer and peer[1] else None,
        corpus=corpus,
        digest=digest,
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
