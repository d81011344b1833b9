"""The uses of lines laid out by day: who, when, how busy each speaker was, and on which days each could be heard.

Background activity is words a day: the mean of the days seen among the 29 around a day, times the weekday's factor. To
both is added one day on which the speaker spoke, as long as usual, so that no day is nothing. A day is seen for a
speaker when sources that carry half of his words or more were seen alive on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from overtone.measure.precedence import WITHIN, Array, Flags, Lines, Whole
from overtone.measure.shape import Frame

AROUND = 14  # days on either side that make the background
LONGEST = 32  # uses of a line by a pair that are looked at, from the first on
WIDTHS = (3, 6, 12, 20, LONGEST)  # lines of like length are worked out together
PRIOR = 0.5  # uses that nobody made, added to those of the week before


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """Every use of every line in order of line and day, and the speakers' days."""

    actors: tuple[str, ...]
    line: Whole
    actor: Whole
    day: Whole  # days since the first of the span
    utterance: Whole  # number of the statement it stands in
    rate: Array  # uses of the line by anybody in the week up to that day, for each word spoken
    place: pa.Table  # document, start, stop, row of each use
    words: Array  # actors × days: spoken
    activity: Array  # actors × days: the background
    seen: Flags  # actors × days
    source: tuple[str, ...]  # where each actor was heard most
    of: tuple[Whole, ...]  # the uses of each actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The lines that two speakers both used, in parts of like length, and where their uses stand in Uses."""

    lines: Lines
    at: Whole  # a row a line: the uses, -1 beyond the last


def laid_out(tally: pa.Table, frame: Frame) -> Uses | None:
    """The rows of a tally of lines as arrays; None where nobody said anything."""
    if tally.num_rows == 0:
        return None
    start, days = frame.past().start, (frame.window.stop - frame.past().start).days
    actors = tuple(sorted(set(tally["actor"].to_pylist())))
    spoken = tally.filter(pc.equal(tally["line"], 0))
    used = tally.filter(pc.greater(tally["line"], 0))
    used = used.sort_by([(name, "ascending") for name in ("line", "said_on", "actor", "document", "start")])
    by_source = _by_source(spoken, actors, start, days)
    words = np.sum(list(by_source.values()), axis=0)
    seen = _seen(by_source, frame, start, days)
    line = used["line"].to_numpy()
    day, actor = _days(used, start), _codes(used["actor"], actors)
    key = pc.binary_join_element_wise(used["document"], pc.cast(used["start"], pa.string()), used["row"], " ")
    return Uses(
        actors=actors,
        line=line,
        actor=actor,
        day=day,
        utterance=np.asarray(key.combine_chunks().dictionary_encode().indices, dtype=np.int64),
        rate=rates(line, day, words.sum(axis=0)),
        place=used.select(["document", "start", "stop", "row"]),
        words=words,
        activity=background(words, seen, start.weekday()),
        seen=seen,
        source=_mainly(by_source),
        of=tuple(np.flatnonzero(actor == code) for code in range(len(actors))),
    )


def background(words: Array, seen: Flags, weekday: int) -> Array:
    """Words due on each day by each actor; `weekday` is that of the first day, 0 for Monday."""
    said = np.where(seen, words, 0.0)
    kernel = np.ones(2 * AROUND + 1)
    due = np.empty_like(said)
    places = (np.arange(words.shape[1]) + weekday) % 7
    for a, row in enumerate(said):
        one = row.sum() / max(int((row > 0).sum()), 1) + 1e-9
        near = np.convolve(row, kernel)[AROUND : AROUND + words.shape[1]]
        open_days = np.convolve(seen[a].astype(float), kernel)[AROUND : AROUND + words.shape[1]]
        factor = np.bincount(places, weights=row, minlength=7) + one
        factor /= np.bincount(places, weights=seen[a], minlength=7) + 1
        due[a] = (near + one) / (open_days + 1) * (factor / factor.mean())[places]
    return due


def rates(line: Whole, day: Whole, words: Array) -> Array:
    """Uses of a line in the seven days up to each of its uses and on that day, itself left out, for each word."""
    spoken = np.concatenate([[0.0], np.cumsum(words)])
    if not len(line):
        return np.zeros(0)
    number = np.cumsum(np.diff(line, prepend=line[0]) != 0)
    key = number * (len(words) + 2 * WITHIN) + day + WITHIN
    count = np.searchsorted(key, key, "right") - np.searchsorted(key, key - WITHIN, "left")
    volume = spoken[day + 1] - spoken[np.maximum(day - WITHIN, 0)]
    return np.asarray((count - 1 + PRIOR) / np.maximum(volume, 1.0))


def shared(uses: Uses, pair: tuple[int, int], slack: int = 0, only: Whole | None = None) -> list[Shared]:
    """The lines both used (of `only`), on days on which both could be heard, the first use of either among them."""
    leader, follower = pair
    at = np.sort(np.concatenate([uses.of[leader], uses.of[follower]]))
    if only is not None:
        at = at[np.isin(uses.line[at], only)]
    line, heard = uses.line[at], uses.seen[leader, uses.day[at]] & uses.seen[follower, uses.day[at]]
    fresh = np.diff(line, prepend=-1) != 0
    blind = np.unique(line[fresh & ~heard])
    at = at[heard & ~np.isin(line, blind)]
    follows, line, day = uses.actor[at] == follower, uses.line[at], uses.day[at]
    again = (np.diff(line, prepend=-1) == 0) & (np.diff(day, prepend=-1) == 0)
    twice = again | np.append(again[1:], False)
    kept = ~twice | follows
    return _parts(uses, pair, at[kept], twice[kept], slack)


def _parts(uses: Uses, pair: tuple[int, int], at: Whole, both: Flags, slack: int) -> list[Shared]:
    """The days of a pair's lines as tables, `both` marking days that both used."""
    starts = np.flatnonzero(np.diff(uses.line[at], prepend=-1))
    sizes = np.diff(np.append(starts, len(at)))
    row, place = np.repeat(np.arange(len(starts)), sizes), np.arange(len(at)) - np.repeat(starts, sizes)
    early = place < LONGEST
    table, tied = np.full((len(starts), LONGEST), -1), np.zeros((len(starts), LONGEST), dtype=bool)
    table[row[early], place[early]] = at[early]
    tied[row[early], place[early]] = both[early]
    days = (table >= 0).sum(axis=1)
    own = (uses.actor[table] == pair[1]) & (table >= 0)
    fit = own.any(axis=1) & ((own.sum(axis=1) < days) | tied.any(axis=1))
    if len(table):
        fit &= _once(uses.utterance[table[:, :2]])
    found = []
    for least, most in zip((0, *WIDTHS), WIDTHS, strict=False):
        rows = fit & (days > least) & (days <= most)
        if rows.any():
            found.append(_lines(uses, pair, table[rows, :most], tied[rows, :most], slack))
    return found


def _once(firsts: Whole) -> Flags:
    """Of lines with the same first two utterances the first: what two speeches share is one case."""
    fit = np.zeros(len(firsts), dtype=bool)
    if len(firsts):
        fit[np.unique(np.sort(firsts, axis=1), axis=0, return_index=True)[1]] = True
    return fit


def _lines(uses: Uses, pair: tuple[int, int], at: Whole, both: Flags, slack: int) -> Shared:
    used = at >= 0
    day = uses.day[at]
    one, two = uses.activity[pair[0], day], uses.activity[pair[1], day]
    odds = np.where(both, 0.0, one / (one + two))
    lines = Lines(
        day=np.where(used, day, uses.activity.shape[1] + WITHIN),
        odds=np.where(used, odds, 1.0),
        rate=one * uses.rate[at],
        follows=used & (uses.actor[at] == pair[1]),
        used=used,
        slack=slack,
    )
    return Shared(lines=lines, at=at)


def _by_source(spoken: pa.Table, actors: Sequence[str], start: date, days: int) -> dict[str, Array]:
    """Words of each actor on each day, source by source."""
    names = sorted(set(spoken["source"].to_pylist()))
    cell = np.ravel_multi_index(
        (_codes(spoken["source"], names), _codes(spoken["actor"], actors), _days(spoken, start)),
        (len(names), len(actors), days),
    )
    size = len(names) * len(actors) * days
    flat = np.bincount(cell, weights=spoken["words"].to_numpy().astype(float), minlength=size)
    return dict(zip(names, flat.reshape(len(names), len(actors), days), strict=True))


def _seen(by_source: dict[str, Array], frame: Frame, start: date, days: int) -> Flags:
    """On which days sources with half of an actor's words were alive."""
    total = sum(words.sum(axis=1) for words in by_source.values())
    carried = np.zeros((len(np.atleast_1d(total)), days))
    for source, words in by_source.items():
        alive = np.zeros(days, dtype=bool)
        for week in frame.seen.weeks:
            if week.alive and week.first and week.last and week.source == source:
                alive[max(0, (week.first - start).days) : max(0, (week.last - start).days + 1)] = True
        carried += alive * (words.sum(axis=1) / np.maximum(total, 1.0))[:, None]
    return np.asarray(carried >= 0.5)


def _mainly(by_source: dict[str, Array]) -> tuple[str, ...]:
    names = list(by_source)
    return tuple(names[n] for n in np.argmax([words.sum(axis=1) for words in by_source.values()], axis=0))


def _codes(column: pa.ChunkedArray, names: Sequence[str]) -> Whole:
    return np.asarray(pc.index_in(column, value_set=pa.array(names, column.type)), dtype=np.int64)


def _days(table: pa.Table, start: date) -> Whole:
    """Days since the start."""
    epoch = (start - date(1970, 1, 1)).days
    return np.asarray(pc.cast(table["said_on"], pa.date32()).cast(pa.int32()), dtype=np.int64) - epoch


def day_of(start: date, number: int) -> date:
    """The day that a number stands for."""
    return start + timedelta(days=number)
