"""Paragraphs, lists, quotations and what is refused, each with its line."""

import time

import pytest

from overtone.brief.commentary_blocks import DEEPEST, LineError, definitions, shared_of
from overtone.errors import CommentaryError
from overtone.records.commentaries import Block
from tests.brief.articles import FIRST, article

REF = "[[statement:1]]"


def blocks(body: str) -> tuple[Block, ...]:
    return article(body).blocks


def refused(body: str) -> CommentaryError:
    with pytest.raises(CommentaryError) as told:
        article(body)
    return told.value


def test_headings_rules_paragraphs_and_code_are_told_apart() -> None:
    found = blocks("## One\n\nTwo\nlines.\n\n---\n\n```\n<b> [[x\n```\n\nThree\n-----\n\n* * *\n")
    assert [one.kind for one in found] == ["heading", "paragraph", "rule", "code", "heading", "rule"]
    assert found[3].words == "<b> [[x\n"
    assert [one.line - FIRST for one in found] == [0, 2, 5, 7, 11, 14]


def test_lists_nest_and_keep_their_numbers() -> None:
    (found,) = blocks("3. one\n4. two\n   - inner\n   - more\n5. three\n   goes on\n")
    assert (found.kind, found.level, found.tight, len(found.children)) == ("list", 3, True, 3)
    assert [one.kind for one in found.children[1].children] == ["paragraph", "list"]
    assert found.children[2].children[0].sentences[0].words == "three goes on"


def test_an_item_may_hold_paragraphs() -> None:
    (found,) = blocks("- one\n\n  more of it\n\n- two\n")
    assert not found.tight
    assert [len(item.children) for item in found.children] == [2, 1]


def test_a_quotation_has_its_words_and_its_reference() -> None:
    (found,) = blocks(f"> We stand\n> together.\n> {REF}\n")
    assert (found.words, found.cites) == ("We stand together.", (REF,))


def test_a_quotation_of_a_document_need_not_repeat_its_words() -> None:
    (found,) = blocks('> We “stand" together.\n> [[document:diary/a@en]]\n')
    assert found.cites == ('[[document:diary/a@en "We “stand\\" together."]]',)


def test_marks_are_taken_off_and_kept() -> None:
    view, pull = blocks("{analysis} We think so.\n\n{pull} We think so.\n")
    assert (view.analysis, view.sentences[0].words) == (True, "We think so.")
    assert (pull.kind, pull.words) == ("pull", "We think so.")


def test_references_on_the_last_line_are_the_whole_paragraphs_if_there_are_no_others() -> None:
    whole, own = blocks(f"He spoke. She left.\n{REF}\n\nHe spoke. [[vote:2]] She left.\n{REF}\n")
    assert [said.shared for said in whole.sentences] == [(REF,), (REF,)]
    assert [(said.cites, said.shared) for said in own.sentences] == [(("[[vote:2]]",), ()), ((REF,), ())]
    assert shared_of(["One.", REF], 1) == ((REF,), ["One."])


def test_a_figure_needs_its_description_and_its_credit() -> None:
    (found,) = blocks('![What it shows](a.png "Own drawing")\n')
    assert (found.kind, found.words, found.file, found.credit) == ("figure", "What it shows", "a.png", "Own drawing")
    assert "without its description or its credit" in str(refused("![](a.png)\n"))


def test_labels_of_links_are_read_beforehand() -> None:
    assert definitions(["[A b]: https://example.org"]) == {"a b": "https://example.org"}
    with pytest.raises(LineError) as told:
        definitions(["", "[a]: javascript:x"])
    assert told.value.line == 1


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("# One\n", 0, "first level"),
        ("Fine.\n\n<div>x</div>\n", 2, "raw HTML"),
        ("One line\ntwo <b>x\n", 1, "raw HTML"),
        ("```\nx\n", 0, "does not end"),
        ("{anlysis} One.\n", 0, "no mark"),
        ("    indented\n", 0, "indented like code"),
        ("> one\nand on\n", 1, "runs on without >"),
        ("> ## Head\n", 0, "nothing else"),
        (f"{REF}\n", 0, "without a sentence"),
        ("See [x](javascript:y).\n", 0, "no link may lead"),
        ("[^a]: One.\n\n[^a]: Two.\n", 2, "twice"),
        ("##\n", 0, "without words"),
        ("[^a]: One.\n", 0, "nothing refers"),
        ("One.[^b]\n", 0, "no footnote"),
        ("- one\n- two <b>\n", 1, "raw HTML"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(body: str, line: int, words: str) -> None:
    error = refused(body)
    assert words in error.what
    assert error.where == f"one.en.md:{FIRST + line}"
    assert error.next_step


@pytest.mark.parametrize("sign", ["> ", "- ", "1. "])
def test_a_thousand_levels_are_refused_at_once(sign: str) -> None:
    begun = time.process_time()
    error = refused(f"{sign * 1000}deep\n")
    assert f"nested deeper than {DEEPEST}" in error.what or "nothing else" in error.what
    assert time.process_time() - begun < 2
