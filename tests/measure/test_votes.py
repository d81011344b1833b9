"""A vote is cast once, however many pages tell of it."""

from dataclasses import replace

from overtone.measure.votes import cast
from overtone.records import Vote
from tests.build import vote

ROLL_CALL = vote("by=N kz=A", on="2022-10-12")
LISTED = {ROLL_CALL.document.id}
BELARUS, KAZAKHSTAN = sorted(ROLL_CALL.votes, key=lambda one: one.state)


def told(choice: str, page: str, of: Vote = BELARUS) -> Vote:
    return replace(of, document=page, choice=choice)


def test_a_page_that_tells_of_a_vote_adds_none() -> None:
    found = cast((BELARUS, told("N", "a"), told("N", "b"), KAZAKHSTAN), LISTED)
    assert set(found) == {BELARUS, KAZAKHSTAN}


def test_the_roll_call_goes_before_any_number_of_pages() -> None:
    assert cast((told("Y", "a"), told("Y", "b"), BELARUS), LISTED) == (BELARUS,)


def test_where_only_pages_tell_most_of_them_are_believed() -> None:
    (found,) = cast((told("N", "a"), told("A", "b"), told("N", "c")), ())
    assert found.choice == "N"


def test_where_pages_are_divided_nobody_is_believed() -> None:
    assert cast((told("N", "a"), told("A", "b")), ()) == ()


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = (told("N", "a"), told("N", "b"), KAZAKHSTAN, told("A", "c", KAZAKHSTAN))
    assert cast(rows, LISTED) == cast(rows[::-1], LISTED)


def test_states_and_resolutions_are_kept_apart() -> None:
    other = replace(BELARUS, resolution="ES-11/5")
    assert len(cast((BELARUS, other, KAZAKHSTAN), LISTED)) == 3
    assert cast((), ()) == ()
