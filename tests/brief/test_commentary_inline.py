"""Markdown inside a paragraph, held against another parser of CommonMark."""

import time
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from overtone.brief.commentary_faults import MarkdownError
from overtone.brief.commentary_inline import reference, runs
from overtone.records.commentaries import Run

OTHER = MarkdownIt("commonmark", {"maxNesting": 1000})
Letter = tuple[str, bool, bool, str, bool]  # sign, emphasis, strong, address, code


def ours(text: str) -> list[Letter]:
    found: list[Letter] = []
    for run in runs(text, {}):
        words = "\n" if run.kind == "break" else run.words
        found += [(sign, "e" in run.look, "s" in run.look, run.href, run.kind == "code") for sign in words]
    return squeezed(found)


def theirs(text: str) -> list[Letter]:
    found: list[Letter] = []
    slanted = heavy = 0
    href = ""
    tokens: list[Token] = [child for token in OTHER.parseInline(text) for child in token.children or ()]
    for token in tokens:
        slanted += (token.type == "em_open") - (token.type == "em_close")
        heavy += (token.type == "strong_open") - (token.type == "strong_close")
        if token.type == "link_open":
            href = str(token.attrs["href"])
        elif token.type == "link_close":
            href = ""
        words = "\n" if token.type in ("softbreak", "hardbreak") else token.content
        code = token.type == "code_inline"
        found += [(sign, slanted > 0, heavy > 0, href, code) for sign in words]
    return squeezed(found)


def squeezed(letters: list[Letter]) -> list[Letter]:
    """Without the look of spaces, which nobody sees."""
    return [one if not one[0].isspace() else (one[0], False, False, "", False) for one in letters]


PARTS = [
    "a",
    "b c",
    "x",
    " ",
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "\\*",
    "\\",
    ".",
    "!",
    "(",
    ")",
    "(/u)",
    "[",
    "]",
    "«",
    "»",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=14).map("".join))
@example("*a **b* c**")
@example("**a*b**c*")
@example("*foo**bar*")
@example("a*b*c _d_e_")
@example("[a *b](/u) c*")
@example("[a [b](/u) c](/v)")
def test_emphasis_code_and_links_read_as_commonmark_has_them(text: str) -> None:
    text = text.strip()
    if "![" in text or "[[" in text or "[^" in text or not text:
        return
    assert ours(text) == theirs(text)


def test_a_paragraph_without_marks_is_one_run() -> None:
    assert runs("Plain words, and more of them.", {}) == (Run("text", "Plain words, and more of them."),)


def test_a_reference_stands_as_it_is_written_on_one_line() -> None:
    (said, cite) = runs('He spoke. [[document:diary/one\n  "a \\"b\\" c"]]', {})
    assert (said.kind, cite.kind) == ("text", "cite")
    assert cite.words == '[[document:diary/one "a \\"b\\" c"]]'
    assert reference(cite.words, 0) == (cite.words, len(cite.words))


@pytest.mark.parametrize("text", ["[[statement]]", "[[Statement:1]]", "[[statement:a b]]", "see [[ here"])
def test_two_brackets_that_hold_no_reference_are_told(text: str) -> None:
    with pytest.raises(MarkdownError, match="no reference"):
        runs(text, {})


@pytest.mark.parametrize("text", ["a <b>c</b>", "<script>alert(1)</script>", "x <!-- y -->", "<a@b.c", "*a <i>*"])
def test_raw_html_is_refused_where_it_stands(text: str) -> None:
    with pytest.raises(MarkdownError, match="raw HTML") as told:
        runs(text, {})
    assert text[told.value.at] == "<"


def test_an_escaped_sign_and_an_entity_are_the_sign_itself() -> None:
    assert "".join(run.words for run in runs("1 \\< 2 &lt; 3 &#x41;", {})) == "1 < 2 < 3 A"


def test_links_by_label_and_footnote_marks_are_told_apart() -> None:
    found = runs("See [the page][p] and [p].[^one]", {"p": "https://example.org/"})
    assert [run.words for run in found if run.href] == ["the page", "p"]
    assert found[-1] == Run("note", "one")


@pytest.mark.parametrize(
    "text", ["[a](javascript:alert(1))", "[a](JAVASCRIPT:x)", "[a](data:text/html,x)", "[a](//e.org)"]
)
def test_no_link_leads_to_a_script(text: str) -> None:
    with pytest.raises(MarkdownError, match="no link may lead"):
        runs(text, {})


def test_a_picture_inside_a_sentence_is_refused() -> None:
    with pytest.raises(MarkdownError, match="picture"):
        runs("Look ![here](a.png) now", {})


@pytest.mark.parametrize("unit", ["*a ", "**a*", "_(", "[", "[a](", "`", "``a`", "![", "\\", "&amp", "<", "[[a"])
def test_hostile_marks_take_no_time(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    begun = time.process_time()
    with suppress(MarkdownError):
        runs(text, {"a": "https://example.org/"})
    assert time.process_time() - begun < 8
