"""What can happen to a reader, on both databases; by hand first, then by any sequence of acts."""

from datetime import datetime, timedelta

import pytest
from django.apps import apps

from overtone.desk import readers
from overtone.desk.links import confirm_link
from overtone.desk.models import Barred, Consent, Letter, Reader
from overtone.desk.tokens import Claim, read_token
from overtone.desk.wording import wording_of
from overtone.errors import UsageError

pytestmark = pytest.mark.usefixtures("desk")
ADDRESS = "reader@example.org"


def claim_of(letter: Letter) -> Claim:
    claim = read_token(confirm_link("", letter).rpartition("/")[2])
    assert claim is not None
    return claim


def subscribed(now: datetime, address: str = ADDRESS, language: str = "be") -> Reader:
    readers.ask(address, language, now)
    reader = readers.confirm(claim_of(Letter.objects.latest("pk")), now)
    assert reader is not None
    return reader


def language_of(reader: Reader | None) -> str:
    return reader.language if reader else "void"


def test_asking_makes_nobody_a_reader(now: datetime) -> None:
    readers.ask(ADDRESS, "be", now)
    assert Reader.objects.get().state == "pending"
    assert (Letter.objects.get().kind, Letter.objects.get().state) == ("confirm", "queued")
    assert Consent.objects.get().confirmed_at is None


def test_the_button_makes_a_reader_in_the_language_of_the_letter(now: datetime) -> None:
    readers.ask(ADDRESS, "be", now)
    readers.ask(ADDRESS, "ru", now)
    first, second = Letter.objects.order_by("pk")
    later = now + timedelta(hours=1)
    assert language_of(readers.confirm(claim_of(second), later)) == "ru"
    assert Reader.objects.get().state == "active"
    assert {c.wording for c in Consent.objects.all()} == {wording_of("be"), wording_of("ru")}
    assert {c.confirmed_at for c in Consent.objects.all()} == {later}
    assert language_of(readers.confirm(claim_of(first), later)) == "ru", "a second button changes nothing"


def test_a_link_that_expired_confirms_nothing(now: datetime) -> None:
    readers.ask(ADDRESS, "be", now)
    assert readers.confirm(claim_of(Letter.objects.get()), now + timedelta(days=7)) is None
    assert Reader.objects.get().state == "pending"


def test_a_link_from_before_one_left_does_not_bring_one_back(now: datetime) -> None:
    reader = subscribed(now)
    old = claim_of(Letter.objects.get())
    readers.leave(reader.key, now)
    assert readers.confirm(old, now) is None
    readers.ask(ADDRESS, "be", now)
    assert readers.confirm(old, now) is None
    assert Reader.objects.get().state == "pending"


def test_leaving_twice_is_leaving_once(now: datetime) -> None:
    reader = subscribed(now)
    for days in (1, 2):
        readers.leave(reader.key, now + timedelta(days=days))
    left = Reader.objects.get()
    assert (left.state, left.turn, left.changed_at) == ("unsubscribed", 1, now + timedelta(days=1))
    assert readers.leave("nobody-has-this-key-at-all", now) is None


def test_a_reader_who_asks_again_is_told_so_and_nothing_changes(now: datetime) -> None:
    subscribed(now)
    readers.ask(ADDRESS, "ru", now)
    assert [letter.kind for letter in Letter.objects.order_by("pk")] == ["confirm", "known"]
    assert (Reader.objects.get().state, Reader.objects.get().language) == ("active", "be")


def test_one_mailbox_gets_three_letters_a_day_whatever_its_tag(now: datetime) -> None:
    for tag in range(6):
        readers.ask(f"victim+{tag}@example.org", "be", now)
    assert Letter.objects.count() == 3
    readers.ask("victim@example.org", "be", now + timedelta(days=1, minutes=1))
    assert Letter.objects.count() == 4


def test_who_is_suppressed_is_never_written_to(now: datetime) -> None:
    reader = subscribed(now)
    Letter.objects.all().delete()
    readers.suppress(ADDRESS, "complained", now)
    readers.suppress("unknown@example.org", "asked by phone", now)
    for address in (ADDRESS, "unknown@example.org"):
        readers.ask(address, "be", now)
        with pytest.raises(UsageError, match="suppressed"):
            readers.bring(address, "be", now, proof="a list")
    readers.leave(reader.key, now)
    assert not Letter.objects.exists()
    assert {r.state for r in Reader.objects.all()} == {"suppressed"}


def test_forgetting_leaves_nothing_behind(now: datetime) -> None:
    subscribed(now)
    kept = readers.kept_of(ADDRESS)
    assert kept is not None
    assert kept["consent"][0]["sentence"].startswith("Націскаючы")
    assert readers.forget(ADDRESS, now) == {"reader": 1, "consent": 1, "letter": 1}
    assert readers.kept_of(ADDRESS) is None
    rows = [row for m in apps.get_app_config("desk").get_models() for row in m._default_manager.values()]
    assert ADDRESS not in str(rows)
    assert readers.forget(ADDRESS, now) == {}


def test_who_is_forgotten_and_barred_does_not_come_back(now: datetime) -> None:
    subscribed(now)
    readers.forget(ADDRESS, now, bar=True)
    readers.ask(ADDRESS, "be", now)
    with pytest.raises(UsageError, match="barred"):
        readers.bring(ADDRESS, "be", now, proof="a list")
    assert (Reader.objects.count(), Letter.objects.count(), Barred.objects.count()) == (0, 0, 1)
    assert ADDRESS not in str(Barred.objects.values().get())


def test_an_operator_brings_who_agreed_elsewhere_but_not_who_left(now: datetime) -> None:
    assert readers.bring(ADDRESS, "be", now, proof="paper, 2022-10-01") == "active"
    assert readers.bring(ADDRESS, "be", now, proof="paper, 2022-10-01") == "known"
    assert Consent.objects.get().origin == "paper, 2022-10-01"
    reader = subscribed(now, "other@example.org")
    readers.leave(reader.key, now)
    with pytest.raises(UsageError, match="unsubscribed on 2022-10-17"):
        readers.bring("other@example.org", "be", now, proof="paper")


def test_addresses_never_confirmed_are_deleted_after_thirty_days(now: datetime) -> None:
    readers.ask("never@example.org", "be", now)
    reader = subscribed(now, "was@example.org")
    readers.leave(reader.key, now)
    readers.ask("was@example.org", "be", now)
    assert readers.forget_unconfirmed(now + timedelta(days=29)) == 0
    assert readers.forget_unconfirmed(now + timedelta(days=31)) == 1
    assert [r.address for r in Reader.objects.all()] == ["was@example.org"]


def test_readers_are_counted_by_language_and_state(now: datetime) -> None:
    subscribed(now, "one@example.org", "ru")
    readers.ask("two@example.org", "be", now)
    found = readers.counted()
    assert found["languages"]["ru"]["active"] == 1
    assert found["states"] == {"pending": 1, "active": 1, "unsubscribed": 0, "suppressed": 0}
    assert (found["asked"], found["confirmed"]) == (2, 1)
