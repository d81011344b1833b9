"""Statements filled in with topics, targets and tone; the id stays what it was."""

from dataclasses import replace
from datetime import date

from overtone.read.enrich import NO_MODELS, enrich, enrich_all, open_models, scope_of
from overtone.read.names import read_names, topics_of, within
from overtone.records import Document, Span, Statement
from overtone.registry import load

TEXT = "Lukashenko condemned the sanctions of Poland as unacceptable."


def page() -> Document:
    return Document(
        source="s", key="1", url="", lang="en", text=TEXT, text_sha256="", parts=(), published_on=date(2022, 10, 14)
    )


def said(act: str = "position", start: int = 0) -> Statement:
    mentions = within(read_names(page(), load()), start, len(TEXT))
    return Statement(
        document=page().id,
        reader="attribution@1",
        start=start,
        stop=len(TEXT),
        speaker="Lukashenko",
        speaker_start=0,
        speaker_stop=10,
        actor="lukashenko",
        office=None,
        manner="indirect",
        act=act,
        said_on=date(2022, 10, 14),
        lang="en",
        venue="",
        place="",
        words=8,
        topics=topics_of(mentions),
        mentions=mentions,
        cue=(Span(start=11, stop=20),),
        content=(Span(start=21, stop=len(TEXT)),),
    )


def test_topics_targets_and_tone_are_filled_in() -> None:
    found = enrich(said(), page(), load(), read_names(page(), load()))
    assert found.targets == ("pl",)
    assert found.tone == -1
    assert "sanctions" in found.topics
    assert found.id == said().id


def test_a_turn_that_holds_no_position_has_no_tone() -> None:
    assert enrich(said("moderation"), page(), load(), read_names(page(), load())).tone is None


def test_the_scope_is_the_words_reported() -> None:
    assert scope_of(said()).content == said().content


def test_without_models_the_lists_decide_alone() -> None:
    assert NO_MODELS.topics is None
    models = open_models()
    assert bool(models.missing) == (models.tone is None)
    assert models.topics is None


def test_statements_heaped_over_one_another_are_given_back_as_they_are_from_some_point_on() -> None:
    names = read_names(page(), load())
    found = list(enrich_all([said()] * 1000, page(), load(), names))
    assert len(found) == 1000
    assert (found[0].targets, found[-1].targets) == (("pl",), ())


def test_who_would_not_comment_shows_no_tone() -> None:
    names = read_names(page(), load())
    assert enrich(replace(said(), stance="declined"), page(), load(), names).tone is None
