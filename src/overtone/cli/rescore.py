"""`overtone rescore`: the verdicts of a week as they were at their cut, and as they would be now."""

from dataclasses import asdict

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut, parse_week
from overtone.errors import UsageError


@click.command("rescore")
@click.option("--week", required=True, help="ISO week, as 2022-W20.")
@click.option("--as-of", required=True, help="The cut at which the verdicts were given: a day or a moment.")
@click.option("--now", help="The later cut; else all that the ledger holds.")
@json_option
@click.pass_context
def command(ctx: click.Context, week: str, as_of: str, now: str | None, as_json: bool) -> None:
    """Give each theme's verdict of a week at two cuts, with the statements that came late between them.

    \b
    Example:  overtone rescore --week 2022-W20 --as-of 2022-05-23
    """
    from overtone.rescoring import rescored
    from overtone.wiring import open_workspace

    window, cut, later = parse_week(week), parse_cut(as_of), parse_cut(now)
    if cut and later and later < cut:
        raise UsageError("the later cut lies before the earlier one", next_step="give --as-of the earlier of the two")
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    with workspace.view(cut) as then, workspace.view(later) as after:
        found = rescored(then, after, workspace.registry, window)
    if as_json:
        rows = [{**asdict(one), "held": one.held, "late": one.late} for one in found]
        print_json("rescore", {"week": window.label, "rows": rows})
        return
    cells = [
        (
            one.theme,
            f"{one.then.verdict} ({one.then.reason})",
            f"{one.now.verdict} ({one.now.reason})",
            "yes" if one.held else "no",
            f"{one.late:+d}",
        )
        for one in found
    ]
    print_table(f"Verdicts on {window.label}", ("=theme", "then", "now", "held", ">late"), cells)
    say(f"{sum(not one.held for one in found)} of {len(found)} verdicts would be another now")
