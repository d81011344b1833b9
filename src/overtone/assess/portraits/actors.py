"""The portrait of an actor: how much and of what he spoke, whom he met, whom he echoes, how his state voted."""

import math
from collections import Counter
from collections.abc import Iterator

from overtone.assess.contacts import told_held, told_open
from overtone.assess.material import Material, whole
from overtone.assess.portraits.background import Background, named_week, register
from overtone.assess.portraits.quotes import newest
from overtone.records import Abstention, Chart, Encounter, Evidence, Finding, Portrait, Signal, Slot, Statement

MOST_TOPICS = 6
MOST_OTHERS = 3  # people with whom the contacts of the year are counted
MOST_VOTES = 12
MOST_CONTACTS = 12
CHOICES = {"Y": "voted-y", "N": "voted-n", "A": "voted-a", "NP": "voted-np"}
STATUS = {"promised": "portrait-promised", "agreed": "portrait-agreed", "refused": "portrait-refused"}


def actors(material: Material, background: Background, most: int) -> Iterator[Portrait]:
    """A portrait of each who spoke or met somebody in the week, those who spoke most first; at most so many."""
    said: dict[str, list[Statement]] = {}
    for statement in material.positions:
        said.setdefault(statement.actor or "", []).append(statement)
    window = material.window
    present = [e for e in material.encounters if e.status == "held" and window.start <= e.date < window.stop]
    for actor in (party for encounter in present for party in encounter.parties):
        said.setdefault(actor, [])
    known = [key for key in said if key in material.registry.actors or key in material.registry.institutions]
    for actor in sorted(known, key=lambda key: (-len(said[key]), key))[:most]:
        yield _portrait(material, background, actor, said[actor])


def _portrait(material: Material, background: Background, actor: str, said: list[Statement]) -> Portrait:
    met = [e for e in material.encounters if actor in e.parties and e.date < material.window.stop]
    ground = tuple(whole(s) for s in said[:1]) or met[-1].reports[:1]
    return Portrait(
        kind="actor",
        id=actor,
        title=Finding(key="headline-portrait-actor", slots=(_actor(actor),), evidence=ground),
        registers=(
            *register("office", tuple(_offices(actor, said))),
            *register("topics", tuple(_topics(material, background, actor, said)), MOST_TOPICS),
            *register("said", tuple(newest(material, said))),
            *register("contacts", tuple(_contacts(material, met)), MOST_CONTACTS),
            *register("counts", tuple(_counts(material, background, actor, met)), 4 * MOST_OTHERS),
            *register("echoes", tuple(_echoes(background, actor))),
            *register("commitments", tuple(_commitments(material, background, actor))),
            *register("votes", tuple(_votes(material, background, actor)), MOST_VOTES),
        ),
        charts=tuple(_by_week(background, actor)),
    )


def _actor(actor: str) -> Slot:
    return Slot(name="actor", kind="actor", value=actor)


def _offices(actor: str, said: list[Statement]) -> Iterator[Finding]:
    for office in dict.fromkeys(s.office for s in said if s.office):
        spoken = next(s for s in said if s.office == office)
        slots = (_actor(actor), Slot(name="office", kind="office", value=office))
        yield Finding(key="portrait-office", slots=slots, evidence=(whole(spoken),))


def _topics(material: Material, background: Background, actor: str, said: list[Statement]) -> Iterator[Finding]:
    """What the actor spoke of: the share of his statements with its interval, where the measure gives one."""
    for signal in background.shares(actor):
        if signal.target not in material.registry.topics:
            continue
        about = [s for s in said if signal.target in s.topics]
        spans = [material.sentence_with(s, frozenset({signal.target})) or whole(s) for s in about[:3]]
        slots = (
            _actor(actor),
            Slot(name="topic", kind="topic", value=signal.target),
            Slot(name="share", kind="share", value=str(signal.value)),
            Slot(name="low", kind="share", value=str(signal.low)),
            Slot(name="high", kind="share", value=str(signal.high)),
            Slot(name="total", kind="count", value=str(signal.n)),
        )
        yield Finding(key="portrait-topic", slots=slots, evidence=tuple(spans), signals=(signal,))


def _contacts(material: Material, met: list[Encounter]) -> Iterator[Finding]:
    """The contacts of the year up to the week's end, the newest first."""
    for encounter in sorted(met, key=lambda e: (e.date, e.id), reverse=True):
        finding = told_held(material, encounter) if encounter.status == "held" else told_open(material, encounter)
        if finding is not None:
            yield finding


def _counts(material: Material, background: Background, actor: str, met: list[Encounter]) -> Iterator[Finding]:
    """How often he met those he met most, under each rule of counting."""
    held = [e for e in met if e.status == "held"]
    others = Counter(other for e in held for other in e.parties if other != actor)
    year = material.window.last.year
    for other in sorted(others, key=lambda key: (-others[key], key))[:MOST_OTHERS]:
        if others[other] < 2:
            continue
        pair = (min(actor, other), max(actor, other))
        for rule, occasions in background.counts(pair, year):
            if occasions:
                slots = (
                    Slot(name="rule", kind="rule", value=rule),
                    Slot(name="n", kind="count", value=str(len(occasions))),
                    Slot(name="pair", kind="actor", value=",".join(pair)),
                    Slot(name="year", kind="word", value=str(year)),
                )
                latest = occasions[-1][0].reports[:1]
                yield Finding(key="portrait-count", slots=slots, evidence=latest)


def _echoes(background: Background, actor: str) -> Iterator[Finding]:
    """Whom he echoes and who echoes him; that it was not measured is told too."""
    for signal in background.of("echo"):
        if isinstance(signal, Signal) and signal.unit == "echoes" and signal.value > 0 and signal.target:
            if actor in (signal.actor, signal.target):
                slots = (
                    _actor(signal.actor),
                    Slot(name="other", kind="actor", value=signal.target),
                    Slot(name="n", kind="count", value=str(round(signal.value))),
                )
                yield Finding(key="portrait-echo", slots=slots, evidence=signal.evidence[:3], signals=(signal,))
        elif isinstance(signal, Abstention) and signal.actor == actor:
            yield Finding(
                key="portrait-echo-unknown", slots=(_actor(actor),), evidence=(), signals=(signal,), mark="limit"
            )


def _commitments(material: Material, background: Background, actor: str) -> Iterator[Finding]:
    for one in background.commitments:
        if one.who != actor or one.status not in STATUS:
            continue
        slots = [
            _actor(actor),
            Slot(name="date", kind="date", value=one.said_on.isoformat()),
            Slot(name="quote", kind="quote", value=background.documents[one.document].text[one.start : one.stop]),
        ]
        evidence = (Evidence(document=one.document, start=one.start, stop=one.stop, row=one.id),)
        yield Finding(key=STATUS[one.status], slots=tuple(slots), evidence=evidence)


def _votes(material: Material, background: Background, actor: str) -> Iterator[Finding]:
    """How the state voted for which the actor holds office."""
    state = material.state_of(actor)
    for vote in background.votes:
        if vote.state == state and vote.choice in CHOICES:
            slots = (
                Slot(name="states", kind="state", value=vote.state),
                Slot(name="resolution", kind="word", value=vote.resolution),
                Slot(name="date", kind="date", value=vote.voted_on.isoformat()),
            )
            evidence = (Evidence(document=vote.document, start=vote.start, stop=vote.stop, row=vote.id),)
            yield Finding(key=CHOICES[vote.choice], slots=slots, evidence=evidence)


def _by_week(background: Background, actor: str) -> Iterator[Chart]:
    values = background.by_week(actor)
    told = [value for value in values if not math.isnan(value)]
    if not told or not max(told):
        return
    top = max(range(len(values)), key=lambda n: (-1.0 if math.isnan(values[n]) else values[n], n))
    yield Chart(
        key="chart-spoken",
        kind="weeks",
        rows=(_actor(actor),),
        columns=tuple(Slot(name="week", kind="week", value=named_week(week)) for week in background.weeks),
        values=(values,),
        unit="count",
        slots=(
            _actor(actor),
            Slot(name="n", kind="count", value=str(round(sum(told)))),
            Slot(name="total", kind="count", value=str(len(told))),
            Slot(name="top", kind="count", value=str(round(values[top]))),
            Slot(name="when", kind="date", value=background.weeks[top].isoformat()),
        ),
    )
