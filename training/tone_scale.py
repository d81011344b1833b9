"""Makes the scale of tone: the axis from seed pairs and labels, and what puts languages on one scale.

    python -m training.tone_scale ../shared        # writes src/overtone/measure/tone_scale.npz

Axis: half the mean difference of the poles of `tone_seeds.toml` (three languages alike), half a logistic head over
the sentences of UNSCon labelled as evaluating or contradicting somebody, each half with a standard deviation of one on
official texts. One axis more for each pair left out. A language's offset and slope are those that give news and their
human translations one mean and one standard deviation; zero and unit are those of official English. Deterministic; two
minutes on one core. Needs scikit-learn (extra `training`).
"""

import argparse
import gzip
import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from overtone.bench.conflict_corpus import speeches
from overtone.bench.tone_placebo import chunks
from overtone.measure.tone_scale import WEIGHTS
from overtone.read.embedding import Embedder, Missing, open_embedder

SEED = 20140718
SHARE = 0.5  # of the seeds in the axis
LANGS = ("en", "ru", "be", "uk")  # Ukrainian for the placebo alone: the ledger has none
OFFICIAL = 2_000  # passages


def embedder() -> Embedder:
    found = open_embedder()
    if isinstance(found, Missing):
        raise SystemExit(found.reason)
    return found


def rows(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def seeds(encoder: Embedder) -> np.ndarray:
    """Friendly minus hostile, pair by pair, shape (pairs, 512): the mean of three languages."""
    pairs = tomllib.loads(files("overtone.measure").joinpath("tone_seeds.toml").read_text("utf-8"))["pairs"]
    return np.mean(
        [
            encoder.embed([p["for"][lang] for p in pairs], lang)
            - encoder.embed([p["against"][lang] for p in pairs], lang)
            for lang in ("en", "ru", "be")
        ],
        axis=0,
    )


def head(encoder: Embedder, folder: Path) -> np.ndarray:
    """Away from conflict: the weights of a logistic head over the sentences of UNSCon."""
    sentences = [sentence for speech in speeches(folder) for sentence in speech.sentences]
    vectors = encoder.embed([one.text for one in sentences], "en")
    scaled = (vectors - vectors.mean(axis=0)) / vectors.std(axis=0).mean() / np.sqrt(vectors.shape[1])
    model = LogisticRegression(C=1.0, max_iter=3000).fit(scaled, [one.conflict for one in sentences])
    return -model.coef_[0]


def official(folder: Path) -> list[str]:
    """Passages of the Kremlin's English pages, drawn by a seed."""
    said = [
        passage
        for page in list(rows(folder / "kremlin-1999-2020" / "documents.jsonl.gz"))[::8]
        for part in page["paragraphs"]
        if part.get("speaker")
        for passage in chunks(part["text"], "en")
    ]
    order = np.random.default_rng(SEED).permutation(len(said))[:OFFICIAL]
    return [said[n] for n in order]


def translated(folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """For each language, passages and their human English: news, two sentences at a time."""
    found: dict[str, tuple[list[str], list[str]]] = {lang: ([], []) for lang in LANGS}
    news = list(rows(folder / "ntrex-en-ru-be" / "sentences.jsonl.gz"))
    for one, two in zip(news[::2], news[1::2], strict=False):
        if one["doc"] == two["doc"]:
            for lang in LANGS:
                found[lang][0].append(f"{one[lang]} {two[lang]}")
                found[lang][1].append(f"{one['en']} {two['en']}")
    for name in ("wmt2021_ru-en", "wmt2022_ru-en"):
        for page in rows(folder / "wmt-news" / f"{name}.jsonl.gz"):
            english = next(iter(page["refs_en"].values()))
            for start in range(0, len(page["src"]) - 1, 2):
                found["ru"][0].append(" ".join(page["src"][start : start + 2]))
                found["ru"][1].append(" ".join(english[start : start + 2]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    folder, encoder = parser.parse_args().shared / "data", embedder()
    plain = encoder.embed(official(folder), "en")
    pairs, labels = seeds(encoder), head(encoder, folder / "unscon")

    def unit(axis: np.ndarray) -> np.ndarray:
        return axis / (plain @ axis).std()

    without = [np.delete(pairs, n, axis=0).mean(axis=0) for n in range(len(pairs))]
    axes = np.array([SHARE * unit(part) + (1 - SHARE) * unit(labels) for part in (pairs.mean(axis=0), *without)])
    zero, one = (plain @ axes.T).mean(axis=0), (plain @ axes.T).std(axis=0)
    offsets, slopes = [], []
    for lang, (own, english) in translated(folder).items():
        here, there = encoder.embed(own, lang) @ axes.T, encoder.embed(english, "en") @ axes.T
        slope = one * here.std(axis=0) / there.std(axis=0)
        offsets.append(here.mean(axis=0) - (there.mean(axis=0) - zero) / one * slope)
        slopes.append(slope)
        alike = np.corrcoef(here[:, 0], there[:, 0])[0, 1]
        print(f"{lang}: {len(own)} passages, slope {slope[0]:.3f}, r {alike:.3f}")
    np.savez_compressed(
        Path(str(files("overtone.measure"))) / WEIGHTS,
        axes=axes.astype(np.float32),
        languages=np.array(LANGS),
        offsets=np.array(offsets, dtype=np.float32),
        slopes=np.array(slopes, dtype=np.float32),
    )


if __name__ == "__main__":
    main()
