"""How the tests walk a whole site: every link of every page, fast enough for thousands of them."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping

LINKS = re.compile(r"""<[a-z]+\b[^>]*?\b(?:href|src)="([^"]*)\"""")
IDS = re.compile(r'\bid="([^"]*)"')
MARKED = re.compile(r'<mark id="words">(.+?)</mark>', re.DOTALL)


def read(site: Mapping[str, bytes]) -> dict[str, str]:
    """The pages of a site as text, by path."""
    return {path: body.decode() for path, body in site.items() if path.endswith(".html")}


def leads(path: str, text: str) -> Iterator[tuple[str, str]]:
    """Where a page leads inside the site: path and anchor."""
    for address in LINKS.findall(text):
        if re.match(r"[a-z]+:", address):
            continue
        place, _, anchor = html.unescape(address).partition("#")
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path, anchor


def dead(site: Mapping[str, bytes]) -> list[str]:
    """Every link to a file or an anchor that is not there."""
    pages = read(site)
    ids = {path: frozenset(IDS.findall(text)) for path, text in pages.items()}
    return [
        f"{path} → {place}#{anchor}"
        for path, text in pages.items()
        for place, anchor in leads(path, text)
        if place not in site or (anchor and anchor not in ids.get(place, ()))
    ]


def evidence_links(site: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """Where links to pieces of evidence lead: path and anchor."""
    return {
        (place, anchor)
        for path, text in read(site).items()
        for place, anchor in leads(path, text)
        if "/evidence/" in place and place.endswith(".html") and "/evidence/" not in path
    }
