"""Votes drawn from known positions, for the tests of the sampler."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from overtone.measure.ideals.sittings import Choices

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    choices: Choices
    theta: Array  # sittings × states


def world(sittings: int = 2, states: int = 40, asked: int = 40, repeated: int = 6, seed: int = 1) -> World:
    """Positions that walk a little; the first questions of each sitting are the same in all."""
    chance = np.random.default_rng(seed)
    theta = np.cumsum(
        chance.normal(size=(sittings, states)) * np.array([1.0] + [0.2] * (sittings - 1))[:, None], axis=0
    )
    theta = (theta - theta.mean()) / theta.std()
    beta, low = chance.normal(size=(sittings, asked)) * 1.5, chance.normal(size=(sittings, asked)) * 0.8
    high = low + chance.gamma(2, 0.3, (sittings, asked))
    for table in (beta, low, high):
        table[:, :repeated] = table[0, :repeated]
    latent = theta[:, :, None] * beta[:, None] + chance.normal(size=(sittings, states, asked))
    choice = (latent > low[:, None]).astype(np.intp) + (latent > high[:, None])
    s, t, q = (a.ravel() for a in np.indices(choice.shape))
    there = chance.random(len(s)) < 0.9
    question = np.where(q < repeated, q, 1000 * s + q)
    every = Choices(sitting=s, state=t, resolution=1000 * s + q, question=question, choice=choice.ravel())
    return World(choices=every.take(there), theta=theta)
