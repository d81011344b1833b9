"""Reports that only the names tell: acts by words, decisions, asides, and what a readout goes on with."""

from dataclasses import replace

import pytest

from overtone.read.names import read_names
from overtone.read.resolution.statements import statements_of
from overtone.records import Statement
from tests.read.resolution.drawn import desk, drawn, page


def read(text: str, lang: str = "en", kind: str = "news") -> list[Statement]:
    plain, attributions = drawn(text)
    document = replace(page(lang, plain), kind=kind)
    return list(statements_of(document, desk(), read_names(document, desk()), attributions))


@pytest.mark.parametrize(
    ("lang", "text", "who", "rule"),
    [
        ("en", "Alexander Lukashenko spoke of fifteen regiments at the border.", "lukashenko", "act@1"),
        ("en", "Days before, Lukashenko complained about the price of gas.", "lukashenko", "act@1"),
        ("en", "The UN General Assembly adopted a text on aid.", "unga", "act@1"),
        ("en", "Joe Biden rested. Russia, in his words, stood alone.", "biden", "own-words@1"),
        ("en", "On a proposal by President Tokayev the office gets a new name.", "tokayev", "agent@1"),
        ("ru", "Владимир Путин согласился и дальше учить экипажи.", "putin", "act@1"),
    ],
)
def test_a_report_without_a_cue_of_speech(lang: str, text: str, who: str, rule: str) -> None:
    (one,) = read(text, lang)
    assert (one.actor, one.rule.split("+")[0]) == (who, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Alexander Lukashenko flew to Sochi.",
        "Vladimir Putin spoke by phone with Sauli Niinisto.",
        "A report on Lukashenko spoke of regiments.",
        "A company adopted a text on aid.",
    ],
)
def test_what_is_no_report_makes_no_statement(text: str) -> None:
    assert read(text) == []


def test_a_sentence_in_which_somebody_speaks_is_left_as_it_is() -> None:
    found = read("[Analysts] said {Alexander Lukashenko spoke of regiments}.")
    assert [s.actor for s in found] == [None]


def test_a_paper_passes_on_what_a_person_says() -> None:
    found = read("According to [the Russian readout], {Putin called it wrong}.")
    assert [s.actor for s in found] == ["putin"]


READOUT = "{The presidents spoke by phone}, [the Kremlin] said. Trade was on the agenda as well. It rained."


def test_a_readout_goes_on_with_what_was_talked_about() -> None:
    found = read(READOUT, kind="readout")
    assert [(s.actor, s.rule) for s in found] == [("ru-presidential-service", "readout@1+carried-on@1")]


def test_that_some_spoke_is_a_contact_and_what_about_a_statement() -> None:
    assert read("{The presidents spoke by phone}, [the Kremlin] said.", kind="readout") == []
    assert len(read("{The presidents spoke by phone about gas}, [the Kremlin] said.", kind="readout")) == 1


def test_other_texts_do_not_go_on() -> None:
    assert len(read(READOUT, kind="news")) == 1
