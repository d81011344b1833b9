"""Who can be the subject of a speech verb: a name, an office without a name, a stranger, or nobody at all.

A name is no subject after a preposition or a conjunction, in the possessive, in an oblique case, or as the owner of an
office ("the Kremlin spokesman"). Not for names in quotations, which the sentence leaves out beforehand.
Reference: the grammatical heuristics of Pouliquen, Steinberger & Best, "Automatic detection of quotations in
multilingual news", RANLP 2007.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from overtone.read.attribution_cases import POSSESSIVE, Case
from overtone.read.quotations import inside
from overtone.records import Mention
from overtone.registry import Office

HEAD = "{}-president"  # the id of the office of a head of state
NEAR = 4  # words between a verb and the name after it
FAR = 14  # words between a name and its verb
TITLES = 8  # words of a title before a name
OPENED = re.compile(r"(?:[,;:»”\"-]|^)\s*(?:\w+ly\s+|and\s+|и\s+|і\s+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What stands for the one who speaks: a name's mention, an office in words, or a stranger (neither)."""

    start: int
    stop: int
    mention: Mention | None = None
    noun: str = ""


def subject_before(case: Case, verb: int) -> Subject | None:
    """The nearest possible subject before a verb; of a name and an office set beside it, the name."""
    place = case.starts[verb]
    stranger = _stranger_before(case, verb)
    if stranger is not None:
        return stranger
    found = [s for s in subjects(case) if s.stop <= place and verb - case.index(s.stop) <= FAR]
    if not found:
        return None
    gerund = case.words[verb].endswith(case.reporting.gerunds) and case.between(case.start, place).endswith(", ")
    last = found[0] if gerund else found[-1]
    if last is found[-1] and last.mention is None and len(found) > 1 and found[-2].mention is not None:
        between = case.between(found[-2].stop, last.start)
        if (
            re.match(r"\s*(?:,|-|\()", between)
            and "," in case.between(last.stop, place)
            and len(between.split()) <= NEAR
        ):
            return found[-2]
    return last


def office_after(case: Case, verb: int) -> Subject | None:
    """An office in words that follows its verb: "…," said the President; «подчеркнул президент»."""
    if not may_follow(case, verb):
        return None
    end = case.end(verb)
    for noun in case.nouns:
        if (
            noun[0] >= end
            and case.index(noun[0]) - verb <= 3
            and not re.search(r"[.;:,!?]", case.between(end, noun[0]))
        ):
            return Subject(start=noun[0], stop=noun[1], noun=case.between(*noun))
    return None


def subjects(case: Case) -> Iterator[Subject]:
    """All possible subjects of a sentence, in order."""
    names = [Subject(start=m.start, stop=m.stop, mention=m) for m in case.names if not is_object(case, m)]
    nouns = [
        Subject(start=a, stop=b, noun=case.between(a, b))
        for a, b in case.nouns
        if not (_led(case, a) or _possessive(case, a, b))
    ]
    yield from sorted(names + nouns, key=lambda subject: subject.start)


def is_object(case: Case, mention: Mention) -> bool:
    """Whether a name cannot be the subject of a verb."""
    led = _led(case, mention.start) or _possessive(case, mention.start, mention.stop)
    return led or case.oblique(mention) or _owns(case, mention)


def may_follow(case: Case, verb: int) -> bool:
    """Whether a name after this verb may be its subject and not whom it addresses."""
    opened = OPENED.search(case.between(case.start, case.starts[verb])) is not None
    if case.words[verb] in case.reporting.addressing and case.reporting.free_order:
        return opened
    if case.words[verb] in case.reporting.addressing:
        before = case.between(case.start, case.starts[verb]).rstrip()
        return before.endswith(("-", "»", "”", '"', '",'))
    return opened or case.reporting.free_order or is_passive(case, verb) or _after_as(case, verb)


def closes(case: Case, verb: int) -> bool:
    """Whether a verb stands in a short clause of its own, set off from what is said: "…, Peskov said on Monday"."""
    if case.words[0] in case.reporting.openers:
        return False
    before = re.split(r"[,;»”\"]| - ", case.between(case.start, case.starts[verb]))
    after = re.split(r"[,;«“\":]", case.between(case.end(verb), case.start + len(case.text)))
    if len(before) < 2 or len(before[-1].split()) > TITLES or not case.reporting.clauses.isdisjoint(before[-1].split()):
        return False
    return len(after[0].split()) <= (TITLES if case.reporting.free_order else NEAR)


def name_after(case: Case, verb: int) -> Mention | None:
    """A name soon after a verb, in the same clause, that can be its subject or, with "by", the agent of a passive."""
    after = case.end(verb)
    agent = is_passive(case, verb) and case.words[verb + 1 : verb + 2] == ["by"]
    for mention in case.names if may_follow(case, verb) else ():
        near = mention.start >= after and case.index(mention.start) - verb - 1 <= NEAR
        if near and (agent or not is_object(case, mention)):
            return None if re.search(r"[.;:!?]|,", case.between(after, mention.start)) else mention
    return None


def stranger_follows(case: Case, verb: int) -> Subject | None:
    """A name the facts do not know after a verb, with or without an office: «кажа палітолаг Ігар Тышкевіч»."""
    if not may_follow(case, verb):
        return None
    for number in range(verb + 1, min(len(case.words), verb + 1 + NEAR)):
        start = case.starts[number]
        word = case.words[number]
        apart = re.search(r"[,;:«“\".]", case.between(case.end(number - 1), start))
        if apart or word in case.reporting.before_others:
            return None
        if case.is_capital(number) and word not in case.reporting.articles:
            return Subject(start=start, stop=case.end(number))
    return None


def is_passive(case: Case, verb: int) -> bool:
    """Whether the words are said to the subject, or of it: "was informed", "has been told"."""
    if case.words[verb].endswith("ing"):
        return False
    return any(word in case.reporting.passives for word in case.words[max(0, verb - 2) : verb])


def of_media(case: Case, verb: int) -> bool:
    """Whether a newspaper or an agency reports, which passes on what others say."""
    ahead = re.split(r"[,;:«“\"]", case.between(case.start, case.starts[verb]))[-1].split()[-2:]
    behind = re.split(r"[,;:.«“\"]", case.between(case.end(verb), case.start + len(case.text)))[0].split()[: NEAR + 1]
    follows = may_follow(case, verb) and case.reporting.before_others.isdisjoint(behind[:3])
    return not case.reporting.media.isdisjoint(ahead) or (follows and not case.reporting.media.isdisjoint(behind))


def holder(case: Case, subject: Subject) -> str:
    """Who holds an office named without a name: in an official source the head of its state, else who spoke last.

    Nobody (empty) for a stranger, for an office told more closely ("the President of the Council"), or in doubt.
    """
    facts, day = case.facts, case.document.happened_on or case.document.published_on
    if facts is None or not subject.noun or _told_closer(case, subject):
        return ""
    if not _alone(case, subject.start):
        return _called_in_full(case, subject)
    if subject.noun in case.reporting.heads:
        card = facts.sources.get(case.document.source)
        if card is not None and card.kind == "official" and card.state and card.institution:
            holders = facts.holders(HEAD.format(card.state), day)
            return holders[0].id if len(holders) == 1 else ""
    spoke = case.before.said
    offices = facts.offices_of(spoke, day) if spoke else ()
    return spoke if any(_is_called(office, subject.noun, case) for office in offices) else ""


def _alone(case: Case, start: int) -> bool:
    """Whether no word before an office says whose it is: "the President", not "the Polish President"."""
    number = case.index(start) - 1
    if number < 0 or re.search(r"[,;:(«»“”\"-]", case.between(case.end(number), start)):
        return True
    plain = case.reporting.articles | case.reporting.adverbs | case.reporting.clauses
    return number in case.verbs or case.words[number] in plain


def _called_in_full(case: Case, subject: Subject) -> str:
    """The holder of an office told by the word before: "the Belarusian president"; empty in doubt."""
    if case.facts is None:
        return ""
    words = case.between(case.starts[case.index(subject.start) - 1], subject.stop)
    day = case.document.happened_on or case.document.published_on
    known = (key for key, o in case.facts.offices.items() if words in map(str.lower, o.names.of(case.document.lang)))
    holders = {actor.id for key in known for actor in case.facts.holders(key, day)}
    return holders.pop() if len(holders) == 1 else ""


def _told_closer(case: Case, subject: Subject) -> bool:
    """Whether words after an office say whose it is: "the President of the Council", «министр обороны»."""
    number = case.index(subject.stop)
    rest = case.between(subject.stop, case.start + len(case.text))
    if number >= len(case.words) or not rest.startswith(" "):
        return False
    if case.words[number] in ("of", "to", "for") or case.is_capital(number):
        return True
    return subject.noun not in case.reporting.heads and number not in case.verbs


def _is_called(office: Office, noun: str, case: Case) -> bool:
    """Whether an office may be called by this word: a head of state's by any of theirs."""
    if noun in case.reporting.heads:
        return office.id == HEAD.format(office.state)
    return any(
        noun in name.lower().split() or name.lower().startswith(noun) for name in office.names.of(case.document.lang)
    )


def _after_as(case: Case, verb: int) -> bool:
    return verb > 0 and case.words[verb - 1] == "as"


def _possessive(case: Case, start: int, stop: int) -> bool:
    """Whether a name owns what follows."""
    marked = POSSESSIVE.match(case.text, stop - case.start) is not None
    return marked or case.between(start, stop).endswith(("'s", "s'"))


def _led(case: Case, start: int) -> bool:
    """Whether a preposition governs a name with its title."""
    number = case.index(start) - 1
    walks = not case.reporting.free_order and case.folded[start - case.start].isupper()
    for _ in range(TITLES):
        if number < 0:
            return False
        word = case.words[number]
        opens = number == 0 and word in case.reporting.openers
        if opens or re.search(r"[,;:(]", case.between(case.end(number), case.starts[number + 1])):
            return False
        if word == "of" and number and case.is_capital(number - 1):
            number -= 1
        elif word in case.reporting.before_others or word in case.reporting.clauses:
            return word not in case.reporting.clauses
        elif word in case.reporting.articles:
            if not _titled(case, start, number - 1):
                return number > 0 and case.words[number - 1] in case.reporting.before_others
            number -= 2
        elif walks and (case.is_capital(number) or inside(case.starts[number], case.nouns)):
            number -= 1
        else:
            return False
    return False


def _titled(case: Case, start: int, number: int) -> bool:
    """Whether a preposition joins the words of a title that stands before a name: "Adviser to the Head of Office X"."""
    titles = case.reporting.heads | case.reporting.nouns
    if number < 1 or case.words[case.index(start)] in titles:
        return False
    return case.words[number] in ("of", "to") and inside(case.starts[number - 1], case.nouns)


def _owns(case: Case, mention: Mention) -> bool:
    """Whether a name only tells whose office it is: "the Kremlin spokesman", «представитель МИД»."""
    if mention.kind == "actor":
        return False
    gaps = (
        case.between(mention.stop, a) if a > mention.start else case.between(b, mention.start) for a, b in case.nouns
    )
    return any(gap == " " for gap in gaps)


def _stranger_before(case: Case, verb: int) -> Subject | None:
    """A capitalised name right before a verb that the facts do not know: "Elina Svitolina noted"."""
    number = verb - 1
    if number > 0 and not case.is_capital(number) and case.words[number] not in case.reporting.articles:
        number -= 1 if case.words[number] in case.reporting.adverbs else 0
    if (
        number < 1
        or not case.is_capital(number)
        or re.search(r"[,;:]", case.between(case.end(number), case.starts[verb]))
    ):
        return None
    last = number
    while number > 0 and case.is_capital(number - 1) and case.between(case.end(number - 1), case.starts[number]) == " ":
        number -= 1
    taken = [(m.start, m.stop) for m in case.names] + list(case.nouns)
    if inside(case.starts[last], [*taken, *case.quoted]) or case.words[last] in case.reporting.articles:
        return None
    start, stop = case.starts[number], case.end(last)
    return None if _led(case, start) else Subject(start=start, stop=stop)
