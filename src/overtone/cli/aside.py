"""`overtone aside`: rows that could not become documents, with the reason, so that nothing is lost."""

import click

from overtone.cli.output import json_option, print_json, print_table, say


@click.command("aside")
@click.option("--source", help="Only rows of this source.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Rows at the most.")
@json_option
@click.pass_context
def command(ctx: click.Context, source: str | None, limit: int, as_json: bool) -> None:
    """List rows set aside at intake: file, line, field, reason (and in JSON the row itself).

    \b
    Example:  overtone aside --source kremlin
    """
    from overtone.records import SetAside
    from overtone.wiring import open_workspace

    workspace = open_workspace(ctx.obj["workspace"], say=say)
    with workspace.view() as view:
        table = view.table("aside")
        chosen = table.filter(table.source == source) if source else table
        rows = view.records(SetAside, chosen.order_by("origin", "line", "id").limit(limit))
    if as_json:
        names = ("source", "origin", "line", "field", "reason", "raw")
        print_json("aside", {"rows": [{name: getattr(row, name) for name in names} for row in rows]})
        return
    columns = ("source", "file", ">line", "field", "reason")
    print_table("Set aside", columns, [(r.source, r.origin, r.line, r.field, r.reason) for r in rows])
