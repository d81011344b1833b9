"""Contacts known by their event: the slug, and summits of organisations."""

from datetime import date

from overtone.read.encounter_events import summit_parties
from overtone.read.encounter_party import Scene
from tests.read.drawn_encounters import desk, page, told


def test_a_small_organisation_is_taken_whole() -> None:
    scene = Scene(registry=desk(), day=date(2021, 3, 11), own="", leader="")
    assert {"putin", "lukashenko"} <= {p.id for p in summit_parties("csto", scene, 0)}
    assert list(summit_parties("nato", scene, 0)) == []


def test_an_item_before_its_event_announces_it() -> None:
    lines = ("Guests", "Vladimir Putin travels to Minsk.")
    document = page(lines, source="diary", day="2022-12-16", event="putin-lukashenko-minsk-2022-12-19")
    assert told(document) == ("bilateral announced 2022-12-19 lukashenko putin",)
