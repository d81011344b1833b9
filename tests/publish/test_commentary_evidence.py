"""The evidence of an article: page, annotation and copy of the words, as an edition has them."""

import json

from overtone.publish.commentary_evidence import evidence_files, shown
from overtone.publish.commentary_text import body, flow
from overtone.publish.words import Words
from tests.publish import reading
from tests.publish.articles import FIRST, made

HOME = "en/commentary/one"


def files() -> dict[str, bytes]:
    told = made()
    hand = flow(told, Words("en", told.labels))
    body(told.article, hand)
    return evidence_files(told, hand, HOME, {"en": "English"}, "https://example.org")


def test_each_piece_has_its_page_its_annotation_and_its_copy() -> None:
    made_files = files()
    assert {f"{HOME}/evidence/aaaa.html", f"{HOME}/evidence/aaaa.json", f"{HOME}/evidence.json"} <= made_files.keys()
    assert [path for path in made_files if path.startswith(f"{HOME}/text/")]
    assert json.loads(made_files[f"{HOME}/evidence.json"])["aaaa"]["quote"] == FIRST.quote


def test_the_page_speaks_of_the_article_and_shows_the_words_in_their_language() -> None:
    root = reading.parse(files()[f"{HOME}/evidence/aaaa.html"])
    assert reading.words(reading.every(root, "mark")[0]) == FIRST.quote
    links = [reading.words(one) for one in reading.every(root, "a")]
    assert "The article" in links
    assert "All commentary" in links
    assert "He spoke of trade & code." in links


def test_evidence_stands_in_the_order_of_its_numbers() -> None:
    told = made()
    assert [(n, one.id) for n, one in shown(told, flow(told, Words("en", told.labels)))] == [(1, "aaaa"), (2, "bbbb")]
