import pytest

from overtone.bench.founding_past import _ratio
from overtone.measure.predictive import Cells, cells


def answers(now: Cells, earlier: Cells) -> dict[str, float]:
    return {score.metric.partition(" ")[0]: score.value for score in _ratio("all", now, earlier, 0.05)}


@pytest.mark.parametrize(
    ("now", "earlier", "answer", "same"),
    [
        ([(20, 4.0)] * 12, [(20, 4.0)] * 30, 1, 1),
        ([(60, 4.0)] * 12, [(20, 4.0)] * 30, 1, 0),
        ([(0, 4.0)] * 3, [(0, 4.0)] * 3, 0, 0),
        ([(90, 4.0), (0, 4.0), (0, 4.0)], [(0, 4.0)] * 9, 0, 0),
    ],
    ids=["as before", "thrice as often", "never named", "one page alone names it"],
)
def test_a_departure_is_told_only_where_no_single_page_carries_it(
    now: list[tuple[float, float]], earlier: list[tuple[float, float]], answer: float, same: float
) -> None:
    found = answers(cells(now), cells(earlier))
    assert (found["an"], found["not"]) == (answer, same)


def test_the_ratio_has_half_a_mention_on_both_sides() -> None:
    assert answers(cells([(7, 2.0)]), cells([(0, 3.0)]))["rate"] == pytest.approx((7.5 / 2) / (0.5 / 3))
