"""Quotation marks of any kind paired into regions, paragraph by paragraph: “ ” " '' ' « » „ “ ‚ ‘, nested or unclosed.

No mark can turn the rest of a document inside out: a region ends with its paragraph at the latest, and one that is
left open goes on in the next paragraph only where that opens with a mark too. Time grows with the length of the text.
Not for telling speech from scare quotes or titles: that is the rules' part.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"[\n\"“”„«»‟＂]|''|``|‘‘|’’|(?<![^\W\d_])[‘'‚‛](?=[^\W_]|[\"“«$€£])|(?<=[^\s(\[])['’‘](?!\w)")
_DOUBLE = frozenset('"“”„‟＂') | {"''", "``", "‘‘", "’’"}
_SINGLE = frozenset("'’‘‚‛")
_CLOSERS = frozenset("”’") | {"’’"}
_STOPS = ",.!?…"
_ELISION = re.compile(r"['’‘](?:em|tis|twas|til|cause|n|round|bout|\d\ds?)\b", re.I)
_DEEPEST = 6  # marks nested deeper than this are noise


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A stretch between quotation marks, marks included, in characters.

    `depth` is 1 for a quotation, 2 for one within it; `closed` whether it has its closing mark; `carried` whether it
    goes on a quotation that the paragraph before left open.
    """

    start: int
    stop: int
    depth: int = 1
    closed: bool = True
    carried: bool = False


def quotations(text: str) -> tuple[Quoted, ...]:
    """The quoted stretches of a text, outer ones before those within them, in order of their start."""
    found: list[Quoted] = []
    signs: list[tuple[int, str]] = []
    begin, carried = 0, False
    for match in _MARK.finditer(text):
        if match[0] != "\n":
            signs.append((match.start(), match[0]))
            continue
        if signs or (match.start() > begin and not text[begin : match.start()].isspace()):
            carried = _paragraph(text, (begin, match.start()), signs, carried, found)
            signs = []
        begin = match.end()
    _paragraph(text, (begin, len(text)), signs, carried, found)
    found.sort(key=lambda quoted: (quoted.start, quoted.depth))
    return tuple(found)


def quote_depth(text: str) -> bytearray:
    """For every character of a text, how many quotations it stands in; the marks count as inside."""
    depths = bytearray(len(text))
    for quoted in quotations(text):
        depths[quoted.start : quoted.stop] = bytes([quoted.depth]) * (quoted.stop - quoted.start)
    return depths


def outermost(regions: Sequence[Quoted]) -> list[Quoted]:
    """The regions that stand in no other."""
    return [quoted for quoted in regions if quoted.depth == 1]


def inside(place: int, regions: Sequence[Quoted]) -> bool:
    """Whether a place lies in one of the outermost regions, given in order."""
    at = bisect_right(regions, place, key=lambda quoted: quoted.start) - 1
    return at >= 0 and place < regions[at].stop


def _paragraph(
    text: str, bounds: tuple[int, int], signs: list[tuple[int, str]], carried: bool, found: list[Quoted]
) -> bool:
    """Pair the marks of one paragraph; whether a quotation is left open at its end."""
    stack: list[tuple[int, str]] = []
    first = len(found)
    start, stop = bounds
    last_guillemet = -1
    for index, (place, sign) in enumerate(signs):
        if sign == "»":
            last_guillemet = place
        opens = _opens(text, place, sign, stack)
        if sign in _SINGLE and not _pairs(text, signs, index, stack, opens):
            continue
        if opens:
            if stack and _same(stack[-1][1], sign) and sign != "«":
                _close(found, stack, _trimmed(text, stack[-1][0], place), closed=False)
            if len(stack) < _DEEPEST:
                stack.append((place, sign))
        elif stack:
            _shut(found, stack, place, sign)
    left = bool(stack)
    while stack:
        begun = stack[-1]
        ends = last_guillemet + 1 if begun[1] == "«" and last_guillemet > begun[0] else stop
        left = left and ends == stop
        _close(found, stack, ends, closed=ends != stop)
    if carried and len(found) > first:
        _carry(text, start, found, first)
    return left


def _carry(text: str, start: int, found: list[Quoted], first: int) -> None:
    """Mark the quotation that opens a paragraph as going on the one left open before it."""
    for n in range(first, len(found)):
        one = found[n]
        if one.depth == 1 and not text[start : one.start].strip():
            found[n] = Quoted(start=one.start, stop=one.stop, depth=1, closed=one.closed, carried=True)


def _opens(text: str, place: int, sign: str, stack: list[tuple[int, str]]) -> bool:
    """Whether a mark opens here, by its shape and by what stands around it."""
    before = text[place - 1] if place else " "
    after = text[place + len(sign) : place + len(sign) + 1]
    spaced = before.isspace() or before in "([{—–-/«“\"'‘„"
    begins = spaced and bool(after) and not after.isspace() and after not in ",.;:!?)"
    if sign in "«„‟‚‛" or sign in {"``", "‘‘"}:
        return True
    if sign == "»" or sign in _CLOSERS:
        return begins and not stack and before.isspace() and after.isalnum() and sign != "’"
    if sign == "“":
        return not (stack and (stack[-1][1] == "„" or not spaced))
    if not stack or not any(_same(mark, sign) for _, mark in stack):
        return begins or (not before.isalnum() and bool(after) and after.isalnum())
    return begins and before != '"' and after.isalnum() and (before.isspace() or before in "([")


def _same(one: str, other: str) -> bool:
    """Whether two marks are of one kind: double, single or angled."""
    return (one in _DOUBLE and other in _DOUBLE) or (one in _SINGLE and other in _SINGLE) or one == other


def _shut(found: list[Quoted], stack: list[tuple[int, str]], place: int, sign: str) -> None:
    """Close the innermost open region that this mark can close, and whatever was left open within it."""
    for level in range(len(stack) - 1, -1, -1):
        begun = stack[level][1]
        if (begun == "«") == (sign == "»") and (begun == "«" or _same(begun, sign)):
            while len(stack) - 1 > level:
                _close(found, stack, place, closed=False)
            _close(found, stack, place + len(sign), closed=True)
            return


def _close(found: list[Quoted], stack: list[tuple[int, str]], stop: int, *, closed: bool) -> None:
    begun, _ = stack.pop()
    found.append(Quoted(start=begun, stop=stop, depth=len(stack) + 1, closed=closed))


def _trimmed(text: str, start: int, stop: int) -> int:
    """The end of a stretch without the space at its end."""
    while stop > start + 1 and text[stop - 1].isspace():
        stop -= 1
    return stop


def _pairs(text: str, signs: list[tuple[int, str]], index: int, stack: list[tuple[int, str]], opens: bool) -> bool:
    """Whether a single mark is a quotation mark and no apostrophe: it has a partner in its paragraph."""
    place, _ = signs[index]
    if opens:
        return not _ELISION.match(text, place) and _has_end(text, signs, index)
    if not stack or stack[-1][1] not in _SINGLE:
        return False
    if text[place - 1] in _STOPS or text[place + 1 : place + 2] in _STOPS + "\n;:":
        return True
    return not _better_end(text, signs, index)


def _has_end(text: str, signs: list[tuple[int, str]], index: int) -> bool:
    """Whether an end for a single mark stands among the next few marks."""
    for place, sign in signs[index + 1 : index + 9]:
        if sign in _SINGLE and place and not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum():
            return True
    return False


def _better_end(text: str, signs: list[tuple[int, str]], index: int) -> bool:
    """Whether, before another single mark opens, one stands after a stop: then this is the apostrophe of a plural."""
    if text[signs[index][0] - 1] != "s":
        return False
    for place, sign in signs[index + 1 : index + 6]:
        if sign not in _SINGLE:
            continue
        if text[place - 1].isspace():
            return False
        if text[place - 1] in _STOPS:
            return True
    return False
