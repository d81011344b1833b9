"""`overtone votes`: how states voted, resolution by resolution."""

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut, resolve
from overtone.records import Vote

CHOICES = {"Y": "for", "N": "against", "A": "abstained", "NP": "did not vote"}


@click.command("votes")
@click.option("--resolution", help="Resolution, as ES-11/1.")
@click.option("--state", help="State: id or name.")
@click.option("--bloc", help="Members of this bloc on the day of the vote.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, resolution: str | None, state: str | None, bloc: str | None, as_of: str | None, as_json: bool
) -> None:
    """List votes, and count the choices of each resolution. A state without a row was not verified.

    A vote is listed once: as the roll call has it where there is one, else as most pages tell it.

    \b
    Example:  overtone votes --bloc csto --resolution ES-11/3
    """
    from overtone.gathering import votes_cast
    from overtone.wiring import open_workspace

    workspace = open_workspace(ctx.obj["workspace"], say=say)
    registry = workspace.registry
    with workspace.view(parse_cut(as_of)) as view:
        votes = sorted(votes_cast(view, view.records(Vote)), key=lambda v: (v.voted_on, v.resolution, v.state, v.id))
    if resolution:
        votes = [v for v in votes if v.resolution.casefold() == resolution.casefold()]
    if state:
        chosen = resolve(registry.states, state, "state")
        votes = [v for v in votes if v.state == chosen]
    if bloc:
        key = resolve(registry.blocs, bloc, "bloc")
        votes = [v for v in votes if v.state in registry.members(key, v.voted_on)]
    tallies: dict[str, dict[str, int]] = {}
    for vote in votes:
        tally = tallies.setdefault(vote.resolution, dict.fromkeys(CHOICES, 0))
        tally[vote.choice] += 1
    names = ("resolution", "voted_on", "title", "state", "choice", "document")
    if as_json:
        rows = [{name: getattr(vote, name) for name in names} for vote in votes]
        print_json("votes", {"tallies": tallies, "rows": rows})
        return
    cells = [
        (
            v.voted_on,
            v.resolution,
            registry.states[v.state].names.display("en") if v.state in registry.states else v.state,
            CHOICES[v.choice],
        )
        for v in votes
    ]
    print_table(f"{len(votes)} votes", ("date", "resolution", "state", "choice"), cells)
    for name, tally in tallies.items():
        say(f"· {name}: " + ", ".join(f"{number} {CHOICES[choice]}" for choice, number in tally.items()))
