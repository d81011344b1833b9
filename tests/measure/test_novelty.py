"""Novelty on lines of statements with known truth."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from overtone.measure import Coverage, Frame, Options, SeenWeek
from overtone.measure.novelty import MAIN, along, by_chance, judge, tally
from overtone.measure.shape import ordered
from overtone.records import Abstention, Signal, week
from tests.measure.views import Row, TableView, document, meaning, statement, view

NOW = week(2022, 20)
CHANCE = np.random.default_rng(11)
OLD, NEW = CHANCE.normal(size=(2, 512))
START = CHANCE.bit_generator.state


@pytest.fixture(autouse=True)
def the_same_draws_in_whatever_order_the_tests_run() -> None:
    """At 5 % one line in twenty departs by chance: each test draws its own line, not what others left over."""
    CHANCE.bit_generator.state = START


def about(theme: np.ndarray, noise: float = 0.6) -> Sequence[float]:
    drawn: list[float] = (theme / np.linalg.norm(theme) + noise * CHANCE.normal(size=512) / np.sqrt(512)).tolist()
    return drawn


def line(vectors: Sequence[Sequence[float]], *, inside: int, actor: str = "putin", model: str = "use3@1") -> TableView:
    """Statements of one speaker, two days apart, the last `inside` of them in the window's days."""
    days = [NOW.start - timedelta(days=2 * n) for n in range(len(vectors) - inside, 0, -1)]
    days += [NOW.start + timedelta(days=n % 7) for n in range(inside)]
    pages: list[Row] = [document(f"d{n}", day.isoformat()) for n, day in enumerate(days)]
    said = [statement(f"s{n}", f"d{n}", actor, day.isoformat()) for n, day in enumerate(days)]
    return view(pages, said, meanings=[meaning(s, v, model=model) for s, v in zip(said, vectors, strict=True)])


def found(given: TableView, options: Options | None = None) -> list[Signal | Abstention]:
    options = options or Options()
    weeks = [
        SeenWeek(
            source="kremlin", monday=NOW.start, alive=True, reason="seen", documents=5, first=NOW.start, last=NOW.last
        )
    ]
    frame = Frame(window=NOW, options=options, seen=Coverage(weeks=tuple(weeks)))
    return list(judge(ordered(tally(given, NOW, options).to_pyarrow()), frame))


def of_unit(results: Sequence[Signal | Abstention], unit: str) -> list[Signal]:
    return [one for one in results if isinstance(one, Signal) and one.unit == unit]


def test_a_turn_to_something_new_is_above_random_order() -> None:
    results = found(line([about(OLD) for _ in range(40)] + [about(NEW) for _ in range(4)], inside=4))
    (signal,) = of_unit(results, "novelty")
    assert signal.because == "above-random-order"
    assert signal.low <= signal.value <= signal.high
    assert signal.baseline is not None
    assert signal.value > signal.baseline
    assert len(signal.evidence) == 4


def test_the_same_line_goes_on_as_in_random_order() -> None:
    (signal,) = of_unit(found(line([about(OLD) for _ in range(44)], inside=4)), "novelty")
    assert signal.because == "as-in-random-order"


def test_of_the_newest_statements_resonance_is_not_yet_known() -> None:
    results = found(line([about(OLD) for _ in range(44)], inside=4))
    assert of_unit(results, "resonance") == []
    assert "not_yet=0" in of_unit(results, "novelty")[0].detail


def test_words_said_before_add_little_and_the_earlier_ones_are_shown() -> None:
    turns = [about(theme, 0.9) for theme in CHANCE.normal(size=(40, 512))]
    results = found(line([*turns, turns[38]], inside=1))
    little = of_unit(results, "adds-little")
    assert [one.because for one in little] in ([], ["adds-little"])
    repeated = found(line([*turns[:39], *[turns[38]] * 12], inside=1))
    (one,) = of_unit(repeated, "adds-little")
    assert one.value > 0.95
    assert len(one.evidence) == 2


@pytest.mark.parametrize(
    ("vectors", "inside", "reason"),
    [(3, 1, "too-few-occasions"), (40, 0, "no-data"), (0, 0, "no-data")],
)
def test_too_little_is_an_abstention_never_nothing_new(vectors: int, inside: int, reason: str) -> None:
    given = line([about(OLD) for _ in range(vectors)], inside=inside)
    assert [one.reason for one in found(given, Options(actors=("putin",))) if isinstance(one, Abstention)] == [reason]


def test_without_vectors_of_the_known_model_nothing_is_told() -> None:
    given = line([about(OLD) for _ in range(44)], inside=4, model="other@1")
    assert all(isinstance(one, Abstention) for one in found(given, Options(actors=("putin",))))


def test_statements_that_are_all_alike_give_no_surprise() -> None:
    same = about(OLD)
    (signal,) = of_unit(found(line([same] * 44, inside=4)), "novelty")
    assert signal.value == pytest.approx(0, abs=1e-9)
    assert signal.because == "as-in-random-order"


def test_a_copy_carried_twice_is_one_statement() -> None:
    vectors = [about(OLD) for _ in range(44)]
    one, twice = line(vectors, inside=4), line(vectors, inside=4)
    assert tally(one, NOW, Options()).count().to_pyarrow() == tally(twice, NOW, Options()).count().to_pyarrow()


def test_time_shuffled_the_share_of_surprises_is_what_chance_gives() -> None:
    """The negative control: statements in random order are as novel as in random order."""
    themes = CHANCE.normal(size=(4, 512))
    flagged = 0
    for _ in range(60):
        apart = np.abs(CHANCE.normal(size=(60, 60))) + np.abs(themes[:, :60].mean())
        order = CHANCE.permutation(60)
        shuffled = apart[np.ix_(order, order)]
        places = np.arange(50, 56)
        null = by_chance(shuffled, places, "novelty", CHANCE)
        value = along(shuffled, "novelty", MAIN)[places].mean()
        flagged += (1 + (np.abs(null - null.mean()) >= abs(value - null.mean())).sum()) / 401 <= 0.05
    assert flagged <= 8


def test_the_day_is_that_on_which_it_was_said() -> None:
    rows = tally(line([about(OLD) for _ in range(30)], inside=2), NOW, Options()).to_pyarrow().to_pylist()
    assert {row["said_on"] for row in rows if row["now"]} <= {NOW.start + timedelta(days=n) for n in range(7)}
    assert min(row["said_on"] for row in rows) >= NOW.start - timedelta(weeks=26) > date(2021, 1, 1)


def test_an_event_counts_only_what_was_said_at_it() -> None:
    given = line([about(OLD) for _ in range(44)], inside=6)
    at_event = given.table("statements").mutate(venue=given.table("statements").id.cases(("s41", "summit"), else_=""))
    given.tables["statements"] = given.keep(at_event)
    (signal,) = of_unit(found(given, Options(event="summit")), "novelty")
    assert (signal.n, signal.venue) == (1, "summit")
    assert [one.row for one in signal.evidence] == ["s41"]


def test_what_is_said_later_does_not_decide_what_adds_little() -> None:
    vectors = [about(OLD) if n % 3 else about(NEW) for n in range(60)]
    known = of_unit(found(line(vectors[:44], inside=4)), "adds-little")
    days = [NOW.start - timedelta(days=2 * n) for n in range(40, 0, -1)]
    days += [NOW.start + timedelta(days=n % 7) for n in range(4)] + [NOW.stop + timedelta(days=n) for n in range(16)]
    pages = [document(f"d{n}", day.isoformat()) for n, day in enumerate(days)]
    said = [statement(f"s{n}", f"d{n}", "putin", day.isoformat()) for n, day in enumerate(days)]
    later = view(pages, said, meanings=[meaning(s, v) for s, v in zip(said, vectors, strict=True)])
    assert [(o.target, o.detail) for o in of_unit(found(later), "adds-little")] == [(o.target, o.detail) for o in known]
