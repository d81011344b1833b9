"""How far counts spread from cell to cell beyond chance: which dispersions the past of a speaker allows.

The likelihood of a group's cells is taken at each dispersion of a grid, with the group's recent rate as mean; the prior
over the grid is that of all groups together, found by expectation maximisation (empirical Bayes, Laird 1978). A group
of few cells has nearly the prior, a long one its own.
Reference: Laird 1978 (nonparametric maximum likelihood of a mixing distribution); DuMouchel 1999.
Not for: groups of different kinds in one call (weeks of one and documents of another): they borrow from each other.
"""

from collections.abc import Sequence

import numpy as np
from scipy.special import gammaln

from overtone.measure.predictive import GRID, Array, Cells

ROUNDS = 5
EVEN = 2.0  # groups' worth of an even prior, so that a handful of groups does not claim to know the prior


def dispersions(groups: Sequence[Cells]) -> tuple[Array, Array]:
    """The chances of each dispersion of GRID for each group (groups × grid), and for a group without cells (grid)."""
    told = [place for place, g in enumerate(groups) if len(g.counts) > 1 and g.total > 0]
    own, prior = posterior(_logs([groups[place] for place in told]) if told else np.zeros((0, len(GRID))))
    chances = np.tile(prior, (len(groups), 1))
    chances[told] = own
    return chances, prior


def posterior(logs: Array) -> tuple[Array, Array]:
    """From log likelihoods (groups × grid): the chances of each point for each group, and the prior they share."""
    even = np.full(logs.shape[1], 1 / logs.shape[1])
    likely = np.exp(logs - logs.max(axis=1, keepdims=True)) if len(logs) else logs
    prior, chances = even, likely
    for _ in range(ROUNDS):
        chances = likely * prior
        chances /= chances.sum(axis=1, keepdims=True)
        prior = (chances.sum(axis=0) + EVEN * even) / (len(logs) + EVEN)
    return chances, prior


def _logs(groups: Sequence[Cells]) -> Array:
    """Log likelihoods, groups × grid; one cell's worth is given for the fitted mean."""
    sizes = np.array([len(g.counts) for g in groups])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    counts = np.concatenate([g.counts for g in groups])
    rates = [(g.recent.total + 0.5) / (g.recent.volume + 0.5 * g.volume / (g.total + 0.5)) for g in groups]
    means = np.concatenate([g.exposure for g in groups]) * np.repeat(rates, sizes)
    logs = np.empty((len(groups), len(GRID)))
    for place, alpha in enumerate(GRID):
        size, spread = 1 / alpha, alpha * means
        terms = gammaln(counts + size) - gammaln(size) + counts * np.log(spread) - (counts + size) * np.log1p(spread)
        logs[:, place] = np.add.reduceat(terms, starts)
    return np.asarray(logs * ((sizes - 1) / sizes)[:, None], dtype=float)
