"""`overtone documents`: the texts of the ledger, with who and what is named in them."""

from typing import Any

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import Named, check_days, parse_cut, parse_day, resolve
from overtone.records import Document, Reading


@click.command("documents")
@click.option("--source", help="Source card.")
@click.option("--mentions", help="Actor, state, bloc, institution or topic that is named: id or name.")
@click.option("--from", "since", help="First day of publication, as 2022-05-01.")
@click.option("--to", "until", help="Last day of publication, as 2022-05-31.")
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="Documents at the most; 0: all.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, limit: int, as_of: str | None, as_json: bool, **asked: str | None) -> None:
    """List documents in the order of publication; in JSON with every mention and its place in the text.

    \b
    Example:  overtone documents --source diary --mentions Лукашэнка --from 2022-10-10 --to 2022-10-16
    """
    from overtone.wiring import open_workspace

    check_days(asked["since"], asked["until"])
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    registry = workspace.registry
    with workspace.view(parse_cut(as_of)) as view:
        table, readings = view.table("documents"), view.table("readings")
        if source := asked["source"]:
            table = table.filter(table.source == resolve(registry.sources, source, "source"))
        if since := asked["since"]:
            table = table.filter(table.published_on >= parse_day(since, "--from"))
        if until := asked["until"]:
            table = table.filter(table.published_on <= parse_day(until, "--to"))
        if mentioned := asked["mentions"]:
            known: dict[str, Named] = {
                **registry.topics,
                **registry.institutions,
                **registry.blocs,
                **registry.states,
                **registry.actors,
            }
            loose = readings.select("document", mention=readings.mentions.unnest())
            naming = loose.filter(loose.mention.target == resolve(known, mentioned, "actor"))
            table = table.semi_join(naming, table.id == naming.document)
        total = int(table.count().to_pyarrow().as_py())
        ordered = table.order_by("published_on", "source", "key", "lang")
        chosen = ordered.limit(limit) if limit else ordered
        documents = view.records(Document, chosen)
        read = {
            r.document: r for r in view.records(Reading, readings.semi_join(chosen, readings.document == chosen.id))
        }
    rows = [_row(document, read.get(document.id)) for document in documents]
    if as_json:
        print_json("documents", {"total": total, "rows": rows})
        return
    columns = ("published", "source", "lang", "headline", "address")
    cells = [(r["published_on"], r["source"], r["lang"], r["title"], r["url"]) for r in rows]
    print_table(f"{total} documents" + (f", the first {limit}" if 0 < limit < total else ""), columns, cells)


def _row(document: Document, reading: Reading | None) -> dict[str, Any]:
    names = ("source", "key", "url", "lang", "published_on", "published_at", "kind", "place", "event", "publisher")
    mentions = reading.mentions if reading else ()
    return {
        "id": document.id,
        **{name: getattr(document, name) for name in names},
        "title": document.part("headline"),
        "text": document.text,
        "text_sha256": document.text_sha256,
        "parts": [{"role": p.role, "start": p.start, "stop": p.stop} for p in document.parts],
        "mentions": [{"kind": m.kind, "target": m.target, "start": m.start, "stop": m.stop} for m in mentions],
        "unread": [{"start": span.start, "stop": span.stop} for span in reading.unread] if reading else [],
        "notes": list(reading.notes) if reading else [],
    }
