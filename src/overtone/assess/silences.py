"""Findings about what was left unsaid: silences that a measure vouches for, and who named what at one event."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from overtone.assess.material import Material, whole
from overtone.records import Abstention, Evidence, Finding, Signal, Slot, Statement

CHANCE = 0.05  # a silence is told when its false-discovery rate is at most this
SUBJECTS = frozenset({"state", "bloc"})  # a bloc is a topic too, and is named once where both are
OWN_WORDS = "transcript"  # a report or a digest leaves things out: nothing follows from what it does not have
UNFINISHED = "to-be-continued"
OTHERWISE = "not-silent-in-other-words"
FEWEST_WORDS = 60  # an event speaker who said less had no room to mention anything
FEWEST_SPEAKERS = 3
MOST_TARGETS = 1  # subjects told for one event
MOST_EVIDENCE = 6


def telling(material: Material, theme: str, signals: Sequence[Signal | Abstention]) -> Iterator[Finding]:
    """A sentence for each measured silence of the theme that chance at the usual level would seldom give."""
    for signal in signals:
        if isinstance(signal, Signal) and is_telling(signal) and theme in _themes_of(material, signal):
            yield silence(signal)


def is_telling(signal: Signal) -> bool:
    """Whether nothing was said where enough was expected, in no other words either, rare among all looked at."""
    if (signal.measure, signal.unit, signal.value) != ("silence", "mentions", 0.0) or signal.because == OTHERWISE:
        return False
    chance = signal.q if signal.q is not None else signal.surprise
    return chance is not None and chance <= CHANCE


def _themes_of(material: Material, signal: Signal) -> frozenset[str]:
    topic = material.registry.topics.get(signal.target)
    if topic is not None:
        return frozenset(topic.themes)
    state = material.state_of(signal.actor)
    pair = (state, signal.target)
    return frozenset(key for key, theme in material.registry.themes.items() if pair in theme.pairs)


def silence(signal: Signal) -> Finding:
    """A measured silence as a sentence."""
    expected = signal.baseline or 0.0
    slots = (
        Slot(name="actor", kind="actor", value=signal.actor),
        Slot(name="target", kind="topic", value=signal.target),
        Slot(name="n", kind="count", value=str(signal.n)),
        Slot(name="expected", kind="number", value=str(expected)),
        Slot(name="expected_whole", kind="count", value=str(max(1, round(expected)))),
        Slot(name="p", kind="number", value=str(signal.surprise)),
    )
    return Finding(key="silent", slots=slots, evidence=signal.evidence[:MOST_EVIDENCE], signals=(signal,), weight=75.0)


def at_events(material: Material, theme: str) -> Iterator[Finding]:
    """For each event of the week: the subjects that one speaker named most, and who there did not name them."""
    venues = sorted({s.venue for s in material.of_theme(theme) if s.venue in material.registry.events})
    for venue in venues:
        speakers = heard(material, venue)
        if len(speakers) >= FEWEST_SPEAKERS:
            yield from _named_and_silent(venue, speakers, _subjects(material, theme, venue, speakers))


def _subjects(material: Material, theme: str, venue: str, speakers: dict[str, list[Statement]]) -> frozenset[str]:
    """States and blocs a theme would tell of: not the speakers' own, and of the theme by its pairs or its event."""
    own = {material.state_of(actor) for actor in speakers}
    bloc = material.registry.events[venue].bloc or ""
    named = {m.target for said in speakers.values() for s in said for m in s.mentions if m.kind in SUBJECTS}
    facts = material.registry.themes[theme]
    topic = material.registry.topics.get(bloc)
    whole = topic is not None and topic.themes[:1] == (theme,)
    return frozenset(t for t in named - own - {bloc} if whole or (facts.home, t) in facts.pairs)


def heard(material: Material, venue: str) -> dict[str, list[Statement]]:
    """What each speaker said at an event, of those heard in their own words and long enough to have named anything."""
    speakers: dict[str, list[Statement]] = defaultdict(list)
    broken = _broken_off(material)
    for statement in material.positions:
        heard = statement.manner == OWN_WORDS and statement.id not in broken
        if statement.venue == venue and statement.actor and heard:
            speakers[statement.actor].append(statement)
    return {a: said for a, said in sorted(speakers.items()) if sum(s.words for s in said) >= FEWEST_WORDS}


def _broken_off(material: Material) -> frozenset[str]:
    """The last turn of each page published unfinished: what its speaker went on to say was not seen."""
    unfinished = {reading.document for reading in material.readings if UNFINISHED in reading.notes}
    last: dict[str, Statement] = {}
    for statement in sorted(material.statements, key=lambda s: (s.document, s.start)):
        if statement.document in unfinished:
            last[statement.document] = statement
    return frozenset(statement.id for statement in last.values())


def _named_and_silent(venue: str, speakers: dict[str, list[Statement]], subjects: frozenset[str]) -> Iterator[Finding]:
    tally: dict[str, dict[str, int]] = defaultdict(dict)
    for actor, said in speakers.items():
        for statement in said:
            for mention in statement.mentions:
                if mention.kind in SUBJECTS and mention.target in subjects:
                    tally[mention.target][actor] = tally[mention.target].get(actor, 0) + 1
    divided = [
        (max(counts.values()), target)
        for target, counts in tally.items()
        if len(counts) < len(speakers) and max(counts.values()) >= 3
    ]
    for rank, (most, target) in enumerate(sorted(divided, key=lambda d: (-d[0], d[1]))[:MOST_TARGETS]):
        loudest = min(tally[target], key=lambda actor: (-tally[target][actor], actor))
        common = (
            Slot(name="event", kind="event", value=venue),
            Slot(name="target", kind="topic", value=target),
        )
        named = (Slot(name="actor", kind="actor", value=loudest), Slot(name="n", kind="count", value=str(most)))
        spans = _mentions(speakers[loudest], target)
        yield Finding(key="event-named", slots=(*common, *named), evidence=spans, weight=78.0 - 2 * rank)
        quiet = [actor for actor in speakers if actor not in tally[target]]
        silent = (Slot(name="silent", kind="actor", value=",".join(quiet)),)
        spoken = tuple(whole(s) for actor in quiet for s in speakers[actor])
        yield Finding(key="event-silent", slots=(*common, *silent), evidence=spoken, weight=77.0 - 2 * rank)


def _mentions(statements: list[Statement], target: str) -> tuple[Evidence, ...]:
    found = [
        Evidence(document=s.document, start=m.start, stop=m.stop, row=s.id)
        for s in statements
        for m in s.mentions
        if m.kind in SUBJECTS and m.target == target
    ]
    return tuple(found[:MOST_EVIDENCE])
