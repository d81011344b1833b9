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


def ballots(*choices: str) -> list[dict[str, object]]:
    """Twelve resolutions: the members' choices, and twelve others that say yes and no in turn."""
    found: list[dict[str, object]] = []
    for number in range(12):
        place = {"code": str(number), "resolution": str(number), "title": "", "voted_on": date(2021, 3, 1 + number)}
        cast = {**dict(zip("abcd", choices, strict=True)), **{f"o{n}": "YN"[(n + number) % 2] for n in range(12)}}
        span = {"document": "d", "start": 0, "stop": 1}
        found += [{**place, **span, "state": s, "choice": c, "id": f"{number}{s}"} for s, c in cast.items()]
    return found


@pytest.mark.parametrize("choices", ["AAAA", ("Y", "Y", "Y", "NP"), ("Y", "A", "NP", "A")])
def test_no_figure_is_told_where_it_has_no_value(choices: tuple[str, ...]) -> None:
    frame = Frame(window=YEAR, options=Options(members=tuple("abcd")), seen=Coverage())
    found = [f for f in in_votes(ballots(*choices), frame, "cohesion@1") if isinstance(f, Signal)]
    assert found
    assert all(f.low <= f.value <= f.high for f in found)  # of nothing compared none would hold
    assert ("rice-all" in {f.unit for f in found}) == (choices == ("Y", "Y", "Y", "NP"))


def test_always_alike_is_not_known_for_certain() -> None:
    frame = Frame(window=YEAR, options=Options(members=tuple("abcd")), seen=Coverage())
    found = [f for f in in_votes(ballots(*"AAAA"), frame, "cohesion@1") if isinstance(f, Signal)]
    (whole,) = (f for f in found if f.unit == "agreement-index-all")
    assert (whole.value, whole.high) == (1, 1)
    assert whole.low == pytest.approx(0.05 ** (1 / 12))
