"""Silence beyond chance, silence that is no departure, and an agenda announced against what was voiced."""

from overtone.assess.weekly.unsaid import MOST_PLAIN, unsaid
from tests.assess.weekly.made import abstention, keys, slots, week
from tests.build import signal

SUMMIT = "csto-summit-2022-05-16"


def test_a_silence_beyond_chance_is_told_as_in_its_theme() -> None:
    assert keys(unsaid(week(signals=[signal(actor="tokayev", q=0.04)]))) == ["silent"]


def test_a_silence_that_chance_gives_is_called_no_departure() -> None:
    plain = signal(actor="tokayev", q=0.6, surprise=0.21, because="within-usual")
    found, _ = unsaid(week(signals=[plain]))
    assert [f.key for f in found] == ["silence-none", "not-departure"]
    assert slots(found[1])["p"] == "0.21"
    assert found[1].signals == (plain,)


def test_what_nobody_waited_for_is_not_listed_and_the_deepest_come_first() -> None:
    few = signal(actor="rahmon", q=0.9, because="within-usual", baseline=0.4)
    many = [signal(actor=f"a{n}", q=0.9, because="within-usual", baseline=2.0 + n) for n in range(MOST_PLAIN + 1)]
    found, _ = unsaid(week(signals=[few, *many]))
    assert [slots(f)["actor"] for f in found[1:]] == [f"a{n}" for n in range(MOST_PLAIN, 0, -1)]


def test_an_agenda_tells_how_much_was_voiced_and_what_was_not() -> None:
    share = signal("agenda", target="", venue=SUMMIT, unit="share-voiced", value=0.5, n=4)
    left = signal("agenda", target="nato", venue=SUMMIT, unit="statements", because="announced-not-voiced")
    said = signal("agenda", target="csto", venue=SUMMIT, unit="statements", because="voiced", value=3.0)
    found, _ = unsaid(week(signals=[share, left, said]))
    assert [f.key for f in found] == ["agenda-voiced", "agenda-unvoiced"]
    assert (slots(found[0])["voiced"], slots(found[0])["n"], slots(found[1])["target"]) == ("2", "4", "nato")


def test_an_occasion_the_facts_do_not_know_is_not_named() -> None:
    assert keys(unsaid(week(signals=[signal("agenda", venue="somewhere", unit="share-voiced", value=1.0)]))) == []


def test_what_could_not_be_measured_is_said() -> None:
    assert keys(unsaid(week(signals=[abstention("silence"), abstention("agenda")]))) == [
        "cannot-silence",
        "cannot-agenda",
    ]


def test_a_ratio_to_the_usual_is_no_count_of_mentions() -> None:
    ratio = signal(actor="tokayev", unit="departure", because="cannot-tell", baseline=1.0, surprise=None, q=None)
    assert keys(unsaid(week(signals=[ratio]))) == []
