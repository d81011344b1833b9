"""How Russian declines places, peoples and noun phrases: the dictionary (pymorphy3), and rules for words it lacks.

In a phrase only the head and the adjectives before it decline («Организации Договора о коллективной безопасности»).
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from itertools import starmap, zip_longest
from typing import Protocol

from overtone.language.declension import QUOTES, Ending, Paradigm, agree, attach, ending, replaced, surface, unchanged
from overtone.language.lists import listed

_TAGS = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_CYRILLIC = re.compile(r"^[а-яё'’ʼ-]+$", re.IGNORECASE)
# names whose first half declines, or whose halves both do
_FIRST_HALF = re.compile(r"-(?:на|де)-|^(?:Гвинея-Бисау)$")
_STAYS = frozenset(
    listed(
        "Сочи Гродно Тбилиси Баку Алматы Душанбе Хельсинки Осло Токио Дели Чикаго Ровно Косово Того Перу Чили "
        "Мали Конго Марокко Монако Сомали Зимбабве Сан-Марино Бурунди Улан-Удэ Абу-Даби Молодечно Бордо "
        "Сараево Торонто Киото Никарагуа"
    )
)
_PLURAL_SOFT = r"^(?:Вискули)$"
_PLURAL = r"^(?:Барановичи|Ляховичи|Осиповичи|Ивацевичи)$"
RULES: tuple[Ending, ...] = (
    ending(r"[оеуюэё]$", 0, "- - - - - -"),
    ending(_PLURAL_SOFT, 1, "и ей ям и ями ях"),
    ending(_PLURAL, 1, "и ей ам и ами ах"),
    ending(r"(?:иа|уа)$", 0, "- - - - - -"),
    ending(r"(?:ии|еи)$|[бвдзлмнпрстф]и$", 0, "- - - - - -"),
    ending(r"(?:ск|цк)ий$|[гкх]ий$", 2, "ий ого ому ий/ого им ом"),
    ending(r"ый$|ой$", 2, "ый ого ому ый/ого ым ом"),
    ending(r"ая$", 2, "ая ой ой ую ой/ою ой"),
    ending(r"яя$", 2, "яя ей ей юю ей/ею ей"),
    ending(r"ое$", 2, "ое ого ому ое ым ом"),
    ending(r"(?:ов|ев|ёв|ин|ын)$", 0, "- а у - ом/ым е"),
    ending(r"ия$", 1, "я и и ю ей и"),
    ending(r"[гкх]а$", 1, "а и е у ой/ою е"),
    ending(r"[жшчщ]а$", 1, "а и е у ей е"),
    ending(r"ца$", 1, "а ы е у ей е"),
    ending(r"а$", 1, "а ы е у ой/ою е"),
    ending(r"я$", 1, "я и е ю ей е"),
    ending(r"й$", 1, "й я ю й ем е"),
    ending(r"(?:поль|ль)$", 1, "ь я ю ь ем е"),
    ending(r"ь$", 1, "ь и и ь ью и"),
    ending(r"(?:яне|ане)$", 1, "е - ам - ами ах"),
    ending(r"[жшчщц]$", 0, "- а у - ем е"),
    ending(r"[бвгдзклмнпрстфх]$", 0, "- а у - ом е"),
    ending(r"цы$", 2, "цы цев/цов цам цев цами цах"),
    ending(r"[гкх]и$", 1, "и ов ам ов ами ах"),
    ending(r"ы$", 1, "ы ов ам ов/ы ами ах"),
)
_ADJECTIVE = re.compile(r"(?:ый|ий|ой)$")


_DECLINES = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")  # the dictionary leaves Лахор and the like unchanged
_SPLIT = re.compile(r"(\s+)")


class _Tag(Protocol):
    grammemes: frozenset[str]


class _Parse(Protocol):
    """What is used of a parse of pymorphy3."""

    word: str
    is_known: bool
    tag: _Tag
    lexeme: Sequence["_Parse"]


@cache
def _parser() -> Callable[[str], Sequence[_Parse]]:
    """The dictionary, opened when a name is first declined: it takes a third of a second and 40 MB."""
    parse: Callable[[str], Sequence[_Parse]] = import_module("pymorphy3").MorphAnalyzer().parse
    return parse


@cache
def _parses(word: str) -> tuple[_Parse, ...]:
    """Dictionary readings of a word as a nominative, place names first."""
    known = [parse for parse in _parser()(word.lower()) if parse.is_known and "nomn" in parse.tag.grammemes]
    return tuple(sorted(known, key=lambda parse: "Geox" not in parse.tag.grammemes))


def _reading(word: str, parts: frozenset[str]) -> _Parse | None:
    return next((parse for parse in _parses(word) if parts & parse.tag.grammemes), None)


def _like(word: str, form: str) -> str:
    """A dictionary form in the capitals of the word it stands for."""
    old, new = word.split("-"), form.split("-")
    if len(old) != len(new):
        return form[:1].upper() + form[1:] if word[0].isupper() else form
    return "-".join(starmap(_capitals, zip(old, new, strict=True)))


def _capitals(old: str, new: str) -> str:
    signs = zip_longest(new, old[: len(new)], fillvalue="")
    return "".join(sign.upper() if model.isupper() else sign for sign, model in signs)


def _from_dictionary(word: str, parse: _Parse, *, animate: bool = False) -> Paradigm:
    """The six cases of a reading in its own number (for adjectives gender, voice and tense too)."""
    own = parse.tag.grammemes & _KEPT
    other = {"Abbr", "Infr", "Arch", "Erro", "V-ej", "inan" if animate else "anim"}
    if "NOUN" in parse.tag.grammemes:
        other -= {"anim", "inan"}
    if "Supr" not in own:
        other.add("Supr")
    stem = word.lower()[:-2]
    cases = []
    for tag in _TAGS:
        found = [f.word for f in parse.lexeme if own | {tag} <= f.tag.grammemes and not f.tag.grammemes & other]
        same_stem_first = sorted(dict.fromkeys(found), key=lambda form: not form.startswith(stem))
        cases.append(tuple(_like(word, form) for form in same_stem_first) or (word,))
    return replaced(tuple(cases), 0, word)


_KEPT = frozenset({"Supr", "sing", "plur", "masc", "femn", "neut", "pssv", "actv", "past", "pres"})
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_NOUNS = frozenset({"NOUN"})


@cache
def noun(word: str) -> Paradigm:
    """A place or common noun; of a hyphenated one the last part, or the first before -на-."""
    if len(word) > 2 and word[0] in QUOTES and word[-1] in QUOTES:
        return agree((unchanged(word[0]), noun(word[1:-1]), unchanged(word[-1])), ("", ""))
    if word in _STAYS or not _CYRILLIC.match(word) or (word.isupper() and len(word) > 1):
        return unchanged(word)
    reading = _reading(word, _NOUNS)
    if reading and not ("Fixd" in reading.tag.grammemes and _DECLINES.search(word)):
        return _from_dictionary(word, reading)
    if _FIRST_HALF.search(word):
        head, hyphen, tail = word.partition("-")
        return agree((noun(head), unchanged(tail)), (hyphen,))
    head, hyphen, tail = word.rpartition("-")
    return agree((unchanged(head), noun(tail)), (hyphen,)) if hyphen else attach(word, RULES)


@cache
def _adjective(word: str, *, animate: bool) -> Paradigm:
    reading = _reading(word, _ADJECTIVES)
    return _from_dictionary(word, reading, animate=animate) if reading else attach(word, RULES)


_SHAPES = (
    ("ая", "femn"),
    ("яя", "femn"),
    ("ый", "masc"),
    ("ский", "masc"),
    ("ое", "neut"),
    ("ые", "plur"),
    ("ие", "plur"),
)


def _describes(word: str, following: str) -> bool:
    """Whether a word is an adjective to the noun or adjective after it: same number and gender, nominative."""
    mine = _reading(word, _ADJECTIVES)
    unknown = next((shape for end, shape in _SHAPES if word.endswith(end)), None) if not _parses(word) else None
    if mine is None and unknown is None:
        return False
    shape = mine.tag.grammemes & {"plur", "masc", "femn", "neut"} if mine else {unknown}
    return any(
        shape <= parse.tag.grammemes for parse in _parses(following) if parse.tag.grammemes & (_NOUNS | _ADJECTIVES)
    )


@cache
def phrase(name: str) -> Paradigm:
    """A noun phrase or place: its head and the adjectives before it decline, and a second head after «и»."""
    pieces = _SPLIT.split(name)
    words = pieces[::2]
    head = 0
    while head + 1 < len(words) and _describes(words[head], words[head + 1]):
        head += 1
    paradigms = [unchanged(word) for word in words]
    reading = _reading(words[head], _NOUNS)
    animate = reading is not None and "anim" in reading.tag.grammemes
    for place in range(head):
        paradigms[place] = _adjective(words[place], animate=animate)
    paradigms[head] = noun(words[head])
    if len(words) > head + 2 and words[head + 1] in "-–—":
        paradigms[head] = unchanged(words[head])
        paradigms[head + 2 :] = [phrase(" ".join(words[head + 2 :]))]
        return agree(paradigms, pieces[1 : 2 * (head + 2) : 2])
    if len(words) > head + 2 and words[head + 1] == "и" and _reading(words[head + 2], _NOUNS):
        paradigms[head + 2] = noun(words[head + 2])
    return agree(paradigms, pieces[1::2])


@cache
def people_or_adjective(word: str) -> frozenset[str]:
    """Every form of an adjective (белорусский) or of a word for people in both numbers (белорус, белорусы)."""
    forms = {word} | surface(attach(word, RULES))
    readings = [parse for parse in _parses(word) if parse.tag.grammemes & (_NOUNS | _ADJECTIVES)]
    for parse in readings[:2]:
        forms |= {
            _like(word, form.word) for form in parse.lexeme if not form.tag.grammemes & {"Infr", "Supr", "COMP", "ADJS"}
        }
    if not readings and _ADJECTIVE.search(word):
        forms |= {word[:-2] + end for end in listed("ая ое ой ого ому ым ую ом ые ых ыми ие их им ими")}
    return frozenset(forms)


def acronym(word: str) -> frozenset[str]:
    """The forms that people give an acronym that reads like a word (МИДа, ГУМе); none for others."""
    readable = _ACRONYM.fullmatch(word)
    return frozenset(word + end for end in ("а", "у", "ом", "е")) if readable else frozenset()


_ACRONYM = re.compile(r"[А-ЯЁ]*[АЕИОУЫЭЮЯ][БВГДЖЗКЛМНПРСТФХЦЧШЩ]{1,2}")
