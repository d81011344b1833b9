"""How Russian speaks of stretches of time, for `periods`."""

import re

from overtone.language.dating import alternatives
from overtone.language.periods import PeriodWords
from overtone.language.russian_numerals import CARDINALS, ORDINALS

_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "январь января январю январе",
            "февраль февраля февралю феврале",
            "март марта марту марте",
            "апрель апреля апрелю апреле",
            "май мая маю мае",
            "июнь июня июню июне",
            "июль июля июлю июле",
            "август августа августу августе",
            "сентябрь сентября сентябрю сентябре",
            "октябрь октября октябрю октябре",
            "ноябрь ноября ноябрю ноябре",
            "декабрь декабря декабрю декабре",
        ),
        start=1,
    )
    for form in forms.split()
}
_BOUNDS = {
    **dict.fromkeys(("до", "к", "ко", "не позднее", "не позже", "по"), "by"),
    **dict.fromkeys(("с", "со", "начиная с"), "since"),
    **dict.fromkeys(("в", "во", "на", "за", "в течение", "в конце", "в начале"), "in"),
}
_EDGES = {
    **dict.fromkeys(("конца", "концу", "конце", "исхода"), "end"),
    **dict.fromkeys(("начала", "началу", "начале"), "start"),
    **dict.fromkeys(("середины", "середине"), "middle"),
}
_THIS = "этот эта эту это этом этой этого нынешний нынешней нынешнем нынешнего текущий текущей текущем текущего"
_LAST = (
    "прошлый прошлой прошлом прошлого прошлую минувший минувшей минувшем минувшего прошедший прошедшем последний "
    "последнюю последние последних последнего"
)
_NEXT = (
    "следующий следующей следующем следующего следующую будущий будущем будущего ближайший ближайшие ближайших "
    "ближайшее ближайшую предстоящий предстоящем грядущем"
)
_ORDERS = {w: n for n, words in ((0, _THIS), (-1, _LAST), (1, _NEXT)) for w in words.split()}
_UNITS = {
    form: unit
    for unit, forms in (
        ("day", "день дня дней дню дни сутки суток"),
        ("week", "неделя недели неделе неделю недель"),
        ("month", "месяц месяца месяце месяцу месяцев месяцы"),
        ("quarter", "квартал квартала квартале кварталу"),
        ("half", "полугодие полугодия полугодии полугодию"),
        ("year", "год года году годе лет годы"),
    )
    for form in forms.split()
}
_UNIT = rf"(?P<unit>{alternatives({**_UNITS})})"
_BOUND = rf"(?P<bound>{alternatives({**_BOUNDS})})".replace("\\ ", r"\s+")
_ORDER = rf"(?P<order>{alternatives({**_ORDERS})})"
_EDGE = rf"(?P<edge>{alternatives({**_EDGES})})\s+"
_NAMES = rf"(?P<month>{alternatives({**_MONTHS})})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:-?(?:го|м|му|й))?(?:\s*(?:года|году|годом|годе|год|г\.|г))?"
_NUMBER = rf"(?P<number>\d{{1,3}}|{alternatives({**CARDINALS})})".replace("\\ ", r"\s+")

PERIODS = PeriodWords(
    patterns=tuple(
        re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
        for pattern in (
            rf"(?:{_BOUND}\s+)?(?:{_EDGE})?{_ORDER}\s+{_UNIT}",
            rf"{_BOUND}\s+(?:{_EDGE}){_UNIT}",
            rf"{_BOUND}\s+(?:{_EDGE})?(?:{_ORDER}\s+)?{_NAMES}(?:\s+{_YEAR})?",
            rf"{_BOUND}\s+(?:{_EDGE})?{_YEAR}",
            rf"(?:{_BOUND}\s+)?(?P<nth>{alternatives({**ORDINALS})})\s+(?P<unit>полугоди\w+|квартал\w*)\s+{_YEAR}",
            rf"(?:в\s+течение|за|в|на)\s+(?:(?P<way>ближайшие|ближайших|следующие|последние|последних|прошедшие)\s+)?"
            rf"{_NUMBER}\s+{_UNIT}",
            rf"через\s+{_NUMBER}\s+{_UNIT}",
            rf"{_NUMBER}\s+{_UNIT}\s+(?P<ago>назад|тому\s+назад)",
            r"(?P<bound>за)\s+(?P<unit>год|месяц|неделю|квартал)",
            r"(?P<vague>как\s+можно\s+(?:быстрее|скорее|раньше)|в\s+(?:самое\s+)?ближайшее\s+время|в\s+скором\s+времени|"
            r"в\s+(?:самом\s+)?ближайшем\s+будущем|вскоре|скоро|незамедлительно|немедленно|безотлагательно|"
            r"в\s+(?:ближайшие|течение\s+(?:ближайших|нескольких))\s+(?:дни|недели|месяцы|годы|дней|недель|месяцев|лет)|"
            r"через\s+несколько\s+(?:дней|недель|месяцев|лет))",
        )
    ),
    bounds=_BOUNDS,
    edges=_EDGES,
    orders=_ORDERS,
    units=_UNITS,
    months=_MONTHS,
    numbers=CARDINALS | ORDINALS,
    many=frozenset({"ближайшие", "ближайших", "последние", "последних"}),
)
