"""How far two states vote alike: share agreeing, S, Scott's π and Cohen's κ, with intervals over resolutions.

Choices are 0 yes, 1 abstain, 2 no. From the 3 × 3 table of joint votes, n in all: p = share on the diagonal;
S = 1 − mean|a − b| (Signorino and Ritter 1999, choices scored 1, 2, 3); κ = (p − e)/(1 − e) with e from each one's own
margins (Cohen 1960), π with e from their mean (Scott 1955). Votes on paragraphs are drawn with their resolution.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from overtone.measure.ballots import NO, Codes

Array = npt.NDArray[np.float64]
FIGURES = ("share-agreeing", "S", "pi", "kappa")
DRAWS = 1000
SEED = 20220302
DISTANCE = np.abs(np.subtract.outer(np.arange(3), np.arange(3))).ravel().astype(float)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure with its interval; `value` is NaN where the table cannot give it (both always voted one way)."""

    value: float
    low: float
    high: float
    below: float  # share of the draws at or under nought


def tables(a: Codes, b: Codes, clusters: npt.NDArray[np.intp]) -> Array:
    """Joint votes by cluster: clusters with any × 9, row choice of `a` first."""
    both = (a <= NO) & (b <= NO)
    _, place = np.unique(clusters[both], return_inverse=True)
    joint = a[both].astype(int) * 3 + b[both]
    found = np.zeros((int(place.max(initial=-1)) + 1, 9))
    np.add.at(found, (place, joint), 1)
    return found


def figures(joint: Array) -> Mapping[str, Array]:
    """Each figure for tables of shape (…, 9); NaN where chance alone already agrees always, or where nothing is."""
    total = joint.sum(axis=-1, keepdims=True)
    share = np.divide(joint, total, out=np.full(joint.shape, np.nan), where=total > 0).reshape(*joint.shape[:-1], 3, 3)
    agreed = np.trace(share, axis1=-2, axis2=-1)
    own, other = share.sum(axis=-1), share.sum(axis=-2)
    mean = (own + other) / 2
    flat = share.reshape(*joint.shape[:-1], 9)
    return {
        "share-agreeing": agreed,
        "S": 1 - flat @ DISTANCE,
        "pi": _beyond(agreed, (mean * mean).sum(axis=-1)),
        "kappa": _beyond(agreed, (own * other).sum(axis=-1)),
        "chance": (own * other).sum(axis=-1),
    }


def _beyond(agreed: Array, chance: Array) -> Array:
    room = 1 - chance
    found: Array = np.divide(agreed - chance, room, out=np.full(np.shape(room), np.nan), where=room > 1e-12)
    return found


def measured(by_cluster: Array, level: float) -> Mapping[str, Figure]:
    """The figures of one pair with bootstrap intervals over clusters. Not for fewer than two clusters."""
    value = figures(by_cluster.sum(axis=0))
    chance = np.random.default_rng(SEED)
    size = len(by_cluster)
    drawn = figures(chance.multinomial(size, np.full(size, 1 / size), DRAWS) @ by_cluster)
    found = {name: _figure(float(value[name]), drawn[name], level) for name in (*FIGURES, "chance")}
    return _always(found, size, level)


def _always(found: Mapping[str, Figure], size: int, level: float) -> Mapping[str, Figure]:
    """Where all draws agree because the two always did, or never, the exact interval (Clopper and Pearson 1934).

    With as many trials as clusters, at the chance of agreeing that the margins give; for S what differs lies far apart.
    """
    agreed = found["share-agreeing"]
    if 1e-9 < agreed.value < 1 - 1e-9:
        return found
    missed = 1 - ((1 - level) / 2) ** (1 / size)
    if agreed.value < 0.5:
        return {**found, "share-agreeing": replace(agreed, high=missed)}
    room = 1 - found["chance"].value
    lows = {"share-agreeing": 1 - missed, "S": 1 - 2 * missed}
    if room > 1e-12:
        lows |= dict.fromkeys(("pi", "kappa"), 1 - missed / room)
    return {name: replace(one, low=lows.get(name, one.low)) for name, one in found.items()}


def _figure(value: float, drawn: Array, level: float) -> Figure:
    known = drawn[np.isfinite(drawn)]
    if not np.isfinite(value) or known.size < DRAWS / 2:
        return Figure(value=float("nan"), low=float("nan"), high=float("nan"), below=1.0)
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    below = float((1 + (known <= 0).sum()) / (1 + known.size))
    return Figure(value=value, low=float(low), high=float(high), below=below)
