"""The rule of evidence: what may stand without a reference and what may not."""

import pytest

from overtone.brief.commentary_rules import check, counted, misquoted, running, ungrounded
from overtone.errors import CommentaryError
from tests.brief.articles import FIRST, article

REF = "[[statement:1]]"


@pytest.mark.parametrize(
    "body",
    [
        f"He spoke. {REF}\n",
        f"He spoke {REF}.\n",
        f"He spoke. She left.\n{REF}\n",
        "{analysis} We think so. And so on.\n",
        f"- He spoke. {REF}\n- {{analysis}} We think so.\n",
        f"> Quoted words.\n> {REF}\n",
        "{analysis} We think so.\n\n{pull} We think\n",
        f"{{pull}} Never said. {REF}\n",
        '![Shows](a.png "Own drawing")\n\n## A heading\n',
        f"He spoke. {REF}[^n]\n\n[^n]: {{analysis}} We add.\n",
    ],
)
def test_what_rests_on_something_or_is_the_authors_view_may_stand(body: str) -> None:
    check(article(body))


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("He spoke.\n", 0, "rests on nothing: “He spoke.”"),
        (f"He spoke. {REF} She left.\n", 0, "“She left.”"),
        (f"One. {REF}\n\n- two\n", 2, "“two”"),
        ("> Quoted words.\n", 0, "a quotation without its source"),
        ("{analysis} We think so.\n\n{pull} We thought\n", 2, "not in the article"),
        (f"He spoke. {REF}[^n]\n\n[^n]: We add.\n", 2, "“We add.”"),
        (f"He spoke. {REF}\nShe\nleft.\n", 1, "“She left.”"),
    ],
)
def test_a_sentence_without_ground_stops_the_build_with_file_and_line(body: str, line: int, words: str) -> None:
    with pytest.raises(CommentaryError) as told:
        check(article(body))
    assert told.value.where == f"one.en.md:{FIRST + line}"
    assert words in told.value.what


def test_taking_away_any_one_reference_stops_the_build() -> None:
    body = f"He spoke. {REF} She left {REF}.\n\nThey stayed. All did.\n{REF}\n\n> Words.\n> {REF}\n"
    check(article(body))
    parts = body.split(REF)
    for gone in range(1, len(parts)):
        fewer = REF.join(parts[:gone]) + parts[gone] + "".join(REF + part for part in parts[gone + 1 :])
        assert list(ungrounded(article(fewer)))


def test_all_faults_are_told_up_to_a_bound() -> None:
    with pytest.raises(CommentaryError) as told:
        check(article("He spoke.\n\n" * 40))
    assert "… and 20 more" in told.value.what


def test_a_quotation_must_be_letter_for_letter_what_it_cites() -> None:
    found = article(f"> We stand\n> together.\n> {REF}\n\n{{pull}} together {REF}\n")
    assert list(misquoted(found, {REF: "We said: We stand together. Always."})) == []
    assert len(list(misquoted(found, {REF: "We stand together, always."}))) == 1
    assert len(list(misquoted(found, {}))) == 2


def test_a_quotation_of_several_lines_may_be_lines_of_the_text() -> None:
    found = article(f"> One.\n>\n> Two.\n> {REF}\n")
    assert list(misquoted(found, {REF: "One.\nTwo."})) == []
    assert list(misquoted(found, {REF: "One. Two."})) == []


def test_sentences_are_counted_by_what_they_rest_on() -> None:
    found = article(f"He spoke. {REF}\n\n{{analysis}} We think. So.\n\n> Q.\n> {REF}\n")
    assert counted(found) == {"sentences": 4, "grounded": 1, "analysis": 3}
    assert running(found) == "He spoke.\nWe think. So."
