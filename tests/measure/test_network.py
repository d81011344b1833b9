"""Network: edges of lead and echo in one family, with what could not be told."""

from dataclasses import replace
from functools import cache
from typing import Any

from overtone.measure import Options, coverage, network
from overtone.measure.shape import Coverage, Frame, ordered
from overtone.records import Abstention, Evidence, Signal, Window
from tests.measure.line_worlds import W20, Use, by_chance, followed, ledger

CROWD = ("tokayev", "zas", "putin", "lukashenko")


PLANTED = (*followed(), *by_chance(30, CROWD))


@cache
def told(uses: tuple[Use, ...], actors: tuple[str, ...] = ()) -> list[Signal | Abstention]:
    made, options = ledger(uses), Options()
    frame = Frame(window=W20, options=options, seen=Coverage())
    seen = coverage(made, Window(label="", start=frame.past().start, stop=W20.stop))
    counts = ordered(network.tally(made, W20, options).to_pyarrow())
    return list(network.judge(counts, replace(frame, options=Options(actors=actors), seen=seen)))


def edges(found: list[Signal | Abstention]) -> set[tuple[str, str, str]]:
    return {(f.unit, f.actor, f.target) for f in found if isinstance(f, Signal) and f.target}


def test_an_edge_runs_from_who_said_it_first() -> None:
    found = told(PLANTED)
    assert ("lead-edge", "lukashenko", "putin") in edges(found)
    assert not any(actor == "putin" and target == "lukashenko" for _, actor, target in edges(found))
    edge = next(f for f in found if isinstance(f, Signal) and f.unit == "lead-edge")
    assert edge.q is not None
    assert edge.q <= 0.05
    assert edge.evidence


def test_without_edges_the_network_says_how_many_pairs_it_tested() -> None:
    found = told(tuple(by_chance(50, CROWD)))
    assert {edge for edge in edges(found) if edge[0] == "lead-edge"} == set()
    number = next(f for f in found if isinstance(f, Signal) and f.unit == "edges")
    assert number.n >= 12
    assert number.low <= number.value <= number.high


def test_actors_asked_for_keep_their_edges_and_the_family_stays_whole() -> None:
    asked = told(PLANTED, ("putin",))
    assert edges(asked) == {e for e in edges(told(PLANTED)) if "putin" in e} != set()


def test_nothing_said_is_an_abstention() -> None:
    found = told(())
    assert found
    assert all(isinstance(f, Abstention) and f.measure == "network" for f in found)


def signal(actor: str, chance: float, because: str) -> Signal:
    """Three echoes of b by this actor."""
    nothing = {"baseline": None, "baseline_low": None, "baseline_high": None, "venue": "", "window": "w"}
    made = {"measure": "echo", "method": "echo@1", "target": "b", "unit": "echoes", "detail": "tests=40", "n": 9}
    found = {"value": 3.0, "low": 1.0, "high": 9.0, "level": 0.9, "coverage": 1.0, "q": chance, "surprise": chance}
    spans = (Evidence(document="d", start=0, stop=1),)
    fields: dict[str, Any] = {**nothing, **made, **found}
    return Signal(actor=actor, because=because, evidence=spans, **fields)


def test_an_echo_is_an_edge_from_its_origin_and_the_family_holds_pairs_without_echo() -> None:
    frame = Frame(window=W20, options=Options(), seen=Coverage())
    strong, weak = signal("a", 1e-4, "above-chance"), signal("c", 0.04, "within-chance")
    found = list(network.composed([strong, weak], frame))
    assert edges(found) == {("echo-edge", "b", "a")}
    edge = next(f for f in found if isinstance(f, Signal) and f.target)
    assert edge.q == 1e-4 * 40
    assert (edge.method, edge.measure) == (network.METHOD, "network")
