"""Guards of the form, by the clock."""

from datetime import datetime, timedelta

import pytest

from overtone.desk.abuse import ALL, PER_NETWORK, in_time, looks_robotic, may_write_to, network_of, too_often
from overtone.desk.models import Attempt
from overtone.desk.tokens import form_stamp

pytestmark = pytest.mark.usefixtures("desk")
HOUR = timedelta(hours=1)


def test_one_household_of_ipv6_is_one_network() -> None:
    assert network_of("2001:db8:1:2:3::4") == network_of("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64"
    assert network_of("192.0.2.7") == "192.0.2.7"
    assert network_of("not an address") == "unknown"


def test_a_network_may_ask_again_after_an_hour_and_nothing_is_kept_of_it(now: datetime) -> None:
    asked = [too_often("192.0.2.7", now) for _ in range(PER_NETWORK + 2)]
    assert asked == [False] * PER_NETWORK + [True, True]
    assert not too_often("192.0.2.8", now)
    assert not too_often("192.0.2.7", now + HOUR)
    assert Attempt.objects.count() == 2, "what expired is deleted"


def test_the_whole_world_together_has_a_limit_too(now: datetime) -> None:
    Attempt.objects.bulk_create(Attempt(digest="all", expires_at=now + HOUR) for _ in range(ALL - 1))
    assert [too_often(f"192.0.2.{n}", now) for n in (1, 2)] == [False, True]


def test_a_mailbox_gets_three_letters_a_day_under_any_tag(now: datetime) -> None:
    written = [may_write_to(f"reader+{n}@example.org", now) for n in range(5)]
    assert written == [True, True, True, False, False]
    assert may_write_to("reader@example.org", now + timedelta(days=1))
    assert "reader" not in str(Attempt.objects.values())


def test_a_form_is_taken_neither_at_once_nor_a_day_later(now: datetime) -> None:
    shown = form_stamp(now)
    at = [timedelta(seconds=1), timedelta(seconds=2), 12 * HOUR, 13 * HOUR, -HOUR]
    assert [in_time(shown, now + passed) for passed in at] == [False, True, True, False, False]
    assert not in_time("", now + HOUR)


def test_only_a_robot_fills_what_nobody_sees() -> None:
    assert looks_robotic("https://spam.example")
    assert not looks_robotic("")
