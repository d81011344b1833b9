"""Echoes are told where chance would seldom give them; nobody is said to influence anybody."""

from overtone.assess.weekly.echoes import echoes
from overtone.brief.phrases import load
from tests.assess.weekly.made import abstention, keys, slots, week
from tests.build import signal

ECHO = signal("echo", actor="peskov", target="putin", value=3.0, unit="echoes", because="above-chance")
TOTAL = signal("echo", actor="peskov", target="", value=0.0, unit="echoes", because="within-usual", n=40)


def test_an_echo_above_chance_is_told_with_its_number() -> None:
    (found,) = echoes(week(signals=[ECHO, TOTAL]))[0]
    told = slots(found)
    assert (found.key, told["actor"], told["origin"], told["n"], told["total"]) == (
        "echoed",
        "peskov",
        "putin",
        "3",
        "12",
    )
    assert found.signals == (ECHO,)


def test_an_echo_that_chance_gives_is_not_told_but_that_there_is_none_beyond_it() -> None:
    within = signal("echo", actor="peskov", target="putin", value=1.0, unit="echoes", because="within-chance")
    other = signal("echo", actor="makei", target="", unit="echoes", because="within-usual", n=10)
    (found,) = echoes(week(signals=[within, TOTAL, other]))[0]
    assert (found.key, slots(found)) == ("echoed-none", {"speakers": "2", "n": "50"})
    assert found.signals == (TOTAL, other)


def test_a_speaker_with_two_kinds_of_echo_is_counted_once() -> None:
    units = ("translated-statements", "paraphrased-statements")
    totals = [signal("translation-echo", actor="makei", target="", unit=unit, because="none-found") for unit in units]
    (found,) = echoes(week(signals=totals))[0]
    assert (found.key, slots(found)) == ("echoed-none-translated", {"speakers": "1", "n": "12"})


def test_who_uses_a_line_first_is_told_only_where_it_is_sure() -> None:
    lead = signal("lead", actor="putin", target="peskov", value=0.8, because="usually-uses-the-line-before")
    unsure = signal("lead", actor="makei", target="peskov", value=0.5, because="within-chance")
    takes = signal("mouthpiece", actor="putin", target="peskov", value=0.4, because="mouthpiece")
    assert keys(echoes(week(signals=[lead, unsure, takes]))) == ["leads", "takes-up"]


def test_what_could_not_be_measured_is_said() -> None:
    refused = [abstention("echo"), abstention("lead", "no-data")]
    assert keys(echoes(week(signals=refused))) == ["cannot-echo", "cannot-lead"]


def test_no_phrase_speaks_of_influence() -> None:
    told = " ".join(load("en").sentences[key] for key in ("echoed", "leads", "takes-up", "echoed-translated"))
    assert "influenc" not in told
    assert "usually uses the line before" in told
