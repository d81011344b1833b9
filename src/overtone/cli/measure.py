"""`overtone measure`: a number with everything it may not travel without, or the reason why there is none."""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Any

import click

from overtone.cli.figures import told, write_chart, write_csv
from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.reasons import NOTHING, in_words
from overtone.cli.words import Named, parse_cut, parse_span, parse_week, resolve
from overtone.errors import UsageError
from overtone.records import Abstention, Signal, Window
from overtone.registry import Registry
from overtone.wiring import open_workspace

Options = Any  # overtone.measure.Options: loading it takes a second, which help need not wait for

# Told here once more, so that help answers without loading any measure; a test holds them equal to MEASURES.
NAMES = (
    "salience", "silence", "novelty", "trend", "tone", "audience", "burst", "agenda", "profile",
    "translation-echo", "lead", "mouthpiece", "network", "echo", "agreement", "cohesion", "ideal",
    "contradiction",
)  # fmt: skip
OF_STATES = frozenset({"agreement", "alignment", "ideal", "votes"})  # measures of votes: a bloc's members are states
OF_BOTH = frozenset({"cohesion"})  # measures of votes and words: states and those who speak for them
# Measures that do not look at one event: asked for one they would silently answer for the whole stretch.
OF_NO_EVENT = frozenset({"translation-echo", "lead", "mouthpiece", "network", "profile", "agreement", "ideal"})


@click.command("measure")
@click.argument("name", type=click.Choice(NAMES))
@click.option("--week", help="ISO week, as 2022-W20.")
@click.option("--from", "since", help="First day of a stretch of any length, as 2022-05-01 (in place of --week).")
@click.option("--to", "until", help="Its last day, as 2022-05-31.")
@click.option("--event", default="", help="Only statements made at this event.")
@click.option("--actor", multiple=True, help="Only this speaker; may be repeated.")
@click.option("--target", multiple=True, help="Only this topic, state, bloc or other speaker; may be repeated.")
@click.option("--members", multiple=True, help="The bloc asked about, or its members one by one; may be repeated.")
@click.option("--body", default="unga", show_default=True, help="Whose votes.")
@click.option("--baseline-weeks", type=click.IntRange(4, 520), default=26, show_default=True, help="Trailing weeks.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@click.option("--engine", default="duckdb", show_default=True, help="duckdb, spark or spark:MASTER: the same numbers.")
@click.option("--csv", metavar="FILE", help="Also write every number and abstention as a table.")
@click.option("--chart", metavar="FILE", help="Also draw the numbers, as SVG.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    name: str,
    week: str | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
    engine: str,
    csv: str | None,
    chart: str | None,
    as_json: bool,
    **asked: str | int | tuple[str, ...],
) -> None:
    """Measure a week or any stretch of days, and print each value with interval, usual level, coverage and ground.

    \b
    Example:  overtone measure silence --week 2022-W20 --event csto-summit-2022-05-16 --target ua
    """
    from overtone.gathering import options_for
    from overtone.measure import measure

    if asked["event"] and name in OF_NO_EVENT:
        raise UsageError(f"{name} does not look at one event", next_step="leave out --event, or narrow --from and --to")
    window = _window(week, since, until)
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    options = _options(name, workspace.registry, window.last, asked)
    with workspace.view(parse_cut(as_of), engine) as view:
        found = measure(name, view, window, options_for(view, workspace.registry, options))
    if csv:
        write_csv(csv, found)
    if chart:
        write_chart(chart, found, workspace.registry)
    if as_json:
        rows = [told(item) for item in found]
        print_json("measure", {"measure": name, "week": window.label, "engine": engine, "rows": rows})
        return
    _print(name, window.label, found)


def _window(week: str | None, since: str | None, until: str | None) -> Window:
    if week and (since or until):
        raise UsageError("--week and --from, --to are two ways to say when", next_step="give one of them")
    if week:
        return parse_week(week)
    if since and until:
        return parse_span(since, until)
    raise UsageError("the time is not said", next_step="give --week 2022-W20, or --from and --to with a day each")


def _options(name: str, registry: Registry, day: date, asked: Mapping[str, Any]) -> Options:
    measures = import_module("overtone.measure")
    of_states = name in OF_STATES
    heard: dict[str, Named] = {**registry.institutions, **registry.actors}  # institutions speak too
    subjects: dict[str, Named] = {**heard, **registry.blocs, **registry.states, **registry.topics}
    spoken: dict[str, Named] = {**registry.states, **registry.actors} if of_states else heard
    return measures.Options(
        actors=tuple(resolve(spoken, one, "actor") for one in asked["actor"]),
        targets=tuple(resolve(subjects, one, "topic") for one in asked["target"]),
        event=resolve(registry.events, asked["event"], "event") if asked["event"] else "",
        members=members(registry, asked["members"], day, of_states=of_states, of_both=name in OF_BOTH),
        body=asked["body"],
        baseline_weeks=asked["baseline_weeks"],
    )


def members(
    registry: Registry, names: Sequence[str], day: date, *, of_states: bool, of_both: bool = False
) -> tuple[str, ...]:
    """Who belongs to what is named, on a day: states where votes are measured, else those who speak for them, or both.

    A bloc stands for its members of that day, a state for all its office-holders of that day, an actor for itself.
    UsageError where a bloc had no member then.
    """
    found: dict[str, None] = {}
    everyone: dict[str, Named] = {**registry.blocs, **registry.states, **({} if of_states else registry.actors)}
    for one in names:
        key = resolve(everyone, one, "bloc")
        states = registry.members(key, day) if key in registry.blocs else (key,)
        if not states:
            raise UsageError(f"{key} had no members on {day.isoformat()}", next_step="name its members one by one")
        spoken = states if of_states or key in registry.actors else _speakers(registry, states, day)
        found |= dict.fromkeys((*states, *spoken) if of_both and key not in registry.actors else spoken)
    return tuple(found)


def _speakers(registry: Registry, states: Sequence[str], day: date) -> tuple[str, ...]:
    holders = (one for one in registry.actors.values() if one.state in states)
    return tuple(one.id for one in holders if registry.main_office(one.id, day) is not None)


def _print(name: str, when: str, found: Sequence[Signal | Abstention]) -> None:
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
    print_table(f"{name} in {when}", columns, cells)
    abstained: dict[str, int] = {}
    for item in found:
        if isinstance(item, Abstention):
            abstained[item.reason] = abstained.get(item.reason, 0) + 1
    for reason, number in sorted(abstained.items()):
        say(f"· no number for {number} of speaker and subject, {reason}: {in_words(reason)} (--json tells more)")
    if not found:
        say(f"· {NOTHING}")
