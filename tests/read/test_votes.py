"""Roll calls read line by line, in the shapes of the three tables, and what stays unread."""

from datetime import date

import pytest

from overtone.read.votes import read_votes, unread_votes
from overtone.records import Document
from tests.read.drawn_encounters import desk, page


def table(*lines: str, **more: str) -> Document:
    document = page(
        ("Aggression against Ukraine", "\n".join(lines)), source="unga", day="2022-03-02", kind="roll-call", **more
    )
    assert document.part("body") == "\n".join(lines)
    return document


def choices(document: Document) -> list[tuple[str, str, str]]:
    return [(v.resolution, v.state, v.choice) for v in read_votes(document, desk())]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("resolution,country,vote", 'ES-11/1,"Belarus",N', 'ES-11/1,"Armenia",A'),
            [("ES-11/1", "by", "N"), ("ES-11/1", "am", "A")],
        ),
        (
            ("NAME,ISO_A2,ISO_A3,vote", "Belarus,BY,BLR,N", "Armenia,AM,ARM,NP"),
            [("ES-11/3", "by", "N"), ("ES-11/3", "am", "NP")],
        ),
        (
            ("resolution\tdate\ttitle\tiso3\tchoice\tsource", "ES-11/4\t2022-10-12\tIntegrity\tBLR\tN\tun"),
            [("ES-11/4", "by", "N")],
        ),
    ],
)
def test_each_shape_of_table_is_read(lines: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert choices(table(*lines, event="unga-es-11/3")) == expected


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Dem. Rep. Congo", "cd"),
        ("Eq. Guinea", "gq"),
        ("S. Sudan", "ss"),
        ("Bosnia-Herzegovina", "ba"),
        ("Central African Rep.", "cf"),
        ("Saint Vincent and Grenadines", "vc"),
        ("United States of America", "us"),
        ("Côte d'Ivoire", "ci"),
        ("Swaziland", "sz"),
        ("Macedonia", "mk"),
        ("Turkey", "tr"),
        ("Republic of Korea", "kr"),
    ],
)
def test_names_of_states_as_tables_shorten_them(name: str, state: str) -> None:
    assert choices(table("resolution,country,vote", f'ES-11/1,"{name}",Y')) == [("ES-11/1", state, "Y")]


def test_an_unknown_state_keeps_its_code_in_lower_case() -> None:
    assert choices(table("resolution,country,vote", "1/1,XQZ,Y")) == [("1/1", "xqz", "Y")]


def test_every_vote_spans_its_line() -> None:
    document = table("resolution,country,vote", "ES-11/1,Belarus,N", "ES-11/1,Cuba,A")
    words = [document.text[v.start : v.stop] for v in read_votes(document, desk())]
    assert words == ["ES-11/1,Belarus,N", "ES-11/1,Cuba,A"]


def test_a_choice_nobody_knows_stays_unread() -> None:
    document = table("resolution,country,vote", "ES-11/1,Belarus,?", "ES-11/1,,Y", "ES-11/1,Cuba,A", "broken")
    assert choices(document) == [("ES-11/1", "cu", "A")]
    unread = [document.text[s.start : s.stop] for s in unread_votes(document)]
    assert unread == ["ES-11/1,Belarus,?", "ES-11/1,,Y", "broken"]


def test_the_day_of_the_line_wins_over_the_page() -> None:
    (vote,) = read_votes(table("resolution\tdate\tiso3\tchoice", "ES-11/4\t2022-10-12\tBLR\tN"), desk())
    assert (vote.voted_on, vote.title) == (date(2022, 10, 12), "Aggression against Ukraine")


def test_other_documents_hold_no_votes() -> None:
    document = page(
        ("Vote", "resolution,country,vote\nES-11/1,Belarus,N"), source="diary", day="2022-03-02", kind="news"
    )
    assert read_votes(document, desk()) == ()
    assert unread_votes(document) == ()


def test_an_empty_table_holds_no_votes() -> None:
    assert choices(table("resolution,country,vote")) == []
