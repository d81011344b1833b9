"""`overtone counts`: how many contacts texts claim there were, beside what the ledger counts."""

from datetime import date
from typing import Any

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut, resolve
from overtone.measure.encounters import between, count, join
from overtone.records import CountClaim, Document, Encounter, EncounterReport
from overtone.registry import Registry


@click.command("counts")
@click.argument("actors", nargs=-1)
@click.option("--year", type=click.IntRange(1900, 2200), help="Only claims up to a day of this year.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(ctx: click.Context, actors: tuple[str, ...], year: int | None, as_of: str | None, as_json: bool) -> None:
    """List the counts that texts claim ("their eighth meeting this year") for ACTORS, beside the ledger's own.

    A claim is what the text says, right or wrong. The ledger's count under each rule stands beside it where the claim
    names two actors and the day its period begins.

    \b
    Example:  overtone counts putin lukashenko --year 2022
    """
    from overtone.wiring import open_workspace

    workspace = open_workspace(ctx.obj["workspace"], say=say)
    registry = workspace.registry
    wanted = {resolve(registry.actors, actor, "actor") for actor in actors}
    with workspace.view(parse_cut(as_of)) as view:
        claims = [c for c in view.records(CountClaim) if wanted <= set(c.parties) and year in (None, c.until.year)]
        documents = view.documents({claim.document for claim in claims})
        contacts = join(view.records(EncounterReport))
    claims.sort(key=lambda c: (c.until, c.document, c.start))
    rows = [_row(claim, documents[claim.document], contacts, registry) for claim in claims]
    if as_json:
        print_json("counts", {"actors": sorted(wanted), "rows": rows})
        return
    columns = ("=until", "=kind", ">claimed", "period", "parties", "the ledger counts", "words", "source")
    cells = [
        (
            *(r[name] for name in ("until", "kind", "ordinal", "period")),
            ", ".join(r["parties"]),
            ", ".join(f"{rule}: {number}" for rule, number in r["counted"].items()),
            *(r["words"], r["url"]),
        )
        for r in rows
    ]
    print_table(f"{len(rows)} claimed counts", columns, cells)
    if not rows:
        say("No text in the ledger claims such a count. `overtone encounters` lists the contacts themselves.")


def _row(claim: CountClaim, document: Document, contacts: tuple[Encounter, ...], registry: Registry) -> dict[str, Any]:
    names = ("kind", "parties", "ordinal", "period", "since", "until", "claimant", "lang", "document", "start", "stop")
    return {
        "id": claim.id,
        **{name: getattr(claim, name) for name in names},
        "counted": _counted(claim, contacts, registry),
        "words": document.text[claim.start : claim.stop],
        "url": document.url,
    }


def _counted(claim: CountClaim, contacts: tuple[Encounter, ...], registry: Registry) -> dict[str, int]:
    """What the ledger counts under each rule in the period of a claim; nothing where the claim does not bound it."""
    if claim.since is None or len(claim.parties) != 2:
        return {}
    inside = [e for e in between(contacts, *claim.parties) if claim.since <= e.date <= claim.until]
    return {rule.id: len(count(inside, rule, date.max)) for rule in registry.rules.values()}
