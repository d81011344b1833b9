"""Whom a source means: small rules in a fixed order (RULES, at the foot), the first that knows decides.

Each rule reads one source in the light of who spoke before. What no rule knows stays a mention: nobody is guessed.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from overtone.read.resolution.bodies import body_in_words, government_of, named_body, paper_issuer
from overtone.read.resolution.history import History, Voice
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.subjects import WORD, subject
from overtone.read.resolution.titles import title_holders
from overtone.records import Mention


class Verdict(NamedTuple):
    """Whom a source means, by which rule: no target where nobody is known."""

    rule: str
    targets: tuple[str, ...] = ()  # one, or several who spoke together
    candidates: tuple[str, ...] = ()  # those who were weighed
    kind: str = "person"  # person | body | crowd
    gender: str = ""
    named: str = ""  # the name of a stranger, by which it is known again
    paper: bool = False  # what speaks is a paper, which passes words on


Rule = Callable[[Phrase, History], Verdict | None]


def pronoun(phrase: Phrase, history: History) -> Verdict | None:
    """ "he", «по его словам»: the last of that gender who spoke or acted; a body for "it", nobody for several."""
    wording = phrase.scene.wording
    classes = [wording.pronoun(word) for word in phrase.words]
    subject_last = bool(classes) and phrase.words[-1] in phrase.scene.reporting.pronouns
    if not any(classes) or not (all(classes) or subject_last):
        return None
    kind = classes[-1]
    if kind in ("thing", "many"):
        last = next(history.back(said=True), None) or history.last()
        target = last.target if last is not None and last.kind == "body" else ""
        return Verdict("pronoun@1", _one(target), _one(target), "body" if target else "crowd")
    near = _subject_here(phrase) if phrase.scene.reporting.pronouns & set(phrase.words) else None
    if near is not None and phrase.scene.gender(near.target) == kind:
        return Verdict("pronoun@1", (near.target,), (near.target,), gender=kind)
    found = _antecedent(phrase, history, kind)
    if found is None:
        return Verdict("pronoun@1", gender=kind)
    return Verdict("pronoun@1", _one(found.target), _one(found.target), gender=kind, named=found.named)


def _subject_here(phrase: Phrase) -> Mention | None:
    """The subject of the same sentence before a pronoun: "When Putin came, he said …"."""
    found = subject(phrase.scene, phrase.sentence[0], phrase.start, phrase.aside)
    return found if found is not None and found.kind == "actor" else None


def _antecedent(phrase: Phrase, history: History, gender: str) -> Voice | None:
    """With a quotation in the sentence the last who spoke, else the last who spoke or acted; gender must agree."""
    quotes = any(a < phrase.sentence[1] and b > phrase.sentence[0] for a, b in phrase.scene.quoted)
    for said in (True, False) if quotes else (False,):
        for voice in history.back(said=said):
            if voice.kind == "person" and voice.gender in (gender, ""):
                return voice
    return None


def person(phrase: Phrase, history: History) -> Verdict | None:
    """A name of the desk, or an office whose holder the names already tell: the last in the head part."""
    scene, people = phrase.scene, phrase.people
    if not people:
        return None
    chosen = [people[-1]]
    if len(people) > 1 and all(
        scene.wording.joins.fullmatch(scene.text[a.stop : b.start]) for a, b in pairwise(people)
    ):
        chosen = people
    targets = tuple(dict.fromkeys(m.target for m in chosen))
    gender = scene.gender(targets[0]) if len(targets) == 1 else ""
    return Verdict(_named_by(phrase, chosen[-1]), targets, tuple(m.target for m in people), gender=gender)


def _named_by(phrase: Phrase, mention: Mention) -> str:
    text = phrase.scene.text[mention.start : mention.stop]
    if phrase.scene.wording.titles.search(text):
        return "office@1"
    return "full-name@1" if len(WORD.findall(text)) > 1 else "surname@1"


def press(phrase: Phrase, history: History) -> Verdict | None:
    """A newspaper or an agency, which passes words on: kept as printed."""
    return Verdict("unknown@1", kind="body", paper=True) if phrase.media else None


def stranger(phrase: Phrase, history: History) -> Verdict | None:
    """A name the facts do not know, with or without an office: «палітолаг Ігар Тышкевіч»."""
    if named_body(phrase) is not None and phrase.title is None:
        return None
    strange = phrase.strange_name
    if not strange or phrase.scene.wording.papers & set(phrase.words):
        return None
    if phrase.title is None and phrase.scene.wording.bodies.search(phrase.scene.text, phrase.start, phrase.stop):
        return Verdict("unknown@1", kind="body")
    return Verdict("unknown@1", named=strange)


def crowd(phrase: Phrase, history: History) -> Verdict | None:
    """Several at once, or people in general: "officials", «эксперты»; kept as printed."""
    words = set(phrase.words)
    return Verdict("unknown@1", kind="crowd") if words & phrase.scene.wording.crowds else None


def office(phrase: Phrase, history: History) -> Verdict | None:
    """ "the Belarusian leader", «глава МИД», «президент»: who holds it that day."""
    if phrase.title is None:
        return None
    found = title_holders(phrase, history)
    if len(found) != 1:
        return _described(phrase, history) or Verdict("unknown@1", candidates=found)
    return Verdict("office@1", found, found, gender=phrase.scene.gender(found[0]))


def site(phrase: Phrase, history: History) -> Verdict | None:
    """«на сайте белорусского президента»: the house that keeps it, not the person whose it is."""
    return paper(phrase, history) if phrase.site else None


def paper(phrase: Phrase, history: History) -> Verdict | None:
    """ "according to the readout", «на сайте белорусского президента»: whoever issued it."""
    scene = phrase.scene
    if not (scene.wording.papers & set(phrase.words) or phrase.site):
        return None
    body = named_body(phrase)
    found = (body.target,) if body is not None else paper_issuer(phrase, history)
    rule = "institution@1" if len(found) == 1 else "unknown@1"
    return Verdict(rule, found if len(found) == 1 else (), found, "body", paper=True)


def institution(phrase: Phrase, history: History) -> Verdict | None:
    """ "the Kremlin", «в МИД России», "the ministry": the institution itself."""
    body = named_body(phrase)
    if body is not None:
        return Verdict("institution@1", (body.target,), (body.target,), "body")
    if phrase.scene.wording.bodies.search(phrase.scene.text, phrase.start, phrase.stop) is None:
        return None
    found = body_in_words(phrase, history)
    rule = "institution@1" if len(found) == 1 else "unknown@1"
    return Verdict(rule, found if len(found) == 1 else (), found, "body")


def government(phrase: Phrase, history: History) -> Verdict | None:
    """ "Minsk", «в Киеве»: the body of that state that spoke before; else the town is kept as printed."""
    scene = phrase.scene
    if scene.towns.search(scene.text, phrase.start, phrase.stop) is None and not _is_state(phrase):
        return None
    found = government_of(phrase, history)
    return Verdict("institution@1" if found else "unknown@1", found, found, "body")


def _is_state(phrase: Phrase) -> bool:
    return any(m.start < phrase.stop and m.stop > phrase.start and m.kind == "state" for m in phrase.scene.places)


def described(phrase: Phrase, history: History) -> Verdict | None:
    """ "the politician", «дипломат»: the only one who has spoken so far."""
    return _described(phrase, history) if phrase.scene.wording.persons & set(phrase.words) else None


def _described(phrase: Phrase, history: History) -> Verdict | None:
    if not phrase.scene.wording.persons & set(phrase.words) or "a" in phrase.words or "an" in phrase.words:
        return None
    last, speakers = history.last(said=True), history.speakers()
    if last is None or len(speakers) != 1 or not last.target or last.kind != "person":
        return None
    return Verdict("description@1", (last.target,), (last.target,), gender=last.gender)


def unknown(phrase: Phrase, history: History) -> Verdict | None:
    """Nobody the rules know: the mention is kept. A common noun is no person whom "he" could mean."""
    someone = phrase.scene.wording.strangers & set(phrase.words)
    return Verdict("unknown@1", kind="person" if someone else "crowd")


RULES: tuple[Rule, ...] = (
    pronoun,
    site,
    person,
    press,
    paper,
    stranger,
    crowd,
    office,
    institution,
    government,
    described,
    unknown,
)


def decide(phrase: Phrase, history: History) -> Verdict:
    """The verdict of the first rule that knows."""
    return next(found for rule in RULES if (found := rule(phrase, history)) is not None)


def _one(target: str) -> tuple[str, ...]:
    return (target,) if target else ()
