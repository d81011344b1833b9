"""Trains the reader of who says what and writes its weights and its card's figures.

    python -m training.attribution ../shared --threads 2       # about an hour on two cores
    python -m training.attribution ../shared --export-from checkpoint.pt

PolNeAR's train split (English), the Czech and the given half of the Russian sentences of quotes-ru-cs. Nothing of dev
or test is seen. Seeded; the same machine and thread count give the same weights. Needs the extra `training`.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from overtone.bench.reading_corpora import Corpus, polnear, quotes
from overtone.language import LANGUAGES
from overtone.read.e5_weights import layers as e5_layers
from overtone.read.speech import cue_words
from overtone.read.speech.loading import CARD, WEIGHTS, load_tagger, vectors_file
from overtone.read.speech.pieces import WIDTH, Pieces
from overtone.read.speech.tagger import CLOSES, OPENS, distances
from overtone.read.speech.windows import Window, windows_of_every_paragraph
from overtone.records import Span
from training.exporting import export
from training.networks import Networks

SEED = 7
LAYERS, RANK = 4, 48
RATE, WARM, CLIP = 1e-3, 100, 1.0
BATCH = 2400  # words with padding
EPOCHS = {"polnear": 5.0, "adapt": 1.0}
SILENT_CUE = 0.1  # share of words whose cue mark is hidden, so that the networks do not lean on the list alone
IGNORED = -100
GOLDEN = Path(__file__).with_name("attribution_golden.json")  # sentences of our own

Roles = tuple[list[int], list[int], list[int]]  # indices of the words of cue, source, content


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its attributions."""

    window: Window
    items: list[Roles]


def examples(corpus: Corpus) -> list[Example]:
    """The windows of a corpus; an attribution lies in the window of its cue, one with a broken cue once for each."""
    words = frozenset(cue_words(corpus.lang)) if corpus.lang in LANGUAGES else frozenset()
    found = []
    for doc, text in sorted(corpus.texts.items()):
        cued = [(span, one) for one in corpus.gold.get(doc, ()) for span in one.cue]
        if corpus.name == "polnear":
            cued = [
                (Span(start=one.cue[0].start, stop=one.cue[-1].stop), one)
                for one in corpus.gold.get(doc, ())
                if one.cue
            ]
        for window in windows_of_every_paragraph(text, words):
            items = [
                (within(window, (span,)), within(window, one.source), within(window, one.content))
                for span, one in cued
                if span.start < window.places[-1][1] and span.stop > window.places[0][0]
            ]
            found.append(Example(window, [item for item in items if item[0]]))
    return found


def within(window: Window, spans: tuple[Span, ...]) -> list[int]:
    """The words of a window that spans touch."""
    return [n for n, (a, b) in enumerate(window.places) if any(a < s.stop and s.start < b for s in spans)]


def tags(count: int, words: list[int], first: int = 1) -> list[int]:
    """Begin and go-on tags of runs of words, 0 elsewhere."""
    row = [0] * count
    for n, word in enumerate(words):
        row[word] = first + 1 if n and words[n - 1] == word - 1 else first
    return row


@dataclass(slots=True)
class Batch:
    """Tensors of some examples: windows × words, and for each cue one row."""

    vectors: Tensor
    features: Tensor
    mask: Tensor
    cue_tags: Tensor
    flat_tags: Tensor
    rows: Tensor
    marks: Tensor
    away: Tensor
    lengths: Tensor
    link_tags: Tensor


def batch_of(some: list[Example], pieces: Pieces, chance: random.Random) -> Batch:
    """The tensors; some cue marks are hidden and some cues shifted by a word, as they will be when found."""
    width = 2 + max(len(one.window.words) for one in some)
    vectors = np.zeros((len(some), width, WIDTH), np.float32)
    features = np.zeros((3, len(some), width), np.int64)
    mask = np.zeros((len(some), width), bool)
    cues, flat = (np.full((len(some), width), IGNORED) for _ in range(2))
    links: list[tuple[int, np.ndarray, np.ndarray, int, np.ndarray]] = []
    for n, one in enumerate(some):
        window, count = one.window, len(one.window.words)
        vectors[n, 0], vectors[n, count + 1] = pieces.of_piece(OPENS), pieces.of_piece(CLOSES)
        keys = [(word, bool(cue & 1)) for word, cue in zip(window.words, window.cues, strict=True)]
        vectors[n, 1 : count + 1] = pieces.vectors(keys)
        shown = [cue if chance.random() > SILENT_CUE else cue & 1 for cue in window.cues]
        features[:, n, 1 : count + 1] = window.shapes, window.quoted, shown
        mask[n, : count + 2] = True
        cues[n, 1 : count + 1] = tags(count, sorted({word for cue, _, _ in one.items for word in cue}))
        flat[n, 1 : count + 1] = np.maximum.reduce(
            [np.zeros(count, int), *(link_row(count, source, content) for _, source, content in one.items)]
        )
        for cue, source, content in one.items:
            links.append(
                (n, *cue_rows(width, jittered(cue, chance)), count + 2, padded(width, link_row(count, source, content)))
            )
    rows, marks, away, lengths, linked = (
        (np.array(part) for part in zip(*links, strict=True)) if links else [np.zeros(0)] * 5
    )
    return Batch(*(torch.tensor(a) for a in (vectors, features, mask, cues, flat, rows, marks, away, lengths, linked)))


def link_row(count: int, source: list[int], content: list[int]) -> np.ndarray:
    """Tags of one attribution: 1–2 source, 3–4 content, 0 neither."""
    row = np.array(tags(count, content, 3))
    of_source = np.array(tags(count, source, 1))
    return np.where(of_source > 0, of_source, row)


def padded(width: int, row: np.ndarray) -> np.ndarray:
    """A row with the two places that stand round it, and what is beyond, not counted."""
    whole = np.full(width, IGNORED)
    whole[1 : len(row) + 1] = row
    return whole


def jittered(cue: list[int], chance: random.Random) -> list[int]:
    """The cue, now and then a word shorter or longer."""
    if chance.random() >= 0.15:
        return cue
    if len(cue) > 1 and chance.random() < 0.5:
        return cue[1:] if chance.random() < 0.5 else cue[:-1]
    return [cue[0] - 1, *cue] if cue[0] else cue


def cue_rows(width: int, cue: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Which places are the cue, and how far each place stands from it."""
    marks, away = np.zeros(width, np.float32), distances(width, cue[0] + 1)
    places = [word + 1 for word in cue]
    marks[places], away[places] = 1, 16
    return marks, away


def shuffled(some: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of like length, in random order."""
    groups: list[list[Example]] = [[]]
    for one in sorted(some, key=lambda one: len(one.window.words) + 8 * chance.random()):
        widest = max([len(one.window.words), *(len(other.window.words) for other in groups[-1])]) + 2
        if groups[-1] and widest * (len(groups[-1]) + 1) > BATCH:
            groups.append([])
        groups[-1].append(one)
    chance.shuffle(groups)
    yield from groups


def loss_of(networks: Networks, batch: Batch) -> Tensor:
    """Cues, source and content at a glance, and source and content of each cue."""

    def cross(scores: Tensor, wanted: Tensor) -> Tensor:
        return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)

    states = networks.encode(batch.vectors, batch.features, batch.mask)
    loss = 2 * cross(networks.cue(states), batch.cue_tags) + 0.3 * cross(networks.flat(states), batch.flat_tags)
    if len(batch.rows):
        linked = networks.link(states[batch.rows], batch.marks, batch.away, batch.lengths)
        loss = loss + 2 * cross(linked, batch.link_tags)
    return loss


def train(networks: Networks, some: list[Example], pieces: Pieces, epochs: float, rate: float) -> None:
    """AdamW with a short warm-up and a linear fall to nought."""
    chance = random.Random(SEED)
    steps = int(epochs * len(list(shuffled(some, chance))))
    free = [part for part in networks.parameters() if part.requires_grad]
    optimiser = torch.optim.AdamW(free, lr=rate, weight_decay=0.01)
    done = 0
    while done < steps:
        for group in shuffled(some, chance):
            if done == steps:
                break
            for settings in optimiser.param_groups:
                settings["lr"] = rate * min(1.0, (done + 1) / WARM) * max(0.02, 1 - done / steps)
            networks.train()
            loss = loss_of(networks, batch_of(group, pieces, chance))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(free, CLIP)
            optimiser.step()
            done += 1
            if done % 50 == 0:
                print(f"{done} of {steps} steps, loss {loss.item():.3f}", flush=True)


def write_card(threshold: float) -> None:
    """The card that the loader checks: digests, cue words as trained with, golden sentences as they are read."""
    golden = json.loads(GOLDEN.read_text("utf-8"))
    card = {
        "layers": LAYERS,
        "threshold": threshold,
        "files": {
            f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in sorted(WEIGHTS.glob("attribution-*.onnx"))
        },
        "golden": [],
        "cue_words": {lang: sorted(cue_words(lang)) for lang in LANGUAGES},
    }
    CARD.write_text(json.dumps(card, ensure_ascii=False, indent=0) + "\n", "utf-8")
    tagger = load_tagger()
    card["golden"] = [
        {
            **one,
            "spans": [
                [[[s.start, s.stop] for s in part] for part in (made.source, made.cue, made.content)]
                for made in tagger.attribute(one["text"], one["lang"])
            ],
        }
        for one in golden
    ]
    CARD.write_text(json.dumps(card, ensure_ascii=False, indent=0) + "\n", "utf-8")


def main() -> None:
    """Train, or take a checkpoint, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--threshold", type=float, default=0.1)
    parser.add_argument("--checkpoint", type=Path, default=Path("attribution.pt"))
    parser.add_argument("--export-from", type=Path)
    given = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(given.threads)
    networks = Networks(e5_layers(vectors_file(), LAYERS), LAYERS, RANK)
    if given.export_from:
        networks.load_state_dict(torch.load(given.export_from), strict=False)
    else:
        pieces = Pieces(vectors_file())
        english, czech, russian = (
            examples(c)
            for c in (polnear(given.shared, "train"), quotes(given.shared, "cs"), quotes(given.shared, "ru"))
        )
        train(networks, [*english, *czech, *czech], pieces, EPOCHS["polnear"], RATE)
        torch.save(networks.state_dict(), given.checkpoint)
        chosen = random.Random(SEED).sample(english, len(english) // 4)
        train(networks, [*chosen, *czech, *russian * 4], pieces, EPOCHS["adapt"], RATE / 3)
        torch.save(networks.state_dict(), given.checkpoint)
    export(networks, WEIGHTS)
    write_card(given.threshold)


if __name__ == "__main__":
    main()
