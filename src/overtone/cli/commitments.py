"""`overtone commitments`: who undertook what, with whom it stands and by when."""

from datetime import date
from typing import Any

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import Named, check_days, parse_cut, parse_day, resolve
from overtone.records import Commitment, Document
from overtone.registry import Registry

STATUSES = ("promised", "agreed", "refused")


@click.command("commitments")
@click.option("--who", help="Actor, institution, state or bloc: id or name.")
@click.option("--status", type=click.Choice(STATUSES), help="Only commitments of this status.")
@click.option("--from", "since", help="First day on which it was said, as 2022-05-01.")
@click.option("--to", "until", help="Last day on which it was said, as 2022-05-31.")
@click.option("--due-by", help="Only what falls due on or before this day.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, as_json: bool, as_of: str | None, **asked: str | None) -> None:
    """List what was promised, agreed or refused, in the order it was said, with its words and its term.

    \b
    Example:  overtone commitments --who putin --from 2022-05-01
    """
    from overtone.wiring import open_workspace

    check_days(asked["since"], asked["until"])
    term = parse_day(asked["due_by"], "--due-by") if asked["due_by"] else None
    workspace = open_workspace(ctx.obj["workspace"], say=say)
    registry = workspace.registry
    known: dict[str, Named] = {**registry.institutions, **registry.blocs, **registry.states, **registry.actors}
    who = resolve(known, asked["who"], "actor") if asked["who"] else None
    with workspace.view(parse_cut(as_of)) as view:
        found = [c for c in view.records(Commitment) if (who is None or c.who == who) and _fits(c, asked, term)]
        documents = view.documents({commitment.document for commitment in found})
    rows = [
        _row(c, documents[c.document], registry) for c in sorted(found, key=lambda c: (c.said_on, c.document, c.start))
    ]
    if as_json:
        print_json("commitments", {"rows": rows})
        return
    columns = ("=said on", "=who", "=status", "what", "by when", "=due", "source")
    cells = [tuple(r[n] for n in ("said_on", "who_name", "status", "what", "by_when", "due", "url")) for r in rows]
    print_table(f"{len(rows)} commitments", columns, cells)
    if not rows:
        say("No commitment fits. Drop an option, or take in more documents with `overtone intake`.")


def _fits(commitment: Commitment, asked: dict[str, str | None], term: date | None) -> bool:
    """Whether a commitment is of the status and the days asked for."""
    first, last = _day(asked["since"], "--from"), _day(asked["until"], "--to")
    if asked["status"] and commitment.status != asked["status"]:
        return False
    if term is not None and (commitment.due is None or commitment.due > term):
        return False
    return (first is None or commitment.said_on >= first) and (last is None or commitment.said_on <= last)


def _day(written: str | None, option: str) -> date | None:
    return parse_day(written, option) if written else None


def _row(commitment: Commitment, document: Document, registry: Registry) -> dict[str, Any]:
    names = ("who", "status", "by_when", "due", "said_on", "lang", "rule", "document", "start", "stop")
    tables = (registry.actors, registry.institutions, registry.states, registry.blocs)
    fact = next((table[commitment.who] for table in tables if commitment.who in table), None)
    return {
        "id": commitment.id,
        **{name: getattr(commitment, name) for name in names},
        "who_name": fact.names.display("en") if fact else commitment.who,
        "what": document.text[commitment.what_start : commitment.what_stop],
        "words": document.text[commitment.start : commitment.stop],
        "url": document.url,
    }
