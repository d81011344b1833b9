"""`overtone statements`: who said what, when and where, with the words."""

from typing import Any

import click
from ibis.expr.types import Table

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import check_days, parse_cut, parse_day, parse_week, resolve
from overtone.records import Document, Statement
from overtone.registry import Registry


@click.command("statements")
@click.option("--actor", help="Speaker: id, or name or surname in any of the three languages.")
@click.option("--topic", help="Topic: id or name.")
@click.option("--mentions", help="State or bloc that is mentioned: id or name.")
@click.option("--event", help="Event at which it was said.")
@click.option("--source", help="Source card.")
@click.option("--from", "since", help="First day, as 2022-05-01.")
@click.option("--to", "until", help="Last day, as 2022-05-31.")
@click.option("--week", help="ISO week, as 2022-W20 (in place of --from and --to).")
@click.option("--all-acts", is_flag=True, help="Also questions, remarks and moderation, not positions only.")
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="Statements at the most; 0: all.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, /, as_json: bool, limit: int, as_of: str | None, all_acts: bool, **asked: str | None
) -> None:
    """List statements in the order they were said, with their words and where they stand.

    \b
    Example:  overtone statements --actor lukashenko --topic nato --from 2022-05-01 --to 2022-05-31
    """
    from overtone.wiring import open_workspace

    check_days(asked["since"], asked["until"])
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    with workspace.view(parse_cut(as_of)) as view:
        every = _chosen(view.table("statements"), view.table("documents"), workspace.registry, asked)
        chosen = every if all_acts else every.filter(every.act == "position")
        total = int(chosen.count().to_pyarrow().as_py())
        order = chosen.order_by("said_on", "document", "start")
        order = order.limit(limit) if limit else order
        found = view.records(Statement, order)
        documents = view.documents({s.document for s in found})
    rows = [_row(statement, documents[statement.document], workspace.registry) for statement in found]
    if as_json:
        print_json("statements", {"total": total, "rows": rows})
        return
    columns = ("=said on", "=speaker", "topics", "words", "source")
    cells = [(r["said_on"], r["speaker_name"], ", ".join(r["topics"]), _short(r), r["url"]) for r in rows]
    print_table(f"{total} statements" + (f", the first {limit}" if 0 < limit < total else ""), columns, cells)
    if not rows:
        say("No statement fits. `overtone facts actors` and `overtone facts topics` list what can be asked for.")


def _chosen(table: Table, documents: Table, registry: Registry, asked: dict[str, str | None]) -> Table:
    if actor := asked["actor"]:
        table = table.filter(table.actor == resolve(registry.actors, actor, "actor"))
    if topic := asked["topic"]:
        table = table.filter(table.topics.contains(resolve(registry.topics, topic, "topic")))
    if mentioned := asked["mentions"]:
        target = resolve({**registry.blocs, **registry.states}, mentioned, "state")
        loose = table.select("id", mention=table.mentions.unnest())
        naming = loose.filter(loose.mention.target == target).select("id").distinct()
        table = table.semi_join(naming, "id")
    if event := asked["event"]:
        table = table.filter(table.venue == resolve(registry.events, event, "event"))
    if source := asked["source"]:
        own = documents.filter(documents.source == resolve(registry.sources, source, "source"))
        table = table.semi_join(own, table.document == own.id)
    if week := asked["week"]:
        window = parse_week(week)
        table = table.filter(table.said_on >= window.start, table.said_on < window.stop)
    if since := asked["since"]:
        table = table.filter(table.said_on >= parse_day(since, "--from"))
    if until := asked["until"]:
        table = table.filter(table.said_on <= parse_day(until, "--to"))
    return table


def _row(statement: Statement, document: Document, registry: Registry) -> dict[str, Any]:
    known = registry.actors.get(statement.actor or "")
    names = ("said_on", "actor", "office", "speaker", "manner", "act", "lang", "venue", "place", "topics", "words")
    told = {name: getattr(statement, name) for name in names}
    return {
        "id": statement.id,
        **told,
        "speaker_name": known.names.display("en") if known else statement.speaker,
        "text": document.text[statement.start : statement.stop],
        "mentions": sorted({mention.target for mention in statement.mentions}),
        "document": statement.document,
        "start": statement.start,
        "stop": statement.stop,
        "reader": statement.reader,
        "source": document.source,
        "title": document.part("headline"),
        "url": document.url,
    }


def _short(row: dict[str, Any], letters: int = 160) -> str:
    text = " ".join(str(row["text"]).split())
    return text if len(text) <= letters else text[: letters - 1].rsplit(" ", 1)[0] + " …"
