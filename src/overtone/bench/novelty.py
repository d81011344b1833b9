"""How far can novelty be trusted? Ranks across codebooks, and what is left of resonance beside random order.

Text: the turns of one President in the Kremlin's transcripts of 1999–2020, in their order. Two disjoint halves of the
codebooks that ship rank the same turns; beside them stand single codebooks and, where scikit-learn is installed, topic
models that differ in their seed alone, as they are commonly used. The control: the same turns in random order.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.stats import spearmanr

from overtone.bench.score import Score
from overtone.language import language
from overtone.measure.mixtures import Array, codebooks, divergences, mixtures
from overtone.measure.novelty import MAIN, along, by_chance
from overtone.read.embedding import Missing, open_embedder
from overtone.read.passages import ENOUGH

CORPUS = "kremlin-1999-2020"
SPEAKER = "Putin"
LEAST = 40  # words of a turn
SEED = 1790
TOPICS, SEEDS = 10, 4
FLAGGED = 200  # stretches of the control


def run(shared: Path) -> tuple[Score, ...]:
    """The figures over 1,400 turns."""
    return scored(shared, 1_400)


def quick(shared: Path) -> tuple[Score, ...]:
    """The figures over the first 300 turns."""
    return scored(shared, 300)


def scored(shared: Path, most: int) -> tuple[Score, ...]:
    """Rank agreement of novelty and resonance, and the control, over so many turns; nothing without embeddings."""
    file = shared / "data" / CORPUS / "documents.jsonl.gz"
    encoder = open_embedder()
    if isinstance(encoder, Missing):
        return ()
    texts = turns(file)[:most]
    pieces = [passages(text) for text in texts]
    vectors = encoder.embed([piece for one in pieces for piece in one], "en").astype(np.float64)
    belongs = np.repeat(np.arange(len(pieces)), [len(one) for one in pieces])
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return tuple(_scores(texts, vectors, belongs, digest))


def turns(file: Path) -> list[str]:
    """The turns of the speaker in the order of their days, each of `LEAST` words at least."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        found = [
            (str(page["date"]), str(page["id"]), n, str(turn["text"]))
            for page in map(json.loads, lines)
            for n, turn in enumerate(page["paragraphs"])
            if page.get("date") and SPEAKER in (turn.get("speaker") or "") and len(turn["text"].split()) >= LEAST
        ]
    return [text for *_, text in sorted(found)]


def passages(text: str) -> list[str]:
    """Whole sentences joined until there are enough words; the first twenty of a turn."""
    spoken, found, words = language("en"), [""], 0
    for start, stop in spoken.sentences(text):
        if words >= ENOUGH:
            found.append("")
            words = 0
        found[-1] = f"{found[-1]} {text[start:stop]}".strip()
        words += spoken.words(text[start:stop])
    return found[:20]


def _scores(texts: Sequence[str], vectors: Array, belongs: npt.NDArray[np.int64], digest: str) -> Iterator[Score]:
    books = codebooks()
    halves = [divergences(mixtures(vectors, belongs, books[at::2])) for at in (0, 1)]
    single = [divergences(mixtures(vectors, belongs, books[at : at + 1])) for at in range(SEEDS)]
    topics = topic_models(texts)
    peers = topics or single
    name = f"topic models, {SEEDS} seeds" if topics else f"one codebook, {SEEDS} seeds"
    for unit in ("novelty", "resonance"):
        value, low, high = _agreement(halves, unit)
        yield Score(
            bench="novelty", task=f"ranks of {unit}, two halves of the codebooks", metric="rank correlation",
            value=value, low=low, high=high, n=len(texts), target=0.95, peer=name,
            peer_value=float(np.mean([_agreement(pair, unit)[0] for pair in combinations(peers, 2)])),
            corpus=CORPUS, digest=digest,
        )  # fmt: skip
    yield _control(halves[0], len(texts), digest)
    yield from _slopes(halves[0], digest)


def _agreement(pair: Sequence[Array], unit: str) -> tuple[float, float, float]:
    """Spearman's correlation of the ranks with a bootstrap interval."""
    one, other = (along(apart, unit, MAIN) for apart in pair)
    held = ~np.isnan(one)
    one, other = one[held], other[held]
    chance = np.random.default_rng(SEED)
    drawn = [chance.integers(0, len(one), len(one)) for _ in range(200)]
    again = [float(spearmanr(one[at], other[at]).statistic) for at in drawn]
    low, high = (float(q) for q in np.quantile(again, [0.025, 0.975]))
    return float(spearmanr(one, other).statistic), low, high


def _control(apart: Array, count: int, digest: str) -> Score:
    """Time shuffled: the share of stretches of five turns called unlike random order at 5 %."""
    chance = np.random.default_rng(SEED)
    flagged = []
    for _ in range(FLAGGED):
        order = chance.permutation(len(apart))[:80]
        shuffled = apart[np.ix_(order, order)]
        places = np.arange(60, 65)
        null = by_chance(shuffled, places, "novelty", chance)
        value = float(along(shuffled, "novelty", MAIN)[places].mean())
        flagged.append((1 + (np.abs(null - null.mean()) >= abs(value - null.mean())).sum()) / (1 + len(null)) <= 0.05)
    return Score(
        bench="novelty", task="time shuffled, called unlike random order at 5 %", metric="share",
        value=float(np.mean(flagged)), n=count, target=0.05, corpus=CORPUS, digest=digest,
    )  # fmt: skip


def _slopes(apart: Array, digest: str) -> Iterator[Score]:
    """Slope of resonance on novelty, both in standard units, and the same in random order."""
    chance = np.random.default_rng(SEED)
    shuffled = []
    for _ in range(40):
        order = chance.permutation(len(apart))
        shuffled.append(_slope(apart[np.ix_(order, order)]))
    low, high = (float(q) for q in np.quantile(shuffled, [0.025, 0.975]))
    yield Score(
        bench="novelty", task="slope of resonance on novelty, beside random order", metric="slope",
        value=_slope(apart), low=low, high=high, n=len(apart), peer="random order",
        peer_value=float(np.mean(shuffled)), corpus=CORPUS, digest=digest,
    )  # fmt: skip


def _slope(apart: Array) -> float:
    novelty, resonance = along(apart, "novelty", MAIN), along(apart, "resonance", MAIN)
    held = ~np.isnan(resonance)
    return float(np.corrcoef(novelty[held], resonance[held])[0, 1])


def topic_models(texts: Sequence[str]) -> list[Array]:
    """Divergences by latent Dirichlet allocation with several seeds; none where scikit-learn is not installed."""
    if find_spec("sklearn") is None:
        return []
    counted = import_module("sklearn.feature_extraction.text").CountVectorizer(
        max_features=10_000, stop_words="english"
    )
    words = counted.fit_transform(texts)
    allocation = import_module("sklearn.decomposition").LatentDirichletAllocation
    found = []
    for seed in range(SEEDS):
        model = allocation(TOPICS, learning_method="batch", max_iter=40, random_state=seed, doc_topic_prior=0.1)
        shares = model.fit_transform(words) + 1e-6
        found.append(divergences((shares / shares.sum(axis=1, keepdims=True))[None]))
    return found
