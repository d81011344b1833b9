"""The stretch in front of a colon, taken apart: what may be printed as a speaker label, and its name and title.

A candidate is what stands between the last sentence end (or line, bracket, asterisk) and a colon. Nothing is decided
here; `labels_rules.py` decides.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from overtone.read.labels_words import CONNECTORS, ENLARGERS, HEADS, PARTICLES, STANDALONE, SURNAMES_TOO

REACH = 320  # characters: the longest label with hover text found in the wild has 262

_COLON = re.compile(r":(?!//|\d)")
_Q_LINE = re.compile(r"(?<=\n)Q(?=[ \t\xa0]+\S)")
_LONE_Q = ("\nQ ", "\nQ\t", "\nQ\xa0")  # a cheap look before the pattern is asked
_FULL_STOP = (
    r"(?<=\.)(?<!\b[^\W\d_]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr|Дж|им|MR|MS|DR|ST|LT)\.)"
    r"(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Hon|Rev|Maj|MRS|GEN|SEN|REP|GOV)\.)"
)
_BORDER = re.compile(  # one sign out of a set comes first, so that the search leaps from one to the next
    r"[.!?…*>\n(\[AP”“»\",](?:(?:(?<=[!?…])|" + _FULL_STOP + r")[\"”“»’'\)\]]*(?P<end>\s+|(?=[“«(]))"
    r"|(?<=[*>])(?P<mark>\s*)|(?<=\n)(?P<line>\s*)"
    r"|(?<=[\(\[])(?P<stage>(?:[a-zа-яё]|Applause|Laughter|Смех|Аплодисменты)[^()\[\]]*[\)\]]\s*)"
    r"|(?<=\b[AP])(?P<clock>\.M\. [A-Z]{1,4}\s+)"
    r"|(?P<quote>(?:(?<=[.!?…,])[”“»\"]|(?<=[”“»\"]))\s+(?=[A-ZА-ЯЁ])))"
)
_NOTE = re.compile(r"\s*[\(\[][^()\[\]]{1,120}[\)\]]\s*$")
_HOVER = re.compile(r"(?<!\w)((?:[^\W\d_][\w’'‑-]* )?[^\W\d_][\w’'‑-]+)\s+\1(?=\s*[A-ZÀ-ÞА-ЯЁІЎ])")
_FUSED = re.compile(r"(?<=[a-zа-яёі])(?=[A-ZА-ЯЁІЎ])")
_INITIALS = re.compile(r"(?:[^\W\d_][^\W\d_]?\.[ -]?)+")
_ASKING = re.compile(r"(?:Question|Remark|Вопрос|Реплика|Пытанне|Рэпліка)s?\b[^.!?…]*$")
_CAPITAL_PAIR = re.compile(r"[^\W\d_][\w’'‑-]* [^\W\d_][\w’'‑.-]*,")
_CYRILLIC = re.compile(r"[а-яёіў]")
_LOOK_ALIKE = str.maketrans("abcehikmoptxy", "авсенікмортху")  # a Latin "B.Путин" stands in a page of 2001
_NUMERAL = re.compile(r"[IVX]+\Z")


class Wording(NamedTuple):
    """What the printed words show by themselves, wherever they stand."""

    printed: str
    hover: bool  # the page's hover text is glued on
    tokens: tuple[str, ...]
    name_at: int  # index of the first token of the name; len(tokens) where there is none
    name: str  # the name without the title; empty where none is seen
    key: str  # what two labels of one speaker share
    first: str  # the first word, folded


class Candidate(NamedTuple):
    """What stands in front of one colon: its place, and its wording."""

    start: int  # of the printed words
    stop: int  # of the printed words, without note and hover text
    speech: int  # first character behind the colon that is no space
    border: str  # what stands before: start | end | mark | line | stage | clock | quote | none
    note: str  # "(retranslated)"
    follows: str  # the character at `speech`, "" at the end
    ahead: str  # the first 60 characters behind the colon
    printed: str
    hover: bool
    tokens: tuple[str, ...]
    name_at: int
    name: str
    key: str
    first: str

    def named_from(self, at: int) -> "Candidate":
        """The candidate whose name begins with the token at this index."""
        name = " ".join(self.tokens[at:])
        return self._replace(name_at=at, name=name, key=name_key(name))


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """Letters of a name, case and spaces and points folded away: "VladimirPutin" and "VLADIMIR PUTIN" are one key."""
    key = "".join(filter(str.isalnum, name.casefold()))
    return key if key.isascii() or not _CYRILLIC.search(key) else key.translate(_LOOK_ALIKE)


def candidates(text: str, start: int, stop: int) -> Iterator[Candidate]:
    """Every colon (and lone "Q" at a line start) between two offsets, with what stands before it."""
    floor = start
    for match in _marks(text, start, stop):
        colon = match.start()
        if text[colon] == "Q":
            yield _question_mark(text, colon, stop)
        else:
            found = _before(text, max(floor, colon - REACH), colon, start, stop)
            if found is not None:
                yield found
        floor = match.end()


def _marks(text: str, start: int, stop: int) -> Iterable[re.Match[str]]:
    colons = _COLON.finditer(text, start, stop)
    if "\nQ" not in text or not any(lone in text for lone in _LONE_Q):
        return colons
    return sorted([*colons, *_Q_LINE.finditer(text, start, stop)], key=re.Match.start)


def _question_mark(text: str, at: int, stop: int) -> Candidate:
    speech = _skip_space(text, at + 1, stop)
    words = Wording(printed="Q", hover=False, tokens=("Q",), name_at=1, name="", key="", first="q")
    return Candidate(at, at + 1, speech, "line", "", text[speech : speech + 1], text[speech : speech + 60], *words)


def _before(text: str, low: int, colon: int, start: int, stop: int) -> Candidate | None:
    window = text[low:colon]
    shown, note = window.rstrip(), ""
    if shown[-1:] in (")", "]") and (found := _NOTE.search(window)):
        note = found.group().strip()
        window = window[: found.start()]
        shown = window.rstrip()
    if not shown or not _may_be_label(shown):
        return None
    border, cut = _border(window, at_start=low == start)
    printed = shown[cut:].lstrip()
    begin = low + len(shown) - len(printed)
    if not printed:
        return None
    words = worded(printed)
    speech = _skip_space(text, colon + 1, stop)
    return Candidate(
        begin, begin + len(words.printed), speech, border, note, text[speech : speech + 1], text[speech : speech + 60],
        *words,
    )  # fmt: skip


def _border(window: str, *, at_start: bool) -> tuple[str, int]:
    """The last border in a stretch of text, and where it ends; most stand close to the colon."""
    for reach in (60, 160, REACH):
        borders = list(_BORDER.finditer(window, max(0, len(window) - reach)))
        if borders:
            return borders[-1].lastgroup or "end", borders[-1].end()
        if len(window) <= reach:
            break
    return ("start" if at_start else "none"), 0


@lru_cache(maxsize=1 << 14)
def worded(printed: str) -> Wording:
    """The printed words taken apart, without the page's hover text."""
    hover = _HOVER.search(printed)
    if hover is not None:
        printed = printed[: hover.end(1)]
    tokens = tuple((_FUSED.sub(" ", printed) if printed.count(" ") < 2 else printed).split())
    name_at = name_start(tokens)
    name = " ".join(tokens[name_at:])
    return Wording(
        printed=printed, hover=hover is not None, tokens=tokens, name_at=name_at, name=name, key=name_key(name),
        first=tokens[0].casefold().strip(",."),
    )  # fmt: skip


def _may_be_label(window: str) -> bool:
    """A cheap look first: nine colons in ten stand behind a word in lower case, far from any name."""
    last = window[window.rfind(" ") + 1 :]
    last = last[last.rfind("\n") + 1 :]
    if last[0].isupper() or last[0] in '«“"' or is_name_word(last):
        return True
    return ("," in window and _CAPITAL_PAIR.search(window) is not None) or _ASKING.search(window) is not None


def _skip_space(text: str, at: int, stop: int) -> int:
    while at < stop and text[at].isspace():
        at += 1
    return at


@lru_cache(maxsize=1 << 14)
def is_name_word(token: str) -> bool:
    """Whether a token can be part of a personal name: capital letter, letters and hyphens, or initials."""
    if token.casefold().rstrip(".") in HEADS:
        return False
    if _INITIALS.match(token):
        return True
    bare = token.replace("-", "").replace("’", "").replace("'", "").replace("‑", "")
    if not bare.isalpha():
        return False
    if bare[0].isupper():
        return True
    return token.partition("-")[0].casefold() in PARTICLES and "-" in token and token.partition("-")[2][:1].isupper()


def name_start(tokens: tuple[str, ...]) -> int:
    """Index at which the personal name at the end begins: two full names, particles and initials thrown in.

    Three-word names are told apart from "Russia Vladimir Putin" only by other labels of the document or by the
    registry, so two are taken here unless the whole stretch is a name.
    """
    run = len(tokens)
    while run and _belongs(tokens, run - 1):
        run -= 1
    while run < len(tokens) and tokens[run].casefold() in PARTICLES and tokens[run][0].islower():
        run += 1
    if run == 0 and len(tokens) <= 5:
        return 0
    full, at = 0, len(tokens)
    while at > run and full < 2:
        at -= 1
        full += tokens[at].casefold() not in PARTICLES and not _NUMERAL.match(tokens[at]) and not is_initial(tokens[at])
    while at > run and (tokens[at - 1].casefold() in PARTICLES and tokens[at - 1][0].islower()) and full < 2:
        at -= 1
    return at


def is_initial(token: str) -> bool:
    """Whether a token is nothing but initials."""
    found = _INITIALS.match(token)
    return found is not None and found.end() == len(token)


def _belongs(tokens: tuple[str, ...], at: int) -> bool:
    token = tokens[at]
    if token.casefold() in PARTICLES:
        return at + 1 < len(tokens)
    if at + 1 < len(tokens) and token.endswith(","):
        return False
    if at and at == len(tokens) - 1 and token.casefold() in SURNAMES_TOO:
        return is_name_word(tokens[at - 1])
    return is_name_word(token) or (_NUMERAL.match(token) is not None and at > 0)


def title_start(tokens: tuple[str, ...], name_at: int) -> int:
    """Index of the first word of the title right before the name: leaves a section heading in front of it out."""
    at = name_at
    for head in range(name_at - 1, -1, -1):
        if tokens[head].casefold().strip(",") not in HEADS or not tokens[head][0].isupper():
            continue
        previous = tokens[head - 1] if head else ""
        if previous.casefold() not in CONNECTORS and previous.casefold() not in HEADS:
            at = _with_modifiers(tokens, head, name_at)
            break
        at = head
    return at


def _with_modifiers(tokens: tuple[str, ...], head: int, name_at: int) -> int:
    alone = tokens[head].casefold() in STANDALONE and head + 1 < name_at
    at = head
    while at and tokens[at - 1][0].isupper() and not tokens[at - 1].endswith((",", ".")) and head - at < 3:
        if alone and tokens[at - 1].casefold() not in ENLARGERS:
            break
        at -= 1
    return at
