"""Novelty, transience and resonance: how far a statement is from what was said before, and what stays of it after.

For each position of a speaker the Kullback–Leibler divergence, in bits, of its mixture of meanings from the `w` of the
same speaker before it (novelty) and after it (transience); resonance is their difference. Beside each stands the same
figure when the speaker's statements are put in random order: only the excess over that is news, for most of the famous
slope of resonance on novelty is arithmetic. Not for comparing speakers who talk in unlike portions, nor for statements
with fewer than `w` neighbours: of the newest, resonance is "not yet" known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from overtone.measure.mixtures import MODEL, Array, codebooks, divergences, mixtures, unpacked
from overtone.measure.occasions import occasions
from overtone.measure.pool import Row
from overtone.measure.shape import Frame, Options, View, drafted, evidence, false_discovery
from overtone.records import Abstention, Signal, Window

METHOD = "novelty@1"
REFERENCE = (
    "Barron, Huang, Spang and DeDeo 2018 (novelty, transience, resonance); Griebel et al. 2024 (representations)"
)
NULL = "the speaker's statements in random order, 400 orders: the mean over the places of the window"
NOT_FOR = "speakers with few statements; single sentences; calling a repetition idle: it may be policy"
WIDTHS = (5, 10, 20)  # statements before and after
MAIN = 10
ORDERS = 400
SEED = 20221014
KNOWN = 0.8  # cosine from which an earlier passage says much the same
QUIET = 0.1  # lowest share of the speaker's own novelty that counts as little
BACK, ON = 700, 1000  # statements of one speaker held against each other: before the window's first, and from it on
UNITS = ("novelty", "transience", "resonance")
LATER = 26  # weeks after the window that may be looked at, where the view reaches so far


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The passages of positions in the trailing weeks, the window and the weeks after, one row each."""
    reach = Window(label="reach", start=window.start, stop=window.stop + timedelta(weeks=LATER))
    stated = occasions(view, reach, options)
    if options.actors:
        stated = stated.filter(stated.actor.isin(options.actors))
    meant = view.table("meanings")
    meant = meant.filter(meant.model == MODEL).select(
        page="document", of_start="of_start", of_stop="of_stop", at="start", until="stop", vector="vector"
    )
    joined = stated.inner_join(
        meant, [stated.document == meant.page, stated.start == meant.of_start, stated.stop == meant.of_stop]
    )
    here = (joined.said_on >= window.start) & (joined.said_on < window.stop)
    if options.event:
        here &= joined.venue == options.event
    return joined.select(
        "actor", "source", "document", "said_on", "id", "of_start", "of_stop", "at", "until", "vector",
        now=here,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One speaker's statements in their order, with their passages."""

    actor: str
    items: tuple[tuple[Row, ...], ...]  # the passages of each statement
    now: npt.NDArray[np.bool_]  # shape (items,)
    sources: tuple[str, ...]


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Mean novelty, transience and resonance of each speaker's window against random order; what adds little."""
    lines = _lines(tally.to_pylist())
    wanted = frame.options.actors or tuple(line.actor for line in lines if line.now.any())
    known = {line.actor: line for line in lines}
    drafts: list[Signal] = []
    for actor in sorted(set(wanted)):
        line = known.get(actor)
        reason = _no_value(line, frame)
        if reason or line is None:
            yield _abstention(actor, line, frame, reason or "no-data")
            continue
        drafts.extend(_measured(line, frame))
    rates = iter(false_discovery([s.surprise for s in drafts if s.surprise is not None]))
    for signal in drafts:
        yield signal if signal.surprise is None else _decided(replace(signal, q=next(rates)))


def _lines(rows: Sequence[Row]) -> list[_Line]:
    spoken: dict[str, dict[tuple[str, str, int, str], list[Row]]] = {}
    for row in rows:
        place = (str(row["said_on"]), str(row["document"]), int(str(row["of_start"])), str(row["id"]))
        spoken.setdefault(str(row["actor"]), {}).setdefault(place, []).append(row)
    return [_line(actor, spoken[actor]) for actor in sorted(spoken)]


def _line(actor: str, found: dict[tuple[str, str, int, str], list[Row]]) -> _Line:
    ordered = sorted(found)
    first = next((n for n, place in enumerate(ordered) if found[place][0]["now"]), len(ordered))
    near = ordered[max(0, first - BACK) : first + ON]
    items = tuple(tuple(sorted(found[place], key=lambda row: int(str(row["at"])))) for place in near)
    return _Line(
        actor=actor,
        items=items,
        now=np.array([bool(item[0]["now"]) for item in items]),
        sources=tuple(sorted({str(item[0]["source"]) for item in items})),
    )


def _no_value(line: _Line | None, frame: Frame) -> str:
    if line is None or not line.now.any():
        return "source-not-seen" if frame.blind(line.sources if line else ()) else "no-data"
    return "too-few-occasions" if len(line.items) < 2 * MAIN + 1 or int(line.now.argmax()) < MAIN else ""


def _abstention(actor: str, line: _Line | None, frame: Frame, reason: str) -> Abstention:
    count = len(line.items) if line else 0
    spoken = int(line.now.sum()) if line else 0
    return Abstention(
        measure="novelty",
        method=METHOD,
        window=frame.window.label,
        actor=actor,
        target="",
        venue=frame.options.event,
        reason=reason,
        detail=f"statements={spoken} with_others={count} needed={2 * MAIN + 1} (passages need the extra `reading`)",
        coverage=frame.seen.share(frame.window, line.sources if line else ()),
        n=spoken,
    )


def _measured(line: _Line, frame: Frame) -> Iterator[Signal]:
    vectors = unpacked([_bytes(row["vector"]) for item in line.items for row in item])
    belongs = np.repeat(np.arange(len(line.items)), [len(item) for item in line.items])
    apart = divergences(mixtures(vectors, belongs, codebooks()))
    for unit in UNITS:
        draft = _figure(line, frame, apart, unit)
        if draft is not None:
            yield draft
    yield from _little(line, frame, apart, vectors, belongs)


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise TypeError(f"{value!r} is no stored vector")
    return value


def along(apart: Array, unit: str, width: int) -> Array:
    """Novelty, transience or resonance of each item in its order, shape (n,); NaN where there are too few neighbours.

    `apart` as `divergences` gives it, in the order of time.
    """
    count, found = len(apart), np.full(len(apart), np.nan)
    for at in range(count):
        before = apart[at, at - width : at].mean() if at >= width else np.nan
        after = apart[at, at + 1 : at + 1 + width].mean() if at + width < count else np.nan
        found[at] = {"novelty": before, "transience": after, "resonance": before - after}[unit]
    return found


def by_chance(apart: Array, places: npt.NDArray[np.int64], unit: str, chance: np.random.Generator) -> Array:
    """The mean of a unit over these places of the line when its statements stand in random order, shape (ORDERS,).

    Whole orders are drawn, since the statements of a window share their neighbours. The places have neighbours enough.
    """
    orders = chance.permuted(np.broadcast_to(np.arange(len(apart)), (ORDERS, len(apart))), axis=1)
    own = orders[:, places][:, :, None]
    steps = np.arange(1, MAIN + 1)
    found = np.zeros((ORDERS, len(places)))
    for side, sign in ((-1, 1), (1, -1)):
        if unit != {-1: "transience", 1: "novelty"}[side]:
            others = orders[:, places[:, None] + side * steps]
            found += (sign if unit == "resonance" else 1) * apart[own, others].mean(axis=2)
    means: Array = found.mean(axis=1)
    return means


def _figure(line: _Line, frame: Frame, apart: Array, unit: str) -> Signal | None:
    """The mean over the window's statements that have enough neighbours; None where none has."""
    values = along(apart, unit, MAIN)
    places = np.flatnonzero(line.now & ~np.isnan(values))
    if not len(places):
        return None
    chance = np.random.default_rng([SEED, UNITS.index(unit), len(line.items)])
    null = by_chance(apart, places, unit, chance)
    value = float(values[places].mean())
    again = values[places][chance.integers(0, len(places), (1000, len(places)))].mean(axis=1)
    tail = (1 - frame.options.level) / 2
    low, high = (float(q) for q in np.quantile(again, [tail, 1 - tail]))
    base_low, base_high = (float(q) for q in np.quantile(null, [tail, 1 - tail]))
    far = np.abs(null - null.mean()) >= abs(value - null.mean()) - 1e-12
    others = " ".join(f"w{width}={_mean(along(apart, unit, width)[places])}" for width in WIDTHS)
    return replace(
        _draft(line, frame, unit),
        value=value,
        low=min(low, value),
        high=max(high, value),
        baseline=float(null.mean()),
        baseline_low=base_low,
        baseline_high=base_high,
        surprise=float((1 + far.sum()) / (1 + len(null))),
        n=len(places),
        detail=f"excess={value - float(null.mean()):.3f} {others} not_yet={int(line.now.sum()) - len(places)}",
        evidence=evidence([_span(line.items[place]) for place in places]),
    )


def _mean(values: Array) -> str:
    held = values[~np.isnan(values)]
    return f"{held.mean():.3f}" if len(held) else "-"


def _little(
    line: _Line, frame: Frame, apart: Array, vectors: Array, belongs: npt.NDArray[np.int64]
) -> Iterator[Signal]:
    """The window's statements that add little to what their speaker had said, each with the earlier one."""
    values = along(apart, "novelty", MAIN)
    before = values[: int(line.now.argmax())]  # what came later is no measure of what was known
    own = before[~np.isnan(before)]
    if len(own) < 2 * MAIN:
        return
    bound = float(np.quantile(own, QUIET))
    for place in np.flatnonzero(line.now & (values <= bound)):
        cosines = np.minimum(vectors[belongs == place] @ vectors[belongs < place].T, 1.0)
        nearest = int(cosines.mean(axis=0).argmax())
        value = float(cosines.max(axis=1).mean())
        if value < KNOWN:
            continue
        earlier = line.items[int(belongs[belongs < place][nearest])]
        yield replace(
            _draft(line, frame, "adds-little"),
            target=str(line.items[place][0]["id"]),
            value=value,
            low=float(cosines.max(axis=1).min()),
            high=float(cosines.max(axis=1).max()),
            baseline=KNOWN,
            n=int((belongs == place).sum()),
            because="adds-little",
            detail=f"novelty={values[place]:.3f} lowest_tenth={bound:.3f} earlier_on={earlier[0]['said_on']}",
            evidence=evidence([_span(line.items[place]), _span(earlier)]),
        )


def _draft(line: _Line, frame: Frame, unit: str) -> Signal:
    coverage = frame.seen.share(frame.window, line.sources)
    return drafted(METHOD, frame, unit=unit, actor=line.actor, target="", coverage=coverage)


def _span(item: Sequence[Row]) -> Row:
    first = item[0]
    return {"document": first["document"], "start": first["of_start"], "stop": first["of_stop"], "row": first["id"]}


def _decided(signal: Signal) -> Signal:
    if signal.q is None or signal.q > 0.05 or signal.baseline is None:
        return replace(signal, because="as-in-random-order")
    return replace(signal, because="above-random-order" if signal.value > signal.baseline else "below-random-order")
