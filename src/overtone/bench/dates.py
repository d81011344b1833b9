"""Date expressions resolved, against days that are known from elsewhere.

Two references: the diary's key, of whose contacts the items name the day by its number; and drawn cases in three
languages (`tests/cases/dates/drawn.tsv`), each an expression, the day of publication and the days it means. The peer
knows written dates only, without a year those of the year of publication. Not for months and years: those are periods.
"""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from overtone.bench.diary_key import Beside, Item, items, share
from overtone.bench.diary_key import digest as key_digest
from overtone.bench.score import Score
from overtone.language import LANGUAGES, FoundDate, language
from overtone.registry import default_desk, load

DRAWN = Path(__file__).resolve().parents[3] / "tests" / "cases" / "dates" / "drawn.tsv"
TARGET = 0.97
Reader = Callable[[str, str, date], Sequence[date]]


def run(shared: Path) -> tuple[Score, ...]:
    """Accuracy on drawn cases in each language, and recall of the days of the diary's announced and held contacts."""
    with DRAWN.open(encoding="utf-8", newline="") as lines:
        drawn = list(csv.DictReader(lines, delimiter="\t"))
    drawn_digest = sha256(DRAWN.read_bytes()).hexdigest()[:16]
    scores = [_drawn(drawn, lang, drawn_digest) for lang in LANGUAGES]
    told = items(shared, load(default_desk()))
    return (*scores, *_diary(told, key_digest(shared)))


def _drawn(drawn: Sequence[dict[str, str]], lang: str, digest: str) -> Score:
    """How many expressions mean the day drawn, and no other."""
    rows = [row for row in drawn if row["lang"] == lang]
    right, theirs = (sum(_as_drawn(row, reader) for row in rows) for reader in (resolved, written))
    beside = Beside(peer="written dates", peer_value=theirs / max(len(rows), 1), digest=digest, target=TARGET)
    return share("dates", f"drawn expressions, {lang}", "accuracy", (right, len(rows)), beside)


def _as_drawn(row: dict[str, str], reader: Reader) -> bool:
    wanted = [date.fromisoformat(day) for day in row["days"].split()]
    return list(reader(row["text"], row["lang"], date.fromisoformat(row["published"]))) == wanted


def _diary(told: Sequence[Item], digest: str) -> Iterator[Score]:
    """Of the items of the key that name the day of a contact by number or weekday, those whose day is found."""
    named = [
        (item, one["date"])
        for item in told
        for one in item.key["encounters"]
        if one["date"] and _names(item, one["date"])
    ]
    ours = sum(date.fromisoformat(day) in _days(item, resolved) for item, day in named)
    theirs = sum(date.fromisoformat(day) in _days(item, written) for item, day in named)
    beside = Beside(peer="written dates", peer_value=theirs / max(len(named), 1), digest=digest, target=TARGET)
    yield share("dates", "days of contacts that an item names", "recall", (ours, len(named)), beside)


def _names(item: Item, day: str) -> bool:
    """Whether the number of the day stands before or behind a word in the text."""
    number = int(day[8:])
    return (
        re.search(rf"(?<!\d){number}(?:[-–—]\d+)? ?[^\W\d]{{3,}}|[A-Z][a-z]+ {number}\b", item.document.text)
        is not None
    )


def _days(item: Item, reader: Reader) -> Sequence[date]:
    return reader(item.document.text, item.document.lang, item.document.published_on)


def resolved(text: str, lang: str, published: date) -> Sequence[date]:
    """The days the house finds."""
    found: Sequence[FoundDate] = language(lang).dates(text, published)
    return [one.day for one in found]


def written(text: str, lang: str, published: date) -> Sequence[date]:
    """The naive peer: day and month as written, in the year of publication."""
    months = [month.lower() for month in language(lang).months]
    names = "|".join(months)
    days = []
    for match in re.finditer(rf"\b(\d{{1,2}}) ({names})\b|\b({names}) (\d{{1,2}})\b", text.lower()):
        number, month = (match[1], match[2]) if match[1] else (match[4], match[3])
        if 1 <= int(number) <= 28:
            days.append(date(published.year, months.index(month) + 1, int(number)))
    return days
