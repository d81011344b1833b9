"""How values of a facts file are read: names, days, terms, references. ValueError says in words what is wrong."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from difflib import get_close_matches

from overtone.records import Names
from overtone.registry.facts import Check, Term

LANGUAGES = ("en", "ru", "be")
TESTS = ("said", "silent", "more", "met", "ordinal", "first", "voted", "written", "unwritten")
ASKED = (
    *("actor", "than", "event", "on", "from", "to", "topic", "target", "words", "parties", "kind", "status"),
    *("n", "bloc", "resolution", "choice"),
)

_TERM = re.compile(
    r"(?P<id>[a-z0-9][a-z0-9-]*)"
    r"(?:\s+(?P<since>\d{4}-\d\d-\d\d)?(?P<open>\.\.)?(?P<until>\d{4}-\d\d-\d\d)?)?"
    r"(?:\s+(?P<reference>https?://\S+))?"
)


class InsideError(ValueError):
    """A mistake inside a value: what is wrong, and the steps that lead to it ("2", "on")."""

    def __init__(self, message: str, *path: str) -> None:
        self.path = path
        super().__init__(message)


def inner_path(error: ValueError) -> tuple[str, ...]:
    """The steps from a key to the mistake inside its value; none where the value as a whole is wrong."""
    return error.path if isinstance(error, InsideError) else ()


def suggestion(word: str, known: Iterable[str]) -> str:
    """The words that ask whether the nearest known word was meant; empty where none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""


def text(value: object) -> str:
    """A non-empty string."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected a text, found {_shown(value)}")
    return value


def texts(value: object) -> tuple[str, ...]:
    """One text or a list of them; an empty list is none."""
    if isinstance(value, str):
        return (text(value),)
    if not isinstance(value, list):
        raise ValueError(f"expected a text or a list of texts, found {_shown(value)}")
    return tuple(text(item) for item in value)


def checks(value: object) -> tuple[Check, ...]:
    """A list of tests written as "said; actor=putin; on=2022-05-16; words=finland|sweden"."""
    found = []
    for line in texts(value):
        test, *asked = (part.strip() for part in line.split(";"))
        pairs = tuple((part.partition("=")[0].strip(), part.partition("=")[2].strip()) for part in asked)
        if test not in TESTS:
            raise ValueError(f"there is no test {test!r}{suggestion(test, TESTS)}")
        if any(name not in ASKED or not given for name, given in pairs):
            raise ValueError(f"expected name=value after each ';', with names among {', '.join(ASKED)}, found {line!r}")
        found.append(Check(test=test, asked=pairs))
    return tuple(found)


def address(value: object) -> str:
    """A public web address: what a fact rests on."""
    if not re.match(r"https?://[^\s/]+\.[^\s]+$", text(value)):
        raise ValueError(f"expected a public address (https://…), found {_shown(value)}")
    return str(value)


def day(value: object) -> date:
    """A plain date (2022-05-16), without a clock time."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"expected a date such as 2022-05-16, without quotation marks, found {_shown(value)}")
    return value


def whole(value: object) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"expected a whole number, found {_shown(value)}")
    return value


def flag(value: object) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, found {_shown(value)}")
    return value


def bounds(value: object) -> tuple[int, int]:
    """Two whole numbers, the smaller first."""
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(f"expected two whole numbers such as [5, 80], found {_shown(value)}")
    low, high = whole(value[0]), whole(value[1])
    if not 0 <= low <= high:
        raise ValueError(f"expected the smaller number first, found {_shown(value)}")
    return low, high


def table(value: object) -> dict[str, object]:
    """A table of keys and values."""
    if not isinstance(value, dict):
        raise ValueError(f"expected a table, found {_shown(value)}")
    return value


def names(value: object) -> Names:
    """Names by language: `words.en = […]`, `words.ru = […]`, `words.be = […]`."""
    found = {lang: texts(words) for lang, words in table(value).items() if lang in LANGUAGES}
    for key in table(value):
        if key not in LANGUAGES:
            raise ValueError(f"unknown language {key!r}: the facts know {', '.join(LANGUAGES)}")
    return Names(en=found.get("en", ()), ru=found.get("ru", ()), be=found.get("be", ()))


def paths(value: object) -> tuple[tuple[str, str], ...]:
    """A table of texts as pairs, inner tables joined with a dot: `forms.be.gen = "…"` is ("be.gen", "…")."""
    pairs: list[tuple[str, str]] = []
    for key, inner in table(value).items():
        if isinstance(inner, dict):
            pairs.extend((f"{key}.{rest}", words) for rest, words in paths(inner))
        else:
            pairs.append((key, text(inner)))
    return tuple(pairs)


def couples(value: object) -> tuple[tuple[str, str], ...]:
    """Pairs of ids, each written as one text: "by ru"."""
    found = []
    for item in texts(value):
        words = item.split()
        if len(words) != 2:
            raise ValueError(f"expected two ids such as 'by ru', found {item!r}")
        found.append((words[0], words[1]))
    return tuple(found)


def terms(value: object) -> tuple[tuple[str, Term], ...]:
    """Ids with their dates: "by-president 1994-07-20", "ru-pm 1999-08-09..2000-05-07", "kz ..2012-06-28", "am".

    `until` is the last day; a web address may follow where this one term has its own reference.
    """
    return tuple(_term(item) for item in texts(value))


def one_of(*allowed: str) -> Callable[[object], str]:
    """A reader of texts that must be among `allowed`."""

    def read(value: object) -> str:
        if value not in allowed:
            raise ValueError(
                f"expected one of {', '.join(allowed)}, found {_shown(value)}{suggestion(str(value), allowed)}"
            )
        return str(value)

    return read


def some_of(*allowed: str) -> Callable[[object], tuple[str, ...]]:
    """A reader of lists of texts that must be among `allowed`."""
    read_one = one_of(*allowed)
    return lambda value: tuple(read_one(item) for item in texts(value))


def _term(item: str) -> tuple[str, Term]:
    found = _TERM.fullmatch(item.strip())
    if found is None or (found["until"] and not found["open"]):
        raise ValueError(f"expected an id and its dates such as 'by-president 1994-07-20..2000-05-07', found {item!r}")
    since, until = _iso(found["since"], item), _iso(found["until"], item)
    if since and until and since > until:
        raise ValueError(f"since is after until in {item!r}")
    return found["id"], Term(since=since, until=until, reference=found["reference"] or "")


def _iso(digits: str | None, item: str) -> date | None:
    try:
        return date.fromisoformat(digits) if digits else None
    except ValueError:
        raise ValueError(f"there is no day {digits} (in {item!r})") from None


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"
