"""How much a shared wording surprises: bits of the runs that two texts share, given how often others said them.

Each shared run of three lemmas weighs −log₂ p, p = (c + ½)/(N + 1): c statements with it among the N made before that
day by all actors but the one who speaks. Runs that overlap are not counted twice: the weight of a match is the heaviest
chain of runs that do not, so a formula that everybody uses weighs little however long it is.
Not a probability that somebody copied: two who read one draft share its words as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RUN = 3  # words in a run


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One shared run: its place in both texts (in runs), and how many statements of others had it before."""

    x: int
    y: int
    often: int


def bits(pieces: Sequence[Piece], said: int) -> float:
    """The weight of the heaviest chain of runs that do not overlap, in bits; `said` statements were made before."""
    ordered = sorted(pieces, key=lambda piece: piece.x)
    places = np.array([piece.x for piece in ordered])
    best = np.zeros(len(ordered) + 1)
    for n, piece in enumerate(ordered):
        free = int(np.searchsorted(places, piece.x - RUN, side="right"))
        best[n + 1] = max(best[n], best[free] + surprise(piece.often, said))
    return float(best[-1])


def surprise(often: int, said: int) -> float:
    """−log₂ of the share of statements with a run, half a statement added; 1 bit where nothing was said before."""
    return float(np.log2((said + 1) / (min(often, said) + 0.5)))


def longest(pieces: Sequence[Piece]) -> int:
    """Words of the longest stretch that stands in both texts alike; 0 without shared runs."""
    runs = {(piece.x, piece.y) for piece in pieces}
    length = 0
    for x, y in runs:
        if (x - 1, y - 1) not in runs:
            stretch = 1
            while (x + stretch, y + stretch) in runs:
                stretch += 1
            length = max(length, stretch)
    return length + RUN - 1 if length else 0
