from datetime import date, timedelta

from overtone.measure import Coverage, Frame, Options
from overtone.measure.echo_said import Row, no_value, said_of
from overtone.measure.shape import SeenWeek
from overtone.records import Window, week

W20 = week(2022, 20)


def day(actor: str, on: str, statements: int, source: str = "kremlin") -> Row:
    said_on = date.fromisoformat(on)
    number = (said_on - date(1970, 1, 1)).days
    now = said_on >= W20.start
    return {
        "actor": actor,
        "source": source,
        "said_on": said_on,
        "day": number,
        "statements": statements,
        "now": now,
        "row": None,
    }


def frame(alive: bool = True) -> Frame:
    weeks = [W20.start - timedelta(weeks=n) for n in range(27)]
    seen = [
        SeenWeek(
            source="kremlin",
            monday=monday,
            alive=alive,
            reason="seen",
            documents=5,
            first=monday,
            last=monday + timedelta(days=6),
        )
        for monday in weeks
    ]
    return Frame(
        window=Window(label="w", start=W20.start, stop=W20.stop), options=Options(), seen=Coverage(weeks=tuple(seen))
    )


ROWS = [day("a", "2022-05-17", 3), day("a", "2022-05-02", 4), day("b", "2022-05-02", 5), day("b", "2022-05-17", 1)]


def test_pairs_compared_are_statements_of_the_window_with_those_of_earlier_days() -> None:
    said = said_of(ROWS, frame())
    assert said.compared("a", "b") == 3 * 5
    assert said.compared("b", "a") == 1 * 4
    assert said.before("b", ROWS[0]["day"] if isinstance(ROWS[0]["day"], int) else 0) == 5


def test_only_weeks_that_were_seen_make_the_past() -> None:
    assert said_of(ROWS, frame()).past == {"a": 4, "b": 5}
    assert said_of(ROWS, frame(alive=False)).past == {}


def test_reasons_for_no_value() -> None:
    said = said_of(ROWS, frame())
    assert no_value("a", said, frame()) == ""
    assert no_value("c", said, frame()) == "no-data"
    assert no_value("a", said, frame(alive=False)) == "source-not-seen"
    assert no_value("a", said_of(ROWS[:2], frame()), frame()) == "no-baseline"
