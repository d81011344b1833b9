"""Tables: quoted cells, cells too many, quotes never closed."""

from dataclasses import replace
from pathlib import Path

import pytest

from overtone.errors import InputError
from tests.collect.drawn import taken
from tests.corpus import CARD

TABLE = replace(CARD, shape="csv", fields=(("key", "id"), ("title", "title"), ("body", "text"), ("published", "day")))
HEADER = "id,day,title,text\n"


def taken_table(tmp_path: Path, text: str | bytes) -> tuple[list[str], list[tuple[int, str]]]:
    (tmp_path / "in.csv").write_bytes(text.encode() if isinstance(text, str) else text)
    documents, aside, _ = taken(tmp_path / "in.csv", TABLE)
    return [one.text for one in documents], [(one.line, one.reason) for one in aside]


CASES: dict[str, tuple[str | bytes, list[str], list[tuple[int, str]]]] = {
    "plain": ("1,2022-05-16,A,b\n2,2022-05-17,C,d\n", ["A\n\nb", "C\n\nd"], []),
    "a cell over lines": ('1,2022-05-16,A,"b\n\nc ""d"""\n2,2022-05-17,C,d\n', ['A\n\nb\n\nc "d"', "C\n\nd"], []),
    "a cell too many": ("1,2022-05-16,A,b,c\n2,2022-05-17,C,d\n", ["C\n\nd"], [(2, "5 cells where the header has 4")]),
    "a quote never closed": (
        '1,2022-05-16,A,"b\n2,2022-05-17,C,d\n3,2022-05-18,E,f\n',
        ["C\n\nd", "E\n\nf"],
        [(2, "a quote is opened and never closed")],
    ),
    "not UTF-8": (b"1,2022-05-16,A,b\xff\n2,2022-05-17,C,d\n", ["C\n\nd"], [(2, "not UTF-8 at byte 16")]),
}


@pytest.mark.parametrize("case", CASES)
def test_rows_of_a_table(tmp_path: Path, case: str) -> None:
    given, documents, aside = CASES[case]
    text = HEADER.encode() + (given.encode() if isinstance(given, str) else given)
    assert taken_table(tmp_path, text) == (documents, aside)


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_other_marks_between_columns_are_seen_from_the_header(tmp_path: Path, mark: str) -> None:
    text = (HEADER + "1,2022-05-16,A,b\n").replace(",", mark)
    assert taken_table(tmp_path, text) == (["A\n\nb"], [])


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "empty"), ("id,title\n", "no column day, text; the file has id, title"), ('{"id": 1}\n', "no column")],
)
def test_a_table_of_another_source_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        taken_table(tmp_path, text)


def test_a_cell_of_five_megabytes_is_read(tmp_path: Path) -> None:
    documents, _ = taken_table(tmp_path, f'{HEADER}1,2022-05-16,A,"{"word " * 1_000_000}"\n')
    assert len(documents[0]) == 5_000_003
