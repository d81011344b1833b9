import numpy as np
import pytest

from overtone.measure import Options, measure
from overtone.records import Abstention, Names, Signal, Source, Window, week
from tests.measure.views import Row, TableView, document, mondays, statement, view, visit

W20 = week(2022, 20)
SEEN = [visit("2021-10-01", "2022-06-01")]
DIARY = Source(
    id="kremlin", names=Names(en=("d",)), kind="diary", shape="jsonl", reference="https://e.org/", sampling="selected"
)


def said(day: str, topics: list[str], actor: str = "putin") -> list[Row]:
    """One statement a topic, each on a page of its own."""
    return [
        statement(f"{day}-{actor}-{n}", f"{day}-{actor}-{n}", actor, day, topics=t, chars=600 + n)
        for n, t in enumerate(topics)
    ]


def world(now: list[str], past: list[list[str]] | None = None, on: str = "2022-05-17") -> TableView:
    """Each past week two statements of eight are about nato; then the window's own."""
    weeks = past if past is not None else [["nato"] * 2 + ["economy"] * 6] * 26
    rows = [r for day, topics in zip(mondays("2021-11-15", 26)[26 - len(weeks) :], weeks, strict=True)
            for r in said(day, topics)]  # fmt: skip
    rows += said(on, now)
    return view([document(str(r["document"]), str(r["said_on"])) for r in rows], rows, SEEN)


def signals(found: tuple[Signal | Abstention, ...]) -> dict[str, Signal]:
    return {s.target: s for s in found if isinstance(s, Signal)}


def test_a_topic_far_over_its_usual_level_is_a_burst() -> None:
    found = signals(measure("burst", world(["nato"] * 14 + ["economy"] * 2), W20))["nato"]
    assert (found.value, found.because, found.n) == (14, "burst", 16)
    assert found.baseline == pytest.approx(4, abs=0.6)
    assert found.baseline_high is not None
    assert found.baseline_high < found.value
    assert found.surprise is not None
    assert found.q is not None
    assert found.surprise <= found.q <= 0.05
    assert len(found.evidence) == 14


def test_more_of_everything_is_no_burst() -> None:
    found = signals(measure("burst", world(["nato"] * 8 + ["economy"] * 24), W20))
    assert {s.because for s in found.values()} == {"within-usual"}


def test_a_topic_that_was_never_raised_before_can_burst() -> None:
    found = signals(measure("burst", world(["moon"] * 9 + ["economy"] * 3), W20))
    assert found["moon"].because == "burst"


def test_what_was_high_last_week_too_surprises_less() -> None:
    usual = [["nato"] * (1 + n % 5) + ["economy"] * 8 for n in range(26)]
    risen = [*usual[:-1], ["nato"] * 10 + ["economy"] * 4]
    fresh, carried = (
        signals(measure("burst", world(["nato"] * 10 + ["economy"] * 4, past), W20))["nato"] for past in (usual, risen)
    )
    assert fresh.surprise is not None
    assert carried.surprise is not None
    assert fresh.surprise < carried.surprise


@pytest.mark.parametrize(
    ("view_of", "options", "reason"),
    [
        (world(["nato"], past=[]), Options(), "no-baseline"),
        (world(["nato"], past=[["nato"]] * 3), Options(), "no-baseline"),
        (world([]), Options(), "source-not-seen"),
        (world(["nato"]), Options(actors=("zas",)), "no-data"),
        (world(["nato"]), Options(min_occasions=2), "too-few-occasions"),
        (world(["nato"]), Options(sources=(DIARY,)), "selected-source"),
        (view([document("d", "2022-03-01")], visits=SEEN), Options(), "source-not-seen"),
    ],
    ids=[
        "no history",
        "short history",
        "nothing published",
        "another speaker",
        "too few",
        "hand-picked",
        "a dead source",
    ],
)
def test_too_little_is_an_abstention_with_its_reason(view_of: TableView, options: Options, reason: str) -> None:
    found = measure("burst", view_of, W20, options)
    assert [a.reason for a in found if isinstance(a, Abstention)] == [reason]
    assert not signals(found)


def test_all_mentions_on_one_day_of_the_past_are_one_cell_and_no_error() -> None:
    past = [["economy"] * 8] * 25 + [["nato"] * 40]
    found = signals(measure("burst", world(["nato"] * 2 + ["economy"] * 6, past), W20))["nato"]
    assert found.because == "within-usual"
    assert found.surprise is not None
    assert 0 < found.surprise <= 1


def test_a_window_of_one_day_is_measured_in_days() -> None:
    day = Window(label="2022-05-17", start=W20.start.replace(day=17), stop=W20.start.replace(day=18))
    found = signals(measure("burst", world(["nato"] * 14 + ["economy"] * 2), day))["nato"]
    assert found.detail == "weeks=25"
    assert found.because == "burst"


def test_weeks_that_never_vary_are_no_error() -> None:
    found = signals(measure("burst", world(["nato"] * 2 + ["economy"] * 6), W20))
    assert {s.because for s in found.values()} == {"within-usual"}


def test_weeks_in_shuffled_order_burst_no_oftener_than_they_may() -> None:
    chance = np.random.default_rng(5)
    topics = [f"t{n}" for n in range(40)]
    weeks = [[t for t in topics for _ in range(int(chance.poisson(3 * chance.gamma(2, 0.5))))] for _ in range(27)]
    rows: list[Row] = []
    for day, week_of in zip([*mondays("2021-11-15", 26), "2022-05-16"], weeks, strict=True):
        rows += [{**r, "document": day} for r in said(day, week_of)]
    found = signals(
        measure("burst", view([document(d, d) for d in sorted({str(r["document"]) for r in rows})], rows, SEEN), W20)
    )
    surprises = [s.surprise for s in found.values() if s.surprise is not None]
    assert len(surprises) == 40
    assert sum(p <= 0.05 for p in surprises) <= 5
    assert not [s for s in found.values() if s.because == "burst"]
