"""Echo across languages, from ledger tables to signals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from overtone.measure import Options
from overtone.measure.coverage import coverage
from overtone.measure.shape import Frame, ordered
from overtone.measure.translation_echo import judge, tally
from overtone.records import Abstention, Signal, Window, week
from tests.measure.views import Row, TableView, document, meaning, statement, view, visit

W20 = week(2022, 20)
START = date(2022, 5, 16)
TALKERS = ("a", "b", "c", "d", "e", "f")
SEEN = [visit("2022-04-01", "2022-06-01")]


class World:
    """Statements of six speakers, each about something of its own unless told whose words it says again."""

    def __init__(self, seed: int = 3) -> None:
        self.lot = np.random.default_rng(seed)
        self.documents: list[Row] = []
        self.statements: list[Row] = []
        self.meanings: list[Row] = []
        self.senses: dict[str, np.ndarray] = {}

    def say(self, actor: str, day: date, *, again: str = "", lang: str = "", **more: Any) -> str:
        name = f"s{len(self.statements):04d}"
        sense = self.senses[again] if again else self.lot.normal(size=48)
        self.senses[name] = sense
        on = day.isoformat()
        tongue = lang or ("ru" if TALKERS.index(actor) % 2 else "en")
        said = statement(name, name, actor, on, lang=tongue, chars=500 + len(self.statements))
        self.documents.append(document(name, on, lang=tongue))
        self.statements.append(said)
        if not more.pop("unread", False):
            self.meanings.append(meaning(said, (sense + 0.3 * self.lot.normal(size=48)).tolist(), **more))
        return name

    def view(self) -> TableView:
        return view(self.documents, self.statements, SEEN, meanings=self.meanings)


def week_of(echoes: Sequence[tuple[str, str]], seed: int = 3) -> World:
    """Two weeks in which each speaker says three things a day; `echoes` are (who, whose words of the day before)."""
    world = World(seed)
    said: dict[tuple[str, date], list[str]] = {}
    days = [START + timedelta(days=n) for n in range(-7, 7)]
    for day in days:
        for actor in TALKERS:
            said[actor, day] = [world.say(actor, day) for _ in range(3)]
    for n, (actor, whose) in enumerate(echoes):
        day = days[8 + n % 6]
        world.say(actor, day, again=said[whose, day - timedelta(days=1)][n // 6 % 3])
    return world


def measured(world: World, options: Options | None = None, window: Window = W20) -> list[Signal | Abstention]:
    options = options or Options()
    seen = world.view()
    frame = Frame(
        window=window,
        options=options,
        seen=coverage(seen, Window(label="x", start=date(2022, 4, 1), stop=window.stop), ()),
    )
    return list(judge(ordered(tally(seen, window, options).to_pyarrow()), frame))


def pairs(found: Sequence[Signal | Abstention], unit: str = "translated-statements") -> dict[tuple[str, str], Signal]:
    return {(s.actor, s.target): s for s in found if isinstance(s, Signal) and s.unit == unit}


def test_a_planted_translator_is_found_and_nobody_else() -> None:
    found = pairs(measured(week_of([("a", "b")] * 8)))
    told = found["a", "b"]
    assert (told.value, told.because) == (8, "above-chance")
    assert told.q is not None
    assert told.q <= 0.05
    assert told.low <= told.value <= told.high
    assert told.n == 29
    assert "expected=" in told.detail
    assert "cosine=" in told.detail
    assert [k for k, s in found.items() if k[1] and s.because == "above-chance"] == [("a", "b")]
    assert found["a", ""].value == 8
    assert found["c", ""].value == 0
    assert found["c", ""].because == "none-found"


def test_both_passages_are_evidence() -> None:
    told = pairs(measured(week_of([("a", "b")] * 2)))["a", "b"]
    rows = {e.row for e in told.evidence}
    assert len(rows) == 4
    assert all(e.stop > e.start for e in told.evidence)


def test_a_paraphrase_is_never_pooled_with_a_translation() -> None:
    found = measured(week_of([("a", "c")] * 8))
    assert pairs(found, "paraphrased-statements")["a", "c"].value == 8
    assert pairs(found)["a", ""].value == 0


def test_actors_shuffled_within_the_day_leave_nothing() -> None:
    wrong = 0
    for seed in range(4):
        world = week_of([("a", "b")] * 8, seed)
        by_day: dict[tuple[object, object], list[Row]] = {}
        for row in world.statements:
            by_day.setdefault((row["said_on"], row["lang"]), []).append(row)
        for rows in by_day.values():
            for row, actor in zip(rows, world.lot.permutation([str(r["actor"]) for r in rows]).tolist(), strict=True):
                row["actor"] = actor
        found = measured(world)
        wrong += any(isinstance(s, Signal) and s.target != "" and s.because == "above-chance" for s in found)
    assert wrong <= 1


def test_the_order_of_rows_changes_nothing() -> None:
    world = week_of([("a", "b")] * 3)
    first = measured(world)
    for rows in (world.documents, world.statements, world.meanings):
        rows.reverse()
    assert [x.id for x in measured(world)] == [x.id for x in first]
    assert measured(world) == first


def test_what_the_rules_refuse_is_told_and_not_counted() -> None:
    world = week_of([])
    again = world.say("b", START, figures="40")
    world.say("a", START + timedelta(days=1), again=again, figures="70")
    told = pairs(measured(world))["a", ""]
    assert told.value == 0
    assert "refused_numbers=1" in told.detail


def test_the_same_day_has_no_direction() -> None:
    world = week_of([])
    world.say("a", START, again=world.say("b", START))
    told = pairs(measured(world))["a", ""]
    assert told.value == 0
    assert "same_day=1" in told.detail


def test_the_usual_level_is_that_of_the_weeks_before() -> None:
    world = week_of([])
    for n in range(6):
        day = START - timedelta(days=6 - n)
        world.say("a", day, again=world.say("b", day - timedelta(days=1)))
    told = pairs(measured(world))["a", ""]
    assert told.value == 0
    assert told.baseline is not None
    assert told.baseline > 3
    assert told.baseline_low is not None
    assert told.baseline_low > 0


def test_only_those_asked_for_are_told() -> None:
    world = week_of([("a", "b"), ("a", "d"), ("c", "b")])
    found = pairs(measured(world, Options(actors=("a",), targets=("b",))))
    assert set(found) == {("a", ""), ("a", "b")}


def test_statements_nobody_made_vectors_of_are_an_abstention() -> None:
    world = World()
    for actor in TALKERS:
        world.say(actor, START, unread=True)
    found = measured(world)
    assert {x.reason for x in found if isinstance(x, Abstention)} == {"no-embeddings"}
    assert len(found) == len(TALKERS)


@pytest.mark.parametrize(
    ("days", "actors", "window", "reason"),
    [
        ((), (), W20, "source-not-seen"),
        ((0,), ("a",), W20, "too-few-occasions"),  # one speaker only
        ((0,), ("a", "b"), replace(W20, start=date(2021, 5, 16), stop=date(2021, 5, 23)), "source-not-seen"),
        ((0,), ("a", "b"), replace(W20, start=START, stop=START), "source-not-seen"),  # an empty window
    ],
)
def test_too_little_is_an_abstention(
    days: tuple[int, ...], actors: tuple[str, ...], window: Window, reason: str
) -> None:
    world = World()
    for n in days:
        for actor in actors:
            world.say(actor, START + timedelta(days=n))
    found = measured(world, window=window)
    assert found
    assert {x.reason if isinstance(x, Abstention) else "signal" for x in found} == {reason}


def test_all_on_one_day_and_no_past_give_counts_without_a_usual_level() -> None:
    world = World()
    for actor in TALKERS:
        for _ in range(2):
            world.say(actor, START)
    found = [s for s in measured(world, window=replace(W20, stop=START + timedelta(days=1))) if isinstance(s, Signal)]
    assert found
    assert {s.value for s in found} == {0}
    assert {s.baseline for s in found} == {None}


def test_a_statement_printed_twice_counts_once() -> None:
    world = week_of([("a", "b")])
    last = world.statements[-1]
    copy = {**last, "id": "zz", "document": "zz"}
    world.documents.append(document("zz", str(last["said_on"]), source="other"))
    world.statements.append(copy)
    world.meanings.append({**world.meanings[-1], "id": "m-zz", "document": "zz"})
    assert pairs(measured(world))["a", "b"].value == 1
