"""The topic head: how many it adds, in which order, and that what ships fits the facts."""

from collections.abc import Sequence

import numpy as np

from overtone.read.embedding import DIMENSIONS, Vectors
from overtone.read.topics_head import MOST, TopicHead, topic_head
from overtone.registry import load


class Fixed:
    """An embedder of unit vectors: the n-th text points the n-th way."""

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        return np.eye(DIMENSIONS, dtype=np.float32)[: len(texts)]


def test_the_surest_come_first_and_never_more_than_a_few() -> None:
    weights = np.zeros((3, DIMENSIONS), dtype=np.float32)
    weights[:, 0] = (1, 3, 2)
    head = TopicHead(
        embedder=Fixed(),
        names=("a", "b", "c"),
        weights=weights,
        bias=np.zeros(3, dtype=np.float32),
        thresholds=np.full(3, 0.6, dtype=np.float32),
    )
    first, second = head.topics_of_many(["one", "two"], "en")
    assert [name for name, _ in first] == ["b", "c"]
    assert len(first) == MOST
    assert second == ()


def test_the_head_that_ships_knows_topics_of_the_desk_alone() -> None:
    head = topic_head(Fixed())
    assert set(head.names) <= set(load().topics)
    assert head.weights.shape == (len(head.names), DIMENSIONS)
