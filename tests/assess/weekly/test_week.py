"""A measure that gave no number says why, once; one that gave some is not excused."""

import pytest

from overtone.assess.weekly import LISTED, registers
from overtone.assess.weekly.week import CANNOT, cannot, listing
from overtone.brief.phrases import load
from overtone.records import Finding
from tests.assess.weekly.made import abstention, slots, week
from tests.build import report, signal


def test_the_commonest_reason_of_a_measure_that_declined_is_told() -> None:
    refused = [abstention("echo", "no-data", "putin"), *(abstention("echo", actor=a) for a in ("peskov", "makei"))]
    (told,) = cannot(week(signals=refused), "echo")
    assert (told.key, told.mark, slots(told)) == ("cannot-echo", "limit", {"reason": "selected-source"})
    assert told.signals == ()


def test_a_refusal_of_the_measure_as_a_whole_stands_behind_the_sentence() -> None:
    one, whole = abstention("lead", actor="putin"), abstention("lead")
    (told,) = cannot(week(signals=[one, whole]), "lead")
    assert told.signals == (whole,)


def test_a_measure_with_a_number_is_not_excused() -> None:
    assert list(cannot(week(signals=[abstention("echo"), signal("echo", actor="putin")]), "echo")) == []


def test_a_measure_that_was_not_asked_says_nothing() -> None:
    assert list(cannot(week(), *CANNOT)) == []


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_every_refusal_has_its_phrase_and_every_register_its_heading(lang: str) -> None:
    phrases = load(lang)
    assert set(CANNOT.values()) <= phrases.sentences.keys()
    assert {f"register.{key}{tail}" for key, _ in LISTED for tail in ("", ".lead")} <= phrases.furniture.keys()


def test_a_list_holds_each_finding_once_and_tells_how_many_are_left_out() -> None:
    found = [Finding(key=f"k{n % 4}", slots=(), evidence=()) for n in range(9)]
    assert [f.key for f in listing(found, 3)[0]] == ["k0", "k1", "k2"]
    assert listing(found, 3)[1] == 1


def test_registers_stand_in_one_order_and_none_is_empty() -> None:
    met = report("lukashenko putin", on="2022-05-16")
    found = list(registers(week(met, signals=[abstention("silence"), abstention("contradiction"), abstention("echo")])))
    assert [r.key for r in found] == ["encounters", "echoes", "contradictions", "silences"]
    assert all(r.findings for r in found)
    assert list(registers(week())) == []
