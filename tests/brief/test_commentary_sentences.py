"""Runs parted into sentences, each with what it rests on."""

from overtone.brief.commentary_inline import runs
from overtone.brief.commentary_sentences import sentences_of
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
