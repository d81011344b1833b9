"""Real weekly counts of topics in dated pages and headlines, each forecast from the weeks before it alone.

Three forecasts of the same counts: ours, Poisson with the trailing mean, and gamma-Poisson with the trailing mean and
the topic's own dispersion by moments (the plain method of the literature).
"""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.stats import binom, nbinom, poisson

from overtone.bench.transforms import Transforms
from overtone.measure.dispersion import dispersions
from overtone.measure.level import levels
from overtone.measure.predictive import Cells, forecast

Array = npt.NDArray[np.float64]
PAUSE = 70  # days by which the trailing weeks may be stretched where weeks are missing
ALPHA = (0.02, 5.0)
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
class Corpus:
    """Where dated texts lie, which of their fields to read, and how many weeks a forecast may look back."""

    name: str
    file: str
    fields: tuple[str, ...]
    least: int  # texts from which a week counts
    trailing: int = 26


CORPORA = (
    Corpus(name="rss-headlines-2022", file="headlines.jsonl.gz", fields=("title",), least=15),
    Corpus(name="kremlin-1999-2020", file="documents.jsonl.gz", fields=("title", "lead"), least=10),
    Corpus(name="kremlin-2022", file="releases.jsonl.gz", fields=("headline", "summary"), least=5, trailing=13),
    Corpus(name="kyiv-2022", file="releases.jsonl.gz", fields=("headline", "summary"), least=5, trailing=13),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """Mondays, texts a week, and texts of the week that name each topic."""

    mondays: tuple[date, ...]
    volume: Array
    counts: Array


def weekly(path: Path, corpus: Corpus) -> Weeks:
    """The counts of a corpus by week, for weeks of enough texts."""
    patterns = [re.compile(p) for p in TOPICS.values()]
    found: dict[date, list[int]] = {}
    for day, text in _texts(path, corpus):
        line = found.setdefault(day - timedelta(days=day.weekday()), [0] * (len(patterns) + 1))
        line[0] += 1
        for place, pattern in enumerate(patterns, start=1):
            line[place] += bool(pattern.search(text))
    kept = sorted(monday for monday, line in found.items() if line[0] >= corpus.least)
    table = np.array([found[m] for m in kept], dtype=float).reshape(len(kept), len(patterns) + 1)
    return Weeks(mondays=tuple(kept), volume=table[:, 0], counts=table[:, 1:])


def _texts(path: Path, corpus: Corpus) -> Iterator[tuple[date, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            words = " ".join(str(row.get(field) or "") for field in corpus.fields)
            yield date.fromisoformat(str(row["date"])[:10]), words.lower()


def told(weeks: Weeks, trailing: int) -> Iterator[int]:
    """The weeks that have enough weeks before them within a reasonable stretch of time."""
    for t in range(trailing, len(weeks.mondays)):
        if (weeks.mondays[t] - weeks.mondays[t - trailing]).days <= 7 * trailing + PAUSE:
            yield t


def mentions(weeks: Weeks, trailing: int) -> Mapping[str, Transforms]:
    """Mentions of each topic in each week under the forecast of `silence` and `burst`, and under its two peers."""
    lots: dict[str, list[tuple[int, float, float]]] = {"ours": [], "Poisson": [], "gamma-Poisson": []}
    for t in told(weeks, trailing):
        age = np.array([(weeks.mondays[t] - m).days // 7 for m in weeks.mondays[t - trailing : t]], dtype=float)
        span, now = weeks.volume[t - trailing : t], float(weeks.volume[t])
        past = [
            Cells(counts=weeks.counts[t - trailing : t, k], exposure=span, age=age)
            for k in range(weeks.counts.shape[1])
        ]
        chances, _ = dispersions(past)
        for k, own in enumerate(past):
            count = int(weeks.counts[t, k])
            expected = forecast(own, [], np.array([now]), chances[k])
            if expected is not None:
                lots["ours"].append((t, expected.at_most(count - 1), expected.at_most(count)))
                for name, pair in plain(own, now, count).items():
                    lots[name].append((t, *pair))
    return {name: Transforms.of(found) for name, found in lots.items()}


def plain(own: Cells, now: float, count: int) -> dict[str, tuple[float, float]]:
    """P(Y < count) and P(Y ≤ count) under the two plain forecasts."""
    rate = (own.total + 0.3) / own.volume
    mu = rate * own.exposure
    alpha = float(np.clip(((own.counts - mu) ** 2 - mu).sum() / (mu**2).sum(), *ALPHA))
    size, stop = 1 / alpha, 1 / (1 + alpha * rate * now)
    low, high = (float(poisson.cdf(y, rate * now)) for y in (count - 1, count))
    below, up_to = (float(nbinom.cdf(y, size, stop)) for y in (count - 1, count))
    return {"Poisson": (low, high), "gamma-Poisson": (below, up_to)}


def shares(weeks: Weeks, trailing: int) -> Mapping[str, Transforms]:
    """The share of each week's texts that name a topic under the usual level of `salience`, and under a binomial."""
    lots: dict[str, list[tuple[int, float, float]]] = {"ours": [], "binomial": []}
    for t in told(weeks, trailing):
        total = weeks.volume[t - trailing : t]
        ages = [float((weeks.mondays[t] - m).days // 7) for m in weeks.mondays[t - trailing : t]]
        lines = [
            list(zip(column, total.tolist(), ages, strict=True)) for column in weeks.counts[t - trailing : t].T.tolist()
        ]
        size = int(weeks.volume[t])
        for k, usual in enumerate(levels(lines)):
            count = int(weeks.counts[t, k])
            if usual is not None:
                up_to = np.cumsum(usual.forecast(size))
                lots["ours"].append((t, float(up_to[count - 1]) if count else 0.0, float(up_to[count])))
                flat = (sum(c for c, _, _ in lines[k]) + 0.5) / (float(total.sum()) + 1)
                low, high = (float(binom.cdf(y, size, flat)) for y in (count - 1, count))
                lots["binomial"].append((t, low, high))
    return {name: Transforms.of(found) for name, found in lots.items()}
