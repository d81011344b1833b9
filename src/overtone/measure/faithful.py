"""Whether two near passages say the same: the numbers, names and denials in them, and one score from all of it.

Vectors see none of the three. A pair whose numbers contradict each other, whose named parties are others, or of which
one denies what the other says, is no echo whatever its score. Not for who did what
to whom beyond the order in which both are named: a passive turns it round.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from overtone.measure.nearness import Flags, Floats, Pairs

NAME_LETTERS = 3  # consonants two spellings of a name must begin with in common
FEATURES = (
    "one", "cosine", "row_margin", "column_margin", "gap", "figures_shared", "figures_apart", "names_shared",
    "names_apart", "parties_shared", "parties_apart", "order", "denial", "lengths", "paraphrase",
)  # fmt: skip
NEAR = 5  # the first features, which come from the vectors alone
MOST: dict[str, float] = {"figures_shared": 3.0, "names_shared": 4.0, "parties_shared": 3.0}  # what is counted at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is in a passage beside its vector."""

    lang: str
    figures: frozenset[str]
    names: tuple[str, ...]
    parties: tuple[str, ...]  # registry ids of states, actors and blocs named, in order of first mention
    negated: int  # words that surely deny; -1 where some only may
    length: int  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Pairs with the odds that they say the same and what speaks against it; one entry a pair."""

    score: Floats  # natural logarithm of the odds
    numbers: Flags  # each has a number that the other lacks
    names: Flags  # each names a party that the other does not
    order: Flags  # both name the same parties in another order: who does what to whom may be turned round
    denial: Flags  # one surely denies, and the other surely does not

    @property
    def against(self) -> Flags:
        """Whether any rule forbids the pair."""
        return self.numbers | self.names | self.order | self.denial


def features(pairs: Pairs, rows: Sequence[Content], columns: Sequence[Content]) -> Floats:
    """The features of each pair in the order of FEATURES, shape (pairs, features)."""
    words = [_compared(rows[r], columns[c]) for r, c in zip(pairs.row.tolist(), pairs.column.tolist(), strict=True)]
    told = np.array(words, dtype=float).reshape(len(words), len(FEATURES) - NEAR)
    return np.hstack([_near(pairs), told])


def possible(pairs: Pairs) -> Flags:
    """Pairs near enough that the words in them could still make them an echo: the others need no look at the words."""
    weights, threshold = model()
    most = sum(max(0.0, weight) * MOST.get(name, 0.0) for name, weight in zip(FEATURES, weights, strict=True))
    found: Flags = _near(pairs) @ weights[:NEAR] + most >= threshold
    return found


def _near(pairs: Pairs) -> Floats:
    one = np.ones(len(pairs.row))
    return np.column_stack([one, pairs.cosine, pairs.row_margin, pairs.column_margin, pairs.gap])


def checked(found: Floats) -> Checked:
    """The score of pairs by their features, and what the rules say against each."""
    weights, _ = model()
    column = {name: found[:, n] for n, name in enumerate(FEATURES)}
    return Checked(
        score=found @ weights,
        numbers=column["figures_apart"] > 0,
        names=column["parties_apart"] > 0,
        order=column["order"] > 0,
        denial=column["denial"] > 0,
    )


@lru_cache(maxsize=1)
def model() -> tuple[Floats, float]:
    """The weights in the order of FEATURES, and the score from which a pair is an echo (docs/models)."""
    text = files("overtone.measure").joinpath("weights", "translation_echo.toml").read_text("utf-8")
    stored = tomllib.loads(text)
    return np.array([float(stored["weights"][name]) for name in FEATURES]), float(stored["threshold"])


def _compared(one: Content, other: Content) -> tuple[float, ...]:
    figures = (len(one.figures - other.figures), len(other.figures - one.figures))
    parties = (len(set(one.parties) - set(other.parties)), len(set(other.parties) - set(one.parties)))
    known = sum(any(alike(a, b) for b in other.names) for a in one.names)
    found = sum(any(alike(a, b) for b in one.names) for a in other.names)
    names = (len(one.names) - known, len(other.names) - found)
    return (
        min(MOST["figures_shared"], len(one.figures & other.figures)),
        float(min(figures)),
        min(MOST["names_shared"], (known + found) / 2),
        min(3.0, float(min(names))),
        min(MOST["parties_shared"], len(set(one.parties) & set(other.parties))),
        float(min(parties)),
        float([p for p in one.parties if p in other.parties] != [p for p in other.parties if p in one.parties]),
        float((one.negated > 0 and other.negated == 0) or (one.negated == 0 and other.negated > 0)),
        abs(np.log(max(one.length, 1) / max(other.length, 1))),
        float(one.lang == other.lang),
    )


def alike(one: str, other: str) -> bool:
    """Whether two keys may be one name: one begins as the other, but for its last consonant."""
    short = max(NAME_LETTERS, min(len(one), len(other)) - 1)
    return one[:short] == other[:short]
