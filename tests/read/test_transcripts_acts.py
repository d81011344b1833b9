"""What a turn does."""

import pytest

from overtone.read.labels_scene import Label
from overtone.read.transcripts_acts import Turn, act, meeting


def _turn(printed: str, words: str, actor: str | None = None, role: str = "") -> Turn:
    label = Label(start=0, stop=0, speech=0, printed=printed, name="" if role else printed, note="", rule="", role=role)
    return Turn(label=label, voice=printed, actor=actor, office=None, start=0, stop=len(words), words=words)


@pytest.mark.parametrize(
    ("turn", "does"),
    [
        (_turn("Vladimir Putin", "Please, go ahead.", "putin"), "moderation"),
        (_turn("Vladimir Putin", "Прошу Вас.", "putin"), "moderation"),
        (_turn("Vladimir Putin", "We will not give ground.", "putin"), "position"),
        (_turn("Question", "Please, when?", role="question"), "question"),
        (_turn("Remark", "At last.", role="remark"), "remark"),
    ],
)
def test_a_turn_before_another_speaker_does_this(turn: Turn, does: str) -> None:
    turns = [turn, _turn("Alexander Lukashenko", "Thank you. " * 50, "lukashenko")]
    assert act(turns, 0, meeting(turns, "Talks")) == does


def test_the_last_turn_gives_the_floor_to_nobody() -> None:
    turns = [_turn("Vladimir Putin", "Please, go ahead.", "putin")]
    assert act(turns, 0, meeting(turns, "Talks")) == "position"
