"""The page of a number: everything it may not travel without, and how to measure it again."""

import json
from functools import cache

import pytest

from overtone.publish.pages import pages
from overtone.publish.signals import command
from overtone.publish.words import Words
from overtone.records import Signal
from tests.publish.portrayed import TALLY, portrayed
from tests.publish.reading import every, parse, targets, words
from tests.publish.week41 import LANGS

WEEK = "2022-W41"


@cache
def site() -> dict[str, bytes]:
    return pages(portrayed())


@pytest.mark.parametrize("lang", LANGS)
def test_a_number_stands_with_interval_usual_level_chance_coverage_and_method(lang: str) -> None:
    whole = portrayed()
    text = next(t for t in whole.texts if t.lang == lang)
    say = Words(lang, text.labels)
    for signal in whole.signals:
        if not isinstance(signal, Signal):
            continue
        page = words(parse(site()[f"{lang}/{WEEK}/signal/{signal.id}.html"]))
        told = (
            say.measured(signal.value, signal.unit),
            say.measured(signal.low, signal.unit),
            say.measured(signal.high, signal.unit),
            say.measured(signal.baseline, signal.unit),
            say.number(signal.surprise, 3),
            say.percent(signal.coverage),
            str(signal.n),
            signal.method,
            f"docs/{signal.measure}.md",
            say.say(f"method.{signal.measure}.not-for"),
            say.say(f"method.{signal.measure}.null"),
            command(whole, signal),
        )
        assert [words for words in told if words not in page] == []


def test_a_refusal_has_a_page_that_says_why() -> None:
    refusal = next(s for s in portrayed().signals if not isinstance(s, Signal))
    root = parse(site()[f"en/{WEEK}/signal/{refusal.id}.html"])
    assert "the source is a selection" in words(root)
    assert not [p for p in every(root, "p") if "figure-large" in (p.get("class") or "")]


def test_the_command_names_whom_and_what_as_of_the_cut() -> None:
    whole = portrayed()
    actor = whole.signals[-1].actor
    assert command(whole, whole.signals[-1]) == (
        f"overtone measure salience --week 2022-W41 --actor {actor} --target security --as-of 2022-10-17T00:00:00+00:00"
    )
    assert "--actor" not in command(whole, whole.signals[0])


def test_counts_are_there_to_download_with_the_call_of_the_whole_family() -> None:
    signal = portrayed().signals[0]
    root = parse(site()[f"ru/{WEEK}/signal/{signal.id}.html"])
    leads = {a for _, a in targets(root)}
    assert {"../data/salience.csv", "../data/salience.parquet"} <= leads
    assert {f"ru/{WEEK}/data/salience.csv", f"ru/{WEEK}/data/salience.parquet"} <= set(site())
    assert TALLY.command in words(root)


def test_sentences_and_portraits_that_rest_on_it_lead_back() -> None:
    whole = portrayed()
    leads = {a for _, a in targets(parse(site()[f"en/{WEEK}/signal/{whole.signals[0].id}.html"]))}
    assert any(a.startswith("../index.html#s-") for a in leads)
    assert any(a.startswith("../actor/") and "#s-" in a for a in leads)


def test_the_twin_holds_the_same_number_and_the_same_command() -> None:
    whole = portrayed()
    for signal in whole.signals:
        told = json.loads(site()[f"be/{WEEK}/signal/{signal.id}.json"])
        assert (told["id"], told["command"]) == (signal.id, command(whole, signal))
        if isinstance(signal, Signal):
            assert (told["value"], told["low"], told["high"]) == (signal.value, signal.low, signal.high)
