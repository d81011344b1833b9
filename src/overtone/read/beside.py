"""What stands beside a surname: a title, a given name, an initial, a patronymic, or a part of a longer name.

Nothing here asks which language a text is in: the word lists hold all of them together.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from overtone.read.gazetteer import Gazetteer, Hit
from overtone.read.spelling import sound_key
from overtone.read.title_words import NO_GIVEN_NAMES, OTHER_HOLDERS, TITLES

REACH = 64  # characters looked back: a title, a given name and a patronymic
OPENING = "(«“„\"'‘[—–"
CLOSING = ",.;:!?)»”\"'’]…—–"

PATRONYMIC = re.compile(r"[A-ZА-ЯЁІЎ][\w’']+(?:[oe]vich|yich|[oe]vna|ichna|[оеё]вич\w{0,2}|ьич\w{0,2}|[оеё]вн\w{1,2}"
                        r"|[аеё]віч\w{0,2}|іч\w{0,2}|[аеё]ўн\w{1,2})")  # fmt: skip
INITIAL = re.compile(r"(?:[A-ZА-ЯЁІЎ]h?\.-?)+")
GLUED_INITIALS = re.compile(r"(?<!\w)((?:[A-ZА-ЯЁІЎ]\. ?){1,2})$")
IN_A_YEAR = re.compile(r" (?:\(|(?:in|from|until|till|since|between|в|с|до|у|з|да) )(?:19|20)\d\d")
NAMED_AFTER = ("Order of ", "Medal of ", "орден ", "ордена ", "орденом ", "ордэн ")
LONGER = re.compile(
    r" (?:Street|St|Avenue|Square|University|Institute|Academy|Library|Foundation|Museum|Theatre|Theater|Stadium"
    r"|Airport|Prize|Doctrine|Center|Centre|Readings|Lectures|National|Cup|Tournament|Conservatory|Cathedral|Hospital"
    r"|School|Order|Medal|Memorial|Monument|Gallery|Fund|Regiment|Division|Brigade|Amendment)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What was found before a surname."""

    title: str = ""  # in lower case
    given: str = ""  # sound key of a word known as somebody's given name
    initial: str = ""
    unknown: bool = False  # a capital word inside a sentence, neither title nor known given name
    start: int = 0  # where the initial, the given name or the unknown word begins


NOTHING = Beside()
TITLED = {title: Beside(title=title) for title in TITLES}


def look_beside(folded: str, span: tuple[int, int], names: Gazetteer, ends: Set[int]) -> Beside:
    """What stands before the surname of this span; `ends` are the places where other names end.

    A word with a capital at the beginning of a sentence says nothing, but for that of a label: "Sabine Fischer: …".
    """
    start, stop = span
    before = folded[start - 1 : start]
    if before != " " or start - 1 in ends:
        return _initial(folded, start) if before == "." else NOTHING
    words = folded[max(0, start - REACH) : start - 1].split(" ")
    word = words.pop()
    if word.lower() in TITLED:
        return TITLED[word.lower()]
    if word[-1:] in (".", "-") and INITIAL.fullmatch(word):
        return _initial(folded, start)
    if words and word[:1].isupper() and PATRONYMIC.fullmatch(word) and sound_key(word) not in names.given_names:
        word = words.pop()
    if not word:
        return NOTHING
    opens = word[0] in OPENING or not words or not words[-1] or words[-1][-1] in ".!?:…*"
    beside = _judge(word.lstrip(OPENING), names, opens=opens and folded[stop : stop + 1] != ":")
    if beside.given or beside.unknown:
        return replace(beside, start=folded.rindex(word, 0, start))
    return beside


def _judge(word: str, names: Gazetteer, *, opens: bool) -> Beside:
    lowered = word.lower()
    if lowered in TITLED:
        return TITLED[lowered]
    if not word[:1].isupper() or word[-1] in CLOSING or word in names.place_words:
        return NOTHING
    key = sound_key(word)
    if key in names.given_names:
        return Beside(given=key)
    if word in names.title_words:
        return Beside(title=lowered)
    other = opens or word in NO_GIVEN_NAMES or word.isupper() or not word.isalpha()
    return NOTHING if other else Beside(unknown=True)


def _initial(folded: str, start: int) -> Beside:
    """The initials before a surname; a full stop that ends a sentence is none."""
    found = GLUED_INITIALS.search(folded[max(0, start - 8) : start])
    if found is None:
        return NOTHING
    return Beside(initial=found[1][0], start=start - len(found[1]))


def part_of_longer_name(folded: str, start: int, stop: int, hits: Sequence[Hit]) -> bool:
    """Whether a surname is one half of a double name or stands in the name of a street or an institute.

    The other half is none where it is one of the `hits`: "Putin-Lukashenko talks".
    """
    if folded[stop : stop + 1] == "-" and folded[stop + 1 : stop + 2].isupper() and _no_place(hits, 0, stop + 1):
        return True
    if start > 1 and folded[start - 1] == "-" and folded[start - 2].isalpha() and _no_place(hits, 1, start - 1):
        return _capital_before(folded, start - 1)
    if folded[stop + 1 : stop + 2].isupper() and LONGER.match(folded, stop):
        return True
    return folded[max(0, start - 9) : start].endswith(NAMED_AFTER)


def _no_place(hits: Sequence[Hit], side: int, place: int) -> bool:
    """Whether no hit begins (side 0) or ends (side 1) there."""
    return all(hit[side] != place for hit in hits)


def _capital_before(folded: str, stop: int) -> bool:
    word = folded[max(0, stop - REACH) : stop].rpartition(" ")[2].lstrip(OPENING)
    return word[:1].isupper() and word not in ("Prime",)


def not_the_holder(folded: str, start: int, stop: int) -> bool:
    """Whether an office is said of somebody else: a former one, any one, "Chairman of the Board in 2012"."""
    before = folded[max(0, start - REACH) : start].replace("-", " ").rstrip(" ")
    return before.rpartition(" ")[2].lower() in OTHER_HOLDERS or IN_A_YEAR.match(folded, stop) is not None
