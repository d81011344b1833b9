"""`overtone send`: the newsletter prepared, approved by another person, sent, paused, and what came back of it."""

import getpass
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from overtone.cli.output import json_option, print_json, say
from overtone.cli.sends import Progress, Send, body, show, worst
from overtone.cli.words import parse_languages, parse_week
from overtone.errors import SendError, UsageError
from overtone.settings import Settings

by_option = click.option("--by", default="", help="Your name (else that of your account).")
dry_option = click.option("--dry-run", "dry", is_flag=True, help="Write and send nothing; tell what would happen.")


@click.group("send")
def command() -> None:
    """Prepare, approve and send the mails of a week or of a correction; pause, resume, cancel; read bounces.

    A send freezes one mail in one language and its readers; another person approves it; its books must balance.

    \b
    Example:  overtone send prepare --week 2022-W41 --by "First Person"
              overtone send approve --by "Second Person"
              overtone send run
    """


@command.command("prepare")
@click.option("--week", help="ISO week, as 2022-W41.")
@click.option("--correction", help="The mail of this correction, by its id.")
@click.option("--lang", help="Languages, as en,ru,be (settings: edition.languages).")
@by_option
@click.option("--hours", type=click.IntRange(min=1), help="Hours in which it may go out (settings: newsletter.hours).")
@click.option(
    "--on-crash",
    type=click.Choice(("requeue", "park")),
    default="requeue",
    show_default=True,
    help="A mail on its way when the sender dies: sent again, or set aside as unknown.",
)
@dry_option
@json_option
def prepare_send(
    week: str | None,
    correction: str | None,
    lang: str | None,
    by: str,
    hours: int | None,
    on_crash: str,
    dry: bool,
    as_json: bool,
) -> None:
    """Freeze the published mail and its readers, in each language: who comes later is not in it.

    \b
    Example:  overtone send prepare --week 2022-W41 --lang be --by "First Person"
    """
    settings = _opened()
    from overtone.desk.outbox import Plan, prepare
    from overtone.desk.outbox_archive import published

    key, now = _key(week, correction), _now()
    plan = Plan(
        by=by or getpass.getuser(),
        deadline=now + timedelta(hours=hours or settings.hours),
        on_crash=on_crash,
        two_persons=settings.approval == "two",
        dry=dry,
    )
    ready = [published(settings, key, code, now) for code in parse_languages(lang) or settings.languages]
    for one in ready:
        if one.heavy:
            say(f"{one.head.name}: {one.weight:,} bytes; mail programs cut a mail off beyond 100,000")
    sends = [prepare(one.head, one.kind, one.key, plan) for one in ready]
    _tell("send prepare", sends, as_json, books=not dry)
    if dry:
        say("Nothing was written (--dry-run).")
    elif plan.two_persons:
        say("Another person approves it: overtone send approve --by NAME")


@command.command("approve")
@click.argument("names", nargs=-1)
@click.option("--by", required=True, help="Your name; not that of who prepared it.")
@json_option
def approve_send(names: tuple[str, ...], by: str, as_json: bool) -> None:
    """Let prepared sends NAMES go (all that wait, by default), as another person than who prepared them.

    \b
    Example:  overtone send approve --by editor
    """
    _opened()
    from overtone.desk.outbox import approve

    sends = [approve(send, by, _now()) for send in _named(names, "prepared")]
    _tell("send approve", sends, as_json)


@command.command("run")
@click.argument("names", nargs=-1)
@click.option("--rate", type=click.FloatRange(min=0.01), help="Mails a second (settings: newsletter.rate).")
@click.option("--connections", type=click.IntRange(1, 64), help="Lines at once (settings: newsletter.connections).")
@click.option("--per-domain", type=click.FloatRange(min=0), default=0.0, help="Mails a second to one domain; 0: all.")
@click.option("--no-wait", is_flag=True, help="End when only mails are left that a server put off.")
@click.option(
    "--after-restore",
    type=click.Choice(("park", "requeue")),
    help="The database was restored from a copy: set what it believes unsent aside, or send it again.",
)
@dry_option
@json_option
@click.pass_context
def run_send(
    ctx: click.Context,
    names: tuple[str, ...],
    rate: float | None,
    connections: int | None,
    per_domain: float,
    no_wait: bool,
    after_restore: str | None,
    dry: bool,
    as_json: bool,
) -> None:
    """Send approved sends NAMES (all, by default) until their books balance; killed or stopped, run it again.

    Exit code 1 where mails failed, are unknown or still wait.

    \b
    Example:  overtone send run
    """
    settings = _opened()
    from overtone.desk.outbox import approve_alone
    from overtone.desk.outbox_archive import mark_sent
    from overtone.desk.sender import Options, run
    from overtone.desk.smtp import server_of

    sends = [approve_alone(send, _now(), dry=dry) for send in _named(names, "approved", "running", alone=True)]
    server = server_of(settings)
    if dry:
        _tell("send run", sends, as_json)
        say(f"Would be sent through {server.host}:{server.port} ({server.way}); nothing was sent (--dry-run).")
        return
    options = Options(
        connections=connections or settings.connections,
        rate=rate or float(settings.rate),
        per_domain=per_domain,
        patient=not no_wait,
        after_restore=after_restore or "",
    )
    for send in sends:
        if send.state in ("approved", "running"):
            mark_sent(settings.site, send)
        run(send, server, settings.workspace, replace(options, tell=Progress(send.name)))
    _tell("send run", sends, as_json)
    ctx.exit(worst(sends))


@command.command("status")
@click.argument("names", nargs=-1)
@json_option
def status(names: tuple[str, ...], as_json: bool) -> None:
    """Show the books of sends NAMES (the newest, by default): of how many readers, what became of each.

    \b
    Example:  overtone send status --json
    """
    _opened()
    _tell("send status", _named(names), as_json, why=bool(names))


@command.command("pause")
@click.argument("names", nargs=-1)
@json_option
def pause_send(names: tuple[str, ...], as_json: bool) -> None:
    """Stop sends NAMES (all that run, by default): mails on their way arrive, no further one goes out.

    \b
    Example:  overtone send pause 2022-W41-be
    """
    _opened()
    from overtone.desk.outbox import pause

    _tell("send pause", [pause(send) for send in _named(names, "approved", "running")], as_json)


@command.command("resume")
@click.argument("names", nargs=-1)
@json_option
def resume_send(names: tuple[str, ...], as_json: bool) -> None:
    """Let paused sends NAMES (all, by default) go on with the next `overtone send run`.

    \b
    Example:  overtone send resume 2022-W41-be
    """
    _opened()
    from overtone.desk.outbox import resume

    _tell("send resume", [resume(send) for send in _named(names, "paused")], as_json)


@command.command("cancel")
@click.argument("names", nargs=-1, required=True)
@json_option
def cancel_send(names: tuple[str, ...], as_json: bool) -> None:
    """End sends NAMES: what was not sent is not sent, and the books of what was stay.

    \b
    Example:  overtone send cancel 2022-W41-be
    """
    settings = _opened()
    from overtone.desk.outbox import abandon, cancel
    from overtone.desk.outbox_pulse import alone

    sends = [cancel(send, _now()) for send in _named(names)]
    with suppress(SendError), alone(settings.workspace):  # a sender that is alive closes the books itself
        for send in sends:
            abandon(send)
    _tell("send cancel", sends, as_json)


@command.command("test")
@click.argument("address")
@click.option("--week", help="ISO week, as 2022-W41.")
@click.option("--correction", help="The mail of this correction, by its id.")
@click.option("--lang", help="Languages, as en,ru,be (settings: edition.languages).")
@dry_option
@json_option
def test_send(
    address: str,
    week: str | None,
    correction: str | None,
    lang: str | None,
    dry: bool,
    as_json: bool,
) -> None:
    """Send the published mail to ADDRESS alone, marked as a test; no reader gets it and no books are kept.

    \b
    Example:  overtone send test editor@example.org --week 2022-W41 --lang ru
    """
    settings = _opened()
    from overtone.desk.outbox_archive import published
    from overtone.desk.outbox_trial import trial
    from overtone.desk.smtp import server_of

    codes = parse_languages(lang) or settings.languages
    ready = [published(settings, _key(week, correction), code, _now()) for code in codes]
    told = [trial(one.head, address, None if dry else server_of(settings)) for one in ready]
    if as_json:
        print_json(
            "send test", {"mails": [{"name": r.head.name, "answer": t} for r, t in zip(ready, told, strict=True)]}
        )
        return
    for one, answer in zip(ready, told, strict=True):
        click.echo(f"{one.head.name}  {one.weight:,} bytes  {answer}")


@command.command("bounces")
@click.argument("place", type=click.Path(exists=True, path_type=Path))
@json_option
def bounces(place: Path, as_json: bool) -> None:
    """Read what came back: PLACE is one mail, an mbox or a Maildir; nothing in it is changed.

    A mailbox that does not exist and a complaint end a reader's mails at once, three soft bounces do as well.

    \b
    Example:  overtone send bounces ~/Maildir
    """
    _opened()
    from dataclasses import asdict

    from overtone.desk.bounces import reports
    from overtone.desk.bounces_kept import take

    found = take(reports(place), _now())
    if as_json:
        print_json("send bounces", asdict(found))
        return
    click.echo(", ".join(f"{number} {name}" for name, number in asdict(found).items()))


def _opened() -> Settings:
    """The settings of the workspace, with its desk opened; SettingsError where Django is not installed."""
    from overtone.desk import installed

    installed()
    from overtone.desk.configure import open_desk
    from overtone.wiring import open_workspace

    settings = open_workspace(click.get_current_context().obj["workspace"], say=say).settings
    open_desk(settings)
    return settings


def _named(names: tuple[str, ...], *states: str, alone: bool = False) -> list[Send]:
    """The sends of these names, else all in these states, else the newest ones; UsageError where none is."""
    from overtone.desk import models
    from overtone.desk.outbox import named

    if names:
        return [named(name) for name in names]
    found = models.Send.objects.order_by("prepared_at", "name")
    if not states:
        return list(found.order_by("-prepared_at", "name")[:12])
    chosen = [s for s in found if s.state in states or (alone and s.state == "prepared" and not s.two_persons)]
    if not chosen:
        raise UsageError(f"no send is {' or '.join(states)}", next_step="`overtone send status` lists them")
    return chosen


def _tell(name: str, sends: list[Send], as_json: bool, *, why: bool = False, books: bool = True) -> None:
    if as_json:
        print_json(name, {"sends": [body(send, books=books) for send in sends]})
    else:
        show(sends, why=why, books=books)


def _key(week: str | None, correction: str | None) -> str:
    if bool(week) == bool(correction):
        raise UsageError("one mail has to be named", next_step="--week 2022-W41, or --correction ID")
    return parse_week(week).label if week else f"correction-{correction}"


def _now() -> datetime:
    return datetime.now(UTC)
