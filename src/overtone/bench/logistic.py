"""Multinomial logistic regression over named features, by L-BFGS: small, deterministic, without another library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistic:
    """Weights of features and classes."""

    columns: dict[str, int]
    classes: tuple[str, ...]
    weights: NDArray[np.float64]  # features × classes

    def probabilities(self, rows: Rows) -> NDArray[np.float64]:
        """Probability of each class for each row, shape (rows, classes); unknown features count nothing."""
        return _shares(_matrix(rows, self.columns) @ self.weights)


def fit(rows: Rows, labels: Sequence[str], *, penalty: float = 1.0, least: int = 2) -> Logistic:
    """The model of labelled rows: features seen fewer than `least` times are left out, `penalty` is that of L2."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    columns = {name: n for n, name in enumerate(name for name, count in counts.items() if count >= least)}
    classes = tuple(sorted(set(labels)))
    x = _matrix(rows, columns)
    y = np.zeros((len(labels), len(classes)))
    y[np.arange(len(labels)), [classes.index(label) for label in labels]] = 1

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(len(columns), len(classes))
        shares = _shares(x @ weights)
        cost = -float(np.log(np.maximum((shares * y).sum(axis=1), 1e-12)).sum()) + penalty * float(flat @ flat) / 2
        return cost, np.asarray(x.T @ (shares - y) + penalty * weights).ravel()

    found = minimize(loss, np.zeros(len(columns) * len(classes)), jac=True, method="L-BFGS-B", options={"maxiter": 60})
    return Logistic(columns=columns, classes=classes, weights=found.x.reshape(len(columns), len(classes)))


def _matrix(rows: Iterable[Sequence[str]], columns: dict[str, int]) -> csr_matrix:
    indices: list[int] = []
    ends = [0]
    for row in rows:
        indices += [columns[name] for name in row if name in columns]
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(ends) - 1, len(columns)))


def _shares(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    found: NDArray[np.float64] = raised / raised.sum(axis=1, keepdims=True)
    return found
