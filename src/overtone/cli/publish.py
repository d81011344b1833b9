"""`overtone publish`: the site brought up to date in one go: weeks, corrections, commentaries, shelves, mails."""

from typing import Any

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut, parse_languages, parse_week
from overtone.errors import UsageError
from overtone.publish import Published

SHOWN = 20  # changed paths of a week that are listed


@click.command("publish")
@click.option("--week", "weeks", multiple=True, help="Make this week, as 2022-W41; may be repeated.")
@click.option(
    "--all", "every", is_flag=True, help="All weeks on the site, at their own cut (also where none is named)."
)
@click.option("--around", is_flag=True, help="Only what stands around the weeks: shelves, feeds, notices.")
@click.option("--again", is_flag=True, help="Make every week of the site, also where nothing requires it.")
@click.option("--lang", help="Of --week: languages, as en,ru,be (settings: edition.languages).")
@click.option("--as-of", help="Of --week: what was known then; else all that the ledger holds.")
@click.option("--dry-run", "dry", is_flag=True, help="Write nothing; list what would change.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    weeks: tuple[str, ...],
    every: bool,
    around: bool,
    again: bool,
    lang: str | None,
    as_of: str | None,
    dry: bool,
    as_json: bool,
) -> None:
    """Bring the site up to date: the weeks named, or all that are there, with corrections and everything around them.

    A week on the site is made again only where corrections, facts or code require it; what it was stays reachable as
    an earlier version. A killed run is taken up by the next one.

    \b
    Example:  overtone publish --week 2022-W41 --dry-run
    """
    if (lang or as_of) and not weeks:
        raise UsageError("--lang and --as-of are of --week", next_step="name a week, or leave them out")
    if around and (weeks or every or again):
        raise UsageError("--around leaves the weeks as they are", next_step="leave out --around, or the weeks")
    windows = [parse_week(one) for one in dict.fromkeys(weeks)]
    languages, cut = parse_languages(lang), parse_cut(as_of)

    from overtone.publishing import Done, Task, publish_around, publish_known, publish_week
    from overtone.wiring import open_workspace

    workspace = open_workspace(ctx.obj["workspace"], say=say)
    press = workspace.press(say=say)
    done: list[Done] = []
    for number, window in enumerate(windows, 1):
        say(f"[{number}/{len(windows)}] {window.label}: {'would be made' if dry else 'is made'}")
        task = Task(window=window, languages=tuple(languages or workspace.settings.languages), as_of=cut)
        done.append(publish_week(press, task, dry=dry))
    if around:
        done.append(publish_around(press, dry=dry))
    elif every or again or not windows:
        done += publish_known(press, again=again, dry=dry)
    bodies = [_body(one.week, one.published) for one in done]
    if as_json:
        print_json("publish", {"dry_run": dry, "done": bodies})
        return
    columns = ("=week", ">files", ">changed", "earlier versions kept")
    rows = [(b["week"] or "around", b["files"], len(b["changed"]), ", ".join(b["versions"])) for b in bodies]
    print_table("Would change" if dry else "Published", columns, rows)
    for body in bodies if dry else ():
        for path in body["changed"][:SHOWN]:
            click.echo(path)
        if len(body["changed"]) > SHOWN:
            click.echo(f"… and {len(body['changed']) - SHOWN} more")


def _body(week: str, published: Published | None) -> dict[str, Any]:
    """What became of one week, as JSON tells it."""
    return {
        "week": week,
        "made": published is not None,
        "files": len(published.paths) if published else 0,
        "changed": list(published.changed) if published else [],
        "versions": list(published.versions) if published else [],
        "checksum": published.checksum if published and week else "",
    }
