"""Links as signals: planted company is found, actors dealt anew within the day are not, forms are kept apart."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest

from overtone.measure.echo_judging import judged
from overtone.measure.echo_said import Row
from overtone.records import Signal
from tests.measure.echo_world import Found
from tests.measure.test_echo_said import W20, day, frame

ACTORS = [f"a{n}" for n in range(8)]
PIECES = [{"x": 3 * n, "y": 3 * n, "often": 0, "own": 0} for n in range(6)]
Link = tuple[str, date, str, date]


def row(number: int, link: Link, **more: object) -> Row:
    actor, said_on, origin, begun = link
    days = [(d - date(1970, 1, 1)).days for d in (said_on, begun)]
    span = {"document": f"d{number}", "start": 0, "stop": 9, "row": f"r{number}"}
    return {
        **span,
        "actor": actor,
        "said_on": said_on,
        "day": days[0],
        "source": "kremlin",
        "key": f"k{number}",
        "lang": "en",
        "origin": origin,
        "origin_day": days[1],
        "origin_row": f"o{number}",
        "origin_document": f"e{number}",
        "origin_start": 0,
        "origin_stop": 9,
        "stance": "affirmed",
        "tone": None,
        "names": False,
        "spans": [span],
        "pieces": PIECES,
        "now": said_on >= W20.start,
        "statements": 0,
        **more,
    }


def activity() -> list[Row]:
    first = W20.start - timedelta(days=60)
    return [day(actor, (first + timedelta(days=n)).isoformat(), 4) for actor in ACTORS for n in range(67)]


def drawn(chance: np.random.Generator, number: int) -> list[Link]:
    found: list[Link] = []
    while len(found) < number:
        one, other = chance.choice(ACTORS, 2, replace=False)
        said_on = W20.start + timedelta(days=int(chance.integers(0, 7)))
        found.append((str(one), said_on, str(other), said_on - timedelta(days=int(chance.integers(1, 50)))))
    return found


def judge(links: Sequence[Link], **more: object) -> Found:
    rows = [dict(row(n, link, **more)) for n, link in enumerate(links)] + [dict(r) for r in activity()]
    return list(judged(pa.Table.from_pylist(rows), frame(), "echo@1"))


def company(found: Found) -> set[tuple[str, str]]:
    return {(f.actor, f.target) for f in found if isinstance(f, Signal) and f.because == "above-chance"}


def planted() -> list[Link]:
    chance = np.random.default_rng(1)
    return drawn(chance, 60) + [
        ("a0", W20.start + timedelta(days=n % 7), "a1", W20.start - timedelta(days=3 * n + 1)) for n in range(12)
    ]


def test_a_planted_pair_is_told_from_chance_and_no_other() -> None:
    assert company(judge(planted())) == {("a0", "a1")}


@pytest.mark.parametrize("seed", range(5))
def test_with_actors_dealt_anew_within_the_day_nobody_is_told(seed: int) -> None:
    chance = np.random.default_rng(seed)
    links: list[Link] = []
    for _, said_on, _, begun in planted():
        one, other = chance.choice(ACTORS, 2, replace=False)
        links.append((str(one), said_on, str(other), begun))
    assert company(judge(links)) == set()


def test_many_echoes_of_one_page_are_one_link_of_the_test() -> None:
    links = [("a0", W20.start, "a1", date(2022, 5, 2))] * 12
    found = judge(links, document="d", origin_document="e")
    pair = next(f for f in found if isinstance(f, Signal) and f.target == "a1")
    assert pair.value == 12
    assert pair.surprise is not None
    assert pair.surprise > 0.01


@pytest.mark.parametrize(
    ("more", "unit"),
    [
        ({}, "echoes"),
        ({"stance": "denied"}, "rejected-quotation"),
        ({"tone": -1, "names": True}, "rejected-quotation"),
        ({"tone": -1}, "echoes"),
        ({"tone": 1, "names": True}, "echoes"),
        ({"origin": "a0"}, "self-echo"),
        ({"pieces": PIECES[:1]}, None),
    ],
)
def test_what_kind_of_taking_up_it_is(more: dict[str, object], unit: str | None) -> None:
    found = judge([("a0", W20.start, "a1", date(2022, 5, 2))], **more)
    assert {f.unit for f in found if isinstance(f, Signal) and f.target} == ({unit} - {None})


def test_a_page_in_two_languages_is_counted_in_one() -> None:
    link = ("a0", W20.start, "a1", date(2022, 5, 2))
    rows = [dict(row(n, link, key="same", lang=lang)) for n, lang in enumerate(("en", "ru", "ru"))]
    table = pa.Table.from_pylist(rows + [dict(r) for r in activity()])
    pair = next(f for f in judged(table, frame(), "echo@1") if isinstance(f, Signal) and f.target == "a1")
    assert pair.value == 2


def test_the_usual_count_comes_from_the_weeks_before() -> None:
    past = [("a0", W20.start - timedelta(days=n), "a1", date(2022, 3, 1)) for n in range(1, 50, 2)]
    pair = [("a0", W20.start, "a1", date(2022, 5, 2))]
    one = next(f for f in judge(past + pair) if isinstance(f, Signal) and f.target == "a1")
    assert one.baseline is not None
    assert one.baseline_low is not None
    assert one.baseline_high is not None
    assert one.baseline == pytest.approx(25.5 * 7 / 60, rel=0.01)
    assert one.baseline_low <= one.baseline <= one.baseline_high
    assert one.value == 1
