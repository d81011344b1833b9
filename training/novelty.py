"""Trains the codebooks of the measure of novelty: fixed clusters of sentence embeddings, each from its own sample.

    python -m training.novelty ../shared     # writes src/overtone/measure/weights/novelty.npz

Deterministic (SEED); about ten minutes on one core, nearly all of it embedding. Needs the extra `reading`.
Spherical k-means over passages of official texts and news in English, Russian and Belarusian.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from overtone.language import language
from overtone.read.embedding import Missing, open_embedder

SEED = 20221014
WEIGHTS = Path(__file__).resolve().parents[1] / "src/overtone/measure/weights"
BOOKS, CLUSTERS, ROUNDS = 48, 30, 20
MOST = 2_500  # texts of a corpus
LONGEST = 900  # characters of a text that are looked at


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Language and text, of every corpus the same number at most."""
    data = folder / "data"
    official = [
        ("kremlin-2022/releases.jsonl.gz", "body", "en"),
        ("kyiv-2022/releases.jsonl.gz", "body", "en"),
        ("whitehouse-2022/releases.jsonl.gz", "text", "en"),
        ("telegram-ru-2024/posts-before-2024-11-30.jsonl.gz", "text", "ru"),
        ("kremlin-ru-en/kremlin-ru.jsonl.gz", "text_ru", "ru"),
    ]
    for name, field, lang in official:
        yield from ((lang, text) for text in sample(field_of(rows(data / name), field)))
    pages = rows(data / "kremlin-1999-2020/documents.jsonl.gz")
    spoken = (turn["text"] for page in pages for turn in page["paragraphs"] if turn.get("speaker"))
    yield from (("en", text) for text in sample(spoken))
    for lang in ("ru", "be", "en"):
        found = field_of(rows(data / "ntrex-en-ru-be/sentences.jsonl.gz"), lang)
        yield from ((lang, text) for text in sample(found))


def rows(file: Path) -> Iterator[dict]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def field_of(found: Iterator[dict], field: str) -> Iterator[str]:
    return (str(row.get(field) or "") for row in found)


def sample(found: Iterator[str]) -> list[str]:
    whole = sorted({text.strip() for text in found if len(text.split()) >= 15})
    chance = np.random.default_rng(SEED)
    return [whole[n] for n in np.sort(chance.permutation(len(whole))[:MOST])]


def first_passage(text: str, lang: str) -> str:
    """Whole sentences from the middle of a text, up to `LONGEST` characters: beginnings are greetings."""
    spans = language(lang).sentences(text[: 4 * LONGEST])
    middle = spans[len(spans) // 2 :][:3]
    return text[middle[0][0] : middle[-1][1]][:LONGEST] if middle else text[:LONGEST]


def k_means(vectors: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Centres of length one, shape (clusters, components), by spherical k-means from rows drawn at random."""
    centres = vectors[chance.choice(len(vectors), CLUSTERS, replace=False)].copy()
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        for one in range(CLUSTERS):
            own = vectors[nearest == one]
            centres[one] = own.mean(0) if len(own) else vectors[chance.integers(len(vectors))]
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    return centres


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    encoder = open_embedder()
    if isinstance(encoder, Missing):
        raise SystemExit(encoder.reason)
    found = list(texts(folder))
    vectors = []
    for lang in sorted({lang for lang, _ in found}):
        vectors.append(encoder.embed([first_passage(text, lang) for code, text in found if code == lang], lang))
        print(lang, vectors[-1].shape)
    whole = np.vstack(vectors)
    whole = whole[np.linalg.norm(whole, axis=1) > 0]
    books = []
    for book in range(BOOKS):
        chance = np.random.default_rng([SEED, book])
        books.append(k_means(whole[chance.permutation(len(whole))[: len(whole) // 2]], chance))
    WEIGHTS.mkdir(exist_ok=True)
    packed = np.rint(np.stack(books) * 127).astype(np.int8)
    np.savez_compressed(WEIGHTS / "novelty.npz", books=packed)
    print("books", packed.shape, (WEIGHTS / "novelty.npz").stat().st_size)


if __name__ == "__main__":
    main()
