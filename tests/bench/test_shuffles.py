"""Intervals by the bootstrap: the same every time, and around the figure."""

import numpy as np

from overtone.bench.shuffles import bootstrap, f1_of, interval_of_f1


def test_the_interval_is_the_same_every_time_and_holds_the_figure() -> None:
    counts = np.array([[1.0, 1.0, 1.0], [0.0, 1.0, 1.0]] * 20)
    low, high = bootstrap(counts, f1_of)
    assert (low, high) == bootstrap(counts, f1_of)
    assert low < f1_of(counts.sum(axis=0)) < high


def test_all_right_has_no_width() -> None:
    assert interval_of_f1([True, False], [True, False])[1] == 1
