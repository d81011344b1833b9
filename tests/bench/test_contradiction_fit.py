"""The fit finds a class that a feature gives away, and is not led by another corpus."""

import numpy as np

from overtone.bench.contradiction_fit import Labelled, fit
from overtone.measure.contradiction_ranker import BLOCKS


def test_a_feature_that_gives_the_class_away_is_found() -> None:
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(60, sum(BLOCKS)))
    truth = np.arange(60) % 3
    rows[:, :5] += 4 * (truth == 1)[:, None]
    own = Labelled(features=rows, shares=np.eye(3)[truth])
    other = Labelled(features=chance.normal(size=(20, sum(BLOCKS))) + 9, shares=np.eye(3)[np.zeros(20, dtype=int)])
    assert (fit(own, other).scores(rows).argmax(axis=1) == truth).mean() > 0.9
