"""How Russian declines names of people: rules by the end of the word, men and women apart.

After Rozental's reference book (surnames on -о, -е, -и, -у, -ы stay; women's surnames on a consonant or -ь stay; a
dictionary gets both wrong often). Not for common nouns.
"""

from overtone.language.declension import Ending, Paradigm, agree, attach, ending, replaced, unchanged

_POSSESSIVE = "- а у а ым е"
_NOUN = "- а у а ом е"
# given names and foreign surnames that end like Russian surnames on -ин, -ов but are nouns
_FOREIGN = r"(?:^|-)(?:[А-Я][а-я]{1,4}пин|Остин|Мартин|Дарвин|Чаплин|Франклин|Цинь|Бенджамин|Грин|Мин|Бин)$"

_VOWEL_A = (
    ending(r"[аоуиеэ]а$|^(?:Дюма|Золя|Труа)$", 0, "- - - - - -"),
    ending(r"[гкх]а$", 1, "а и е у ой/ою е"),
    ending(r"[жшчщ]а$", 1, "а и е у ей/ою е"),
    ending(r"ца$", 1, "а ы е у ей/ой е"),
    ending(r"а$", 1, "а ы е у ой/ою е"),
    ending(r"ия$", 1, "я и и ю ей и"),
    ending(r"ья$", 1, "я и е ю ей/ёй е"),
    ending(r"ея$|ая$", 1, "я и е ю ей е"),
    ending(r"я$", 1, "я и е ю ей/ёй е"),
)
_STAYS = ending(r"[оеиуюыэё]$|[ыи]х$", 0, "- - - - - -")
_CONSONANTS = (
    ending(r"[лн]ец$|вец$", 2, "ец ца/еца цу/ецу ца/еца цем/цом/ецом це/еце"),
    ending(r"^(?:Ильич|Лукич|Фомич|Кузьмич)$", 0, "- а у а ом/ем е"),
    ending(r"[жшчщц]$", 0, "- а у а ем/ом е"),
    ending(r"[бвгдзклмнпрстфх]$", 0, _NOUN),
)

MEN_SURNAMES: tuple[Ending, ...] = (
    _STAYS,
    ending(r"^(?:младший|старший)$", 2, "ий его ему его им ем"),
    ending(r"[кгхжшщчн]ий$", 2, "ий ого/его ому/ему ого/его им ом/ем"),
    ending(r"ий$", 1, "й я ю я ем и"),
    ending(r"[бвгджзклмнпрстфхцчшщ]{1,}[оы]й$(?<!^Цой)(?<!^Ной)", 2, "ый ого ому ого ым ом"),
    ending(_FOREIGN, 0, _NOUN),
    ending(r".(?:ов|ев|ёв|ин|ын)$", 0, _POSSESSIVE),
    *_VOWEL_A,
    ending(r"й$", 1, "й я ю я ем е"),
    ending(r"ь$", 1, "ь я ю я ем е"),
    *_CONSONANTS,
)
WOMEN_SURNAMES: tuple[Ending, ...] = (
    ending(r".(?:ова|ева|ёва|ина|ына)$", 1, "а ой ой у ой/ою ой"),
    ending(r"[кнт]ая$|[вл]ая$", 2, "ая ой ой ую ой/ою ой"),
    *_VOWEL_A,
    ending(r".$", 0, "- - - - - -"),
)
MEN_GIVEN: tuple[Ending, ...] = (
    ending(r"^Лев$", 2, "ев ьва ьву ьва ьвом ьве"),
    ending(r"^Павел$", 2, "ел ла лу ла лом ле"),
    ending(r"^П[её]тр$", 3, "ётр етра етру етра етром етре"),
    ending(r"^Илья$", 1, "я и е ю ёй/ей е"),
    _STAYS,
    *_VOWEL_A,
    ending(r"ий$", 1, "й я ю я ем и"),
    ending(r"й$", 1, "й я ю я ем е"),
    ending(r"ь$", 1, "ь я ю я ем е"),
    *_CONSONANTS[1:],
)
WOMEN_GIVEN: tuple[Ending, ...] = (
    ending(r"^(?:Любовь)$", 1, "ь и и ь ью и"),
    ending(r"^(?:Нинель|Юдифь|Рахиль|Адель)$", 1, "ь и и ь ью и"),
    *_VOWEL_A,
    ending(r".$", 0, "- - - - - -"),
)
_CHINESE = frozenset(
    {"Си", "Ли", "Ван", "Дэн", "Лю", "Ху", "Цзян", "Чжан", "Чжао", "Цинь", "Чжоу", "Чэнь", "Хэ", "Дин"}
)
_RULES = {"m": (MEN_GIVEN, MEN_SURNAMES), "f": (WOMEN_GIVEN, WOMEN_SURNAMES)}


def surname(word: str, gender: str) -> Paradigm:
    """A surname. A compound one declines in both halves where the first is a Russian surname (Склодовская-Кюри)."""
    rules = _RULES[gender][1]
    head, hyphen, tail = word.rpartition("-")
    first = (
        attach(head, rules if tail in ("младший", "старший") else rules[:7] if gender == "m" else rules[:2])
        if hyphen
        else unchanged("")
    )
    return agree((first, attach(tail, rules)), (hyphen,))


def given(word: str, gender: str) -> Paradigm:
    """A given name or patronymic; of a hyphenated one only the last half declines (Касым-Жомарта)."""
    head, hyphen, tail = word.rpartition("-")
    return agree((unchanged(head), attach(tail, _RULES[gender][0])), (hyphen,))


def _east_asian(words: list[str]) -> bool:
    """Korean and Vietnamese names of three short words, Chinese ones of two, decline at the end only (Ким Чен Ына)."""
    return (len(words) == 3 and all(len(word) <= 4 for word in words)) or (len(words) == 2 and words[0] in _CHINESE)


def person(name: str, gender: str) -> Paradigm:
    """A full name in its usual order, the surname last: each word in agreement; particles (фон, дер) stay."""
    words = name.split()
    if not words:
        return unchanged(name)
    last = len(words) - 1
    paradigms = []
    for place, word in enumerate(words):
        if word[0].islower() or word.endswith(".") or (place < last and _east_asian(words)):
            paradigms.append(unchanged(word))
        else:
            paradigms.append(surname(word, gender) if place == last else given(word, gender))
    return replaced(agree(paradigms, (" ",) * last), 0, name)
