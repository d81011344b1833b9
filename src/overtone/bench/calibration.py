"""Are the measures as sure as they say? Silence, salience and the verdict on data with known truth, and on real weeks.

Generated: gamma-Poisson mentions by speaker and week, clustered shares, weeks that do and do not change. Real: weekly
counts of topics in dated headlines and pages, forecast from the trailing 26 weeks only. Beside each figure stands what
a plain Poisson or binomial forecast of the same data says.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.stats import beta, binom, binomtest, nbinom, poisson

from overtone.assess.verdict import verdict
from overtone.bench.score import Score
from overtone.measure.predictive import Cells, cells, dispersion, forecast, shared_dispersion
from overtone.measure.usual import clustered_share, usual_level

Array = npt.NDArray[np.float64]
SEED = 20220516
WEEKS = 26
LEVEL = 0.9
TOPICS = {
    "ukraine": r"ukrain|kyiv|kiev",
    "russia": r"russia|kremlin|moscow",
    "putin": r"putin",
    "zelensky": r"zelensk",
    "nato": r"\bnato\b",
    "usa": r"\bus\b|biden|american|united states|washington",
    "eu": r"\beu\b|europe",
    "sanctions": r"sanction",
    "war": r"\bwar\b|invasion|invade",
    "troops": r"troop|army|military|soldier",
    "gas": r"\bgas\b|energy|\boil\b",
    "nuclear": r"nuclear",
    "attack": r"attack|strike|shell|missile",
    "refugees": r"refugee|flee",
    "belarus": r"belarus|lukashenk|minsk",
    "china": r"chin|beijing",
    "germany": r"german|berlin",
    "britain": r"\buk\b|britain|british|london",
    "poland": r"poland|polish",
    "kazakhstan": r"kazakh",
    "turkey": r"turk|erdogan",
    "azerbaijan": r"azerbaij|armenia",
    "india": r"india",
    "terror": r"terror",
    "elections": r"election|vote",
    "economy": r"econom|trade|price",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """Randomised probability transforms of the same outcomes under two forecasts."""

    ours: Array
    peer: Array


def run(shared: Path) -> tuple[Score, ...]:
    """All calibration scores; real corpora only where they are present under `shared`."""
    return (*generated(), *real(shared))


def generated() -> tuple[Score, ...]:
    """Scores on generated data with known truth."""
    return (*_silence(), *_planted(), *_salience(), *_verdicts())


def real(shared: Path) -> tuple[Score, ...]:
    """Scores on the real weekly counts that are present under `shared`."""
    scores: list[Score] = []
    for corpus, name, read in REAL:
        file = shared / corpus / name
        if file.exists():
            digest = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
            scores += _flags(_real_trials(*read(file)), "real weekly counts", corpus, digest)
    return tuple(scores)


def _headlines(file: Path) -> Iterator[tuple[date, str]]:
    for row in _rows(file):
        yield date.fromisoformat(str(row["date"])[:10]), str(row["title"]).lower()


def _pages(file: Path) -> Iterator[tuple[date, str]]:
    for row in _rows(file):
        yield date.fromisoformat(str(row["date"])[:10]), f"{row['title']} {row.get('lead') or ''}".lower()


def _rows(file: Path) -> Iterator[dict[str, object]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _weekly(texts: Iterator[tuple[date, str]], least: int) -> tuple[list[date], Array, Array]:
    """Mondays, texts a week, and texts that name each topic, for weeks of at least so many texts."""
    patterns = [re.compile(p) for p in TOPICS.values()]
    found: dict[date, list[int]] = {}
    for day, text in texts:
        line = found.setdefault(day - timedelta(days=day.weekday()), [0] * (len(patterns) + 1))
        line[0] += 1
        for place, pattern in enumerate(patterns, start=1):
            line[place] += bool(pattern.search(text))
    kept = sorted(monday for monday, line in found.items() if line[0] >= least)
    table = np.array([found[m] for m in kept], dtype=float)
    return kept, table[:, 0], table[:, 1:]


def _headline_weeks(file: Path) -> tuple[list[date], Array, Array]:
    return _weekly(_headlines(file), 15)


def _page_weeks(file: Path) -> tuple[list[date], Array, Array]:
    return _weekly(_pages(file), 10)


REAL: tuple[tuple[str, str, Callable[[Path], tuple[list[date], Array, Array]]], ...] = (
    ("rss-headlines-2022", "headlines.jsonl.gz", _headline_weeks),
    ("kremlin-1999-2020", "documents.jsonl.gz", _page_weeks),
)


def _real_trials(mondays: Sequence[date], volume: Array, counts: Array) -> Trials:
    chance = np.random.default_rng(SEED)
    ours: list[float] = []
    peer: list[float] = []
    for t in range(WEEKS, len(mondays)):
        if (mondays[t] - mondays[t - WEEKS]).days <= 7 * WEEKS + 70:
            past = [
                Cells(counts=counts[t - WEEKS : t, k], exposure=volume[t - WEEKS : t]) for k in range(counts.shape[1])
            ]
            typical = float(np.exp(np.mean(np.log([dispersion([p]) for p in past]))))
            for k, own in enumerate(past):
                lot = _lot(own, [], int(counts[t, k]), float(volume[t]), shared_dispersion(own, [own], typical), chance)
                ours.append(lot[0])
                peer.append(lot[1])
    return Trials(ours=np.array(ours), peer=np.array(peer))


def _lot(
    own: Cells, peers: Sequence[Cells], count: int, now: float, alpha: float, chance: np.random.Generator
) -> tuple[float, float]:
    """The randomised transform of one count under our forecast and under Poisson with the trailing mean."""
    ours = forecast(own, peers, np.array([now]), alpha)
    plain = (own.total + 0.3) / own.volume * now
    u = float(chance.random())
    if ours is None:
        return u, u
    low, high = 1 - ours.at_least(count), ours.at_most(count)
    below, up_to = float(poisson.cdf(count - 1, plain)), float(poisson.cdf(count, plain))
    return low + u * (high - low), below + u * (up_to - below)


def _flags(trials: Trials, task: str, corpus: str = "", digest: str = "") -> list[Score]:
    asked: tuple[tuple[str, Callable[[Array], npt.NDArray[np.bool_]], float], ...] = (
        ("silence at 5 %", lambda u: u <= 0.05, 0.06),
        ("burst at 5 %", lambda u: u >= 0.95, 0.07),
        ("inside 90 %", lambda u: (u > 0.05) & (u < 0.95), 0.88),
    )
    return [
        _share(task, metric, hit(trials.ours), target, "Poisson", float(hit(trials.peer).mean()), corpus, digest)
        for metric, hit, target in asked
    ]


def _share(
    task: str, metric: str, hits: npt.NDArray[np.bool_], target: float, peer: str, peer_value: float, *place: str
) -> Score:
    band = binomtest(int(hits.sum()), len(hits)).proportion_ci(0.95, method="wilson")
    corpus, digest = place if place else ("", "")
    return Score(
        bench="calibration",
        task=task,
        metric=metric,
        value=float(hits.mean()),
        low=float(band.low),
        high=float(band.high),
        n=len(hits),
        target=target,
        peer=peer,
        peer_value=peer_value,
        corpus=corpus,
        digest=digest,
    )


def _world(chance: np.random.Generator) -> tuple[list[Cells], float, Array]:
    """Eight speakers' weekly mentions of one target: past cells, dispersion and the true rates."""
    alpha = float(np.exp(chance.normal(np.log(0.4), 0.5)))
    rates = chance.lognormal(np.log(3), 0.8) * chance.gamma(2.5, 1 / 2.5, 8)
    past = []
    for rate in rates:
        exposure = chance.lognormal(0.3, 0.5, WEEKS) * (chance.random(WEEKS) < 0.8)
        past.append(cells([(_drawn(rate * e, alpha, chance), float(e)) for e in exposure]))
    return past, alpha, rates


def _drawn(mean: float, alpha: float, chance: np.random.Generator) -> int:
    return int(nbinom.rvs(1 / alpha, 1 / (1 + alpha * max(mean, 1e-9)), random_state=chance))


def _silence(worlds: int = 120) -> list[Score]:
    chance = np.random.default_rng(SEED)
    lots = []
    for _ in range(worlds):
        past, alpha, rates = _world(chance)
        now = float(chance.lognormal(0.3, 0.5))
        for place, own in enumerate(past):
            count = _drawn(float(rates[place]) * now, alpha, chance)
            peers = past[:place] + past[place + 1 :]
            lots.append(_lot(own, peers, count, now, shared_dispersion(own, past), chance))
    found = np.array(lots)
    return _flags(Trials(ours=found[:, 0], peer=found[:, 1]), "generated, nobody silent")


def _planted(worlds: int = 120) -> list[Score]:
    """Speakers of whom ten or more mentions are due and none comes: how many the measure calls silent."""
    chance = np.random.default_rng(SEED + 1)
    found, plain = [], []
    for _ in range(worlds):
        past, _alpha, rates = _world(chance)
        for place, own in enumerate(past):
            now = float(chance.lognormal(1.3, 0.5))
            expected = forecast(own, past[:place] + past[place + 1 :], np.array([now]), shared_dispersion(own, past))
            if expected is not None and float(rates[place]) * now >= 10:
                found.append(expected.mean >= expected.needed() and expected.at_most(0) <= 0.05)
                plain.append(float(poisson.cdf(0, own.total / own.volume * now)) <= 0.05)
    return [
        _share(
            "generated, ten or more expected, silenced",
            "recall",
            np.array(found),
            0.7,
            "Poisson",
            float(np.mean(plain)),
        )
    ]


def _salience(trials: int = 800) -> list[Score]:
    chance = np.random.default_rng(SEED + 2)
    surprised, naive, inside, narrow = [], [], [], []
    for _ in range(trials):
        share, rho = chance.uniform(0.05, 0.5), float(chance.uniform(0.01, 0.08))
        weeks = [_clustered(share, rho, chance) for _ in range(WEEKS + 1)]
        totals = [(sum(k for k, _ in w), sum(n for _, n in w)) for w in weeks]
        usual = usual_level(totals[:-1])
        count, size = totals[-1]
        if usual is not None and size:
            surprised.append(usual.tail(count / size, size) <= 0.05)
            flat = sum(k for k, _ in totals[:-1]) / sum(n for _, n in totals[:-1])
            naive.append(2 * min(binom.cdf(count, size, flat), binom.sf(count - 1, size, flat)) <= 0.05)
            _, low, high = clustered_share(weeks[-1], LEVEL, size)
            inside.append(low <= share <= high)
            narrow.append(
                beta.ppf(0.05, count + 0.5, size - count + 0.5)
                <= share
                <= beta.ppf(0.95, count + 0.5, size - count + 0.5)
            )
    return [
        _share(
            "salience, week as usual", "surprise at 5 %", np.array(surprised), 0.05, "binomial", float(np.mean(naive))
        ),
        _share(
            "salience, share of clustered statements",
            "inside 90 %",
            np.array(inside),
            0.88,
            "Jeffreys",
            float(np.mean(narrow)),
        ),
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
    naive, steady = [], []
    chance = np.random.default_rng(SEED + 3)
    for _ in range(trials):
        share, rho = float(chance.uniform(0.1, 0.5)), float(chance.uniform(0.005, 0.03))
        past = [_week(share, rho, chance) for _ in range(WEEKS)]
        usual = usual_level(past)
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
        steady.append(calm[-1] == "unchanged")
    wrong = np.array([word in {"worsened", "improved"} for word in calm])
    right = np.array([word == "worsened" for word in tense])
    plain = float(np.mean(naive))
    return [
        _share("verdict, week as usual", "called a change", wrong, 0.1, "ratio outside the region", plain),
        _share(
            "verdict, week as usual", "called unchanged", np.array(steady), 0.3, "ratio inside the region", 1 - plain
        ),
        _share("verdict, odds four times the usual", "called worsened", right, 0.7, "", 0.0),
    ]


def _week(share: float, rho: float, chance: np.random.Generator) -> tuple[int, int]:
    size = 1 / rho - 1
    statements = int(chance.integers(20, 120))
    return int(chance.binomial(statements, chance.beta(share * size, (1 - share) * size))), statements
