"""How Belarusian speaks of stretches of time, for `periods`, in the official and the classical spelling."""

import re

from overtone.language.belarusian_numerals import CARDINALS, ORDINALS
from overtone.language.dating import alternatives
from overtone.language.periods import PeriodWords

_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "студзень студзеня студзеню студзені",
            "люты лютага лютаму лютым",
            "сакавік сакавіка сакавіку",
            "красавік красавіка красавіку",
            "май мая маю маі травень траўня траўню траўні",
            "чэрвень чэрвеня чэрвеню чэрвені чырвень чырвеня чырвені",
            "ліпень ліпеня ліпеню ліпені",
            "жнівень жніўня жніўню жніўні",
            "верасень верасня верасню верасні верасьня верасьні",
            "кастрычнік кастрычніка кастрычніку",
            "лістапад лістапада лістападу лістападзе",
            "снежань снежня снежню снежні сьнежань сьнежня сьнежні",
        ),
        start=1,
    )
    for form in forms.split()
}
_BOUNDS = {
    **dict.fromkeys(("да", "не пазней за", "не пазней", "па"), "by"),
    **dict.fromkeys(("з", "са", "ад", "пачынаючы з"), "since"),
    **dict.fromkeys(("у", "ў", "ва", "на", "за", "цягам", "на працягу"), "in"),
}
_EDGES = {
    **dict.fromkeys(("канца", "канцы", "канцу"), "end"),
    **dict.fromkeys(("пачатку", "пачатак"), "start"),
    **dict.fromkeys(("сярэдзіны", "сярэдзіне"), "middle"),
}
_THIS = "гэты гэтая гэтую гэтым гэтай гэтага сёлетні сёлетняга сёлетнім цяперашнім бягучым бягучага"
_LAST = "мінулы мінулай мінулым мінулага мінулую апошні апошнія апошніх апошнюю"
_NEXT = (
    "наступны наступнай наступным наступнага наступную будучы будучым будучага бліжэйшы бліжэйшыя бліжэйшых бліжэйшай"
)
_ORDERS = {w: n for n, words in ((0, _THIS), (-1, _LAST), (1, _NEXT)) for w in words.split()}
_UNITS = {
    form: unit
    for unit, forms in (
        ("day", "дзень дня дзён дні суткі сутак"),
        ("week", "тыдзень тыдня тыдні тыдняў"),
        ("month", "месяц месяца месяцы месяцаў"),
        ("quarter", "квартал квартала квартале"),
        ("half", "паўгоддзе паўгоддзя паўгоддзі"),
        ("year", "год года годзе гады гадоў"),
    )
    for form in forms.split()
}
_UNIT = rf"(?P<unit>{alternatives({**_UNITS})})"
_BOUND = rf"(?P<bound>{alternatives({**_BOUNDS})})".replace("\\ ", r"\s+")
_ORDER = rf"(?P<order>{alternatives({**_ORDERS})})"
_EDGE = rf"(?P<edge>{alternatives({**_EDGES})})\s+"
_NAMES = rf"(?P<month>{alternatives({**_MONTHS})})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:-?(?:га|м|му|ы))?(?:\s*(?:года|годзе|годам|год|г\.|г))?"
_NUMBER = rf"(?P<number>\d{{1,3}}|{alternatives({**CARDINALS})})".replace("\\ ", r"\s+")

PERIODS = PeriodWords(
    patterns=tuple(
        re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
        for pattern in (
            rf"(?:{_BOUND}\s+)?(?:{_EDGE})?{_ORDER}\s+{_UNIT}",
            rf"{_BOUND}\s+(?:{_EDGE}){_UNIT}",
            rf"{_BOUND}\s+(?:{_EDGE})?(?:{_ORDER}\s+)?{_NAMES}(?:\s+{_YEAR})?",
            rf"{_BOUND}\s+(?:{_EDGE})?{_YEAR}",
            rf"(?:{_BOUND}\s+)?(?P<nth>{alternatives({**ORDINALS})})\s+(?P<unit>паўгодд\w+|квартал\w*)\s+{_YEAR}",
            rf"(?:на\s+працягу|цягам|за|у|ў|на)\s+(?:(?P<way>бліжэйшыя|бліжэйшых|наступныя|апошнія|апошніх)\s+)?"
            rf"{_NUMBER}\s+{_UNIT}",
            rf"праз\s+{_NUMBER}\s+{_UNIT}",
            rf"{_NUMBER}\s+{_UNIT}\s+(?P<ago>таму)",
            r"(?P<bound>за)\s+(?P<unit>год|месяц|тыдзень|квартал)",
            r"(?P<unit>сёлета)",
            r"(?P<vague>як\s+мага\s+(?:хутчэй|раней)|як\s+найхутчэй|[уў]\s+(?:самы\s+)?бліжэйшы\s+час|"
            r"[уў]\s+хуткім\s+часе|[уў]\s+(?:самай\s+)?бліжэйшай\s+будучыні|неўзабаве|хутка|неадкладна|адразу|"
            r"[уў]\s+бліжэйшыя\s+(?:дні|тыдні|месяцы|гады)|праз\s+некалькі\s+(?:дзён|тыдняў|месяцаў|гадоў))",
        )
    ),
    bounds=_BOUNDS,
    edges=_EDGES,
    orders=_ORDERS,
    units=_UNITS | {"сёлета": "year"},
    months=_MONTHS,
    numbers=CARDINALS | ORDINALS,
    many=frozenset({"бліжэйшыя", "бліжэйшых", "апошнія", "апошніх"}),
)
