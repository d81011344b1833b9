"""Words for numbers, days and weeks as each language prints them."""

from collections.abc import Sequence
from datetime import date


def two_forms(count: int, forms: Sequence[str]) -> str:
    """One or other (English, CLDR plural rules)."""
    return forms[0] if abs(count) == 1 else forms[1]


def three_forms(count: int, forms: Sequence[str]) -> str:
    """One, few or many (Russian and Belarusian, CLDR plural rules): 21 one, 22 few, 25 and 11 many."""
    last, tens = abs(count) % 10, abs(count) % 100
    if last == 1 and tens != 11:
        return forms[0]
    return forms[1] if 2 <= last <= 4 and not 12 <= tens <= 14 else forms[2]


def week_of_days(first: date, last: date, months: Sequence[str], *, dash: str, year: str) -> str:
    """The dated week, days before months: the month once where both days share it, both years where they differ."""
    end = f"{last.day} {months[last.month - 1]} {last.year}{year}"
    if first.year != last.year:
        return f"{first.day} {months[first.month - 1]} {first.year}{year} – {end}"
    if first.month != last.month:
        return f"{first.day} {months[first.month - 1]} – {end}"
    return f"{first.day}{dash}{end}"
