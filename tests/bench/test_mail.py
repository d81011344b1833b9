"""The bench of mails: what it counts, on a few of them; its figures are never tested."""

from pathlib import Path

import pytest

from overtone.bench import mail
from overtone.bench.mail_desk import PEERS, row_at_a_time
from overtone.bench.mail_page import LINK, page


@pytest.mark.slow
@pytest.mark.parametrize("peer", PEERS)
def test_a_cursor_loses_or_repeats_a_batch_where_the_outbox_does_not(peer: str, tmp_path: Path) -> None:
    found = mail.storm(tmp_path / "peer", 600, 4, mail.How(peer=peer, between=(0.1, 0.2)))
    assert found.kills
    assert (found.lost > 0) is (peer == PEERS[0])
    assert (found.twice > 0) is (peer == PEERS[1])


def test_undisturbed_every_reader_gets_one_mail(tmp_path: Path) -> None:
    found = mail.storm(tmp_path / "calm", 40, 0)
    assert (found.lost, found.twice, found.kills, found.balanced) == (0, 0, 0, True)


def test_speed_is_told_in_mails_a_second(tmp_path: Path) -> None:
    assert mail.speed(tmp_path / "fast", 20) > 0
    assert row_at_a_time(tmp_path / "rows", 10) > 0


def test_the_mail_is_of_the_size_of_a_real_one_with_one_way_out() -> None:
    assert 28_000 < len(page()) < 32_000
    assert page().count(LINK.encode()) == 1
