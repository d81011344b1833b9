"""Links that nobody can make but us, and hashes that nobody can turn round."""

from datetime import datetime, timedelta

import pytest

from overtone.desk.configure import configure
from overtone.desk.tokens import Claim, confirm_token, form_age, form_stamp, hidden, new_key, read_token
from tests.desk.conftest import KEY

pytestmark = pytest.mark.usefixtures("small_desk")


def test_a_link_says_what_it_was_made_with_and_until_when_it_holds(now: datetime) -> None:
    key = new_key()
    claim = read_token(confirm_token(key, 3, "be", now))
    assert claim == Claim(key=key, turn=3, language="be", expires_at=now)
    assert [claim.expired(now + timedelta(seconds=s)) for s in (-1, 0, 1)] == [False, True, True]


def test_no_changed_letter_of_a_link_is_taken(now: datetime) -> None:
    token = confirm_token(new_key(), 0, "be", now)
    for place in range(len(token) - 1):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        assert read_token(changed) is None
    assert read_token(token[:-5]) is None
    assert read_token("") is None


def test_a_link_of_another_desk_is_not_taken(small_desk: str, now: datetime) -> None:
    token = confirm_token(new_key(), 0, "be", now)
    configure(small_desk, key=KEY[::-1])
    assert read_token(token) is None


def test_a_form_tells_when_it_was_shown(now: datetime) -> None:
    assert form_age(form_stamp(now), now + timedelta(seconds=7)) == timedelta(seconds=7)
    assert form_age("1666000000", now) is None
    assert form_age(confirm_token(new_key(), 0, "be", now), now) is None


def test_a_hash_depends_on_the_kind_the_value_and_the_key(small_desk: str) -> None:
    found = [hidden("network", "192.0.2.7"), hidden("mailbox", "192.0.2.7"), hidden("network", "192.0.2.8")]
    configure(small_desk, key=KEY[::-1])
    assert len({*found, hidden("network", "192.0.2.7")}) == 4
    assert {len(one) for one in found} == {64}


def test_keys_are_long_and_never_the_same() -> None:
    assert len({new_key() for _ in range(100)}) == 100
    assert {len(new_key()) for _ in range(20)} == {32}
