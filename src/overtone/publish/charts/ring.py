"""Where speakers stand on a ring and how ties bend between them: worked out once, the same for the same ties."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Spot = tuple[float, float]

ACROSS = 62.0  # pixels from the middle to the sides: what is left of the narrowest place is for names
APART = ((4, 54), (7, 44), (math.inf, 34))  # pixels between two speakers on one side that has at most so many
EDGE = 20  # pixels above the first and below the last
BEND = 0.2  # how far a tie bows, of its length
NEAR = 7.0  # pixels between a speaker and the end of an arrow
ROUND = 8.5  # pixels of a number's disc, with a little air
ALONG = (0.5, 0.38, 0.62, 0.3, 0.7, 0.24, 0.76)  # where on a tie its number may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Who came first, who later, how strongly, whether chance is ruled out, and the row that says so."""

    start: int
    stop: int
    weight: float
    sure: bool
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """Speakers in their order round the ring, their places around the middle of the top edge, and the height."""

    nodes: tuple[int, ...]
    spots: dict[int, Spot]
    tall: int


def ring(nodes: Sequence[int], ties: Sequence[Tie]) -> Ring:
    """Speakers on two sides in turn, each across from whom it is most strongly tied to where that can be."""
    order = _order(nodes, ties)
    right = (len(order) + 1) // 2
    tall = 2 * EDGE + next(apart for most, apart in APART if right <= most) * max(right - 1, 1)
    spots = {}
    for place, node in enumerate(order):
        side, step = (-1 if place % 2 else 1), place // 2
        number = len(order) - right if place % 2 else right
        spacing = (tall - 2 * EDGE) / max(number - 1, 1)
        y = EDGE + spacing * step if number > 1 else tall / 2
        bow = math.sqrt(max(1 - ((y - tall / 2) / (tall / 2)) ** 2, 0.0))
        spots[node] = (side * ACROSS * (0.45 + 0.55 * bow), y)
    return Ring(nodes=tuple(order), spots=spots, tall=tall + 12)


def _order(nodes: Sequence[int], ties: Sequence[Tie]) -> list[int]:
    """From the most tied speaker on, always the one most strongly tied to those placed last."""
    pull: dict[frozenset[int], float] = {}
    for tie in ties:
        ends = frozenset((tie.start, tie.stop))
        pull[ends] = pull.get(ends, 0.0) + abs(tie.weight)
    total = {node: sum(weight for ends, weight in pull.items() if node in ends) for node in nodes}
    left = sorted(nodes, key=lambda node: (-total[node], node))
    order: list[int] = []
    while left:
        last = order[-1:]
        nearest = min(left, key=lambda n: (-sum(pull.get(frozenset((n, one)), 0.0) for one in last), -total[n], n))
        order.append(nearest)
        left.remove(nearest)
    return order


def curve(places: Ring, tie: Tie) -> tuple[Spot, Spot, Spot]:
    """Start, middle of the bend and end of a tie; the two ties of a pair bow to different sides."""
    start, stop = places.spots[tie.start], places.spots[tie.stop]
    across, down = stop[0] - start[0], stop[1] - start[1]
    middle = ((start[0] + stop[0]) / 2 - down * BEND, (start[1] + stop[1]) / 2 + across * BEND)
    return _towards(start, middle, NEAR), middle, _towards(stop, middle, NEAR)


def _towards(one: Spot, other: Spot, by: float) -> Spot:
    far = math.hypot(other[0] - one[0], other[1] - one[1]) or 1.0
    return one[0] + (other[0] - one[0]) * by / far, one[1] + (other[1] - one[1]) * by / far


def around(bent: tuple[Spot, Spot, Spot]) -> str:
    """A bend as the path of an SVG, ended a little before its point so that the arrow's head covers the end."""
    start, middle, stop = ((f"{x:.2f}", f"{y:.2f}") for x, y in (bent[0], bent[1], _towards(bent[2], bent[1], 5)))
    return f"M{start[0]} {start[1]}Q{middle[0]} {middle[1]} {stop[0]} {stop[1]}"


def badges(places: Ring, ties: Sequence[Tie]) -> list[Spot | None]:
    """Where each tie's number stands: on its line, free of speakers and of other numbers; None where nowhere is."""
    taken: list[Spot] = []
    found: list[Spot | None] = []
    for tie in ties:
        spot = next((s for s in (_on(curve(places, tie), part) for part in ALONG) if _free(s, places, taken)), None)
        found.append(spot)
        taken += [spot] if spot else []
    return found


def _on(bent: tuple[Spot, Spot, Spot], part: float) -> Spot:
    (a, b, c), rest = bent, 1 - part
    x, y = (rest * rest * a[n] + 2 * rest * part * b[n] + part * part * c[n] for n in (0, 1))
    return x, y


def _free(spot: Spot, places: Ring, taken: Sequence[Spot]) -> bool:
    """Whether a number has room: no speaker, no number near, and nowhere near the names outside the ring."""
    clear = all(math.hypot(spot[0] - x, spot[1] - y) > ROUND + 6 for x, y in places.spots.values())
    apart = all(math.hypot(spot[0] - x, spot[1] - y) > 2 * ROUND for x, y in taken)
    inside = all(abs(spot[0]) < abs(x) - 2 or abs(spot[1] - y) > ROUND + 14 for x, y in places.spots.values())
    return clear and apart and inside and ROUND <= spot[1] <= places.tall - ROUND
