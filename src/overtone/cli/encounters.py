"""`overtone encounters`: every contact of two or more, held or only announced, with its number under each rule."""

from datetime import date
from typing import Any

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut, resolve
from overtone.measure.encounters import REMOTE, count, join
from overtone.records import Document, Encounter, EncounterReport
from overtone.registry import Registry

STATUSES = ("held", "announced", "cancelled", "denied")


@click.command("encounters")
@click.argument("actors", nargs=-1, required=True)
@click.option("--year", type=click.IntRange(1900, 2200), help="Only contacts of this year; numbers start with it.")
@click.option("--status", type=click.Choice(STATUSES), help="Only contacts of this status.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, actors: tuple[str, ...], year: int | None, status: str | None, as_of: str | None, as_json: bool
) -> None:
    """List every contact in which all ACTORS took part, held or only announced, with its number under each rule.

    \b
    Example:  overtone encounters putin lukashenko --year 2022
    """
    from overtone.wiring import open_workspace

    workspace = open_workspace(ctx.obj["workspace"], say=say)
    wanted = {resolve(workspace.registry.actors, actor, "actor") for actor in actors}
    with workspace.view(parse_cut(as_of)) as view:
        reports = [r for r in view.records(EncounterReport) if wanted <= set(r.parties)]
        documents = view.documents({report.document for report in reports})
    every = join(reports, {key: document.source for key, document in documents.items()})
    contacts = [e for e in every if year is None or e.date.year == year]
    numbers = _numbers(workspace.registry, contacts)
    shown = [e for e in contacts if status is None or e.status == status]
    rows = [_row(e, numbers, documents) for e in shown]
    if as_json:
        names = {key: rule.names.display("en") for key, rule in workspace.registry.rules.items()}
        print_json("encounters", {"actors": sorted(wanted), "year": year, "rules": names, "rows": rows})
        return
    rules = tuple(workspace.registry.rules)
    columns = ("=date", "=kind", "=status", "place", *(f">{rule.replace('-', ' ')}" for rule in rules), ">reports")
    cells = [
        (
            *(r["date"], r["kind"], r["status"], "" if r["kind"] in REMOTE else r["place"]),
            *(r["numbers"].get(rule) for rule in rules),
            len(r["evidence"]),
        )
        for r in rows
    ]
    print_table(f"{len(rows)} contacts of {', '.join(sorted(wanted))}", columns, cells)
    if not rows:
        say("No such contact in the ledger. Numbers count held contacts only.")


def _numbers(registry: Registry, contacts: list[Encounter]) -> dict[str, dict[str, int]]:
    """For each contact, its number under each rule that counts it."""
    numbers: dict[str, dict[str, int]] = {}
    for rule in registry.rules.values():
        for numbered in count(contacts, rule, date.max):
            for encounter in numbered.encounters:
                numbers.setdefault(encounter.id, {})[rule.id] = numbered.ordinal
    return numbers


def _row(encounter: Encounter, numbers: dict[str, dict[str, int]], documents: dict[str, Document]) -> dict[str, Any]:
    names = ("date", "kind", "status", "place", "event", "parties", "sources")
    pages = [documents[report.document] for report in encounter.reports]
    return {
        "id": encounter.id,
        **{name: getattr(encounter, name) for name in names},
        "numbers": numbers.get(encounter.id, {}),
        "urls": list(dict.fromkeys(page.url for page in pages)),
        "evidence": [
            {"document": r.document, "start": r.start, "stop": r.stop, "words": page.text[r.start : r.stop]}
            for r, page in zip(encounter.reports, pages, strict=True)
        ],
    }
