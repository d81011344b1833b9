"""Kinds and statuses: which rule decides, in which order."""

import pytest

from overtone.read.encounter_rules import Words, kind_of, status_of


@pytest.mark.parametrize(
    ("text", "states", "place", "expected"),
    [
        ("spoke by telephone", 2, "", ("phone", "by_telephone")),
        ("talks by video link", 2, "", ("video", "by_video_link")),
        ("had a conversation with", 2, "", ("phone", "conversed_from_afar")),
        ("had a conversation with", 2, "Sochi", ("bilateral", "face_to_face")),
        ("met on the sidelines", 2, "Sochi", ("sidelines", "aside")),
        ("a summit was held", 3, "Sochi", ("multilateral", "in_company")),
        ("a summit was held", 2, "Sochi", ("bilateral", "face_to_face")),
        ("the visit was cancelled", 2, "Minsk", ("bilateral", "visit_called_off")),
        ("the harvest was good", 2, "Minsk", None),
    ],
)
def test_the_first_rule_that_knows_decides_the_kind(
    text: str, states: int, place: str, expected: tuple[str, str] | None
) -> None:
    assert kind_of(Words(text=text, states=states, place=place)) == expected


@pytest.mark.parametrize(
    ("text", "filed", "expected"),
    [
        ("will meet", "", "announced"),
        ("the meeting was cancelled", "announcement", "cancelled"),
        ("met", "announcement", "announced"),
        ("met", "", "held"),
    ],
)
def test_cancelled_before_announced_before_held(text: str, filed: str, expected: str) -> None:
    assert status_of(text, filed)[0] == expected
