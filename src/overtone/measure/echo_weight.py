"""How much a shared wording surprises: bits of the runs that two texts share, given how often others said them.

Each shared run of three lemmas weighs −log₂ p. p = (c + ½)/(N + 1), with c statements that have it among the N made
before that day by all actors but the one who speaks; or c′/(N′ + 1) of his own N′, where that is more: what somebody
signs every text with he does not take from others. Runs that overlap are not counted twice: a match weighs what the
heaviest chain of runs that do not overlap weighs, so a formula that everybody uses weighs little however long it is.
Not a probability that somebody copied: two who read one draft share its words as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RUN = 3  # words in a run


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One shared run: its place in both texts (in runs), and how many statements had it before."""

    x: int
    y: int
    often: int  # of others
    own: int = 0  # of the one who speaks


def bits(pieces: Sequence[Piece], said: int, own: int = 0) -> float:
    """The weight of the heaviest chain of runs that do not overlap, in bits.

    `said` statements were made before by others, `own` by the one who speaks.
    """
    ordered = sorted(pieces, key=lambda piece: piece.x)
    places = np.array([piece.x for piece in ordered])
    best = np.zeros(len(ordered) + 1)
    for n, piece in enumerate(ordered):
        free = int(np.searchsorted(places, piece.x - RUN, side="right"))
        best[n + 1] = max(best[n], best[free] + surprise(piece, said, own))
    return float(best[-1])


def surprise(piece: Piece, said: int, own: int = 0) -> float:
    """−log₂ of the share of statements with a run, of others or of the speaker; 1 bit where nothing was said before."""
    share = (min(piece.often, said) + 0.5) / (said + 1)
    return float(-np.log2(max(share, min(piece.own, own) / (own + 1))))


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
