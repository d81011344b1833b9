"""Belarusian: words and parses by cross-validation, the two spellings, and telling it from its neighbours.

The figures of the parser are those of models that never saw the sentences scored: they were counted when the parser was
trained and lie beside it, with the digest of the treebank; `training/belarusian.py` counts them again. The model that
ships has seen every sentence given, so here it is only timed and asked for its golden sentence.
"""

import gzip
import hashlib
import json
import re
import tarfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.language import language
from overtone.language.identification import language_of
from overtone.language.orthography import official_word, orthography_of
from overtone.read.parsing import Missing, open_parser

TREEBANK = "be_hse-ud-dev.conllu.gz"
FIGURES = {  # name in the table of the training: task, target
    "upos": ("dev, part of speech, cross-validated", 0.90),
    "lemma": ("dev, lemma, cross-validated", 0.82),
    "lemma_one_spelling": ("dev, lemma in the official spelling, cross-validated", None),
    "feats": ("dev, all features, cross-validated", None),
    "uas": ("dev, head, cross-validated", None),
    "las": ("dev, head and relation, cross-validated", 0.66),
}
LENGTHS = (3, 5, 10, 0)  # words a sentence is cut to; 0 is the whole
SPEED_TARGET = 2500.0
Sample = tuple[str, str]  # language, sentence


def run(shared: Path) -> tuple[Score, ...]:
    """All figures; FileNotFoundError where a corpus is not there."""
    data = shared / "data"
    return (*parser_scores(data), *spelling_scores(data), *identification_scores(data))


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def facts() -> Mapping[str, Any]:
    """What was written down when the shipped model was trained; empty where none is shipped."""
    path = files("overtone.read").joinpath("weights", "belarusian.json")
    found: Mapping[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {"treebank": {}, "folds": {}}
    return found


def _share(task: str, right: int, n: int, corpus: tuple[str, str], target: float | None = None) -> Score:
    """A share with its interval; the corpus is its name and digest."""
    low, high = wilson(right, n)
    value = right / n if n else 0.0
    name, mark = corpus
    return Score(
        bench="belarusian", task=task, metric="accuracy", value=value, low=low, high=high, n=n, target=target,
        corpus=name, digest=mark,
    )  # fmt: skip


def parser_scores(data: Path) -> Iterator[Score]:
    """The table of the folds, and how fast the shipped parser reads."""
    treebank = data / "ud-belarusian" / TREEBANK
    known = facts()
    if known["treebank"].get(TREEBANK) == digest(treebank):
        folds = known["folds"].values()
        for key, (task, target) in FIGURES.items():
            n = sum(fold.get("parsed" if key in {"uas", "las"} else "words", 0) for fold in folds)
            right = sum(fold.get(key, 0) for fold in folds)
            if n:
                yield _share(task, right, n, ("ud-belarusian", digest(treebank)), target)
    yield from _speed(data)


def _speed(data: Path) -> Iterator[Score]:
    parser = open_parser("be")
    if isinstance(parser, Missing):
        return
    text = "\n\n".join(row["be"] for row in _parallel(data)[:400])
    parser.parse(text[:2000])
    begun = time.process_time()
    parser.parse(text)
    spent = time.process_time() - begun
    words = language("be").words(text)
    yield Score(
        bench="belarusian", task="parsing, one core, model loaded", metric="words per second", value=words / spent,
        n=words, target=SPEED_TARGET, corpus="ntrex-en-ru-be", digest=digest(_parallel_path(data)),
    )  # fmt: skip


def pairs() -> tuple[tuple[str, str], ...]:
    """Words in classical and official spelling, written for this bench."""
    lines = files("overtone.bench").joinpath("belarusian_pairs.tsv").read_text("utf-8").splitlines()[1:]
    return tuple((line.partition("\t")[0], line.partition("\t")[2]) for line in lines)


def spelling_scores(data: Path) -> Iterator[Score]:
    """Words put into the official spelling, and sentences of the treebank told by their spelling."""
    words = pairs()
    list_digest = hashlib.sha256(repr(words).encode()).hexdigest()
    right = sum(official_word(classical) == spelled for classical, spelled in words)
    kept = sum(classical == spelled for classical, spelled in words)
    score = _share("words put into the official spelling", right, len(words), ("", list_digest))
    yield replace(score, peer="left as written", peer_value=kept / len(words))
    treebank = data / "ud-belarusian" / TREEBANK
    text = gzip.decompress(treebank.read_bytes()).decode("utf-8")
    told = [
        (spelling == "tar", found)
        for written, spelling in re.findall(r"# text = (.*)\n# spelling = (nar|tar)\n", text)
        if (found := orthography_of(written)) is not None
    ]
    right = sum(classical == (found == "classical") for classical, found in told)
    yield _share("sentences whose spelling is told", right, len(told), ("ud-belarusian", digest(treebank)))


def by_letters(text: str) -> str | None:
    """The baseline: ў, or і without и, is Belarusian; other Cyrillic is Russian, Latin English."""
    text = text.lower()
    if "ў" in text or ("і" in text and "и" not in text):
        return "be"
    if re.search("[а-яё]", text):
        return "ru"
    return "en" if re.search("[a-z]", text) else None


def _parallel_path(data: Path) -> Path:
    return data / "ntrex-en-ru-be" / "sentences.jsonl.gz"


def _parallel(data: Path) -> list[dict[str, str]]:
    lines = gzip.decompress(_parallel_path(data).read_bytes()).decode("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _law(path: Path) -> Iterator[Sample]:
    """Every twentieth line of law, Russian and Belarusian."""
    with tarfile.open(path) as archive:
        for name in sorted(n for n in archive.getnames() if n.endswith("_cleaned.txt")):
            handle = archive.extractfile(name)
            if handle is not None:
                lines = [line for line in handle.read().decode("utf-8", "replace").splitlines() if line.strip()]
                yield from (("be" if "_be." in name else "ru", line) for line in lines[::20])


def _posts(path: Path) -> Iterator[Sample]:
    """Every tenth post of the Russian channels that has some Cyrillic words."""
    posts = (json.loads(line) for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()[::10])
    yield from (("ru", post["text"]) for post in posts if len(re.findall("[а-яё]{2,}", post["text"] or "")) > 3)


def identification_scores(data: Path) -> Iterator[Score]:
    """Sentences in the right language, whole and cut short, beside the letter rule."""
    news = _parallel_path(data)
    samples = [(lang, row[lang]) for row in _parallel(data) for lang in ("en", "ru", "be")]
    for length in LENGTHS:
        name = f"news, first {length} words" if length else "news, whole sentences"
        yield _identified(name, _cut(samples, length), news)
    foreign = [("", row[lang]) for row in _parallel(data) for lang in ("uk", "pl")]
    yield _identified("Ukrainian and Polish told to be neither", foreign, news)
    law = data / "ru-be-legal" / "ru-be-legal.tar.gz"
    yield _identified("law, whole lines", _law(law), law)
    posts = data / "telegram-ru-2024" / "posts-before-2024-11-30.jsonl.gz"
    yield _identified("posts, whole", _posts(posts), posts)


def _cut(samples: Iterable[Sample], length: int) -> Iterator[Sample]:
    for lang, text in samples:
        words = text.split()
        if not length:
            yield lang, text
        elif len(words) >= length:
            yield lang, " ".join(words[:length])


def _identified(task: str, samples: Iterable[Sample], corpus: Path) -> Score:
    kept = list(samples)

    def right(rule: Callable[[str], str | None]) -> int:
        return sum((rule(text) or "") == lang for lang, text in kept)

    score = _share(f"language, {task}", right(language_of), len(kept), (corpus.parent.name, digest(corpus)))
    return replace(score, peer="letter rule", peer_value=right(by_letters) / len(kept))
