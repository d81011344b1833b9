"""`overtone demo`: the bundled 2022 diary through the whole flow, two weeks published in three languages."""

import json
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import click

from overtone.cli.edition import body as edition_body
from overtone.cli.edition import pages
from overtone.cli.intake import body, print_bodies, progress
from overtone.cli.output import json_option, print_json, say
from overtone.cli.words import parse_week
from overtone.publish import Published

FILES = (("items.jsonl", "diary"), ("votes.tsv", "diary-votes"))
WEEKS = ("2022-W20", "2022-W41")
LANGUAGES = ("en", "ru", "be")
MARKS = {"improved": "▲", "unchanged": "●", "worsened": "▼", "cannot-say": "○"}


@click.command("demo")
@click.option(
    "--folder", type=click.Path(file_okay=False), default="demo", show_default=True, help="Workspace to make or use."
)
@json_option
def command(folder: str, as_json: bool) -> None:
    """Take the bundled diary of 2022 in and publish 16–22 May and 10–16 October in English, Russian and Belarusian.

    \b
    Example:  overtone demo --folder demo
    """
    from overtone.wiring import bring_articles, create_workspace, open_workspace

    root = Path(folder)
    if not (root / "overtone.toml").exists():
        create_workspace(root)
    workspace = open_workspace(folder, say=say)
    diary = Path(str(resources.files("overtone") / "diary"))
    bodies = []
    for name, source in FILES:
        with progress(name, hidden=as_json) as tick:
            bodies.append(body(workspace.intake(diary / name, source, progress=tick)))
    bring_articles(workspace, diary / "commentary", datetime.now(UTC).date())
    published = [workspace.publish(parse_week(week), languages=LANGUAGES) for week in WEEKS]
    if as_json:
        weeks = [edition_body(week, one) for week, one in zip(WEEKS, published, strict=True)]
        print_json("demo", {"workspace": str(root), "files": bodies, "editions": weeks})
        return
    print_bodies(bodies)
    for one in published:
        click.echo(_found(one))
        for page in pages(one):
            click.echo(f"  {page}")
    click.echo(f"\nOpen this in a browser: {(root / 'site' / 'index.html').resolve().as_uri()}")
    say(
        f"\nNext, with the same ledger:\n"
        f"  overtone -w {folder} encounters putin lukashenko --year 2022\n"
        f"  overtone -w {folder} statements --actor lukashenko --topic nato\n"
        f"  overtone -w {folder} claims"
    )


def _found(published: Published) -> str:
    """What one week's edition says, in a few lines: its title, what it rests on, each theme with its headline."""
    twin = next(path for path in published.paths if path.name == "index.json" and "en" in path.parts)
    edition = json.loads(twin.read_text("utf-8"))
    themes = [
        f"  {MARKS[section['verdict']]} {section['name']}: {section['headline']['words']}"
        for section in edition["sections"]
    ]
    return "\n".join((f"\n{edition['title']} – {edition['summary']}", *themes))
