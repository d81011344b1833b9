"""Whom words are about: names in the words, seats of government, and who is left out."""

from datetime import date
from functools import cache

import pytest

from overtone.read.names import read_names
from overtone.read.targets import Scope, explain_targets, targets_of
from overtone.records import Document
from overtone.registry import Registry, load


@cache
def desk() -> Registry:
    return load()


def page(text: str, lang: str) -> Document:
    return Document(
        source="s", key="1", url="", lang=lang, text=text, text_sha256="", parts=(), published_on=date(2022, 10, 14)
    )


def targets(text: str, lang: str, speaker: str = "", words: str = "") -> tuple[str, ...]:
    document = page(text, lang)
    mentions = read_names(document, desk())
    named = next((m for m in mentions if m.target == speaker), None)
    start = text.index(words)
    scope = Scope(
        start=start,
        stop=start + len(words or text),
        speaker=speaker,
        speaker_start=named.start if named else -1,
        speaker_stop=named.stop if named else -1,
    )
    return targets_of(document, desk(), mentions, scope)


@pytest.mark.parametrize(
    ("lang", "text", "speaker", "found"),
    [
        ("en", "Poland threatens nobody, Lukashenko said.", "lukashenko", ("pl",)),
        ("ru", "Польша никому не угрожает, сказал Лукашенко.", "lukashenko", ("pl",)),
        ("be", "Польшча нікому не пагражае, сказаў Лукашэнка.", "lukashenko", ("pl",)),
        ("en", "Kyrgyz President Sadyr Japarov thanked Kazakhstan.", "japarov", ("kz",)),
        ("en", "Warsaw closed the crossing.", "", ("pl",)),
        ("en", "They met in Warsaw.", "", ()),
        ("be", "Кіеў адмовіўся ад перамоваў.", "", ("ua",)),
        ("be", "Размова ў Кіеве скончылася.", "", ()),
        ("ru", "Вашингтон давит на союзников.", "", ("us",)),
        ("en", "The trains run daily.", "lukashenko", ()),
        ("en", "", "", ()),
    ],
)
def test_who_is_named_is_the_target(lang: str, text: str, speaker: str, found: tuple[str, ...]) -> None:
    assert targets(text, lang, speaker) == found


def test_the_own_state_stays_where_it_is_named_together_with_another() -> None:
    assert set(targets("Belarus and Russia will sign it, Lukashenko said.", "en", "lukashenko")) == {"by", "ru"}
    assert targets("Belarus has no plans against Poland, Lukashenko said.", "en", "lukashenko") == ("pl",)


def test_the_own_state_stays_where_nobody_else_is_named() -> None:
    assert targets("Belarus will not fight, Lukashenko said.", "en", "lukashenko") == ("by",)


def test_the_rules_that_decided_are_told() -> None:
    document = page("Poland threatens us, Lukashenko said.", "en")
    scope = Scope(start=0, stop=len(document.text), speaker="lukashenko")
    told = list(explain_targets(document, desk(), read_names(document, desk()), scope))
    assert any("beside_a_value" in rules for _, _, rules in told)
    assert any("the_speaker" in rules for _, _, rules in told)
