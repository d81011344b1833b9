"""Which part of a sentence tells of a contact."""

import pytest

from overtone.read.encounter_clauses import spoken_at_it, told_of, unquoted, without_reporters, without_wishes
from overtone.read.encounter_party import Party


def test_what_was_said_at_a_meeting_is_left_aside() -> None:
    assert told_of("At a meeting he said that they will win") == "At a meeting he "
    assert told_of("На встрече он отметил, что пройдут учения") == "На встрече он отметил"
    assert told_of("Talks, he said, will be held in Sochi") == "Talks, he said, will be held in Sochi"
    assert told_of("He said that harvests will be good") == "He said that harvests will be good"


def test_quoted_words_announce_nothing_and_keep_their_length() -> None:
    text = "The talks went “as planned”, he said"
    assert "planned" not in unquoted(text)
    assert len(unquoted(text)) == len(text)
    assert unquoted("an “open mark") == "an “open mark"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("At a meeting with his colleague he praised the harvest", True),
        ("На встрече в Минске с коллегой он сообщил", True),
        ("Падчас перамоў ён заявіў", True),
        ("A meeting with his colleague is a fine thing", False),
        ("The harvest was praised", False),
    ],
)
def test_whoever_spoke_at_a_contact_held_it(text: str, held: bool) -> None:
    assert spoken_at_it(text) is held


def party(name: str, state: str, text: str) -> Party:
    at = text.index(name)
    return Party(id=name.lower(), state=state, rank=1, start=at, stop=at + len(name))


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov met Makei in Minsk, Khrenin of the ministry said",
        "Lavrov met Makei in Minsk, said Khrenin",
        "Lavrov met Makei in Minsk, reported Khrenin on Friday",
    ],
)
def test_who_only_reports_a_meeting_was_not_at_it(text: str) -> None:
    three = [party("Lavrov", "ru", text), party("Makei", "by", text), party("Khrenin", "by", text)]
    assert [p.id for p in without_reporters(three, text)] == ["lavrov", "makei"]


def test_of_two_nobody_is_taken_for_a_reporter() -> None:
    text = "Talks took place in Minsk, Makei said after he saw Lavrov"
    two = [party("Makei", "by", text), party("Lavrov", "ru", text)]
    assert len(without_reporters(two, text)) == 2


def test_a_wish_is_no_contact_and_leaves_the_occasion() -> None:
    blank = without_wishes("Zelenskyy is ready to meet Putin, he said.")
    assert "meet" not in blank
    assert blank.endswith(", he said.")
    assert len(blank) == 42
    for words in (
        "Зеленский отказался встречаться с Путиным",
        "Зяленскі гатовы сустрэцца з Пуціным",
        "If Putin meets him",
    ):
        assert without_wishes(words).strip().count(" ") <= 1
    at_it = "Tokayev called on Putin at the talks to wait."
    assert without_wishes(at_it) == at_it


def test_who_hears_of_a_contact_or_comments_on_it_is_no_party() -> None:
    text = "Aliyev informed Putin of his meeting with Michel"
    parties = [_placed(text, name, state) for name, state in (("Aliyev", "az"), ("Putin", "ru"), ("Michel", "eu"))]
    assert [p.id for p in without_reporters(parties, text)] == ["aliyev", "michel"]
    text = "Lukashenko compared the meeting of Putin and Biden to a game"
    parties = [_placed(text, name, state) for name, state in (("Lukashenko", "by"), ("Putin", "ru"), ("Biden", "us"))]
    assert [p.id for p in without_reporters(parties, text)] == ["putin", "biden"]


def _placed(text: str, name: str, state: str) -> Party:
    at = text.index(name)
    return Party(id=name.lower(), state=state, rank=3, start=at, stop=at + len(name))
