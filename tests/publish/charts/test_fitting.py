"""Each measure gets the picture that shows its numbers best, and none that would mislead."""

import math
from dataclasses import replace

import pytest

from overtone.publish.charts.fitting import Panel, fitted
from overtone.publish.charts.measured import measured
from overtone.publish.words import Words
from overtone.records import Abstention, Signal
from tests.publish.charts.boxes import faults
from tests.publish.week41 import furniture, signal

EN = Words("en", [*furniture("en").items(), ("actor.a", "Ann"), ("actor.b", "Ben"), ("target.b", "Ben")])
ONE = replace(signal("b", 0.4, 0.3, 0.5, 0.2, surprise=0.01, n=12), actor="a", q=0.01)
BLIND = Abstention(
    measure="silence", method="silence@1", window="2022-W20", actor="c", target="", venue="",
    reason="source-not-seen", detail="", coverage=0.1, n=0,
)  # fmt: skip


def family(measure: str, unit: str, *found: tuple[str, str, float]) -> list[Signal]:
    return [replace(ONE, measure=measure, unit=unit, actor=a, target=t, value=v) for a, t, v in found]


@pytest.mark.parametrize(
    ("measure", "unit", "kind"),
    [
        ("lead", "share-of-lines-led", "arrows"),
        ("network", "lead-edge", "network"),
        ("network", "echo-edge", "network"),
        ("echo", "echoes", "network"),
        ("ideal", "ideal-point", "points"),
        ("tone", "contrast-with-others", "ladder"),
        ("silence", "mentions", "calendar"),
        ("salience", "share-of-statements", "shares"),
        ("trend", "odds-ratio", ""),
        ("network", "edges", ""),
        ("novelty", "bits", ""),
    ],
)
def test_each_measure_has_its_picture(measure: str, unit: str, kind: str) -> None:
    signals = family(measure, unit, ("a", "b", 0.4), ("b", "a", 0.3), ("a", "c", 0.2))
    fit = fitted(Panel(signals=signals, declined=(), words=EN))
    assert (fit[0].kind if fit else "") == kind
    drawn = str(measured(signals, EN, pairs=True))
    assert faults(drawn, 640) == []


def test_an_echo_leads_from_its_origin_and_ties_that_chance_explains_are_left_out() -> None:
    signals = family("echo", "echoes", ("a", "b", 9.0), ("b", "c", 3.0))
    signals[1] = replace(signals[1], q=0.6)
    fit = fitted(Panel(signals=signals, declined=(), words=EN))
    assert fit is not None
    assert fit[0].rows == ("Ben → Ann", "c")


def test_without_a_sure_tie_there_is_no_ring() -> None:
    signals = [replace(s, q=0.6) for s in family("echo", "echoes", ("a", "b", 9.0))]
    assert fitted(Panel(signals=signals, declined=(), words=EN)) is None


def test_a_zero_that_chance_explains_is_no_silence_and_who_was_not_seen_is_hatched() -> None:
    signals = family("silence", "mentions", ("a", "x", 0.0), ("a", "y", 4.0), ("b", "x", 0.0))
    signals[2] = replace(signals[2], q=0.9)
    fit = fitted(Panel(signals=signals, declined=(BLIND,), words=EN))
    assert fit is not None
    assert fit[0].rows == ("Ann", "Ben", "c")
    (spoke, rest, blind) = fit[0].values
    assert (spoke, rest) == ((0.0, 4.0), (-1.0, -1.0))
    assert all(map(math.isnan, blind))
