"""Lead on a simulated truth: how often it errs where nobody follows anybody, how often it finds a planted leader.

Peers see the same uses: `naive`, of shared lines each is first in half; `counts`, in proportion to its uses. All are
asked about every ordered pair, one-sided. Worlds: `lead_worlds`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.special import ndtr

from overtone.bench.interval import wilson
from overtone.bench.lead_worlds import FOLLOWER, LEADER, Array, Kind, World, frame, world
from overtone.bench.score import Score
from overtone.measure.order import FEWEST, Weighed, weighed
from overtone.measure.shape import false_discovery
from overtone.measure.uses import laid_out

NOBODY = range(1000, 1040)  # the first five were looked at while the background was being chosen, the rest were not
LED = range(20, 28)  # those of the published power; looked at while the score was being chosen
FRESH = range(2000, 2016)  # seeds nothing was chosen on, for power
OTHERS = range(3000, 3004)  # looked at while the correction for repetition was being chosen
TESTS = ("ours", "naive", "counts")
HARDER: tuple[tuple[str, Kind], ...] = (
    ("nobody follows, ten speakers repeat themselves", Kind(repeats=0.5)),
    ("nobody follows, lines said five together", Kind(bundle=5)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One world judged: the probabilities of each ordered pair, ours and the peers'."""

    pairs: tuple[tuple[str, str], ...]
    ours: Array
    naive: Array
    counts: Array

    def discoveries(self, chances: Array) -> set[tuple[str, str]]:
        """Pairs that remain after Benjamini and Hochberg at .05."""
        return {pair for pair, q in zip(self.pairs, false_discovery(list(chances)), strict=True) if q <= 0.05}


def run(shared: Path) -> tuple[Score, ...]:
    """All scores: forty worlds without a lead, 32 with one, and two harder kinds. Generated data only."""
    return (*_sizes(NOBODY, "nobody follows"), *_harder(OTHERS), *_powers(LED, "the anchor's worlds"), *_more())


def quick(shared: Path) -> tuple[Score, ...]:
    """The part that fits in twenty seconds: one world without a lead, one with."""
    return (*_sizes(range(1000, 1001), "nobody follows, one world"), *_powers(range(21, 22), "one world"))


def _more() -> Iterator[Score]:
    yield from _powers(FRESH, "fresh worlds")
    yield from _powers(FRESH[:8], "lag 1–14 days", Kind(planted=0.15, latest=14))


def _sizes(seeds: Sequence[int], task: str, kind: Kind | None = None) -> Iterator[Score]:
    """How often pairs are flagged at 5 %, and how many are left after Benjamini and Hochberg, where nobody leads."""
    digest = world(seeds[0], kind or Kind()).digest()
    runs = [judged(world(seed, kind or Kind())) for seed in seeds]
    flagged = [np.concatenate([getattr(run, name) for run in runs]) < 0.05 for name in ("ours", "naive", "counts")]
    left = [
        np.array([len(run.discoveries(getattr(run, name))) for run in runs]) for name in ("ours", "naive", "counts")
    ]
    for place, peer in ((1, "naive"), (2, "counts")):
        n, share = len(flagged[0]), float(flagged[0].mean())
        low, high = _between([float((run.ours < 0.05).mean()) for run in runs])
        yield Score(
            bench="lead", task=f"{task}, beside {peer}", metric="flagged at 5 %", value=share, low=low, high=high, n=n,
            target=0.055, peer=peer, peer_value=float(flagged[place].mean()), digest=digest,
        )  # fmt: skip
        yield Score(
            bench="lead", task=f"{task}, beside {peer}", metric="false discoveries a run", value=float(left[0].mean()),
            n=len(runs), target=0.0, peer=peer, peer_value=float(left[place].mean()), digest=digest,
        )  # fmt: skip


def _between(shares: Sequence[float]) -> tuple[float | None, float | None]:
    """The 95 % interval of the mean over worlds, which are the units."""
    if len(shares) < 3:
        return None, None
    half = 1.96 * float(np.std(shares, ddof=1)) / len(shares) ** 0.5
    return float(np.mean(shares)) - half, float(np.mean(shares)) + half


def _harder(seeds: Sequence[int]) -> Iterator[Score]:
    for task, kind in HARDER:
        yield from _sizes(seeds, task, kind)


def _powers(seeds: Sequence[int], task: str, kind: Kind | None = None) -> Iterator[Score]:
    """In how many worlds the planted leader is found; a pair with too few lines is not found."""
    digest = world(seeds[0], kind or Kind(planted=0.15)).digest()
    runs = [judged(world(seed, kind or Kind(planted=0.15))) for seed in seeds]
    true = (f"a{LEADER:02d}", f"a{FOLLOWER:02d}")
    found = {
        name: sum(true in run.discoveries(getattr(run, name)) for run in runs) for name in ("ours", "naive", "counts")
    }
    low, high = wilson(found["ours"], len(runs))
    for peer in ("naive", "counts"):
        yield Score(
            bench="lead", task=f"planted, {task}, beside {peer}", metric="found", value=found["ours"] / len(runs),
            low=low, high=high, n=len(runs), target=0.75, peer=peer, peer_value=found[peer] / len(runs), digest=digest,
        )  # fmt: skip


def judged(made: World) -> Run:
    """The pairs of a world under the measure and under the peers."""
    uses = laid_out(made.tally(), frame())
    told = [pair for pair in weighed(uses, frame()) if isinstance(pair, Weighed)] if uses else []
    first, many = _table(made)
    peers = [_peers(first, many, int(pair.leader[1:]), int(pair.follower[1:])) for pair in told]
    return Run(
        pairs=tuple((pair.leader, pair.follower) for pair in told),
        ours=np.array([pair.probability for pair in told]),
        naive=np.array([naive for naive, _ in peers]),
        counts=np.array([counts for _, counts in peers]),
    )


def _peers(first: Array, many: Array, leader: int, follower: int) -> tuple[float, float]:
    """Probabilities of so many lines led: where each is first in half, and in proportion to its uses."""
    both = (many[:, leader] > 0) & (many[:, follower] > 0)
    if both.sum() < FEWEST:
        return 1.0, 1.0
    one, two = first[both, leader], first[both, follower]
    led = np.where(one == two, 0.5, one < two).sum()
    share = many[both, leader] / (many[both, leader] + many[both, follower])
    half = both.sum() / 2
    return (
        float(ndtr((half - led) / np.sqrt(half / 2))),
        float(ndtr((share.sum() - led) / np.sqrt((share * (1 - share)).sum()))),
    )


def _table(made: World) -> tuple[Array, Array]:
    """The day of the first use, and the number of uses, of each line by each actor."""
    shape = (int(made.uses[:, 0].max()) + 1, len(made.words))
    first, many = np.full(shape, np.inf), np.zeros(shape)
    np.minimum.at(first, (made.uses[:, 0], made.uses[:, 1]), made.uses[:, 2])
    np.add.at(many, (made.uses[:, 0], made.uses[:, 1]), 1)
    return first, many
