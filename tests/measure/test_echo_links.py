import pytest

from overtone.measure import Options
from overtone.measure.echo import tally
from tests.measure.echo_world import ENERGY, LINE, W20, world
from tests.measure.views import Row


@pytest.fixture(scope="module")
def links() -> dict[str, Row]:
    given = world(
        ("first", "xi", "2022-02-01", LINE),
        ("second", "modi", "2022-03-01", LINE),
        ("own", "putin", "2022-04-01", ENERGY),
        ("other", "xi", "2022-04-02", ENERGY),
        ("taken", "zas", "2022-05-17", LINE),
        ("repeated", "putin", "2022-05-17", ENERGY),
        ("same-day", "macron", "2022-02-01", LINE),
        noise=3,
        taken={"names": "xi", "kind": "actor", "about": "modi"},
    )
    rows = tally(given, W20, Options()).to_pyarrow().to_pylist()
    return {r["row"]: r for r in rows if r["row"]}


def test_of_equal_origins_the_earliest_is_the_origin(links: dict[str, Row]) -> None:
    assert links["taken"]["origin_row"] in {"first", "same-day"}
    assert links["second"]["origin_row"] == links["taken"]["origin_row"]


def test_of_one_day_none_is_the_origin_of_the_other(links: dict[str, Row]) -> None:
    assert "first" not in links
    assert "same-day" not in links


def test_the_own_line_goes_before_the_same_line_of_another(links: dict[str, Row]) -> None:
    assert links["repeated"]["origin_row"] == "own"


def test_earlier_uses_of_others_and_of_the_speaker_are_counted_for_each_shared_run(links: dict[str, Row]) -> None:
    pieces = links["taken"]["pieces"]
    assert isinstance(pieces, list)
    assert len(pieces) == len(LINE.split()) - 2
    assert {(p["x"] - p["y"], p["often"], p["own"]) for p in pieces} == {(0, 3, 0)}
    again = links["repeated"]["pieces"]
    assert isinstance(again, list)
    assert {(p["often"], p["own"]) for p in again} == {(1, 1)}


def test_whom_the_words_name_is_told(links: dict[str, Row]) -> None:
    assert links["taken"]["names"] == (links["taken"]["origin"] == "xi")
    assert links["second"]["names"] is False
