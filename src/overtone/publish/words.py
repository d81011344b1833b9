"""The words of the page in one language: labels, names, days and numbers, all out of what the text brings."""

import math
from collections.abc import Iterable
from datetime import UTC, date, datetime

from overtone.publish.labels import LABELS
from overtone.records import Abstention, Signal

NOTHING = ""


class Words:
    """Labels by key with the English wording behind them: a missing label shows in English, it never breaks a page."""

    def __init__(self, lang: str, labels: Iterable[tuple[str, str]]) -> None:
        self.lang = lang
        self.labels = {**dict(LABELS), **dict(labels)}

    def say(self, key: str, **slots: object) -> str:
        """The label with its slots filled; the key itself where nobody knows it."""
        words = self.labels.get(key, key)
        for name, value in slots.items():
            words = words.replace("{" + name + "}", str(value))
        return words

    def name(self, kind: str, thing: str | None) -> str:
        """The printed name of a thing, or its id where no name came with the text."""
        return self.labels.get(f"{kind}.{thing}", thing or NOTHING) if thing else NOTHING

    def day(self, day: date) -> str:
        """A day in words, as the language writes it."""
        return self.say("date.format", day=day.day, month=self.say(f"date.month.{day.month}"), year=day.year)

    def moment(self, moment: datetime) -> str:
        """A day and clock time in UTC."""
        there = moment.astimezone(UTC)
        return self.say("date.moment", date=self.day(there.date()), time=f"{there:%H:%M}")

    def number(self, value: float | None, places: int = 2) -> str:
        """A number with the language's decimal sign, at most so many places; a dash where it is unknown."""
        if value is None or not math.isfinite(value):
            return self.say("number.unknown")
        written = f"{value:.{places}f}"
        if "." in written:
            written = written.rstrip("0").rstrip(".")
        return ("0" if written == "-0" else written).replace("-", "−").replace(".", self.say("number.decimal"))

    def percent(self, share: float | None) -> str:
        """A share as a percentage: one place under ten per cent, none above."""
        if share is None or not math.isfinite(share):
            return self.say("number.unknown")
        return self.say("number.percent", number=self._hundredths(share))

    def _hundredths(self, share: float) -> str:
        return self.number(100 * share, 0 if abs(share) >= 0.0995 else 1)

    def measured(self, value: float | None, unit: str) -> str:
        """A value in its unit: shares as percentages, probabilities to three places, the rest as numbers."""
        if unit.startswith("share"):
            return self.percent(value)
        return self.number(value, 3 if unit.startswith("probability") else 2)

    def span(self, low: float | None, high: float | None, unit: str) -> str:
        """An interval; a dash where one end is unknown."""
        if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
            return self.say("number.unknown")
        if unit.startswith("share"):
            ends = self.say("number.range", low=self._hundredths(low), high=self._hundredths(high))
            return self.say("number.percent", number=ends)
        return self.say("number.range", low=self.measured(low, unit), high=self.measured(high, unit))

    def unit(self, unit: str) -> str:
        """A unit in words; contacts are counted by a rule, which stands behind a colon."""
        kind, _, rule = unit.partition(":")
        return self.say(f"unit.{kind}", rule=self.name("rule", rule)) if rule else self.name("unit", kind)

    def subject(self, signal: Signal | Abstention) -> tuple[str, str]:
        """What was measured, in words: the measure with its unit, and whom, what and where it is about."""
        unit = f", {self.unit(signal.unit)}" if isinstance(signal, Signal) else NOTHING
        about = (("actor", signal.actor), ("target", signal.target), ("venue", signal.venue))
        return self.name("measure", signal.measure) + unit, " · ".join(self.name(k, v) for k, v in about if v)


_LAST: dict[str, tuple[object, Words]] = {}


def words_of(lang: str, labels: tuple[tuple[str, str], ...]) -> Words:
    """The words of these labels; a page whose labels are the very tuple of the page before shares its words."""
    known = _LAST.get(lang)
    if known is None or known[0] is not labels:
        _LAST[lang] = known = (labels, Words(lang, labels))
    return known[1]
