"""Findings about what was said: who spoke of what, in which words, and what was spoken of most."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from overtone.assess.material import LONGEST_QUOTE, SHORTEST_QUOTE, Material, whole
from overtone.records import Evidence, Finding, Slot, Statement

VERBATIM = frozenset({"transcript", "direct"})
MOST_SPEAKERS = 5  # speakers quoted in one theme
MOST_EVIDENCE = 6  # statements attached to one sentence


def quoted(material: Material, theme: str) -> Iterator[Finding]:
    """For each of the theme's busiest speakers, the sentence that says most of their main topic."""
    topics = material.topics_of_theme(theme)
    for rank, (actor, statements) in enumerate(_by_speaker(material, theme)[:MOST_SPEAKERS]):
        finding = _clearest(material, theme, statements)
        if finding is not None:
            yield replace(finding, weight=80.0 - 4 * rank)
            main = _main_topic(statements, topics)
            if main and actor in material.registry.actors and sum(main in s.topics for s in statements) > 1:
                yield _spoke(material, actor, main, statements, 79.0 - 4 * rank)


def discussed(material: Material, theme: str) -> Finding | None:
    """What the theme's statements spoke of most; None where fewer than three spoke of anything."""
    topics = material.topics_of_theme(theme)
    statements = material.of_theme(theme)
    tally = Counter(topic for s in statements for topic in s.topics if topic in topics)
    if not tally or max(tally.values()) < 3:
        return None
    topic, number = min(tally.items(), key=lambda item: (-item[1], item[0]))
    evidence = tuple(whole(s) for s in statements if topic in s.topics)[:MOST_EVIDENCE]
    slots = (
        Slot(name="topic", kind="topic", value=topic),
        Slot(name="n", kind="count", value=str(number)),
        Slot(name="total", kind="count", value=str(len(statements))),
    )
    sides = material.registry.themes[theme].pairs if theme in material.registry.themes else ()
    key = "discussed-sides" if sides else "discussed"  # the verdict counts everybody's statements on the theme
    return Finding(key=key, slots=slots, evidence=evidence, weight=90.0)


def busiest_topics(material: Material, theme: str) -> tuple[str, ...]:
    """The theme's topics, those in most statements first."""
    topics = material.topics_of_theme(theme)
    tally = Counter(topic for s in material.of_theme(theme) for topic in s.topics if topic in topics)
    return tuple(topic for topic, _ in sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def _by_speaker(material: Material, theme: str) -> list[tuple[str, list[Statement]]]:
    groups: dict[str, list[Statement]] = {}
    for statement in material.of_theme(theme):
        groups.setdefault(statement.actor or "", []).append(statement)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), -sum(s.words for s in item[1]), item[0]))


def _main_topic(statements: list[Statement], topics: frozenset[str]) -> str | None:
    tally = Counter(topic for s in statements for topic in s.topics if topic in topics)
    return min(tally, key=lambda topic: (-tally[topic], topic)) if tally else None


def _clearest(material: Material, theme: str, statements: list[Statement]) -> Finding | None:
    topics = material.topics_of_theme(theme)
    facts = material.registry.themes.get(theme)
    paired = bool(facts and facts.pairs)
    sides = frozenset(state for pair in facts.pairs for state in pair if state != facts.home) if facts else frozenset()
    main = _main_topic(statements, topics)
    wanted = frozenset({main}) if main else topics
    ranked = sorted(statements, key=lambda s: _clearness(s, material, wanted))
    for statement in ranked:
        evidence = (
            (material.sentence_with(statement, sides, topics) if sides else None)
            or material.sentence_with(statement, wanted)
            or material.sentence_with(statement, topics)
        )
        if evidence is None or (paired and not material.touches_home(theme, statement, evidence)):
            continue
        return attributed(material, statement, evidence)
    return None


def attributed(material: Material, statement: Statement, evidence: Evidence) -> Finding:
    """Words of a statement as a sentence: whose they are, and who says so where they are not given word for word."""
    document = material.documents[statement.document]
    slots = [
        Slot(name="actor", kind="actor", value=statement.actor or ""),
        Slot(name="quote", kind="quote", value=material.words_of(evidence)),
    ]
    if statement.manner in VERBATIM:
        slots.append(Slot(name="date", kind="date", value=statement.said_on.isoformat()))
        return Finding(key="said", slots=tuple(slots), evidence=(evidence,))
    own = "word" if document.publisher else "source"  # a name as printed, or a source the facts can name
    slots.append(Slot(name="publisher", kind=own, value=document.publisher or document.source))
    slots.append(Slot(name="published", kind="date", value=document.published_on.isoformat()))
    slots.append(Slot(name="source", kind="source", value=document.source))
    card = material.registry.sources.get(document.source)
    key = "reported" if card is None or card.verbatim else "digested"
    return Finding(key=key, slots=tuple(slots), evidence=(evidence,))


def _clearness(statement: Statement, material: Material, topics: frozenset[str]) -> tuple[object, ...]:
    """What makes a quotable statement: own words, a named speaker, the topic in it, a length that can be read."""
    named = statement.speaker[:1].isupper() and len(statement.speaker) > len("They")
    length = statement.stop - statement.start
    return (
        statement.manner not in VERBATIM,
        not topics & set(statement.topics),
        not named,
        statement.manner == "indirect" and not SHORTEST_QUOTE * 2 <= length <= LONGEST_QUOTE,
        statement.said_on,
        statement.document,
        statement.start,
    )


def _spoke(material: Material, actor: str, topic: str, statements: list[Statement], weight: float) -> Finding:
    about = [s for s in statements if topic in s.topics]
    office = next((s.office for s in about if s.office), None)
    slots = [
        Slot(name="actor", kind="actor", value=actor),
        Slot(name="topic", kind="topic", value=topic),
        Slot(name="n", kind="count", value=str(len(about))),
    ]
    if office:
        slots.append(Slot(name="office", kind="office", value=office))
    evidence = tuple(material.sentence_with(s, frozenset({topic})) or whole(s) for s in about[:MOST_EVIDENCE])
    return Finding(key="spoke" if office else "spoke-noffice", slots=tuple(slots), evidence=evidence, weight=weight)
