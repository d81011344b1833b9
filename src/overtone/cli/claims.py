"""`overtone claims`: the founding documents' claims, each with a verdict and the passages it rests on."""

from typing import Any

import click

from overtone.assess.checks import Base
from overtone.assess.claims import UNTESTED, Checked, check
from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut
from overtone.gathering import evidence_base
from overtone.records import Evidence


@click.command("claims")
@click.option("--number", type=click.IntRange(1), multiple=True, help="Only this claim; may be repeated.")
@click.option("--as-of", help="What was known then: a day or a moment.")
@json_option
@click.pass_context
def command(ctx: click.Context, number: tuple[int, ...], as_of: str | None, as_json: bool) -> None:
    """Check each checkable claim of the founding documents against the ledger and show the passages.

    A claim holds, holds in part, does not hold, or cannot be tested with what the ledger holds. Exit code 1 where a
    verdict differs from the one found by hand.

    \b
    Example:  overtone claims --number 35
    """
    from overtone.wiring import open_workspace

    workspace = open_workspace(ctx.obj["workspace"], say=say)
    chosen = [claim for claim in workspace.registry.claims if not number or claim.number in number]
    with workspace.view(parse_cut(as_of)) as view:
        base = evidence_base(view, workspace.registry)
    results = list(check(chosen, base))
    if as_json:
        print_json("claims", {"claims": [_told(result, base) for result in results]})
    else:
        _print(results, base, passages=bool(number))
    ctx.exit(1 if any(result.agrees is False for result in results) else 0)


def _told(result: Checked, base: Base) -> dict[str, Any]:
    claim = result.claim
    return {
        "number": claim.number,
        "claim": claim.text,
        "verdict": result.verdict,
        "found_by_hand": claim.expected,
        "agrees": result.agrees,
        "note": claim.note,
        "checks": [
            {"test": one.test, **dict(one.asked), "met": outcome.met, "found": outcome.found, "passages": passages}
            for one, outcome in zip(claim.checks, result.outcomes, strict=True)
            for passages in [[_passage(p, base) for p in outcome.passages]]
        ],
    }


def _passage(evidence: Evidence, base: Base) -> dict[str, Any]:
    page = base.documents[evidence.document]
    return {
        "words": page.text[evidence.start : evidence.stop],
        "document": evidence.document,
        "start": evidence.start,
        "stop": evidence.stop,
        "title": page.part("headline"),
        "source": page.source,
        "url": page.url,
    }


def _print(results: list[Checked], base: Base, passages: bool) -> None:
    cells = [
        (r.claim.number, r.verdict, r.claim.text, "; ".join(o.found for o in r.outcomes) or r.claim.note)
        for r in results
    ]
    print_table("Claims of the founding documents", (">n", "verdict", "claim", "found"), cells)
    for result in results if passages else ():
        for outcome in result.outcomes:
            for passage in outcome.passages:
                told = _passage(passage, base)
                click.echo(f"  {told['url']}\n    {' '.join(told['words'].split())}")
    tested = [r for r in results if r.verdict != UNTESTED]
    differing = [str(r.claim.number) for r in tested if not r.agrees]
    say(f"{len(tested)} of {len(results)} claims could be tested with this ledger.")
    if differing:
        say(f"Other than found by hand: claims {', '.join(differing)}")
