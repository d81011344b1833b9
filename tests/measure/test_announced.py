from collections.abc import Sequence
from datetime import date

import pytest

from overtone.measure.announced import Base, base, gathered
from overtone.measure.pool import Row


def rows(occasion: str, announced: str, voiced: str, *, now: bool = False, kind: str = "bilateral") -> list[Row]:
    """The rows of one occasion of two speakers; `voiced` as "putin:gas lukashenko:trade"."""
    shared: Row = {"occasion": occasion, "kind": kind, "now": now, "said_on": date(2022, 5, 16), "document": occasion}
    told = [{"part": "announced", "actor": "", "topic": t, "words": 0, "row": ""} for t in ("", *announced.split())]
    said = [("putin", ""), ("lukashenko", "")]
    said += [(pair.split(":")[0], pair.split(":")[1]) for pair in voiced.split()]
    spoken = [{"part": "voiced", "actor": a, "topic": t, "words": 100, "row": f"{a}-{t}"} for a, t in said]
    return [{**shared, **row, "at": n, "end": n + 5} for n, row in enumerate([*told, *spoken])]


def many(count: int, voiced: str, kind: str = "bilateral") -> list[Row]:
    return [row for n in range(count) for row in rows(f"{kind}-{n}", "gas", voiced, kind=kind)]


def test_an_occasion_holds_what_was_announced_and_who_said_what() -> None:
    one = gathered(rows("x", "gas trade", "putin:gas", now=True))[0]
    assert (one.id, set(one.topics), set(one.voiced), dict(one.spoken)) == (
        "x",
        {"gas", "trade"},
        {"gas"},
        {"lukashenko": 100, "putin": 100},
    )
    assert [e.row for e in one.said("gas")] == ["putin-gas"]


def test_what_nobody_announced_is_no_occasion_here() -> None:
    assert gathered([r for r in rows("x", "", "putin:gas") if r["part"] == "voiced"]) == []


@pytest.mark.parametrize(("each_speaker", "expected"), [(False, (12, 12)), (True, (12, 24))])
def test_base_rates_are_by_topic_or_by_topic_and_speaker(each_speaker: bool, expected: Sequence[int]) -> None:
    found = base(gathered(many(12, "putin:gas")), "bilateral", each_speaker=each_speaker)
    assert (found.hits, found.trials) == tuple(expected)


def test_too_few_of_one_kind_borrow_from_all() -> None:
    every = gathered([*many(3, "", "phone"), *many(12, "putin:gas")])
    assert base(every, "phone", each_speaker=False) == Base(hits=12, trials=15)
    assert base(every, "bilateral", each_speaker=False) == Base(hits=12, trials=12)


def test_the_window_itself_is_no_base() -> None:
    assert not base(gathered(rows("x", "gas", "putin:gas", now=True)), "bilateral", each_speaker=False).known


def test_a_rate_lies_in_its_interval() -> None:
    found = Base(hits=24, trials=24)
    low, high = found.interval(0.9)
    assert low < found.rate < high <= 1
