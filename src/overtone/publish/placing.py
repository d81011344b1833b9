"""Putting a word into pages that are made already: at the top, at the end, beside a sentence; and moving a page.

Works on the bytes of our own pages, whatever template they came from: one `<main id="text">`, sentences with the id
`s-…`. Not for pages of others.
"""

import posixpath
import re
from collections.abc import Callable

OPENING = '<main id="text">\n'
CLOSING = "</main>"
SENTENCE = re.compile(r'<([a-z0-9]+)\b[^<>]*\bid="s-([^"]+)"[^<>]*>')
ADDRESS = re.compile(r'(<(?:a|link|img|source|use|image)\b[^<>]*?\s(?:href|src)=")([^"#][^"]*)"')
OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")
AGAIN = re.compile(r"-\d+$")


def at_top(page: str, block: str) -> str:
    """The page with a block before everything it says."""
    return page.replace(OPENING, OPENING + block, 1)


def at_end(page: str, block: str) -> str:
    """The page with a block after everything it says."""
    before, mark, after = page.rpartition(CLOSING)
    return before + block + mark + after if mark else page


def said(page: str) -> frozenset[str]:
    """The ids of the findings whose sentences stand on the page; one that stands twice has its number cut off."""
    return frozenset(name for found in SENTENCE.finditer(page) for name in _ids(found[2]))


def beside(page: str, tell: Callable[[str], str]) -> str:
    """The page with words at the end of each sentence of which `tell` has any; it is given the finding's id."""
    made: list[str] = []
    place = 0
    for found in SENTENCE.finditer(page):
        words = next((told for name in _ids(found[2]) if (told := tell(name))), "")
        end = _end(page, found[1], found.end()) if words else -1
        if end >= place:
            made += [page[place:end], words]
            place = end
    return "".join((*made, page[place:]))


def way(here: str, there: str) -> str:
    """The relative address of one page from another, both from the root."""
    path, sign, fragment = there.partition("#")
    return posixpath.relpath(path, posixpath.dirname(here) or ".") + sign + fragment


def moved(page: str, old: str, new: str, lead: Callable[[str], str] = str) -> str:
    """A page as it must be written when it moves from `old` to `new`, so that its relative links lead on.

    `lead` may send an address (from the root) elsewhere.
    """
    folder = posixpath.dirname(old)

    def put(found: re.Match[str]) -> str:
        if OUTSIDE.match(found[2]):
            return found[0]
        path, sign, fragment = found[2].partition("#")
        there = posixpath.normpath(posixpath.join(folder, path))
        return f'{found[1]}{way(new, lead(there))}{sign}{fragment}"'

    return ADDRESS.sub(put, page)


def _ids(name: str) -> tuple[str, ...]:
    plain = AGAIN.sub("", name)
    return (name,) if plain == name else (name, plain)


def _end(page: str, tag: str, start: int) -> int:
    """Where the element that opened before `start` closes; before the link to itself where it ends with one."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b").finditer(page, start):
        depth += -1 if found[1] else 1
        if depth == 0:
            own = page.rfind('<a class="perma"', start, found.start())
            return own if own >= 0 else found.start()
    return -1
