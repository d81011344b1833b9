"""Links between utterances as signals: how many, against chance, against the usual, with both texts as evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
from scipy.stats import nbinom

from overtone.measure.departure import garwood
from overtone.measure.echo_null import Page, Shares, at_least, expected, page
from overtone.measure.echo_said import Row, Said, no_value, number, said_of
from overtone.measure.echo_weight import Piece, bits, longest
from overtone.measure.shape import Frame, evidence, false_discovery, monday
from overtone.records import Abstention, Signal

BITS = 32.0  # of a million pairs of unrelated statements about one reaches it (`overtone bench echo`)
ECHO, SELF, REJECTED, FORMULA = "echoes", "self-echo", "rejected-quotation", "formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One utterance and the one it takes its words from."""

    unit: str
    actor: str
    origin: str
    said_on: date
    day: int
    origin_day: int
    source: str
    page: str  # source and key: one page in several languages is one
    lang: str
    document: str
    origin_document: str
    bits: float
    longest: int  # words
    now: bool
    spans: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every signal of one call rests on."""

    said: Said
    frame: Frame
    method: str
    links: Sequence[Link]

    def asked(self, origin: str) -> bool:
        """Whether echoes of this actor were asked for."""
        return not self.frame.options.targets or origin in self.frame.options.targets

    def by_pair(self, unit: str) -> dict[tuple[str, str], list[Link]]:
        """The window's links of one unit by actor and origin."""
        found: dict[tuple[str, str], list[Link]] = {}
        for link in self.links:
            if link.unit == unit and link.now:
                found.setdefault((link.actor, link.origin), []).append(link)
        return found


def judged(tally: pa.Table, frame: Frame, method: str) -> Iterator[Signal | Abstention]:
    """The signals of a tally and what could not be told."""
    rows = tally.to_pylist()
    said = said_of([r for r in rows if r["row"] is None], frame)
    picked = {s.id for s in frame.options.sources if s.sampling == "selected"}
    links = links_of([r for r in rows if r["row"] is not None and r["source"] not in picked], said)
    ground = Ground(said=said, frame=frame, method=method, links=links)
    measured = sorted(set(frame.options.actors) or {*said.now, *said.picked})
    reasons = {actor: no_value(actor, said, frame) for actor in measured}
    for actor, reason in reasons.items():
        if reason:
            yield _abstention(actor, reason, ground)
    heard = [actor for actor, reason in reasons.items() if not reason]
    yield from _pairs(heard, ground)
    yield from _totals(heard, ground)
    for unit in (SELF, REJECTED):
        for (actor, origin), own in sorted(ground.by_pair(unit).items()):
            if actor in heard and ground.asked(origin):
                yield _signal(unit, (actor, origin), own, ground)


def links_of(rows: Sequence[Row], said: Said) -> list[Link]:
    """The links of a tally, weighed and told apart; of a page in several languages those of one."""
    every = said.days
    links = []
    for r in rows:
        day, own = number(r, "day"), str(r["actor"])
        others = sum(said.before(actor, day) for actor in every if actor != own)
        links.append(_link(r, others, said.before(own, day)))
    held: dict[tuple[str, str], dict[str, int]] = {}
    for link in links:
        lines = held.setdefault((link.actor, link.page), {})
        lines[link.lang] = lines.get(link.lang, 0) + (link.unit != FORMULA)
    return [link for link in links if link.lang == _richest(held[link.actor, link.page])]


def _richest(lines: Mapping[str, int]) -> str:
    return min(lines, key=lambda lang: (-lines[lang], lang))


def _listed(row: Row, column: str) -> list[Row]:
    found = row[column]
    return list(found) if isinstance(found, list) else []


def _link(row: Row, others: int, own: int) -> Link:
    again = row["actor"] == row["origin"]  # who repeats himself is held against the others alone
    pieces = [
        Piece(x=number(p, "x"), y=number(p, "y"), often=number(p, "often"), own=0 if again else number(p, "own"))
        for p in _listed(row, "pieces")
    ]
    weight = bits(pieces, others, own)
    place = {"document": row["origin_document"], "start": row["origin_start"], "stop": row["origin_stop"]}
    said_on = row["said_on"]
    if not isinstance(said_on, date):
        raise TypeError(f"{said_on!r} is no date")
    return Link(
        unit=_unit(row, weight),
        actor=str(row["actor"]),
        origin=str(row["origin"]),
        said_on=said_on,
        day=number(row, "day"),
        origin_day=number(row, "origin_day"),
        source=str(row["source"]),
        page=f"{row['source']} {row['key']}",
        lang=str(row["lang"]),
        document=str(row["document"]),
        origin_document=str(row["origin_document"]),
        bits=weight,
        longest=longest(pieces),
        now=bool(row["now"]),
        spans=(*_listed(row, "spans"), {**place, "row": row["origin_row"]}),
    )


def _unit(row: Row, weight: float) -> str:
    """What kind of taking up words it is: the first of these that holds."""
    if weight < BITS:
        return FORMULA
    if row["actor"] == row["origin"]:
        return SELF
    hostile = row["tone"] is not None and number(row, "tone") < 0
    return REJECTED if row["stance"] == "denied" or (hostile and row["names"]) else ECHO


def _pairs(heard: Sequence[str], ground: Ground) -> Iterator[Signal]:
    """One signal for each pair with an echo; the family of tests is every pair that was compared."""
    said, found = ground.said, ground.by_pair(ECHO)
    every = [link for own in found.values() for link in own]
    pages = pages_of(every, said.shares)
    compared = {(a, b): said.compared(a, b) for a in heard for b in said.days if a != b and ground.asked(b)}
    tested = sorted(pair for pair, pairs in compared.items() if pairs)
    chance = [_chance(pair, found.get(pair, ()), pages, said.shares) for pair in tested]
    total = sum(said.compared(a, b) for a in said.now for b in said.days if a != b)
    for pair, probability, q in zip(tested, chance, false_discovery(chance), strict=True):
        if pair in found:
            rest = (len(every) - len(found[pair])) / max(1, total - compared[pair]) * 1e6
            figures = (
                f"expected={expected(pages, said.shares, *pair):.2f} tests={len(tested)} pairs={compared[pair]} "
                f"per_million={len(found[pair]) / compared[pair] * 1e6:.3g} others_per_million={rest:.3g}"
            )
            signal = _signal(ECHO, pair, found[pair], ground)
            yield replace(
                signal,
                surprise=probability,
                q=q,
                because="above-chance" if q <= 0.05 else "within-chance",
                detail=f"{signal.detail} {figures}",
            )


def pages_of(links: Sequence[Link], shared: Shares) -> list[Page]:
    """The pages that were echoed: of several echoes in one page one counts, for they are not independent."""
    found: dict[tuple[str, str, int], dict[str, int]] = {}
    for link in links:
        found.setdefault((link.origin_document, link.origin, link.origin_day), {})[link.document] = link.day
    return [page(key[2], sorted(echoes.values()), shared) for key, echoes in sorted(found.items())]


def _chance(pair: tuple[str, str], own: Sequence[Link], pages: Sequence[Page], shared: Shares) -> float:
    joined = {(link.document, link.origin_document) for link in own}
    return at_least(pages, shared, *pair, len(joined))


def _totals(heard: Sequence[str], ground: Ground) -> Iterator[Signal]:
    """Echoes of anybody by each actor, against the weeks before."""
    drafts = []
    for actor in heard:
        own = [link for link in ground.links if link.unit == ECHO and link.now and link.actor == actor]
        drafts.append((_signal(ECHO, (actor, ""), own, ground), _tails(len(own), (actor, ""), ground)))
    known = [tails for _, tails in drafts if tails is not None]
    below, above = (iter(false_discovery([tails[side] for tails in known])) for side in (0, 1))
    for signal, tails in drafts:
        if tails is None:
            yield replace(signal, because="no-baseline")
        else:
            lower, upper = next(below), next(above)
            because = "below-usual" if lower <= 0.05 else "above-usual" if upper <= 0.05 else "within-usual"
            yield replace(signal, surprise=tails[1], q=upper, because=because)


def _usual(unit: str, pair: tuple[str, str], ground: Ground) -> tuple[float, float] | None:
    """Gamma posterior of the count due in the window, as size and chance of a negative binomial; None without past."""
    actor, origin = pair
    past, now = ground.said.past.get(actor, 0), ground.said.now[actor]
    if not past:
        return None
    alive = ground.frame.seen.alive()
    count = sum(
        link.unit == unit and link.actor == actor and origin in ("", link.origin)
        for link in ground.links
        if not link.now and (link.source, monday(link.said_on)) in alive
    )
    return count + 0.5, past / (past + now)


def _tails(count: int, pair: tuple[str, str], ground: Ground) -> tuple[float, float] | None:
    usual = _usual(ECHO, pair, ground)
    return None if usual is None else (float(nbinom.cdf(count, *usual)), float(nbinom.sf(count - 1, *usual)))


def _signal(unit: str, pair: tuple[str, str], own: Sequence[Link], ground: Ground) -> Signal:
    """A count of links with its interval, the usual count, and both texts of each link as evidence."""
    frame, usual = ground.frame, _usual(unit, pair, ground)
    low, high = garwood(len(own), frame.options.level)
    tail = (1 - frame.options.level) / 2
    weights = [link.bits for link in own]
    detail = f"bits={sum(weights):.1f} most={max(weights):.1f} words={max(link.longest for link in own)}" if own else ""
    return Signal(
        measure="echo",
        method=ground.method,
        window=frame.window.label,
        actor=pair[0],
        target=pair[1],
        venue=frame.options.event,
        unit=unit,
        value=float(len(own)),
        low=low,
        high=high,
        level=frame.options.level,
        baseline=None if usual is None else float(nbinom.mean(*usual)),
        baseline_low=None if usual is None else float(nbinom.ppf(tail, *usual)),
        baseline_high=None if usual is None else float(nbinom.ppf(1 - tail, *usual)),
        surprise=None,
        coverage=frame.seen.share(frame.window, ground.said.sources.get(pair[0], ())),
        n=ground.said.now[pair[0]],
        because="no-baseline" if usual is None else "counted",
        evidence=evidence([dict(span) for link in own for span in link.spans]),
        detail=detail,
    )


def _abstention(actor: str, reason: str, ground: Ground) -> Abstention:
    frame, said = ground.frame, ground.said
    coverage, n = frame.seen.share(frame.window, said.sources.get(actor, ())), said.now.get(actor, 0)
    return Abstention(
        measure="echo",
        method=ground.method,
        window=frame.window.label,
        actor=actor,
        target="",
        venue=frame.options.event,
        reason=reason,
        detail=f"statements={n} coverage={coverage:.2f}",
        coverage=coverage,
        n=n,
    )
