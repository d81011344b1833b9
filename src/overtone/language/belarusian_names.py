"""How Belarusian declines names of people: rules by the end of the word, men and women apart.

After the rules of orthography of 2008 and the paradigms of the "Слоўнік беларускай мовы" (men's surnames on an
unstressed -а take -у, -ам). No library offers this. Not for common nouns.
"""

from overtone.language.declension import Ending, Paradigm, agree, attach, ending, replaced, unchanged

_SOFT = {"г": "з", "х": "с", "к": "ц", "т": "ц", "д": "дз"}
_STRESSED_A = r"^(?:Дуда|Варанцова|Хрушчова|Кавярда)$"  # men's surnames that end in a stressed -а decline like women's
_FOREIGN = r"(?:^|-)(?:[А-Я][а-яі]{1,4}пін|Осцін|Марцін|Дарвін|Чаплін|Франклін|Бенджамін|Грын|Мін|Бін)$"


def soften(stem: str) -> str:
    """The stem before -е (-э, -ы): Прага – Празе, Гродна – Гродне, Самарканд – Самаркандзе, Брэст – Брэсце."""
    if stem.endswith("ст"):
        return f"{stem[:-2]}сц"
    return stem[:-1] + _SOFT.get(stem[-1:], stem[-1:])


FEMININE_A: tuple[Ending, ...] = (
    ending(r"[аоуіэы]а$", 0, "- - - - - -"),
    ending(r"[гх]а$", 1, "а і ^е у ай/аю ^е"),
    ending(r"ка$", 1, "а і ^ы у ай/аю ^ы"),
    ending(r"[жшчцр]а$", 1, "а ы ы у ай/аю ы"),
    ending(r"а$", 1, "а ы ^е у ай/аю ^е"),
    ending(r"[іыея]я$", 1, "я і і ю яй/яю і"),
    ending(r"я$", 1, "я і і ю яй/яю/ёй і"),
)
_MASCULINE_A = (
    ending(r"[аоуіэы]а$", 0, "- - - - - -"),
    ending(_STRESSED_A, 1, "а ы ^е/у у ой/ам ^е/у"),
    ending(r"[гхк]а$", 1, "а і у у ам/ай у"),
    ending(r"[жшчцр]а$", 1, "а ы у/ы у ам/ай у/ы"),
    ending(r"а$", 1, "а ы у/^е у ам/ай ^е/у"),
    ending(r"[іы]я$", 1, "я і ю/і ю ем/яй і/ю"),
    ending(r"я$", 1, "я і ю/і ю ем/яй/ем і/ю"),
)
_STAYS = ending(r"[оеіуюэё]$|[ыі]х$", 0, "- - - - - -")
_CONSONANTS = (
    ending(r"ец$", 2, "ец ца/еца цу/ецу ца/еца цам/ецам цу/цы/ецу/ецы"),
    ending(r"[гкх]$", 0, "- а у а ам/ом у"),
    ending(r"[жшчцр]$", 0, "- а у а ам/ом у/ы"),
    ending(r"ў$", 1, "ў ва ву ва вам ве/ву"),
    ending(r"[бвдзлмнпстф]$", 0, "- а у а ам/ом ^е/у"),
)
_SOFT_ENDINGS = (
    ending(r"[ыі]$", 0, "- я ю я ем ю/і"),
    ending(r"й$", 1, "й я ю я ем ю/і"),
    ending(r"ь$", 1, "ь я ю я ем ю/і"),
)

MEN_SURNAMES: tuple[Ending, ...] = (
    ending(r"[бвгджзклмнпрстфхцчшйь]кі$", 1, "і ага аму ага ім ім"),
    ending(r"(?<!й)[нлтв]ы$", 1, "ы ага аму ага ым ым"),
    ending(_FOREIGN, 0, "- а у а ам ^е/у"),
    ending(r".[аяоёе]ў$", 1, "ў ва ву ва вым ве/ву"),
    ending(r".[іы]н$", 0, "- а у а ым/ам е/у"),
    _STAYS,
    ending(r"ы$", 0, "- - - - - -"),
    *_MASCULINE_A,
    *_SOFT_ENDINGS,
    *_CONSONANTS,
)
WOMEN_SURNAMES: tuple[Ending, ...] = (
    ending(r".(?:[аяоёе]ва|[іы]на)$", 1, "а ай ай у ай/аю ай"),
    ending(r"[кнтлв]ая$", 2, "ая ай/ае ай ую ай/аю ай"),
    *FEMININE_A,
    ending(r".$", 0, "- - - - - -"),
)
MEN_GIVEN: tuple[Ending, ...] = (
    ending(r"^Леў$", 2, "еў ьва ьву ьва ьвом ьве/ьву"),
    ending(r"^Павел$", 3, "вел ўла ўлу ўла ўлам ўле/ўлу"),
    ending(r"^П[ёя]тр$", 3, "ётр ятра ятру ятра ятром ятру/ятры"),
    ending(r"^Ілья$", 1, "я і ю ю ём/ёй ю/і"),
    ending(r"[бвгджзклмнпрстфхцчш][ыі]$(?<=Юры|рэй|лій|джы|рги)", 0, "- я ю я ем ю/і"),
    _STAYS,
    ending(r"ы$", 0, "- - - - - -"),
    *_MASCULINE_A,
    *_SOFT_ENDINGS,
    *_CONSONANTS[1:],
)
WOMEN_GIVEN: tuple[Ending, ...] = (
    ending(r"^Любоў$", 2, "оў ові ові оў оўю ові"),
    *FEMININE_A,
    ending(r".$", 0, "- - - - - -"),
)
_CHINESE = frozenset(
    {"Сі", "Лі", "Ван", "Дэн", "Лю", "Ху", "Цзян", "Чжан", "Чжао", "Цынь", "Чжоу", "Чэнь", "Хэ", "Дзін"}
)
_RULES = {"m": (MEN_GIVEN, MEN_SURNAMES), "f": (WOMEN_GIVEN, WOMEN_SURNAMES)}


def surname(word: str, gender: str) -> Paradigm:
    """A surname; of a hyphenated one a Belarusian first half declines too."""
    rules = _RULES[gender][1]
    head, hyphen, tail = word.rpartition("-")
    first = attach(head, rules[:5] if gender == "m" else rules[:2], soften) if hyphen else unchanged("")
    return agree((first, attach(tail, rules, soften)), (hyphen,))


def given(word: str, gender: str) -> Paradigm:
    """A given name or patronymic; of a hyphenated one only the last half declines (Касым-Жамарта)."""
    head, hyphen, tail = word.rpartition("-")
    return agree((unchanged(head), attach(tail, _RULES[gender][0], soften)), (hyphen,))


def person(name: str, gender: str) -> Paradigm:
    """A full name, the surname last: each word in agreement; particles stay, Korean names decline at the end."""
    words = name.split()
    if not words:
        return unchanged(name)
    last = len(words) - 1
    as_one = (last == 2 and all(len(word) <= 4 for word in words)) or (last == 1 and words[0] in _CHINESE)
    paradigms = []
    for place, word in enumerate(words):
        if word[0].islower() or word.endswith(".") or (place < last and as_one):
            paradigms.append(unchanged(word))
        else:
            paradigms.append(surname(word, gender) if place == last else given(word, gender))
    return replaced(agree(paradigms, (" ",) * last), 0, name)
