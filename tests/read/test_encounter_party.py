"""What stands beside a person, and where an actor belongs."""

from datetime import date

import pytest

from overtone.read.encounter_party import Passage, Scene, adjunct, home_of, places_in
from overtone.records import Mention
from tests.read.drawn_encounters import desk

SCENE = Scene(registry=desk(), day=date(2022, 5, 16), own="ru", leader="putin")


@pytest.mark.parametrize(
    ("before", "only"),
    [("adviser to the ", True), ("spoke about ", True), ("a letter from ", True), ("talks with ", False), ("", False)],
)
def test_who_is_named_as_a_superior_or_a_subject_takes_no_part(before: str, only: bool) -> None:
    assert adjunct(before + "Lukashenko", len(before)) is only


def test_the_head_of_an_organisation_stands_for_it() -> None:
    assert home_of(SCENE, "lukashenko") == "by"
    assert home_of(SCENE, "zas") not in ("", "by", "ru")


def test_of_two_places_at_one_spot_the_longer_counts() -> None:
    mentions = (
        Mention(kind="state", target="by", start=0, stop=7),
        Mention(kind="bloc", target="union-state", start=0, stop=20),
        Mention(kind="actor", target="putin", start=22, stop=27),
    )
    assert [p.target for p in places_in(Passage(text="", start=0, role="line", mentions=mentions), SCENE)] == [
        "union-state"
    ]
