"""Topics by words and by the head, and where on the page they stand."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from overtone.read.embedding import Vectors
from overtone.read.names import read_names
from overtone.read.topics import HEAD, WORDS, topics_by_position, topics_of_text
from overtone.read.topics_head import TopicHead
from overtone.records import Document, Part
from overtone.registry import load


class Constant:
    """An embedder that gives every text the same vector."""

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        return np.ones((len(texts), 2), dtype=np.float32)


def head(*, bias: float) -> TopicHead:
    return TopicHead(
        embedder=Constant(),
        names=("energy",),
        weights=np.zeros((1, 2), dtype=np.float32),
        bias=np.array([bias], dtype=np.float32),
        thresholds=np.array([0.8], dtype=np.float32),
    )


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("en", "They spoke of sanctions and drills.", "sanctions"),
        ("ru", "Говорили о санкциях.", "санкциях"),
        ("be", "Гаварылі пра санкцыі.", "санкцыі"),
    ],
)
def test_a_word_is_shown_as_evidence(lang: str, text: str, word: str) -> None:
    found = next(f for f in topics_of_text(text, lang, load()) if f.topic == "sanctions")
    assert (found.rule, text[found.start : found.stop]) == (WORDS, word)


def test_the_head_adds_what_no_word_names_with_its_score() -> None:
    text = "They talked about the winter and the taps of the neighbour."
    assert [(f.topic, f.rule, f.start) for f in topics_of_text(text, "en", load(), head=head(bias=3))] == [
        ("energy", HEAD, -1)
    ]
    assert topics_of_text(text, "en", load(), head=head(bias=0)) == ()


def test_the_head_is_not_asked_about_a_scrap() -> None:
    assert topics_of_text("The tap.", "en", load(), head=head(bias=3)) == ()


def test_each_topic_has_its_places_on_the_page() -> None:
    title, lead, body = "Sanctions grow", "NATO was named.", "Sanctions again.\n\nMinsk – BelTA/NATO"
    text = f"{title}\n\n{lead}\n\n{body}"
    parts, at = [], 0
    for role, words in (("headline", title), ("lead", lead), ("body", body)):
        parts.append(Part(role=role, start=at, stop=at + len(words)))
        at += len(words) + 2
    document = Document(
        source="s", key="1", url="", lang="en", text=text, text_sha256="", parts=tuple(parts),
        published_on=date(2022, 5, 16),
    )  # fmt: skip
    assert topics_by_position(document, read_names(document, load())) == (
        ("sanctions", "headline"),
        ("nato", "lead"),
        ("sanctions", "body"),
        ("nato", "by-line"),
    )


def test_a_page_without_parts_has_a_headline_and_a_body() -> None:
    text = "Sanctions grow\n\nAnd NATO was named in a long sentence of the body."
    document = Document(
        source="s", key="1", url="", lang="en", text=text, text_sha256="", parts=(), published_on=date(2022, 5, 16)
    )
    assert topics_by_position(document, read_names(document, load())) == (("sanctions", "headline"), ("nato", "body"))
