"""Claims and places of the desk: each claim has checks that can be asked, each place its wording in three languages."""

import csv
from collections import Counter
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from overtone.errors import FactsError
from overtone.language import LANGUAGES
from overtone.registry import Check, Claim, default_desk, load
from tests.build import desk

DIARY = Path(str(resources.files("overtone") / "diary"))
VERDICTS = ("holds", "holds in part", "does not hold", "cannot be tested")
NEEDED = {
    "said": ("actor",),
    "silent": ("actor",),
    "more": ("actor", "than", "target"),
    "met": ("parties", "on"),
    "ordinal": ("parties", "on", "n"),
    "first": ("actor", "on"),
    "voted": ("bloc", "resolution", "choice"),
    "written": ("words",),
    "unwritten": ("words",),
}
CHECKS = [(claim, check) for claim in load(default_desk()).claims for check in claim.checks]
IDS = [f"{claim.number}-{check.test}" for claim, check in CHECKS]


def test_every_claim_of_the_founding_documents_is_there_once_and_in_order() -> None:
    lines = (DIARY / "claims.tsv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t"))
    assert [claim.number for claim in desk().claims] == list(range(1, len(rows) + 1))


def test_every_claim_has_its_words_a_verdict_found_by_hand_and_a_reference() -> None:
    for claim in desk().claims:
        assert claim.text.endswith((".", "?", "!")), claim.number
        assert claim.expected in VERDICTS
        assert claim.reference.startswith("http")
        assert bool(claim.checks) or claim.expected == "cannot be tested" or claim.note, claim.number


@pytest.mark.parametrize(("claim", "check"), CHECKS, ids=IDS)
def test_a_check_asks_for_all_it_needs_and_for_what_the_desk_knows(claim: Claim, check: Check) -> None:
    facts = desk()
    assert [name for name in NEEDED[check.test] if not check.ask(name)] == []
    people = {*check.words("actor"), *check.words("than"), *check.words("parties")}
    assert people <= facts.actors.keys() | facts.institutions.keys()
    assert set(check.words("topic")) <= facts.topics.keys()
    assert set(check.words("target")) <= facts.states.keys() | facts.blocs.keys() | facts.topics.keys()
    assert set(check.words("event")) <= facts.events.keys()
    assert set(check.words("bloc")) <= facts.blocs.keys()
    assert set(check.words("kind")) <= {"bilateral", "multilateral", "sidelines", "phone", "video"}
    assert check.ask("status") in {"", "held", "announced", "cancelled"}
    assert check.ask("choice") in {"", "Y", "N", "A", "NP"}
    days = [date.fromisoformat(check.ask(name)) for name in ("from", "to") if check.ask(name)]
    assert days == sorted(days)
    for name in ("on", "from", "to"):
        assert not check.ask(name) or date.fromisoformat(check.ask(name)).year in (2021, 2022, 2023)


def test_a_wrong_check_is_told_with_file_line_and_claim(tmp_path: Path) -> None:
    lines = (
        *("", "[[claims]]", "number = 900", 'text = "So."', 'expected = "holds"'),
        *('reference = "https://example.org/x"', 'checks = ["sayed; actor=putin"]'),
    )
    (tmp_path / "own.toml").write_text("\n".join(lines), "utf-8")
    with pytest.raises(FactsError) as told:
        load(default_desk(), tmp_path)
    assert "own.toml:7" in str(told.value)
    assert "checks" in str(told.value)


def test_every_place_is_worded_in_three_languages_with_its_preposition() -> None:
    for key, place in desk().places.items():
        for lang in LANGUAGES:
            assert place.names.of(lang), key
            (inside,) = place.inside.of(lang)
            assert " " in inside, (key, inside)
            assert inside[0].islower(), (key, inside)
        assert place.state is None or place.state in desk().states


def test_no_two_places_share_a_name() -> None:
    places = desk().places.values()
    sets = [{(lang, name.casefold()) for lang in LANGUAGES for name in place.names.of(lang)} for place in places]
    assert [name for name, times in Counter(name for one in sets for name in one).items() if times > 1] == []


def test_every_event_happened_at_a_known_place_or_in_a_known_state() -> None:
    facts = desk()
    known = [name for table in (facts.places, facts.states) for fact in table.values() for name in fact.names.en]
    unknown = [
        (key, event.place)
        for key, event in facts.events.items()
        if event.kind != "video" and event.place and not any(name in event.place for name in known)
    ]
    assert unknown == []
