"""Lists of readers as CSV: brought in from elsewhere row by row, and given out.

A bad row stops nothing: it is set aside with its line and the reason, in a file beside the list, and can be corrected
and brought in alone. Whoever left or must not be written to is never brought back by a list.
"""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.db import transaction

from overtone.desk import readers
from overtone.desk.addresses import AddressError, normal
from overtone.desk.models import Consent, Reader
from overtone.errors import InputError, UsageError
from overtone.settings import LANGUAGES

TOGETHER = 200  # rows of one transaction
ADDRESS = ("address", "email", "e-mail", "mail")
LANGUAGE = ("language", "lang")
COLUMNS = ("address", "language", "state", "created", "changed", "asked", "confirmed", "wording", "origin", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row that was not taken."""

    line: int
    address: str
    language: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What became of a list: rows by what was done with them, and those set aside."""

    done: dict[str, int]  # asked | active | known → rows
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """How a list is brought in."""

    language: str  # of rows that name none
    proof: str  # how its readers agreed
    confirmed: bool  # they confirmed elsewhere: no letter is sent to them


def bring_one(address: str, how: Bringing, now: datetime) -> str:
    """Take one (normal) address: asked | active | known; UsageError where it must not be."""
    return (_bring if how.confirmed else _ask)(address, how.language, now, how.proof)


def bring_list(path: Path, how: Bringing, now: datetime) -> Brought:
    """Take every row of a CSV file with a column of addresses; InputError for a file that is none.

    Rows are committed by hundreds, so that the service goes on meanwhile; a list cut short can be brought in again.
    """
    done: Counter[str] = Counter()
    rejected: list[Rejected] = []
    seen: set[str] = set()
    rows = list(_rows(path))
    for start in range(0, len(rows), TOGETHER):
        with transaction.atomic():
            for line, address, language in rows[start : start + TOGETHER]:
                try:
                    done[_take(address, language, how, now, seen)] += 1
                except (AddressError, UsageError) as error:
                    rejected.append(Rejected(line=line, address=address, language=language, reason=str(error)))
    return Brought(done=dict(done), rejected=tuple(rejected))


def _take(address: str, language: str, how: Bringing, now: datetime, seen: set[str]) -> str:
    found = normal(address)
    if found in seen:
        raise UsageError("stands twice in this list")
    done = bring_one(found, replace(how, language=_language(language, how)), now)
    seen.add(found)
    return done


def write_rejected(path: Path, rejected: tuple[Rejected, ...]) -> Path:
    """The rows set aside, beside their list as `LIST.rejected.csv`."""
    beside = path.with_suffix(".rejected.csv")
    rows = [(row.address, row.language, row.line, row.reason) for row in rejected]
    write_private(beside, as_csv(("address", "language", "line", "reason"), rows))
    return beside


def told(reader: Reader, consent: Consent | None) -> tuple[str, ...]:
    """A reader as a row of an export, in the order of COLUMNS."""
    return (
        reader.address,
        reader.language,
        reader.state,
        reader.created_at.isoformat(timespec="seconds"),
        reader.changed_at.isoformat(timespec="seconds"),
        consent.asked_at.isoformat(timespec="seconds") if consent else "",
        consent.confirmed_at.isoformat(timespec="seconds") if consent and consent.confirmed_at else "",
        consent.wording if consent else "",
        consent.origin if consent else "",
        reader.reason,
    )


def exported(state: str = "", language: str = "") -> Iterator[tuple[str, ...]]:
    """Every reader, or those of one state or language, by address, each with the latest consent."""
    asked = Consent.objects.select_related("reader").order_by("asked_at", "pk")
    latest = {consent.reader.pk: consent for consent in asked.iterator()}
    for reader in chosen(state, language):
        yield told(reader, latest.get(reader.pk))


def chosen(state: str = "", language: str = "") -> Iterator[Reader]:
    """Readers by address; "" for any state or language."""
    wanted = {name: value for name, value in (("state", state), ("language", language)) if value}
    yield from Reader.objects.filter(**wanted).order_by("address").iterator()


def write_private(path: Path, text: str) -> None:
    """A file that only its owner may read; InputError where it cannot be written."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        path.chmod(0o600)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", where=str(path), next_step="name another") from None


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV; a cell that a spreadsheet would obey gets an apostrophe."""
    kept = io.StringIO()
    writer = csv.writer(kept, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return kept.getvalue()


def _harmless(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _ask(address: str, language: str, now: datetime, proof: str) -> str:
    reader = Reader.objects.filter(address=address).first()
    if readers.is_barred(address) or (reader and reader.state == Reader.State.SUPPRESSED):
        raise UsageError("must not be written to")
    if reader and reader.state == Reader.State.UNSUBSCRIBED:
        raise UsageError(f"unsubscribed on {reader.changed_at:%Y-%m-%d}: must not be asked by a list")
    if reader and reader.state == Reader.State.ACTIVE:
        return "known"
    readers.ask(address, language, now, origin=proof)
    return "asked"


def _bring(address: str, language: str, now: datetime, proof: str) -> str:
    return readers.bring(address, language, now, proof=proof)


def _language(written: str, how: Bringing) -> str:
    language = written.strip().lower() or how.language
    if language not in LANGUAGES:
        raise UsageError(f"language {written!r} is none of {', '.join(LANGUAGES)}")
    return language


def _rows(path: Path) -> Iterator[tuple[int, str, str]]:
    """Line, address and language of each row that is not empty."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise InputError("not UTF-8", where=f"{path}:{line}", next_step="save the list as CSV in UTF-8") from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=str(path), next_step="check the name") from None
    head = text.partition("\n")[0]
    table = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    names = [name.strip().lower() for name in next(table, [])]
    address, language = _column(names, ADDRESS), _column(names, LANGUAGE)
    if address is None:
        raise InputError(
            "the first line names no column of addresses",
            where=f"{path}:1",
            next_step=f"name it {' or '.join(ADDRESS)}; a column {' or '.join(LANGUAGE)} may stand beside it",
        )
    for row in table:
        if any(part.strip() for part in row):
            yield table.line_num, _cell(row, address), _cell(row, language)


def _cell(row: list[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _column(names: list[str], known: tuple[str, ...]) -> int | None:
    return next((names.index(name) for name in known if name in names), None)
