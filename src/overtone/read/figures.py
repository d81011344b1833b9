"""The numbers of a passage in one form for the three languages, and its names in one form for the two alphabets.

So that "2.5 billion" and «2,5 млрд», "Lavrov" and «Лаврова» can be compared where only rows are at hand. Not for
conversions: seventy miles and «112 километров» stay two numbers.
"""

import re
from collections.abc import Iterator, Mapping

from overtone.language import language

_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_DATE = re.compile(r"\b(\d{1,2})\.(\d{2})\.(\d{4})\b")
_WORD = re.compile(
    rf"(?P<number>{_NUMBER})|(?P<sign>%|per\s+cent\b)|(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*)", re.IGNORECASE
)
_SPACES = re.compile(r"[\u00a0\u202f ]")
# First letters of the words of scale and of "per cent", the longest first.
_SCALES: tuple[tuple[str, float], ...] = (
    ("thousand", 1e3), ("тыс", 1e3), ("million", 1e6), ("миллион", 1e6), ("млн", 1e6), ("мільён", 1e6),
    ("billion", 1e9), ("bn", 1e9), ("миллиард", 1e9), ("млрд", 1e9), ("мільярд", 1e9),
    ("trillion", 1e12), ("триллион", 1e12), ("трлн", 1e12), ("трыльён", 1e12), ("hundred", 1e2),
)  # fmt: skip
_PER_CENT = ("percent", "процент", "працэнт", "адсот")
_HALVES: Mapping[str, float] = {"полтора": 1.5, "полторы": 1.5, "паўтара": 1.5, "паўтары": 1.5}
_LEAST_WORD = 2  # "one" is as often a pronoun as a number
_CAPITAL = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[\W_]*$")
_SHORTEST_KEY = 3
_LATIN = (
    ("sch", "s"), ("tch", "s"), ("dzh", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("ts", "s"), ("tz", "s"),
    ("kh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("j", "s"), ("z", "s"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_MUTE_H = re.compile(r"h(?![aeiouy])")
_CYRILLIC = str.maketrans(
    {
        "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ж": "s", "з": "s", "к": "k", "л": "l", "м": "m", "н": "n",
        "п": "p", "р": "r", "с": "s", "т": "t", "ў": "v", "ф": "f", "х": "g", "ц": "s", "ч": "s", "ш": "s", "щ": "s",
    }
)  # fmt: skip
_VOWELS = re.compile(r"[^bvgdsklmnprtf]")
_TWICE = re.compile(r"(.)\1+")
_AFFRICATES = re.compile(r"дж|дз|тс")


def figures_of(text: str, lang: str) -> tuple[str, ...]:
    """The numbers of a text as plain decimals, each once, sorted: in digits or words, with their scale or per cent."""
    return tuple(sorted({_printed(value) + sign for value, sign in _figures(text, lang)}))


def names_of(text: str) -> tuple[str, ...]:
    """Keys of the words that bear a capital inside a sentence, each once, sorted: consonants in one alphabet.

    Nothing where most words bear one (headlines). Two spellings of one name seldom differ by more than their ending:
    "Lavrov" is `lvrv`, «Лавровым» `lvrvm`. Not for names that two languages know by other words (Germany, Германия do;
    Poland, Польша do not).
    """
    found = list(_CAPITAL.finditer(text))
    capitals = [m for m in found if m[0][0].isupper()]
    if len(capitals) * 2 > len(found):
        return ()
    inside = (m for m in capitals if not _SENTENCE_START.search(text[max(0, m.start() - 12) : m.start()]))
    keys = {name_key(m[0]) for m in inside}
    return tuple(sorted(key for key in keys if len(key) >= _SHORTEST_KEY))


def name_key(word: str) -> str:
    """The consonants of a name in Latin letters, sounds that spellings confuse (s z sh ts, g h kh) as one."""
    plain = word.lower()
    if plain[0] > "\u0370":
        plain = _AFFRICATES.sub("ж", plain).translate(_CYRILLIC)
    else:
        plain = _SOFT_C.sub("s", _latin(plain))
        plain = _MUTE_H.sub("", plain).replace("c", "k").replace("h", "g")
    return _TWICE.sub(r"\1", _VOWELS.sub("", plain))


def _latin(word: str) -> str:
    for letters, sound in _LATIN:
        word = word.replace(letters, sound)
    return word


def _figures(text: str, lang: str) -> Iterator[tuple[float, str]]:
    """Each number with its scale, and "%" where it is a share."""
    words = language(lang).cardinals
    pending: float | None = None
    for match in _WORD.finditer(_DATE.sub(r"\1 \3 ", text)):
        kind, printed = match.lastgroup, " ".join(match[0].lower().split())
        value = _value(printed) if kind == "number" else _in_words(printed, words)
        if value is not None:
            if pending is not None:
                yield pending, ""
            pending = value
        elif pending is not None:
            scale = _scale(printed)
            if scale is None:
                yield pending, "%" if _is_share(printed) else ""
                pending = None
            else:
                pending *= scale
    if pending is not None:
        yield pending, ""


def _in_words(word: str, words: Mapping[str, int]) -> float | None:
    """The number a word says; None below two."""
    value = _HALVES.get(word) or words.get(word, 0)
    return float(value) if value >= _LEAST_WORD or word in _HALVES else None


def _scale(word: str) -> float | None:
    return next((scale for stem, scale in _SCALES if word.startswith(stem)), None)


def _is_share(word: str) -> bool:
    return word == "%" or word.startswith(("per ", *_PER_CENT))


def _value(printed: str) -> float:
    """The value of printed digits: groups of three are thousands, a last group of another length is a fraction."""
    plain = _SPACES.sub("", printed)
    parts = re.split(r"[.,]", plain)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and parts[0] != "0":
        return float("".join(parts))
    return float("".join(parts[:-1]) + "." + parts[-1]) if len(parts) > 1 else float(plain)


def _printed(value: float) -> str:
    return str(int(value)) if value.is_integer() and value < 1e18 else f"{value:.6g}"
