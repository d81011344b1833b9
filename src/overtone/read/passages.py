"""The passages of a statement, each with what it means: a vector, and the figures, names and denials no vector sees.

A passage is one or more whole sentences of the speaker's own words, about 25 to 60 words: long enough to mean something
by itself, short enough that a retelling keeps most of it. Only positions of known actors have passages. Not for lines
of under four words ("Thank you very much"), which lie near one another whoever says them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from overtone.language import LANGUAGES, language
from overtone.read.denials import denial_of
from overtone.read.embedding import Embedder, Missing
from overtone.read.enrich import FREE, OVERLAP
from overtone.read.figures import figures_of, names_of
from overtone.records import Document, Meaning, Span, Statement

MODEL = "use3@1"
FEWEST, ENOUGH, MOST = 4, 25, 60  # words of a passage: none below, closed from, not beyond unless one sentence is
SCALE = 127


class Passage(NamedTuple):
    """A stretch of a document and the speaker's own words in it, cues left out."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A statement's own words as one text, with where each of its pieces stands in the document."""

    text: str
    pieces: tuple[tuple[int, int], ...]  # place in the text, place in the document

    def place(self, at: int) -> int:
        """Where a character of the words stands in the document."""
        own, printed = max((piece for piece in self.pieces if piece[0] <= at), default=self.pieces[0])
        return printed + at - own


def passages_of(statement: Statement, document: Document, embedder: Embedder | Missing | None) -> tuple[Meaning, ...]:
    """The passages of one statement with their meaning. For many of one document `meanings_of` is faster."""
    return meanings_of((statement,), document, embedder)


def meanings_of(
    statements: Sequence[Statement], document: Document, embedder: Embedder | Missing | None
) -> tuple[Meaning, ...]:
    """The passages of all statements of a document with their meaning, in order; all words are embedded at once.

    Nothing without an embedder. Joint words, which are statements of several speakers in one span, are told once. Of
    statements that lie over one another until their words are many times the document, the first alone are told.
    """
    if embedder is None or isinstance(embedder, Missing):
        return ()
    found = [
        (statement, passage) for statement in _told(statements, document) for passage in split(statement, document)
    ]
    texts = list(dict.fromkeys((one.lang, passage.text) for one, passage in found))
    vectors = {key: row for lang in LANGUAGES for key, row in _embedded([k for k in texts if k[0] == lang], embedder)}
    return tuple(
        _meaning(one, passage, vectors[one.lang, passage.text])
        for one, passage in found
        if (one.lang, passage.text) in vectors
    )


def split(statement: Statement, document: Document) -> tuple[Passage, ...]:
    """The passages of one statement: whole sentences in order, joined until there are enough words."""
    words = _own_words(statement, document)
    if not words.pieces:
        return ()
    spoken = language(statement.lang)
    spans = [(start, stop, spoken.words(words.text[start:stop])) for start, stop in spoken.sentences(words.text)]
    return tuple(
        Passage(words.place(start), words.place(stop - 1) + 1, words.text[start:stop])
        for start, stop, many in _grouped(spans)
        if many >= FEWEST
    )


def packed(vectors: NDArray[np.float32]) -> list[bytes]:
    """Rows of length one as bytes: each component times 127, rounded."""
    whole = np.rint(np.clip(vectors, -1, 1) * SCALE).astype(np.int8)
    return [row.tobytes() for row in whole]


def _told(statements: Iterable[Statement], document: Document) -> Iterator[Statement]:
    """The positions of known actors, one a span, as many as may be looked into."""
    held = [one for one in statements if one.actor and one.act == "position" and one.lang in LANGUAGES]
    lone = list({(one.start, one.stop): one for one in reversed(held)}.values())[::-1]
    sizes = accumulate(one.stop - one.start + sum(s.stop - s.start for s in one.content) for one in lone)
    for one, size in zip(lone, sizes, strict=True):
        if size <= OVERLAP * len(document.text) + FREE:
            yield one


def _own_words(statement: Statement, document: Document) -> Words:
    spans = statement.content or (Span(start=statement.start, stop=statement.stop),)
    parts = [(document.text[span.start : span.stop], span.start) for span in spans if span.stop > span.start]
    begins = accumulate((len(text) + 1 for text, _ in parts), initial=0)
    return Words(
        " ".join(text for text, _ in parts), tuple((own, at) for own, (_, at) in zip(begins, parts, strict=False))
    )


def _grouped(spans: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Sentences in a row joined into passages: closed once long enough, or where the next would make it too long."""
    start, stop, many = 0, 0, 0
    for first, last, words in spans:
        if many and (many >= ENOUGH or many + words > MOST):
            yield start, stop, many
            many = 0
        if not many:
            start = first
        stop, many = last, many + words
    if many:
        yield start, stop, many


def _embedded(texts: Sequence[tuple[str, str]], embedder: Embedder) -> Iterator[tuple[tuple[str, str], bytes]]:
    """The vectors of texts in one language; none for a text in which the encoder finds nothing."""
    if texts:
        rows = embedder.embed([text for _, text in texts], texts[0][0])
        yield from ((key, row) for key, row in zip(texts, packed(rows), strict=True) if any(row))


def _meaning(statement: Statement, passage: Passage, vector: bytes) -> Meaning:
    return Meaning(
        document=statement.document,
        reader=statement.reader,
        start=passage.start,
        stop=passage.stop,
        of_start=statement.start,
        of_stop=statement.stop,
        lang=statement.lang,
        model=MODEL,
        vector=vector,
        figures=figures_of(passage.text, statement.lang),
        names=names_of(passage.text),
        negated=denial_of(passage.text, statement.lang),
    )
