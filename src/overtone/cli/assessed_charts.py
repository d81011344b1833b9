"""The pictures of an assessment as a file: the grids of competing hypotheses, or the calibration of forecasts."""

import math

from overtone.assess.assessment import Assessment, Contest
from overtone.brief.phrases import load
from overtone.cli.figures import write_text
from overtone.errors import UsageError
from overtone.publish.charts import draw
from overtone.publish.words import Words
from overtone.records import TextChart


def write_charts(file: str, found: Assessment, kind: str, lang: str) -> None:
    """One SVG file; with several sets of hypotheses one file each, named after the set.

    UsageError where there is nothing to draw, or the file cannot be written.
    """
    words = Words(lang, load(lang).furniture.items())
    if kind == "forecasts":
        if found.reliability is None:
            raise UsageError(
                "there is no calibration to draw: fewer than ten forecasts are settled that were written down in time",
                next_step="draw hypotheses, or settle more forecasts",
            )
        write_text(file, "--chart", str(draw(_calibration(found, words), words, stem="calibration", alone=True)) + "\n")
        return
    grids = [one for one in found.hypotheses if one.grid.rows]
    if kind != "hypotheses" or not grids:
        raise UsageError(f"there is no chart of {kind} on {found.day}", next_step="draw hypotheses or forecasts")
    for one in grids:
        name = file if len(grids) == 1 else _beside(file, one.weighed.hypotheses.id)
        write_text(name, "--chart", str(draw(_grid(one, lang), words, stem="grid", alone=True)) + "\n")


def _beside(file: str, key: str) -> str:
    head, dot, tail = file.rpartition(".")
    return f"{head}-{key}.{tail}" if dot else f"{file}-{key}"


def _grid(one: Contest, lang: str) -> TextChart:
    """What each item adds to the log-odds of each hypothesis: below 0 it speaks against."""
    whole = one.weighed.hypotheses
    items = {item.id: item.names.display(lang) for item in one.weighed.items}
    first = one.grid.rows[0]
    told = ", ".join(f"{cell.hypothesis} {cell.shift:+.2f}" for cell in first.cells)
    return TextChart(
        key="grid",
        kind="grid",
        title=whole.names.display(lang),
        alt=f"{items[first.item]} {told}",
        rows=tuple(items[row.item] for row in one.grid.rows),
        columns=tuple(h.names.display(lang) for h in whole.members),
        values=tuple(tuple(cell.shift for cell in row.cells) for row in one.grid.rows),
        lows=(),
        highs=(),
        theme="",
    )


def _calibration(found: Assessment, words: Words) -> TextChart:
    bins = found.reliability.bins if found.reliability else ()
    return TextChart(
        key="calibration",
        kind="calibration",
        title=words.say("chart.calibration", day=words.day(found.day)),
        alt="; ".join(_told(one.stated, one.came_true, (one.low, one.high), words) for one in bins),
        rows=tuple(words.percent(one.stated) for one in bins),
        columns=(words.say("chart.stated"), words.say("chart.came-true")),
        values=tuple((one.stated, one.came_true) for one in bins),
        lows=tuple((one.low if one.forecasts else math.nan,) for one in bins),
        highs=tuple((one.high if one.forecasts else math.nan,) for one in bins),
        theme="",
    )


def _told(stated: float, true: float, band: tuple[float, float], words: Words) -> str:
    return f"{words.percent(stated)}: {words.percent(true)} ({words.span(*band, 'share')})"
