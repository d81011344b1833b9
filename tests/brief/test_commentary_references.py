"""References: what each asks for, and whether the words behind it are still the same."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.brief.commentary_inline import CITE
from overtone.brief.commentary_references import (
    Locked,
    beginning,
    citation_of,
    digest_of,
    lock_file,
    locked,
    quoted,
    references,
)
from overtone.errors import CommentaryError
from overtone.records import Exhibit
from tests.brief.articles import FIRST, article

EXHIBIT = Exhibit(
    id="e",
    quote="Words.",
    before="",
    after="",
    lang="en",
    kind="statement",
    speaker="He",
    actor="putin",
    office=None,
    said_on=date(2022, 5, 16),
    learnt_at=datetime(2022, 5, 17, tzinfo=UTC),
    published_on=date(2022, 5, 16),
    source="diary",
    publisher="",
    title="",
    url="",
    reader="r",
    document="d",
    start=0,
    stop=6,
    text_sha256="0",
)


def test_every_reference_is_found_with_its_first_line() -> None:
    found = article(
        "He [[vote:2]] spoke. [[statement:1]]\n\n> Q.\n> [[statement:3]]\n\n- x [[vote:2]]\n\nA.[^n]\n[[signal:4]]\n\n"
        "[^n]: B. [[encounter:5]]\n"
    )
    lines = {key: line - FIRST for key, line in references(found).items()}
    assert lines == {
        "[[vote:2]]": 0,
        "[[statement:1]]": 0,
        "[[statement:3]]": 2,
        "[[signal:4]]": 7,
        "[[encounter:5]]": 10,
    }


def test_the_forms_of_a_reference() -> None:
    row = citation_of("[[statement:abc]]", "x.md:3")
    assert (row.row, row.kind, row.where) == ("abc", "statement", "x.md:3")
    words = citation_of('[[document:diary/a/b@be "x \\"y\\" \\t z"]]', "")
    assert (words.document, words.lang, words.quote) == ("diary/a/b", "be", 'x "y" \t z')
    value = citation_of("[[signal:salience week=2022-W20 target=nato]]", "")
    assert value.signal == (("measure", "salience"), ("week", "2022-W20"), ("target", "nato"))
    assert citation_of("[[signal:abc]]", "").kind == "signal"


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("[[statment:1]]", "did you mean 'statement'"),
        ("[[document:diary/a]]", "without the words"),
        ('[[document:diary "x"]]', "without the words"),
        ("[[signal:salience target=nato]]", "cannot be told"),
        ("[[signal:salience week=2022-W20 colour=red]]", "cannot be told"),
        ("no", "no reference"),
    ],
)
def test_a_reference_of_no_known_form_is_told_with_its_place(reference: str, words: str) -> None:
    with pytest.raises(CommentaryError) as told:
        citation_of(reference, "x.md:3")
    assert told.value.where == "x.md:3"
    assert words in f"{told.value.what} {told.value.next_step}"


@pytest.mark.parametrize(
    "other",
    [replace(EXHIBIT, speaker="She"), replace(EXHIBIT, actor="lavrov"), replace(EXHIBIT, said_on=date(2022, 5, 17))],
)
def test_the_digest_changes_with_anything_a_reader_sees(other: Exhibit) -> None:
    assert digest_of([(EXHIBIT, "Words.")]) == digest_of([(replace(EXHIBIT, id="other"), "Words.")])
    assert digest_of([(EXHIBIT, "Words.")]) != digest_of([(other, "Words.")])
    assert digest_of([(EXHIBIT, "Words.")]) != digest_of([(EXHIBIT, "Words!")])


def test_a_lock_file_holds_what_was_written_into_it() -> None:
    entry = Locked(reference='[[document:a/b "x\\t\\"y\\""]]', digest="d", words="«x»", on=date(2022, 5, 16))
    assert locked(lock_file({entry.reference: entry}), "x") == {entry.reference: entry}
    assert locked("", "x") == {}


@pytest.mark.parametrize(
    "source",
    [
        "[[reference]]\n",
        "reference = 1\n",
        "not toml",
        '[[reference]]\ncite = "a"\ndigest = "b"\nwords = "c"\non = 1\n',
    ],
)
def test_a_lock_file_changed_by_hand_is_told(source: str) -> None:
    with pytest.raises(CommentaryError, match="lock file"):
        locked(source, "x.lock.toml")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_words_can_be_written_into_a_lock_file(words: str) -> None:
    entry = Locked(reference="r", digest="d", words=words, on=date(2022, 5, 16))
    assert locked(lock_file({"r": entry}), "x")["r"].words == words
    assert quoted(words).startswith('"')


def test_long_words_are_told_by_their_beginning() -> None:
    assert beginning("a\nb") == "a b"
    assert beginning("word " * 40).endswith(" …")
    assert CITE.fullmatch('[[document:a/b "x"]]')
