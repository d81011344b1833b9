"""Charts of the week, free of language: what was spoken of, contacts of the year, who mentioned what."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from overtone.assess.contacts import busiest_pair
from overtone.assess.material import Material
from overtone.records import Abstention, Chart, Encounter, Signal, Slot

MOST_TOPICS = 10
MOST_SPEAKERS = 8
MOST_SUBJECTS = 8
LANES = ("bilateral", "sidelines", "multilateral", "video", "phone")


def shares(material: Material, signals: Sequence[Signal | Abstention]) -> Iterator[Chart]:
    """Share of the week's statements that concern each topic, with interval and usual level."""
    over_all = [
        s
        for s in signals
        if isinstance(s, Signal)
        and (s.measure, s.unit, s.actor, s.venue) == ("salience", "share-of-statements", "", "")
        and s.target in material.registry.topics
    ]
    ranked = sorted(over_all, key=lambda s: (-s.value, s.target))[:MOST_TOPICS]
    if ranked:
        yield Chart(
            key="chart-shares",
            kind="shares",
            rows=tuple(Slot(name="topic", kind="topic", value=s.target) for s in ranked),
            columns=tuple(Slot(name=name, kind="column", value=name) for name in ("value", "usual")),
            values=tuple((s.value, math.nan if s.baseline is None else s.baseline) for s in ranked),
            lows=tuple((s.low, math.nan) for s in ranked),
            highs=tuple((s.high, math.nan) for s in ranked),
            slots=(
                Slot(name="n", kind="count", value=str(ranked[0].n)),
                Slot(name="first", kind="topic", value=ranked[0].target),
                Slot(name="share", kind="share", value=str(ranked[0].value)),
            ),
        )


def timelines(material: Material) -> Iterator[Chart]:
    """Contacts of the year so far between the two leaders of each theme's main pair, month by month, a lane a kind."""
    themes = sorted(material.registry.themes.values(), key=lambda theme: theme.order)
    for theme in themes:
        pair = busiest_pair(material, theme.id)
        if pair is not None:
            contacts = [e for e in material.encounters if set(pair) <= set(e.parties)]
            yield _timeline(material, theme.id, pair, contacts)


def _timeline(material: Material, theme: str, pair: tuple[str, str], contacts: list[Encounter]) -> Chart:
    year = material.window.last.year
    months = range(1, material.window.last.month + 1)
    lanes = [kind for kind in LANES if any(e.kind == kind for e in contacts)]
    held: dict[tuple[str, int], int] = defaultdict(int)
    announced: dict[tuple[str, int], int] = defaultdict(int)
    for encounter in contacts:
        if encounter.date.year == year and encounter.date < material.window.stop:
            counter = held if encounter.status == "held" else announced
            counter[encounter.kind, encounter.date.month] += encounter.status in {"held", "announced"}
    values = tuple(tuple(float(held[kind, month]) for month in months) for kind in lanes)
    tops = tuple(tuple(float(held[kind, m] + announced[kind, m]) for m in months) for kind in lanes)
    return Chart(
        key="chart-timeline",
        kind="timeline",
        rows=tuple(Slot(name="kind", kind="contact", value=kind) for kind in lanes),
        columns=tuple(Slot(name="month", kind="month", value=str(month)) for month in months),
        values=values,
        lows=values,
        highs=tops,
        theme=theme,
        slots=(
            Slot(name="pair", kind="actor", value=",".join(pair)),
            Slot(name="year", kind="word", value=str(year)),
            Slot(name="n", kind="count", value=str(sum(held.values()))),
            Slot(name="open", kind="count", value=str(sum(announced.values()))),
        ),
    )


def matrix(material: Material) -> Iterator[Chart]:
    """How often the week's busiest speakers mentioned the states and blocs most spoken of."""
    tally: Counter[tuple[str, str]] = Counter()
    subjects: dict[str, str] = {}
    for statement in (s for s in material.positions if s.actor in material.registry.actors):
        for mention in statement.mentions:
            if mention.kind in {"state", "bloc"} and mention.target != material.state_of(statement.actor or ""):
                tally[statement.actor or "", mention.target] += 1
                subjects[mention.target] = mention.kind
    if len({actor for actor, _ in tally}) < 2:
        return
    speakers = _most(tally, 0)[:MOST_SPEAKERS]
    columns = _most(tally, 1)[:MOST_SUBJECTS]
    values = tuple(
        tuple(math.nan if target == material.state_of(actor) else float(tally[actor, target]) for target in columns)
        for actor in speakers
    )
    (actor, target), top = min(tally.items(), key=lambda item: (-item[1], item[0]))
    yield Chart(
        key="chart-matrix",
        kind="matrix",
        rows=tuple(Slot(name="actor", kind="actor", value=actor) for actor in speakers),
        columns=tuple(Slot(name="target", kind=subjects[target], value=target) for target in columns),
        values=values,
        slots=(
            Slot(name="n", kind="count", value=str(len(speakers))),
            Slot(name="m", kind="count", value=str(len(columns))),
            Slot(name="actor", kind="actor", value=actor),
            Slot(name="target", kind=subjects[target], value=target),
            Slot(name="top", kind="count", value=str(top)),
        ),
    )


def _most(tally: Counter[tuple[str, str]], place: int) -> list[str]:
    totals: Counter[str] = Counter()
    for key, number in tally.items():
        totals[key[place]] += number
    return sorted(totals, key=lambda name: (-totals[name], name))
