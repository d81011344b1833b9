"""Conflict in the Security Council: which sentences of a speech attack or contradict somebody, speeches held out.

Five folds by speech; whatever is learnt, weights, neighbours' weights and threshold, is learnt on the other four. The
peer, TF-IDF with a logistic regression, is measured on the same folds, once at one half, as it is usually run, and once
at the threshold that its own training speeches give. Intervals: speeches drawn again (bootstrap). `quick` measures what
the ledger's own vectors see; `run` the head that ships as well, and what is left of it in a meeting it never heard.
Not for other councils: four meetings of one year on one war.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from overtone.bench.conflict_corpus import FILE, Speech, speeches
from overtone.bench.conflict_model import auc, best_threshold, f1, fit, folds, levelled, logistic, tfidf
from overtone.bench.score import Score
from overtone.bench.shuffles import DRAWS, SEED
from overtone.read.conflict import AFTER
from overtone.read.e5 import E5
from overtone.read.embedding import Missing, open_embedder
from overtone.read.speech.loading import NoModelError, vectors_file

Numbers = NDArray[np.float64]
Labels = NDArray[np.bool_]
FOLDS = 5
PEER = "TF-IDF + logistic"
SOFT = 0.1  # its penalty: the best of 1, 0.25 and 0.1 on these folds, so that the peer is at its best
TARGETS = {"f1": 0.66, "auc": 0.87, "r of speeches": 0.774}
Learner = Callable[[Sequence[int]], Callable[[int], tuple[Numbers, float]]]  # speeches → speech → chances, threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What was held out, speech by speech: the chances given, the calls made, the truth."""

    chances: tuple[Numbers, ...]
    calls: tuple[Labels, ...]
    gold: tuple[Labels, ...]

    def figures(self, drawn: Sequence[int]) -> dict[str, float]:
        """F1, AUC and the correlation of speeches' means, over these speeches."""
        chances = np.concatenate([self.chances[n] for n in drawn])
        gold = np.concatenate([self.gold[n] for n in drawn])
        means = np.array([(self.chances[n].mean(), self.gold[n].mean()) for n in drawn])
        return {
            "f1": f1(np.concatenate([self.calls[n] for n in drawn]), gold),
            "auc": auc(chances, gold),
            "r of speeches": float(np.corrcoef(means.T)[0, 1]) if (means.std(axis=0) > 0).all() else 0.0,
        }


def quick(shared: Path) -> tuple[Score, ...]:
    """What the ledger's passage vectors see, without neighbours."""
    corpus = speeches(shared / "data" / "unscon")
    return tuple(_by_vectors(corpus, _digest(shared)))


def run(shared: Path) -> tuple[Score, ...]:
    """All figures: the ledger's vectors, the head that ships, and that head in meetings it never heard."""
    corpus, digest = speeches(shared / "data" / "unscon"), _digest(shared)
    return (*_by_vectors(corpus, digest, tuned=True), *_by_head(corpus, digest))


def _digest(shared: Path) -> str:
    return hashlib.sha256((shared / "data" / "unscon" / FILE).read_bytes()).hexdigest()[:16]


def _by_vectors(corpus: Sequence[Speech], digest: str, *, tuned: bool = False) -> Iterator[Score]:
    encoder = open_embedder()
    if isinstance(encoder, Missing):
        return
    vectors = [encoder.embed([s.text for s in speech.sentences], "en").astype(np.float64) for speech in corpus]
    gold = _gold(corpus)

    def learn(known: Sequence[int]) -> Callable[[int], tuple[Numbers, float]]:
        model = levelled(np.concatenate([vectors[n] for n in known]), np.concatenate([gold[n] for n in known]))
        inner = _held_out([vectors[n] for n in known], [gold[n] for n in known])
        least = best_threshold(inner, np.concatenate([gold[n] for n in known]))
        return lambda n: (_chance(model.scores(vectors[n])), least)

    parts = folds([len(speech.sentences) for speech in corpus], FOLDS)
    found = _called(parts, learn, gold)
    yield from _scores("conflict, passage vectors, with models", found, _peers(corpus, parts, tuned=tuned), digest)


def _held_out(vectors: Sequence[Numbers], gold: Sequence[Labels]) -> Numbers:
    """Chances of each speech by a head that did not see it."""
    found: list[Numbers] = [np.zeros(0)] * len(vectors)
    for held in folds([len(part) for part in vectors], FOLDS):
        rest = [n for n in range(len(vectors)) if n not in held]
        model = levelled(np.concatenate([vectors[n] for n in rest]), np.concatenate([gold[n] for n in rest]))
        for n in held:
            found[n] = _chance(model.scores(vectors[n]))
    return np.concatenate(found)


def _by_head(corpus: Sequence[Speech], digest: str) -> Iterator[Score]:
    try:
        encoder = E5(vectors_file())
    except NoModelError:
        return
    means = [encoder.means([s.text for s in speech.sentences], AFTER) for speech in corpus]
    gold = _gold(corpus)

    def learn(known: Sequence[int]) -> Callable[[int], tuple[Numbers, float]]:
        head = fit([means[n] for n in known], [gold[n] for n in known])
        return lambda n: (head.chances([means[n]])[0], head.threshold)

    meetings = sorted({speech.meeting for speech in corpus})
    apart = [[n for n, speech in enumerate(corpus) if speech.meeting == meeting] for meeting in meetings]
    dealt = folds([len(speech.sentences) for speech in corpus], FOLDS)
    for name, parts in (("speeches held out", dealt), ("meetings held out", apart)):
        task = f"conflict, the head that ships, {name}, with models"
        yield from _scores(task, _called(parts, learn, gold), _peers(corpus, parts), digest)


def _peers(corpus: Sequence[Speech], parts: Sequence[Sequence[int]], *, tuned: bool = True) -> dict[str, Called]:
    """The peer at one half, and, where that is asked for, at the threshold of its training speeches."""
    texts = [[s.text for s in speech.sentences] for speech in corpus]
    gold = _gold(corpus)

    def learner(own: bool) -> Learner:
        def learn(known: Sequence[int]) -> Callable[[int], tuple[Numbers, float]]:
            flat = [text for n in known for text in texts[n]]
            rows, labels = tfidf(flat), np.concatenate([gold[n] for n in known])
            model = logistic(rows(flat), labels, SOFT)
            least = _peer_threshold([texts[n] for n in known], [gold[n] for n in known]) if own else 0.5
            return lambda n: (_chance(model.scores(rows(texts[n]))), least)

        return learn

    plain = {PEER: _called(parts, learner(False), gold)}
    return {**plain, f"{PEER}, own threshold": _called(parts, learner(True), gold)} if tuned else plain


def _peer_threshold(texts: Sequence[list[str]], gold: Sequence[Labels]) -> float:
    found: list[Numbers] = [np.zeros(0)] * len(texts)
    for held in folds([len(part) for part in texts], FOLDS):
        rest = [n for n in range(len(texts)) if n not in held]
        flat = [text for n in rest for text in texts[n]]
        rows = tfidf(flat)
        model = logistic(rows(flat), np.concatenate([gold[n] for n in rest]), SOFT)
        for n in held:
            found[n] = _chance(model.scores(rows(texts[n])))
    return best_threshold(np.concatenate(found), np.concatenate(gold))


def _called(parts: Sequence[Sequence[int]], learn: Learner, gold: Sequence[Labels]) -> Called:
    chances: list[Numbers] = [np.zeros(0)] * len(gold)
    calls: list[Labels] = [np.zeros(0, dtype=bool)] * len(gold)
    for held in parts:
        apart = set(held)
        tried = learn([n for n in range(len(gold)) if n not in apart])
        for n in held:
            chances[n], least = tried(n)
            calls[n] = chances[n] >= least
    return Called(chances=tuple(chances), calls=tuple(calls), gold=tuple(gold))


def _scores(task: str, ours: Called, peers: dict[str, Called], digest: str) -> Iterator[Score]:
    everyone = range(len(ours.gold))
    generator = np.random.default_rng(SEED)
    draws = [ours.figures(generator.integers(0, len(ours.gold), len(ours.gold)).tolist()) for _ in range(DRAWS)]
    for metric, value in ours.figures(everyone).items():
        low, high = np.percentile([draw[metric] for draw in draws], (2.5, 97.5))
        for peer, theirs in peers.items():
            if metric == "f1" or peer == PEER:
                yield Score(
                    bench="conflict",
                    task=task,
                    metric=metric,
                    value=value,
                    low=float(low),
                    high=float(high),
                    n=sum(len(part) for part in ours.gold),
                    target=TARGETS[metric],
                    peer=peer,
                    peer_value=theirs.figures(everyone)[metric],
                    corpus="unscon",
                    digest=digest,
                )


def _gold(corpus: Sequence[Speech]) -> list[Labels]:
    return [np.array([s.conflict for s in speech.sentences], dtype=bool) for speech in corpus]


def _chance(scores: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-scores))
    return found
