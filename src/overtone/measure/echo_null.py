"""What chance alone gives: who echoes whom if the actors of each day are dealt to its statements anew.

The links stay, with their days; whose statements they join is drawn by each day's shares of statements, given that an
echo is of another. Echoes of one page move together: either all are of the actor or none is. So with s_a(d) the share
of actor a on day d, a page of day d with echoes on days e₁ … eₖ is B's with weight s_B(d) Π (1 − s_B(eᵢ)), and each
echo is then A's with s_A(eᵢ)/(1 − s_B(eᵢ)). The count of links from A to B is the sum over pages, worked out exactly.
Not for days on which one actor speaks alone: there nothing can be dealt, and a link tells nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Shares = Mapping[int, Mapping[str, float]]  # of each day's statements, by actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page that was echoed: the days of its echoes, and how likely it is whose under the null."""

    echoes: tuple[int, ...]
    owners: Mapping[str, float]


def shares(activity: Sequence[tuple[str, int, int]]) -> dict[int, dict[str, float]]:
    """Each day's shares of statements from (actor, day, statements)."""
    found: dict[int, dict[str, float]] = {}
    for actor, day, statements in activity:
        line = found.setdefault(day, {})
        line[actor] = line.get(actor, 0.0) + statements
    return {day: {a: n / sum(line.values()) for a, n in line.items()} for day, line in found.items()}


def page(day: int, echoes: Sequence[int], shared: Shares) -> Page:
    """A page of one day with the days of its echoes: whose it is goes by the day's shares, and none echoes himself."""
    line = shared[day]
    weights = {a: s * float(np.prod([1 - shared[e].get(a, 0.0) for e in echoes])) for a, s in line.items()}
    total = sum(weights.values())
    return Page(echoes=tuple(echoes), owners={a: w / total for a, w in weights.items() if total > 0})


def dealt(pages: Sequence[Page], shared: Shares, echoing: str, origin: str, most: int) -> Array:
    """P(Y = 0), …, P(Y = most) of the number of links from one actor to another under the null."""
    law = np.zeros(most + 1)
    law[0] = 1.0
    for one in pages:
        chances = _chances(one, shared, echoing, origin)
        if any(chances):
            here = np.zeros(most + 1)
            here[0] = 1.0
            for chance in chances:
                here[1:] = here[1:] * (1 - chance) + here[:-1] * chance
                here[0] *= 1 - chance
            mixed = one.owners[origin] * here
            mixed[0] += 1 - one.owners[origin]
            law = np.convolve(law, mixed)[: most + 1]
    return law


def expected(pages: Sequence[Page], shared: Shares, echoing: str, origin: str) -> float:
    """The mean number of links from one actor to another under the null."""
    return float(sum(one.owners.get(origin, 0.0) * sum(_chances(one, shared, echoing, origin)) for one in pages))


def at_least(pages: Sequence[Page], shared: Shares, echoing: str, origin: str, count: int) -> float:
    """P(Y ≥ count) under the null; 1 for a count of nothing."""
    if count <= 0:
        return 1.0
    return float(max(0.0, 1 - dealt(pages, shared, echoing, origin, count - 1).sum()))


def _chances(one: Page, shared: Shares, echoing: str, origin: str) -> list[float]:
    """How likely each echo of a page is the echoing actor's, if the page is the origin's; empty where it cannot be."""
    if not one.owners.get(origin):
        return []
    return [shared[day].get(echoing, 0.0) / (1 - shared[day].get(origin, 0.0)) for day in one.echoes]
