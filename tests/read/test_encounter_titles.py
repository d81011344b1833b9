"""People named by a title: with a name the registry lacks, or by office and state alone."""

import pytest

from tests.read.drawn_encounters import page, told


@pytest.mark.parametrize(
    ("headline", "guest"),
    [
        ("Meeting with King Tupou VI of Tonga", "unknown:Tupou VI"),
        ("Meeting with the President of Belarus", "lukashenko"),
        ("Meeting with Belarusian Prime Minister Roman Golovchenko", "golovchenko"),
    ],
)
def test_a_guest_by_title(headline: str, guest: str) -> None:
    (line,) = told(page((headline,), source="kremlin", day="2022-05-16"))
    assert guest in line


@pytest.mark.parametrize(
    "headline", ["Meeting with Chairman of the Board German Gref", "Meeting with the President of the Club"]
)
def test_no_guest_of_a_state(headline: str) -> None:
    assert told(page((headline,), source="kremlin", day="2022-05-16")) == ()
