"""The rows of the table: each stands once, asks for no less than its aim, and says whether it is missed."""

import pytest

from overtone.bench.polnear import KINDS, count, scores
from overtone.bench.reading_goals import Goal, goals, shown


def test_every_row_stands_once_and_names_a_score_that_is_given() -> None:
    rows = goals()
    keys = [(goal.group, goal.task, goal.metric) for goal in rows]
    assert len(keys) == len(set(keys))
    given = set(scores(count([], [])))
    for goal in rows:
        assert goal.kind in KINDS
        if goal.group in ("polnear", "quotes"):
            assert (goal.kind, goal.name) in given
        if goal.must is not None and goal.aim is not None:
            assert (goal.must > goal.aim) == goal.at_most


@pytest.mark.parametrize(("value", "words"), [(0.83, "aim reached"), (0.8, "reached"), (0.7, "missed")])
def test_a_value_is_held_to_the_least_and_to_the_aim(value: float, words: str) -> None:
    assert Goal(group="a", must=0.75, aim=0.82).verdict(value) == words
    assert Goal(group="a").verdict(value) == ""


def test_of_memory_less_is_better() -> None:
    goal = Goal(group="memory", metric="MB", must=1500, aim=800, at_most=True)
    assert [goal.verdict(value) for value in (700, 1500, 1501)] == ["aim reached", "reached", "missed"]


def test_a_figure_of_another_bench_finds_its_goal() -> None:
    goal = Goal(group="attribution", task=", en$", metric="recall")
    assert goal.fits("attribution", "news items, en", "recall")
    assert not goal.fits("attribution", "news items, ru", "recall")
    assert not goal.fits("attribution", "news items, en", "precision")
    assert Goal(group="opinions").fits("opinions", "any task", "f1")


def test_shares_are_shown_in_percent_and_words_whole() -> None:
    assert [shown(0.8123, "f1"), shown(5312.7, "words per second"), shown(3, "count"), shown(None, "f1")] == [
        "81.2",
        "5,313",
        "3",
        "–",
    ]
