"""Resolutions that repeat one another, by their titles: what makes one session's line comparable with the next.

The same title put to the vote once in each of two sessions that follow one another (or lie two apart) is one question.
A title voted on several times in a session is left alone: nobody can tell which vote repeats which. Whoever knows the
pairs (the desk, a data set) gives them, and they are tied as given. Not for amendments under one title.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from overtone.measure.ballots import Roll

APART = 2  # sessions
SHORT = 3  # words a title must have: "Amendment" alone repeats nothing
WORD = re.compile(r"\w+")


def questions_of(votes: Roll, sessions: Sequence[int]) -> npt.NDArray[np.intp]:
    """The question of each resolution, by its title."""
    titles = [" ".join(WORD.findall(title.casefold())) for title in votes.titles]
    often = Counter(zip(titles, sessions, strict=True))
    last: dict[str, int] = {}
    pairs = []
    for place in sorted(range(len(titles)), key=lambda n: (sessions[n], n)):
        title = titles[place]
        if len(title.split()) < SHORT or often[title, sessions[place]] > 1:
            continue
        if title in last and sessions[place] - sessions[last[title]] <= APART:
            pairs.append((last[title], place))
        last[title] = place
    return tied(len(titles), pairs)


def tied(size: int, pairs: Iterable[tuple[int, int]]) -> npt.NDArray[np.intp]:
    """The question of each of so many resolutions when the pairs are one question each: the first one's number."""
    found = np.arange(size)
    for first, second in pairs:
        a, b = _root(found, first), _root(found, second)
        found[max(a, b)] = min(a, b)
    return np.array([_root(found, place) for place in range(size)], dtype=np.intp)


def _root(found: npt.NDArray[np.intp], place: int) -> int:
    while found[place] != place:
        place = int(found[place])
    return place
