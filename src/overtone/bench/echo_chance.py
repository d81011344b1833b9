"""What chance alone gives: formulas that unrelated speakers share, and echoes that fall on anybody.

Unrelated: short statements of 12 to 20 words by 20 speakers, two thirds of them with one of 300 stock formulas, nothing
copied. How many pairs in a million are alike, and how many of these reach the bits. Null: days of statements by
speakers of unequal activity, links between statements of different days dealt to anybody; planted, one pair of speakers
is given fifteen links on top.
"""

from collections.abc import Iterator

import numpy as np
from scipy.stats import binomtest

from overtone.bench.score import Score
from overtone.measure.echo_judging import BITS
from overtone.measure.echo_null import at_least, page, shares
from overtone.measure.echo_weight import Piece, bits
from overtone.measure.shape import false_discovery

SEED = 20220516
SPEAKERS, DAYS, LINKS = 20, 60, 150
PLANTED = 15


def scores() -> tuple[Score, ...]:
    """The chance level of likeness with and without the bits, and how often the null is flagged."""
    return (*_unrelated(), *_null())


def _unrelated(statements: int = 3000) -> Iterator[Score]:
    chance = np.random.default_rng(SEED)
    odds = 1 / np.arange(1, 301)
    odds /= odds.sum()
    formulas = [chance.integers(0, 10**6, int(length)) for length in chance.integers(6, 12, 300)]
    speakers = chance.integers(0, SPEAKERS, statements)
    lists = [_runs(_words(chance, formulas, odds)) for _ in range(statements)]
    uses: dict[int, list[int]] = {}
    for item, runs in enumerate(lists):
        for run in runs:
            uses.setdefault(run, []).append(item)
    met = weighty = 0
    for item, runs in enumerate(lists):
        shared: dict[int, int] = {}
        for run in runs:
            for other in uses[run]:
                if other < item and speakers[other] != speakers[item]:
                    shared[other] = shared.get(other, 0) + 1
        for other, number in shared.items():
            alike = number >= 0.5 * (len(runs) + len(lists[other]) - number)
            if alike or (number >= 0.8 * len(runs) and len(runs) >= 8):
                met += 1
                weighty += _weight(item, lists, uses, other, speakers) >= BITS
    pairs = sum(int((speakers[:item] != speakers[item]).sum()) for item in range(statements))
    for metric, number in (("alike in a million pairs", met), ("echoes in a million pairs", weighty)):
        band = binomtest(number, pairs).proportion_ci(0.95, method="wilson")
        yield Score(
            bench="echo",
            task="formulas of unrelated speakers",
            metric=metric,
            value=number / pairs * 1e6,
            low=float(band.low) * 1e6,
            high=float(band.high) * 1e6,
            n=pairs,
            target=2.0 if metric.startswith("echoes") else None,
            digest="generated",
        )


def _words(chance: np.random.Generator, formulas: list[np.ndarray], odds: np.ndarray) -> list[int]:
    words = (10**6 + (chance.zipf(1.2, int(chance.integers(4, 10))) % 50_000)).tolist()
    if chance.random() < 2 / 3:
        words += formulas[int(chance.choice(300, p=odds))].tolist()
    return [int(word) for word in words]


def _runs(words: list[int]) -> dict[int, int]:
    """Keys of the runs of three words with their first place."""
    found: dict[int, int] = {}
    for place in range(len(words) - 2):
        found.setdefault(hash(tuple(words[place : place + 3])), place)
    return found


def _weight(
    item: int, lists: list[dict[int, int]], uses: dict[int, list[int]], other: int, speakers: np.ndarray
) -> float:
    pieces = []
    for run, place in lists[item].items():
        if run in lists[other]:
            before = [u for u in uses[run] if u < item]
            own = sum(int(speakers[u] == speakers[item]) for u in before)
            pieces.append(Piece(x=place, y=lists[other][run], often=len(before) - own, own=own))
    own = int((speakers[:item] == speakers[item]).sum())
    return bits(pieces, item - own, own)


def _null(worlds: int = 30) -> Iterator[Score]:
    chance = np.random.default_rng(SEED + 1)
    flagged, discoveries, planted = [], [], []
    for _ in range(worlds):
        activity, labels = _days(chance)
        shared = shares(activity)
        links = _dealt(chance, labels, LINKS)
        small = _tests(links, shared)
        flagged += [p <= 0.05 for p, _ in small]
        discoveries.append(sum(q <= 0.05 for q in false_discovery([p for p, _ in small])))
        more = links + _dealt(chance, labels, PLANTED, pair=(0, 1))
        tests = _tests(more, shared)
        q = false_discovery([p for p, _ in tests])
        planted.append(next(value for value, (_, pair) in zip(q, tests, strict=True) if pair == (0, 1)) <= 0.05)
    yield _share(flagged, "links dealt to anybody", "flagged at 5 %", 0.055)
    yield _share([n > 0 for n in discoveries], "links dealt to anybody", "runs with a discovery at q ≤ .05", 0.05)
    yield _share(planted, f"{PLANTED} links of one pair planted", "found at q ≤ .05", 0.9)


def _days(chance: np.random.Generator) -> tuple[list[tuple[str, int, int]], list[np.ndarray]]:
    """Statements by speaker and day, and the speakers of each day's statements."""
    leaning = chance.gamma(1.0, 1.0, SPEAKERS) + 0.2
    labels = [
        chance.choice(SPEAKERS, int(chance.integers(5, 40)), p=_normed(leaning * chance.gamma(2.0, 0.5, SPEAKERS)))
        for _ in range(DAYS)
    ]
    counted = [(day, np.bincount(line, minlength=SPEAKERS)) for day, line in enumerate(labels)]
    return [(str(s), day, int(n)) for day, line in counted for s, n in enumerate(line) if n], labels


def _normed(weights: np.ndarray) -> np.ndarray:
    return np.asarray(weights / weights.sum())


Link = tuple[int, int, int, int, int]  # speaker, day, origin's speaker, its day, its page


def _dealt(
    chance: np.random.Generator, labels: list[np.ndarray], number: int, pair: tuple[int, int] | None = None
) -> list[Link]:
    """Links from statements of later days to pages of earlier ones, some pages echoed several times."""
    pages = [(int(chance.integers(0, DAYS - 1)), int(chance.integers(0, 10**6))) for _ in range(max(1, number // 2))]
    found: list[Link] = []
    while len(found) < number:
        day, name = pages[int(chance.integers(0, len(pages)))]
        origin = pair[1] if pair else int(labels[day][name % len(labels[day])])
        later = int(chance.integers(day + 1, DAYS))
        speaker = pair[0] if pair else int(chance.choice(labels[later]))
        if speaker != origin:
            found.append((speaker, later, origin, day, name))
    return found


def _tests(links: list[Link], shared: dict[int, dict[str, float]]) -> list[tuple[float, tuple[int, int]]]:
    """P of at least as many links, for every ordered pair of speakers."""
    by_page: dict[tuple[int, int, int], list[int]] = {}
    count: dict[tuple[int, int], int] = {}
    for speaker, later, origin, day, name in links:
        by_page.setdefault((origin, day, name), []).append(later)
        count[speaker, origin] = count.get((speaker, origin), 0) + 1
    pages = [page(key[1], sorted(days), shared) for key, days in sorted(by_page.items())]
    pairs = [(a, b) for a in range(SPEAKERS) for b in range(SPEAKERS) if a != b]
    return [(at_least(pages, shared, str(a), str(b), count.get((a, b), 0)), (a, b)) for a, b in pairs]


def _share(hits: list[bool], task: str, metric: str, target: float) -> Score:
    band = binomtest(sum(hits), len(hits)).proportion_ci(0.95, method="wilson")
    return Score(
        bench="echo",
        task=task,
        metric=metric,
        value=sum(hits) / len(hits),
        low=float(band.low),
        high=float(band.high),
        n=len(hits),
        target=target,
        digest="generated",
    )
