"""`overtone bench`: accuracy and speed, measured beside a peer in the same run."""

import os
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import click

from overtone.bench.score import Score
from overtone.cli.output import json_option, print_json, print_table, say

BENCHES = ("founding", "turns", "tags", "encounters", "attribution", "calibration", "intake", "edition")


@click.command("bench")
@click.argument("names", nargs=-1, type=click.Choice(BENCHES))
@click.option(
    "--shared",
    type=click.Path(file_okay=False),
    help="Folder with data/ and diary-2022/ (else OVERTONE_SHARED, else `shared` beside the project).",
)
@json_option
def command(names: tuple[str, ...], shared: str | None, as_json: bool) -> None:
    """Run the benchmarks NAMES (all by default) and print each figure with interval, target and peer.

    \b
    Example:  overtone bench founding turns
    """
    folder = Path(shared or os.environ.get("OVERTONE_SHARED") or Path(__file__).resolve().parents[4] / "shared")
    scores: list[Score] = []
    for name in names or BENCHES:
        say(f"· {name} …")
        scores += import_module(f"overtone.bench.{name}").run(folder)
    if as_json:
        print_json("bench", {"scores": [asdict(score) for score in scores]})
        return
    columns = ("bench", "task", "metric", ">value", ">95 % interval", ">target", "peer", ">peer's value", ">n")
    print_table("Benchmarks", columns, [_cells(score) for score in scores])


def _cells(score: Score) -> tuple[object, ...]:
    interval = "–" if score.low is None or score.high is None else f"{score.low:.4g} – {score.high:.4g}"
    target, peer = ("–" if value is None else f"{value:.4g}" for value in (score.target, score.peer_value))
    value = f"{score.value:.4g}"
    return score.bench, score.task, score.metric, value, interval, target, score.peer, peer, score.n
