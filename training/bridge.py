"""Learns the word list that brings Belarusian near Russian for the sentence encoder (IBM model 1, P. F. Brown et al.,
"The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993, begun from like spelling).

    python -m training.bridge ../shared            # trains, prints the held-out figure, writes weights/bridge_be.tsv.gz

Data: ru-be-legal (20,000 aligned lines of law) and ntrex-en-ru-be (news sentences, CC BY-SA 4.0). Deterministic; about
two minutes on one core. The figure is nearest-neighbour search of the English and Russian original among the second
half of ntrex, with the list learnt from law and the first half alone; the list that ships is learnt from both halves.
"""

import argparse
import gzip
import json
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from overtone.read import embedding_bridge
from overtone.read.embedding import Missing, open_embedder
from overtone.read.embedding_bridge import WORD, respelt

OUT = Path(__file__).resolve().parents[1] / "src/overtone/read/weights/bridge_be.tsv.gz"
ROUNDS = 6
Pair = tuple[list[str], list[str]]


def words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def legal(folder: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(folder / "ru-be-legal" / "ru-be-legal.tar.gz") as archive:
        for name in sorted(n for n in archive.getnames() if n.endswith("_be.txt_cleaned.txt")):
            sides = []
            for one in (name, name.replace("_be.", "_ru.")):
                handle = archive.extractfile(one)
                assert handle is not None
                sides.append(handle.read().decode("utf-8", "replace").splitlines())
            if len(sides[0]) == len(sides[1]):
                yield from zip(*sides, strict=True)


def likeness(be: str, ru: str) -> float:
    near = respelt(be)
    if near == ru:
        return 6.0
    same = 0
    for one, other in zip(near, ru, strict=False):
        if one != other:
            break
        same += 1
    return 1 + 3 * same / max(len(near), len(ru)) * (same >= 3)


def learn(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    data: list[Pair] = []
    for be, ru in dict.fromkeys(pairs):
        one, other = words(be), words(ru)
        if 0 < len(one) < 60 and 0 < len(other) < 60:
            data.append((one, other))
    seen = Counter(word for be, _ in data for word in set(be))
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for be, ru in data:
        for x in set(be):
            for y in set(ru):
                if y not in table[x]:
                    table[x][y] = likeness(x, y)
    for _ in range(ROUNDS + 1):
        table = {
            x: {y: v / total for y, v in row.items() if v / total > 1e-4}
            for x, row in table.items()
            if (total := sum(row.values()))
        }
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for be, ru in data:
            for y in ru:
                shares = [table[x].get(y, 1e-9) for x in be]
                total = sum(shares) + 1e-6
                for x, share in zip(be, shares, strict=True):
                    counts[x][y] += share / total
        table = counts
    chosen: dict[str, str] = {}
    for x, row in table.items():
        y = max(sorted(row), key=row.__getitem__)
        sure = row[y] / sum(row.values())
        if sure > 0.3 and (seen[x] >= 2 or likeness(x, y) > 2.5) and respelt(x) != y:
            chosen[x] = y
    return chosen


def nearest(bridge: dict[str, str], rows: Sequence[dict[str, str]]) -> dict[str, float]:
    encoder = open_embedder()
    assert not isinstance(encoder, Missing), encoder
    embedding_bridge._words = lambda: bridge
    be = encoder.embed([row["be"] for row in rows], "be")
    return {
        lang: float(
            (np.argmax(be @ encoder.embed([row[lang] for row in rows], lang).T, axis=1) == np.arange(len(rows))).mean()
        )
        for lang in ("ru", "en")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    folder = parser.parse_args().shared / "data"
    with gzip.open(folder / "ntrex-en-ru-be" / "sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        news = [json.loads(line) for line in lines]
    law, half = list(legal(folder)), len(news) // 2
    pairs = [(row["be"], row["ru"]) for row in news]
    print("held out:", nearest(learn(pairs[:half] + law), news[half:]), "untouched:", nearest({}, news[half:]))
    chosen = learn(pairs + law)
    packed = "".join(f"{be}\t{ru}\n" for be, ru in sorted(chosen.items())).encode()
    OUT.write_bytes(gzip.compress(packed, 9, mtime=0))
    print(f"{len(chosen)} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
