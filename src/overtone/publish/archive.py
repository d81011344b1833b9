"""The shelves around the editions: front door, weeks, themes, actors, feeds, sitemap, search, all out of the manifests.

The same manifests give the same bytes, whatever was published first.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from overtone.publish.feeds import atom, json_feed
from overtone.publish.issues import Issue, Notice, issues, notices, parse
from overtone.publish.pages import Setting, Tongue, address, place
from overtone.publish.rendering import page, search_script
from overtone.publish.runs import Plan, Shelf, every_run
from overtone.publish.search import Part
from overtone.publish.search_shelf import cards, search_shelf
from overtone.publish.sitemap import sitemaps
from overtone.publish.words import Words

__all__ = ["FOLDERS", "Issue", "Notice", "cards", "issues", "notices", "parse", "shelve"]

NEWEST = 26  # weeks that stand on the first page of the archive in full
FOLDERS = ("actors", "encounters", "events", "search", "themes", "topics", "years")  # made anew as wholes


def _shelves(shelf: Sequence[Issue], beside: Sequence[Notice]) -> dict[str, Shelf]:
    """The issues of each language; languages in the order the newest issue gives them."""
    order = {lang: n for n, lang in enumerate(shelf[0].languages)} if shelf else {}
    langs = sorted({issue.lang for issue in shelf}, key=lambda lang: (order.get(lang, len(order)), lang))
    return {
        lang: Shelf(
            lang=lang,
            issues=tuple(issue for issue in shelf if issue.lang == lang),
            notices=tuple(one for one in beside if one.lang == lang),
        )
        for lang in langs
    }


def _home(shelves: Mapping[str, Shelf], base_url: str, subscribe: str) -> bytes:
    newest = [shelf.newest for shelf in shelves.values()]
    tongues = tuple(
        Tongue(
            lang=issue.lang,
            name=issue.words.say("language.name"),
            href=f"{issue.lang}/index.html",
            full=address(base_url, "", f"{issue.lang}/index.html"),
            current=False,
        )
        for issue in newest
    )
    here = Setting(root="", path="index.html", base_url=base_url, tongues=tongues)
    words = newest[0].words if newest else Words("en", ())
    doors = [(issue, shelves[issue.lang].words) for issue in newest]
    return page("home.html.j2", doors=doors, words=words, here=here, subscribe=subscribe)


def _years(shelf: Shelf) -> list[tuple[str, list[Issue]]]:
    return [(year, list(group)) for year, group in groupby(shelf.issues, key=lambda issue: issue.week[:4])]


def _weeks(shelf: Shelf) -> dict[str, Plan]:
    """The pages of the weeks: the newest ones, each year, and all of them line by line."""
    years = _years(shelf)
    shown = [(year, [one for one in there if one in shelf.issues[:NEWEST]]) for year, there in years]
    common = {"shelf": shelf, "newest": shelf.newest, "all_years": [year for year, _ in years], "year": ""}
    made = {
        "index.html": Plan("archive.html.j2", {**common, "years": [(y, there) for y, there in shown if there]}),
        "all.html": Plan("all.html.j2", {**common, "years": years}),
    }
    for year, there in years:
        made[f"years/{year}.html"] = Plan("archive.html.j2", {**common, "years": [(year, there)], "year": year})
    return made


def _pages(shelves: Mapping[str, Shelf], base_url: str, subscribe: str) -> dict[str, bytes]:
    """All pages of the shelves; a page is offered in the languages that have it."""
    plans = {lang: {**_weeks(shelf), **every_run(shelf)} for lang, shelf in shelves.items()}
    script = search_script()[0]
    made = {}
    for lang, shelf in shelves.items():
        for tail, plan in plans[lang].items():
            names = {other: shelves[other].words.say("language.name") for other in plans if tail in plans[other]}
            here = place(f"{lang}/{tail}", names, lang, base_url)
            common = {"words": shelf.words, "here": here, "up": "../" * tail.count("/"), "script": script}
            common |= {"subscribe": subscribe}
            made[f"{lang}/{tail}"] = page(plan.template, **{**plan.values, **common})
    return made


def shelve(
    shelf: Sequence[Issue],
    base_url: str = "",
    beside: Sequence[Notice] = (),
    told: Mapping[tuple[str, str], Part] | None = None,
    subscribe: str = "",
) -> dict[str, bytes]:
    """The files around the editions by path.

    `beside`: articles, corrections and mails; `told`: what the search of each language and week holds, see `cards`;
    `subscribe`: address of the subscription pages. Only these pages link there: those of a week stay for good, and
    a service may move.
    """
    shelves = _shelves(shelf, beside)
    made = {"index.html": _home(shelves, base_url, subscribe), **_pages(shelves, base_url, subscribe)}
    made |= dict((search_script(),)) if shelves else {}
    for lang, there in shelves.items():
        made[f"{lang}/feed.xml"] = atom(there, base_url)
        made[f"{lang}/feed.json"] = json_feed(there, base_url)
        made |= search_shelf(there, {week: part for (of, week), part in (told or {}).items() if of == lang})
    made |= sitemaps(shelves, sorted(path for path in made if path.endswith(".html")), base_url)
    ground = f"Sitemap: {base_url}/sitemap.xml\n" if base_url else ""
    made["robots.txt"] = f"User-agent: *\nAllow: /\n{ground}".encode()
    return dict(sorted(made.items()))
