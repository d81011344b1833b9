"""Where sentences end: marks that may end one, and named rules, in an order you can see, that decide.

After the method of razdel's `sentenize` (a candidate, the words around it, rules asked in turn); abbreviations are data
of each language. Time grows with the length of the text, whatever it holds. A stretch longer than any sentence (a list
without stops, a scan, a hostile page) is cut at a space, so that what reads sentences never meets a longer one.
Not for texts without punctuation.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_CANDIDATE = re.compile(r"[.!?…]+(?:[\"'”’»)\]]|\*{1,2}(?!\*)|__)*|\n[^\S\n]*\n|\u2029|\*{3,}|\*[ \u00a0]\*[ \u00a0]\*")
# The same, with the signs it may begin with told first: so it is found several times sooner.
_SOONER = re.compile(
    r"[.!?…\n\u2029*](?:(?<=[.!?…])[.!?…]*(?:[\"'”’»)\]]|\*{1,2}(?!\*)|__)*|(?<=\n)[^\S\n]*\n|(?<=\u2029)"
    r"|(?<=\*)(?:\*{2,}|[ \u00a0]\*[ \u00a0]\*))"
)
_OTHER = re.compile(r"[!?…\n\u2029*]")  # what may end a sentence, beside the full stop
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
_DOMAINS = frozenset({"Ru", "By", "Com", "Ua", "Net", "Org", "Info", "Рф", "Бел", "Такси", "Taxi"})
_ITEM = re.compile(r"\d{1,3}|[^\W\d_]|[IVXІХ]{1,5}")
_LOOK_BACK = 24  # longer than any abbreviation
LONGEST = 5000  # characters; lists of those present reach 4,200, sentences of the Kremlin's pages 1,400
_OPENING = "\"'“„«([‘*—–-"
_CLOSING = "\"'”’»)]*_"  # the asterisks and underlines are those of bold text in channels
_GOES_ON = ",;:)]»”%…."


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """The words with a full stop that do not, or not always, end a sentence. Lower case, inner stops kept."""

    joins: frozenset[str]  # a name or number follows: Mr, им, ул
    numbers: frozenset[str]  # joins before a number only: No, ст
    ends: frozenset[str]  # ends the sentence where a capital follows: etc, p.m, т.д
    names: frozenset[str]  # part of names: before a capital it goes on unless a starter follows: U.S
    years: frozenset[str]  # г after a year, or before a town
    starters: frozenset[str]  # words that begin sentences and no names: The, Он


@dataclass(slots=True, kw_only=True)
class Break:
    """A place where a sentence may end, with what stands around it."""

    mark: str
    closing: str  # brackets and quotation marks that close with it
    left: str  # the word before the mark, inner stops kept
    so_far: str  # the sentence up to the mark, its last 24 characters
    whole: bool  # whether so_far is the sentence from its start
    right: str  # the word after
    follows: str  # the first sign after the space
    abbreviations: Abbreviations


Rule = Callable[[Break], bool | None]


def sentence_goes_on_in_lower_case(place: Break) -> bool | None:
    """«… и т. д. в Минске», "Yahoo! said", "Why?" he asked."""
    return False if place.follows.islower() or place.follows in _GOES_ON else None


def dash_after_quotation(place: Break) -> bool | None:
    """«Готовы!» – сказал Президент: the dash leads to who said it."""
    dash = place.follows in "—–-" and bool(place.right)
    return False if dash and (place.closing or place.right[0].islower()) else None


def question_or_exclamation(place: Break) -> bool | None:
    """ "Who is it?! Nobody." ends at the marks."""
    return True if "?" in place.mark or "!" in place.mark else None


def ellipsis(place: Break) -> bool | None:
    """«Ну… Посмотрим»: a capital after an ellipsis begins a sentence."""
    return True if len(place.mark) > 1 or place.mark == "…" else None


def number_of_a_list(place: Break) -> bool | None:
    """ "1. Sanctions" at the start: the number belongs to its item."""
    return False if place.whole and _ITEM.fullmatch(place.so_far) else None


def figures_with_a_gap(place: Break) -> bool | None:
    """ "16. 05. 2022" is one date."""
    return False if place.left.isdigit() and len(place.left) <= 2 and place.follows.isdigit() else None


def closed_with_the_mark(place: Break) -> bool | None:
    """ "… is over.") The: a quotation or bracket that closes after the stop ends the sentence too."""
    return True if place.closing else None


def title_or_street(place: Break) -> bool | None:
    """ "Mr. Blinken", «ул. Ленина»."""
    return False if place.left.lower() in place.abbreviations.joins else None


def before_a_number(place: Break) -> bool | None:
    """ "No. 5" goes on, "No. Never." does not."""
    if place.left.lower() not in place.abbreviations.numbers:
        return None
    return not (place.follows.isdigit() or place.follows in "№§")


def year_or_town(place: Break) -> bool | None:
    """«В 2022 г. Россия …» and «г. Минск» go on; «… закончится в 2022 г. Президент …» ends."""
    if place.left.lower() not in place.abbreviations.years:
        return None
    before = place.so_far[: -len(place.left)].rstrip()
    return before[-1:].isdigit() and not place.whole


def part_of_a_name(place: Break) -> bool | None:
    """ "U.S. President" goes on, "in the U.S. The" ends."""
    return place.right in place.abbreviations.starters if place.left.lower() in place.abbreviations.names else None


def abbreviation_at_the_end(place: Break) -> bool | None:
    """ "at 5 p.m. Putin", «и т. д. Президент»: the capital decides."""
    return True if place.left.lower() in place.abbreviations.ends else None


def initial(place: Break) -> bool | None:
    """«В. В. Путин», "George W. Bush"; not "Plan B. The"."""
    last = place.left.rsplit(".", 1)[-1]
    short = len(last) == 1 or last in {"Дж", "Дз", "Ал", "Ch"}
    return place.right in place.abbreviations.starters if short and last[:1].isupper() else None


RULES: tuple[Rule, ...] = (
    sentence_goes_on_in_lower_case,
    dash_after_quotation,
    question_or_exclamation,
    ellipsis,
    number_of_a_list,
    figures_with_a_gap,
    closed_with_the_mark,
    part_of_a_name,
    initial,
    title_or_street,
    before_a_number,
    year_or_town,
    abbreviation_at_the_end,
)


def explain(place: Break) -> tuple[str, bool]:
    """The rule that decides about a place, and whether the sentence ends there."""
    for rule in RULES:
        verdict = rule(place)
        if verdict is not None:
            return rule.__name__, verdict
    return "plain_stop", True


def _glued(text: str, match: re.Match[str], place: Break) -> bool:
    """Whether two sentences were glued without a space ("situation.President of"); hosts and initials are not."""
    stop = match.end()
    if text[stop : stop + 3] == "***":
        return True
    if not place.right or not place.right[0].isupper() or place.right in _DOMAINS or place.follows in "([-":
        return False
    lower = place.right[1:2].islower() or text[stop + 1 : stop + 2].isspace()
    return (
        lower and len(place.left) > 2 and "." not in place.left and (place.left[-1].islower() or place.left.isdigit())
    )


def _right(text: str, word: re.Match[str] | None) -> str:
    """The word after, with its stop where it is an initial («В.» is no preposition)."""
    if word is None:
        return ""
    letter = word.end() - word.start() == 1 and text[word.end() : word.end() + 1] == "."
    return f"{word[0]}." if letter else word[0]


def _place(text: str, begin: int, match: re.Match[str], abbreviations: Abbreviations) -> tuple[Break, bool]:
    """What stands around a candidate, and whether space follows it."""
    dot, stop = match.span()
    since = max(begin, dot - _LOOK_BACK)
    so_far = text[since:dot]
    left = so_far.split()[-1].lstrip(_OPENING) if so_far and not so_far[-1].isspace() else ""
    signs = match[0]
    mark = signs.rstrip(_CLOSING)
    after = _SPACE.match(text, stop)
    next_at = after.end() if after else stop
    word = _WORD.search(text, next_at, next_at + 40)
    return Break(
        mark=mark,
        closing=signs[len(mark) :],
        left=left,
        so_far=so_far.lstrip(_OPENING + " \n\t\r\u00a0"),
        whole=since == begin,
        right=_right(text, word),
        follows=text[next_at : next_at + 1],
        abbreviations=abbreviations,
    ), next_at > stop


def _ends(text: str, begin: int, match: re.Match[str], abbreviations: Abbreviations) -> bool:
    if match.end() == len(text):
        return True
    place, spaced = _place(text, begin, match, abbreviations)
    return explain(place)[1] if spaced or not place.follows else _glued(text, match, place) and explain(place)[1]


def _candidates(text: str) -> Iterator[re.Match[str]]:
    return _SOONER.finditer(text)


def _stops(text: str, begin: int, match: re.Match[str], abbreviations: Abbreviations) -> bool:
    plain = match[0] == "." and _plain_stop(text, begin, match.start(), abbreviations)
    return plain or _ends(text, begin, match, abbreviations)


def _plain_stop(text: str, begin: int, dot: int, abbreviations: Abbreviations) -> bool:
    """Whether no rule has a say: an ordinary word, one full stop, a space, a capital. Most sentences end so."""
    if text[dot + 1 : dot + 2] != " " or not text[dot + 2 : dot + 3].isupper():
        return False
    return _ordinary(text[max(begin, dot - _LOOK_BACK) : dot].rpartition(" ")[2], abbreviations)


def _ordinary(word: str, known: Abbreviations) -> bool:
    """Whether a word before a full stop is no initial, number, acronym or abbreviation."""
    if len(word) < 3 or not word.isalpha() or word.isupper():
        return False
    lower = word.lower()
    return not (
        lower in known.joins
        or lower in known.names
        or lower in known.numbers
        or lower in known.ends
        or lower in known.years
    )


def _plainly(text: str, abbreviations: Abbreviations) -> list[tuple[int, int]] | None:
    """The spans of a text in which nothing but full stops ends sentences, as in most; None for any other."""
    pieces = text.split(". ")
    stops = len(pieces) - 1 + text.endswith(".")
    if not text or len(text) > LONGEST or text.count(".") != stops or _OTHER.search(text):
        return None
    if text[0].isspace() or text[-1].isspace():
        return None
    spans: list[tuple[int, int]] = []
    start = at = 0
    for piece, after in pairwise(pieces):
        dot = at + len(piece)
        at = dot + 2
        word = piece.rpartition(" ")[2]
        if not (len(word) <= _LOOK_BACK and after[:1].isupper() and _ordinary(word, abbreviations)):
            sign = _CANDIDATE.match(text, dot)
            if sign is None or not _ends(text, max(0, start - 1), sign, abbreviations):
                continue
            if after[:1].isspace():
                return None
        spans.append((start, dot + 1))
        start = at
    spans.append((start, len(text)))
    return spans


def sentences(text: str, abbreviations: Abbreviations) -> list[tuple[int, int]]:
    """Spans of the sentences of a text, outer space left out; blank lines and rows of asterisks always end one."""
    plain = _plainly(text, abbreviations)
    return _by_rules(text, abbreviations) if plain is None else plain


def _by_rules(text: str, abbreviations: Abbreviations) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = 0

    def close(stop: int) -> None:
        nonlocal begin
        piece = text[begin:stop]
        inner = piece.strip()
        if inner:
            start = begin + len(piece) - len(piece.lstrip())
            spans.extend(_cut(text, start, start + len(inner)))
        begin = stop

    for match in _candidates(text):
        sign = match[0][0]
        if sign in "\n\u2029":
            close(match.start())
        elif sign == "*":
            close(match.start())
            close(match.end())
        elif match.end() - begin > LONGEST or _stops(text, begin, match, abbreviations):
            close(match.end())
    close(len(text))
    return spans


def _cut(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces that are not too long, cut at their last space or, where they have none, at the bound."""
    while stop - start > LONGEST:
        window = text[start : start + LONGEST]
        piece = window.rsplit(None, 1)[0] if not text[start + LONGEST].isspace() else window.rstrip()
        yield start, start + len(piece)
        start += len(piece)
        start = _begins(text, start)
    yield start, stop


def _begins(text: str, place: int) -> int:
    """The next place at which no space stands."""
    after = _SPACE.match(text, place)
    return after.end() if after else place
