"""`overtone calibrate`: how sure the measures may be, worked out anew."""

import os
from dataclasses import asdict
from pathlib import Path

import click

from overtone.bench.calibrating import page, scores
from overtone.cli.output import json_option, print_json, say
from overtone.errors import SiteError


@click.command("calibrate")
@click.option(
    "--shared",
    type=click.Path(file_okay=False),
    help="Folder with data/ and diary-2022/ (else OVERTONE_SHARED, else `shared` beside the project).",
)
@click.option("--out", type=click.Path(dir_okay=False), help="Write the page there, as Markdown; else it is printed.")
@json_option
def command(shared: str | None, out: str | None, as_json: bool) -> None:
    """Work out the calibration page: what the measures say when there is nothing to say. Takes some minutes.

    \b
    Example:  overtone calibrate --out docs/calibration.md
    """
    folder = Path(shared or os.environ.get("OVERTONE_SHARED") or Path(__file__).resolve().parents[4] / "shared")
    found = list(scores(folder, lambda name: say(f"· {name} …")))
    if out:
        try:
            Path(out).write_text(page(found), "utf-8")
        except OSError as error:
            raise SiteError(f"{out}: {error.strerror}", next_step="name a file that can be written") from error
        say(f"{len(found)} figures in {out}")
    if as_json:
        print_json("calibrate", {"scores": [asdict(score) for score in found]})
    elif not out:
        click.echo(page(found), nl=False)
