"""The letters without which a pattern cannot stand: found first, all patterns' at once, they spare most searches.

Most of a page's words are no cue. One pass of an automaton over a passage tells which of a hundred patterns may stand
in it at all; the others need not be tried. Not for patterns that ignore the case of letters, nor for look-behinds.
"""

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

_SHORTEST = 2  # letters: shorter kernels stand in every text
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])+\]")
_ESCAPE = re.compile(r"\\.")
_OPTIONAL = re.compile(r"(?:\\.|[^\\\0])(?:[?*]|\{0?,\d+\})")  # a sign that may be missing
_REPEATED = re.compile(r"(?:\+|\{\d+(?:,\d*)?\})")
_CUT = "\0"  # where the letters of a pattern part: nobody writes it


class Kernels:
    """Patterns by number, and which of them may stand in a text."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Not for empty patterns, which stand everywhere."""
        asked: dict[str, int] = {}
        self._always = 0
        for number, pattern in enumerate(patterns):
            for alternative in alternatives(pattern):
                found = kernels(alternative)
                for kernel in found:
                    asked[kernel] = asked.get(kernel, 0) | 1 << number
                self._always |= 0 if found else 1 << number
        self._asking = tuple(asked.values())
        self._automaton = AhoCorasick(list(asked), implementation=Implementation.DFA)

    def may_stand(self, lowered: str) -> int:
        """A bit for each pattern, set where it may match somewhere in the text, which must be in lower case."""
        bits, asking = self._always, self._asking
        for number, _, _ in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            bits |= asking[number]
        return bits


def alternatives(pattern: str) -> list[str]:
    """The pattern cut at its outer bars."""
    parts, start = [], 0
    for at, sign, depth in _with_depth(pattern):
        if sign == "|" and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]


def kernels(alternative: str) -> tuple[str, ...]:
    """Letters of which one run stands in whatever matches: the longest outside groups, else one for each way inside.

    Empty where a match may do without letters ("\\d").
    """
    outside, groups = _without_groups(_CLASS.sub(_CUT, alternative))
    plain = _REPEATED.sub(_CUT, _OPTIONAL.sub(_CUT, outside))
    runs = re.split(r"[\0.^$]", _ESCAPE.sub(_CUT, plain))
    ways = [tuple(k for way in alternatives(group) for k in kernels(way) or ("",)) for group in groups]
    best = max(((max(runs, key=len),), *ways), key=lambda way: min(map(len, way)))
    return best if min(map(len, best)) >= _SHORTEST else ()


def _without_groups(pattern: str) -> tuple[str, list[str]]:
    """What stands outside of groups, and the insides of those that no match can do without."""
    outside, groups, opened, start = "", [], 0, 0
    for at, sign, depth in _with_depth(pattern):
        if sign == "(" and depth == 1:
            outside += pattern[start:at] + _CUT
            opened = at
        elif sign == ")" and depth == 0:
            inside, after = pattern[opened + 1 : at], pattern[at + 1 : at + 4]
            if not inside.startswith(("?=", "?!", "?<")) and not after.startswith(("?", "*", "{0", "{,")):
                groups.append(inside.removeprefix("?:"))
            start = at + 1
            counted = re.match(r"[?*+]|\{\d*,?\d*\}", pattern[start:])
            start += counted.end() if counted else 0
    return outside + pattern[start:], groups


def _with_depth(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Each sign with its place and how many groups or classes are open after it."""
    depth = 0
    for at, sign in enumerate(pattern):
        if at and pattern[at - 1] == "\\":
            continue
        depth += (sign in "([") - (sign in ")]")
        yield at, sign, depth
