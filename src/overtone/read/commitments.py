"""Commitments: what somebody undertakes in a text that says so, with whom, what, by when and whether it was refused.

Four kinds of words make one: of promising ("pledged to", «пообещал»), of agreeing ("settled on", «договорились»), of
ordering, where the order binds those who take it («поручил»), and of refusing ("ruled out"); and somebody's own plan
("he would brief them", «подпишем»). Another's doings foretold ("Russia will help, said the guest") are no commitment
of the guest's. Words in the first person are passed over: whose they are stands outside the sentence; and in texts as
long as transcripts plans are, of which everybody tells some. Not for judging whether it was kept: later texts tell
that. The rules stand in an order in the middle of the file; `explain_commitments` tells which decided.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from overtone.language import language
from overtone.read.commitments_cues import (
    AGREED,
    ASKED,
    FIRST_PERSON,
    HOPED,
    MANY,
    OF_WORDS,
    ORDERED,
    OTHERS,
    PASSIVE,
    PROMISED,
    PRONOUN,
    REFUSED,
    REPORTED,
    TURNED,
    TURNED_TO,
    WILL,
    WILL_SLAVIC,
)
from overtone.read.encounter_offices import rank_of
from overtone.read.names import within
from overtone.records import Commitment, Document, Mention
from overtone.registry import Registry

READER = "commitments@1"
_LONGEST = 900  # characters: longer sentences are lists, and bind nobody in particular
_SHORT = 6000  # characters of a text in which plans are read
_NEAR, _BEHIND = 110, 45  # characters between who undertakes and the verb, in front of it and behind
_KINDS = ("actor", "institution", "state", "bloc")
_ASSURED = re.compile(r"assur|завер|запэўні|guarantees\b", re.IGNORECASE)
_SCHEDULE = re.compile(
    r"\b(?:receive|hold|meet|visit|take part|attend|arrive|travel|join|speak|tour|chair|host|gather|address|"
    r"participate|deliver (?=(?:\w+ ){0,3}(?:speech|address|remarks|lecture))|open|inspect|present|"
    r"встрет|провед|примет|прибуд|посет|сустрэн|правядз|прыме|наведа)\w*",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:он|она|ён|яна|he|she)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|and|и|і|й|ды|with|с|со|з|са)\s*", re.IGNORECASE)
_CLOSING = re.compile(r"[,.!?]?[»”\"]")
_CLAUSE_END = re.compile(r"[;:]|, (?:but|while|although|а|но|але|хотя|хаця) |\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence, the names in it, and who was named last before it."""

    document: Document
    registry: Registry
    start: int
    stop: int
    mentions: tuple[Mention, ...]
    before: tuple[Mention, ...]
    older: tuple[Mention, ...]  # those named before these
    body: Mention | None  # the institution or organisation spoken of

    @property
    def text(self) -> str:
        """Its words."""
        return self.document.text[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A commitment in the making: who, where what is undertaken begins, and its status. Offsets of the sentence."""

    who: tuple[Mention, ...]
    cue: int
    what: int
    status: str
    turned: bool = False  # what is undertaken stands before the verb, and who undertakes it behind


def read_commitments(document: Document, registry: Registry, mentions: Sequence[Mention]) -> tuple[Commitment, ...]:
    """What is undertaken in a text, in order; one for each who undertakes it.

    Pure. `mentions` are those of the document (`read_names`). Those whom the facts do not know are left out: nobody's
    promise is given to another.
    """
    return tuple(commitment for commitment, _ in explain_commitments(document, registry, mentions))


def explain_commitments(
    document: Document, registry: Registry, mentions: Sequence[Mention]
) -> tuple[tuple[Commitment, str], ...]:
    """The debug twin: each commitment with the rule that found it."""
    found: list[tuple[Commitment, str]] = []
    before: tuple[Mention, ...] = ()
    older: tuple[Mention, ...] = ()
    body: Mention | None = None
    for start, stop in language(document.lang).sentences(document.text):
        inside = tuple(m for m in within(mentions, start, stop) if m.kind in _KINDS and _acts(m, document, registry))
        if stop - start <= _LONGEST and not FIRST_PERSON.search(document.text, start, stop):
            sentence = _Sentence(
                document=document,
                registry=registry,
                start=start,
                stop=stop,
                mentions=inside,
                before=before,
                older=older,
                body=body,
            )
            found.extend(_read(sentence))
        named = tuple(m for m in inside if m.kind == "actor")
        before, older = (named, (*before, *older)[:4]) if named else (before, older)
        body = next((m for m in inside if m.kind in ("institution", "bloc")), body)
    return tuple(found)


def _acts(mention: Mention, document: Document, registry: Registry) -> bool:
    """Not those who only speak for somebody."""
    day = document.happened_on or document.published_on
    return mention.kind != "actor" or rank_of(registry.offices_of(mention.target, day)) > 0


def _read(sentence: _Sentence) -> Iterator[tuple[Commitment, str]]:
    for rule in RULES if len(sentence.document.text) <= _SHORT else RULES[:-2]:
        draft = rule(sentence)
        if draft is not None and draft.who:
            yield from ((_commitment(sentence, draft, who), rule.__name__) for who in draft.who)
            return


def promised(sentence: _Sentence) -> _Draft | None:
    """ "Pledged to", "gave his word", «пообещал»; assurances only where they say what will be done."""
    match = _cue(PROMISED, sentence.text)
    if match is None or (_ASSURED.match(match.group()) and not _will(sentence.text[match.end() :])):
        return None
    behind = _turned(sentence, match)
    if behind is not None:
        return _Draft((behind,), match.start(), match.end(), "promised", turned=True)
    return _Draft(_who(sentence, match), match.start(), match.end(), "promised")


def ordered(sentence: _Sentence) -> _Draft | None:
    """ "Ordered the creation of", «поручил», «даручыў»: who gives the order undertakes it."""
    match = _cue(ORDERED, sentence.text)
    return _Draft(_who(sentence, match), match.start(), match.end(), "promised") if match else None


def agreed(sentence: _Sentence) -> _Draft | None:
    """ "Settled on", "agreed to", «договорились»: both sides undertake it."""
    match = _cue(AGREED, sentence.text)
    if match is None:
        return None
    return _Draft(_both(sentence, match), match.start(), match.end(), "agreed")


def refused(sentence: _Sentence) -> _Draft | None:
    """ "Refused to", "ruled out", «отказался»: it is not to be expected; "will not" only of one's own doings."""
    match = _cue(REFUSED, sentence.text)
    if match is None:
        return None
    plan = re.match(r"w|н[ея] буд", match.group(), re.IGNORECASE) is not None
    own = not plan or (_own(sentence, match) and not _foretold(sentence, match))
    return _Draft(_who(sentence, match), match.start(), match.end(), "refused") if own else None


def provided(sentence: _Sentence) -> _Draft | None:
    """ "Will be banned", "are to be briefed", «расскажут»: by the body spoken of, else by whoever says so."""
    match = _cue(PASSIVE, sentence.text)
    slavic = _cue(WILL_SLAVIC, sentence.text) if match is None else None
    if slavic is not None and re.search(r"[уюая][тц]ь?$", slavic.group()) and not _subject(sentence, slavic):
        match = slavic if _SAYS.search(sentence.text) else None
    if match is None or ASKED.search(sentence.text[: match.start()]) or _hoped(sentence, match):
        return None
    who = sentence.body or next(iter(sentence.before), None)
    return _Draft((who,) if who else (), match.start(), match.end(), "promised")


def planned(sentence: _Sentence) -> _Draft | None:
    """Somebody's own plan: "he would brief them", "the Council will ban", «мы подпишем»."""
    match = _will(sentence.text)
    if match is None or ASKED.search(sentence.text[max(0, match.start() - 60) : match.start()]):
        return None
    if _foretold(sentence, match):
        return None
    if not PRONOUN.search(sentence.text[: match.start()]) and _SCHEDULE.match(sentence.text[match.end() :].lstrip()):
        return None
    return _Draft(_who(sentence, match), match.start(), match.end(), "promised") if _own(sentence, match) else None


RULES: tuple[Callable[[_Sentence], _Draft | None], ...] = (
    refused,
    promised,
    ordered,
    agreed,
    provided,
    planned,
)


def _cue(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place where a cue stands that is not denied."""
    return next(
        (m for m in pattern.finditer(text) if not OF_WORDS.search(text[max(0, m.start() - 12) : m.start()])), None
    )


def _will(text: str) -> re.Match[str] | None:
    return _cue(WILL, text) or _cue(WILL_SLAVIC, text)


def _turned(sentence: _Sentence, match: re.Match[str]) -> Mention | None:
    """Whoever stands behind a verb of promising that follows what is promised: "…, pledged Prime Minister X"."""
    text, at = sentence.document.text, sentence.start + match.end()
    if match.start() < 4 or TURNED.search(sentence.text[: match.start()]) is None:
        return None
    actors = [m for m in sentence.mentions if m.kind == "actor" and m.start >= at]
    return next((m for m in actors if TURNED_TO.fullmatch(text[at : m.start])), None)


def _hoped(sentence: _Sentence, match: re.Match[str]) -> bool:
    return HOPED.search(sentence.text[max(0, match.start() - 120) : match.start()]) is not None


def _foretold(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether another tells, hopes or fears it: "will attack again, warned his neighbour"."""
    if _hoped(sentence, match):
        return True
    subject = _subject(sentence, match)
    if subject is None or PRONOUN.search(sentence.text[: match.start()]):
        return False
    told = (m for m in sentence.mentions if m.kind in ("actor", "institution") and m.target != subject.target)
    home = _home_of(subject, sentence.registry)
    return any(_home_of(m, sentence.registry) != home and _speaks(m, sentence.document) for m in told)


def _speaks(mention: Mention, document: Document) -> bool:
    """Whether a verb of speech stands right beside the name."""
    verbs = language(document.lang).speech_verbs
    after = document.text[mention.stop : mention.stop + 30].split()
    before = document.text[max(0, mention.start - 30) : mention.start].split()
    return any(word.strip(",.:;—–").lower() in verbs for word in (*after[:1], *before[-1:]))


def _subject(sentence: _Sentence, match: re.Match[str]) -> Mention | None:
    """Whoever is named nearest before the verb, in the same part of the sentence."""
    at = sentence.start + match.start()
    near = [m for m in sentence.mentions if m.stop <= at and at - m.stop <= _NEAR]
    near = [m for m in near if not re.search(r"[;:]", sentence.document.text[m.stop : at])]
    return near[-1] if near else None


def _who(sentence: _Sentence, match: re.Match[str]) -> tuple[Mention, ...]:
    """Who undertakes: the pronoun's person, else the subject, else who is named right behind the verb."""
    at = sentence.start + match.end()
    if OTHERS.search(sentence.text[: match.start()]):
        return ()
    pronoun = PRONOUN.search(sentence.text[: match.start()])
    if pronoun and pronoun["many"]:
        both = tuple({m.target: m for m in sentence.before}.values())[:2]
        return both if len(both) == 2 or sentence.body is None else (sentence.body,)
    if pronoun:
        actors = [m for m in sentence.mentions if m.kind == "actor" and m.stop <= sentence.start + match.start()]
        return tuple(actors[:1]) or sentence.before[:1]
    subject = _subject(sentence, match)
    actors = [m for m in sentence.mentions if m.kind == "actor"]
    behind = [m for m in actors if 0 <= m.start - at <= 3]
    if behind and (subject is None or subject.kind != "actor"):
        return (behind[0],)
    if subject is not None:
        people = [m for m in actors if m.stop <= sentence.start + match.start()]
        return (people[-1] if people and subject.kind != "actor" and match.re in (PROMISED, ORDERED) else subject,)
    later = [m for m in actors if 0 <= m.start - at <= _BEHIND]
    return tuple(later[:1]) or sentence.before[:1]


def _both(sentence: _Sentence, match: re.Match[str]) -> tuple[Mention, ...]:
    """The two who agree: joined before the verb, or the other behind it ("condition with X"); "they" of before."""
    text, at = sentence.document.text, sentence.start + match.start()
    if OTHERS.search(sentence.text[: match.start()]):
        return ()
    before = [m for m in sentence.mentions if m.stop <= at and m.kind in ("actor", "state")]
    behind = [m for m in sentence.mentions if m.start >= at and m.kind in ("actor", "state")]
    if before and behind and _AND.fullmatch(text[sentence.start + match.end() : behind[0].start]):
        return (before[-1], behind[0])
    if len(before) > 1 and _AND.fullmatch(text[before[-2].stop : before[-1].start]):
        return (before[-2], before[-1])
    if before:
        return (before[-1],)
    many = MANY.search(sentence.text[: match.start()]) is not None
    known = (*sentence.before, *sentence.older) if many else sentence.before
    once = tuple({m.target: m for m in reversed(known)}.values())[::-1]
    pronoun = PRONOUN.search(sentence.text[: match.start()])
    return once[:1] if pronoun and not pronoun["many"] else once[:2]


def _own(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether the plan is the speaker's: his own, or his state's or institution's."""
    subject = _subject(sentence, match)
    if PRONOUN.search(sentence.text[: match.start()]):
        return bool(sentence.before) or subject is not None
    if subject is None or sentence.text[: match.start()].count(",") > 3:
        return False
    if subject.kind in ("actor", "bloc"):
        return sentence.start + match.start() - subject.stop <= 12
    actors = [m for m in sentence.mentions if m.kind == "actor"]
    homes = {sentence.registry.actors[m.target].state for m in actors if m.target in sentence.registry.actors}
    return _home(subject, sentence.registry) in homes and sentence.start + match.start() - subject.stop <= 12


def _home_of(mention: Mention, registry: Registry) -> str | None:
    """The state somebody or something belongs to; the states themselves are their own."""
    if mention.kind == "actor":
        return registry.actors[mention.target].state if mention.target in registry.actors else None
    return _home(mention, registry)


def _home(mention: Mention, registry: Registry) -> str | None:
    if mention.kind == "institution":
        return registry.institutions[mention.target].state if mention.target in registry.institutions else None
    return mention.target


def _commitment(sentence: _Sentence, draft: _Draft, who: Mention) -> Commitment:
    document, text = sentence.document, sentence.text
    what, stop = _what(text, draft)
    by_when, due = _time(document, text[what:])
    return Commitment(
        document=document.id,
        reader=READER,
        start=sentence.start,
        stop=sentence.stop,
        who=who.target,
        who_start=who.start,
        who_stop=who.stop,
        what_start=sentence.start + min(what, stop),
        what_stop=sentence.start + stop,
        by_when=by_when,
        due=due,
        status=draft.status,
        said_on=document.happened_on or document.published_on,
        lang=document.lang,
        rule=READER,
    )


def _what(text: str, draft: _Draft) -> tuple[int, int]:
    """Where what is undertaken begins and ends: behind the cue, or before it ("safe passage, he promised")."""
    if draft.turned:
        return 0, max(1, len(text[: draft.cue].rstrip(" ,—–")))
    quoted = text.count('"', 0, draft.cue) % 2 == 1 or _open(text[: draft.cue])
    closing = _CLOSING.search(text, draft.what) if quoted else None
    ends = [closing.start()] if closing else []
    ends += [m.start() for m in (_CLAUSE_END.search(text, draft.what), REPORTED.search(text, draft.what)) if m]
    stop = min([end for end in ends if end > draft.what + 2], default=len(text.rstrip(" .")))
    what = draft.what + len(text[draft.what : stop]) - len(text[draft.what : stop].lstrip(" ,"))
    if stop - what > 2 and not REPORTED.match(text, draft.what):
        return what, stop
    comma = text.rfind(",", 0, draft.cue)
    return (0, comma) if comma > 2 else (0, max(1, draft.cue - 1))


def _open(text: str) -> bool:
    """Whether a quotation is open at the end."""
    return max(text.rfind(mark) for mark in "«“„") > max(text.rfind(mark) for mark in "»”")


def _time(document: Document, text: str) -> tuple[str, date | None]:
    """The time told for it, as worded, and the last day meant; the day of the text itself is no term."""
    tongue, said = language(document.lang), document.happened_on or document.published_on
    found = [
        (p.start, p.stop, p.last) for p in tongue.periods(text, document.published_on) if not p.last or p.last >= said
    ]
    found += [(d.start, d.stop, d.until or d.day) for d in tongue.dates(text, document.published_on) if d.day > said]
    if not found:
        return "", None
    start, stop, due = min(found)
    return text[start:stop], due
