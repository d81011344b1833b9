"""The words of a statement as keys by which statements can be compared: lemmas, and runs of three of them.

Only positions of known actors have a wording: nothing else is compared. The words are the speaker's own: of reported
speech the words reported, of a turn the whole. Keys of runs are 63-bit hashes of our own, the same on every machine and
engine. Not for printing: the words themselves stay in the text.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from overtone.language import Language, language
from overtone.records import Document, Statement, Wording

RUN = 3  # lemmas in a row
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
LONGEST = 40_000  # characters of one statement: the longest speech has fewer
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)  # odd, so that order tells
_MIX = 0xFF51AFD7ED558CCD
Keys = npt.NDArray[np.uint64]


def wordings(statements: Sequence[Statement], document: Document) -> tuple[Wording, ...]:
    """One wording for each span of a position by a known actor, in the order of the statements.

    Raises UsageError for a language the house does not speak.
    """
    spoken = language(document.lang)
    first = {(one.start, one.stop): one for one in reversed(statements) if one.actor and one.act == "position"}
    return tuple(_wording(one, document, spoken) for _, one in sorted(first.items()))


def _wording(statement: Statement, document: Document, spoken: Language) -> Wording:
    runs = [lemmas(document.text[start:stop], spoken) for start, stop in own_words(statement)]
    return Wording(
        document=statement.document,
        reader=statement.reader,
        start=statement.start,
        stop=statement.stop,
        lang=statement.lang,
        lemmas=" ".join(word for run in runs for word in run),
        grams=tuple(dict.fromkeys(gram for run in runs for gram in grams(run))),
    )


def own_words(statement: Statement) -> Iterator[tuple[int, int]]:
    """The stretches of the text that are the speaker's words: those reported, else the whole statement."""
    spans = [(span.start, span.stop) for span in statement.content] or [(statement.start, statement.stop)]
    for start, stop in spans:
        yield start, min(stop, start + LONGEST)


def lemmas(text: str, spoken: Language) -> list[str]:
    """The lemma keys of a text's words in order; numbers stay as they are written."""
    return [spoken.lemma(found) for found in WORD.findall(spoken.fold(text).lower())]


def grams(words: Sequence[str]) -> list[int]:
    """The keys of the runs of three words, in order, 0 to 2^63 - 1; none of fewer than three words."""
    if len(words) < RUN:
        return []
    keys: Keys = np.fromiter(map(_key, words), np.uint64, len(words))
    found: list[int] = runs_of(keys).tolist()
    return found


def runs_of(keys: Keys) -> Keys:
    """The keys of the runs of three of these word keys, shape (n - 2,): products and sums modulo 2^64, then mixed."""
    count = len(keys) - RUN + 1
    total = np.zeros(count, np.uint64)
    for place, factor in enumerate(_FACTORS):
        part = keys[place : place + count] * np.uint64(factor)
        total = (total ^ (total >> np.uint64(29))) * np.uint64(_MIX) + part
    return (total ^ (total >> np.uint64(32))) >> np.uint64(1)


@lru_cache(maxsize=200_000)
def _key(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
