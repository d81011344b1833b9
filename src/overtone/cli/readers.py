"""`overtone readers`: who reads the newsletter, what they agreed to, and what a person may ask of us."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.errors import UsageError

STATES = ("pending", "active", "unsubscribed", "suppressed")
LANGS = ("en", "ru", "be")
state_option = click.option("--state", type=click.Choice(STATES), default=None, help="Only those in this state.")
lang_option = click.option("--lang", "language", type=click.Choice(LANGS), default=None, help="Only this language.")


def opened(work: Callable[..., None]) -> Callable[..., None]:
    """The subcommand with the desk's database open; its help needs none."""

    @wraps(work)
    def begin(*given: object, **named: object) -> None:
        from overtone.desk import installed

        installed()
        from overtone.desk.configure import open_desk
        from overtone.wiring import open_workspace

        open_desk(open_workspace(click.get_current_context().obj["workspace"], say=say).settings)
        work(*given, **named)

    return begin


@click.group("readers")
def command() -> None:
    """List, count, add, bring in, export, show, suppress and forget the readers of the newsletter.

    \b
    Example:  overtone readers count --json
    """


@command.command("list")
@state_option
@lang_option
@json_option
@opened
def list_readers(state: str | None, language: str | None, as_json: bool) -> None:
    """List readers by address.

    \b
    Example:  overtone readers list --state active --lang be
    """
    from overtone.desk.lists import chosen

    found = list(chosen(state or "", language or ""))
    rows = [(one.address, one.language, one.state, one.changed_at.isoformat(timespec="seconds")) for one in found]
    names = ("address", "language", "state", "changed")
    if as_json:
        print_json("readers list", {"readers": [dict(zip(names, row, strict=True)) for row in rows]})
    else:
        print_table("Readers", names, rows)


@command.command("count")
@json_option
@opened
def count(as_json: bool) -> None:
    """Count readers by language and state, and how many of those asked have confirmed.

    \b
    Example:  overtone readers count --json
    """
    from overtone.desk.readers import counted

    found = counted()
    if as_json:
        print_json("readers count", found)
        return
    rows = [(lang, *(found["languages"][lang][state] for state in STATES)) for lang in LANGS]
    print_table("Readers", ("language", *(f">{state}" for state in STATES)), rows)
    say(f"{found['confirmed']} of {found['asked']} who asked have confirmed")


@command.command("add")
@click.argument("address")
@click.option("--lang", "language", type=click.Choice(LANGS), required=True, help="Language of the mails.")
@click.option("--confirmed", is_flag=True, help="They confirmed elsewhere: no letter is sent. Needs --consent.")
@click.option("--consent", default="", help="How they agreed, kept as proof: “paper list, 2022-10-01”.")
@json_option
@opened
def add(address: str, language: str, confirmed: bool, consent: str, as_json: bool) -> None:
    """Add one reader: a letter asks them to confirm, unless they did so elsewhere.

    \b
    Example:  overtone readers add reader@example.org --lang be
    """
    from overtone.desk.lists import Bringing, bring_one

    done = bring_one(
        _normal(address), Bringing(language=language, proof=_proof(confirmed, consent), confirmed=confirmed), _now()
    )
    if as_json:
        print_json("readers add", {"address": _normal(address), "done": done})
    else:
        say({"asked": "a letter to confirm is queued", "active": "subscribed", "known": "reads already"}[done])


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--lang", "language", type=click.Choice(LANGS), default="en", show_default=True, help="Of rows without one."
)
@click.option("--confirmed", is_flag=True, help="They confirmed elsewhere: no letters are sent. Needs --consent.")
@click.option("--consent", default="", help="How they agreed, kept as proof: “moved from our old list, 2022-10-01”.")
@json_option
@opened
@click.pass_context
def bring(ctx: click.Context, file: Path, language: str, confirmed: bool, consent: str, as_json: bool) -> None:
    """Bring in a CSV list with a column address and, if wished, language.

    Bad rows are told with their line and kept in FILE.rejected.csv; the rest goes on. Exit code 1 where there are any.

    \b
    Example:  overtone readers import readers.csv
    """
    from overtone.desk.lists import Bringing, bring_list, write_rejected

    how = Bringing(language=language, proof=_proof(confirmed, consent), confirmed=confirmed)
    brought = bring_list(file, how, _now())
    for row in brought.rejected:
        say(f"{file}:{row.line}: {row.address!r}: {row.reason}")
    aside = write_rejected(file, brought.rejected) if brought.rejected else None
    if as_json:
        rejected = [{"line": row.line, "address": row.address, "reason": row.reason} for row in brought.rejected]
        body = {"done": brought.done, "rejected": rejected, "rejected_file": str(aside) if aside else None}
        print_json("readers import", body)
    else:
        parts = [f"{number} {word}" for word, number in sorted(brought.done.items())]
        say(", ".join([*parts, f"{len(brought.rejected)} set aside"]) + (f" in {aside}" if aside else ""))
    ctx.exit(1 if brought.rejected else 0)


@command.command("export")
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else stdout.")
@state_option
@lang_option
@json_option
@opened
def export(target: Path | None, state: str | None, language: str | None, as_json: bool) -> None:
    """Give out readers with their consents as CSV (or JSON). A file is made for its owner's eyes only.

    \b
    Example:  overtone readers export --to readers.csv
    """
    from overtone.desk.lists import COLUMNS, as_csv, exported, write_private

    rows = list(exported(state or "", language or ""))
    if as_json:
        print_json("readers export", {"readers": [dict(zip(COLUMNS, row, strict=True)) for row in rows]})
        return
    text = as_csv(COLUMNS, rows)
    if target is None:
        click.echo(text, nl=False)
    else:
        write_private(target, text)
        say(f"readers in {target}: {len(rows)}")


@command.command("show")
@click.argument("address")
@json_option
@opened
def show(address: str, as_json: bool) -> None:
    """Show everything that is kept of one address, as its owner may ask.

    \b
    Example:  overtone readers show reader@example.org
    """
    from overtone.desk.readers import kept_of

    found = kept_of(_normal(address))
    if found is None:
        raise UsageError(f"nothing is kept of {address}", next_step="see `overtone readers list`")
    if as_json:
        print_json("readers show", found)
        return
    for table, rows in found.items():
        click.echo(table)
        for row in rows if isinstance(rows, list) else [rows]:
            click.echo(
                "  " + ", ".join(f"{name}: {_shown(value)}" for name, value in row.items() if value not in ("", None))
            )


@command.command("suppress")
@click.argument("address")
@click.option("--reason", required=True, help="Why: “complained by phone, 2022-10-01”.")
@json_option
@opened
def suppress(address: str, reason: str, as_json: bool) -> None:
    """Never write to this address again, whoever asks for it.

    \b
    Example:  overtone readers suppress reader@example.org --reason "complained by phone, 2022-10-01"
    """
    from overtone.desk.readers import suppress as act

    act(_normal(address), reason, _now())
    if as_json:
        print_json("readers suppress", {"suppressed": 1})
        return
    say("suppressed")


@command.command("forget")
@click.argument("address")
@click.option("--bar", is_flag=True, help="Keep a keyed hash, so that no list or form brings the address back.")
@json_option
@opened
def forget(address: str, bar: bool, as_json: bool) -> None:
    """Delete everything that is kept of an address.

    \b
    Example:  overtone readers forget reader@example.org
    """
    from overtone.desk.readers import forget as act

    deleted = act(_normal(address), _now(), bar=bar)
    if as_json:
        print_json("readers forget", {"deleted": deleted, "barred": bar})
    else:
        told = ", ".join(f"{number} of {table}" for table, number in deleted.items()) or "nothing was kept"
        say(f"deleted: {told}" + ("; it cannot come back" if bar else ""))


@command.command("letters")
@json_option
@opened
@click.pass_context
def letters(ctx: click.Context, as_json: bool) -> None:
    """Send the letters to confirm that are due; `overtone desk` does this by itself.

    \b
    Example:  overtone readers letters
    """
    from overtone.desk.postman import deliver, postman_of
    from overtone.wiring import open_workspace

    done = deliver(postman_of(open_workspace(ctx.obj["workspace"]).settings), _now)
    if as_json:
        print_json("readers letters", {"done": done})
    else:
        say(", ".join(f"{number} {state}" for state, number in sorted(done.items())) or "no letter is due")
    ctx.exit(1 if done.get("queued") or done.get("failed") else 0)


def _normal(address: str) -> str:
    from overtone.desk.addresses import AddressError, normal

    try:
        return normal(address)
    except AddressError as error:
        raise UsageError(f"{address!r} is {error}", next_step="correct the address") from None


def _proof(confirmed: bool, consent: str) -> str:
    if confirmed and not consent.strip():
        raise UsageError(
            "--confirmed needs --consent",
            next_step='say how they agreed, as --consent "moved from our old list, 2022-10-01"',
        )
    return consent.strip()[:200] or "operator"


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _now() -> datetime:
    return datetime.now(UTC)
