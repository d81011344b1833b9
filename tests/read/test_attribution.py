"""Who said what in reports: cases as data in three languages, negatives, strict known failures, laws of the span."""

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from overtone.read.attribution import RULES, explain_attribution, read_attribution
from overtone.read.names import read_names
from overtone.records import Document, Part
from overtone.registry import Registry, load

CASES = Path(__file__).resolve().parents[1] / "cases" / "attribution"
Case = tuple[str, str, str, str]


def _cases(name: str) -> list[Case]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    rows = (tuple(cell.strip() for cell in line.split("|", 3)) for line in lines if line and not line.startswith("#"))
    return [(lang, speaker, rule, text) for lang, speaker, rule, text in rows]


@cache
def _desk() -> Registry:
    return load()


def _page(lang: str, text: str) -> Document:
    return Document(
        source="diary",
        key="case",
        url="https://example.org/case",
        lang=lang,
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        parts=(Part(role="body", start=0, stop=len(text)),),
        published_on=date(2022, 5, 16),
    )


def _last(case: Case) -> tuple[str, str]:
    """Speaker and rule of the last sentence; dashes where it is given to nobody."""
    page = _page(case[0], case[3])
    *_, (_, _, rule, speaker) = explain_attribution(page, read_names(page, _desk()), _desk())
    return speaker or "-", rule or "-"


@pytest.mark.parametrize("case", _cases("cases.txt"), ids=lambda case: case[3][:50])
def test_a_sentence_is_given_to_its_speaker_by_the_rule_that_should(case: Case) -> None:
    assert _last(case) == (case[1], case[2])


@pytest.mark.parametrize("case", _cases("cases.failing.txt"), ids=lambda case: case[3][:50])
def test_known_failures_still_fail(case: Case) -> None:
    assert _last(case)[0] != case[1]


def test_words_in_quotation_marks_make_a_sentence_mixed_or_direct() -> None:
    manners = {}
    for words in (
        "Dmitry Peskov said that nothing is planned.",
        'Dmitry Peskov said that it was "a very stupid thing" to claim.',
        '"It is all going according to the plan we made," said Dmitry Peskov.',
    ):
        page = _page("en", words)
        (statement,) = read_attribution(page, _desk(), read_names(page, _desk()))
        manners[statement.manner] = statement
    assert list(manners) == ["indirect", "mixed", "direct"]


def test_a_statement_is_the_sentence_and_its_speaker_stands_in_it() -> None:
    page = _page("en", "It rained. Dmitry Peskov said that sanctions hurt nobody. It rained on.")
    (statement,) = read_attribution(page, _desk(), read_names(page, _desk()))
    assert page.text[statement.start : statement.stop] == "Dmitry Peskov said that sanctions hurt nobody."
    assert page.text[statement.speaker_start : statement.speaker_stop] == statement.speaker == "Dmitry Peskov"
    assert statement.topics == ("sanctions",)
    assert all(statement.start <= m.start < m.stop <= statement.stop for m in statement.mentions)


def test_an_empty_text_and_a_text_without_names_say_nothing() -> None:
    for text in ("", "…", "Nobody said anything to anyone."):
        page = _page("en", text)
        assert read_attribution(page, _desk(), ()) == ()


def test_every_rule_tells_its_ground() -> None:
    assert all(rule.__doc__ for rule in RULES)
