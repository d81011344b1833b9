"""How English speaks of stretches of time, for `periods`."""

import re

from overtone.language.dating import alternatives
from overtone.language.english_numerals import CARDINALS, ORDINALS
from overtone.language.lists import listed
from overtone.language.periods import PeriodWords

_MONTHS = {
    month: number
    for number, month in enumerate(
        listed("january february march april may june july august september october november december"), start=1
    )
}
_BOUNDS = {
    **dict.fromkeys(("by", "before", "until", "till", "no later than", "not later than", "up to", "through"), "by"),
    **dict.fromkeys(("since", "from"), "since"),
    **dict.fromkeys(("in", "during", "within", "for", "over", "throughout", "at", "late in", "early in"), "in"),
}
_EDGES = {
    **dict.fromkeys(("end", "close"), "end"),
    **dict.fromkeys(("start", "beginning"), "start"),
    "middle": "middle",
}
_ORDERS = {
    **dict.fromkeys(("this", "the current", "current", "earlier this", "later this", "so far this"), 0),
    **dict.fromkeys(("last", "previous", "the previous", "late last", "past", "the past", "the last"), -1),
    **dict.fromkeys(("next", "the coming", "coming", "the next", "following", "the following", "upcoming"), 1),
}
_UNITS = {
    **{f"{unit}{s}": unit for unit in ("day", "week", "month", "quarter", "year") for s in ("", "s")},
    "half": "half",
    "half of the year": "half",
}


def _words(table: dict[str, object]) -> str:
    return alternatives(table).replace("\\ ", r"\s+")


_BOUND = rf"(?P<bound>{_words({**_BOUNDS})})"
_ORDER = rf"(?P<order>{_words({**_ORDERS})})"
_EDGE = rf"(?:the\s+)?(?P<edge>{_words({**_EDGES})})\s+of\s+"
_UNIT = r"(?P<unit>days?|weeks?|months?|quarter|years?)"
_NAMES = rf"(?P<month>(?-i:{'|'.join(month.capitalize() for month in _MONTHS)}))"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBER = rf"(?P<number>\d{{1,3}}|{_words({**CARDINALS})})"

PERIODS = PeriodWords(
    patterns=tuple(
        re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
        for pattern in (
            rf"(?:{_BOUND}\s+)?(?:{_EDGE})?(?:{_ORDER})\s+{_UNIT}",
            rf"(?:{_BOUND}\s+)?{_EDGE}(?:the\s+)?{_UNIT}",
            r"(?P<bound>by|before|since)\s+(?:the\s+)?(?P<unit>year)[-\s](?P<edge>end)",
            rf"(?:{_BOUND}\s+)(?:{_EDGE})?(?:{_ORDER}\s+)?(?:early\s+|late\s+|mid-)?{_NAMES}(?:,?\s+(?:of\s+)?{_YEAR})?(?!\s+\d)",
            rf"{_BOUND}\s+(?:{_EDGE})?(?:early\s+|late\s+|mid-)?{_YEAR}(?!-\d)",
            rf"(?:{_BOUND}\s+)?(?:the\s+)?(?P<nth>first|second|third|fourth)\s+(?P<unit>half|quarter)\s+of\s+{_YEAR}",
            rf"(?:within|in|over|for|during)\s+(?:about\s+|around\s+|just\s+)?(?:the\s+)?(?:(?P<way>next|coming|past|last)\s+)?{_NUMBER}\s+{_UNIT}",
            rf"(?:the\s+)?(?P<way>next|coming|past|last)\s+{_NUMBER}\s+{_UNIT}",
            rf"{_NUMBER}\s+{_UNIT}\s+(?P<ago>ago)",
            r"(?P<vague>as\s+(?:soon|quickly)\s+as\s+possible|in\s+the\s+(?:very\s+)?(?:near|foreseeable)\s+future|"
            r"(?:very\s+)?soon|shortly|immediately|before\s+long|without\s+delay|at\s+once|"
            r"(?:in|within)\s+(?:the\s+(?:coming|next)\s+)?(?:few\s+|several\s+)?(?:days|weeks|months|years)|"
            r"in\s+the\s+coming\s+(?:days|weeks|months|years)|so\s+far)",
        )
    ),
    bounds=_BOUNDS,
    edges=_EDGES,
    orders=_ORDERS | {"next": 1, "past": -1},
    units=_UNITS,
    months=_MONTHS,
    numbers=CARDINALS | ORDINALS,
    many=frozenset({"days", "weeks", "months", "years"}),
)
