import numpy as np
import pytest

from overtone.measure.dispersion import dispersions, posterior
from overtone.measure.predictive import GRID, Cells, cells


def drawn(alpha: float, weeks: int, seed: int, mean: float = 9.0) -> Cells:
    """A speaker whose weeks spread as told; nought is Poisson."""
    chance = np.random.default_rng(seed)
    rates = chance.gamma(1 / alpha, alpha, weeks) if alpha else np.ones(weeks)
    return cells([(int(chance.poisson(mean * rate)), 1.0, weeks - n) for n, rate in enumerate(rates)])


@pytest.mark.parametrize(("alpha", "low", "high"), [(0.0, 0.0, 0.06), (0.5, 0.3, 0.8), (2.0, 1.3, 3.2)])
def test_a_planted_dispersion_is_found_again(alpha: float, low: float, high: float) -> None:
    chances, _ = dispersions([drawn(alpha, 200, n) for n in range(6)])
    assert all(low <= float(own @ GRID) <= high for own in chances)


def test_chances_are_probabilities_whatever_the_groups() -> None:
    chances, usual = dispersions([drawn(0.5, 26, 1), cells([]), cells([(3, 1.0)]), cells([(0, 1.0)] * 9)])
    assert chances.shape == (4, len(GRID))
    assert chances.sum(axis=1) == pytest.approx(1)
    assert usual.sum() == pytest.approx(1)


def test_who_has_no_past_borrows_that_of_all() -> None:
    chances, usual = dispersions([*(drawn(0.0, 60, n) for n in range(9)), cells([])])
    assert chances[-1].tolist() == usual.tolist()
    assert float(usual @ GRID) < 0.6


def test_without_any_past_every_dispersion_is_as_likely() -> None:
    chances, usual = dispersions([cells([]), cells([(4, 2.0)])])
    assert usual.tolist() == [1 / len(GRID)] * len(GRID)
    assert chances.tolist() == [usual.tolist()] * 2


def test_the_order_of_groups_changes_nothing() -> None:
    groups = [drawn(a, 26, n) for n, a in enumerate((0.1, 0.5, 2.0))]
    there, _ = dispersions(groups)
    back, _ = dispersions(groups[::-1])
    assert there == pytest.approx(back[::-1])


def test_weeks_that_never_vary_are_no_error() -> None:
    chances, _ = dispersions([cells([(4, 1.0)] * 26)])
    assert float(chances[0] @ GRID) < 0.3


def test_the_posterior_of_a_flat_likelihood_is_the_prior() -> None:
    chances, prior = posterior(np.zeros((3, 4)))
    assert chances == pytest.approx(np.tile(prior, (3, 1)))
