"""A file taken apart: decoding, front matter, body, footnotes; what no article may hold."""

import time
from contextlib import suppress

import pytest

from overtone.brief.commentary import LARGEST, decoded, parse, sentences, walk
from overtone.errors import CommentaryError
from tests.brief.articles import FIRST, article, written


def test_an_article_is_its_front_its_blocks_and_its_notes_in_the_order_of_their_marks() -> None:
    found = article("{analysis} One.[^b] Two.[^a]\n\n[^a]: {analysis} First.\n\n[^b]: {analysis} Second.\n  More.\n")
    assert (found.front.title, found.front.summary[0].words) == ("A title", "What this shows.")
    assert [name for name, _ in found.notes] == ["b", "a"]
    assert [said.words for said in sentences(found.notes[0][1])] == ["Second.", "More."]
    assert [block.kind for block in walk(found)] == ["paragraph"] * 3


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    body = "{analysis} One.\n\n- two\n- three\n"
    plain = decoded(written(body).encode(), "x")
    marked = decoded(b"\xef\xbb\xbf" + written(body).replace("\n", "\r\n").encode(), "x")
    assert parse(plain, "one", "en") == parse(marked, "one", "en")


@pytest.mark.parametrize(
    ("body", "where", "words"),
    [
        (b"a\nb\x00c", "x.md:2", "U+0000"),
        (b"a\n\nb\xff", "x.md:3", "not UTF-8"),
        ("a\u2028b".encode(), "x.md:1", "U+2028"),
        (b"x" * (LARGEST + 1), "x.md:1", "more than any article"),
    ],
)
def test_what_nobody_can_see_or_read_is_refused_with_its_line(body: bytes, where: str, words: str) -> None:
    with pytest.raises(CommentaryError) as told:
        decoded(body, "x.md")
    assert told.value.where == where
    assert words in told.value.what


@pytest.mark.parametrize(
    "body",
    [
        "{analysis} " + "word " * 90_000,
        "{analysis} " + "A. " * 20_000,
        "a\n" * 60_000,
        "- a\n" * 8_000,
        "> " * 30_000 + "\n",
        "*" * 200_000,
        "[[statement:1]] " * 5_000 + "x",
    ],
)
def test_a_large_file_is_read_or_refused_in_seconds(body: str) -> None:
    begun = time.process_time()
    with suppress(CommentaryError):
        article(body)
    assert time.process_time() - begun < 10


def test_a_mistake_deep_in_the_file_has_its_own_line() -> None:
    with pytest.raises(CommentaryError) as told:
        article("One.\n\n" * 50 + "<i>x</i>\n")
    assert told.value.where == f"one.en.md:{FIRST + 100}"
