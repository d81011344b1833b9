"""What was left unsaid is told where chance would seldom give it, or where one summit shows it side by side."""

from dataclasses import replace

import pytest

from overtone.assess.silences import MOST_TARGETS, at_events, telling
from overtone.records import Abstention, Finding, Reading
from tests.build import Page, material, signal, statement

SUMMIT = "csto-summit-2022-05-16"


def slots(finding: Finding) -> dict[str, str]:
    return {slot.name: slot.value for slot in finding.slots}


def keys(*signals: object, theme: str = "security") -> list[str]:
    found = telling(material(), theme, [s for s in signals if isinstance(s, type(signal()) | Abstention)])
    return [f.key for f in found]


def test_a_silence_that_chance_would_seldom_give_is_told_with_its_ground() -> None:
    quiet = signal(actor="tokayev", q=0.04, surprise=0.01)
    (found,) = telling(material(), "security", [quiet])
    assert found.key == "silent"
    assert found.signals == (quiet,)
    assert slots(found) | {"expected_whole": ""} == {
        "actor": "tokayev",
        "target": "nato",
        "n": "12",
        "expected": "4.0",
        "expected_whole": "",
        "p": "0.01",
    }


@pytest.mark.parametrize(
    "quiet",
    [
        signal(actor="tokayev", q=0.051, surprise=0.001),
        signal(actor="tokayev", q=None, surprise=0.2),
        signal(actor="tokayev", q=None, surprise=None),
        signal(actor="tokayev", q=0.01, value=1.0),
        signal("salience", actor="tokayev", q=0.01),
        Abstention(
            measure="silence", method="silence@1", window="2022-W20", actor="tokayev", target="nato", venue="",
            reason="too-few-occasions", detail="", coverage=1.0, n=0,
        ),
    ],
    ids=["by chance", "alone by chance", "no chance known", "something said", "another measure", "abstained"],
)  # fmt: skip
def test_a_silence_that_chance_may_give_is_not_told(quiet: object) -> None:
    assert keys(quiet) == []


def test_a_silence_stands_under_the_themes_of_its_subject() -> None:
    on_nato, on_ukraine = signal(actor="lukashenko", q=0.01), signal(actor="lukashenko", target="ua", q=0.01)
    assert keys(on_nato, on_ukraine, theme="security") == ["silent"]
    assert keys(on_nato, on_ukraine, theme="belarus-ukraine") == ["silent"]
    assert keys(on_nato, on_ukraine, theme="economy") == []
    assert keys(signal(actor="nobody", target="nowhere", q=0.01)) == []


def speech(actor: str, named: int, *, words: int = 100, venue: str = SUMMIT) -> Page:
    text = " ".join(["Ukraine"] * named + ["word"] * (words - named))
    return statement(actor, text, on="2022-05-16", topics=("csto",), names=("ua=Ukraine",), venue=venue)


def test_at_one_event_who_named_a_subject_stands_beside_who_did_not() -> None:
    week = material(speech("lukashenko", 13), speech("putin", 4), speech("tokayev", 0), speech("rahmon", 0))
    named, silent = at_events(week, "security")
    assert (named.key, silent.key) == ("event-named", "event-silent")
    assert (slots(named)["actor"], slots(named)["n"], slots(named)["target"]) == ("lukashenko", "13", "ua")
    assert slots(silent)["silent"] == "rahmon,tokayev"
    assert {week.words_of(e) for e in named.evidence} == {"Ukraine"}
    assert {e.row for e in silent.evidence} == {s.id for s in week.positions if s.actor in ("tokayev", "rahmon")}


@pytest.mark.parametrize(
    "pages",
    [
        (speech("lukashenko", 13), speech("tokayev", 0)),
        (speech("lukashenko", 13), speech("putin", 2), speech("tokayev", 1)),
        (speech("lukashenko", 2), speech("putin", 2), speech("tokayev", 0)),
        (speech("lukashenko", 13), speech("putin", 3), speech("tokayev", 0, words=20)),
        tuple(speech(actor, n, venue="") for actor, n in (("lukashenko", 13), ("putin", 3), ("tokayev", 0))),
    ],
    ids=["two speakers", "all named it", "hardly named", "no room to name it", "no event"],
)
def test_an_event_tells_nothing_where_the_comparison_would_be_unfair(pages: tuple[Page, ...]) -> None:
    assert list(at_events(material(*pages), "security")) == []


def test_of_many_subjects_only_the_loudest_are_told() -> None:
    text = " ".join(["Ukraine NATO Poland Iran"] * 20)
    names = ("ua=Ukraine", "nato=NATO", "pl=Poland", "ir=Iran")
    loud = statement("lukashenko", text, on="2022-05-16", topics=("csto",), names=names, venue=SUMMIT)
    found = list(at_events(material(loud, speech("tokayev", 0), speech("rahmon", 0)), "security"))
    assert [f.key for f in found] == ["event-named", "event-silent"] * MOST_TARGETS


def test_a_bloc_that_is_a_topic_too_is_counted_once() -> None:
    text = " ".join(["NATO"] * 9 + ["word"] * 100)
    loud = statement(
        "lukashenko", text, on="2022-05-16", topics=("csto", "nato=NATO"), names=("nato=NATO",), venue=SUMMIT
    )
    named = next(iter(at_events(material(loud, speech("tokayev", 0), speech("rahmon", 0)), "security")))
    assert (slots(named)["target"], slots(named)["n"]) == ("nato", "9")


def test_a_digest_is_no_ground_for_a_silence() -> None:
    week = material(speech("lukashenko", 13), speech("tokayev", 0), speech("rahmon", 0))
    digested = tuple(replace(s, manner="indirect") for s in week.statements)
    themes = {theme: frozenset(s.id for s in digested) for theme in week.themes}
    assert list(at_events(replace(week, statements=digested, themes=themes), "security")) == []


def test_the_last_turn_of_an_unfinished_page_is_no_silence() -> None:
    week = material(speech("lukashenko", 13), speech("putin", 4), speech("tokayev", 0), speech("rahmon", 0))
    page = next(s.document for s in week.statements if s.actor == "rahmon")
    broken = Reading(document=page, reader="test@1", mentions=(), unread=(), notes=("to-be-continued",))
    _, silent = at_events(replace(week, readings=(broken,)), "security")
    assert slots(silent)["silent"] == "tokayev"
