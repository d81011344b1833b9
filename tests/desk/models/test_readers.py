"""The tables hold what they say, on both databases."""

from datetime import datetime

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from overtone.desk.models import Attempt, Barred, Consent, Letter, Reader

pytestmark = pytest.mark.usefixtures("desk")


def made(now: datetime, address: str = "reader@example.org") -> Reader:
    return Reader.objects.create(address=address, language="be", key=address, created_at=now, changed_at=now)


def test_an_address_is_kept_once(now: datetime) -> None:
    made(now)
    with pytest.raises(IntegrityError), transaction.atomic():
        made(now)
    assert Reader.objects.count() == 1


def test_who_is_new_is_pending(now: datetime) -> None:
    assert made(now).state == Reader.State.PENDING


def test_a_reader_takes_consents_and_letters_along(now: datetime) -> None:
    reader = made(now)
    Consent.objects.create(reader=reader, asked_at=now, language="be", wording="0" * 16, origin="form")
    Letter.objects.create(
        reader=reader, kind="confirm", language="be", turn=0, message_id="m", created_at=now, due_at=now, expires_at=now
    )
    reader.delete()
    assert not Consent.objects.exists()
    assert not Letter.objects.exists()


def test_rows_tell_themselves_and_hashes_tell_nobody(now: datetime) -> None:
    reader = made(now)
    consent = Consent(reader=reader, origin="paper, 2022-10-01", confirmed_at=now)
    assert str(reader) == "reader@example.org (pending)"
    assert str(consent).startswith("paper, 2022-10-01, 2022-10-17")
    assert str(Letter(kind="confirm", state="queued")) == "confirm queued"
    assert str(Attempt(digest="a" * 64)) == str(Barred(digest="a" * 64)) == "a" * 8


def test_postgresql_refuses_what_is_too_long_for_its_column(now: datetime) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no lengths; addresses are measured before they come here")
    with pytest.raises(DataError), transaction.atomic():
        made(now, "a" * 300)
