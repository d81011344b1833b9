"""The page of an article as a strict reader sees it: valid, escaped, linked, the same each time."""

import json
from datetime import date

import pytest

from overtone.publish.commentary import article_files, article_page, article_twin, command, manifest, plain, shelf_files
from overtone.publish.setting import place
from overtone.publish.words import Words
from overtone.records.commentaries import Behind
from tests.build import signal
from tests.publish import reading
from tests.publish.articles import made

HOME = "en/commentary/one"


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_every_page_is_valid_and_loads_nothing_from_outside(lang: str) -> None:
    told = made(lang)
    files = {**article_files(told, "https://example.org"), **shelf_files([told], "https://example.org")}
    pages = {path: body for path, body in files.items() if path.endswith(".html")}
    assert len(pages) == 5
    for path, body in pages.items():
        root = reading.parse(body)
        names = reading.identifiers(root)
        assert len(names) == len(set(names)), path
        assert not [at for tag, at in reading.targets(root) if tag in ("img", "script") and "//" in at]
        assert not [at for tag, at in reading.targets(root) if at.startswith("javascript:")]


def test_links_lead_to_files_of_the_site_or_outside() -> None:
    told = made()
    files = {**article_files(told), **shelf_files([told])}
    for path, body in files.items():
        if not path.endswith(".html"):
            continue
        names = set(reading.identifiers(reading.parse(body)))
        for tag, at in reading.targets(reading.parse(body)):
            if tag == "a" and at.startswith("#"):
                assert at[1:] in names, (path, at)
            elif tag == "a" and at.startswith("evidence/"):
                page, _, anchor = at.partition("#")
                assert f'id="{anchor}"'.encode() in files[f"{HOME}/{page}"]


def test_words_of_the_author_cannot_break_the_page() -> None:
    body = article_files(made())[f"{HOME}/index.html"].decode()
    assert "What &lt;was&gt; said" in body
    assert "We think &lt;so&gt;." in body
    assert "A &lt;title&gt; &amp; more" in body
    assert "<b>code</b>" not in body
    assert body.count("<script") == 1
    data = body.partition('ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["headline"] == "A <title> & more"
    assert json.loads(data)["citation"] == ["https://example.org/1"]
    assert "<" not in data


def test_the_page_has_everything_an_article_has() -> None:
    root = reading.parse(article_files(made())[f"{HOME}/index.html"])
    text = " ".join(reading.words(root).split())
    for words in ("By The <desk>", "23 May 2022", "Picture: C & D", "The author’s view:", "Views <own>.", "We & they."):
        assert words in text
    assert {"notes", "authors", "disclaimer", "related", "pitch", "numbers", "evidence"} <= set(
        reading.identifiers(root)
    )
    quotes = [one for one in reading.every(root, "blockquote") if one.get("lang") == "be"]
    assert [" ".join(reading.words(one).split()) for one in quotes] == ["Словы & іншыя."]
    hrefs = [at for _, at in reading.targets(root)]
    assert "mailto:desk@example.org" in hrefs
    assert "../../../en/2022-W20/index.html" in hrefs


def test_a_translation_that_is_behind_says_so() -> None:
    behind = Behind(sentences=frozenset({"All of it."}), missing=2, since=date(2022, 6, 2))
    page = article_files(made(behind=behind))[f"{HOME}/index.html"].decode()
    assert "This translation is behind its original." in page
    assert "2 June 2022" in page.replace("\u00a0", " ")
    assert page.count("[the original has changed]") == 1


def test_twin_and_manifest_tell_what_the_page_tells() -> None:
    told = made()
    twin, told_by = json.loads(article_twin(told)), json.loads(manifest(told))
    assert twin["body"][1]["sentences"][0] == {
        "words": "He spoke of trade & code.",
        "references": ["[[statement:1]]"],
        "analysis": False,
    }
    assert twin["references"]["[[statement:1]]"]["exhibits"] == ["aaaa"]
    assert (told_by["slug"], told_by["summary"], told_by["languages"]) == ("one", "The lead.", ["en", "ru", "be"])
    assert plain(told.article.front.summary) == "The lead."


def test_the_same_article_gives_the_same_bytes() -> None:
    assert article_files(made()) == article_files(made())
    told = made()
    words, here = Words("en", told.labels), place(f"{HOME}/index.html", {"en": "English"}, "en", "")
    assert article_page(told, words, here) == article_page(told, words, here)


def test_authors_and_the_list_lead_to_the_articles() -> None:
    files = shelf_files([made(), made("ru")])
    assert {
        "en/authors/desk.html",
        "ru/authors/desk.html",
        "en/commentary/index.html",
        "en/authors/d.png",
    } <= files.keys()
    assert b"../commentary/one/index.html" in files["en/authors/desk.html"]
    assert shelf_files([]) == {}


def test_a_number_says_how_it_is_made_again() -> None:
    assert command(signal("salience", value=0.25)).startswith("overtone measure salience --week 2022-W20")
