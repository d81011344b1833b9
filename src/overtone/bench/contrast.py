"""Is the contrast of tone as sure as it says? Placebos, labels dealt anew, planted shifts, agreement with labels.

Placebo: official texts and their official translations as two audiences; due is no difference. Labels dealt anew: the
two measures judge real pages of the Kremlin whose speakers, or audiences, were dealt by lot: at most one in twenty may
come out under .05; the peer takes every passage for a voice of its own. Planted: the same pages, one speaker's passages
moved along the axis. Agreement: opinions labelled in Russian news, and our own sentences in three languages.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.stats import ttest_ind

from overtone.bench.conflict_model import auc
from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.bench.shuffles import DRAWS, SEED
from overtone.bench.tone import LANGS, labelled
from overtone.bench.tone_placebo import Pair, chunks, kremlin, kyiv
from overtone.measure import audience, tone
from overtone.measure.shape import Coverage, Frame, Options, SeenWeek
from overtone.measure.tone_scale import WIDTH, tone_scale
from overtone.read.embedding import Embedder, Missing, open_embedder
from overtone.read.passages import packed
from overtone.records import Signal, Window, week

Floats = NDArray[np.float64]
Bytes = NDArray[np.int8]
WEEK = week(2022, 20)
TOPICS, SPEAKERS = 8, 3
PAGES = 192
SHIFT = -0.75  # of the scale's standard deviations, planted


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as vectors of its passages."""

    name: str
    vectors: NDArray[np.float32]  # of length one


def quick(shared: Path) -> tuple[Score, ...]:
    """The Kremlin's placebo, labels dealt anew, planted shifts and our own sentences."""
    encoder = open_embedder()
    if isinstance(encoder, Missing):
        return ()
    data = shared / "data"
    pages, digest = _pages(data, encoder)
    return (*_placebo("kremlin-ru-en", kremlin(data), data, encoder), *_dealt(pages, digest), *_own(encoder))


def run(shared: Path) -> tuple[Score, ...]:
    """All figures: the placebo of Kyiv and the opinions of Russian news as well."""
    encoder = open_embedder()
    if isinstance(encoder, Missing):
        return ()
    data = shared / "data"
    kyiv_pairs = islice(kyiv(data), 150)
    return (
        *quick(shared),
        *_placebo("kyiv-messages-uk-en", kyiv_pairs, data, encoder),
        *_opinions(data / "ruopinionne" / "train.jsonl", encoder),
    )


def _bytes(encoder: Embedder, texts: Sequence[str], lang: str) -> Bytes:
    return _whole(encoder.embed(texts, lang))


def _whole(vectors: NDArray[np.float32]) -> Bytes:
    """Vectors as the ledger keeps them."""
    found: Bytes = np.frombuffer(b"".join(packed(vectors)), np.int8).reshape(-1, WIDTH)
    return found


def _tones(vectors: Bytes, lang: str) -> Floats:
    found: Floats = tone_scale().tones(vectors, np.full(len(vectors), lang))[:, 0]
    return found


def _placebo(corpus: str, pairs: Iterator[Pair], data: Path, encoder: Embedder) -> Iterator[Score]:
    """The mean difference of documents, each as heavy as its passages; the peer reads all as if it were English."""
    ours, plain, sizes = [], [], []
    for pair in pairs:
        first, second = (_bytes(encoder, texts, lang) for texts, lang in zip(pair.texts, pair.langs, strict=True))
        english = _tones(second, "en").mean()
        ours.append(_tones(first, pair.langs[0]).mean() - english)
        plain.append(_tones(first, "en").mean() - english)
        sizes.append(min(len(first), len(second)))
    value, low, high = _mean(np.array(ours), np.array(sizes, dtype=float))
    yield Score(
        bench="contrast",
        task=f"placebo, {corpus}, with models",
        metric="difference",
        value=value,
        low=low,
        high=high,
        n=len(ours),
        target=0.0,
        peer="without offsets of languages",
        peer_value=_mean(np.array(plain), np.array(sizes, dtype=float))[0],
        corpus=corpus,
        digest=_digest(sorted((data / corpus).glob("*.jsonl.gz"))[-1]),
    )


def _mean(values: Floats, weights: Floats) -> tuple[float, float, float]:
    """The weighted mean and its 95 % interval, documents drawn again."""
    drawn = np.random.default_rng(SEED).integers(0, len(values), (DRAWS, len(values)))
    means = (values[drawn] * weights[drawn]).sum(axis=1) / weights[drawn].sum(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(values @ weights / weights.sum()), float(low), float(high)


def _pages(data: Path, encoder: Embedder) -> tuple[list[Page], str]:
    """Pages of the Kremlin in English with three passages each."""
    path = data / "kremlin-1999-2020" / "documents.jsonl.gz"
    found: list[tuple[str, tuple[str, ...]]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in islice(map(json.loads, lines), 0, None, 2):
            said = chunks(" ".join(p["text"] for p in row["paragraphs"] if p.get("speaker")), "en")
            if len(said) >= 3 and len(found) < PAGES:
                found.append((str(row["id"]), said[:3]))
    vectors = encoder.embed([text for _, said in found for text in said], "en").reshape(-1, 3, WIDTH)
    return [Page(name=name, vectors=rows) for (name, _), rows in zip(found, vectors, strict=True)], _digest(path)


def _dealt(pages: Sequence[Page], digest: str, deals: int = 40) -> Iterator[Score]:
    """Both measures over pages whose speakers and audiences were dealt by lot."""
    chance = np.random.default_rng(SEED)
    by_speaker: list[float] = []
    by_passage: list[float] = []
    by_audience: list[float] = []
    planted: list[float] = []
    for deal in range(deals):
        lot = chance.permutation(len(pages))
        chances, naive = _judged(pages, lot)
        by_speaker += chances
        by_passage += naive
        by_audience += _audiences(pages, lot)
        if deal < 8:
            planted += _judged(pages, lot, SHIFT)[0][::SPEAKERS]
    nothing: list[float] = []
    tasks = (
        ("tone, speakers dealt anew", "false alarms at 5 %", by_speaker, 0.05, "every passage a voice", by_passage),
        ("audience, audiences dealt anew", "false alarms at 5 %", by_audience, 0.05, "", nothing),
        ("tone, three quarters of a standard deviation planted", "found at 5 %", planted, 0.8, "", nothing),
    )
    for task, metric, chances, target, peer, naive in tasks:
        hits = sum(one <= 0.05 for one in chances)
        low, high = wilson(hits, len(chances))
        yield Score(
            bench="contrast",
            task=f"{task}, with models",
            metric=metric,
            value=hits / len(chances),
            low=low,
            high=high,
            n=len(chances),
            target=target,
            peer=peer,
            peer_value=float(np.mean(np.array(naive) <= 0.05)) if naive else None,
            corpus="kremlin-1999-2020",
            digest=digest,
        )


def _judged(pages: Sequence[Page], lot: NDArray[np.int64], shift: float = 0.0) -> tuple[list[float], list[float]]:
    """Chances of every speaker against the others by the measure, and by a t-test over passages."""
    rows: list[dict[str, object]] = []
    tones: dict[tuple[str, str], list[Floats]] = {}
    for place, number in enumerate(lot):
        topic, speaker = f"topic-{place % TOPICS}", f"speaker-{place // TOPICS % SPEAKERS}"
        vectors = pages[number].vectors
        moved = _whole(_moved(vectors, shift) if shift and speaker == "speaker-0" else vectors)
        rows += _rows(pages[number].name, speaker, topic, moved)
        tones.setdefault((topic, speaker), []).append(_tones(moved, "en"))
    found = {(s.target, s.actor): s for s in _signals(tone.judge(pa.Table.from_pylist(rows, schema=SCHEMA), _frame()))}
    ours, naive = [], []
    for (topic, speaker), signal in sorted(found.items()):
        if signal.surprise is not None:
            ours.append(signal.surprise)
            own = np.concatenate(tones[topic, speaker])
            others = [t for (at, who), parts in tones.items() if at == topic and who != speaker for t in parts]
            naive.append(float(ttest_ind(own, np.concatenate(others)).pvalue))
    return ours, naive


def _moved(vectors: NDArray[np.float32], shift: float) -> NDArray[np.float32]:
    """Vectors moved along the axis and brought back to length one, so that their mean tone changes by about `shift`."""
    axis, before = tone_scale().axes[0], _tones(_whole(vectors), "en").mean()
    step = shift / float(axis @ axis)
    found = vectors
    for _ in range(3):
        moved = vectors + step * axis
        found = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
        step *= shift / float(_tones(_whole(found), "en").mean() - before)
    return found


def _audiences(pages: Sequence[Page], lot: NDArray[np.int64]) -> list[float]:
    """Chances of one speaker's pages, at an event or not by lot, topic by topic."""
    rows = []
    for place, number in enumerate(lot):
        venue = "summit" if place // TOPICS % 2 else ""
        rows += _rows(pages[number].name, "speaker", f"topic-{place % TOPICS}", _whole(pages[number].vectors), venue)
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    return [s.surprise for s in _signals(audience.judge(table, _frame())) if s.surprise is not None]


SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "source", "actor", "document", "lang", "venue", "lemmas")),
        ("said_on", pa.date32()),
        ("now", pa.bool_()),
        ("addressed", pa.bool_()),
        ("topics", pa.list_(pa.string())),
        *((name, pa.int64()) for name in ("start", "stop", "first", "last")),
        ("vector", pa.binary()),
    ]
)


def _rows(name: str, actor: str, topic: str, vectors: Bytes, venue: str = "") -> list[dict[str, object]]:
    shared = {"id": name, "source": "kremlin", "actor": actor, "document": name, "lang": "en", "venue": venue}
    when = {"said_on": WEEK.start, "now": True, "addressed": False, "topics": [topic], "lemmas": None}
    spans = [{"start": 0, "stop": 900, "first": 300 * n, "last": 300 * n + 299} for n in range(len(vectors))]
    return [{**shared, **when, **span, "vector": row.tobytes()} for span, row in zip(spans, vectors, strict=True)]


def _frame() -> Frame:
    first: date = WEEK.start
    seen = SeenWeek(
        source="kremlin",
        monday=first,
        alive=True,
        reason="seen",
        documents=PAGES,
        first=first,
        last=first + timedelta(days=6),
    )
    window = Window(label=WEEK.label, start=first, stop=first + timedelta(days=7))
    return Frame(window=window, options=Options(), seen=Coverage(weeks=(seen,)))


def _signals(found: Iterator[object]) -> Iterator[Signal]:
    yield from (one for one in found if isinstance(one, Signal))


def _own(encoder: Embedder) -> Iterator[Score]:
    """The rank order of our own sentences of five steps, on subjects that no head has seen."""
    rows = list(labelled())
    digest = hashlib.sha256(json.dumps([(r.text, r.tone) for r in rows]).encode()).hexdigest()[:16]
    for lang in LANGS:
        own = [r for r in rows if r.lang == lang]
        tones, gold = _tones(_bytes(encoder, [r.text for r in own], lang), lang), np.array([r.tone for r in own])
        kind, unkind = tones[gold > 0], tones[gold < 0]
        yield Score(
            bench="contrast",
            task=f"own sentences, friendly over hostile, {lang}, with models",
            metric="auc",
            value=auc(np.concatenate([kind, unkind]), np.arange(len(kind) + len(unkind)) < len(kind)),
            n=len(kind) + len(unkind),
            digest=digest,
        )


def _opinions(path: Path, encoder: Embedder) -> Iterator[Score]:
    """Sentences of Russian news that hold a friendly opinion above those that hold a hostile one."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    signs = np.array([sum({"POS": 1, "NEG": -1}[o["Polarity"]] for o in row["opinions"]) for row in rows])
    kept = np.flatnonzero(signs)
    tones = _tones(_bytes(encoder, [rows[n]["text"] for n in kept], "ru"), "ru")
    gold = signs[kept] > 0
    drawn = np.random.default_rng(SEED).integers(0, len(kept), (200, len(kept)))
    low, high = np.percentile([auc(tones[d], gold[d]) for d in drawn], (2.5, 97.5))
    yield Score(
        bench="contrast",
        task="opinions in Russian news, friendly over hostile, with models",
        metric="auc",
        value=auc(tones, gold),
        low=float(low),
        high=float(high),
        n=len(kept),
        corpus="ruopinionne",
        digest=_digest(path),
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
