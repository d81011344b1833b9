"""A parse is a check that rules may ask: who is the subject of a verb, and whether a name belongs to it."""

import pytest

from overtone.read.parsing import (
    Missing,
    Token,
    explain_parse,
    is_subject,
    open_parser,
    parse,
    subject_of,
    subtree,
    words_of,
)

# form, head, relation, case: «Міністр замежных спраў Уладзімір Макей прыехаў у Мінск і заявіў журналістам.»
DRAWN = (
    ("Міністр", 5, "nsubj", "Nom"),
    ("замежных", 2, "amod", "Gen"),
    ("спраў", 0, "nmod", "Gen"),
    ("Уладзімір", 0, "appos", "Nom"),
    ("Макей", 3, "flat:name", "Nom"),
    ("прыехаў", None, "root", ""),
    ("у", 7, "case", ""),
    ("Мінск", 5, "obl", "Acc"),
    ("і", 9, "cc", ""),
    ("заявіў", 5, "conj", ""),
    ("журналістам", 9, "obl", "Dat"),
)


def drawn(rows: tuple[tuple[str, int | None, str, str], ...] = DRAWN) -> tuple[Token, ...]:
    tokens, at = [], 0
    for form, head, deprel, case in rows:
        feats = f"Case={case}" if case else ""
        tokens.append(
            Token(form=form, lemma=form, upos="X", feats=feats, head=head, deprel=deprel, start=at, stop=at + len(form))
        )
        at += len(form) + 1
    return tuple(tokens)


def span(word: str) -> tuple[int, int]:
    token = next(token for token in drawn() if token.form == word)
    return token.start, token.stop


def test_the_subject_of_a_verb() -> None:
    assert subject_of(drawn(), 5) == 0


def test_a_verb_joined_by_and_shares_the_subject() -> None:
    assert subject_of(drawn(), 9) == 0


def test_a_subject_in_another_case_is_no_speaker() -> None:
    assert subject_of(drawn((("Макею", 1, "nsubj", "Dat"), ("заявілі", None, "root", ""))), 1) is None


def test_a_parse_that_turns_in_a_circle_ends() -> None:
    circle = drawn((("казаў", 1, "conj", ""), ("чуў", 0, "conj", ""), ("Макей", 3, "flat", ""), ("сам", 2, "flat", "")))
    assert subject_of(circle, 0) is None
    assert subtree(circle, 0) == (0, 1)
    assert is_subject(circle, (circle[2].start, circle[2].stop), (0, 5)) is None


@pytest.mark.parametrize(
    ("word", "verb", "told"),
    [
        ("Макей", "заявіў", True),
        ("Міністр", "прыехаў", True),
        ("журналістам", "заявіў", False),
        ("Макей", "Мінск", None),
    ],
)
def test_whether_a_name_is_the_subject(word: str, verb: str, told: bool | None) -> None:
    assert is_subject(drawn(), span(word), span(verb)) is told


def test_everything_that_hangs_on_a_word() -> None:
    assert [drawn()[n].form for n in subtree(drawn(), 0)] == ["Міністр", "замежных", "спраў", "Уладзімір", "Макей"]


def test_words_of_a_span() -> None:
    assert words_of(drawn(), 0, 9) == (0, 1)
    assert words_of(drawn(), 500, 600) == ()


def test_a_language_without_a_parser_is_read_by_rules() -> None:
    missing = open_parser("en")
    assert isinstance(missing, Missing)
    assert "en" in missing.reason
    assert parse("The minister said.", "en") == ()
    assert list(explain_parse("The minister said.", "en")) == []


def test_features_of_a_word() -> None:
    token = drawn()[0]
    assert (token.feature("Case"), token.feature("Number")) == ("Nom", "")
