"""Titles of office-holders in three languages, and which office of a state they mean."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from overtone.registry import Office, Registry

TITLE = re.compile(
    r"\b(?:(?=[ACDEFGHIKMNPQSV])(?:(?:First|Acting|Deputy|Federal|Vice|Crown|Foreign|Defen[cs]e|Interior|Prime|State|"
    r"General|Supreme|External) ?-?)*"
    r"(?:President|Presidency|Minister|Premier|Chancellor|King|Queen|Emperor|Emir|Amir|Sultan|Prince|Pope|"
    r"Secretary[ -]General|"
    r"Secretary of (?:State|Defen[cs]e|the Treasury|Commerce|Energy)|Speaker|Chair(?:man|person|woman)?|"
    r"High Representative|Councillor|Counsellor|National Security Advis[eo]r)"
    r"(?:-Elect)?(?: for (?:[A-Z]\w+ (?:and )?){1,3}| of (?:Foreign|External|Defen[cs]e|"
    r"State)(?: Affairs)?)?(?![\w’'])"
    r"|(?=[cdfghlp])(?:president|prime minister|premier|leader|head of state|counterpart|guest|colleague|chancellor|"
    r"(?:foreign|defence) minister)\b(?!s)"
    r"|(?=[^\x00-\x7f])(?:(?:[Вв]ице-|[Ии]\.о\. )?(?:[Пп]резидент|[Пп]ремьер(?:-министр)?|[Кк]анцлер|[Кк]орол|"
    r"[Ээ]мир|[Сс]ултан|[Мм]инистр)(?:а|у|ом|е|ь|я|ю|ем|ём)?\b"
    r"|(?:лидер|коллег|гост|глав|собеседник)(?:а|у|ом|ем|е|ой|ю|и|ы|ь|я)?\b"
    r"|[Пп]р[эе](?:зідэнт|зыдэнт|м['’]ер(?:-міністр)?)(?:а|у|ам|ом|е)?\b|[Мм]іністр(?:а|у|ам)?\b|(?:лідар|"
    r"калег|госц|кіраўнік)(?:а|у|ам|ем|ом|ой|ю|і|ь|я)?\b))"
)
GROUP = re.compile(
    r"\b(?:(?=[DHLPdfhlp])(?:[Pp]residents|[Ll]eaders|[Hh]eads of [Ss]tate(?: and [Gg]overnment)?|"
    r"[Hh]eads of [Gg]overnments?|[Hh]eads|"
    r"[Pp]rime ministers|Prime Ministers|foreign ministers|[Dd]efence ministers)\b"
    r"|(?=[^\x00-\x7f])(?:(?:[Пп]резидент|[Лл]идер)(?:ы|ов|ам|ами|ах)\b|[Гг]лав(?:ы|ам|ами)?\b|"
    r"[Мм]инистр(?:ы|ов) (?:обороны|иностранных дел)"
    r"|(?:[Пп]р[эе]з[іы]дэнт|[Лл]ідар)(?:ы|аў|ам|амі|ах)\b|[Кк]іраўнік(?:і|оў|амі)\b|"
    r"[Мм]іністры (?:абароны|замежных спраў)))"
)
ADJUNCT = re.compile(
    r"(?:\b(?:advis[eo]rs?|aides?|envoys?|representatives?|offices?|office of|ambassadors?|delegations?|"
    r"spokes\w+|secretary|cabinet|wife|widow|"
    r"spouse|son|team|administration|assistant|letter|message|greetings|telegram|proposal|statement|invitation|"
    r"initiative|"
    r"council|executive office|visits?|plenipotentiary|commissioner|party|children|relatives|words|remarks?|"
    r"address)\b(?: by| from)? (?:to|of|for|by|from) (?:the )?"
    r"|\bas (?:the )?|\b(?:about|regarding|concerning|against|despite|without|unlike|thanked|invited by|initiated by|"
    r"opposed) (?:the )?"
    r"|[’']s |\b(?:помощник\w*|советник\w*|посл\w*|делегаци\w+|пресс-секретар\w+|представител\w+|"
    r"администраци\w+|инициатив\w+|приглашени\w+) "
    r"|\b(?:о|об|про|против|без|кроме|из-за|пра|супраць|за словы) |\b(?:памочнік\w*|дарадц\w*|прэс-сакратар\w*|"
    r"прадстаўнік\w*) )(?:(?:first |federal )?(?:president|prime minister|chancellor|premier|minister) )?$"
)
ADJUNCT_ENDS = re.compile(  # the last word of whatever ADJUNCT finds: a quick look before the long one
    r"(?:to|of|for|by|from|the|as|about|regarding|concerning|against|despite|without|unlike|thanked|opposed|president|"
    r"minister|chancellor|premier|о|об|про|против|без|кроме|из-за|пра|супраць|словы)$|.*[’']s$|помощник|советник|посл|"
    r"делегаци|пресс-секретар|представител|администраци|инициатив|приглашени|памочнік|дарадц|прэс-сакратар|прадстаўнік"
)
LONG_NAME = re.compile(
    r"\s+(?:(?:of|for|to|in)\s+|(?=[а-яіўёА-ЯІЎЁ]))(?:(?:of|for|to|in|the|and|de)\s+"
    r"|(?:[A-ZА-ЯІЎЁ][\w’'-]*|[а-яіўё]+(?:ой|ай|ого|ага|ых))\s+){0,6}"
)
LONG_TAIL = re.compile(
    r"(?:[’']s)?(?:\s+(?:of (?:America|China|Great Britain|Northern Ireland|Korea|the Congo)|Republic|"
    r"Federation|Kingdom|State|Council|Commission|and Northern Ireland|"
    r"Presidency|Board|Parliament|National Assembly|Республик\w*|Федераци\w*|Королевств\w*|Арабск\w+|"
    r"Рэспублік\w*|Америки|Амерыкі))+"
)
_WORD = r"(?:[A-ZÀ-ÝĀ-Ž][a-z]?[a-z]?\.|[A-ZÀ-ÝĀ-Ž](?:(?![’']s\b)[\w’'‑-])*|[А-ЯІЎЁ][а-яіўё’'-]+|[А-ЯІЎЁ]\.)"
_LINK = r"(?:al|el|bin|ibn|bint|da|de|del|della|di|do|dos|das|du|der|den|la|le|van|von|zu|af|oglu|and His)"
NAME = re.compile(rf",?\s+((?:(?:Mr|Mrs|Ms|Dr|H\.E\.)\.? )?{_WORD}(?:[ -](?:{_LINK}[ -])*{_WORD}){{0,5}})")
NO_NAME = re.compile(
    r"(?:On|At|In|The|After|Following|During|With|By|And|Of|Summit|Council|Meeting|Republic|Federation|State|January|February|"
    r"March|April|May|June|July|August|"
    r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Government|"
    r"Affairs|Elect|Office|Kremlin|Before|Your|Ladies|Colleagues|Friends|Excellency|Head|Minister|Deputy|Ambassador)\b"
)

ALSO = re.compile(r",? (?:and|и|і) ")
BEFORE_TITLE = re.compile(r"\b(?:former|ex|бывш\w+|былы\w*)[ -](?:[\w.]+[ -])?$", re.IGNORECASE)
DEMONYM = re.compile(
    r"\b(?!Russian|Ossetian|Karelian|Dagestani|European|American)([A-Z][a-z]{2,}(?:ese|ian|ean|an|ish|i)) $"
)
ALONE = re.compile(
    r"[PFK](?:ope\b(?<=\bPope)|(?:(?<=[a-z]ese .)|(?<=[a-z]an .)|(?<=[a-z]ish .)|(?<=[a-z]i .))"
    r"(?:resident|rime Minister|oreign Minister|ing))"
)
PAIR = re.compile(r"(?:talks|negotiations|consultations|summit|переговор\w*|перагавор\w*)\b")
WITH_NAME = re.compile(rf"^[^.]{{0,60}}?\b(?:with|с|з) ({_WORD}(?:[ -](?:{_LINK}[ -])*{_WORD}){{1,4}})\s*$")

AND_NAME = re.compile(
    rf"\b(?:and|with|и|с|і|з) ({_WORD}(?:[ -](?:{_LINK}[ -])*{_WORD}){{1,4}}) (?:made|gave|held|signed|сделали|"
    rf"провели)"
)

_PRESIDENT = re.compile(r"president|президент|пр[эе]з[іы]дэнт|head of state", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|deputy|first deputy|вице|віцэ)\b", re.IGNORECASE)
_PREMIER = re.compile(r"prime minister|premier|премьер|прэм['’]ер", re.IGNORECASE)
_CHANCELLOR = re.compile(r"chancellor|канцлер", re.IGNORECASE)
_CROWN = re.compile(r"\b(?:king|queen|emperor|emir|amir|sultan|crown prince|pope|корол|эмир|султан)", re.IGNORECASE)
_DIPLOMAT = re.compile(r"foreign|external|secretary of state(?! for)|иностранных|замежных|lavrov", re.IGNORECASE)
_DEFENCE = re.compile(r"defen[cs]e|оборон|абарон", re.IGNORECASE)
_MINISTER = re.compile(r"minister|министр|міністр", re.IGNORECASE)
_LEADER = re.compile(
    r"leader|head|counterpart|guest|colleague|лидер|лідар|глав|кіраўнік|коллег|калег|гост|госц|собеседник",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"secretary[ -]general|general secretary|генеральный секретарь|chairman of the executive|executive secretary",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:first|former|acting|ex)\b|[Пп]ерв|бывш|был|першы", re.IGNORECASE)
_VOICE = re.compile(r"press secretary|spokes|spokesperson|пресс-секретарь", re.IGNORECASE)

_OFFICES = (
    ("premier", _PREMIER),
    ("diplomat", _DIPLOMAT),
    ("defence", _DEFENCE),
    ("chancellor", _CHANCELLOR),
    ("crown", _CROWN),
    ("president", _PRESIDENT),
)

WHOLE = 12  # members: a larger organisation never meets whole
_GOVERNMENTS = re.compile(r"prime ministers|government", re.IGNORECASE)
_STATES = re.compile(r"presidents|heads of state|президент|пр[эе]з[іы]дэнт", re.IGNORECASE)
_LEADING = frozenset({"president", "premier", "chancellor", "crown"})
_BELOW = re.compile(r"\bof the (?:state duma|federation council)|administration|office\b|aide\b", re.IGNORECASE)


def holder(registry: Registry, state: str, title: str, day: date) -> str | None:
    """Actor id of whoever held the office a title means in that state on that day; None where the facts do not tell."""
    if _VICE.search(title) or _FORMER.search(title) or "Crown Prince" in title:
        return None
    meaning = _meaning(title)
    if meaning:
        return _held(registry, state, frozenset({meaning}), day)
    return top(registry, state, day) if _LEADER.search(title) else None


def top(registry: Registry, state: str, day: date) -> str | None:
    """Actor id of who speaks for a state at summits: the holder of its first leading office in the facts.

    The facts name the head of government first where the president's is an office of honour.
    """
    return _held(registry, state, _LEADING, day)


def leaders(registry: Registry, home: str, title: str, day: date) -> tuple[str, ...]:
    """Actor ids of the leaders that a plural title means: of one state, or of all members of a small organisation."""
    states = registry.members(home, day) if home in registry.blocs else (home,)
    if len(states) > WHOLE:
        return ()
    minister = _MINISTER.search(title) and not _PREMIER.search(title)
    if minister:
        found = [holder(registry, s, title, day) for s in states]
    else:
        meant = _LEADING if home in registry.blocs else _meant(title)
        found = [_held(registry, s, meant, day) for s in states]
    return tuple(f for f in found if f is not None)


def _meant(title: str) -> frozenset[str]:
    """The offices a plural title means: "presidents" are heads of state, "prime ministers" of government."""
    if _GOVERNMENTS.search(title):
        return _LEADING if _STATES.search(title) else frozenset({"premier", "chancellor"})
    return frozenset({"president", "crown"}) if _STATES.search(title) else _LEADING


def crowned(title: str) -> bool:
    """Whether the title is a monarch's or a prince's."""
    return _CROWN.search(title) is not None or title.endswith("Prince")


def holy_see(title: str) -> str:
    """The Pope's state: his title needs none beside it."""
    return "va" if re.match(r"Pope\b", title) else ""


def rank_of(offices: Sequence[Office]) -> int:
    """What the offices somebody holds make of him: 3 a head of state, 2 of government or an organisation, 1 another.

    0 for who only speaks for one.
    """
    return max([_rank(office.names.en[0]) for office in offices], default=1)


def rank_of_title(title: str) -> int:
    """The same for a printed title."""
    return _rank(title) or 1


@cache
def _rank(name: str) -> int:
    if _VOICE.search(name):
        return 0
    if _VICE.search(name) or _BELOW.search(name):
        return 1
    if _PREMIER.search(name) or _CHANCELLOR.search(name) or _ORGANISATION.search(name):
        return 2
    return 3 if _PRESIDENT.search(name) or _CROWN.search(name) or (_LEADER.search(name) and len(name) < 20) else 1


def _held(registry: Registry, state: str, meanings: frozenset[str], day: date) -> str | None:
    for meaning, office in _posts(_Desk(registry)).get(state, ()):
        if meaning in meanings:
            for actor in registry.holders(office, day):
                return actor.id
    return None


class _Desk:
    """A registry as a key: two with the same facts are one."""

    __slots__ = ("registry",)

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __hash__(self) -> int:
        return hash(self.registry.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Desk) and self.registry.digest == other.registry.digest


@lru_cache(maxsize=8)
def _posts(desk: _Desk) -> dict[str, tuple[tuple[str, str], ...]]:
    """What the offices of each state mean, in the order of the facts."""
    found: dict[str, list[tuple[str, str]]] = {}
    states = desk.registry.states
    for office in desk.registry.offices.values():
        if office.state is not None:
            names = states[office.state].names.en if office.state in states else ()
            found.setdefault(office.state, []).append((_meaning_of_office(office.names.en[0], names), office.id))
    return {state: tuple(offices) for state, offices in found.items()}


@cache
def _meaning_of_office(name: str, states: tuple[str, ...]) -> str:
    """What an office of a state is by its English name; "" for others, an academy's president among them."""
    meaning = "" if _VICE.search(name) or not _rank(name) else _meaning(name)
    whole = name.partition(" of ")[2].removeprefix("the ")
    return "" if meaning in _LEADING and whole not in states else meaning


@cache
def _meaning(title: str) -> str:
    return next((meaning for meaning, words in _OFFICES if words.search(title)), "")
