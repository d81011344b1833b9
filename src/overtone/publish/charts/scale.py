"""A scale with round steps, and the lines and figures that show it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from overtone.publish.charts.drawing import finite, per, pixels, rule, text
from overtone.publish.charts.lettering import extent
from overtone.publish.words import Words

FARTHEST = 1e12  # what lies beyond is drawn at the edge: no figure of the house is so great
CROWNS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
APART = 8  # pixels between two figures of a scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From which value to which, where the round ones stand, and between which per cent of the sheet it runs."""

    low: float
    high: float
    step: float
    left: float = 0.0
    right: float = 100.0

    def share(self, value: float) -> float:
        """Where a value lies between the ends, 0 to 1; the nearer end for one outside."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    def spot(self, value: float) -> float:
        """Where a value stands on the sheet, in per cent."""
        return self.left + (self.right - self.left) * self.share(value)

    def place(self, value: float) -> str:
        """The same as a length."""
        return per(self.spot(value))

    def ticks(self) -> list[float]:
        """The round values, zero written as zero."""
        number = round((self.high - self.low) / self.step)
        return [round(self.low + self.step * n, 10) + 0.0 for n in range(number + 1)]


def crown(value: float) -> float:
    """The round figure at or just above a value; 0 for what is not above 0."""
    if not value > 0:
        return 0.0
    value = min(max(value, 1e-9), FARTHEST)
    magnitude: float = 10.0 ** math.floor(math.log10(value))
    return next(magnitude * part for part in CROWNS if magnitude * part >= value * 0.9999)


def axis(values: Iterable[float], *, left: float = 0.0, right: float = 100.0, steps: int = 4) -> Axis:
    """A scale of about so many round steps that holds zero and all values."""
    inside = [min(max(value, -FARTHEST), FARTHEST) for value in finite(values)]
    low, high = min([*inside, 0.0]), max([*inside, 0.0])
    rough = max((high - low) or 1.0, 1e-9) / steps
    magnitude: float = 10.0 ** math.floor(math.log10(rough))
    step = next(magnitude * factor for factor in (1, 2, 2.5, 5, 10) if magnitude * factor >= rough * 0.999)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return Axis(low=low, high=high if high > low else low + step, step=step, left=left, right=right)


def scaled(one: Axis, spans: Sequence[tuple[float, float]], words: Words, unit: str) -> list[Markup]:
    """Fine lines at the round values down each span, zero the darkest, and beneath the last as many figures as fit."""
    marks: list[Markup] = []
    free = -math.inf
    ticks = one.ticks()
    if len(ticks) > 12 or not spans:
        return marks
    for tick in ticks:
        spot = one.spot(tick)
        look = "faint" if tick == 0 else "grid"
        marks += [rule(per(spot), top, per(spot), bottom, look=look) for top, bottom in spans]
        told = words.measured(tick, unit)
        wide = extent(told, 11)
        anchor, start = _anchored(pixels(spot), wide)
        if start >= free:
            marks.append(text(per(spot), spans[-1][1] + 14, told, look="soft", anchor=anchor, size=11))
            free = start + wide + APART
    return marks


def _anchored(middle: float, wide: float) -> tuple[str, float]:
    """On which side of its place a figure stands so that it stays on the sheet, and where it begins."""
    if middle < wide / 2:
        return "start", middle
    if pixels(100) - middle < wide / 2:
        return "end", middle - wide
    return "middle", middle - wide / 2
