"""`overtone measure`: a number with everything it may not travel without, or the reason why there is none."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import Named, parse_cut, parse_week, resolve
from overtone.gathering import options_for
from overtone.measure import Options, measure
from overtone.records import Abstention, Signal


@click.command("measure")
@click.argument("name", type=click.Choice(["salience", "silence"]))
@click.option("--week", required=True, help="ISO week, as 2022-W20.")
@click.option("--event", default="", help="Only statements made at this event.")
@click.option("--actor", multiple=True, help="Only this speaker; may be repeated.")
@click.option("--target", multiple=True, help="Only this topic, state or bloc; may be repeated.")
@click.option("--baseline-weeks", type=click.IntRange(4, 520), default=26, show_default=True, help="Trailing weeks.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    week: str,
    event: str,
    actor: tuple[str, ...],
    target: tuple[str, ...],
    baseline_weeks: int,
    as_of: str | None,
    as_json: bool,
) -> None:
    """Measure one week, or one event in it, and print each value with interval, usual level, coverage and ground.

    \b
    Example:  overtone measure silence --week 2022-W20 --event csto-summit-2022-05-16 --target ua
    """
    from overtone.wiring import open_workspace

    window = parse_week(week)
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    registry = workspace.registry
    subjects: dict[str, Named] = {**registry.blocs, **registry.states, **registry.topics}
    options = Options(
        actors=tuple(resolve(registry.actors, one, "actor") for one in actor),
        targets=tuple(resolve(subjects, one, "topic") for one in target),
        event=resolve(registry.events, event, "event") if event else "",
        baseline_weeks=baseline_weeks,
    )
    with workspace.view(parse_cut(as_of)) as view:
        found = measure(name, view, window, replace(options, sources=options_for(view, registry).sources))
    if as_json:
        print_json("measure", {"measure": name, "week": window.label, "rows": [_told(item) for item in found]})
        return
    _print(name, window.label, found)


def _told(item: Signal | Abstention) -> dict[str, Any]:
    kind = "signal" if isinstance(item, Signal) else "abstention"
    return {"kind": kind, "id": item.id, **asdict(item)}


def _print(name: str, week: str, found: Sequence[Signal | Abstention]) -> None:
    signals = [item for item in found if isinstance(item, Signal)]
    columns = ("=speaker", "=subject", "unit", ">value", ">interval", ">usual", ">chance", ">n", ">coverage", "because")
    cells = [
        (
            s.actor or "all",
            s.target,
            s.unit.replace("-", " "),
            f"{s.value:.3g}",
            f"{s.low:.3g} – {s.high:.3g}",
            "–" if s.baseline is None else f"{s.baseline:.3g}",
            "–" if s.surprise is None else f"{s.surprise:.2g}",
            s.n,
            f"{s.coverage:.0%}",
            s.because,
        )
        for s in signals
    ]
    print_table(f"{name} in {week}", columns, cells)
    abstained: dict[str, int] = {}
    for item in found:
        if isinstance(item, Abstention):
            abstained[item.reason] = abstained.get(item.reason, 0) + 1
    for reason, number in sorted(abstained.items()):
        say(f"· no number for {number} of speaker and subject: {reason} (--json gives each with its detail)")
