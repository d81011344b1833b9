"""`overtone facts`: what the desk knows of the world, and whether its files are right."""

import click

from overtone.cli.output import json_option, print_json, print_table, say

TABLES = ("actors", "offices", "institutions", "states", "blocs", "topics", "themes", "events", "places", "rules")


@click.command("facts")
@click.argument("table", type=click.Choice([*TABLES, "sources", "claims"]), required=False)
@click.option("--search", help="Only facts whose id or a name contains this.")
@json_option
@click.pass_context
def command(ctx: click.Context, table: str | None, search: str | None, as_json: bool) -> None:
    """Check all facts files and count them, or list one TABLE with ids and names in three languages.

    \b
    Example:  overtone facts actors --search лука
    """
    from overtone.wiring import open_workspace

    registry = open_workspace(ctx.obj["workspace"], say=say, needed=False).registry
    if table is None:
        counts = {name: len(getattr(registry, name)) for name in (*TABLES, "sources", "claims")}
        if as_json:
            print_json("facts", {"digest": registry.digest, "counts": counts})
        else:
            print_table("Facts", ("table", ">facts"), list(counts.items()))
            say(f"All facts files are right. Digest {registry.digest}")
        return
    if table == "claims":
        rows = [{"id": str(c.number), "en": c.text, "ru": "", "be": ""} for c in registry.claims]
    else:
        facts = getattr(registry, table)
        rows = [{"id": k, **{lang: ", ".join(f.names.of(lang)) for lang in LANGUAGES}} for k, f in facts.items()]
    if search:
        rows = [row for row in rows if any(search.casefold() in cell.casefold() for cell in row.values())]
    if as_json:
        print_json("facts", {"table": table, "rows": rows})
    else:
        print_table(table, ("id", "English", "Russian", "Belarusian"), [list(row.values()) for row in rows])


LANGUAGES = ("en", "ru", "be")
