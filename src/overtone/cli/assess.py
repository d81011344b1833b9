"""`overtone assess`: open questions, indicators, competing hypotheses and forecasts, each with what it rests on."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import date, datetime

import click

from overtone.assess.assessment import Assessment, assess, hindsight
from overtone.assess.citations import FOUND
from overtone.brief.likelihood import likely
from overtone.cli.assessed import body
from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut, parse_week
from overtone.settings import LANGUAGES

KINDS = ("questions", "indicators", "hypotheses", "forecasts")


@click.command("assess")
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option("--week", help="ISO week, as 2022-W41: the assessment of its last day.")
@click.option("--as-of", help="What was known, and judged, then: a day or a moment.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the words.")
@click.option("--chart", metavar="FILE", help="Also draw it, as SVG: the grids, or with forecasts the calibration.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    kind: str | None,
    week: str | None,
    as_of: str | None,
    lang: str,
    chart: str | None,
    as_json: bool,
) -> None:
    """Show what is judged: open questions, indicators lit, dark or not observed, competing hypotheses, forecasts.

    \b
    Example:  overtone assess hypotheses --week 2022-W41
    """
    from overtone.judging import evidence
    from overtone.wiring import open_workspace

    cut = parse_cut(as_of)
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    judgements = workspace.judgements
    with ExitStack() as doors:
        view = doors.enter_context(workspace.view(cut))
        latest = doors.enter_context(workspace.view()) if cut else None
        known = evidence(view, workspace.registry, judgements, _day(week, cut, view.as_of), latest)
    found = assess(judgements, known, cut.date() if cut else None)
    if chart:
        from overtone.cli.assessed_charts import write_charts

        write_charts(chart, found, kind or "hypotheses", lang)
    if as_json:
        print_json("assess", body(found, known, kind, lang))
        return
    for name in (kind,) if kind else KINDS:
        PRINTED[name](found, lang)
    if not any((found.questions, found.indicators, found.hypotheses, found.forecasts)):
        when = f" and written down by {found.cut}" if found.cut else ""
        say(f"Nothing was judged of {found.day} or before{when}: see docs/assessment.md")
    _unseen(found)
    if late := hindsight(found):
        say(f"· {late} judgements were written down after {found.day}: in hindsight")


def _day(week: str | None, cut: datetime | None, latest: datetime) -> date:
    """The last day that counts: of the week, unless the cut is earlier; else of the cut or of the ledger."""
    if week is None:
        return (cut or latest).date()
    last = parse_week(week).last
    return min(last, cut.date()) if cut else last


def _questions(found: Assessment, lang: str) -> None:
    cells = [
        (
            one.question.names.display(lang),
            one.question.by,
            one.question.on,
            f"{one.age_days} d" + (" !" if one.stale else ""),
            one.state,
            len(one.question.answers),
            len(one.candidates),
        )
        for one in found.questions
    ]
    columns = ("question", "asked by", "=on", ">age", "state", ">answers", ">candidates")
    print_table(f"Open questions on {found.day}", columns, cells)


def _indicators(found: Assessment, lang: str) -> None:
    cells = [
        (
            one.indicator.names.display(lang),
            one.state,
            one.reason + (", worthless" if one.worthless else ""),
            one.met_on or "–",
            one.expires_on or "–",
            f"{one.indicator.base:.0%}",
            f"{one.seen:.0%}",
        )
        for one in found.indicators
    ]
    columns = ("indicator", "=state", "reason", "=last met", "=lit until", ">usually lit", ">days seen")
    print_table(f"Indicators on {found.day}", columns, cells)


def _hypotheses(found: Assessment, lang: str) -> None:
    for one in found.hypotheses:
        whole = one.weighed.hypotheses
        names = {h.id: h.names.display(lang) for h in whole.members}
        cells = [
            (s.rank, names[s.hypothesis], f"{s.prior:.0%}", f"{s.alone:.0%}", likely(s.probability, lang))
            for s in one.weighed.standings
        ]
        print_table(
            f"{whole.names.display(lang)}, {found.day}",
            (">rank", "hypothesis", ">before", ">alone", "after the evidence"),
            cells,
        )
        rows = [
            (row.item, row.origin, f"{row.diagnosticity:.2f}", *(f"{c.ratio:g} ×{c.weight:.2g}" for c in row.cells))
            for row in one.grid.rows
        ]
        print_table("Ratio × weight, most telling first", ("item", "origin", ">tells", *one.grid.hypotheses), rows)
        for change in one.grid.changes:
            if change.leads:
                cell = f"{change.item} under {change.hypothesis}" if change.hypothesis else change.item
                say(f"· {change.what} {cell}: then {names[change.ranking[0]]} leads")
        for item, reason in one.left_out:
            say(f"· not counted: {item} ({reason})")
        say(f"· the probabilities summed to {one.weighed.together:.2f} before they were made to fit")


def _forecasts(found: Assessment, lang: str) -> None:
    cells = [
        (
            one.forecast.names.display(lang),
            one.forecast.due,
            likely(one.now.probability, lang),
            one.state,
            f"{one.score.brier:.3f}" if one.score else "–",
            f"{one.score.logarithmic:.3f}" if one.score else "–",
            f"{one.score.base_brier:.3f}" if one.score else "–",
            "hindsight" if one.score and one.score.hindsight else "",
        )
        for one in found.forecasts
    ]
    columns = ("forecast", "=due", "probability", "state", ">Brier (0–1)", ">log", ">base rate's Brier", "note")
    print_table(f"Forecasts on {found.day}", columns, cells)
    if found.record is None:
        say("· no record: no forecast has been settled that was written down before its outcome")
        return
    total = found.record
    interval = "" if total.better_low is None else f" (90% {total.better_low:.3f} to {total.better_high:.3f})"
    brier = f"Brier {total.brier:.3f} of 0–1, {total.brier_two_sided:.3f} of 0–2"
    say(f"· {total.n} scored: {brier}; log {total.logarithmic:.3f}")
    say(f"· skill {total.skill:.2f} against the base rate; better by {total.better:.3f}{interval}")
    if found.reliability is None:
        say("· no calibration: fewer than ten forecasts are settled")
    else:
        parts = found.reliability
        say(f"· REL {parts.rel:.3f} − RES {parts.res:.3f} + UNC {parts.unc:.3f} + rest {parts.rest:.3f}")


def _unseen(found: Assessment) -> None:
    """What judgements cite that the ledger cannot show."""
    states: dict[str, int] = {}
    for ground in found.grounds.values():
        if ground.state != FOUND:
            states[ground.state] = states.get(ground.state, 0) + 1
    for state, number in sorted(states.items()):
        say(f"· {number} citations cannot be shown: {state}")


PRINTED: Mapping[str, Callable[[Assessment, str], None]] = {
    "questions": _questions,
    "indicators": _indicators,
    "hypotheses": _hypotheses,
    "forecasts": _forecasts,
}
