"""`overtone edition`: the week's situation report as a site, in the languages asked for."""

import re
from pathlib import Path
from typing import Any

import click

from overtone.cli.output import json_option, print_json, say
from overtone.cli.words import parse_cut, parse_languages, parse_week, resolve
from overtone.publish import Published


@click.command("edition")
@click.option("--week", required=True, help="ISO week, as 2022-W41.")
@click.option("--lang", help="Languages, as en,ru,be (settings: edition.languages).")
@click.option("--theme", multiple=True, help="Only this theme, as belarus-russia; may be repeated.")
@click.option("--as-of", help="What was known then: a day or a moment; else all that the ledger holds.")
@click.option("--site", type=click.Path(file_okay=False), help="Folder of the site (settings: workspace.site).")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    week: str,
    lang: str | None,
    theme: tuple[str, ...],
    as_of: str | None,
    site: str | None,
    as_json: bool,
) -> None:
    """Compose the week's report and publish it to the site: the same cut gives the same bytes.

    Every sentence carries its evidence; publication is refused otherwise (exit code 6).

    \b
    Example:  overtone edition --week 2022-W41 --lang en,ru,be
    """
    from overtone.wiring import open_workspace

    window, languages, cut = parse_week(week), parse_languages(lang), parse_cut(as_of)
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    published = workspace.publish(
        window,
        languages=languages,
        as_of=cut,
        site=Path(site) if site else None,
        themes=tuple(resolve(workspace.registry.themes, one, "theme") for one in theme),
    )
    if as_json:
        print_json("edition", body(window.label, published))
        return
    for path in pages(published):
        click.echo(path)
    say(f"Week {window.label}, checksum {published.checksum}")


def body(label: str, published: Published) -> dict[str, Any]:
    """What was published, as JSON tells it."""
    return {
        "week": label,
        "checksum": published.checksum,
        "pages": [str(path) for path in pages(published)],
        "files": len(published.paths),
    }


def pages(published: Published) -> list[Path]:
    """The front page of the edition in each language."""
    fronts = (path for path in published.paths if path.name == "index.html" and WEEK.fullmatch(path.parent.name))
    return [path for path in fronts if path.parent.parent.name in LANGUAGES]


LANGUAGES = frozenset({"en", "ru", "be"})
WEEK = re.compile(r"\d{4}-W\d{2}")  # the folder of an edition: shelves have front pages too
