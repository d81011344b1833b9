"""Attitudes between the states and persons of an article (RuSentRel), by three-fold cross-validation over articles.

Entities are given, as in the task (`3l` of its leaderboard); ours finds the pairs and the sign. Figure: the mean of F1
of negative and of positive pairs, averaged over articles. Published by three-fold cross-validation over 73 articles:
gradient boosting .203, attentive networks .31, best fine-tuned language model .39; a second annotator .55 (leaderboard
of nicolay-r/RuSentRel-Leaderboard). We have the train articles alone: landmarks, not peers of the same run.
"""

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np

from overtone.bench.logistic import Logistic, fit
from overtone.bench.opinion_words import Token, tokens_of
from overtone.bench.score import Score
from overtone.bench.shuffles import bootstrap

FOLDS = 3
FARTHEST = 25  # words between two entities of one sentence
KINDS = frozenset(("PER", "ORG", "GEOPOLIT", "LOC", "STATE", "Author"))
CLASSICAL, BEST, PEOPLE = 0.203, 0.39, 0.55
Pair = tuple[str, str]


class Entity(NamedTuple):
    """An entity as marked in an article."""

    start: int
    stop: int
    kind: str
    group: str  # the first of its synonyms


class Article(NamedTuple):
    """The pairs of an article with what is seen of them, and their labels."""

    features: Mapping[Pair, list[str]]
    labels: Mapping[Pair, str]


def attitude_scores(file: Path) -> Iterator[Score]:
    """The figure over the train articles beside classical systems and the best published."""
    articles = list(articles_of(file))
    rows = np.zeros((len(articles), 2))
    for fold in range(FOLDS):
        model = _trained([a for n, a in enumerate(articles) if n % FOLDS != fold])
        for n in range(fold, len(articles), FOLDS):
            rows[n] = f1_of_signs(_found(model, articles[n]), articles[n].labels), 1
    low, high = bootstrap(rows, lambda sums: float(sums[0] / max(sums[1], 1)))
    for peer, value in (
        ("published: gradient boosting, cross-validated", CLASSICAL),
        ("published: best language model, cross-validated", BEST),
        ("published: second annotator", PEOPLE),
    ):
        yield Score(
            bench="opinions",
            task="attitudes between entities, ru, cross-validated",
            metric="f1",
            value=float(rows[:, 0].mean()),
            low=low,
            high=high,
            n=sum(len(article.labels) for article in articles),
            peer=peer,
            peer_value=value,
            corpus="rusentrel",
            digest=sha256(file.read_bytes()).hexdigest(),
        )


def articles_of(file: Path) -> Iterator[Article]:
    """The articles of the archive, in the order of their names."""
    with tarfile.open(file) as archive:
        texts = {}
        for member in archive.getmembers():
            handle = archive.extractfile(member)
            if handle is not None:
                texts[member.name] = handle.read().decode("utf-8-sig", "replace")
    groups = _groups(texts.get("synonyms.txt", ""))
    for name in sorted(texts):
        if re.fullmatch(r"train/art\d+\.txt", name):
            marks, opinions = texts[name.replace(".txt", ".ann")], texts[name.replace(".txt", ".opin.txt")]
            yield article_of(texts[name], list(_entities(marks, groups)), dict(_labels(opinions, groups)))


def article_of(text: str, entities: Sequence[Entity], labels: Mapping[Pair, str]) -> Article:
    """The ordered pairs of entities that stand in one line of the text near enough, with what is seen of them."""
    features: dict[Pair, list[str]] = defaultdict(list)
    at = 0
    for line in text.split("\n"):
        inside = [e for e in entities if at <= e.start and e.stop <= at + len(line)]
        tokens = [t._replace(start=t.start + at, stop=t.stop + at) for t in tokens_of(line)] if len(inside) > 1 else []
        for one in inside:
            for other in inside:
                between = _between(tokens, one, other)
                if one.group != other.group and len(between) <= FARTHEST:
                    features[one.group, other.group] += pair_features(one, other, between)
        at += len(line) + 1
    return Article(features, labels)


def pair_features(one: Entity, other: Entity, between: Sequence[Token]) -> list[str]:
    """What is seen of two entities of one line: kinds, order, distance, words and their value between them."""
    order = "forward" if one.start < other.start else "backward"
    found = ["bias", f"kinds={one.kind}-{other.kind}", order, f"gap={order}{min(len(between) // 3, 6)}"]
    found += [f"value={order}{t.value}" for t in between if t.value]
    found += [f"verb={order}{t.lemma}" for t in between if t.pos in ("VERB", "INFN", "NOUN", "PREP")]
    return [*found, f"names={one.group}>{other.group}", f"who={one.group}", f"whom={other.group}"]


def f1_of_signs(found: Mapping[Pair, str], labels: Mapping[Pair, str]) -> float:
    """The mean of F1 of negative and of positive pairs; a sign that neither side has counts as right."""
    values = []
    for sign in ("neg", "pos"):
        ours = {pair for pair, label in found.items() if label == sign}
        gold = {pair for pair, label in labels.items() if label == sign}
        values.append(2 * len(ours & gold) / (len(ours) + len(gold)) if ours or gold else 1.0)
    return sum(values) / 2


def _between(tokens: Sequence[Token], one: Entity, other: Entity) -> list[Token]:
    start, stop = min(one.stop, other.stop), max(one.start, other.start)
    return [token for token in tokens if token.start >= start and token.stop <= stop]


def _trained(articles: Sequence[Article]) -> Logistic:
    rows = [names for article in articles for names in article.features.values()]
    labels = [article.labels.get(pair, "none") for article in articles for pair in article.features]
    return fit(rows, labels, penalty=3.0)


def _found(model: Logistic, article: Article) -> dict[Pair, str]:
    """A sign for each pair whose signs together outweigh the threshold learnt from how many pairs have one."""
    pairs = list(article.features)
    if not pairs:
        return {}
    shares = model.probabilities([article.features[pair] for pair in pairs])
    neg, pos = (shares[:, model.classes.index(sign)] for sign in ("neg", "pos"))
    return {pair: "neg" if a >= b else "pos" for pair, a, b in zip(pairs, neg, pos, strict=True) if a + b >= 0.3}


def _groups(synonyms: str) -> dict[str, str]:
    return {
        lemmas(name): lemmas(line.split(",")[0])
        for line in synonyms.split("\n")
        for name in line.split(",")
        if line.strip()
    }


@cache
def lemmas(name: str) -> str:
    """A name word by word in its first form, as the task compares names."""
    return " ".join(token.lemma for token in tokens_of(name.strip()))


def _entities(marks: str, groups: Mapping[str, str]) -> Iterator[Entity]:
    for line in marks.split("\n"):
        _, _, rest = line.partition("\t")
        place, _, name = rest.partition("\t")
        parts = place.split()
        if len(parts) == 3 and parts[0] in KINDS and name.strip() not in ("Author", "Unknown"):
            key = lemmas(name)
            yield Entity(int(parts[1]), int(parts[2]), parts[0], groups.get(key, key))


def _labels(opinions: str, groups: Mapping[str, str]) -> Iterator[tuple[Pair, str]]:
    for line in opinions.split("\n"):
        parts = [part.strip() for part in line.split(",")]
        if len(parts) >= 3 and parts[2] in ("neg", "pos"):
            one, other = (groups.get(lemmas(name), lemmas(name)) for name in parts[:2])
            yield (one, other), parts[2]
