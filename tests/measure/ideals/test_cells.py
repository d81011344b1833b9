from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from scipy.special import log_ndtr, ndtr

from overtone.measure.ideals.cells import by_question, by_state, evaluate
from overtone.measure.ideals.sittings import layout
from overtone.measure.ideals.tables import F
from tests.measure.ideals.worlds import world

Array = npt.NDArray[np.float64]
LAID = layout(world(sittings=1, states=25, asked=12).choices)
SITTING = LAID.sittings[0]
CHANCE = np.random.default_rng(3)
THETA: Array = CHANCE.normal(size=(SITTING.sign.shape[0],))
BETA: Array = CHANCE.normal(size=(SITTING.sign.shape[1],)) * 0.5
LOW: Array = CHANCE.normal(size=(SITTING.sign.shape[1],)) * 0.5
HIGH: Array = LOW + 0.6


def told(theta: Array, low: Array, high: Array, beta: Array) -> Array:
    """Log-likelihood of each cell by the definition; nought where nobody voted."""
    mean = theta[:, None] * beta
    found = np.where(SITTING.sign > 0, log_ndtr(low - mean), 0)
    found = np.where(SITTING.sign < 0, log_ndtr(mean - high), found)
    a = SITTING.abstained
    found[a.row, a.column] = np.log(np.maximum(ndtr(high - mean) - ndtr(low - mean), 1e-300))[a.row, a.column]
    return np.asarray(found)


def slope(f: Callable[[float], Array], step: float = 1e-4) -> Array:
    return (f(step) - f(-step)) / (2 * step)


def bend(f: Callable[[float], Array], step: float = 1e-3) -> Array:
    return -(f(step) - 2 * f(0) + f(-step)) / step**2


def test_sums_are_the_slopes_and_curvatures_of_the_likelihood() -> None:
    cells = evaluate(SITTING, *(part.astype(F) for part in (THETA, LOW, HIGH, BETA)))
    asked = by_question(SITTING, cells, THETA.astype(F))
    state = by_state(SITTING, cells, BETA.astype(F))
    np.testing.assert_allclose(asked[0], told(THETA, LOW, HIGH, BETA).sum(axis=0), atol=1e-3)
    moves: list[tuple[int, Callable[[float], Array]]] = [
        (1, lambda h: told(THETA, LOW + h, HIGH, BETA).sum(axis=0)),
        (2, lambda h: told(THETA, LOW, HIGH + h, BETA).sum(axis=0)),
        (3, lambda h: told(THETA, LOW, HIGH, BETA + h).sum(axis=0)),
    ]
    for row, move in moves:
        np.testing.assert_allclose(asked[row], slope(move), atol=0.1)
    np.testing.assert_allclose(asked[6], bend(moves[1][1]), rtol=0.05, atol=0.3)
    np.testing.assert_allclose(asked[8], bend(moves[2][1]), rtol=0.05, atol=0.3)
    np.testing.assert_allclose(state[1], slope(lambda h: told(THETA + h, LOW, HIGH, BETA).sum(axis=1)), atol=0.1)
    np.testing.assert_allclose(state[2], bend(lambda h: told(THETA + h, LOW, HIGH, BETA).sum(axis=1)), atol=0.3)


@pytest.mark.parametrize("by_row", [True, False])
def test_taking_over_rows_or_columns_is_evaluating_there(by_row: bool) -> None:
    old = [part.astype(F) for part in (THETA, LOW, HIGH, BETA)]
    theta, beta = ((THETA + 1).astype(F), old[3]) if by_row else (old[0], (BETA * 2).astype(F))
    cells, other = evaluate(SITTING, *old), evaluate(SITTING, theta, old[1], old[2], beta)
    yes = np.arange(len(theta) if by_row else len(beta)) % 2 == 0
    cells.take(other, SITTING, yes if by_row else None, None if by_row else yes)
    mixed = np.where(yes, theta, old[0]) if by_row else old[0]
    right = evaluate(SITTING, mixed, old[1], old[2], old[3] if by_row else np.where(yes, beta, old[3]))
    np.testing.assert_array_equal(cells.plain, right.plain)
    np.testing.assert_array_equal(cells.between, right.between)
