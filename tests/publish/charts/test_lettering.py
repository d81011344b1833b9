"""Widths of letters: what is cut fits, what fits is not cut, and folding loses no word before the last line."""

import pytest

from overtone.publish.charts.lettering import cut, extent, fold, plain

NAMES = (
    "Lukashenko",
    "Ўладзімір Макей",
    "Организация Договора о коллективной безопасности",
    "W" * 90,
    "中华人民共和国" * 5,
)


def test_wide_letters_are_wider_and_marks_over_letters_take_no_room() -> None:
    assert extent("Щ", 10) > extent("і", 10)
    assert extent("й", 10) == extent("и", 10)
    assert extent("e\u0301", 10) == extent("e", 10)
    assert extent("\u202e\u200b", 10) == 0
    assert extent("ab", 10, heavy=True) > extent("ab", 10)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("room", [20, 60, 140, 320])
def test_what_is_cut_or_folded_fits(name: str, room: int) -> None:
    assert extent(cut(name, room, 12), 12) <= room
    for most in (1, 2, 3):
        lines = fold(name, room, 12, most)
        assert 1 <= len(lines) <= most
        assert all(extent(line, 12) <= room for line in lines)


def test_what_fits_stays_as_it_is() -> None:
    assert cut("Putin", 100, 12) == "Putin"
    assert fold("Putin", 100, 12) == ["Putin"]
    assert fold("", 100, 12) == [""]


def test_folding_keeps_every_word_where_there_are_lines_enough() -> None:
    name = "Организация Договора о коллективной безопасности"
    assert " ".join(fold(name, 140, 12, 9)) == name
    assert fold("Astana–Minsk–Moscow", 60, 12, 9) == ["Astana–", "Minsk–", "Moscow"]


def test_heaps_of_marks_are_taken_off() -> None:
    assert plain("o" + "\u0301" * 30) == "o\u0301\u0301"
    assert plain(" a\n\tb ") == "a b"
