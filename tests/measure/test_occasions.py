import pytest

from overtone.measure import Options, measure
from overtone.measure.occasions import occasions
from overtone.records import Names, Source, week
from tests.measure.views import Row, document, mondays, statement, view, visit

W20 = week(2022, 20)
LONG = {"words": 120, "chars": 700, "topics": "nato", "names": "ua"}


def kept(documents: list[Row], said: list[Row], options: Options | None = None) -> list[str]:
    found = occasions(view(documents, said), W20, options or Options()).to_pyarrow()
    return sorted(found["id"].to_pylist())


def test_a_statement_carried_by_two_pages_stays_with_the_first() -> None:
    documents = [document("a", "2022-05-17"), document("b", "2022-05-17", source="belta")]
    said = [statement(d, d, "putin", "2022-05-17", **LONG) for d in ("a", "b")]
    assert kept(documents, said) == ["a"]


@pytest.mark.parametrize(
    "other",
    [{"words": 121}, {"chars": 701}, {"topics": "economy"}, {"names": "ua by"}, {"names": ""}, {"actor": "zas"}],
)
def test_what_differs_in_anything_is_another_statement(other: dict[str, object]) -> None:
    documents = [document("a", "2022-05-17"), document("b", "2022-05-17")]
    actor = str(other.get("actor", "putin"))
    fields = {name: value for name, value in other.items() if name != "actor"}
    said = [
        statement("a", "a", "putin", "2022-05-17", **LONG),
        statement("b", "b", actor, "2022-05-17", **{**LONG, **fields}),
    ]
    assert kept(documents, said) == ["a", "b"]


def test_short_turns_that_look_alike_all_stay() -> None:
    documents = [document("a", "2022-05-17"), document("b", "2022-05-17")]
    said = [statement(d, d, "putin", "2022-05-17", words=3, chars=20) for d in ("a", "b")]
    assert kept(documents, said) == ["a", "b"]


def test_equal_turns_of_one_page_all_stay() -> None:
    said = [statement(f"s{n}", "a", "putin", "2022-05-17", start=1000 * n, **LONG) for n in range(2)]
    assert kept([document("a", "2022-05-17")], said) == ["s0", "s1"]


@pytest.mark.parametrize(
    ("day", "marks"),
    [("2022-05-15", [False]), ("2022-05-16", [True]), ("2022-05-22", [True]), ("2022-05-23", []), ("2021-11-14", [])],
)
def test_the_window_is_told_from_its_past(day: str, marks: list[bool]) -> None:
    world = view([document("a", day)], [statement("s", "a", "putin", day)])
    assert occasions(world, W20, Options()).to_pyarrow()["now"].to_pylist() == marks


def test_only_the_asked_sources_are_read_and_copies_are_looked_for_among_them() -> None:
    card = Source(id="belta", names=Names(en=("b",)), kind="outlet", shape="jsonl", reference="https://belta.by/")
    documents = [document("a", "2022-05-17", text="same"), document("b", "2022-05-17", source="belta", text="same")]
    said = [statement(d, d, "putin", "2022-05-17", **LONG) for d in ("a", "b")]
    assert kept(documents, said) == ["b"]
    assert kept(documents, said, Options(sources=(card,))) == ["b"]


@pytest.mark.parametrize("name", ["salience", "silence"])
def test_a_statement_of_an_unknown_speaker_changes_no_measure(name: str) -> None:
    documents = [document(f"d{n}", day) for n, day in enumerate(mondays("2021-11-15", 26))]
    documents.append(document("now", "2022-05-17"))
    said = [
        statement(f"s{row['id']}", str(row["id"]), "putin", str(row["published_on"]), topics="nato", names="ua by")
        for row in documents
    ]
    stranger = [
        statement(f"x{n}", "now", None, "2022-05-17", topics="economy", names="ua", start=5000 * n) for n in range(9)
    ]
    seen = [visit("2021-10-01", "2022-06-01")]
    without = measure(name, view(documents, said, seen), W20)
    assert without
    assert measure(name, view(documents, [*said, *stranger], seen), W20) == without
