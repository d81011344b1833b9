from datetime import date

import pytest

from overtone.measure.cohesion_votes import in_votes
from overtone.measure.shape import Coverage, Frame, Options
from overtone.records import Signal, Window

YEAR = Window(label="2021", start=date(2021, 1, 1), stop=date(2022, 1, 1))


@pytest.mark.parametrize(
    ("choices", "because", "detail"),
    [
        ("Y Y Y Y", "of-one-mind", "yes=a,b,c,d"),
        ("Y Y Y NP", "of-one-mind-where-present", "yes=a,b,c absent=d"),
        ("Y N A A", "divided", "yes=a abstain=c,d no=b"),
    ],
)
def test_each_resolution_tells_who_chose_what(choices: str, because: str, detail: str) -> None:
    place = {
        "code": "1",
        "resolution": "1",
        "title": "",
        "voted_on": date(2021, 3, 1),
        "document": "d",
        "start": 0,
        "stop": 1,
    }
    rows = [{**place, "state": s, "choice": c, "id": s} for s, c in zip("abcd", choices.split(), strict=True)]
    frame = Frame(window=YEAR, options=Options(members=tuple("abcd")), seen=Coverage())
    each = [f for f in in_votes(rows, frame, "cohesion@1") if isinstance(f, Signal)]
    assert [(f.because, f.detail, f.target) for f in each] == [(because, detail, "1")]


def test_an_event_is_no_question_about_votes() -> None:
    frame = Frame(window=YEAR, options=Options(members=("a", "b", "c"), event="summit"), seen=Coverage())
    assert list(in_votes([], frame, "cohesion@1")) == []
