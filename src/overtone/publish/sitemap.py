"""The sitemap: every page with its twins in the other languages, a file a year where one would hold too much.

A site of ten years has a million addresses, so the lines are joined by hand; ids in addresses are letters, digits and
hyphens (`proof.PATHLIKE`), and only the site's own address needs escaping.
"""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from overtone.publish.pages import address
from overtone.publish.rendering import page
from overtone.publish.runs import Shelf

MOST = 50_000  # addresses a file may hold (sitemaps.org)
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def _tails(shelves: Mapping[str, Shelf], around: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """For each page without its language: the languages that have it, each with the day it was made."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lang, shelf in shelves.items():
        for issue in shelf.issues:
            made = (lang, issue.updated[:10])
            leaves = issue.pages or tuple(f"evidence/{exhibit}.html" for exhibit in issue.exhibits)
            for leaf in ("index.html", *leaves):
                found.setdefault(f"{issue.week}/{leaf}", []).append(made)
        for notice in shelf.notices:
            found.setdefault(notice.path.split("/", 1)[1], []).append((lang, notice.updated[:10]))
        for path in around:
            if path.startswith(f"{lang}/"):
                found.setdefault(path.split("/", 1)[1], []).append((lang, ""))
    return dict(sorted(found.items()))


def _lines(tail: str, there: Sequence[tuple[str, str]], base: str, home: str) -> list[str]:
    """The lines of a page: an address a language, each with all its twins, itself among them."""
    short = tail.removesuffix("index.html") if base else tail
    twins = "".join(f'<xhtml:link rel="alternate" hreflang="{lang}" href="{base}{lang}/{short}"/>' for lang, _ in there)
    twins += f'<xhtml:link rel="alternate" hreflang="x-default" href="{home}"/>'
    days = [f"<lastmod>{day}</lastmod>" if day else "" for _, day in there]
    return [
        f"<url><loc>{base}{lang}/{short}</loc>{day}{twins}</url>\n" for (lang, _), day in zip(there, days, strict=True)
    ]


def _year(tail: str) -> str:
    """The year a page belongs to, or that it belongs to the whole site."""
    return tail[:4] if tail[:4].isdigit() else "site"


def _parts(lines: Mapping[str, Sequence[str]], most: int) -> dict[str, str]:
    """Files of a year, and more than one where it has too many addresses."""
    made = {}
    for year, told in lines.items():
        for number, start in enumerate(range(0, len(told), most), 1):
            name = f"sitemap-{year}.xml" if number == 1 else f"sitemap-{year}-{number}.xml"
            made[name] = "".join(told[start : start + most])
    return made


def sitemaps(shelves: Mapping[str, Shelf], around: Sequence[str], base_url: str, most: int = MOST) -> dict[str, bytes]:
    """`sitemap.xml`, or where there are more addresses than one file may hold, an index of files by year.

    `around`: the pages of the shelves. Addresses are relative where the site's own is not known.
    """
    base, home = (f"{escape(base_url)}/" if base_url else ""), escape(address(base_url, "", "index.html"))
    grouped: dict[str, list[str]] = {"site": [f"<url><loc>{home}</loc></url>\n"]}
    for year, tails in groupby(_tails(shelves, around).items(), key=lambda one: _year(one[0])):
        lines = grouped.setdefault(year, [])
        for tail, there in tails:
            lines += _lines(tail, there, base, home)
    if sum(map(len, grouped.values())) <= most:
        whole = "".join(line for _, told in sorted(grouped.items()) for line in told)
        return {"sitemap.xml": f"{HEAD}{whole}</urlset>\n".encode()}
    made = {name: f"{HEAD}{body}</urlset>\n".encode() for name, body in sorted(_parts(grouped, most).items())}
    return {"sitemap.xml": page("sitemaps.xml.j2", files=[address(base_url, "", name) for name in made]), **made}
