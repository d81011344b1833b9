"""The feeds: every MUST of RFC 4287 and of JSON Feed 1.1, the same entries in both, ids that last."""

import json
import re
from datetime import datetime
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

import pytest

from overtone.publish.feeds import atom, entries, json_feed
from tests.publish.shelved import BASE, made, shelf
from tests.publish.week41 import LANGS

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")


def tree(body: bytes | str) -> Element:
    """The root of a feed, its names with their namespace before them."""
    builder, parser = TreeBuilder(), expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda tag, found: builder.start("{" + tag, found)
    parser.EndElementHandler = lambda tag: builder.end("{" + tag)
    parser.CharacterDataHandler = builder.data
    parser.Parse(body, True)
    root: Element = builder.close()
    return root


def one(element: Element, name: str) -> Element:
    """The only child of a name: the RFC forbids a second."""
    found = element.findall(ATOM + name)
    assert len(found) == 1, name
    return found[0]


def said(element: Element, name: str) -> str:
    return one(element, name).text or ""


def breaches(element: Element) -> list[tuple[bool, str]]:
    """What a feed and an entry alike must keep: whether each rule is broken, with its section of RFC 4287."""
    twins = [(e.get("type"), e.get("hreflang")) for e in links(element, "alternate")]
    return [
        (not IRI.fullmatch(said(element, "id")), "4.2.6 an id is no IRI"),
        (not MOMENT.fullmatch(said(element, "updated")), "3.3 a date is no RFC 3339 date"),
        (one(element, "title").get("type", "text") not in ("text", "html", "xhtml"), "3.1.1 the type of a text"),
        (len(twins) != len(set(twins)), "4.1.1, 4.1.2 two alternate links of one type and language"),
        (any(not e.get("href") for e in element.findall(ATOM + "link")), "4.2.7 a link without href"),
        (any(not e.get("term") for e in element.findall(ATOM + "category")), "4.2.2 a category without term"),
        (any(len(e.findall(ATOM + "name")) != 1 for e in element.findall(ATOM + "author")), "3.2.1 no name"),
    ]


def entry_breaches(entry: Element) -> list[tuple[bool, str]]:
    content = one(entry, "content")
    inside = [child.tag for child in content]
    xhtml = content.get("type") == "xhtml"
    return [
        *breaches(entry),
        (xhtml and inside != ["{http://www.w3.org/1999/xhtml}div"], "3.1.1.3, 4.1.3.3 XHTML without its one div"),
        (not said(entry, "summary"), "4.1.2 an empty summary"),
    ]


def objections(feed: Element) -> list[str]:
    """Every MUST of RFC 4287 that the feed breaks."""
    told = feed.findall(ATOM + "entry")
    names = [said(entry, "id") for entry in told]
    signed = feed.findall(ATOM + "author") or all(entry.findall(ATOM + "author") for entry in told)
    found = [
        (feed.tag != ATOM + "feed", "4.1.1 the root is no feed"),
        (not signed, "4.1.1 no author"),
        (not links(feed, "self"), "4.1.1 no link to itself"),
        (len(names) != len(set(names)), "4.1.1 two entries with one id"),
        *breaches(feed),
        *(breach for entry in told for breach in entry_breaches(entry)),
    ]
    return [rule for broken, rule in found if broken]


def links(element: Element, rel: str) -> list[Element]:
    return [e for e in element.findall(ATOM + "link") if e.get("rel", "alternate") == rel]


@pytest.mark.parametrize("base_url", ["", BASE])
@pytest.mark.parametrize("lang", LANGS)
def test_the_atom_feed_breaks_no_rule(lang: str, base_url: str) -> None:
    assert objections(tree(atom(shelf(lang), base_url))) == []


def test_the_check_notices_what_is_broken() -> None:
    whole = atom(shelf(), BASE).decode()
    broken = (
        re.sub(r"<id>urn:uuid:", "<id>", whole),
        whole.replace("Z</updated>", "</updated>"),
        re.sub(r'rel="self"', 'rel="other"', whole),
        whole.replace(
            '<div xmlns="http://www.w3.org/1999/xhtml">', '<div xmlns="http://www.w3.org/1999/xhtml"></div><div>'
        ),
        whole.replace(' term="', ' label="'),
    )
    assert all(objections(tree(feed)) for feed in broken)


@pytest.mark.parametrize("lang", LANGS)
def test_the_json_feed_has_what_its_version_asks_for(lang: str) -> None:
    told = json.loads(json_feed(shelf(lang), BASE))
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["title"]
    assert told["language"] == lang
    assert told["feed_url"] == f"{BASE}/{lang}/feed.json"
    for item in told["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert item["url"].startswith(f"{BASE}/{lang}/")
        assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
        assert all(author["name"] for author in item.get("authors", ()))
    assert all(author["name"] for author in told["authors"])


def test_both_feeds_have_the_same_entries() -> None:
    feed = tree(atom(shelf(), BASE))
    ids = [said(entry, "id") for entry in feed.findall(ATOM + "entry")]
    assert ids == [item["id"] for item in json.loads(json_feed(shelf(), BASE))["items"]]


def test_corrections_and_commentary_are_entries_of_their_own_day() -> None:
    told = entries(shelf(), BASE)
    assert told[0].title == "Correction: A wrong date"
    assert told[0].updated == "2022-11-01T00:00:00Z"
    article = next(one for one in told if one.title == "Whose grouping is it?")
    assert article.authors == ("An Author",)
    assert article.href == f"{BASE}/en/commentary/whose-grouping/"


def test_an_id_is_of_what_the_entry_is_and_not_of_what_it_says() -> None:
    told = {lang: [one.id for one in entries(shelf(lang), BASE)] for lang in LANGS}
    assert len({name for names in told.values() for name in names}) == sum(map(len, told.values()))
    assert told["en"] == [one.id for one in entries(shelf("en"), BASE)]


def test_every_page_of_the_shelves_names_both_feeds() -> None:
    for path in ("en/index.html", "be/themes/index.html", "ru/search.html"):
        page = made()[path].decode()
        assert "application/atom+xml" in page
        assert "application/feed+json" in page
