"""The bench of dates: its drawn cases and its peer."""

import csv
from datetime import date

from overtone.bench.dates import DRAWN, resolved, written


def test_drawn_cases_are_whole_and_in_three_languages() -> None:
    rows = list(csv.DictReader(DRAWN.read_text("utf-8").splitlines(), delimiter="\t"))
    assert {row["lang"] for row in rows} == {"en", "ru", "be"}
    assert all(date.fromisoformat(day) for row in rows for day in (row["published"], *row["days"].split()))


def test_the_peer_knows_written_dates_only() -> None:
    day = date(2022, 5, 18)
    assert list(written("On 16 May and on Monday", "en", day)) == [date(2022, 5, 16)]
    assert list(resolved("On 9 May and on Monday", "en", day)) == [date(2022, 5, 9), date(2022, 5, 16)]
