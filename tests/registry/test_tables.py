"""Tables of facts: which fields each kind may have, and what is filled in where a table leaves it out."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from overtone.records import Names
from overtone.registry import Registry
from overtone.registry.facts import Actor, Bloc, Claim, Event, State, Term, Theme, Topic
from overtone.registry.tables import KINDS

HERE = "https://example.org"
DAY = date(2022, 5, 16)
LEAST: dict[str, dict[str, Any]] = {
    "states": {"iso3": "BLR"},
    "institutions": {},
    "offices": {},
    "actors": {},
    "blocs": {"members": ["by 1991-12-08"]},
    "themes": {"order": 1},
    "topics": {"about": {"en": "sanctions"}, "words": {"en": "sanction*"}, "themes": "economy", "pressure": 1},
    "events": {"start": DAY, "stop": DAY, "place": "Moscow", "kind": "multilateral"},
    "places": {"inside": {"en": "in Sochi"}},
    "rules": {"kinds": ["bilateral"], "merge_days": 1},
    "sources": {"kind": "official", "shape": "jsonl"},
    "claims": {"number": 7, "text": "So.", "expected": "holds"},
}


def made(kind: str, **more: Any) -> Any:
    """The fact of a table that holds the least it may, and more."""
    known = {field.name: field.read for field in KINDS[kind].fields}
    names = {} if kind == "claims" else {"en": "Ada Smith"}
    table = {"reference": HERE, **names, **LEAST[kind], **more}
    return KINDS[kind].build("key", {name: known[name](value) for name, value in table.items()})


def test_the_registry_holds_every_kind_of_table() -> None:
    assert KINDS.keys() == {field.name for field in fields(Registry)} - {"posts", "digest"}


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_stands_twice_and_every_fact_needs_a_reference(kind: str) -> None:
    names = [field.name for field in KINDS[kind].fields]
    assert len(names) == len(set(names))
    assert [field.needed for field in KINDS[kind].fields if field.name == "reference"] == [True]


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_with_what_is_needed_alone_becomes_a_fact(kind: str) -> None:
    needed = {field.name for field in KINDS[kind].fields if field.needed}
    assert needed - {"reference", "en"} == LEAST[kind].keys()
    assert made(kind).reference == HERE


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_table_leaves_out_is_left_as_the_fact_declares_it(kind: str) -> None:
    fact = made(kind)
    allowed = {field.name for field in fields(fact)}
    named = {field.name for field in KINDS[kind].fields} - {"en", "ru", "be", "offices"}
    assert named <= allowed


def test_three_fields_of_names_become_one() -> None:
    state: State = made("states", en=["Belarus", "Republic of Belarus"], be="Беларусь")
    assert state.names == Names(en=("Belarus", "Republic of Belarus"), be=("Беларусь",))


def test_surnames_are_the_last_words_of_names_unless_they_are_given() -> None:
    actor: Actor = made(
        "actors",
        en=["Ada Smith", "A. Smith", "Ada Smyth"],
        ru="Ада Смит",
        be="Ада Сміт",
        surnames={"ru": ["Смит", "Смитт"]},
    )
    assert actor.surnames == Names(en=("Smith", "Smyth"), ru=("Смит", "Смитт"), be=("Сміт",))


def test_a_term_rests_on_the_reference_of_its_card_unless_it_has_its_own() -> None:
    own = "https://example.org/own"
    actor: Actor = made("actors", offices=["by-fm 2012-08-20..2022-11-26", f"by-chief 2008-07-15 {own}"])
    assert [tenure.term.reference for tenure in actor.tenures] == [HERE, own]
    bloc: Bloc = made("blocs", members=["by 1994-01-01", "uz ..2012-12-19"])
    assert bloc.members == (
        ("by", Term(since=date(1994, 1, 1), until=None, reference=HERE)),
        ("uz", Term(since=None, until=date(2012, 12, 19), reference=HERE)),
    )


def test_what_events_themes_and_claims_may_leave_out_is_empty() -> None:
    event: Event = made("events")
    theme: Theme = made("themes")
    claim: Claim = made("claims")
    assert (event.parties, event.bloc, event.words) == ((), None, ())
    assert (theme.pairs, theme.watch, theme.home) == ((), (), "")
    assert (claim.checks, claim.note) == ((), "")


def test_an_event_of_one_day_is_right_and_one_that_ends_before_it_starts_is_not() -> None:
    assert made("events").stop == DAY
    with pytest.raises(ValueError, match="stop: the event ends before it starts"):
        made("events", stop=date(2022, 5, 15))


@pytest.mark.parametrize("pressure", [-1, 0, 1])
def test_a_topic_presses_one_way_the_other_or_neither(pressure: int) -> None:
    topic: Topic = made("topics", pressure=pressure)
    assert topic.pressure == pressure


@pytest.mark.parametrize("pressure", [-2, 2])
def test_no_topic_presses_harder(pressure: int) -> None:
    with pytest.raises(ValueError, match=f"pressure: expected -1, 0 or 1, found {pressure}"):
        made("topics", pressure=pressure)
