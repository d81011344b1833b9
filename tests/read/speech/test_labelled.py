from overtone.read.speech import attribute_by_rules
from overtone.read.speech.labelled import labelled

TALK = """Part of the talk:

"LAVROV: The talks will go on next week. We are ready.

"BLINKEN: That depends on what is done, not on what is said.

"LAVROV: Then let us meet in Geneva."""


def test_names_that_answer_one_another_are_turns() -> None:
    found = labelled(TALK)
    assert [TALK[one.source[0].start : one.source[0].stop] for one in found] == ["LAVROV", "BLINKEN", "LAVROV"]
    assert TALK[found[1].content[0].start : found[1].content[0].stop].startswith("That depends")
    assert {one.rule for one in found} == {"label@1"}


def test_one_label_alone_is_none() -> None:
    assert labelled("UPDATE: The talks were called off.\n\nWATCH: the video of the meeting in Minsk.") == ()


def test_russian_names_too() -> None:
    text = "ЛАВРОВ: Мы готовы к встрече.\n\nБЛИНКЕН: Это зависит от дел.\n\nЛАВРОВ: Тогда увидимся."
    assert len(labelled(text)) == 3


def test_the_rules_read_turns_too() -> None:
    assert [one.rule for one in attribute_by_rules(TALK, "en")] == ["label@1"] * 3


def test_words_before_many_colons_take_linear_time() -> None:
    assert labelled("A: " * 50_000) == ()
    assert labelled("\n".join(["A B C D"] * 50_000)) == ()
