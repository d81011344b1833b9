"""What can happen to a reader: asked, confirmed, moved to another language, left, suppressed, forgotten.

    (nobody) --ask--> pending --confirm--> active --leave--> unsubscribed --ask--> pending …
    any of them --suppress--> suppressed, from which nothing leads back but the operator's word

Each act is one transaction. `confirm` is the only act of the public pages that makes a reader active; an operator who
brings confirmed readers from elsewhere says so, and the words are kept with the consent.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Model

from overtone.desk.abuse import may_write_to
from overtone.desk.models import Barred, Consent, Letter, Message, Reader
from overtone.desk.tokens import CONFIRM_FOR, Claim, hidden, new_key
from overtone.desk.wording import wording_of, wording_told
from overtone.errors import UsageError
from overtone.settings import LANGUAGES

State = Reader.State
PENDING_FOR = timedelta(days=30)  # an unconfirmed address is not kept longer


@transaction.atomic
def ask(address: str, language: str, now: datetime, *, network: str = "", origin: str = "form") -> None:
    """Somebody asks to read at this (normal) address: a letter goes there, and nothing that the asker could see.

    Who is pending or left gets the letter to confirm, who reads already one that says so; who is suppressed or barred
    gets none, as does a mailbox that had its letters of the day. `network` is a keyed hash, or "".
    """
    reader = None if is_barred(address) else _found_or_new(address, language, now)
    allowed = may_write_to(address, now)
    if reader is None or reader.state == State.SUPPRESSED or not allowed:
        return
    if reader.state == State.ACTIVE:
        _write(reader, Letter.Kind.KNOWN, reader.language, now)
        return
    if reader.state == State.UNSUBSCRIBED:
        _change(reader, now, state=State.PENDING)
    Consent.objects.create(
        reader=reader,
        asked_at=now,
        language=language,
        wording=wording_of(language),
        origin=origin,
        network=network,
    )
    _write(reader, Letter.Kind.CONFIRM, language, now)


@transaction.atomic
def confirm(claim: Claim, now: datetime) -> Reader | None:
    """The button behind the letter was pressed: the reader, active now or before; None where the link is void.

    Void are links that expired, of a reader who is gone or suppressed, and of an earlier turn (before they left).
    """
    reader = Reader.objects.select_for_update().filter(key=claim.key).first()
    if reader is None or reader.turn != claim.turn:
        return None
    if reader.state == State.ACTIVE:
        return reader
    if claim.expired(now) or reader.state != State.PENDING:
        return None
    _change(reader, now, state=State.ACTIVE, language=claim.language)
    Consent.objects.filter(reader=reader, confirmed_at=None).update(confirmed_at=now)
    return reader


@transaction.atomic
def leave(key: str, now: datetime) -> Reader | None:
    """The reader with this key is unsubscribed, now or before; None where nobody has it. Suppressed stays so."""
    reader = Reader.objects.select_for_update().filter(key=key).first()
    if reader is not None and reader.state in (State.ACTIVE, State.PENDING):
        _change(reader, now, state=State.UNSUBSCRIBED, turn=reader.turn + 1)
    return reader


@transaction.atomic
def move(key: str, language: str, now: datetime) -> Reader | None:
    """The reader with this key reads in another language from now on; None where nobody has it."""
    reader = Reader.objects.select_for_update().filter(key=key).first()
    if reader is not None and reader.language != language:
        _change(reader, now, language=language)
    return reader


@transaction.atomic
def bring(address: str, language: str, now: datetime, *, proof: str) -> str:
    """An operator brings a reader who agreed elsewhere, and says how: "active", or "known" where they read already.

    UsageError where the reader left, or must not be written to: nobody is brought back without being asked.
    """
    if is_barred(address):
        raise UsageError("forgotten and barred: must not be written to")
    reader = _found_or_new(address, language, now)
    if reader.state == State.ACTIVE:
        return "known"
    if reader.state != State.PENDING:
        raise UsageError(f"{reader.state} on {reader.changed_at:%Y-%m-%d}: must not be brought back unasked")
    _change(reader, now, state=State.ACTIVE, language=language)
    Consent.objects.create(reader=reader, asked_at=now, confirmed_at=now, language=language, wording="", origin=proof)
    return "active"


@transaction.atomic
def suppress(address: str, reason: str, now: datetime) -> Reader:
    """This (normal) address is never written to again, known or not: a bounce, a complaint, the operator's word."""
    reader = _found_or_new(address, "en", now)
    _change(reader, now, state=State.SUPPRESSED, turn=reader.turn + 1, reason=reason[:200])
    return reader


@transaction.atomic
def forget(address: str, now: datetime, *, bar: bool = False) -> dict[str, int]:
    """All that is kept of an address is deleted: rows by table. With `bar` a keyed hash keeps it from coming back.

    Empty where nothing was kept. The books of past sends keep their rows, which then lead to nobody.
    """
    waiting = Message.objects.filter(reader__address=address, state=Message.State.QUEUED)
    waiting.update(state=Message.State.EXCLUDED, answer="forgotten")
    if bar:
        Barred.objects.get_or_create(digest=hidden("barred", address), defaults={"since": now})
    _, tables = Reader.objects.filter(address=address).delete()
    return {name.removeprefix("desk.").lower(): count for name, count in tables.items() if count}


@transaction.atomic
def forget_unconfirmed(now: datetime) -> int:
    """Addresses that were asked for, never confirmed and never read before are deleted after 30 days; their number."""
    stale = Reader.objects.filter(state=State.PENDING, turn=0, changed_at__lt=now - PENDING_FOR)
    stale = stale.exclude(pk__in=Letter.objects.filter(created_at__gte=now - PENDING_FOR).values("reader"))
    return stale.delete()[1].get("desk.Reader", 0)


def is_barred(address: str) -> bool:
    """Whether a forgotten address must not come back."""
    return Barred.objects.filter(digest=hidden("barred", address)).exists()


def kept_of(address: str) -> dict[str, Any] | None:
    """Everything kept of a (normal) address, by table: what a person may ask to see; None where nothing is.

    Every table that refers to a reader is told, also those that did not exist when this was written.
    """
    reader = Reader.objects.filter(address=address).first()
    if reader is None:
        return None
    found: dict[str, Any] = {"reader": _fields(reader)}
    for relation in Reader._meta.related_objects:
        table = relation.related_model
        if isinstance(table, type) and issubclass(table, Model):
            rows = table._default_manager.filter(**{relation.field.name: reader}).order_by("pk")
            found[table._meta.model_name or ""] = [_fields(row) for row in rows]
    for consent in found["consent"]:
        consent["sentence"] = wording_told(consent["wording"])
    return found


def counted() -> dict[str, Any]:
    """Readers by language and state, and of those who asked by the form or were asked, how many have confirmed."""
    rows = Reader.objects.values_list("language", "state").annotate(number=Count("pk"))
    numbers = {(language, state): number for language, state, number in rows}
    asked = Consent.objects.values("reader").distinct().count()
    confirmed = Consent.objects.exclude(confirmed_at=None).values("reader").distinct().count()
    return {
        "languages": {
            lang: {state.value: numbers.get((lang, state.value), 0) for state in State} for lang in LANGUAGES
        },
        "states": {s.value: sum(n for (_, state), n in numbers.items() if state == s.value) for s in State},
        "asked": asked,
        "confirmed": confirmed,
    }


def _fields(row: Model) -> dict[str, Any]:
    return {field.name: field.value_from_object(row) for field in row._meta.concrete_fields}


def _found_or_new(address: str, language: str, now: datetime) -> Reader:
    reader, _ = Reader.objects.select_for_update().get_or_create(
        address=address,
        defaults={"language": language, "key": new_key(), "created_at": now, "changed_at": now},
    )
    return reader


def _change(reader: Reader, now: datetime, **values: object) -> None:
    for name, value in values.items():
        setattr(reader, name, value)
    reader.changed_at = now
    reader.save(update_fields=[*values, "changed_at"])


def _write(reader: Reader, kind: str, language: str, now: datetime) -> None:
    Letter.objects.create(
        reader=reader,
        kind=kind,
        language=language,
        turn=reader.turn,
        message_id=f"{kind}.{new_key()}",
        created_at=now,
        due_at=now,
        expires_at=now + CONFIRM_FOR,
    )
