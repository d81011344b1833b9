"""Echo across languages, measured: every passage of one language against all of the same set in another.

Positives are sentences and their human translations (ntrex, wmt-news), or two independent translations of one sentence
(same-language paraphrase); negatives are all the other sentences of the set. Only documents that the score was not
trained on. In sparse trials one passage in about five has its like in the other language.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from zlib import crc32

import numpy as np

from overtone.bench import near_misses
from overtone.bench.aligned import NTREX, WMT_2021, WMT_2022, Line, Text, lines_of, ntrex, wmt
from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.measure.departure import garwood
from overtone.measure.faithful import Content, checked, features, model
from overtone.measure.nearness import Flags, Floats, pairs, unpacked
from overtone.read.embedding import Embedder, Missing, open_embedder
from overtone.registry import Registry, load

NAME = "translation_echo"
PEER = "USE cosine alone"
PRECISION = 0.95
SPARSE = 0.1  # of the sentences stand on both sides, the others on either: of a side about one in five has its like
TRAINED, HELD = 0, 1  # halves of the documents
PARTIES = frozenset({"actor", "state", "bloc"})
Documents = Iterator[tuple[str, Mapping[str, Text]]]
Reading = tuple[Embedder, Registry]
Asked = tuple[str, str]  # corpus and digest of a score


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One side of passages against another: the candidate pairs, which are true, and how many there are to find."""

    features: Floats
    true: Flags
    total: int
    sizes: tuple[int, int]

    def scored(self) -> Floats:
        """The score of each pair; minus infinity where a rule forbids it."""
        found = checked(self.features)
        return np.where(found.against, -np.inf, found.score)

    def cosines(self) -> Floats:
        """The cosine of each pair."""
        return self.features[:, 1]


def half(documents: Documents, which: int) -> Documents:
    """The documents of one half: TRAINED or HELD."""
    return ((name, said) for name, said in documents if crc32(name.encode()) % 2 == which)


def content(line: Line) -> Content:
    """What the measure knows of a passage beside its vector."""
    named = tuple(dict.fromkeys(m.target for m in line.mentions if m.kind in PARTIES))
    meaning = line.meaning
    return Content(
        lang=meaning.lang,
        figures=frozenset(meaning.figures),
        names=meaning.names,
        parties=named,
        negated=meaning.negated,
        length=len(line.text),
    )


def trial(rows: Sequence[Line], columns: Sequence[Line]) -> Trial:
    """All candidate pairs of two sides."""
    who = np.zeros(len(rows), dtype=np.int64), np.ones(len(columns), dtype=np.int64)
    found = pairs(
        unpacked([line.meaning.vector for line in rows]), unpacked([line.meaning.vector for line in columns]), who
    )
    numbers = [np.array([line.number for line in side]) for side in (rows, columns)]
    return Trial(
        features=features(found, [content(line) for line in rows], [content(line) for line in columns]),
        true=numbers[0][found.row] == numbers[1][found.column],
        total=len(set(numbers[0].tolist()) & set(numbers[1].tolist())),
        sizes=(len(rows), len(columns)),
    )


def thinned(rows: Sequence[Line], columns: Sequence[Line], share: float) -> Trial:
    """The same where only a share of the passages has its like on the other side: of the rest each is on one side."""
    lot = np.random.default_rng(20221014).random(1 + max((line.number for line in (*rows, *columns)), default=0))
    both = lot < share
    left = (lot - share) / (1 - share) < 0.5
    return trial(
        [line for line in rows if both[line.number] or left[line.number]],
        [line for line in columns if both[line.number] or not left[line.number]],
    )


def recall_at(scores: Floats, true: Flags, total: int, precision: float = PRECISION) -> tuple[int, float]:
    """The most true pairs taken, best first, while `precision` of those taken are true; and the last score."""
    order = np.argsort(-scores, kind="stable")
    order = order[np.isfinite(scores[order])]
    hits = np.cumsum(true[order])
    fine = np.nonzero(hits >= precision * np.arange(1, len(order) + 1))[0]
    return (min(total, int(hits[fine[-1]])), float(scores[order][fine[-1]])) if len(fine) else (0, np.inf)


def run(shared: Path) -> tuple[Score, ...]:
    """Recall at precision, sparse trials, near misses and chance, beside the cosine alone."""
    return tuple(_all(shared, whole=True))


def quick(shared: Path) -> tuple[Score, ...]:
    """The trilingual set and the near misses."""
    return tuple(_all(shared, whole=False))


def _all(shared: Path, *, whole: bool) -> Iterator[Score]:
    embedder, registry = open_embedder(), load()
    if isinstance(embedder, Missing):
        return
    sides = _sides(lines_of(half(ntrex(shared), HELD), ("en", "ru", "be"), embedder, registry))
    told = _told(shared, NTREX)
    for pair, target in (("ru-en", 0.90), ("be-en", 0.85), ("be-ru", 0.85)):
        one, other = pair.split("-")
        yield from _recalls(f"{pair}, with models", (sides[one], sides[other]), target, told)
    cut = recall_at(*_by_cosine(trial(sides["ru"], sides["en"])))[1]
    yield from _near_misses(sides["en"], (embedder, registry), cut)
    if whole:
        yield from _wmt(shared, sides["en"], (embedder, registry), cut)


def _wmt(shared: Path, strangers: Sequence[Line], with_: Reading, cut: float) -> Iterator[Score]:
    """The Russian news with two English translations, and chance among strangers."""
    found = _sides(lines_of(half(wmt(shared, WMT_2021), HELD), ("ru", "en-A", "en-B"), *with_))
    told = _told(shared, WMT_2021)
    yield from _recalls("ru-en news, with models", (found["ru"], found["en-A"]), 0.90, told)
    yield from _recalls("en paraphrase, with models", (found["en-A"], found["en-B"]), None, told)
    held = _sides(lines_of(half(wmt(shared, WMT_2022), HELD), ("ru", "en-A"), *with_))
    yield from _recalls("ru-en 2022, with models", (held["ru"], held["en-A"]), 0.90, _told(shared, WMT_2022))
    yield _chance((*found["ru"], *held["ru"]), strangers, cut)


def _recalls(
    task: str, sides: tuple[Sequence[Line], Sequence[Line]], target: float | None, told: Asked
) -> Iterator[Score]:
    """Recall where every passage has its like, where one in five has, and both figures at the threshold that ships."""
    dense, sparse = trial(*sides), thinned(*sides, SPARSE)
    pool = f"{dense.sizes[0]} x {dense.sizes[1]}"
    yield _recall(f"{task}: recall at precision .95, all have their like ({pool})", dense, target, told)
    thin = f"{sparse.sizes[0]} x {sparse.sizes[1]}, {sparse.total} true"
    yield _recall(f"{task}: recall at precision .95, one in five has its like ({thin})", sparse, None, told)
    taken = sparse.scored() >= model()[1]
    right = int(sparse.true[taken].sum())
    yield _share(f"{task}: recall as shipped, one in five", "recall", (min(right, sparse.total), sparse.total), told)
    yield _share(f"{task}: precision as shipped, one in five", "precision", (right, int(taken.sum())), told)


def _recall(task: str, made: Trial, target: float | None, told: Asked) -> Score:
    ours, _ = recall_at(made.scored(), made.true, made.total)
    alone, _ = recall_at(made.cosines(), made.true, made.total)
    found = _share(task, "recall", (ours, made.total), told)
    return replace(found, target=target, peer=PEER, peer_value=alone / made.total)


def _near_misses(strangers: Sequence[Line], with_: Reading, cut: float) -> Iterator[Score]:
    """Our own sentences among strangers: how many changed ones are refused, how many faithful ones taken."""
    known = ("", near_misses.digest())
    for kind, rows in near_misses.sentences().items():
        said = {voice: near_misses.lines(rows, voice, with_) for voice in near_misses.VOICES}
        made = {
            voice: [trial(said[lang], [*said[voice], *strangers]) for lang in ("ru", "be")]
            for voice in ("en", "changed")
        }
        asked = sum(one.total for one in made["changed"])
        refused = asked - sum(_taken(one, one.scored(), model()[1]) for one in made["changed"])
        alone = asked - sum(_taken(one, one.cosines(), cut) for one in made["changed"])
        found = _share(f"near misses, {kind}, with models: changed ones refused", "recall", (refused, asked), known)
        yield replace(found, peer=PEER, peer_value=alone / asked)
        right = sum(_taken(one, one.scored(), model()[1]) for one in made["en"])
        task = f"near misses, {kind}, with models: faithful ones taken"
        yield _share(task, "recall", (right, sum(one.total for one in made["en"])), known)


def _chance(rows: Sequence[Line], columns: Sequence[Line], cut: float) -> Score:
    """Pairs taken among a million of sentences that have nothing to do with one another."""
    made = trial(rows, columns)
    cells = made.sizes[0] * made.sizes[1]
    taken = int((made.scored() >= model()[1]).sum())
    return Score(
        bench=NAME,
        task="ru-en unrelated, with models: pairs taken in a million",
        metric="pairs per million",
        value=taken / cells * 1e6,
        low=garwood(taken, 0.95)[0] / cells * 1e6,
        high=garwood(taken, 0.95)[1] / cells * 1e6,
        n=cells,
        peer=PEER,
        peer_value=float((made.cosines() >= cut).sum()) / cells * 1e6,
        corpus="wmt-news",
        digest=near_misses.digest(),
    )


def _by_cosine(made: Trial) -> tuple[Floats, Flags, int]:
    return made.cosines(), made.true, made.total


def _taken(made: Trial, scores: Floats, cut: float) -> int:
    """True pairs at or above a score."""
    return int((made.true & (scores >= cut)).sum())


def _share(task: str, metric: str, counts: tuple[int, int], told: Asked) -> Score:
    right, asked = counts
    low, high = wilson(right, asked)
    value = right / asked if asked else 0.0
    found = Score(bench=NAME, task=task, metric=metric, value=value, low=low, high=high, n=asked)
    return replace(found, corpus=told[0], digest=told[1])


def _sides(lines: Sequence[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.voice, []).append(line)
    return found


def _told(shared: Path, path: str) -> Asked:
    digest = sha256((shared / "data" / path).read_bytes()).hexdigest()[:16]
    return path.partition("/")[0], digest
