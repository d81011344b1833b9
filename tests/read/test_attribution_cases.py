"""Sentences laid out for attribution: most are passed over, words keep their places, quotations are known."""

from datetime import date
from hashlib import sha256

from overtone.read.attribution_cases import Case, cases
from overtone.records import Document, Mention, Part


def _page(text: str) -> Document:
    return Document(
        source="diary",
        key="case",
        url="https://example.org/case",
        lang="en",
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        parts=(Part(role="body", start=0, stop=len(text)),),
        published_on=date(2022, 5, 16),
    )


def _mention(text: str, name: str, target: str) -> Mention:
    start = text.index(name)
    return Mention(kind="actor", target=target, start=start, stop=start + len(name))


def _laid_out(text: str, *names: tuple[str, str], every: bool = False) -> list[Case]:
    mentions = [_mention(text, name, target) for name, target in names]
    return [turn.case for turn in cases(_page(text), mentions, every)]


def test_a_sentence_without_a_cue_is_passed_over() -> None:
    text = "It rained on the square. Vladimir Putin said so."
    assert [case.text for case in _laid_out(text, ("Vladimir Putin", "putin"))] == ["vladimir putin said so."]


def test_the_debug_twin_sees_every_sentence() -> None:
    text = "Vladimir Putin arrived. Nobody spoke."
    assert len(_laid_out(text, ("Vladimir Putin", "putin"), every=True)) == 2


def test_a_page_that_names_nobody_is_passed_over() -> None:
    assert _laid_out("Somebody said something.") == []


def test_words_keep_their_places_in_the_document() -> None:
    text = "It rained. Then Vladimir Putin said no."
    (case,) = _laid_out(text, ("Vladimir Putin", "putin"))
    assert [text[start : case.end(n)].lower() for n, start in enumerate(case.starts)] == case.words


def test_a_speech_verb_inside_a_quotation_is_no_cue_of_the_sentence() -> None:
    text = "“He said no,” Vladimir Putin told them."
    (case,) = _laid_out(text, ("Vladimir Putin", "putin"))
    assert [case.words[n] for n in case.verbs] == ["told"]


def test_the_next_sentence_knows_who_stood_in_the_one_before() -> None:
    text = "Vladimir Putin arrived. He said so."
    (case,) = _laid_out(text, ("Vladimir Putin", "putin"))
    assert case.before.person == "putin"


def test_a_possessive_is_no_verb() -> None:
    assert _laid_out("Vladimir Putin met the Arab States’ envoys.", ("Vladimir Putin", "putin")) == []
