"""English: sentences, words, folding, names, dates and printed forms."""

from collections.abc import Mapping, Sequence
from datetime import date

from overtone.language import counting, dating, folding, printing, segmentation
from overtone.language import periods as stretches
from overtone.language.contract import FoundDate, FoundPeriod
from overtone.language.declension import case_index, check_kind
from overtone.language.english_numerals import CARDINALS, ORDINALS
from overtone.language.english_periods import PERIODS
from overtone.language.english_speech import SPEECH_VERBS
from overtone.language.lists import listed
from overtone.language.stemming import snowball

code: str = "en"
speech_verbs: frozenset[str] = SPEECH_VERBS
months: tuple[str, ...] = listed(
    "January February March April May June July August September October November December"
)
ordinals: Mapping[str, int] = ORDINALS
cardinals: Mapping[str, int] = CARDINALS

ABBREVIATIONS = segmentation.Abbreviations(
    joins=frozenset(
        listed(
            "mr mrs ms messrs dr prof hon rev gen sen rep gov pres lt col capt maj sgt cmdr adm amb st mt ft e.g "
            "i.e cf vs v viz lt.-gen maj.-gen brig"
        )
    ),
    numbers=frozenset(
        listed(
            "no nos art arts para paras sec sect p pp par fig vol ch cl op jan feb mar apr jun jul aug sep sept "
            "oct nov dec"
        )
    ),
    ends=frozenset(listed("etc a.m p.m al inc ltd corp co jr sr dept est approx bn mln mn a.d b.c")),
    names=frozenset(listed("u.s u.k u.n e.u u.s.a u.s.s.r d.c ph.d p.r u.a.e")),
    years=frozenset(),
    starters=frozenset(
        listed(
            "The He She It We They I In On At But And This That These Those There His Her Its Our Their A An As "
            "If When While For However Moreover What Who Why How So Yes No You Not By From To After Before Since "
            "According Meanwhile Also"
        )
    ),
)
_WEEKDAYS = {
    day: number for number, day in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"))
}
_MONTHS = {month.lower(): number for number, month in enumerate(months, start=1)} | {
    month[:3].lower(): number for number, month in enumerate(months, start=1)
}
_MONTHS["sept"] = 9
_NAMES = rf"(?:{'|'.join(months)}|Sept\b\.?|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b\.?)"
_ORDERS: dict[str, dating.Order] = {"last": "last", "past": "last", "next": "next", "this": "this", "coming": "coming"}
_RELATIVE = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this evening": 0,
    "this afternoon": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "the previous day": -1,
    "a week ago": -7,
}
_DAY_BEFORE = r"the\s+day\s+before(?!\s+(?:the|an?|his|her|their|its|this|that|it|he|she|they|we|(?-i:[A-Z])))"
_COUNT = rf"(?:\d{{1,2}}|{dating.alternatives(CARDINALS)})"
_RANGE = r"\s*(?:[-–—]|and|to)\s*"
_DAY_MONTH = (
    rf"(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th)?{_RANGE})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>(?-i:{_NAMES}))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
)
_MONTH_DAY = (
    rf"(?P<first_month>(?-i:{_NAMES}))\s+(?:(?P<first_from>\d{{1,2}})(?:st|nd|rd|th)?{_RANGE})?"
    r"(?P<first_day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?P<first_year>(?:19|20)\d\d))?"
)
DATES = dating.DateWords(
    pattern=dating.date_pattern(
        month_forms=f"{_DAY_MONTH}|{_MONTH_DAY}",
        relative=f"{dating.alternatives(_RELATIVE)}|{_DAY_BEFORE}".replace(r"\ ", r"\s+"),
        counted=rf"(?P<days_ago>{_COUNT})\s+days?\s+ago|in\s+(?P<days_on>{_COUNT})\s+days?(?:[’']\s+time)?",
        weekday=rf"(?:(?P<order>{'|'.join(_ORDERS)})\s+)?(?P<weekday>{'|'.join(_WEEKDAYS)})",
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    orders=_ORDERS,
    relative=_RELATIVE | {"the day before": -1},
    numbers=CARDINALS,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences; abbreviations and initials do not end one; blank lines always do."""
    return segmentation.sentences(text, ABBREVIATIONS)


def words(text: str) -> int:
    """Number of words (runs of letters or digits, inner hyphens and apostrophes joined)."""
    return counting.words(text)


def fold(text: str) -> str:
    """The text with curly apostrophes, dashes, hard spaces and accents made plain; Ł stays. For matching only."""
    return folding.fold_latin(text)


def lemma(word: str) -> str:
    """The key of a word in small letters: its Snowball stem."""
    return snowball("english")(word)


def forms(name: str, kind: str) -> frozenset[str]:
    """The name and its possessive; plurals of words for people (Belarusian, Belarusians)."""
    plural = {f"{name}s"} if check_kind(kind) == "adjective" and not name.endswith(("s", "sh", "ch", "ese")) else set()
    return frozenset(
        {name, f"{name}'s", f"{name}’s"} | plural | ({f"{name}'", f"{name}’"} if name.endswith("s") else set())
    )


def decline(name: str, case: str, kind: str) -> str:
    """The name itself: English prints one form in every case. UsageError for a case or kind that does not exist."""
    case_index(case)
    check_kind(kind)
    return name


def dates(text: str, published: date) -> list[FoundDate]:
    """Date expressions, relative ones resolved against the day of publication (see `dating`)."""
    return dating.dates(text, published, DATES)


def periods(text: str, published: date) -> list[FoundPeriod]:
    """Stretches of time, resolved against the day of publication (see `periods.py`)."""
    return stretches.periods(text, published, PERIODS)


def polish(text: str) -> str:
    """The text: English spells no word by its neighbour."""
    return text


def plural(count: int, forms: Sequence[str]) -> str:
    """One or other."""
    return printing.two_forms(count, forms)


def day(day: date) -> str:
    """A day in words: "16 May 2022"."""
    return f"{day.day} {months[day.month - 1]} {day.year}"


def week_title(first: date, last: date) -> str:
    """The dated week: "October 10 – October 16, 2022"."""
    year = f", {first.year}" if first.year != last.year else ""
    return f"{months[first.month - 1]} {first.day}{year} – {months[last.month - 1]} {last.day}, {last.year}"
