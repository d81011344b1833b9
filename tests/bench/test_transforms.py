import numpy as np
import pytest
from scipy.stats import poisson

from overtone.bench.transforms import Transforms, clustered


def test_a_calibrated_forecast_is_flagged_as_often_as_it_says() -> None:
    chance = np.random.default_rng(1)
    means = chance.uniform(0.2, 9, 4000)
    counts = chance.poisson(means)
    below, upto = (np.asarray(poisson.cdf(counts - less, means)) for less in (1, 0))
    lots = Transforms.of([(n, float(a), float(b)) for n, (a, b) in enumerate(zip(below, upto, strict=True))])
    flags = {name: float(values.mean()) for name, values in lots.flags().items()}
    assert flags["silence at 5 %"] == pytest.approx(0.05, abs=0.006)
    assert flags["burst at 5 %"] == pytest.approx(0.05, abs=0.006)
    assert sum(flags.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("low", "high", "part"), [(0.0, 0.05, 1.0), (0.0, 0.1, 0.5), (0.05, 0.5, 0.0), (0.2, 0.3, 0.0)]
)
def test_an_outcome_counts_with_the_part_beyond_the_threshold(low: float, high: float, part: float) -> None:
    assert Transforms.of([(0, low, high)]).flags()["silence at 5 %"].tolist() == pytest.approx([part])


def test_the_log_score_is_that_of_the_probability_of_what_came() -> None:
    assert Transforms.of([(0, 0.25, 0.75)]).log_score().tolist() == pytest.approx([np.log(0.5)])


def test_outcomes_that_hang_together_make_the_interval_wide() -> None:
    values = np.repeat([0.0, 1.0] * 10, 10)
    together, apart = clustered(values, np.repeat(np.arange(20), 10)), clustered(values, np.arange(200))
    assert together[0] == apart[0] == 0.5
    assert together[2] - together[1] > 2 * (apart[2] - apart[1])


def test_one_cluster_has_no_interval() -> None:
    assert clustered(np.array([0.0, 1.0]), np.zeros(2, dtype=np.int64)) == (0.5, 0.5, 0.5)
