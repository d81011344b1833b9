"""A bloc's likeness in words as signals: by meaning, by words and by topics, at one event or over the window's days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.stats import norm

from overtone.measure.likeness import Array, Day, contributions, error, likeness, of_strangers, permuted
from overtone.measure.shape import Frame, evidence
from overtone.measure.unity import Drawn, at_least, spread
from overtone.records import Abstention, Signal

Row = Mapping[str, object]
CHANNELS = ("meaning", "words", "topics")
DAYS = 5  # days of the past under which they make no usual level
LEAST_WORDS = 20  # lemmas under which a statement's words are not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One channel of a bloc's words: the window's days, and the members' days before."""

    channel: str
    days: tuple[Day, ...]
    past: tuple[Day, ...]
    spans: tuple[dict[str, object], ...]


def in_words(rows: Sequence[Row], frame: Frame, method: str) -> Iterator[Signal | Abstention]:
    """Signals of the bloc's words; nothing where none of the members is an actor who ever spoke."""
    members = frame.options.members
    if not any(row["state"] in members for row in rows):
        if frame.options.event:
            yield _abstain("no-data", "", "members_that_spoke=0", 0, frame, method)
        return
    for channel in CHANNELS:
        yield from _channel(_told(channel, rows, frame), frame, method)


def _told(channel: str, rows: Sequence[Row], frame: Frame) -> Told:
    kind = "meaning" if channel == "meaning" else "words"
    chosen = [row for row in rows if row["kind"] == kind]
    if channel == "words":
        chosen = _one_language([row for row in chosen if len(str(row["lemmas"] or "").split()) >= LEAST_WORDS], frame)
    if channel == "topics":
        chosen = [row for row in chosen if row["topics"]]
    chosen.sort(key=lambda row: (str(row["voted_on"]), str(row["id"]), bytes(_vector(row))))
    by_day: dict[tuple[object, object], list[Row]] = defaultdict(list)
    for row in chosen:
        by_day[row["now"], row["voted_on"]].append(row)
    weights = _rarity(chosen) if channel == "words" else {}
    days = {key: _day(channel, group, weights) for key, group in by_day.items()}
    return Told(
        channel=channel,
        days=tuple(day for (now, _), day in days.items() if now),
        past=tuple(day for (now, _), day in days.items() if not now),
        spans=tuple(_span(row) for row in chosen if row["now"] and row["state"] in frame.options.members),
    )


def _one_language(rows: list[Row], frame: Frame) -> list[Row]:
    """Only the language in which most members spoke: words of different languages cannot be alike."""
    spoke: dict[str, set[object]] = defaultdict(set)
    for row in rows:
        if row["state"] in frame.options.members:
            spoke[str(row["lang"])].add(row["state"])
    most = max(sorted(spoke), key=lambda lang: len(spoke[lang]), default="")
    return [row for row in rows if row["lang"] == most]


def _rarity(rows: Sequence[Row]) -> dict[str, float]:
    """Weight of each lemma: the logarithm of how few statements have it."""
    holders: dict[str, int] = defaultdict(int)
    for row in rows:
        for lemma in set(str(row["lemmas"]).split()):
            holders[lemma] += 1
    return {lemma: float(np.log((1 + len(rows)) / n)) for lemma, n in holders.items()}


def _day(channel: str, rows: Sequence[Row], weights: Mapping[str, float]) -> Day:
    speakers = tuple(str(row["state"]) for row in rows)
    if channel == "meaning":
        vectors = np.array([np.frombuffer(_vector(row), np.int8) for row in rows], dtype=np.float64)
        return Day(products=_products(vectors), speakers=speakers)
    pieces = [set(str(row["lemmas"]).split()) if channel == "words" else _topics(row) for row in rows]
    place = {word: n for n, word in enumerate(sorted(set().union(*pieces)))}
    table = np.zeros((len(rows), len(place)))
    for line, words in enumerate(pieces):
        for word in words:
            table[line, place[word]] = weights.get(word, 1.0)
    return Day(products=_products(table), speakers=speakers)


def _products(table: Array) -> Array:
    """Inner products of rows set to length one; a row of nothing stays nothing."""
    length = np.sqrt((table * table).sum(axis=1, keepdims=True))
    unit = np.divide(table, length, out=np.zeros_like(table), where=length > 0)
    return np.asarray(unit @ unit.T)


def _vector(row: Row) -> bytes:
    value = row["vector"]
    return value if isinstance(value, bytes) else b""


def _topics(row: Row) -> set[str]:
    value = row["topics"]
    return {str(topic) for topic in value} if isinstance(value, list) else set()


def _span(row: Row) -> dict[str, object]:
    return {
        "document": row["document"],
        "start": row["start"],
        "stop": row["stop"],
        "row": row["id"],
        "who": row["state"],
    }


def _channel(told: Told, frame: Frame, method: str) -> Iterator[Signal | Abstention]:
    members = frame.options.members
    days = [day for day in told.days if len({*members} & {*day.speakers}) >= 2]
    spoke = {one for day in told.days for one in day.speakers if one in members}
    if not days:
        known = f"members_that_spoke={len(spoke)} days_together=0"
        yield _abstain("too-few-occasions", told.channel, known, len(spoke), frame, method)
        return
    value = float(np.mean([likeness(day, members) for day in days]))
    pieces = sum(one in members for day in days for one in day.speakers)
    reach = float(norm.ppf((1 + frame.options.level) / 2)) * error(days, members)
    if not np.isfinite(reach) or reach == 0:
        yield _abstain("no-variance", told.channel, f"value={value:.3f} pieces={pieces}", pieces, frame, method)
        return
    others = {one for day in days for one in day.speakers if one not in members}
    mixed = permuted(days, members) if others else np.zeros(0)
    whole = _signal(told, frame, method, value, reach, len(days))
    usual, surprise = spread(mixed, frame.options.level), at_least(mixed, value)
    yield replace(
        whole,
        baseline=usual.value if others else None,
        baseline_low=usual.low if others else None,
        baseline_high=usual.high if others else None,
        surprise=surprise if others else None,
        because=_because(surprise, value, usual) if others else "nobody-else-spoke",
        detail=_beside(told, days, frame, len(others), pieces),
    )
    yield from _members(told, days, frame, method)


def _members(told: Told, days: Sequence[Day], frame: Frame, method: str) -> Iterator[Signal]:
    """What each member adds to the likeness, with the spread over days, or over the members where there is one day."""
    added: dict[str, list[float]] = defaultdict(list)
    for day in days:
        for member, share in contributions(day, frame.options.members).items():
            added[member].append(share)
    every = [share for shares in added.values() for share in shares]
    z = float(norm.ppf((1 + frame.options.level) / 2))
    for member, shares in added.items():
        spread_of = np.std(shares, ddof=1) / np.sqrt(len(shares)) if len(shares) > 1 else np.std(every)
        one = _signal(told, frame, method, float(np.mean(shares)), z * float(spread_of), len(shares))
        word = "holds-together" if one.low > 0 else "stands-apart" if one.high < 0 else "cannot-tell"
        spans = evidence([span for span in told.spans if span["who"] == member])
        yield replace(one, actor=member, unit=f"contribution-{told.channel}", because=word, evidence=spans)


def _beside(told: Told, days: Sequence[Day], frame: Frame, others: int, pieces: int) -> str:
    """Figures beside the value: as many strangers of the same days, and the members' own past."""
    detail = f"days={len(days)} pieces={pieces} others={others}"
    drawn = of_strangers(days, frame.options.members)
    if drawn.size:
        other = spread(drawn, frame.options.level)
        detail += f" strangers={other.value:.3f} strangers_low={other.low:.3f} strangers_high={other.high:.3f}"
    past = [likeness(day, frame.options.members) for day in told.past]
    known = [one for one in past if np.isfinite(one)]
    if len(known) >= DAYS:
        low, high = np.quantile(known, [(1 - frame.options.level) / 2, (1 + frame.options.level) / 2])
        detail += f" past={np.mean(known):.3f} past_low={low:.3f} past_high={high:.3f} past_days={len(known)}"
    return detail


def _because(surprise: float, value: float, usual: Drawn) -> str:
    if surprise <= 0.05:
        return "more-alike-than-chance"
    return "less-alike-than-chance" if value < usual.low else "not-distinguishable-from-chance"


def _signal(told: Told, frame: Frame, method: str, value: float, reach: float, n: int) -> Signal:
    return Signal(
        measure="cohesion",
        method=method,
        window=frame.window.label,
        actor="",
        target="",
        venue=frame.options.event,
        unit=f"likeness-{told.channel}",
        value=value,
        low=max(-1.0, value - reach),
        high=min(1.0, value + reach),
        level=frame.options.level,
        baseline=None,
        baseline_low=None,
        baseline_high=None,
        surprise=None,
        coverage=frame.seen.share(frame.window),
        n=n,
        because="",
        evidence=evidence(told.spans),
    )


def _abstain(reason: str, channel: str, detail: str, n: int, frame: Frame, method: str) -> Abstention:
    return Abstention(
        measure="cohesion",
        method=method,
        window=frame.window.label,
        actor="",
        target=channel or "words",
        venue=frame.options.event,
        reason=reason,
        detail=detail,
        coverage=frame.seen.share(frame.window),
        n=n,
    )
