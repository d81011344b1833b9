"""Belarusian: sentences, words, folding, names, dates and printed forms, in the official and the classical spelling."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from overtone.language import belarusian_names, belarusian_phrases, counting, dating, folding, printing, segmentation
from overtone.language import periods as stretches
from overtone.language.belarusian_numerals import CARDINALS, ORDINALS
from overtone.language.belarusian_periods import PERIODS
from overtone.language.belarusian_speech import SPEECH_VERBS
from overtone.language.belarusian_stems import stem
from overtone.language.contract import FoundDate, FoundPeriod
from overtone.language.declension import Paradigm, case_index, check_kind, surface
from overtone.language.lists import listed
from overtone.language.orthography import classical_spellings

code: str = "be"
speech_verbs: frozenset[str] = SPEECH_VERBS
months: tuple[str, ...] = listed(
    "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня"
)
ordinals: Mapping[str, int] = ORDINALS
cardinals: Mapping[str, int] = CARDINALS

ABBREVIATIONS = segmentation.Abbreviations(
    joins=frozenset(
        listed(
            "вул пр прасп пл ім т.е т.зв т.н р воз в вобл д-р праф акад ген палк гр сп сп-р спн гл див напр св "
            "тав пгт корп каб нам пам гар mr mrs dr st"
        )
    ),
    numbers=frozenset(
        listed(
            "арт п пп ч с стар мал табл тэл кв д n no № разд абз заўв студз лют сак крас чэрв ліп жн вер кастр "
            "ліст снеж"
        )
    ),
    ends=frozenset(
        listed(
            "т.д т.п і.д г.д інш да н.э д п э млн млрд трлн тыс руб кап дол кг км м см чал прац хв сек гадз гг "
            "стст у экз шт"
        )
    ),
    names=frozenset({"u.s", "u.k", "u.n", "с.ш"}),
    years=frozenset({"г"}),
    starters=frozenset(
        listed(
            "Ён Яна Яно Яны Гэта Гэты Гэтая Гэтыя Мы Я Вы Але А І Й Ў У На Па Пры Для Што Як Так Калі Таксама "
            "Акрамя Аднак За З К Ад Да Аб Пра Пасля Перад Тады Там Тут Усе Усё Сёння Учора Прэзідэнт Не Так"
        )
    ),
)
_WEEKDAYS = {
    form: number
    for number, forms_of_day in enumerate(
        (
            "панядзелак панядзелка панядзелку панядзелкам",
            "аўторак аўторка аўторку аўторкам",
            "сераду серада серады серадзе",
            "чацвер чацвярга чацвяргу чацвяргом",
            "пятніцу пятніца пятніцы пятніцай",
            "суботу субота суботы суботай",
            "нядзелю нядзеля нядзелі нядзеляй",
        )
    )
    for form in forms_of_day.split()
}
_CLASSICAL = "студзеня лютага сакавіка красавіка траўня чырвеня ліпеня жніўня верасьня кастрычніка лістапада сьнежня"
_MONTHS = {month: number for names in (months, _CLASSICAL.split()) for number, month in enumerate(names, start=1)} | {
    "травеня": 5
}
_ORDER_WORDS: dict[dating.Order, str] = {
    "last": "мінулы мінулую мінулае мінулай мінулага леташні",
    "next": "наступны наступную наступнае наступнай наступнага будучы будучую",
    "this": "гэты гэтую гэту гэтае гэтай гэтага",
    "coming": "бліжэйшы бліжэйшую бліжэйшае",
}
_ORDERS = {word: order for order, words_of_order in _ORDER_WORDS.items() for word in words_of_order.split()}
_RELATIVE = {
    "сёння": 0,
    "сёньня": 0,
    "учора": -1,
    "ўчора": -1,
    "напярэдадні": -1,
    "заўтра": 1,
    "пазаўчора": -2,
    "паслязаўтра": 2,
    "тыдзень таму": -7,
}
_COUNT = rf"(?:\d{{1,2}}|{dating.alternatives(CARDINALS)})"
DATES = dating.DateWords(
    pattern=dating.date_pattern(
        month_forms=(
            r"(?:(?P<from>\d{1,2})(?:-га)?\s*(?:[-–—]|і|па)\s*)?(?P<day>\d{1,2})(?:-(?:га|му|е))?\s+"
            rf"(?P<month>{dating.alternatives(_MONTHS)})(?:,?\s+(?P<year>(?:19|20)\d\d)(?:\s*(?:года|годзе|г\.|г))?)?"
        ),
        relative=dating.alternatives(_RELATIVE),
        counted=rf"(?P<days_ago>{_COUNT})\s+(?:дзень|дні|дзён)\s+таму|праз\s+(?P<days_on>{_COUNT})\s+(?:дзень|дні|дзён)",
        weekday=(
            rf"(?:(?:(?P<order>{dating.alternatives(_ORDERS)})\s+)|(?<=\b[уўк]\s)|(?<=\b(?:ва|да|на)\s))"
            rf"(?P<weekday>{dating.alternatives(_WEEKDAYS)})"
        ),
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    orders=_ORDERS,
    relative=_RELATIVE,
    numbers=CARDINALS,
)
_INITIAL_SHORT_U = re.compile(r"\b[ўЎ]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences; abbreviations and initials do not end one; blank lines always do."""
    return segmentation.sentences(text, ABBREVIATIONS)


def words(text: str) -> int:
    """Number of words (runs of letters or digits, inner hyphens and apostrophes joined)."""
    return counting.words(text)


def fold(text: str) -> str:
    """The text with ў at the start of words as у, Latin look-alikes (i) Cyrillic, apostrophes plain. For matching."""
    shaped = folding.latin_shapes(text.translate(folding.BELARUSIAN), folding.BELARUSIAN_SHAPES)
    return _INITIAL_SHORT_U.sub(lambda match: "у" if match[0] == "ў" else "У", shaped)


@cache
def _paradigm(name: str, kind: str) -> Paradigm:
    shape, _, gender = check_kind(kind).partition("-")
    if shape == "person":
        return belarusian_names.person(name, gender)
    return belarusian_names.surname(name, gender) if shape == "surname" else belarusian_phrases.phrase(name)


def lemma(word: str) -> str:
    """The key of a word in small letters, of either spelling: its stem."""
    return stem(word)


def forms(name: str, kind: str) -> frozenset[str]:
    """Every inflected form of a name in both spellings, with ў for a first у too; rather one too many than too few."""
    every = surface(_paradigm(name, kind)) | {name}
    if kind == "adjective":
        every |= belarusian_phrases.people_or_adjective(name)
    every |= {spelling for form in every for spelling in classical_spellings(form)}
    return every | {"ў" + form[1:] for form in every if form.startswith("у")}


def decline(name: str, case: str, kind: str) -> str:
    """The name in a grammatical case as it is printed: «з Аляксандрам Лукашэнкам», «у Санкт-Пецярбургу»."""
    return name if case_index(case) == 0 else _paradigm(name, kind)[case_index(case)][0]


def dates(text: str, published: date) -> list[FoundDate]:
    """Date expressions, relative ones resolved against the day of publication (see `dating`)."""
    return dating.dates(text, published, DATES)


_SHORT_U = re.compile(r"(?<=[аеёіоуыэюяАЕЁІОУЫЭЮЯ] )у(?= |[бвгджзйклмнпрстфхцчш])")


def periods(text: str, published: date) -> list[FoundPeriod]:
    """Stretches of time, resolved against the day of publication (see `periods.py`)."""
    return stretches.periods(text, published, PERIODS)


def polish(text: str) -> str:
    """The text with у after a vowel made ў, as in «сустрэчы ў Астане»."""
    return _SHORT_U.sub("ў", text)


def plural(count: int, forms: Sequence[str]) -> str:
    """One, few or many."""
    return printing.three_forms(count, forms)


def day(day: date) -> str:
    """A day in words: «16 мая 2022 года»."""
    return f"{day.day} {months[day.month - 1]} {day.year} года"


def week_title(first: date, last: date) -> str:
    """The dated week: «10 – 16 кастрычніка 2022», «26 верасня – 2 кастрычніка 2022»."""
    return printing.week_of_days(first, last, months, dash=" – ", year="")
