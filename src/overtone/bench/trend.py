"""Does the trend verdict know a change when it sees one, and keep quiet when it does not?

Generated weeks of known truth: one level throughout, and levels whose odds double or are four times as high. Beside it
stand "never a change" and the bare ratio against the same region. Real weeks: topics of dated headlines with the weeks
in random order, where every call of a change is false. Where the Turing change point dataset lies in the data folder
(`turing-change-points`, with annotations.json), the second view is scored on it as its authors do (van den Burg and
Williams 2020): F1 within five places, and covering, beside "never".
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from overtone.bench.calibration_weeks import CORPORA, weekly
from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.measure.changepoints import changes
from overtone.measure.trend import Stretch, four_words

SEED = 20221014
WEEKS, TRIALS = 26, 250
HEADLINES = "rss-headlines-2022"
TURING = "turing-change-points"
MARGIN = 5  # places


def run(shared: Path) -> tuple[Score, ...]:
    """All scores; those on real weeks only where the corpora are present."""
    return (*_generated(), *_shuffled(shared), *_turing(shared))


def _generated() -> Iterator[Score]:
    for task, odds, wanted in (
        ("weeks of one level", 1.0, "unchanged"),
        ("odds doubled in the last week", 2.0, "worsened"),
        ("odds four times as high in the last week", 4.0, "worsened"),
    ):
        chance = np.random.default_rng([SEED, int(odds)])
        found, bare = [], []
        for _ in range(TRIALS):
            stretch = _stretch(chance, odds)
            found.append(four_words(stretch).verdict)
            bare.append(_bare(stretch))
        yield _share(task, f"called {wanted}", [word == wanted for word in found], None)
        wrong = [word in ("worsened", "improved") for word in found]
        plain = [word in ("worsened", "improved") for word in bare]
        if odds == 1:
            yield _share(task, "called a change", wrong, 0.1, ("bare ratio", float(np.mean(plain))))
        else:
            yield _share(task, "called the opposite", [word == "improved" for word in found], 0.01)


def _stretch(chance: np.random.Generator, odds: float) -> Stretch:
    """Weeks of 20 to 120 statements around one share; in the last its odds are `odds` times as high."""
    share, rho = float(chance.uniform(0.08, 0.35)), float(chance.uniform(0.002, 0.02))
    sizes = chance.integers(20, 121, WEEKS + 1)
    shares = np.full(WEEKS + 1, share)
    shares[-1] = odds * share / (1 - share + odds * share)
    spread = 1 / rho - 1
    hits = chance.binomial(sizes, chance.beta(shares * spread, (1 - shares) * spread))
    weeks = [(float(k), float(n)) for k, n in zip(hits, sizes, strict=True)]
    return Stretch(
        statements=int(sizes[-1]), pressing=int(hits[-1]), past=tuple(weeks[:-1]), coverage=1.0, selected=False
    )


def _bare(stretch: Stretch) -> str:
    """The ratio of the odds against the region, without a thought of chance."""
    raising, whole = (sum(side) for side in zip(*stretch.past, strict=True))
    usual = (raising + 0.5) / (whole - raising + 0.5)
    ratio = (stretch.pressing + 0.5) / (stretch.statements - stretch.pressing + 0.5) / usual
    return "worsened" if ratio > 1.5 else "improved" if ratio < 1 / 1.5 else "unchanged"


def _shuffled(shared: Path) -> Iterator[Score]:
    """The control: real topics of the headlines, the weeks in random order."""
    file = shared / "data" / HEADLINES / "headlines.jsonl.gz"
    if not file.exists():
        return
    weekly_counts = weekly(file, next(corpus for corpus in CORPORA if corpus.name == HEADLINES))
    totals, counts = weekly_counts.volume, weekly_counts.counts
    chance = np.random.default_rng(SEED)
    wrong, plain = [], []
    for topic in range(counts.shape[1]):
        for _ in range(8):
            order = chance.permutation(len(totals))[: WEEKS + 1]
            weeks = [(float(counts[at, topic]), float(totals[at])) for at in order]
            stretch = Stretch(
                statements=int(weeks[-1][1]), pressing=int(weeks[-1][0]), past=tuple(weeks[:-1]), coverage=1.0,
                selected=False,
            )  # fmt: skip
            wrong.append(four_words(stretch).verdict in ("worsened", "improved"))
            plain.append(_bare(stretch) != "unchanged")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    yield _share(
        "real weeks in random order",
        "called a change",
        wrong,
        0.1,
        ("bare ratio", float(np.mean(plain))),
        (HEADLINES, digest),
    )


def _turing(shared: Path) -> Iterator[Score]:
    folder = shared / "data" / TURING
    if not (folder / "annotations.json").exists():
        return
    annotations = json.loads((folder / "annotations.json").read_text("utf-8"))
    found: dict[str, list[tuple[float, float]]] = {"ours": [], "never": []}
    for file in sorted(folder.glob("datasets/*/*.json")):
        series = json.loads(file.read_text("utf-8"))
        if series["name"] in annotations and series["n_dim"] == 1:
            values = np.array([np.nan if v is None else v for v in series["series"][0]["raw"]], dtype=float)
            known = np.flatnonzero(~np.isnan(values))
            whole = np.interp(np.arange(len(values)), known, values[known])
            people = {who: frozenset(places) for who, places in annotations[series["name"]].items()}
            for name, told in (("ours", changes(whole.tolist())), ("never", ())):
                found[name].append((f_one(people, told), covering(people, told, len(whole))))
    digest = hashlib.sha256((folder / "annotations.json").read_bytes()).hexdigest()[:16]
    for n, (metric, target) in enumerate((("f1", 0.663), ("covering", 0.568))):
        ours, never = ([pair[n] for pair in found[name]] for name in ("ours", "never"))
        yield Score(
            bench="trend", task="annotated series, places of change", metric=metric, value=float(np.mean(ours)),
            n=len(ours), target=target, peer="never", peer_value=float(np.mean(never)), corpus=TURING, digest=digest,
        )  # fmt: skip


def f_one(people: Mapping[str, frozenset[int]], told: Sequence[int]) -> float:
    """F1 of the places told: precision against all annotators together, recall as the mean over them."""
    own = {0, *told}
    precision = len(_matched(frozenset().union({0}, *people.values()), own)) / len(own)
    recall = float(np.mean([len(_matched(places | {0}, own)) / len(places | {0}) for places in people.values()]))
    return 2 * precision * recall / (precision + recall)


def _matched(wanted: frozenset[int], told: set[int]) -> set[int]:
    """The wanted places that a told one lies near, each told one used once."""
    left, found = set(told), set()
    for place in sorted(wanted):
        near = [(abs(place - one), one) for one in left if abs(place - one) <= MARGIN]
        if near:
            left.discard(min(near)[1])
            found.add(place)
    return found


def covering(people: Mapping[str, frozenset[int]], told: Sequence[int], count: int) -> float:
    """How well the stretches told cover those of the annotators: weighted Jaccard, mean over annotators."""
    own = _stretches(told, count)
    shares = []
    for places in people.values():
        theirs = _stretches([p for p in sorted(places) if 0 < p < count], count)
        shares.append(sum((b - a) * max(_jaccard((a, b), one) for one in own) for a, b in theirs) / count)
    return float(np.mean(shares))


def _stretches(cuts: Sequence[int], count: int) -> list[tuple[int, int]]:
    return list(zip([0, *cuts], [*cuts, count], strict=True))


def _jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / (max(one[1], other[1]) - min(one[0], other[0]))


def _share(
    task: str, metric: str, hits: Sequence[bool], target: float | None, peer: tuple[str, float] | None = None,
    corpus: tuple[str, str] = ("", "generated"),
) -> Score:  # fmt: skip
    low, high = wilson(sum(hits), len(hits))
    return Score(
        bench="trend", task=task, metric=metric, value=sum(hits) / len(hits), low=low, high=high, n=len(hits),
        target=target, peer=peer[0] if peer else "", peer_value=peer[1] if peer else None, corpus=corpus[0],
        digest=corpus[1],
    )  # fmt: skip
