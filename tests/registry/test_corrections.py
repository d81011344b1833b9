"""Corrections as files: two persons, every language, something concerned; each mistake with file, line and field."""

from pathlib import Path

import pytest

from overtone.errors import CorrectionError
from overtone.registry.corrections import load_corrections

WHOLE = """# a comment
[corrections.2022-10-24-count]
on = 2022-10-24
kind = "correction"
entered_by = "first editor"
approved_by = "second editor"
week = "2022-W41"
sentences = ["s-abc"]
wrong.en = "One meeting was counted twice."
wrong.ru = "Одна встреча посчитана дважды."
wrong.be = "Адна сустрэча палічана двойчы."
right.en = "There was one."
right.ru = "Встреча была одна."
right.be = "Сустрэча была адна."
"""

# what is written in place of what, the line it is told with, and words of the complaint
MISTAKES = {
    "one person did both": ('"second editor"', '"First  Editor"', 6, "another person has to approve"),
    "no such kind": ('"correction"', '"corection"', 4, "did you mean 'correction'?"),
    "no such week": ("2022-W41", "2022-W53", 7, "expected a week such as 2022-W41"),
    "no week at all": ("2022-W41", "W41", 7, "expected a week such as 2022-W41"),
    "a sentence without its sign": ('"s-abc"', '"abc"', 8, "as their links name them"),
    "a language left out": ('wrong.ru = "Одна встреча посчитана дважды."\n', "", 9, "ru: missing"),
    "a day in quotation marks": ("2022-10-24\n", '"2022-10-24"\n', 3, "without quotation marks"),
    "an unknown key": ("sentences =", "sentence =", 8, "did you mean 'sentences'?"),
    "sentences of no week": ('week = "2022-W41"\n', "", 7, "name its week"),
    "an id that is no address": ("2022-10-24-count]", '"Лічэнне"]', 2, "becomes an address"),
    "a withdrawal of nothing": ('"correction"', '"withdrawal"', 4, "takes back statements or documents"),
    "nothing concerned": ('week = "2022-W41"\nsentences = ["s-abc"]\n', "", 2, "it concerns nothing"),
    "a document without its key": ("sentences =", 'documents = ["diary"]\nsentences =', 8, "as source/key"),
}


def put(folder: Path, text: str = WHOLE) -> Path:
    (folder / "2022.toml").write_text(text, "utf-8")
    return folder


def test_a_correction_is_read_as_it_is_written(tmp_path: Path) -> None:
    (one,) = load_corrections(put(tmp_path)).found
    assert (one.id, str(one.on), one.kind) == ("2022-10-24-count", "2022-10-24", "correction")
    assert one.sentences == ("s-abc",)
    assert one.wrong.display("be") == "Адна сустрэча палічана двойчы."


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / "nothing").found == ()


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_field(case: str, tmp_path: Path) -> None:
    old, new, line, words = MISTAKES[case]
    assert old in WHOLE
    with pytest.raises(CorrectionError) as trouble:
        load_corrections(put(tmp_path, WHOLE.replace(old, new, 1)))
    assert words in str(trouble.value)
    assert trouble.value.where == f"{tmp_path / '2022.toml'}:{line}"
    assert trouble.value.exit_code == 3
    assert "docs/corrections.md" in trouble.value.next_step


def test_they_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    earlier = WHOLE.replace("2022-10-24", "2022-10-20").replace("# a comment", "")
    found = load_corrections(put(tmp_path, WHOLE + earlier)).found
    assert [one.id for one in found] == ["2022-10-20-count", "2022-10-24-count"]


def test_a_reference_that_leads_nowhere_is_told_with_its_line(tmp_path: Path) -> None:
    corrections = load_corrections(put(tmp_path))
    trouble = corrections.refuse(corrections.found[0], "sentences", "not there", "copy it")
    assert trouble.where.endswith("2022.toml:8")
    assert "2022-10-24-count: sentences: not there" in str(trouble)
