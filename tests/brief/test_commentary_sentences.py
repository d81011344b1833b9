"""Runs parted into sentences, each with what it rests on."""

import pytest

from overtone.brief.commentary_inline import runs
from overtone.brief.commentary_sentences import plainly, sentences_of
from overtone.language import language
from overtone.records.commentaries import Said

ONE, TWO = "[[statement:1]]", "[[vote:2]]"


def parted(text: str, line: int = 1) -> tuple[Said, ...]:
    return sentences_of(runs(text, {}), language("en").sentences, line)


def test_a_reference_belongs_to_the_sentence_it_stands_in_or_follows() -> None:
    first, second, third = parted(f"He spoke {ONE} of trade. She left. {TWO} They stayed.")
    assert [said.words for said in (first, second, third)] == ["He spoke of trade.", "She left.", "They stayed."]
    assert [said.cites for said in (first, second, third)] == [(ONE,), (TWO,), ()]


def test_emphasis_over_several_sentences_is_kept_in_each() -> None:
    first, second = parted("*He spoke. She left.*")
    assert [run.look for said in (first, second) for run in said.runs] == ["e", "e"]


def test_a_sentence_knows_its_line() -> None:
    assert [said.line for said in parted("He spoke\nof trade. She\nleft. All did.", 10)] == [10, 11, 12]


def test_no_word_of_a_paragraph_is_lost() -> None:
    text = f"He *spoke* of `code` and [links](https://example.org). {ONE} She **left**, then\nall did!  Who? {TWO}"
    words = " ".join(said.words for said in parted(text))
    assert " ".join(words.split()) == "He spoke of code and links. She left, then all did! Who?"


def test_references_alone_make_no_sentence() -> None:
    assert parted(f"{ONE} {TWO}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of trade. She left. They stayed",
        "He **spoke** of **trade** talks. **She** left. They stayed with **us**.",
        "He spoke **of trade. She** left.",
        "He spoke of **trade**. She left.",
        "He ***spoke***. She **left****now**. They ** stayed **.",
        "The U.S. **President** spoke! She left.",
        "He spoke.** She** left.",
        "He  spoke.  She left.",
    ],
)
def test_the_short_way_to_plain_sentences_finds_what_the_long_way_finds(text: str) -> None:
    spans = language("en").sentences
    found = plainly(text, spans, 3, analysis=True)
    assert found in (None, sentences_of(runs(text, {}), spans, 3, analysis=True))


def test_plain_sentences_take_the_short_way() -> None:
    assert plainly("He **spoke** of trade. She left.", language("en").sentences, 1) is not None
