"""The debug twin of a reading: it tells what was decided, by which rule, and what was left out."""

import pytest

from overtone.read import read
from overtone.read.explaining import BEYOND, LAYERS, Step, attributions_of, explain_reading
from overtone.read.limits import LONGEST_DOCUMENT
from overtone.records import Attribution, Document, Span
from tests.read.small_desk import page, small_desk

NEWS = page(
    "Talks in Sochi\n\nAlexander Lukashenko said that sanctions harm everybody. “We will answer,” he added. "
    "Vladimir Putin met with Alexander Lukashenko in Sochi on Monday.",
    kind="news",
)
TALKS = page(
    "Meeting\n\nPresident of Russia Vladimir Putin: Mr Lukashenko, let us speak of sanctions.\n\n"
    "Alexander Lukashenko: Thank you. NATO worries us.\n\nVladimir Putin: Agreed.\n",
    kind="transcript",
)


def steps(document: Document, layer: str = "", kept: bool = True) -> list[tuple[str, str, str]]:
    found = explain_reading(document, small_desk())
    return [
        (document.text[s.start : s.stop], s.found, s.rule)
        for s in found
        if s.kept is kept and (not layer or s.layer == layer)
    ]


def test_each_attribution_is_told_with_its_pieces_and_its_rule() -> None:
    found = explain_reading(NEWS, small_desk())
    groups = {s.group for s in found if s.group}
    assert groups == {1, 2}
    first = {s.layer: NEWS.text[s.start : s.stop] for s in found if s.group == 1}
    assert first == {"source": "Alexander Lukashenko", "cue": "said", "content": "that sanctions harm everybody"}
    assert all(s.rule for s in found)


def test_a_speaker_is_told_with_the_rule_that_knew_him() -> None:
    speakers = {words: (found, rule.partition("@")[0]) for words, found, rule in steps(NEWS, "speaker")}
    assert speakers == {"Alexander Lukashenko": ("lukashenko", "full-name"), "he": ("lukashenko", "pronoun")}


def test_names_contacts_and_what_was_left_out_are_told() -> None:
    assert ("sanctions", "sanctions", "topic_word") in steps(NEWS, "name")
    (contact,) = steps(NEWS, "encounter")
    assert "lukashenko, putin" in contact[1]
    office = page("Talks\n\nPresident of Belarus Alexander Lukashenko said no.", kind="news")
    assert ("President of Belarus", "", "name_after") in steps(office, "name", kept=False)


def test_the_turns_of_a_transcript_are_told_with_their_labels() -> None:
    labels = [(words, found) for words, found, _ in steps(TALKS, "label")]
    assert labels == [
        ("President of Russia Vladimir Putin", "putin"),
        ("Alexander Lukashenko", "lukashenko"),
        ("Vladimir Putin", "putin"),
    ]
    assert [words for words, *_ in steps(TALKS, "content")] == [
        TALKS.text[s.start : s.stop] for s in read(TALKS, small_desk()).statements
    ]


def test_attributions_stand_in_the_order_of_the_text_those_of_turns_too() -> None:
    for document in (NEWS, TALKS):
        places = [one.content[0].start for one in attributions_of(document, small_desk())]
        assert places == sorted(places)
        assert len(places) >= 2


def test_another_finder_of_attributions_is_explained_by_its_own_name() -> None:
    def tagger(text: str, lang: str) -> tuple[Attribution, ...]:
        span = (Span(start=text.index("sanctions"), stop=len(text)),)
        return (Attribution(source=(), cue=(), content=span, manner="indirect", rule="tagger@1", score=0.5),)

    found = [s for s in explain_reading(NEWS, small_desk(), tagger) if s.group]
    assert [(s.rule, s.why) for s in found] == [("tagger@1", "score 0.50")]


def test_steps_stand_in_order_and_within_the_published_text() -> None:
    hidden = page(NEWS.text.replace("Lukashenko", "Lu\u200bkashenko"), kind="news")
    for document in (NEWS, TALKS, hidden):
        found = explain_reading(document, small_desk())
        assert found
        assert [s.start for s in found] == sorted(s.start for s in found)
        assert all(0 <= s.start <= s.stop <= len(document.text) and s.layer in LAYERS for s in found)
    assert ("Alexander Lu\u200bkashenko", "lukashenko", "full_name") in steps(hidden, "name")


def test_what_lies_beyond_the_longest_document_is_told() -> None:
    document = page("Talks\n\n" + "It rains. " * (LONGEST_DOCUMENT // 9))
    last = explain_reading(document, small_desk())[-1]
    assert (last.layer, last.rule, last.stop) == ("unread", BEYOND, len(document.text))


@pytest.mark.parametrize("document", [page(""), page("Putin said no.", kind="roll-call")])
def test_where_nothing_is_read_nothing_is_told(document: Document) -> None:
    assert explain_reading(document, small_desk()) == ()


def test_a_step_needs_no_more_than_its_place_and_its_rule() -> None:
    assert Step(start=0, stop=1, layer="name", rule="full_name").kept
