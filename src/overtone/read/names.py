"""Who and what is named in a text: mentions of actors, states, institutions, blocs and topics.

A surname alone is given to an actor by the rules of `bearers.py`; an office in words names its holder of that day.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from overtone.read.bearers import OUT, RULES, Case, Page, in_office
from overtone.read.beside import NOTHING, look_beside, not_the_holder
from overtone.read.gazetteer import THINGS, Hit, gazetteer
from overtone.read.spelling import sound_key
from overtone.records import Document, Mention
from overtone.registry import Registry


class Decision(NamedTuple):
    """What was decided about one name in the text, and by which rule; no target where it stays out."""

    start: int
    stop: int
    kind: str
    target: str
    rule: str


MENTION_START = attrgetter("start")
Row = tuple[int, int, str, str, str]  # a decision while the text is read: most of them never need more


def read_names(document: Document, registry: Registry) -> tuple[Mention, ...]:
    """All mentions in the document's text, in order, each with its span and what it names.

    Names are found in every inflected form; an office in words ("the President of Belarus") names its holder of that
    day. Not for persons who are not on the desk, nor for pronouns. Raises UsageError for a language the house does
    not speak.
    """
    found = [row for row in _decided(document, registry) if row[3]]
    found.sort()
    return tuple([Mention(kind=kind, target=target, start=a, stop=b) for a, b, kind, target, _ in found])


def explain_names(document: Document, registry: Registry) -> Iterator[Decision]:
    """The debug twin of `read_names`: every name met, whom it was given to, and the rule that decided."""
    return map(Decision._make, _decided(document, registry))


def _decided(document: Document, registry: Registry) -> list[Row]:
    names = gazetteer(registry, document.lang)
    folded = names.fold(document.text)
    hits = names.find_names(folded)
    rows = _things(hits)
    rows += _actors(Page(registry, names, folded, document.happened_on or document.published_on, hits))
    rows += [(start, stop, "topic", target, "topic_word") for start, stop, target in names.find_topics(folded)]
    return rows


def within(mentions: Sequence[Mention], start: int, stop: int) -> tuple[Mention, ...]:
    """The mentions that lie inside a span; `mentions` must be in order."""
    first = bisect_left(mentions, start, key=MENTION_START)
    last = bisect_left(mentions, stop, lo=first, key=MENTION_START)
    return tuple([mention for mention in mentions[first:last] if mention.stop <= stop])


def topics_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Ids of the topics among the mentions, each once, in the order of their first word."""
    return tuple(dict.fromkeys(mention.target for mention in mentions if mention.kind == "topic"))


def _things(hits: Sequence[Hit]) -> list[Row]:
    """States, institutions, blocs: the longest name at one place within a kind; a name two things share stays out."""
    rows: list[Row] = []
    free = dict.fromkeys(THINGS, 0)
    for start, stop, (things, _, _, _, blocks) in hits:
        if blocks:
            free = {kind: max(stop, until) for kind, until in free.items()}
        for kind, target in things:
            if start >= free[kind]:
                free[kind] = stop
                rows.append((start, stop, kind, target, "name" if target else "shared_name"))
    return rows


def _actors(page: Page) -> list[Row]:
    """Persons by name or by office, the longest at one place; no surname inside the name of a state (Costa Rica)."""
    rows: list[Row] = []
    free = covered = 0
    for hit in page.hits:
        start, stop, (things, full, surname, offices, blocks) = hit
        if (things or blocks) and stop > covered:
            covered = stop
        if start < free:
            continue
        if full:
            rows.append(_full_name(page, hit))
        elif surname:
            if stop < covered:
                continue
            rows.append(_surname(page, hit))
        elif offices and not page.ends.isdisjoint(range(start + 1, stop + 1)):
            rows.append(_office(page, hit, free))
        else:
            continue
        free = stop
    return rows


def _full_name(page: Page, hit: Hit) -> Row:
    start, stop, meaning = hit
    bearers = meaning.full
    target, rule = bearers[0], "full_name"
    if len(bearers) > 1:
        target, rule = in_office(Case(page, start, stop, bearers, bearers, NOTHING)) or OUT, "in_office"
    if target:
        page.latest[target] = start
    return start, stop, "actor", target, rule


def _surname(page: Page, hit: Hit) -> Row:
    start, stop, meaning = hit
    beside = look_beside(page.folded, (start, stop), page.names, page.ends)
    case = Case(page, start, stop, meaning.surname, meaning.surname, beside)
    for rule in RULES:
        target = rule(case)
        if target is not None:
            first = beside.start if target and beside.initial else start
            return first, stop, "actor", target, rule.__name__
    return start, stop, "actor", OUT, "nobody_known"


def _office(page: Page, hit: Hit, free: int) -> Row:
    """An office in words names its holder, unless a name beside it does so already or it was held at another time.

    Only offices with a state, institution or bloc in their name are asked for: "the President" alone is anybody's.
    """
    start, stop, meaning = hit
    if free and page.folded[free:start] in (", ", " - "):
        return start, stop, "actor", OUT, "name_before"
    if _name_follows(page, stop):
        return start, stop, "actor", OUT, "name_after"
    if not_the_holder(page.folded, start, stop):
        return start, stop, "actor", OUT, "another_holder"
    holders = {actor.id for office in meaning.offices for actor in page.registry.holders(office, page.day)}
    return start, stop, "actor", holders.pop() if len(holders) == 1 else OUT, "office_holder"


def _name_follows(page: Page, stop: int) -> bool:
    """Whether a person is named right after: "President of Belarus Alexander Lukashenko", also one not on the desk."""
    after = page.folded[stop : stop + 2]
    following = stop + (2 if after in (", ", "  ") else 1)
    if page.folded[stop:following].strip(" ,"):
        return False
    if following in page.persons:
        return True
    word = page.folded[following : following + 40].partition(" ")[0]
    if word[:1].isupper() and following + len(word) + 1 in page.persons:
        return True
    return sound_key(word) in page.names.given_names
