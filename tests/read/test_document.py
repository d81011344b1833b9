"""One document read whole."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from overtone.language import language
from overtone.read import READER, explain, read
from overtone.registry import Registry, load
from tests.read.small_desk import page, small_desk

CASES = Path(__file__).resolve().parents[1] / "cases" / "attribution"

TALKS = """Meeting of Vladimir Putin and Alexander Lukashenko

President of Russia Vladimir Putin: Mr Lukashenko, let us speak of sanctions.

President of Belarus Alexander Lukashenko: Thank you. NATO worries us, Ukraine worries us.

Vladimir Putin: Agreed.
"""
ROLL_CALL = (
    "resolution,date,country,choice\nES-11/1,2022-03-02,BLR,N\nES-11/1,2022-03-02,CHN,A\nES-11/1,2022-03-02,UKR,?\n"
)


def cases(name: str) -> list[tuple[str, str, str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    rows = (tuple(cell.strip() for cell in line.split("|", 2)) for line in lines if line and not line.startswith("#"))
    return [(lang, speaker, text) for lang, speaker, text in rows]


@cache
def desk() -> Registry:
    return load()


def speakers_of_the_last_sentence(lang: str, text: str) -> set[str]:
    last = language(lang).sentences(text)[-1]
    statements = read(replace(page(text, kind="news"), lang=lang), desk()).statements
    return {one.actor for one in statements if one.actor and one.stop > last[0]}


@pytest.mark.parametrize(("lang", "speaker", "text"), cases("cases.txt"), ids=lambda value: value[:50])
def test_a_sentence_is_given_to_its_speaker_and_to_nobody_else(lang: str, speaker: str, text: str) -> None:
    assert speakers_of_the_last_sentence(lang, text) == {speaker} - {"-"}


@pytest.mark.parametrize(("lang", "speaker", "text"), cases("cases.failing.txt"), ids=lambda value: value[:50])
def test_known_failures_still_fail(lang: str, speaker: str, text: str) -> None:
    assert speakers_of_the_last_sentence(lang, text) != {speaker} - {"-"}


def test_names_are_found_once_and_shared_by_the_statements() -> None:
    harvest = read(page(TALKS, kind="transcript"), small_desk())
    assert harvest.reading.reader == READER
    assert [s.actor for s in harvest.statements] == ["putin", "lukashenko", "putin"]
    assert [s.topics for s in harvest.statements] == [("sanctions",), (), ()]
    of_statements = {m for s in harvest.statements for m in s.mentions}
    assert of_statements < set(harvest.reading.mentions)
    assert {m.target for m in harvest.statements[1].mentions} == {"nato", "ua"}


def test_every_mention_is_a_stretch_of_the_text() -> None:
    document = page(TALKS, kind="transcript")
    words = {document.text[m.start : m.stop] for m in read(document, small_desk()).reading.mentions}
    assert {"Vladimir Putin", "Lukashenko", "sanctions", "NATO", "Belarus"} <= words


def test_reading_twice_gives_the_same_harvest() -> None:
    document = page(TALKS, kind="transcript")
    assert read(document, small_desk()) == read(document, small_desk())


def test_a_report_without_turns_is_read_for_who_is_reported_to_have_said_what() -> None:
    text = "Lukashenko on sanctions\n\nAlexander Lukashenko said that sanctions harm everybody."
    statements = read(page(text, kind="news"), small_desk()).statements
    assert [(s.actor, s.topics) for s in statements if s.actor] == [("lukashenko", ("sanctions",))]
    assert all(s.manner != "transcript" for s in statements)


def test_a_roll_call_gives_votes_and_keeps_what_nobody_could_read() -> None:
    document = page(ROLL_CALL, kind="roll-call")
    harvest = read(document, small_desk())
    assert [(v.state, v.choice) for v in harvest.votes] == [("by", "N"), ("cn", "A")]
    assert [document.text[s.start : s.stop] for s in harvest.reading.unread] == ["ES-11/1,2022-03-02,UKR,?"]
    assert not harvest.reading.mentions
    assert not list(explain(document, small_desk()))


def test_a_language_that_is_not_spoken_is_noted_and_not_guessed() -> None:
    document = replace(page("Володимир Путін і Україна."), lang="uk")
    harvest = read(document, small_desk())
    assert harvest.reading.notes == ("language-not-read:uk",)
    assert not harvest.reading.mentions
    assert not list(explain(document, small_desk()))


def test_a_text_of_nothing_gives_an_empty_harvest() -> None:
    harvest = read(page(""), small_desk())
    assert (harvest.reading.mentions, harvest.statements, harvest.encounters, harvest.votes) == ((), (), (), ())


def test_turns_of_a_digest_are_not_told_as_the_speakers_own_words() -> None:
    desk = small_desk()
    own = page(TALKS, kind="transcript")
    card = replace(next(iter(desk.sources.values())), id=own.source) if desk.sources else load().sources["diary"]
    digests = replace(desk, sources={own.source: replace(card, id=own.source, verbatim=False)})
    assert {s.manner for s in read(own, desk).statements} == {"transcript"}
    assert {s.manner for s in read(own, digests).statements} == {"indirect"}
