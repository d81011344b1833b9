"""The trained reader of who says what: cues are found first, then for each cue its source and content.

Two small networks run by ONNX Runtime. The encoder (the first layers of multilingual-e5-small, adapted) gives every
word a vector and the chance that it begins or goes on a cue. The linker reads the window once for each cue found and
tags its source and content, so that every source is linked to its content, and one attribution may stand in another.
Trained by training/attribution.py; card: docs/models/attribution.md. Not for transcripts, nor for telling who "he" is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from overtone.read.speech.pieces import WIDTH
from overtone.read.speech.windows import Place, Window, windows
from overtone.records import Attribution, Span

RULE = "tagger@1"
BATCH = 128  # words read at once, padding included: few, so that they stay in the cache of the core
GOES_ON = 0.5  # chance from which a word goes on a cue that is sure
MOST = 64  # cues linked at once
OPENS, CLOSES = 0, 2  # pieces that stand round every window
NONE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = range(5)
BARRED = np.full((5, 5), 0.0)
for _before in range(5):
    BARRED[_before, I_SOURCE] = 0.0 if _before in (B_SOURCE, I_SOURCE) else -1e9
    BARRED[_before, I_CONTENT] = 0.0 if _before in (B_CONTENT, I_CONTENT) else -1e9

Floats = NDArray[np.float32]


class Inputs(Protocol):
    """What the tagger asks of a vocabulary: input vectors of words and of single pieces."""

    def of_piece(self, number: int) -> np.ndarray:
        """The vector of one piece."""
        ...

    def vectors(self, words: list[tuple[str, bool]]) -> np.ndarray:
        """A vector a word."""
        ...


class Network(Protocol):
    """What is asked of an inference session."""

    def run(self, outputs: None, inputs: dict[str, Any]) -> list[Any]:
        """The outputs for inputs by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that may report: window in its batch, first and last+1 word, the highest chance of the words."""

    window: int
    first: int
    stop: int
    chance: float


@dataclass(frozen=True, kw_only=True)
class Tagger:
    """The networks with the vocabulary they read.

    `threshold` is the chance from which a word may be a cue; the chance is the attribution's score.
    """

    pieces: Inputs
    encoder: Network
    linker: Network
    cue_words: dict[str, frozenset[str]]
    threshold: float = 0.1

    def attribute(self, text: str, lang: str) -> tuple[Attribution, ...]:
        """The attributions of a text in order of their cues; none in a language without cue words."""
        if lang not in self.cue_words:
            return ()
        found: list[Attribution] = []
        for batch in batches(list(windows(text, self.cue_words[lang]))):
            found += self._read(batch)
        return tuple(sorted(found, key=lambda one: (one.cue[0].start, one.content[0].start)))

    def _read(self, batch: Sequence[Window]) -> Iterator[Attribution]:
        width = 2 + max(len(window.words) for window in batch)
        states, chances = self.encoder.run(None, self._inputs(batch, width))
        cues = [
            cue for n, window in enumerate(batch) for cue in cues_in(n, len(window.words), chances[n], self.threshold)
        ]
        for first in range(0, len(cues), MOST):
            group = cues[first : first + MOST]
            lengths = [len(batch[cue.window].words) for cue in group]
            (logits,) = self.linker.run(None, linked(states, group, lengths))
            for cue, tags in zip(group, best_tags(logits[:, 1:], lengths), strict=True):
                made = attribution(batch[cue.window], cue, tags)
                if made is not None:
                    yield made

    def _inputs(self, batch: Sequence[Window], width: int) -> dict[str, Any]:
        vectors = np.zeros((len(batch), width, WIDTH), np.float32)
        features = np.zeros((3, len(batch), width), np.int64)
        mask = np.full((len(batch), 1, 1, width), -1e4, np.float32)
        opens, closes = self.pieces.of_piece(OPENS), self.pieces.of_piece(CLOSES)
        for n, window in enumerate(batch):
            count = len(window.words)
            keys = [(word, bool(cue & 1)) for word, cue in zip(window.words, window.cues, strict=True)]
            vectors[n, 0], vectors[n, count + 1] = opens, closes
            vectors[n, 1 : count + 1] = self.pieces.vectors(keys)
            features[:, n, 1 : count + 1] = window.shapes, window.quoted, window.cues
            mask[n, 0, 0, : count + 2] = 0
        shapes, quoted, cues = features
        return {"vectors": vectors, "shapes": shapes, "quoted": quoted, "cues": cues, "mask": mask}


def batches(found: list[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, at most `BATCH` words with padding (a longer one alone)."""
    group: list[Window] = []
    for window in sorted(found, key=lambda one: (len(one.words), one.places[0])):
        if group and (len(window.words) + 2) * (len(group) + 1) > BATCH:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def cues_in(number: int, count: int, chances: Floats, threshold: float) -> Iterator[Cue]:
    """The cues of a window from the chances (none, begins, goes on) of its words; the first row is the opening."""
    rows = chances[1 : count + 1]
    sure = 1 - rows[:, 0]
    at = 0
    for first in np.flatnonzero(sure > threshold).tolist():
        if first < at:
            continue
        stop, enough = first + 1, min(GOES_ON, 0.8 * float(sure[first]))
        while stop < count and sure[stop] > enough and rows[stop, 1] <= rows[stop, 2]:
            stop += 1
        yield Cue(window=number, first=first, stop=stop, chance=float(sure[first:stop].max()))
        at = stop


def linked(states: Floats, cues: Sequence[Cue], lengths: Sequence[int]) -> dict[str, Any]:
    """What the linker reads: for each cue the states of its window, which words are the cue, how far each stands."""
    width = max(lengths) + 2
    marks = np.zeros((len(cues), width), np.float32)
    away = np.zeros((len(cues), width), np.int64)
    for n, cue in enumerate(cues):
        away[n] = distances(width, cue.first + 1)
        marks[n, cue.first + 1 : cue.stop + 1] = 1
        away[n, cue.first + 1 : cue.stop + 1] = 16
    return {
        "states": states[[cue.window for cue in cues], :width],
        "marks": marks,
        "away": away,
        "lengths": np.array(lengths, np.int32) + 2,
    }


def distances(width: int, origin: int) -> NDArray[np.int64]:
    """How far each place is from an origin, in 33 steps that widen: one by one up to 8, then by half octaves."""
    delta = np.arange(width) - origin
    size = np.abs(delta)
    far = np.minimum(9 + (np.log2(np.maximum(size, 1) / 8) * 2).astype(np.int64), 16)
    return np.sign(delta) * np.where(size <= 8, size, far) + 16


def best_tags(logits: Floats, lengths: Sequence[int]) -> list[list[int]]:
    """For each cue the likeliest tags of its words, the first `length` rows; no span goes on that has not begun.

    The Viterbi algorithm over all cues at once.
    """
    scores = logits - np.logaddexp.reduce(logits, axis=2, keepdims=True)
    count, width, _ = scores.shape
    start = scores[:, 0].astype(np.float64)
    start[:, [I_SOURCE, I_CONTENT]] = -1e9
    back = np.zeros((width, count, 5), np.int64)
    totals = [start]
    for at in range(1, width):
        paths = totals[-1][:, :, None] + BARRED
        back[at] = paths.argmax(axis=1)
        totals.append(paths.max(axis=1) + scores[:, at])
    rows: list[list[int]] = []
    for n, length in enumerate(lengths):
        tag = int(totals[length - 1][n].argmax())
        row = [tag]
        for at in range(length - 1, 0, -1):
            tag = int(back[at, n, tag])
            row.append(tag)
        rows.append(row[::-1])
    return rows


def attribution(window: Window, cue: Cue, tags: Sequence[int]) -> Attribution | None:
    """The record of one cue; None where no content was tagged."""
    content = tuple(runs(tags, B_CONTENT))
    if not content:
        return None
    return Attribution(
        source=tuple(_span(window, run) for run in runs(tags, B_SOURCE)),
        cue=(_span(window, (cue.first, cue.stop)),),
        content=tuple(_span(window, run) for run in content),
        manner=manner([window.quoted[n] for first, stop in content for n in range(first, stop)]),
        rule=RULE,
        score=round(cue.chance, 3),
    )


def runs(tags: Sequence[int], begins: int) -> Iterator[Place]:
    """The ranges of words that open with a tag and go on with the next."""
    at = 0
    while at < len(tags):
        stop = at + 1
        if tags[at] == begins:
            while stop < len(tags) and tags[stop] == begins + 1:
                stop += 1
            yield at, stop
        at = stop


def manner(quoted: Sequence[int]) -> str:
    """Direct where nine words in ten stand between quotation marks, mixed where some do, else indirect."""
    share = sum(quoted) / len(quoted)
    return "indirect" if not share else "direct" if share >= 0.9 else "mixed"


def _span(window: Window, run: Place) -> Span:
    return Span(start=window.places[run[0]][0], stop=window.places[run[1] - 1][1])
