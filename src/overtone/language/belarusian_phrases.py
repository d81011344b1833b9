"""How Belarusian declines places, peoples and noun phrases: rules by the end of the word, the few exceptions as data.

In a phrase only the head and the adjectives before it decline («Арганізацыі Дагавора аб калектыўнай бяспецы»).
No library offers this; paradigms after the "Слоўнік беларускай мовы". The locative and the genitive on -у vary: all
variants are matched.
"""

import re
from functools import cache

from overtone.language.belarusian_names import FEMININE_A, soften
from overtone.language.declension import QUOTES, Ending, Paradigm, agree, attach, ending, replaced, surface, unchanged
from overtone.language.lists import listed

_STAYS = frozenset(
    listed(
        "Лесота Табага Сочы Тбілісі Баку Алматы Душанбэ Хельсінкі Осла Токіа Дэлі Чыкага Тога Перу Чылі Малі Конга "
        "Марока Манака Самалі Зімбабвэ Сан-Марына Бурундзі Улан-Удэ Абу-Дабі "
        "Бардо Таронта Кіёта Нікарагуа НАТА лэдзі Брно "
        "Монтэвідэа Гаіці Фіджы Кірыбаці"
    )
)
_PLURAL_PLACES = (
    r"(?:Штаты|Эміраты|Нідэрланды|Філіпіны|Астравы|астравы|Афіны|Багамы|Баранавічы|Ляхавічы|Асіповічы|Ашмяны)$"
)
_STRESSED_A = r"^(?:Масква|Літва|Астана|Анкара|вайна|Вайна|сям'я|Алма-Ата|мяжа|Мяжа|старана|бяда|гульня)$"

_NEUTER_A = r"^(?:Гродна|Агарова|Жодзіна|Маладэчна|Косава|Роўна|Маладзечна|[Вв]ойска|[Пп]рава|слова|мора|возера)$"

ADJECTIVES: tuple[Ending, ...] = (
    ending(r"[кг]і$", 1, "і ага аму і/ага ім ім"),
    ending(r"і$", 1, "і яга яму і/яга ім ім"),
    ending(r"ы$", 1, "ы ага аму ы/ага ым ым"),
    ending(r"ая$", 2, "ая ай/ае ай ую ай/аю ай"),
    ending(r"яя$", 2, "яя яй/яе яй юю яй/яю яй"),
    ending(r"[кг]ае$", 2, "ае ага аму ае ім ім"),
    ending(r"ае$", 2, "ае ага аму ае ым ым"),
    ending(r"яе$", 2, "яе яга яму яе ім ім"),
    ending(r"ыя$", 2, "ыя ых ым ыя/ых ымі ых"),
    ending(r"ія$", 2, "ія іх ім ія/іх імі іх"),
)
PLURALS: tuple[Ending, ...] = (
    ending(r"(?:яне|ане)$", 1, "е - ам/ем -/аў амі/емі ах/ех"),
    ending(r"[кгх]і$", 1, "і аў ам і/аў амі ах"),
    ending(r"[іыя]і$|лі$|ні$|ві$", 1, "і й/яў/ў ям і/й/яў ямі ях"),
    ending(r"[іе]$", 1, "і яў/ей ям і/яў ямі ях"),
    ending(r"ы$", 1, "ы аў/- ам ы/аў/- амі ах"),
)
NOUNS: tuple[Ending, ...] = (
    ending(r"^(?:Віскулі)$", 1, "і яў/ей ям і ямі ях"),
    ending(r"^[А-ЯЁІЎ].*[бвдзлмнпрстфц]і$", 0, "- - - - - -"),
    ending(_PLURAL_PLACES, 1, "ы аў/- ам ы амі ах"),
    ending(r"[аоуіэые]а$|[оэёую]$", 0, "- - - - - -"),
    ending(_NEUTER_A, 1, "а а у а ам ^е/у/ы"),
    ending(r"(?:ства|цтва)$", 1, "а а у а ам е"),
    ending(r"(?:чч|жж|шш)а$", 1, "а а у а ам ы"),
    ending(r"(?:нне|нье|лле|цце|ссе|ззе|ьце|сце|ўе|'е)$", 1, "е я ю е ем і"),
    ending(r"^старшыня$", 1, "я і і/ю ю ёй/ём і/ю"),
    ending(r"(?:дарадца|прамоўца|забойца)$", 1, "а ы у у ам/ай у/ы"),
    ending(r"(?:[уюая]чы|наважаны)$", 1, "ы ага аму ы/ага ым ым"),
    ending(rf"{_STRESSED_A}(?<=ра)", 1, "а ы ы у ой/ою ы"),
    ending(rf"{_STRESSED_A}(?<=жа)", 1, "а ы ы у ой/ою ы"),
    ending(_STRESSED_A, 1, "а ы ^е у ой/ою ^е"),
    *FEMININE_A,
    ending(r"[бвгдзклмнпрстфх]ць$", 1, "ь і і ь ю і"),
    ending(r"(?:цвер|Цвер|Сібір)$", 0, "- ы ы - 'ю ы"),
    ending(r"^(?:Керч|поўнач|моц)$", 0, "- ы ы - у ы"),
    ending(r"й$", 1, "й я ю й ем і/ю"),
    ending(r"ь$", 1, "ь я/ю ю ь ем/ём і/ю"),
    ending(r"^Егіпет$", 2, "ет та ту ет там це"),
    ending(r"^(?:[Пп]асол)$", 2, "ол ла лу ол лом ле/лу"),
    ending(r"ец$", 2, "ец ца цу ец/ца цам цы"),
    ending(r"ў$", 1, "ў ва ву ў вам/вым ве"),
    ending(r"[гкх]$", 0, "- а/у у - ам/ом у"),
    ending(r"[жшчцр]$", 0, "- а/у у - ам/ом ы/у"),
    ending(r"[бвдзлмнпстф]$", 0, "- а/у у - ам/ом ^е"),
    *PLURALS,
)
_MALE_ADJECTIVE = re.compile(r"(?:[скцгхн]і|[нвлтдмш]ы)$")
_SURE_ADJECTIVE = re.compile(r"(?:скі|цкі|чны|льны|ўны)$")
_PLURAL_ADJECTIVE = re.compile(r"(?:[нтвлдм]ыя|[скцгх]ія|шнія)$")
_SINGULAR_ADJECTIVE = re.compile(r"(?:ая|яя|ае|яе)$")
_PLURAL_NOUN = re.compile(r"[ыі]$|яне$")
_MALE_NOUN = re.compile(r"[бвгджзклмнпрстфхцчшйь]$|ў$")
_MEN = re.compile(
    r"(?i)(?:прэзідэнт|міністр|прэм'ер|прэм’ер|лідар|сакратар|пасол|дэпутат|дыпламат|кіраўнік|намеснік|памочнік|дырэктар|"
    r"губернатар|генерал|канцлер|член|мэр|пракурор|[а-яіў]{3}нік|патрыярх|амбасадар|камандуючы|выконваючы|упаўнаважаны|прадстаўнік|спікер|каардынатар|камісар|манарх|кароль|эмір)$"
)
_GENITIVE = re.compile(r"(?:[аояё]ў|[ыі]х)$")
_FEMININE_SOFT_END = re.compile(r"(?:русь|[аяо]нь|ыпяць)$(?<!Тайвань)")
_SPLIT = re.compile(r"(\s+)")


def _animate(paradigm: Paradigm, head: str) -> Paradigm:
    """The accusative of a man is his genitive, and his locative rather ends in -у; other nouns keep theirs."""
    if not _MEN.search(head):
        return paradigm
    in_u = (
        sorted(paradigm[5], key=lambda form: not form.endswith("у")) if head.endswith(("р", "ц", "ч")) else paradigm[5]
    )
    return replaced(replaced(paradigm, 3, *paradigm[1]), 5, *in_u)


def _feminine_soft(word: str) -> Paradigm:
    """Беларусь, Казань: the consonant doubles in the instrumental (Беларуссю, Казанню)."""
    stem = word[:-1]
    return ((word,), (f"{stem}і",), (f"{stem}і",), (word,), (f"{stem}{stem[-1]}ю",), (f"{stem}і",))


@cache
def noun(word: str) -> Paradigm:
    """A place or common noun; of a hyphenated one the last part, or the first before -на-."""
    if len(word) > 2 and word[0] in QUOTES and word[-1] in QUOTES:
        return agree((unchanged(word[0]), noun(word[1:-1]), unchanged(word[-1])), ("", ""))
    if word in _STAYS or (word.isupper() and len(word) > 1):
        return unchanged(word)
    if "-на-" in word or word.startswith("Гвінея-"):
        head, hyphen, tail = word.partition("-")
        return agree((noun(head), unchanged(tail)), (hyphen,))
    head, hyphen, tail = word.rpartition("-")
    own = _feminine_soft(tail) if _FEMININE_SOFT_END.search(tail) else _animate(attach(tail, NOUNS, soften), tail)
    return agree((unchanged(head), own), (hyphen,)) if hyphen else own


def _describes(word: str, following: str) -> bool:
    """Whether a word is an adjective to the noun or adjective after it, by the endings of both."""
    if _SINGULAR_ADJECTIVE.search(word):
        return True
    if _PLURAL_ADJECTIVE.search(word):
        return len(following) > 1 and bool(_PLURAL_NOUN.search(following) or _PLURAL_ADJECTIVE.search(following))
    male = _MALE_NOUN.search(following) and not _GENITIVE.search(following)
    return bool(_MALE_ADJECTIVE.search(word) and (male or _SURE_ADJECTIVE.search(following)))


@cache
def phrase(name: str) -> Paradigm:
    """A noun phrase or place: its head and the adjectives before it decline, and a second head after «і»."""
    pieces = _SPLIT.split(name)
    words = pieces[::2]
    head = 0
    while head + 1 < len(words) and _describes(words[head], words[head + 1]):
        head += 1
        if _PLURAL_ADJECTIVE.search(words[head - 1]) and not _PLURAL_ADJECTIVE.search(words[head]):
            break
    paradigms = [unchanged(word) for word in words]
    for place in range(head):
        paradigms[place] = _animate(attach(words[place], ADJECTIVES), words[head])
    paradigms[head] = noun(words[head])
    if len(words) == head + 3 and words[head + 1] in ("і", "ды"):
        paradigms[head + 2] = noun(words[head + 2])
    return replaced(agree(paradigms, pieces[1::2]), 0, name)


@cache
def people_or_adjective(word: str) -> frozenset[str]:
    """Every form of an adjective (беларускі) or of a word for people (беларус, беларусы), both where the end allows."""
    found = {word} | surface(attach(word, PLURALS)) | surface(noun(word))
    if word.endswith(("скі", "цкі")) or (word.endswith("ы") and not word.endswith("цы")):
        found |= _adjective_forms(word)
    for pattern, cut, singular in _PEOPLE:
        if pattern.search(word):
            found |= surface(noun(word[: len(word) - cut] + singular)) | surface(
                _animate(noun(word[:-cut] + singular), "лідар")
            )
    if _MALE_NOUN.search(word):
        plural = (
            f"{word}і" if word.endswith(("к", "г", "х")) else f"{word[:-2]}цы" if word.endswith("ец") else f"{word}ы"
        )
        found |= surface(attach(plural, PLURALS))
    return frozenset(found)


_PEOPLE = (  # how the plural of a people ends, letters cut, the ending of one of them
    (re.compile(r"цы$"), 2, "ец"),
    (re.compile(r"яне$|ане$"), 1, "ін"),
    (re.compile(r"[^ц][ыі]$"), 1, ""),
)


def _adjective_forms(word: str) -> set[str]:
    """Every gender and case of a hard adjective given as a man's nominative (беларускі, новы)."""
    stem = word[:-1]
    return {f"{stem}{end}" for end in ("ая", "ай", "аю", "ую", "ае", "ага", "аму")} | {
        f"{word}{end}" for end in ("я", "х", "м", "мі")
    }
