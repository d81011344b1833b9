"""How the ranker of contradictions is fitted: weighted ridge regression on shares of annotators, in closed form.

Solved over pairs, not over features: there are fewer of them. Each corpus is centred by itself, so that what tells two
corpora apart teaches nothing. Method: Saunders, Gammerman and Vovk 1998 (ridge regression in dual variables).
"""

from dataclasses import dataclass

import numpy as np

from overtone.measure.contradiction_ranker import BLOCKS, WEIGHT, Ranker
from overtone.measure.nearness import Floats

PENALTY = 6.0
BALANCE = 0.85  # 1: each class counts as much as any other, 0: each pair does
AUXILIARY = 0.1  # weight of a pair of another corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Pairs as features, shape (pairs, features), with the share of each class, shape (pairs, 3)."""

    features: Floats
    shares: Floats


def fit(own: Labelled, other: Labelled | None = None) -> Ranker:
    """The ranker of labelled pairs, helped by another corpus; uncalibrated (slope 1, intercept 0)."""
    mean, spread = own.features.mean(axis=0), own.features.std(axis=0) + 1e-6
    size = np.concatenate([np.full(many, np.sqrt(weight / many)) for many, weight in zip(BLOCKS, WEIGHT, strict=True)])
    rare = (1 / np.maximum(own.shares.mean(axis=0), 1e-3)) ** BALANCE
    weights = own.shares @ rare
    prior = (own.shares * weights[:, None]).sum(axis=0) / weights.sum()
    x, y = (own.features - mean) / spread * size, own.shares - prior
    if other is not None:
        more = AUXILIARY * (other.shares @ rare)
        usual = (other.shares * more[:, None]).sum(axis=0) / more.sum()
        x = np.vstack([x, (other.features - other.features.mean(axis=0)) / (other.features.std(axis=0) + 1e-6) * size])
        y, weights = np.vstack([y, other.shares - usual]), np.concatenate([weights, more])
    held = np.linalg.solve(x @ x.T + PENALTY * np.diag(1 / weights), y)
    return Ranker(mean=mean, scale=size / spread, weights=x.T @ held, prior=prior, slope=1.0, intercept=0.0)
