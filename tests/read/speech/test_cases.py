"""Drawn cases of who says what, in three languages: {source} ⟨cue⟩ ⟦content⟧, negatives that must yield nothing."""

import re
from pathlib import Path

import pytest

from overtone.read.speech import attribute_by_rules
from overtone.records import Span

CASES = Path(__file__).resolve().parents[2] / "cases" / "speech"
OPENS = {"{": "source", "⟨": "cue", "⟦": "content"}
CLOSES = {"}": "source", "⟩": "cue", "⟧": "content"}


def _read(name: str) -> list[tuple[str, str, str, str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    rows = [line.split(" | ", 3) for line in lines if line.strip() and not line.startswith("#")]
    return [(lang, rule, stance, drawn) for lang, rule, stance, drawn in rows]


def _undrawn(drawn: str) -> tuple[str, dict[str, set[int]]]:
    """The text without its marks, and the characters of each role."""
    text, role = "", ""
    places: dict[str, set[int]] = {"source": set(), "cue": set(), "content": set()}
    for sign in drawn:
        if sign in OPENS:
            role = OPENS[sign]
        elif sign in CLOSES:
            role = ""
        else:
            if role:
                places[role].add(len(text))
            text += sign
    return text, places


def _words(text: str, spans: tuple[Span, ...]) -> set[int]:
    inside = {place for span in spans for place in range(span.start, span.stop)}
    return {found.start() for found in re.finditer(r"\w+", text) if found.start() in inside}


def _drawn_words(text: str, places: set[int]) -> set[int]:
    return {found.start() for found in re.finditer(r"\w+", text) if found.start() in places}


def _passes(lang: str, rule: str, stance: str, drawn: str) -> bool:
    text, places = _undrawn(drawn)
    found = attribute_by_rules(text, lang)
    if rule == "-":
        return not found
    return any(
        one.rule == f"{rule}@1"
        and one.stance == stance
        and _words(text, one.source) == _drawn_words(text, places["source"])
        and _words(text, one.content) == _drawn_words(text, places["content"])
        and _words(text, one.cue) >= _drawn_words(text, places["cue"]) - _drawn_words(text, places["source"])
        for one in found
    )


@pytest.mark.parametrize(("lang", "rule", "stance", "drawn"), _read("cases.txt"))
def test_a_drawn_case_is_read_as_drawn(lang: str, rule: str, stance: str, drawn: str) -> None:
    assert _passes(lang, rule, stance, drawn), attribute_by_rules(_undrawn(drawn)[0], lang)


@pytest.mark.parametrize(("lang", "rule", "stance", "drawn"), _read("cases.failing.txt"))
def test_a_known_failure_still_fails(lang: str, rule: str, stance: str, drawn: str) -> None:
    assert not _passes(lang, rule, stance, drawn), "it passes now: move it to cases.txt"
