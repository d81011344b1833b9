"""Russian: sentences, words, folding, names, dates and printed forms."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from overtone.language import counting, dating, folding, printing, russian_names, russian_phrases, segmentation
from overtone.language import periods as stretches
from overtone.language.contract import FoundDate, FoundPeriod
from overtone.language.declension import Paradigm, case_index, check_kind, surface
from overtone.language.lists import listed
from overtone.language.russian_numerals import CARDINALS, ORDINALS
from overtone.language.russian_periods import PERIODS
from overtone.language.russian_speech import SPEECH_VERBS
from overtone.language.stemming import snowball

code: str = "ru"
speech_verbs: frozenset[str] = SPEECH_VERBS
months: tuple[str, ...] = listed("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
ordinals: Mapping[str, int] = ORDINALS
cardinals: Mapping[str, int] = CARDINALS

ABBREVIATIONS = segmentation.Abbreviations(
    joins=frozenset(
        listed(
            "ул пр просп пл им т.е т.н т.о о оз р пос дер обл д-р проф акад ген полк подп гр г-н г-жа см ср "
            "напр св тов пгт корп каб зам пом гос и.о врио mr mrs dr st"
        )
    ),
    numbers=frozenset(
        listed("ст п пп ч с стр рис табл тел кв д n no № гл разд абз примеч янв фев апр авг сент окт нояб дек")
    ),
    ends=frozenset(
        listed(
            "т.д т.п т.ч др пр н.э д п э ч млн млрд трлн тыс руб коп долл кг км м см чел проц мин сек час год гг "
            "вв в экз шт"
        )
    ),
    names=frozenset({"u.s", "u.k", "u.n", "с.ш"}),
    years=frozenset({"г"}),
    starters=frozenset(
        listed(
            "Он Она Оно Они Это Этот Эта Эти Мы Я Вы Но А И В На По При Для Что Как Так Если Когда Также Кроме "
            "Однако За С К У От До Об О Из После Перед Тогда Там Здесь Все Всё Сегодня Вчера Президент Нет Да"
        )
    ),
)
_WEEKDAYS = {
    form: number
    for number, forms_of_day in enumerate(
        (
            "понедельник понедельника понедельнику понедельником",
            "вторник вторника вторнику вторником",
            "среду среда среды среде",
            "четверг четверга четвергу четвергом",
            "пятницу пятница пятницы пятнице пятницей",
            "субботу суббота субботы субботе субботой",
            "воскресенье воскресенья воскресенью воскресеньем",
        )
    )
    for form in forms_of_day.split()
}
_MONTHS = {month: number for number, month in enumerate(months, start=1)}
_ORDER_WORDS: dict[dating.Order, str] = {
    "last": (
        "прошлый прошлую прошлое прошлой прошлого прошедший прошедшую прошедшее прошедшей минувший минувшую минувшее "
        "минувшей минувшего"
    ),
    "next": "следующий следующую следующее следующей следующего будущий будущую будущее",
    "this": "этот эту это этой этого нынешний нынешнюю",
    "coming": "ближайший ближайшую ближайшее предстоящий предстоящую предстоящее",
}
_ORDERS = {word: order for order, words_of_order in _ORDER_WORDS.items() for word in words_of_order.split()}
_RELATIVE = {
    "сегодня": 0,
    "вчера": -1,
    "накануне": -1,
    "завтра": 1,
    "позавчера": -2,
    "послезавтра": 2,
    "неделю назад": -7,
}
_COUNT = rf"(?:\d{{1,2}}|{dating.alternatives(CARDINALS)})"
DATES = dating.DateWords(
    pattern=dating.date_pattern(
        month_forms=(
            r"(?:(?P<from>\d{1,2})(?:-го)?\s*(?:[-–—]|и|по)\s*)?(?P<day>\d{1,2})(?:-(?:го|е|му))?\s+"
            rf"(?P<month>{'|'.join(months)})(?:,?\s+(?P<year>(?:19|20)\d\d)(?:\s*(?:года|году|г\.|г))?)?"
        ),
        relative=dating.alternatives(_RELATIVE),
        counted=rf"(?P<days_ago>{_COUNT})\s+(?:день|дня|дней)\s+(?:тому\s+)?назад|через\s+(?P<days_on>{_COUNT})\s+(?:день|дня|дней)",
        weekday=(
            rf"(?:(?:(?P<order>{dating.alternatives(_ORDERS)})\s+)|(?<=\b[вк]\s)|(?<=\b(?:во|до|на|ко)\s))(?P<weekday>{dating.alternatives(_WEEKDAYS)})"
        ),
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    orders=_ORDERS,
    relative=_RELATIVE,
    numbers=CARDINALS,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences; abbreviations and initials do not end one; blank lines always do."""
    return segmentation.sentences(text, ABBREVIATIONS)


def words(text: str) -> int:
    """Number of words (runs of letters or digits, inner hyphens and apostrophes joined)."""
    return counting.words(text)


def fold(text: str) -> str:
    """The text with ё as е, Latin look-alikes in Cyrillic words Cyrillic, apostrophes plain. For matching only."""
    return folding.latin_shapes(text.translate(folding.RUSSIAN), folding.RUSSIAN_SHAPES)


@cache
def _paradigm(name: str, kind: str) -> Paradigm:
    shape, _, gender = check_kind(kind).partition("-")
    if shape == "person":
        return russian_names.person(name, gender)
    return russian_names.surname(name, gender) if shape == "surname" else russian_phrases.phrase(name)


def lemma(word: str) -> str:
    """The key of a word in small letters: its Snowball stem."""
    return snowball("russian")(word)


def forms(name: str, kind: str) -> frozenset[str]:
    """Every inflected surface form of a name; rather one too many than one too few."""
    every = surface(_paradigm(name, kind)) | {name} | russian_phrases.acronym(name)
    return every | russian_phrases.people_or_adjective(name) if kind == "adjective" else every


def decline(name: str, case: str, kind: str) -> str:
    """The name in a grammatical case as it is printed: «с Александром Лукашенко», «в Санкт-Петербурге»."""
    return name if case_index(case) == 0 else _paradigm(name, kind)[case_index(case)][0]


def dates(text: str, published: date) -> list[FoundDate]:
    """Date expressions, relative ones resolved against the day of publication (see `dating`)."""
    return dating.dates(text, published, DATES)


_LONG_BEFORE = re.compile(r"(?<!\w)([Вв])(?= (?:[вВфФ][бвгджзклмнпрстфхцчшщ]|[вВ]ь))")


def periods(text: str, published: date) -> list[FoundPeriod]:
    """Stretches of time, resolved against the day of publication (see `periods.py`)."""
    return stretches.periods(text, published, PERIODS)


def polish(text: str) -> str:
    """The text with «во» before в or ф and another consonant, and before вь; before letters read out («в ВТО») not."""
    return _LONG_BEFORE.sub(r"\1о", text)


def plural(count: int, forms: Sequence[str]) -> str:
    """One, few or many."""
    return printing.three_forms(count, forms)


def day(day: date) -> str:
    """A day in words: «16 мая 2022 г.»."""
    return f"{day.day} {months[day.month - 1]} {day.year} г."


def week_title(first: date, last: date) -> str:
    """The dated week: «10–16 октября 2022 г.», «26 сентября – 2 октября 2022 г.»."""
    return printing.week_of_days(first, last, months, dash="–", year=" г.")
