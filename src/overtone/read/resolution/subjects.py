"""Which name of a sentence acts in it: not one after a preposition, in the possessive or in an oblique case."""

import re
from collections.abc import Sequence
from functools import lru_cache

from overtone.language import language
from overtone.read.quotations import inside
from overtone.read.resolution.scene import Scene, within
from overtone.records import Mention
from overtone.registry import Registry

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"'s?(?!\w)")
STEM = 4  # letters in which two forms of a name agree
BEFORE = 60  # letters in which the words before a name are looked for


def subject(scene: Scene, start: int, stop: int, aside: Sequence[tuple[int, int]] = ()) -> Mention | None:
    """The first name between two places that can be a subject, outside quotations, clauses and the spans set aside."""
    names = sorted((*within(scene.people, start, stop), *within(scene.bodies, start, stop)), key=lambda m: m.start)
    for name in names:
        if inside(name.start, scene.quoted) or inside(name.start, aside) or name.stop > stop:
            continue
        clause = scene.reporting.clauses.isdisjoint(WORD.findall(scene.text[start : name.start])[1:])
        if not clause:
            return None
        if not (is_led(scene, name.start) or is_owner(scene, name) or is_oblique(scene, name)):
            return name
    return None


def is_led(scene: Scene, start: int) -> bool:
    """Whether a preposition governs what stands at a place, titles and articles between them passed over."""
    ahead = scene.text[max(0, start - BEFORE) : start]
    words = WORD.findall(ahead)
    if ahead.rstrip().endswith(",") and words and words[-1] in scene.reporting.before_others:
        return False  # "Days before, Lukashenko": an adverb
    while words:
        word = words.pop()
        if word in scene.reporting.before_others:
            return True
        titled = word in scene.wording.title_kinds or word in scene.reporting.articles
        if not titled:
            return False
    return False


def is_owner(scene: Scene, mention: Mention) -> bool:
    """Whether a name is in the English possessive."""
    marked = POSSESSIVE.match(scene.text, mention.stop) is not None
    return marked or scene.text[mention.start : mention.stop].endswith(("'s", "s'"))


def is_oblique(scene: Scene, mention: Mention) -> bool:
    """Whether a name stands in another form than that of a subject."""
    known = _forms_of(scene.registry.digest, scene.document.lang)
    key = f"{mention.kind} {mention.target}"
    if key not in known:
        known[key] = _forms(scene.registry, mention, scene.document.lang)
    return any(
        word not in known[key] and any(word[:STEM] == form[:STEM] for form in known[key])
        for word in WORD.findall(scene.text[mention.start : mention.stop])
        if len(word) > STEM and word[-1] in scene.reporting.endings
    )


@lru_cache(maxsize=8)
def _forms_of(digest: str, lang: str) -> dict[str, frozenset[str]]:
    """What has been worked out so far for one state of the facts and one language."""
    return {}


def _forms(facts: Registry, mention: Mention, lang: str) -> frozenset[str]:
    """The words of somebody's names and offices in the form of a subject, in lower case."""
    if mention.kind == "actor":
        actor = facts.actors[mention.target]
        names = [actor.names, actor.surnames, *(facts.offices[t.office].names for t in actor.tenures)]
    else:
        names = [facts.institutions[mention.target].names]
    fold = language(lang).fold
    return frozenset(word for each in names for name in each.of(lang) for word in WORD.findall(fold(name).lower()))
