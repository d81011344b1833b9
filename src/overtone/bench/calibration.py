"""Are the measures as sure as they say? Silence, burst, salience and the verdict on known truth and on real weeks.

Generated: gamma-Poisson mentions by speaker and week, weeks that feed on themselves, clustered shares, weeks that do
and do not change. Real: `calibration_weeks`. Beside each figure stands what a plain forecast of the same data says.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.stats import beta, binom, poisson

from overtone.bench.calibration_weeks import CORPORA, Corpus, Weeks, mentions, plain, shares, weekly
from overtone.bench.score import Score
from overtone.bench.transforms import Transforms, clustered
from overtone.measure.dispersion import dispersions
from overtone.measure.level import levels
from overtone.measure.predictive import Cells, cells, forecast
from overtone.measure.usual import clustered_share, usual_level
from overtone.measure.verdict import verdict

Array = npt.NDArray[np.float64]
SEED = 20220516
WEEKS = 26
LEVEL = 0.9
GOALS = {"silence at 5 %": 0.056, "burst at 5 %": 0.055, "inside 90 %": 0.88}
World = Callable[[np.random.Generator], tuple[list[Cells], list[int], float]]  # pasts, counts now, exposure now


def run(shared: Path) -> tuple[Score, ...]:
    """All calibration scores; real corpora only where they are present under `shared`."""
    return (*generated(), *real(shared / "data"))


def generated() -> tuple[Score, ...]:
    """Scores on generated data with known truth."""
    return (
        *_worlds(_independent, "generated, nobody silent"),
        *_worlds(_self_exciting, "generated, weeks that feed on themselves"),
        *_planted(),
        *_salience(),
        *_verdicts(),
    )


def real(data: Path) -> tuple[Score, ...]:
    """Scores on the real weekly counts that are present in the folder of the corpora, each and together."""
    found: list[tuple[str, str, Mapping[str, Transforms]]] = []
    scores: list[Score] = []
    for corpus in CORPORA:
        file = data / corpus.name / corpus.file
        if file.exists():
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            weeks = weekly(file, corpus)
            lots = mentions(weeks, corpus.trailing)
            found.append((corpus.name, digest, lots))
            scores += _flags(lots, f"weeks of {corpus.name}", corpus.name, digest)
            scores += _surprised(shares(weeks, corpus.trailing), corpus.name, digest)
            scores.append(_control(weeks, corpus, digest))
    if len(found) > 1:
        together = {name: _joined([lots[name] for _, _, lots in found]) for name in found[0][2]}
        digest = hashlib.sha256("".join(one for _, one, _ in found).encode()).hexdigest()
        scores += _flags(together, "weeks of all corpora", "+".join(name for name, _, _ in found), digest)
    return tuple(scores)


def _joined(lots: list[Transforms]) -> Transforms:
    """Several corpora as one; a week of each stays a cluster of its own."""
    return Transforms(
        cluster=np.concatenate([lot.cluster + 10_000 * place for place, lot in enumerate(lots)]),
        low=np.concatenate([lot.low for lot in lots]),
        high=np.concatenate([lot.high for lot in lots]),
    )


def _flags(lots: Mapping[str, Transforms], task: str, corpus: str = "", digest: str = "generated") -> Iterator[Score]:
    """Silence, burst and coverage beside both peers, and the log score beside the better of them."""
    ours = lots["ours"]
    for peer in ("Poisson", "gamma-Poisson"):
        plainly = lots[peer].flags()
        for metric, values in ours.flags().items():
            beside = metric if peer == "Poisson" else f"{metric}, beside {peer}"
            yield _score(
                task,
                beside,
                (values, ours.cluster),
                GOALS[metric],
                (peer, float(plainly[metric].mean())),
                corpus,
                digest,
            )
    best = float(lots["gamma-Poisson"].log_score().mean())
    yield _score(task, "log score", (ours.log_score(), ours.cluster), best, ("gamma-Poisson", best), corpus, digest)


def _control(weeks: Weeks, corpus: Corpus, digest: str) -> Score:
    """Negative control: the same weeks in an order drawn by lot, where nothing bursts but by chance."""
    order = np.random.default_rng(SEED).permutation(len(weeks.mondays))
    lots = mentions(replace(weeks, volume=weeks.volume[order], counts=weeks.counts[order]), corpus.trailing)
    plainly = float(lots["Poisson"].flags()["burst at 5 %"].mean())
    found = (lots["ours"].flags()["burst at 5 %"], lots["ours"].cluster)
    task = f"weeks of {corpus.name} in shuffled order"
    return _score(task, "burst at 5 %", found, 0.055, ("Poisson", plainly), corpus.name, digest)


def _surprised(lots: Mapping[str, Transforms], corpus: str, digest: str) -> Iterator[Score]:
    """How often salience would call a real week unusual, either way."""
    ours, plainly = (1 - lots[name].below(0.975) + lots[name].below(0.025) for name in ("ours", "binomial"))
    found = (ours, lots["ours"].cluster)
    peer = ("binomial", float(plainly.mean()))
    yield _score(f"salience, weeks of {corpus}", "surprise at 5 %", found, 0.056, peer, corpus, digest)


def _score(
    task: str, metric: str, found: tuple[Array, npt.NDArray[np.int64]], target: float, peer: tuple[str, float],
    *place: str,
) -> Score:  # fmt: skip
    mean, low, high = clustered(*found)
    corpus, digest = place or ("", "generated")
    return Score(
        bench="calibration",
        task=task,
        metric=metric,
        value=mean,
        low=low,
        high=high,
        n=len(found[0]),
        target=target,
        peer=peer[0],
        peer_value=peer[1],
        corpus=corpus,
        digest=digest,
    )


def _hits(task: str, metric: str, hits: list[bool], target: float, peer: tuple[str, float]) -> Score:
    """A score over trials that do not hang together."""
    return _score(task, metric, (np.asarray(hits, dtype=float), np.arange(len(hits))), target, peer)


def _drawn(mean: float, alpha: float, chance: np.random.Generator) -> int:
    return int(chance.poisson(mean * chance.gamma(1 / alpha, alpha)))


def _independent(chance: np.random.Generator) -> tuple[list[Cells], list[int], float]:
    """Eight speakers' weekly mentions of one target, each week for itself."""
    alpha = float(np.exp(chance.normal(np.log(0.4), 0.5)))
    rates = chance.lognormal(np.log(3), 0.8) * chance.gamma(2.5, 1 / 2.5, 8)
    now = float(chance.lognormal(0.3, 0.5))
    past = []
    for rate in rates:
        exposure = chance.lognormal(0.3, 0.5, WEEKS) * (chance.random(WEEKS) < 0.8)
        past.append(cells([(_drawn(rate * e, alpha, chance), float(e), WEEKS - n) for n, e in enumerate(exposure)]))
    return past, [_drawn(float(rate) * now, alpha, chance) for rate in rates], now


def _self_exciting(chance: np.random.Generator) -> tuple[list[Cells], list[int], float]:
    """The same, but what moved one week half carries into the next, and the level wanders."""
    rates = chance.lognormal(np.log(3), 0.8) * chance.gamma(2.5, 1 / 2.5, 8)
    now = float(chance.lognormal(0.3, 0.5))
    past, counts = [], []
    for rate in rates:
        exposure = np.append(chance.lognormal(0.3, 0.5, WEEKS), now)
        shocks = chance.normal(0, float(np.exp(chance.normal(np.log(0.45), 0.3))), WEEKS + 1)
        level = np.cumsum(chance.normal(0, 0.05, WEEKS + 1))
        for n in range(1, WEEKS + 1):
            shocks[n] += 0.5 * shocks[n - 1]
        drawn = chance.poisson(rate * exposure * np.exp(level + shocks))
        past.append(cells([(int(drawn[n]), float(exposure[n]), WEEKS - n) for n in range(WEEKS)]))
        counts.append(int(drawn[WEEKS]))
    return past, counts, now


def _worlds(world: World, task: str, worlds: int = 150) -> list[Score]:
    chance = np.random.default_rng(SEED)
    lots: dict[str, list[tuple[int, float, float]]] = {"ours": [], "Poisson": [], "gamma-Poisson": []}
    for number in range(worlds):
        past, counts, now = world(chance)
        spread, _ = dispersions(past)
        for place, (own, count) in enumerate(zip(past, counts, strict=True)):
            expected = forecast(own, past[:place] + past[place + 1 :], np.array([now]), spread[place])
            if expected is not None:
                lots["ours"].append((number, expected.at_most(count - 1), expected.at_most(count)))
                for name, pair in plain(own, now, count).items():
                    lots[name].append((number, *pair))
    return list(_flags({name: Transforms.of(found) for name, found in lots.items()}, task))


def _planted(worlds: int = 120) -> list[Score]:
    """Speakers of whom ten or more mentions are due and none comes: how many the measure calls silent."""
    chance = np.random.default_rng(SEED + 1)
    found, naive = [], []
    for _ in range(worlds):
        past, _counts, _now = _independent(chance)
        spread, _ = dispersions(past)
        for place, own in enumerate(past):
            now = float(chance.lognormal(1.3, 0.5))
            expected = forecast(own, past[:place] + past[place + 1 :], np.array([now]), spread[place])
            if expected is not None and own.total / own.volume * now >= 10:
                found.append(expected.mean >= expected.needed() and expected.at_most(0) <= 0.05)
                naive.append(float(poisson.cdf(0, own.total / own.volume * now)) <= 0.05)
    task = "generated, ten or more expected, silenced"
    return [_hits(task, "recall", found, 0.7, ("Poisson", float(np.mean(naive))))]


def _salience(trials: int = 800) -> list[Score]:
    chance = np.random.default_rng(SEED + 2)
    surprised, naive, inside, narrow = [], [], [], []
    for _ in range(trials):
        share, rho = chance.uniform(0.05, 0.5), float(chance.uniform(0.01, 0.08))
        weeks = [_clustered(share, rho, chance) for _ in range(WEEKS + 1)]
        totals = [(sum(k for k, _ in w), sum(n for _, n in w)) for w in weeks]
        usual = levels([[(k, n, WEEKS - age) for age, (k, n) in enumerate(totals[:-1])]])[0]
        count, size = totals[-1]
        if usual is not None and size:
            surprised.append(usual.tail(count / size, size) <= 0.05)
            flat = sum(k for k, _ in totals[:-1]) / sum(n for _, n in totals[:-1])
            naive.append(bool(2 * min(binom.cdf(count, size, flat), binom.sf(count - 1, size, flat)) <= 0.05))
            _, low, high = clustered_share(weeks[-1], LEVEL, size)
            inside.append(bool(low <= share <= high))
            ends = [float(beta.ppf(q, count + 0.5, size - count + 0.5)) for q in (0.05, 0.95)]
            narrow.append(bool(ends[0] <= share <= ends[1]))
    usual_week, clusters = "salience, week as usual", "salience, share of clustered statements"
    return [
        _hits(usual_week, "surprise at 5 %", surprised, 0.056, ("binomial", float(np.mean(naive)))),
        _hits(clusters, "inside 90 %", inside, 0.88, ("Jeffreys", float(np.mean(narrow)))),
    ]


def _clustered(share: float, rho: float, chance: np.random.Generator) -> list[tuple[int, int]]:
    """One week's documents as (statements on the topic, statements); each document leans its own way."""
    size = 1 / (4 * rho) - 1
    lines = []
    for _ in range(int(chance.integers(4, 12))):
        statements = int(chance.geometric(0.15))
        lines.append((int(chance.binomial(statements, chance.beta(share * size, (1 - share) * size))), statements))
    return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class _Week:
    statements: int
    pressing: int
    usual: float
    rho: float
    weight: float
    coverage: float = 1.0
    selected: bool = False


def _verdicts(trials: int = 300) -> list[Score]:
    calm: list[str] = []
    tense: list[str] = []
    naive: list[bool] = []
    chance = np.random.default_rng(SEED + 3)
    for _ in range(trials):
        share, rho = float(chance.uniform(0.1, 0.5)), float(chance.uniform(0.005, 0.03))
        usual = usual_level([_week(share, rho, chance) for _ in range(WEEKS)])
        if usual is None:
            continue
        odds = 4 * share / (1 - share)
        for moved, found in ((share, calm), (odds / (1 + odds), tense)):
            pressing, statements = _week(moved, rho, chance)
            week = _Week(
                statements=statements, pressing=pressing, usual=usual.share, rho=usual.rho, weight=usual.weight
            )
            found.append(verdict(week).verdict)
            if found is calm:
                ratio = (pressing + 0.5) / (statements - pressing + 0.5) / (usual.share / (1 - usual.share))
                naive.append(not 1 / 1.5 <= ratio <= 1.5)
    wrong = [word in {"worsened", "improved"} for word in calm]
    plainly = float(np.mean(naive))
    steady, usual_week = [word == "unchanged" for word in calm], "verdict, week as usual"
    return [
        _hits(usual_week, "called a change", wrong, 0.1, ("ratio outside the region", plainly)),
        _hits(usual_week, "called unchanged", steady, 0.3, ("ratio inside the region", 1 - plainly)),
        _hits(
            "verdict, odds four times the usual", "called worsened", [w == "worsened" for w in tense], 0.7, ("", 0.0)
        ),
    ]


def _week(share: float, rho: float, chance: np.random.Generator) -> tuple[int, int]:
    size = 1 / rho - 1
    statements = int(chance.integers(20, 120))
    return int(chance.binomial(statements, chance.beta(share * size, (1 - share) * size))), statements
