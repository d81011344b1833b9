"""The likelihood of one sitting's votes, and its slopes and curvatures, cell by cell.

A yes has probability Φ(low − βθ), a no Φ(βθ − high), an abstention what lies between; low < high are a question's
cutpoints, β says how it divides, θ is where a state stands. Reference: Bailey, Strezhnev and Voeten 2017.
"""

from dataclasses import dataclass

import numpy as np

from overtone.measure.ideals.sittings import Flags, Sitting
from overtone.measure.ideals.tables import F, Single, between, tails

# By question: log-likelihood; slopes by low, high, β; curvatures shift², shift·high, high², shift·β, β², high·β.
SUMS = 9  # all but the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One sitting evaluated: `plain` holds log, slope and curvature of the yes and no votes; `between` of abstentions.

    `plain` is 3 × states × resolutions; slopes bear the sign of the vote. `between` is 5 × abstentions: log, φ(high)/P,
    φ(low)/P, the high end, and the gap.
    """

    plain: Single
    between: Single

    def take(self, other: "Cells", sitting: Sitting, rows: Flags | None, columns: Flags | None) -> None:
        """Take over the other's values in these rows, or in these columns."""
        if rows is not None:
            np.copyto(self.plain, other.plain, where=rows[None, :, None])
            np.copyto(self.between, other.between, where=rows[sitting.abstained.row])
        if columns is not None:
            np.copyto(self.plain, other.plain, where=columns)
            np.copyto(self.between, other.between, where=columns[sitting.abstained.column])


def evaluate(sitting: Sitting, theta: Single, low: Single, high: Single, beta: Single) -> Cells:
    """The cells of a sitting; `theta` by its states, the rest by its resolutions."""
    z: Single = (low + high) / F(2) - theta[:, None] * beta
    z *= sitting.sign
    z += sitting.off
    z -= (high - low) / 2
    log, slope, curve = tails(z)
    slope *= sitting.sign
    a = sitting.abstained
    mean = theta[a.row] * beta[a.column]
    top, bottom = high[a.column] - mean, low[a.column] - mean
    inside, upper, lower = between(top, bottom)
    return Cells(plain=np.stack([log, slope, curve]), between=np.stack([inside, upper, lower, top, top - bottom]))


def by_question(sitting: Sitting, cells: Cells, theta: Single) -> Single:
    """SUMS × resolutions. Shift moves both cutpoints; curvatures have their sign turned, so that they are positive."""
    log, slope, curve = cells.plain
    powers = np.stack([np.ones_like(theta), theta, theta * theta])
    sums = np.empty((SUMS, log.shape[1]), F)
    net, tilt = powers[:2] @ slope
    both = np.einsum("ij,ij->j", slope, sitting.sign)
    sums[0] = powers[0] @ log
    sums[1], sums[2], sums[3] = (both + net) / 2, (net - both) / 2, -tilt
    sums[4], sums[7], sums[8] = powers @ curve
    sums[7] *= -1
    signed = powers[:2] @ (curve * sitting.sign)
    high_beta = (sums[7] + signed[1]) / 2
    sums[5] = sums[6] = (sums[4] - signed[0]) / 2
    a = sitting.abstained
    if len(a.row):
        inside, upper, lower, top, gap = cells.between
        t, rest = theta[a.row], upper - lower
        curved, mixed = rest * rest + top * rest + gap * lower, upper * (top + rest)
        parts = [inside, -lower, upper, -t * rest, curved, mixed, upper * (top + upper), -t * curved, t * t * curved]
        parts.append(-t * mixed)
        summed = np.add.reduceat(np.stack(parts), a.starts, axis=1)
        sums[:, a.columns] += summed[:SUMS]
        high_beta[a.columns] += summed[SUMS]
    return np.concatenate([sums, high_beta[None]])


def by_state(sitting: Sitting, cells: Cells, beta: Single) -> Single:
    """3 × states: log-likelihood, slope and curvature (sign turned) of each state's θ."""
    log, slope, curve = cells.plain
    sums = np.stack([log.sum(axis=1), -(slope @ beta), curve @ (beta * beta)])
    a = sitting.abstained
    if len(a.row):
        inside, upper, lower, top, gap = cells.between
        b, rest = beta[a.column], upper - lower
        parts = np.stack([inside, -b * rest, b * b * (rest * rest + top * rest + gap * lower)])
        sums[:, a.rows] += np.add.reduceat(parts[:, a.by_row], a.row_starts, axis=1)
    return np.asarray(sums, dtype=F)
