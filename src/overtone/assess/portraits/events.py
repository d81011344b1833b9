"""The portrait of an event: agenda against outcome, who mentioned what and who did not, the joint text."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from overtone.assess.contacts import told_held, told_open
from overtone.assess.material import Material, whole
from overtone.assess.portraits.background import Background, register
from overtone.assess.portraits.quotes import newest, telling
from overtone.assess.silences import heard
from overtone.records import Abstention, Chart, Evidence, Finding, JointText, Portrait, Signal, Slot, Statement
from overtone.registry import Event

MOST_ROWS = 10
MOST_COLUMNS = 8
MOST_SAID = 10
MOST_EVIDENCE = 6
TOPIC_KINDS = frozenset({"topic"})
SUBJECT_KINDS = frozenset({"state", "bloc"})
AGENDA = {
    "voiced": "portrait-agenda-voiced",
    "announced-not-voiced": "portrait-agenda-unvoiced",
    "not-announced": "portrait-agenda-unasked",
}
Named = dict[tuple[str, str], list[Evidence]]  # speaker, subject → where he names it


def events(material: Material, background: Background, most: int) -> Iterator[Portrait]:
    """A portrait of each event of the week of which the ledger holds words or contacts; at most so many."""
    window = material.window
    spoken = Counter(s.venue for s in material.positions if s.venue)
    met = {e.event for e in material.encounters if window.start <= e.date < window.stop}
    facts = material.registry.events
    inside = {key for key, event in facts.items() if event.start <= window.last and event.stop >= window.start}
    found = [key for key in {*spoken, *met} if key in facts and (key in spoken or key in inside)]
    for key in sorted(found, key=lambda key: (-spoken[key], key))[:most]:
        yield _portrait(material, background, facts[key])


def _portrait(material: Material, background: Background, event: Event) -> Portrait:
    said = [s for s in material.positions if s.venue == event.id]
    contacts = [e for e in material.encounters if e.event == event.id]
    speakers = heard(material, event.id)
    ground = tuple(whole(s) for s in said[:1]) or contacts[0].reports[:1]
    slot = Slot(name="event", kind="event", value=event.id)
    told = [told_held(material, e) if e.status == "held" else told_open(material, e) for e in contacts]
    return Portrait(
        kind="event",
        id=event.id,
        title=Finding(key="headline-event", slots=(slot,), evidence=ground),
        registers=(
            *register("contacts", tuple(f for f in told if f is not None)),
            *register("agenda", tuple(_agenda(background, event))),
            *register("mentioned", tuple(_mentioned(material, event, said, speakers)), MOST_COLUMNS + 1),
            *register("joint", tuple(_joint(background, event))),
            *register("said", tuple(newest(material, said)), MOST_SAID),
        ),
        charts=(
            *_matrix("chart-mentioned", material, event, said, speakers),
            *_matrix("chart-voiced", material, event, said, speakers),
        ),
    )


def _agenda(background: Background, event: Event) -> Iterator[Finding]:
    """What was announced for it and what was then said there, as the measure has it."""
    slot = Slot(name="event", kind="event", value=event.id)
    for signal in background.of("agenda"):
        if signal.venue != event.id:
            continue
        if isinstance(signal, Abstention):
            yield Finding(key="portrait-agenda-unknown", slots=(slot,), evidence=(), signals=(signal,), mark="limit")
        elif signal.unit == "share-voiced":
            share = Slot(name="share", kind="share", value=str(signal.value))
            total = Slot(name="n", kind="count", value=str(signal.n))
            yield Finding(key="portrait-agenda", slots=(share, total), evidence=signal.evidence[:2], signals=(signal,))
        elif signal.because in AGENDA:
            topic = Slot(name="topic", kind="topic", value=signal.target)
            number = Slot(name="n", kind="count", value=str(round(signal.value)))
            key, evidence = AGENDA[signal.because], signal.evidence[:MOST_EVIDENCE]
            yield Finding(key=key, slots=(topic, number), evidence=evidence, signals=(signal,))


def _named(material: Material, event: Event, said: Sequence[Statement], kinds: frozenset[str]) -> Named:
    """Where each speaker names each subject that is not his own state or the event's own bloc."""
    found: Named = {}
    blocs = material.registry.blocs
    for statement in said:
        actor = statement.actor or ""
        for mention in statement.mentions:
            twice = kinds == TOPIC_KINDS and mention.target in blocs
            own = mention.target in {material.state_of(actor), event.bloc}
            if mention.kind in kinds and not twice and not own:
                piece = Evidence(document=statement.document, start=mention.start, stop=mention.stop, row=statement.id)
                found.setdefault((actor, mention.target), []).append(piece)
    return found


def _mentioned(
    material: Material, event: Event, said: Sequence[Statement], speakers: Mapping[str, list[Statement]]
) -> Iterator[Finding]:
    """Subject by subject: who named it, how often in all, and who of those heard in full did not."""
    named = _named(material, event, said, SUBJECT_KINDS)
    by_id = {s.id: s for s in said}
    if named and not speakers:
        slot = Slot(name="event", kind="event", value=event.id)
        yield Finding(key="portrait-unheard", slots=(slot,), evidence=(), mark="limit")
    for target in _ranked(named, 1):
        who = [actor for actor, other in named if other == target]
        quiet = [a for a in speakers if a not in who and material.state_of(a) != target]
        slots = [
            Slot(name="target", kind="topic", value=target),
            Slot(name="named", kind="actor", value=",".join(sorted(who))),
            Slot(name="n", kind="count", value=str(sum(len(named[actor, target]) for actor in who))),
        ]
        key = "portrait-named"
        if quiet:
            key = "portrait-named-silent"
            slots.append(Slot(name="silent", kind="actor", value=",".join(quiet)))
        pieces = [_sentence(material, by_id[p.row], p, target) for actor in who for p in named[actor, target][:1]]
        spoken = [whole(s) for actor in quiet for s in speakers[actor][:1]]
        yield Finding(key=key, slots=tuple(slots), evidence=(*pieces, *spoken)[: 2 * MOST_EVIDENCE])


def _sentence(material: Material, statement: Statement, piece: Evidence, target: str) -> Evidence:
    return telling(material, statement, frozenset({target})) or piece


def _ranked(named: Named, place: int) -> list[str]:
    totals: Counter[str] = Counter()
    for key, pieces in named.items():
        totals[key[place]] += len(pieces)
    return sorted(totals, key=lambda name: (-totals[name], name))


def _matrix(
    key: str,
    material: Material,
    event: Event,
    said: Sequence[Statement],
    speakers: Mapping[str, list[Statement]],
) -> Iterator[Chart]:
    """Who mentioned what, how often: 0 only for those heard in full, unknown for the others and for one's own state."""
    kinds = SUBJECT_KINDS if key == "chart-mentioned" else TOPIC_KINDS
    named = _named(material, event, said, kinds)
    spoke = Counter(s.actor or "" for s in said)
    rows = sorted(spoke, key=lambda a: (-sum(len(v) for (b, _), v in named.items() if a == b), a))[:MOST_ROWS]
    columns = _ranked(named, 1)[:MOST_COLUMNS]
    if len(rows) < 2 or not columns:
        return

    def times(actor: str, target: str) -> float:
        if (actor, target) in named:
            return float(len(named[actor, target]))
        return 0.0 if actor in speakers and material.state_of(actor) != target else math.nan

    (actor, target), most = max(named.items(), key=lambda item: (len(item[1]), item[0]))
    values = tuple(tuple(times(actor, target) for target in columns) for actor in rows)
    yield Chart(
        key=key,
        kind="matrix",
        rows=tuple(Slot(name="actor", kind="actor", value=row) for row in rows),
        columns=tuple(Slot(name="target", kind="topic", value=column) for column in columns),
        values=values,
        unit="count",
        slots=(
            Slot(name="event", kind="event", value=event.id),
            Slot(name="n", kind="count", value=str(len(rows))),
            Slot(name="m", kind="count", value=str(len(columns))),
            Slot(name="actor", kind="actor", value=actor),
            Slot(name="target", kind="topic", value=target),
            Slot(name="top", kind="count", value=str(len(most))),
            Slot(name="zero", kind="count", value=str(sum(v == 0 for row in values for v in row))),
        ),
    )


def _joint(background: Background, event: Event) -> Iterator[Finding]:
    """The joint texts of its days and what they are about."""
    for joint in background.joint:
        document = background.documents[joint.document]
        if document.event == event.id or _issued_there(joint, event):
            day = Slot(name="date", kind="date", value=joint.dated.isoformat())
            title = Slot(name="quote", kind="quote", value=document.text[joint.start : joint.stop])
            evidence = Evidence(document=joint.document, start=joint.start, stop=joint.stop)
            yield Finding(key="portrait-joint", slots=(day, title), evidence=(evidence,))
            yield from _profile(background, joint, day)


def _issued_there(joint: JointText, event: Event) -> bool:
    shared = set(joint.parties) & {*event.parties, event.bloc or ""} - {""}
    return event.start <= joint.dated <= event.stop and bool(shared)


def _profile(background: Background, joint: JointText, day: Slot) -> Iterator[Finding]:
    for signal in background.of("profile"):
        if not isinstance(signal, Signal) or (signal.venue, signal.unit, signal.actor) != (
            joint.document,
            "share-of-sentences",
            "",
        ):
            continue
        slots = (
            day,
            Slot(name="topic", kind="topic", value=signal.target),
            Slot(name="share", kind="share", value=str(signal.value)),
            Slot(name="low", kind="share", value=str(signal.low)),
            Slot(name="high", kind="share", value=str(signal.high)),
        )
        yield Finding(key="portrait-profile", slots=slots, evidence=signal.evidence[:2], signals=(signal,))
