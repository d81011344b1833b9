"""Who takes words from whom: speakers on a ring, an arrow a tie, as wide as it is strong; told in words beneath."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, at, cell, rule, text, tidy
from overtone.publish.charts.lettering import NARROW, cut, extent, fold
from overtone.publish.charts.ring import Ring, Tie, around, badges, curve, ring
from overtone.publish.words import Words
from overtone.records import TextChart

ALPHA = 0.05
THIN, THICK = 1.2, 6.0
LINE = 15
BOLD = 24  # ties drawn and numbered; of more the strongest


def network(chart: TextChart, words: Words) -> Drawing:
    """Rows are ties; values (from, to, weight, q), where from and to number the speakers that `cells` name.

    A row without `to` is a speaker without a tie. A tie whose q is above 0.05, or not known, is drawn broken.
    """
    names = _names(chart)
    ties = _ties(chart)
    if not names:
        return Drawing(height=0, marks=())
    drawn = sorted(ties, key=lambda tie: (-tie.weight, tie.start, tie.stop))[:BOLD]
    places = ring(sorted({end for tie in ties for end in (tie.start, tie.stop)}), drawn)
    marks = [at("50%", 0, Markup("\n").join(_picture(places, drawn, names)))] if drawn else []
    y = float(places.tall) if drawn else 0.0
    for number, tie in enumerate(drawn, start=1):
        told, y = _told(chart, tie, number, y, words)
        marks += told
    alone = [names[one] for one in sorted(set(names) - set(places.nodes))]
    for line in fold(f"{words.say('chart.alone')} {', '.join(alone)}", NARROW, 12, 6) if alone else ():
        y += 18
        marks.append(text("0", y, line, look="soft", size=12))
    if len(ties) > len(drawn):
        y += 20
        marks.append(text("0", y, words.say("chart.more", n=len(ties) - len(drawn)), look="soft", size=12))
    return Drawing(height=int(y) + 10, marks=tuple(marks))


def _whole(value: float) -> int | None:
    return int(value) if math.isfinite(value) and 0 <= value < 1e6 else None


def _names(chart: TextChart) -> dict[int, str]:
    """The speakers by their numbers."""
    found: dict[int, str] = {}
    for row in range(len(chart.rows)):
        for side in (0, 1):
            number = _whole(cell(chart.values, row, side))
            cells = chart.cells[row] if row < len(chart.cells) else ()
            if number is not None:
                found.setdefault(number, cells[side] if side < len(cells) else str(number))
    return found


def _ties(chart: TextChart) -> list[Tie]:
    found = []
    for row in range(len(chart.rows)):
        start, stop = _whole(cell(chart.values, row, 0)), _whole(cell(chart.values, row, 1))
        weight = cell(chart.values, row, 2)
        if start is not None and stop is not None and start != stop and math.isfinite(weight):
            found.append(Tie(start=start, stop=stop, weight=weight, sure=cell(chart.values, row, 3) <= ALPHA, row=row))
    return found


def _wide(tie: Tie, top: float) -> float:
    return THIN + (THICK - THIN) * max(tie.weight, 0) / top if top > 0 else THIN


def _picture(places: Ring, ties: Sequence[Tie], names: dict[int, str]) -> list[Markup]:
    top = max(tie.weight for tie in ties)
    marks = [_arrow(places, tie, _wide(tie, top)) for tie in reversed(ties)]
    for node in places.nodes:
        x, y = places.spots[node]
        marks.append(
            Markup('<circle cx="{}" cy="{}" r="5" class="held seam" stroke-width="1.5"/>').format(tidy(x), tidy(y))
        )
        side = 1 if x >= 0 else -1
        room = NARROW / 2 - abs(x) - 12
        lines = fold(names[node], room, 12, 2)
        for number, line in enumerate(lines):
            height = y + 4 + 13 * (number - (len(lines) - 1) / 2)
            marks.append(text(tidy(x + 10 * side), height, line, anchor="start" if side > 0 else "end", size=12))
    for number, spot in enumerate(badges(places, ties), start=1):
        if spot is not None:
            disc = Markup('<circle cx="{}" cy="{}" r="7.5" class="paper"/>').format(tidy(spot[0]), tidy(spot[1]))
            marks.append(disc + text(tidy(spot[0]), spot[1] + 3.5, number, anchor="middle", size=10))
    return marks


def _arrow(places: Ring, tie: Tie, wide: float) -> Markup:
    """A bent line with its point before the one who came later."""
    bent = curve(places, tie)
    line = Markup('<path d="{}" fill="none" class="{}" stroke-dasharray="{}" stroke-width="{}"/>')
    look, dashes = ("stroke", "none") if tie.sure else ("thin", "5 4")
    path = line.format(around(bent), look, dashes, tidy(wide))
    (x, y), (back_x, back_y) = bent[2], bent[1]
    long = math.hypot(x - back_x, y - back_y) or 1.0
    along, half = ((x - back_x) / long, (y - back_y) / long), 3.5 + wide / 2
    base = (x - along[0] * 2 * half, y - along[1] * 2 * half)
    corners = (
        (x, y),
        (base[0] - along[1] * half, base[1] + along[0] * half),
        (base[0] + along[1] * half, base[1] - along[0] * half),
    )
    points = " ".join(f"{tidy(a)},{tidy(b)}" for a, b in corners)
    return path + Markup('<polygon points="{}" class="{}"/>').format(points, "tip" if tie.sure else "dull")


def _told(chart: TextChart, tie: Tie, number: int, y: float, words: Words) -> tuple[list[Markup], float]:
    """A tie in words: its number in the picture, who and whom, how strong, how sure."""
    weight = words.measured(tie.weight, chart.unit)
    q = cell(chart.values, tie.row, 3)
    chance = f"q {words.number(q, 3)}" if math.isfinite(q) else "q –"
    if 0 <= q < 0.0005:
        chance = f"q < {words.number(0.001, 3)}"
    told = cut(f"{weight} · {chance}", 150, 12)
    marks = [rule("0", y + 5, "100%", y + 5, look="hair")]
    marks.append(text("18", y + LINE + 4, number, look="soft", anchor="end", size=11))
    marks.append(text("100%", y + LINE + 4, told, look="soft", anchor="end", size=12))
    for line in fold(chart.rows[tie.row], NARROW - 26 - extent(told, 12) - 10, 12):
        y += LINE
        marks.append(text("26", y + 4, line, size=12))
    return marks, y + 8
