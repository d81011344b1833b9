"""Official pages: the quick look, and what lead and first lines may add."""

import pytest

from overtone.read.encounter_pages import speaks_of_contact
from overtone.read.names import read_names
from tests.read.drawn_encounters import desk, page, why


@pytest.mark.parametrize(
    ("headline", "worth"),
    [
        ("Meeting with President of Belarus Alexander Lukashenko", True),
        ("Meeting with Government members", False),
        ("Law on Belarus signed", False),
    ],
)
def test_only_pages_with_a_cue_and_something_foreign_are_looked_at(headline: str, worth: bool) -> None:
    document = page((headline,), source="kremlin", day="2022-05-16")
    assert speaks_of_contact(document, "ru", desk(), read_names(document, desk())) is worth


def test_the_twin_says_where_the_parties_stood() -> None:
    lines = ("Russian-Belarusian talks", "Vladimir Putin held talks with President of Belarus Alexander Lukashenko.")
    assert why(page(lines, source="kremlin", day="2022-05-16")) == ("face_to_face, lead, nothing_against",)
