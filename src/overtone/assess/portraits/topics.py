"""The portrait of a topic: its share of the week beside the usual, who spoke of it, in which words."""

import math
from collections.abc import Iterator, Sequence

from overtone.assess.material import Material, whole
from overtone.assess.portraits.background import Background, named_week, register
from overtone.assess.portraits.quotes import newest, telling
from overtone.records import Chart, Evidence, Finding, Portrait, Slot, Statement

MOST_WORDS = 10
MOST_SPEAKERS = 12
MOST_SAID = 10
MOST_EVIDENCE = 4


def topics(material: Material, background: Background, most: int) -> Iterator[Portrait]:
    """A portrait of each topic of the week, those in most statements first; at most so many."""
    about: dict[str, list[Statement]] = {}
    for statement in material.positions:
        for topic in statement.topics:
            about.setdefault(topic, []).append(statement)
    known = [key for key in about if key in material.registry.topics]
    for topic in sorted(known, key=lambda key: (-len(about[key]), key))[:most]:
        yield _portrait(material, background, topic, about[topic])


def _portrait(material: Material, background: Background, topic: str, said: list[Statement]) -> Portrait:
    slot = Slot(name="topic", kind="topic", value=topic)
    return Portrait(
        kind="topic",
        id=topic,
        title=Finding(key="headline-portrait-topic", slots=(slot,), evidence=(whole(said[0]),)),
        registers=(
            *register("share", tuple(_share(background, topic))),
            *register("speakers", tuple(_speakers(material, topic, said)), MOST_SPEAKERS),
            *register("words", tuple(_words(material, topic, said)), MOST_WORDS),
            *register("said", tuple(newest(material, said, frozenset({topic}))), MOST_SAID),
        ),
        charts=tuple(_by_week(background, topic)),
    )


def _share(background: Background, topic: str) -> Iterator[Finding]:
    """Its share of the week's statements, with interval and usual level."""
    for signal in background.shares(""):
        if signal.target == topic:
            values = {"share": signal.value, "low": signal.low, "high": signal.high, "usual": signal.baseline}
            slots = [Slot(name=n, kind="share", value=str(v)) for n, v in values.items() if v is not None]
            slots.append(Slot(name="topic", kind="topic", value=topic))
            slots.append(Slot(name="total", kind="count", value=str(signal.n)))
            key = "portrait-share" if signal.baseline is None else "portrait-share-usual"
            yield Finding(key=key, slots=tuple(slots), evidence=signal.evidence[:MOST_EVIDENCE], signals=(signal,))


def _speakers(material: Material, topic: str, said: Sequence[Statement]) -> Iterator[Finding]:
    """Who spoke of it, those who did so most often first."""
    by: dict[str, list[Statement]] = {}
    for statement in said:
        by.setdefault(statement.actor or "", []).append(statement)
    for actor in sorted(by, key=lambda key: (-len(by[key]), key)):
        slots = [
            Slot(name="actor", kind="actor", value=actor),
            Slot(name="topic", kind="topic", value=topic),
            Slot(name="n", kind="count", value=str(len(by[actor]))),
        ]
        office = next((s.office for s in by[actor] if s.office), None)
        if office:
            slots.append(Slot(name="office", kind="office", value=office))
        pieces = [telling(material, s, frozenset({topic})) or whole(s) for s in by[actor][:MOST_EVIDENCE]]
        person = actor in material.registry.actors  # an institution has no gender a verb could agree with
        key = ("spoke" if office else "spoke-noffice") if person else "portrait-spoke"
        yield Finding(key=key, slots=tuple(slots), evidence=tuple(pieces))


def _words(material: Material, topic: str, said: Sequence[Statement]) -> Iterator[Finding]:
    """In which words it was named, as printed, those used most often first."""
    found: dict[str, list[Evidence]] = {}
    for statement in said:
        text = material.documents[statement.document].text
        for mention in statement.mentions:
            if mention.target == topic:
                piece = Evidence(document=statement.document, start=mention.start, stop=mention.stop, row=statement.id)
                found.setdefault(text[mention.start : mention.stop].casefold(), []).append(piece)
    for words in sorted(found, key=lambda key: (-len(found[key]), key)):
        pieces = found[words]
        quote = material.words_of(pieces[0])
        slots = (
            Slot(name="quote", kind="quote", value=quote),
            Slot(name="n", kind="count", value=str(len(pieces))),
        )
        yield Finding(key="portrait-words", slots=slots, evidence=tuple(pieces[:MOST_EVIDENCE]))


def _by_week(background: Background, topic: str) -> Iterator[Chart]:
    """Its share week by week with the interval; the usual level where there is one."""
    weekly = background.share_by_week(topic)
    known = [share for share, _, _ in weekly if not math.isnan(share)]
    if len(known) < 2:
        return
    usual = next((s.baseline for s in background.shares("") if s.target == topic), None)
    slot = Slot(name="topic", kind="topic", value=topic)
    yield Chart(
        key="chart-raised",
        kind="weeks",
        rows=(slot,),
        columns=tuple(Slot(name="week", kind="week", value=named_week(week)) for week in background.weeks),
        values=(tuple(share for share, _, _ in weekly),),
        lows=(tuple(low for _, low, _ in weekly),),
        highs=(tuple(high for _, _, high in weekly),),
        unit="share",
        usual=() if usual is None else (usual,),
        slots=(
            slot,
            Slot(name="n", kind="count", value=str(len(known))),
            Slot(name="share", kind="share", value=str(weekly[-1][0] if not math.isnan(weekly[-1][0]) else 0.0)),
            Slot(name="most", kind="share", value=str(max(known))),
        ),
    )
