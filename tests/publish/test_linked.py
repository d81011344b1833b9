"""Linked data: what machines are told of an edition is what the page tells, and it cannot break the page."""

import json
from dataclasses import replace

from overtone.publish.linked import linked
from overtone.publish.pages import pages
from overtone.publish.words import Words
from tests.publish.reading import every, parse, words
from tests.publish.week41 import edition

BASE = "https://weekly.example.org"


def test_the_edition_is_a_news_article_with_its_translations_and_sources() -> None:
    root = parse(pages(edition(), BASE)["be/2022-W41/index.html"])
    told = json.loads(words(every(root, "script")[0]))
    assert (told["@type"], told["inLanguage"], told["headline"]) == ("NewsArticle", "be", words(every(root, "h1")[0]))
    assert told["url"] == f"{BASE}/be/2022-W41/"
    assert {one["inLanguage"]: one["url"] for one in told["workTranslation"]} == {
        "en": f"{BASE}/en/2022-W41/",
        "ru": f"{BASE}/ru/2022-W41/",
    }
    assert told["isBasedOn"]["url"] == f"{BASE}/be/2022-W41/data/overtone-2022-W41.zip"
    assert told["datePublished"] == told["dateModified"] == "2022-10-17T00:00:00+00:00"
    assert told["citation"]


def test_nothing_in_a_title_ends_the_block() -> None:
    whole = edition()
    text = replace(whole.texts[0], title="</script><script>alert(1)</script>&\x00")
    told = linked(whole, text, Words("en", text.labels), "index.html", ())
    assert not set("<>&") & set(told)
    assert json.loads(told)["headline"].startswith("</script>")


def test_a_page_has_the_head_that_previews_are_made_from() -> None:
    page = pages(edition(), BASE)["ru/2022-W41/index.html"].decode()
    for name in ("og:type", "og:title", "og:description", "og:url", "article:published_time"):
        assert f'<meta property="{name}"' in page
