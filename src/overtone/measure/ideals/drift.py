"""Moving whole sittings at once: each shifted and stretched, its own questions with it, so that nothing else changes.

Drawn one by one, positions hold the questions and the questions hold them, and a sitting as a whole hardly moves, while
its place beside other sittings is told only by repeated questions and by the walk. One proposal moves all sittings: a
Newton step in their shifts and stretches. Reference: Liu and Sabatti 2000 (moves by a group of transformations).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_solve, solve_triangular

from overtone.measure.ideals.cells import Cells, by_state, evaluate
from overtone.measure.ideals.points import Force
from overtone.measure.ideals.questions import CUTS, cuts
from overtone.measure.ideals.sittings import Layout, Places, Sitting
from overtone.measure.ideals.tables import F, Single

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movable:
    """What stays and what moves: repeated questions by sitting, and the number of the sitting of each point."""

    laid: Layout
    parts: tuple[Sitting, ...]
    number: Places
    own: Array  # questions asked in one sitting only, by sitting
    links: Places  # points that have one before them


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The posterior of shifts and stretches seen from where they are nought."""

    log: float
    top: Array  # shifts, then stretches
    root: Array  # lower Cholesky factor of the curvature
    cells: tuple[Cells, ...]  # of the parts


def movable(laid: Layout) -> Movable:
    """Prepare a layout for being moved by whole sittings."""
    number = np.concatenate([np.full(s.sign.shape[0], n) for n, s in enumerate(laid.sittings)] or [np.zeros(0, int)])
    return Movable(
        laid=laid,
        parts=tuple(s.part(columns) for s, columns in zip(laid.sittings, laid.repeated, strict=True)),
        number=number,
        own=np.array([len(s.question) - len(r) for s, r in zip(laid.sittings, laid.repeated, strict=True)], float),
        links=np.flatnonzero(laid.walk.before >= 0),
    )


def move(
    free: Movable, cells: list[Cells], theta: Single, asked: Single, force: Force, chance: np.random.Generator
) -> tuple[Single, Single, bool]:
    """Positions and questions after one proposal, and whether it was taken; cells are brought along."""
    here = _seen(free, theta, asked, force)
    drawn = chance.standard_normal(len(here.top))
    step = here.top + solve_triangular(here.root, drawn, lower=True, trans="T")
    shift, stretch = np.split(step, 2)
    wide = 1 + stretch
    odds = np.log(chance.random())
    if (wide < 0.2).any():
        return theta, asked, False
    theta_then = (theta * wide[free.number] + shift[free.number]).astype(F)
    asked_then = _carried(free.laid, asked, shift, wide)
    there = _seen(free, theta_then, asked_then, force)
    back = np.concatenate([-shift / wide, 1 / wide - 1])
    volume = (np.bincount(free.number, minlength=len(wide)) - free.own - 3) @ np.log(wide)
    if odds >= there.log - here.log + volume + _density(back, there) - _density(step, here):
        return theta, asked, False
    for sitting, repeated, part, one in zip(free.laid.sittings, free.laid.repeated, there.cells, cells, strict=True):
        one.plain[:, :, repeated] = part.plain
        one.between[:, np.isin(sitting.abstained.column, repeated)] = part.between
    return theta_then, asked_then, True


def _carried(laid: Layout, asked: Single, shift: Array, wide: Array) -> Single:
    """The questions of one sitting moved with it, so that every vote on them stays as likely as it was."""
    found = asked.copy()
    for number, (sitting, repeated) in enumerate(zip(laid.sittings, laid.repeated, strict=True)):
        own = np.delete(sitting.question, repeated)
        found[2, own] = asked[2, own] / wide[number]
        found[0, own] = asked[0, own] + found[2, own] * shift[number]
    return found


def _density(step: Array, seen: Seen) -> float:
    far = seen.root.T @ (step - seen.top)
    return float(np.log(np.diagonal(seen.root)).sum() - far @ far / 2)


def _seen(free: Movable, theta: Single, asked: Single, force: Force) -> Seen:
    size = len(free.parts)
    slope, curve = np.zeros(2 * size), np.zeros((2 * size, 2 * size))
    log = _walked(free, theta.astype(np.float64), force, slope, curve)
    low, high, beta = cuts(asked)
    cells = []
    for n, (sitting, part) in enumerate(zip(free.laid.sittings, free.parts, strict=True)):
        q = part.question
        cells.append(evaluate(part, theta[part.points], low[q], high[q], beta[q]))
        told, up, bent = by_state(part, cells[-1], beta[q]).astype(np.float64)
        here = theta[part.points].astype(np.float64)
        slope[[n, size + n]] += up.sum(), up @ here
        curve[n, n] += bent.sum()
        curve[size + n, size + n] += bent @ (here * here)
        mixed = bent @ here
        own = np.delete(sitting.question, free.laid.repeated[n])
        b, ends = beta[own].astype(np.float64), (low[own] + high[own]).astype(np.float64)
        log += told.sum() - b @ b / 2 - CUTS / 2 * float((low[own] ** 2 + high[own] ** 2).sum())
        more = len(here) - free.own[n]
        slope[[n, size + n]] += -CUTS * (b @ ends), b @ b + more
        curve[n, n] += 2 * CUTS * (b @ b)
        curve[size + n, size + n] += 3 * (b @ b) + max(more, 0)
        mixed -= CUTS * (b @ ends)
        curve[n, size + n] += mixed
        curve[size + n, n] += mixed
    root = np.asarray(np.linalg.cholesky(curve), dtype=np.float64)
    return Seen(log=float(log), top=cho_solve((root, True), slope), root=root, cells=tuple(cells))


def _walked(free: Movable, theta: Array, force: Force, slope: Array, curve: Array) -> float:
    """The walk's and the force's share of the posterior; adds to slope and curvature in place."""
    size, walk, links = len(free.parts), free.laid.walk, free.links
    first = np.flatnonzero(walk.before < 0)
    log = 0.0
    held = force.strength * force.weight
    middle = np.bincount(free.number, held * theta, size) / np.maximum(np.bincount(free.number, held, size), 1e-9)
    apart = theta - middle[free.number]
    ones, at, past = np.ones(len(theta)), free.number, walk.before[links]
    before = [at[links], size + at[links], at[past], size + at[past]]
    for away, weight, columns, parts in (
        (
            theta[links] - theta[past],
            walk.pull_before[links],
            before,
            [ones[links], theta[links], -ones[links], -theta[past]],
        ),
        (theta[first], walk.pull_before[first], [at[first], size + at[first]], [ones[first], theta[first]]),
        (apart, held, [size + at], [apart]),
    ):
        log -= float(weight @ (away * away)) / 2
        for column, part in zip(columns, parts, strict=True):
            slope -= np.bincount(column, weight * away * part, 2 * size)
            for other, share in zip(columns, parts, strict=True):
                flat = np.bincount(column * (2 * size) + other, weight * part * share, 4 * size * size)
                curve += flat.reshape(2 * size, 2 * size)
    return log
