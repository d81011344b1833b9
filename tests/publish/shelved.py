"""A shelf of three weeks and what stands beside them, for the tests of the shelves."""

import json
from functools import cache
from pathlib import Path

from overtone.publish.archive import cards, issues, notices, shelve
from overtone.publish.issues import Issue, Notice, parse
from overtone.publish.pages import pages
from overtone.publish.runs import Shelf
from overtone.publish.search import Part
from tests.publish.week41 import edition, empty_edition

BASE = "https://weekly.example.org"
NOWHERE = Path("no such site")
ARTICLE = {
    "slug": "whose-grouping",
    "title": "Whose grouping is it?",
    "authors": [{"name": "An Author"}],
    "date": "2022-10-20",
    "lang": "en",
    "languages": ["en"],
    "summary": "Who commands what was announced.",
    "weeks": ["2022-W41"],
}
CORRECTION = {"slug": "2022-11-01-date", "title": "A wrong date", "date": "2022-11-01", "summary": "It was Monday."}


@cache
def own() -> dict[str, bytes]:
    """The files of three weeks, an article and a correction."""
    made = {**pages(edition()), **pages(empty_edition()), **pages(empty_edition(40))}
    made["en/commentary/whose-grouping/manifest.json"] = json.dumps(ARTICLE).encode()
    made["en/corrections/2022-11-01-date/manifest.json"] = json.dumps(CORRECTION).encode()
    return made


def told() -> tuple[list[Issue], list[Notice], dict[tuple[str, str], Part]]:
    """What the shelves are made from."""
    weeks = (path for path in own() if path.count("/") == 2 and path.endswith("/manifest.json"))
    fresh = [parse(own()[path], path) for path in weeks]
    return issues(NOWHERE, fresh), notices(NOWHERE, own()), cards(NOWHERE, own())


def shelf(lang: str = "en") -> Shelf:
    """One language of it."""
    weeks, beside, _ = told()
    return Shelf(
        lang=lang,
        issues=tuple(issue for issue in weeks if issue.lang == lang),
        notices=tuple(one for one in beside if one.lang == lang),
    )


@cache
def made(base_url: str = "") -> dict[str, bytes]:
    """All files of the shelves."""
    weeks, beside, parts = told()
    return shelve(weeks, base_url, beside, parts)
