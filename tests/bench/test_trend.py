from pathlib import Path

import pytest

from overtone.bench.trend import covering, f_one, run


def test_generated_weeks_are_scored_without_any_corpus(tmp_path: Path) -> None:
    scores = {(s.task, s.metric): s for s in run(tmp_path)}
    quiet = scores["weeks of one level", "called a change"]
    assert quiet.value <= 0.1
    assert quiet.peer_value is not None
    assert quiet.value < quiet.peer_value
    assert scores["odds four times as high in the last week", "called worsened"].value >= 0.6


def test_places_within_the_margin_count_once() -> None:
    people = {"a": frozenset({20}), "b": frozenset({22, 60})}
    assert f_one(people, (21, 60)) > f_one(people, (21,)) > f_one(people, (40,))
    assert f_one({"a": frozenset()}, ()) == 1


def test_the_same_stretches_cover_each_other_whole() -> None:
    assert covering({"a": frozenset({10})}, (10,), 30) == pytest.approx(1)
    assert covering({"a": frozenset({10})}, (), 30) == pytest.approx((10 * 10 / 30 + 20 * 20 / 30) / 30)
