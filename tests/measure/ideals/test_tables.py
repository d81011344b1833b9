import numpy as np
from scipy.special import log_ndtr, ndtr

from overtone.measure.ideals.tables import F, between, tails


def test_tails_are_those_of_the_normal_law() -> None:
    z = np.linspace(-25, 8, 4001)
    log, slope, curve = tails(z.astype(F))
    exact = np.exp(-(z**2) / 2 - log_ndtr(z)) / np.sqrt(2 * np.pi)
    np.testing.assert_allclose(log, log_ndtr(z), rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(slope, exact, rtol=5e-3, atol=5e-3)
    np.testing.assert_allclose(curve, exact * (z + exact), atol=1e-2)


def test_what_lies_between_is_the_difference_also_far_out() -> None:
    low = np.array([-6.0, -1.0, 0.2, 3.0, 6.0])
    high = low + np.array([0.5, 2.0, 0.1, 1.0, 0.4])
    log, upper, lower = between(high.astype(F), low.astype(F))
    share = np.where(low > 0, ndtr(-low) - ndtr(-high), ndtr(high) - ndtr(low))
    np.testing.assert_allclose(log, np.log(share), rtol=1e-3)
    np.testing.assert_allclose(upper, np.exp(-(high**2) / 2) / np.sqrt(2 * np.pi) / share, rtol=1e-2)
    np.testing.assert_allclose(lower, np.exp(-(low**2) / 2) / np.sqrt(2 * np.pi) / share, rtol=1e-2)


def test_no_gap_at_all_stays_a_number() -> None:
    assert all(np.isfinite(part).all() for part in between(np.zeros(3, F), np.zeros(3, F)))
