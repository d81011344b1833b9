"""A learner of opinion tuples for the bench: which words value, then whom, then whose opinion it is.

Three logistic regressions over words, lemmas, cases and distances: the level of classical systems, trained and tried by
cross-validation. Not part of what reads documents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overtone.bench.logistic import Logistic, fit
from overtone.bench.opinion_words import Chunk, Token, chunks_of, head_of, tokens_of

EXPRESSES = 0.3  # least probability that a word belongs to an expression
AIMS = 0.35  # least probability that a phrase is the target of an expression
NOBODY, AUTHOR = "null", "author"
Cells = frozenset[int]  # token numbers


class Opinion(NamedTuple):
    """Who holds which opinion of whom, by which words: sets of token numbers."""

    source: Cells | str  # NOBODY, AUTHOR or tokens
    target: Cells
    expression: Cells
    polarity: str  # NEG | POS


class Sentence(NamedTuple):
    """A sentence with its tokens, noun phrases and, for training, its opinions."""

    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...]
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionModel:
    """The three classifiers."""

    words: Logistic
    targets: Logistic
    sources: Logistic

    def read(self, sentence: Sentence) -> tuple[Opinion, ...]:
        """The opinions of a sentence."""
        found: list[Opinion] = []
        for expression, polarity in self._expressions(sentence):
            for target in self._targets(sentence, expression, polarity):
                source = self._source(sentence, expression, target)
                found.append(Opinion(source, _cells(target), frozenset(range(*expression)), polarity))
        return tuple(found)

    def _expressions(self, sentence: Sentence) -> Iterator[tuple[Chunk, str]]:
        tokens = sentence.tokens
        if not tokens:
            return
        shares = self.words.probabilities([word_features(tokens, n) for n in range(len(tokens))])
        best = shares[:, [self.words.classes.index("NEG"), self.words.classes.index("POS")]]
        labels = ["NEG" if row[0] >= row[1] else "POS" if row.max() else "" for row in best]
        on = [bool(row.sum() >= EXPRESSES) for row in best]
        n = 0
        while n < len(tokens):
            if not on[n]:
                n += 1
                continue
            stop = n + 1
            while stop < len(tokens) and (
                on[stop] or (stop + 1 < len(tokens) and on[stop + 1] and tokens[stop].pos in ("PREP", "PRCL"))
            ):
                stop += 1
            inside = best[n:stop].sum(axis=0)
            yield Chunk(n, stop), "NEG" if inside[0] >= inside[1] else "POS"
            n = stop
        del labels

    def _targets(self, sentence: Sentence, expression: Chunk, polarity: str) -> list[Chunk]:
        chunks = [c for c in sentence.chunks if not (c.first >= expression.first and c.stop <= expression.stop)]
        if not chunks:
            return []
        rows = [pair_features(sentence, expression, c, polarity) for c in chunks]
        yes = self.targets.probabilities(rows)[:, self.targets.classes.index("yes")]
        over = [c for c, share in zip(chunks, yes, strict=True) if share >= AIMS]
        return over or ([chunks[int(yes.argmax())]] if yes.max() >= AIMS / 2 else [])

    def _source(self, sentence: Sentence, expression: Chunk, target: Chunk) -> Cells | str:
        chunks = [c for c in sentence.chunks if c != target]
        rows = [source_features(sentence, expression, c, target) for c in (*chunks, None)]
        shares = self.sources.probabilities(rows)
        yes = shares[:, self.sources.classes.index("yes")]
        best = int(yes[:-1].argmax()) if chunks else -1
        last = shares[-1]
        author = last[self.sources.classes.index(AUTHOR)] if AUTHOR in self.sources.classes else 0.0
        nobody = last[self.sources.classes.index(NOBODY)]
        if best >= 0 and yes[best] >= 0.4 and yes[best] > max(author, nobody) / 2:
            return _cells(chunks[best])
        return AUTHOR if author > nobody else NOBODY


def train(sentences: Sequence[Sentence]) -> OpinionModel:
    """The model of labelled sentences."""
    rows, labels = _word_rows(sentences)
    pairs: tuple[list[list[str]], list[str]] = ([], [])
    holders: tuple[list[list[str]], list[str]] = ([], [])
    for sentence in sentences:
        for one in sentence.opinions:
            if one.expression:
                _add_pairs(sentence, one, pairs, holders)
    return OpinionModel(words=fit(rows, labels), targets=fit(*pairs), sources=fit(*holders))


def sentence_of(text: str, opinions: Sequence[Opinion] = ()) -> Sentence:
    """A sentence ready to be read."""
    tokens = tokens_of(text)
    return Sentence(tokens, chunks_of(tokens), tuple(opinions))


def _word_rows(sentences: Sequence[Sentence]) -> tuple[list[list[str]], list[str]]:
    rows: list[list[str]] = []
    labels: list[str] = []
    for sentence in sentences:
        marks = {n: one.polarity for one in sentence.opinions for n in one.expression}
        for n in range(len(sentence.tokens)):
            rows.append(word_features(sentence.tokens, n))
            labels.append(marks.get(n, "O"))
    return rows, labels


def _add_pairs(
    sentence: Sentence,
    one: Opinion,
    pairs: tuple[list[list[str]], list[str]],
    holders: tuple[list[list[str]], list[str]],
) -> None:
    expression = Chunk(min(one.expression), max(one.expression) + 1)
    targets = [o.target for o in sentence.opinions if o.expression == one.expression]
    aimed: Chunk | None = None
    for chunk in sentence.chunks:
        if chunk.first >= expression.first and chunk.stop <= expression.stop:
            continue
        hit = any(_cells(chunk) & target for target in targets)
        aimed = chunk if hit and _cells(chunk) & one.target else aimed
        pairs[0].append(pair_features(sentence, expression, chunk, one.polarity))
        pairs[1].append("yes" if hit else "no")
    if aimed is None:
        return
    for chunk in sentence.chunks:
        if chunk != aimed:
            holds = not isinstance(one.source, str) and bool(_cells(chunk) & one.source)
            holders[0].append(source_features(sentence, expression, chunk, aimed))
            holders[1].append("yes" if holds else "no")
    holders[0].append(source_features(sentence, expression, None, aimed))
    holders[1].append(one.source if isinstance(one.source, str) else "no")


def word_features(tokens: Sequence[Token], n: int) -> list[str]:
    """What is seen of one word: itself, its lemma, form, beginnings and endings, and its neighbours."""
    token = tokens[n]
    found = [
        "bias",
        f"w={token.text.lower()}",
        f"l={token.lemma}",
        f"p={token.pos}",
        f"c={token.case}",
        f"v={token.value}",
    ]
    found += [
        f"pre={token.lemma[:5]}",
        f"pre3={token.lemma[:3]}",
        f"suf={token.lemma[-4:]}",
        f"up={token.text[:1].isupper()}",
    ]
    for shift in (-2, -1, 1, 2):
        at = n + shift
        inside = 0 <= at < len(tokens)
        found.append(f"{shift}l={tokens[at].lemma if inside else ''}")
        found.append(f"{shift}p={tokens[at].pos if inside else ''}")
        found.append(f"{shift}v={tokens[at].value if inside else ''}")
    return found


def pair_features(sentence: Sentence, expression: Chunk, chunk: Chunk, polarity: str) -> list[str]:
    """What is seen of an expression and a phrase that may be its target."""
    tokens = sentence.tokens
    head, said = head_of(tokens, chunk), head_of(tokens, expression)
    after = chunk.first >= expression.stop
    gap = chunk.first - expression.stop if after else expression.first - chunk.stop
    between = tokens[expression.stop : chunk.first] if after else tokens[chunk.stop : expression.first]
    side = "after" if after else "before" if gap >= 0 else "over"
    nearer = sum(1 for c in sentence.chunks if (c.first >= expression.stop) == after and _gap(c, expression) < gap)
    verb = any(t.pos in ("VERB", "INFN") for t in between)
    comma = sum(t.text in ",;:" for t in between)
    name = tokens[chunk.first].text[:1].isupper() and chunk.first > 0
    found = [
        "bias",
        f"side={side}",
        f"gap={side}{min(gap, 8)}",
        f"rank={side}{min(nearer, 4)}",
        f"case={side}{head.case}",
    ]
    found += [
        f"pos={said.pos}{side}{head.case}",
        f"verb={side}{verb}",
        f"comma={min(comma, 3)}",
        f"name={name}",
        f"head={head.lemma}",
    ]
    found += [
        f"said={said.lemma}{side}",
        f"pol={polarity}{side}",
        f"hp={head.pos}",
        f"near={side}{gap <= 1}{head.case}{said.pos}",
    ]
    before = tokens[chunk.first - 1].lemma if chunk.first else ""
    return [*found, f"prep={before}", f"up={sum(t.text[:1].isupper() for t in tokens[chunk.first : chunk.stop])}"]


def source_features(sentence: Sentence, expression: Chunk, chunk: Chunk | None, target: Chunk) -> list[str]:
    """What is seen of a phrase that may hold the opinion; of the sentence as a whole where it is None."""
    tokens = sentence.tokens
    if chunk is None:
        said = head_of(tokens, expression)
        quoted = any(t.text in '«"“' for t in tokens)
        lemmas = [f"has={t.lemma}" for t in tokens if t.pos == "VERB"]
        names = sum(t.text[:1].isupper() for t in tokens[1:])
        return [
            "whole",
            f"wsaid={said.lemma}",
            f"wpos={said.pos}",
            f"wquoted={quoted}",
            f"names={min(names, 4)}",
            *lemmas,
        ]
    order = "target" if target.first < chunk.first else "holder"
    found = [f"s:{name}" for name in pair_features(sentence, expression, chunk, "")]
    nearby = [t.lemma for t in tokens[chunk.stop : chunk.stop + 3] if t.pos == "VERB"]
    found += [f"s:verb={lemma}" for lemma in nearby] + [f"s:order={order}", f"s:first={chunk.first < 3}"]
    return found


def _gap(chunk: Chunk, expression: Chunk) -> int:
    return chunk.first - expression.stop if chunk.first >= expression.stop else expression.first - chunk.stop


def _cells(chunk: Chunk) -> Cells:
    return frozenset(range(chunk.first, chunk.stop))
