"""Word lists written as running text."""

from overtone.language.lists import listed


def test_words_come_in_order_whatever_space_parts_them() -> None:
    assert listed("  ст  п\nпп\tг.д ст") == ("ст", "п", "пп", "г.д", "ст")
    assert listed(" \n") == ()
