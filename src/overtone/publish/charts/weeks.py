"""Series over weeks: a small picture each on one scale, the line in its interval, the usual level as a broken line."""

import math
from collections.abc import Iterator

from markupsafe import Markup

from overtone.publish.charts.drawing import (
    MOST_ROWS,
    Drawing,
    at,
    cell,
    finite,
    hatched,
    keyed,
    per,
    pixels,
    rule,
    shortened,
    text,
    tidy,
)
from overtone.publish.charts.forest import FAR, headed
from overtone.publish.charts.heads import dates
from overtone.publish.charts.lettering import cut
from overtone.publish.charts.scale import Axis, crown
from overtone.publish.words import Words
from overtone.records import TextChart

LEFT, RIGHT = 13.5, 98.5  # per cent between which the weeks stand; the scale's figures stand before them
TALL, LOW = 96, 68  # pixels of a picture, where there are few and where there are many
FEW, TOGETHER, DOTS = 2, 6, 30  # pictures that may be tall; series drawn behind one another; weeks with a dot each
WIDE = 1000  # inner width of a stretched drawing
LINE = Markup('<path d="M-11 0H11" class="stroke" stroke-width="2"/><circle r="3" class="held"/>')
BAND = Markup('<rect x="-11" y="-6" width="22" height="12" class="band"/>')
USUAL = Markup('<path d="M-11 0H11" class="level" stroke-width="1.6" stroke-dasharray="5 3"/>')
OTHERS = Markup('<path d="M-11 0H11" class="back" stroke-width="1.6" fill="none"/>')
BLIND = Markup('<g transform="translate(-11 -7)">{}</g>')


def weeks(chart: TextChart, words: Words) -> Drawing:
    """Rows are series, columns weeks in order; usual levels in `usual`; a week that is not known is hatched."""
    unit = chart.unit or _guessed(chart)
    scale = _scale(_reach(chart))
    tall = TALL if len(chart.rows) <= FEW else LOW
    marks: list[Markup] = []
    y = 0.0
    for row, label in enumerate(chart.rows[:MOST_ROWS]):
        drawn, y = headed(y, label, _last(chart, row, words, unit))
        marks += [*drawn, *_usual_told(chart, row, y, words, unit)]
        y += 24 if math.isfinite(_usual(chart, row)) else 10
        marks += [*_lines(scale, y, tall, words, unit), *_picture(chart, row, (y, tall), scale)]
        y += tall + 18
    number = max(len(chart.columns), 1)
    marks += dates(chart.columns, LEFT, (RIGHT - LEFT) / number, y - 14)[0]
    legend, y = keyed(y + 26, _key(chart, words))
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y), marks=(*marks, *legend, *more))


def _guessed(chart: TextChart) -> str:
    """Shares where every figure lies from 0 to 1 and some are broken, else counts."""
    known = finite(value for row in chart.values for value in row)
    return "share" if known and all(0 <= v <= 1 for v in known) and any(v % 1 for v in known) else ""


def _scale(values: list[float]) -> Axis:
    """From nothing, or the least, to a round figure just above the most."""
    low, high = -crown(-min([*values, 0.0])), crown(max([*values, 0.0]))
    return Axis(low=low, high=high if high > low else low + 1, step=1)


def _reach(chart: TextChart) -> list[float]:
    """What the scale holds: every value and usual level, and the intervals as far as they do not run away."""
    values = [*finite(value for row in chart.values for value in row), *finite(chart.usual)]
    far = FAR * max((abs(value) for value in values), default=1.0)
    ends = finite(value for table in (chart.lows, chart.highs) for row in table for value in row)
    return [*values, *(min(max(end, -far), far) for end in ends)]


def _usual(chart: TextChart, row: int) -> float:
    return chart.usual[row] if row < len(chart.usual) else math.nan


def _last(chart: TextChart, row: int, words: Words, unit: str) -> str:
    """The newest known figure with its interval, and its week where that is not the last one."""
    known = [n for n in range(len(chart.columns)) if math.isfinite(cell(chart.values, row, n))]
    if not known:
        return words.say("number.unknown")
    column = known[-1]
    told = words.measured(cell(chart.values, row, column), unit)
    low, high = cell(chart.lows, row, column), cell(chart.highs, row, column)
    if math.isfinite(low) and math.isfinite(high):
        told += f" ({words.span(low, high, unit)})"
    return told if column == len(chart.columns) - 1 else f"{chart.columns[column]}: {told}"


def _usual_told(chart: TextChart, row: int, y: float, words: Words, unit: str) -> list[Markup]:
    usual = _usual(chart, row)
    if not math.isfinite(usual):
        return []
    told = f"{words.say('chart.usual')} {words.measured(usual, unit)}"
    return [text("100%", y + 15, cut(told, pixels(90), 11), look="amber", anchor="end", size=11)]


def _lines(scale: Axis, y: float, tall: int, words: Words, unit: str) -> list[Markup]:
    """The lines of nothing and of the most, each with its figure before it."""
    marks: list[Markup] = []
    told_at: list[float] = []
    for value in dict.fromkeys((scale.high, scale.low, 0.0)):
        height = y + tall * (1 - scale.share(value))
        marks.append(rule(per(LEFT), height, "100%", height, look="faint" if value == 0 else "grid"))
        if all(abs(height - other) > 12 for other in told_at):
            told = cut(words.measured(value, unit), pixels(LEFT) - 6, 11)
            marks.append(text(per(LEFT - 1.5), height + 4, told, look="soft", anchor="end", size=11))
            told_at.append(height)
    return marks


def _spot(chart: TextChart, column: int) -> float:
    """Where a week stands, in per cent."""
    return LEFT + (RIGHT - LEFT) * (column + 0.5) / max(len(chart.columns), 1)


def _picture(chart: TextChart, row: int, place: tuple[float, int], scale: Axis) -> list[Markup]:
    y, tall = place
    number = max(len(chart.columns), 1)
    wide = (RIGHT - LEFT) / number
    marks = [
        hatched(per(LEFT + wide * start), y, per(wide * (stop - start)), tall)
        for start, stop in _runs([not math.isfinite(cell(chart.values, row, n)) for n in range(number)])
    ]
    lines = []
    if len(chart.rows) <= TOGETHER:
        others = (other for other in range(len(chart.rows)) if other != row)
        lines += [_line(chart, other, place, scale, "back") for other in others]
    lines += [_band(chart, row, place, scale), _line(chart, row, place, scale, "stroke")]
    marks.append(
        Markup(
            '<svg x="{}" y="{}" width="{}" height="{}" viewBox="0 0 {} {}" preserveAspectRatio="none">{}</svg>'
        ).format(per(LEFT), tidy(y), per(RIGHT - LEFT), tall, WIDE, tall, Markup().join(lines))
    )
    usual = _usual(chart, row)
    if math.isfinite(usual):
        level = y + tall * (1 - scale.share(usual))
        marks.append(
            Markup('<line x1="{}" y1="{y}" x2="100%" y2="{y}" class="level" {}/>').format(
                per(LEFT), Markup('stroke-width="1.6" stroke-dasharray="5 3"'), y=tidy(level)
            )
        )
    return [*marks, *_dots(chart, row, place, scale)]


def _dots(chart: TextChart, row: int, place: tuple[float, int], scale: Axis) -> Iterator[Markup]:
    """A dot a week; where there are many only the last, and those that stand alone."""
    known = [math.isfinite(cell(chart.values, row, n)) for n in range(len(chart.columns))]
    runs = _runs(known)
    alone = {start for start, stop in runs if stop - start == 1}
    last = max((stop - 1 for _, stop in runs), default=-1)
    for column, there in enumerate(known):
        if there and (len(known) <= DOTS or column in alone or column == last):
            height = place[0] + place[1] * (1 - scale.share(cell(chart.values, row, column)))
            radius = "3.6" if column == last else "2.2"
            yield at(per(_spot(chart, column)), height, Markup('<circle r="{}" class="held"/>').format(radius))


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    """Stretches of true, end exclusive."""
    edges = [n for n in range(len(flags) + 1) if (n > 0 and flags[n - 1]) != (n < len(flags) and flags[n])]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _line(chart: TextChart, row: int, place: tuple[float, int], scale: Axis, look: str) -> Markup:
    known = [math.isfinite(cell(chart.values, row, n)) for n in range(len(chart.columns))]
    path = ""
    for start, stop in _runs(known):
        steps = [
            _point(chart, column, cell(chart.values, row, column), place[1], scale) for column in range(start, stop)
        ]
        path += "M" + "L".join(steps)
    if not path:
        return Markup()
    return Markup('<path d="{}" class="{}" fill="none" stroke-width="{}" {}/>').format(
        path,
        look,
        "2" if look == "stroke" else "1.4",
        Markup('stroke-linejoin="round" vector-effect="non-scaling-stroke"'),
    )


def _band(chart: TextChart, row: int, place: tuple[float, int], scale: Axis) -> Markup:
    bounded = [
        all(math.isfinite(cell(table, row, n)) for table in (chart.lows, chart.highs))
        for n in range(len(chart.columns))
    ]
    path = ""
    for start, stop in _runs(bounded):
        upper = [_point(chart, n, cell(chart.highs, row, n), place[1], scale) for n in range(start, stop)]
        lower = [_point(chart, n, cell(chart.lows, row, n), place[1], scale) for n in reversed(range(start, stop))]
        path += "M" + "L".join([*upper, *lower]) + "Z"
    return Markup('<path d="{}" class="band"/>').format(path) if path else Markup()


def _point(chart: TextChart, column: int, value: float, tall: int, scale: Axis) -> str:
    across = WIDE * (column + 0.5) / max(len(chart.columns), 1)
    return f"{tidy(across)} {tidy(tall * (1 - scale.share(value)))}"


def _key(chart: TextChart, words: Words) -> list[tuple[Markup, str]]:
    items = [(LINE, words.say("chart.value"))]
    if finite(value for row in chart.lows for value in row):
        items.append((BAND, words.say("chart.interval")))
    if finite(chart.usual):
        items.append((USUAL, words.say("chart.usual")))
    if 1 < len(chart.rows) <= TOGETHER:
        items.append((OTHERS, words.say("chart.others")))
    if any(
        not math.isfinite(cell(chart.values, r, n)) for r in range(len(chart.rows)) for n in range(len(chart.columns))
    ):
        items.append((BLIND.format(hatched("0", 0, "22", 14)), words.say("chart.unseen")))
    return items
