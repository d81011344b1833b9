"""The sitemap: every page with its twins in the other languages, in files of at most 50,000 addresses."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from overtone.publish.pages import address
from overtone.publish.rendering import page
from overtone.publish.runs import Shelf

MOST = 50_000  # addresses a file may hold (sitemaps.org)


def _tails(shelves: Mapping[str, Shelf], around: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """For each page without its language: the languages that have it, each with the day it was made."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lang, shelf in shelves.items():
        for issue in shelf.issues:
            leaves = issue.pages or tuple(f"evidence/{exhibit}.html" for exhibit in issue.exhibits)
            for leaf in ("index.html", *leaves):
                found.setdefault(f"{issue.week}/{leaf}", []).append((lang, issue.updated))
        for notice in shelf.notices:
            found.setdefault(notice.path.split("/", 1)[1], []).append((lang, notice.updated))
        for path in around:
            if path.startswith(f"{lang}/"):
                found.setdefault(path.split("/", 1)[1], []).append((lang, ""))
    return dict(sorted(found.items()))


def sitemaps(shelves: Mapping[str, Shelf], around: Sequence[str], base_url: str, most: int = MOST) -> dict[str, bytes]:
    """`sitemap.xml`, or where there are more addresses than one file may hold, an index of several.

    `around`: the pages of the shelves. Addresses are relative where the site's own is not known.
    """
    home = address(base_url, "", "index.html")
    places: list[tuple[str, str, list[tuple[str, str]]]] = [(home, "", [])]
    for tail, there in _tails(shelves, around).items():
        twins = [(lang, address(base_url, "", f"{lang}/{tail}")) for lang, _ in there]
        places += [(href, made, twins) for (_, href), (_, made) in zip(twins, there, strict=True)]
    parts = [[place for _, place in group] for _, group in groupby(enumerate(places), key=lambda one: one[0] // most)]
    if len(parts) == 1:
        return {"sitemap.xml": page("sitemap.xml.j2", places=parts[0], home=home)}
    made = {f"sitemap-{n}.xml": page("sitemap.xml.j2", places=part, home=home) for n, part in enumerate(parts, 1)}
    listed = [address(base_url, "", name) for name in made]
    return {"sitemap.xml": page("sitemaps.xml.j2", files=listed), **made}
