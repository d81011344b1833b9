"""Passages that say again what another actor said in the days before: in another language, or in other words.

Takes the passages of a window and of the weeks before it, gives the pairs of statements. Verbatim reuse in one language
is left to `echo`. Not for telling who heard whom: both may repeat a third.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

import numpy as np
import pyarrow as pa

from overtone.measure.faithful import Checked, Content, checked, features, model, possible
from overtone.measure.nearness import LOOKBACK, Codes, Pairs, Vectors, pairs, unpacked

VERBATIM = 0.95  # cosine in one language from which two passages are the same words
PARTIES = frozenset({"actor", "state", "bloc"})
TRANSLATED = "translated-statements"
PARAPHRASED = "paraphrased-statements"
UNITS = (TRANSLATED, PARAPHRASED)
REFUSALS = ("numbers", "names", "order", "denial")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage with whose it is and what is in it."""

    row: str  # id of the statement
    document: str
    actor: str
    day: date
    source: str
    start: int
    stop: int
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """A passage and what it says again, said on an earlier day, or (`same_day`) on its own."""

    unit: str
    said: Passage
    earlier: Passage
    cosine: float
    margin: float
    score: float
    refused: str = ""  # the rule by which it is none, though as near as one
    same_day: bool = False


@dataclass(slots=True, kw_only=True)
class Side:
    """The passages of one language, as the arrays that are compared."""

    passages: list[Passage] = field(default_factory=list)
    packed: list[bytes] = field(default_factory=list)

    def arrays(self, actors: Mapping[str, int], which: Sequence[int]) -> tuple[Vectors, Codes, Codes]:
        """Vectors, actors and days of the passages named."""
        who = np.array([actors[self.passages[n].actor] for n in which], dtype=np.int64)
        days = np.array([self.passages[n].day.toordinal() for n in which], dtype=np.int64)
        return unpacked([self.packed[n] for n in which]), who, days


def sides_of(tally: pa.Table) -> dict[str, Side]:
    """The tallied passages by language; rows without a vector are left out."""
    found: dict[str, Side] = {}
    for row in tally.filter(tally["vector"].is_valid()).to_pylist():
        side = found.setdefault(str(row["lang"]), Side())
        side.passages.append(_passage(row))
        side.packed.append(row["vector"])
    return found


def retellings(sides: Mapping[str, Side], asked: frozenset[str]) -> Iterator[Retelling]:
    """What the statements `asked` for (ids) say again, week by week, in every language pair.

    Of each passage the few nearest by others, of its week and the one before, are looked at; those the rules refuse are
    told with the rule.
    """
    everyone = sorted({p.actor for side in sides.values() for p in side.passages})
    actors = {actor: n for n, actor in enumerate(everyone)}
    for one, other in product(sorted(sides), repeat=2):
        for first, which in _weeks(sides[one], asked):
            among = [
                n for n, p in enumerate(sides[other].passages) if first - LOOKBACK <= p.day.toordinal() < first + 7
            ]
            yield from _between((sides[one], which), (sides[other], among), actors)


def _weeks(side: Side, asked: frozenset[str]) -> list[tuple[int, list[int]]]:
    """The passages asked for by week, each with the week's first day as a whole number."""
    weeks: dict[int, list[int]] = {}
    for n, passage in enumerate(side.passages):
        if passage.row in asked:
            day = passage.day.toordinal()
            weeks.setdefault(day - passage.day.weekday(), []).append(n)
    return sorted(weeks.items())


def _between(
    said: tuple[Side, Sequence[int]], earlier: tuple[Side, Sequence[int]], actors: Mapping[str, int]
) -> Iterator[Retelling]:
    rows, who, days = said[0].arrays(actors, said[1])
    columns, whose, before = earlier[0].arrays(actors, earlier[1])
    found = pairs(rows, columns, (who, whose), (days, before))
    same_language = said[0] is earlier[0]
    found = found.kept(possible(found) & ((found.cosine < VERBATIM) | (not same_language)))
    sides = [[side.passages[n] for n in which] for side, which in (said, earlier)]
    words = features(found, *([p.content for p in side] for side in sides))
    judged = checked(words)
    unit = PARAPHRASED if same_language else TRANSLATED
    yield from _told(found, judged, (sides[0], sides[1], unit))


def _told(found: Pairs, judged: Checked, of: tuple[Sequence[Passage], Sequence[Passage], str]) -> Iterator[Retelling]:
    said, earlier, unit = of
    near = judged.score >= model()[1]
    refusals = dict(zip(REFUSALS, (judged.numbers, judged.names, judged.order, judged.denial), strict=True))
    for n in np.nonzero(near)[0].tolist():
        one, other = said[int(found.row[n])], earlier[int(found.column[n])]
        yield Retelling(
            unit=unit,
            said=one,
            earlier=other,
            cosine=float(found.cosine[n]),
            margin=float(found.gap[n]),
            score=float(judged.score[n]),
            refused=next((name for name, flags in refusals.items() if flags[n]), ""),
            same_day=one.day == other.day,
        )


def _passage(row: Mapping[str, object]) -> Passage:
    start, stop = int(str(row["start"])), int(str(row["stop"]))
    day = row["said_on"]
    if not isinstance(day, date):
        raise TypeError(f"{day!r} is no date")
    return Passage(
        row=str(row["row"]),
        document=str(row["document"]),
        actor=str(row["actor"]),
        day=day,
        source=str(row["source"]),
        start=start,
        stop=stop,
        content=Content(
            lang=str(row["lang"]),
            figures=frozenset(_texts(row["figures"])),
            names=tuple(_texts(row["names"])),
            parties=_parties(row["mentions"], start, stop),
            negated=int(str(row["negated"] or 0)),
            length=stop - start,
        ),
    )


def _texts(found: object) -> Iterable[str]:
    return [str(one) for one in found] if isinstance(found, list) else []


def _parties(mentions: object, start: int, stop: int) -> tuple[str, ...]:
    """Registry ids named in the passage, each once, in order of first mention."""
    if not isinstance(mentions, list):
        return ()
    inside = [m for m in mentions if m["kind"] in PARTIES and start <= m["start"] < stop]
    return tuple(dict.fromkeys(m["target"] for m in sorted(inside, key=lambda m: (m["start"], m["target"]))))
