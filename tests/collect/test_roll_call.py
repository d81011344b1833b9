"""Roll calls: one document a resolution, its lines as they stand in the file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from overtone.errors import InputError
from tests.collect.drawn import taken
from tests.corpus import CARD

HEADER = "resolution\tdate\tiso3\tchoice\n"
CALLS = replace(
    CARD,
    kind="roll-call",
    shape="roll-call",
    fields=(("key", "resolution"), ("title", "resolution"), ("published", "date"), ("url", "=https://example.org")),
)


def test_one_document_a_resolution_even_where_its_lines_lie_apart(tmp_path: Path) -> None:
    first = "R/1\t2022-03-02\tBLR\tN\n"
    second = "R/2\t2022-03-24\tBLR\tN\n"
    later = 'R/1\t2022-03-02\tKAZ\t"A"\n'
    (tmp_path / "votes.tsv").write_text(HEADER + first + second + later)
    (one, other), aside, _ = taken(tmp_path / "votes.tsv", CALLS)
    assert (one.key, one.kind, one.text) == ("R/1", "roll-call", HEADER + first + later)
    assert (other.key, other.published_on, other.text) == ("R/2", date(2022, 3, 24), HEADER + second)
    assert [part.role for part in one.parts] == ["body"]
    assert (one.origin, other.origin, aside) == ("votes.tsv:2", "votes.tsv:3", [])


def test_a_constant_key_makes_the_file_one_document(tmp_path: Path) -> None:
    card = replace(CALLS, fields=(("key", "=ES-11/3"), ("published", "=2022-04-07")))
    (tmp_path / "votes.csv").write_text("NAME,vote\nBelarus,N\nArmenia,NP\n")
    (one,), _, _ = taken(tmp_path / "votes.csv", card)
    assert (one.key, one.text, one.published_on) == ("ES-11/3", "NAME,vote\nBelarus,N\nArmenia,NP\n", date(2022, 4, 7))


def test_a_line_that_cannot_be_read_is_set_aside_alone(tmp_path: Path) -> None:
    (tmp_path / "votes.tsv").write_text(HEADER + "R/1\t2022-03-02\tBLR\tN\nR/1\t2022-03-02\n")
    documents, aside, _ = taken(tmp_path / "votes.tsv", CALLS)
    assert documents[0].text == HEADER + "R/1\t2022-03-02\tBLR\tN\n"
    assert [(one.line, one.reason) for one in aside] == [(3, "2 cells where the header has 4")]


def test_a_table_without_votes_is_refused_with_the_columns_it_has(tmp_path: Path) -> None:
    card = replace(CALLS, fields=(("key", "=ES-11/3"), ("published", "=2022-04-07")))
    (tmp_path / "countries.csv").write_text("NAME,ISO_A2,n\nBelarus,BY,606\n")
    with pytest.raises(InputError, match="no column for the vote; found NAME, ISO_A2, n") as caught:
        taken(tmp_path / "countries.csv", card)
    assert caught.value.where == str(tmp_path / "countries.csv")


@pytest.mark.parametrize("column", ["vote", "Vote", "CHOICE", " choice "])
def test_the_column_of_the_vote_may_be_written_as_the_reader_of_votes_takes_it(tmp_path: Path, column: str) -> None:
    card = replace(CALLS, fields=(("key", "=ES-11/3"), ("published", "=2022-04-07")))
    (tmp_path / "votes.csv").write_text(f"NAME,{column}\nBelarus,N\n")
    documents, aside, _ = taken(tmp_path / "votes.csv", card)
    assert (len(documents), aside) == (1, [])
