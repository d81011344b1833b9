"""Which of the house's languages a paragraph is in: by its letters, its short words and how its words end.

The evidence of each rule is counted, and the language with most of it taken; a paragraph in another language of the
same letters (Ukrainian, Polish, Kazakh) or without words is in none. For paragraphs and sentences: of three words one
in twenty is told wrongly or not at all. Not for telling dialects or mixed speech (trasianka) apart.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from overtone.language import folding
from overtone.language.lists import listed

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[а-яёўіѐ-ӿ]")
_LATIN = re.compile(r"[a-zà-öø-ÿāăąćčďęěłńňőřśşšţťůűźżž]")

RUSSIAN_WORDS = frozenset(
    listed(
        "и в во не на что с со это как по из к от для о об его её ее он она они мы но был была было были же или если "
        "чем при уже того этом этого также который которые которая которой было после между сейчас очень будет "
        "может только ещё еще чтобы когда где бы их ему нет даже под перед более тем том чего всё все всех года году "
        "лет день стороны является этой этот эти есть быть мне меня нас вас сказал заявил страны стран"
    )
)
BELARUSIAN_WORDS = frozenset(
    listed(
        "і ў у не ня на што з са гэта як па ад для пра аб яго яе ён яна яны мы але быў была было былі ж ці або калі "
        "чым пры ужо ўжо таго гэтым гэтага таксама які якія якая якой пасля паміж цяпер зараз вельмі будзе можа "
        "толькі яшчэ каб дзе бы іх яму няма нават пад перад больш тым усё усе ўсе ўсіх усіх года годзе гадоў дзень "
        "бок бакі ёсць гэты гэтай гэтыя быць мне мяне нас вас сказаў заявіў краіны краін паводле адзначыў пасьля "
        "вядома зь таму праз без да к й"
    )
)
ENGLISH_WORDS = frozenset(
    listed(
        "the of and to in a is that for on with as was by at from it be this are or an which has have not its will "
        "were but he she they we his her their said who been had more after about would than also there what when"
    )
)
_OTHER_LATIN_WORDS = frozenset(
    listed(
        "der die das und ist nicht mit den von zu ein eine le la les des et est que dans pour une el los las y es del "
        "por con una il di che non per un w na z do się nie jest że oraz je v se ve bir bu için przez ich dla od po "
        "jego był było to jak już nad czy są ale tego go m.in la os da em uma"
    )
)
_UKRAINIAN_WORDS = frozenset(listed("що та від й або щоб це був цей ці цього який якої які йому він вона вони не"))
_OTHER_LETTERS = re.compile(r"[їєґђјљњћџѓќѕәғқңөұүһӣӯҳҷҝҡ]|'[їє]")
_RUSSIAN_LETTERS = re.compile(r"[ищъ]")
_BELARUSIAN_LETTERS = re.compile(r"[ўі]")
_RUSSIAN_SHAPE = re.compile(
    r"[тдр][еёюяь]|[жшч]е?и|^жи|це(?:н|л|в)|[оеё]го$|о[ей]$|ы[ей]$|и[ей]$|[ое]в$|ния$|ция$|сс?и[яию]|стн|ешь|^что|^это"
)
_BELARUSIAN_SHAPE = re.compile(
    r"дз[еёіюяьв]|ц[ьёюя]|цц|[тдр]э|[жшчр]ы|шч|[ая]га$|[ая]му$|[аяеі]ў|ае$|ыя$|нн[еяю]|^гэт|^што"
)
_EAST = re.compile(r"[ыэёъў]")  # letters that Ukrainian has not
_ADDRESS = re.compile(r"://|^www\.|[@#]|\.(?:ru|by|com|org|net|me)(?:/|$)")
ENOUGH = 4000  # characters of a paragraph that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one rule found in a paragraph: how much speaks for each language; "" is any other language."""

    rule: str
    weights: Mapping[str, float]


Rule = Callable[[tuple[str, ...]], dict[str, float]]


def alphabet(words: tuple[str, ...]) -> dict[str, float]:
    """Where most words are in Latin letters they speak for English; Cyrillic letters shared by all say nothing yet."""
    latin = sum(1 for word in words if _latin(word))
    return {"en": 0.2 * latin if 2 * latin > len(words) else 0.0}


def telling_letters(words: tuple[str, ...]) -> dict[str, float]:
    """и, щ and ъ are not Belarusian, ў and і are not Russian; ї, є, ә, љ are neither, nor и beside і without ы."""
    others = sum(1.0 for word in words if _OTHER_LETTERS.search(word) or ("и" in word and "і" in word))
    russian = sum(1.0 for word in words if _RUSSIAN_LETTERS.search(word))
    belarusian = sum(1.0 for word in words if _BELARUSIAN_LETTERS.search(word))
    both = russian > 0 < belarusian and not any(_EAST.search(word) for word in words)
    elsewhere = 2.0 * others + (2.5 * (russian + belarusian) if both or 8 * others >= len(words) else 0.0)
    return {"": elsewhere, "ru": 1.2 * russian, "be": 1.2 * belarusian}


def short_words(words: tuple[str, ...]) -> dict[str, float]:
    """Conjunctions, prepositions and pronouns that one language has and its neighbour has not."""
    russian = sum(1.0 for word in words if word in RUSSIAN_WORDS and word not in BELARUSIAN_WORDS)
    belarusian = sum(1.0 for word in words if word in BELARUSIAN_WORDS and word not in RUSSIAN_WORDS)
    if 2 * sum(1 for word in words if _latin(word)) <= len(words):
        ukrainian = _UKRAINIAN_WORDS - RUSSIAN_WORDS - BELARUSIAN_WORDS
        return {"ru": russian, "be": belarusian, "": sum(2.0 for word in words if word in ukrainian)}
    return {
        "en": sum(1.0 for word in words if word in ENGLISH_WORDS and word not in _OTHER_LATIN_WORDS),
        "": sum(0.8 for word in words if word in _OTHER_LATIN_WORDS or not word.isascii()),
    }


def word_shapes(words: tuple[str, ...]) -> dict[str, float]:
    """What stands together: Russian says ть, ре and ой, Belarusian ць, рэ, дзе and ага."""
    return {
        "ru": sum(0.7 for word in words if _RUSSIAN_SHAPE.search(word)),
        "be": sum(0.7 for word in words if _BELARUSIAN_SHAPE.search(word)),
    }


def _latin(word: str) -> bool:
    return _LATIN.search(word) is not None and _CYRILLIC.search(word) is None


RULES: tuple[Rule, ...] = (alphabet, telling_letters, short_words, word_shapes)


def language_of(paragraph: str) -> str | None:
    """The ISO 639-1 code of the paragraph's language, of those the house speaks; None for any other or no words."""
    totals = {"ru": 0.0, "be": 0.0, "en": 0.0, "": 0.0}
    for evidence in explain_language(paragraph):
        for code, weight in evidence.weights.items():
            totals[code] += weight
    best = max(totals, key=lambda code: totals[code])
    if totals[best] <= 0 or not best or list(totals.values()).count(totals[best]) > 1:
        return None
    return best


def explain_language(paragraph: str) -> Iterator[Evidence]:
    """The debug twin: what each rule counted."""
    words = _words(paragraph)
    for rule in RULES:
        yield Evidence(rule=rule.__name__, weights=MappingProxyType(rule(words)))


def _words(paragraph: str) -> tuple[str, ...]:
    """The words in small letters; a Latin look-alike within a Cyrillic word is Cyrillic («сiтуацыях»)."""
    plain = " ".join(piece for piece in paragraph[:ENOUGH].split() if not _ADDRESS.search(piece))
    shaped = folding.latin_shapes(plain, folding.BELARUSIAN_SHAPES)
    return tuple(found[0] for found in _WORD.finditer(shaped.lower()))


def languages_in(text: str, usual: str) -> tuple[tuple[int, int, str], ...]:
    """The text cut at line ends into stretches of one language, each with its span; the undecided as the one before.

    `usual` is the language the document claims: it stands where nothing tells another, as in a first line of figures.
    """
    stretches: list[tuple[int, int, str]] = []
    for line in _LINE.finditer(text):
        before = stretches[-1] if stretches else (0, 0, usual)
        code = language_of(line[0]) or before[2]
        if stretches and code == before[2]:
            stretches[-1] = (before[0], line.end(), code)
        else:
            stretches.append((line.start(), line.end(), code))
    return tuple(stretches)
