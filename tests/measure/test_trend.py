"""The four words on topics of known truth."""

from datetime import date, timedelta

import numpy as np
import pytest

from overtone.measure import Coverage, Frame, Options, SeenWeek
from overtone.measure.shape import ordered
from overtone.measure.trend import Stretch, four_words, judge, tally
from overtone.records import Abstention, Names, Signal, Source, week
from tests.measure.views import Row, document, statement, view

NOW = week(2022, 20)
WEEKS = 20


def told(raising: int, of: int, *sources: Source, past: int = 4, size: int = 20) -> list[Signal | Abstention]:
    """A week in which so many of so many statements raise `gas`, after weeks in which `past` of `size` did."""
    pages: list[Row] = []
    said: list[Row] = []
    for n in range(WEEKS + 1):
        monday = NOW.start - timedelta(weeks=WEEKS - n)
        many, whole = (raising, of) if n == WEEKS else (past + n % 2, size)
        pages.append(document(f"d{n}", monday.isoformat()))
        for i in range(whole):
            topics = "gas" if i < many else "war"
            said.append(statement(f"s{n}-{i}", f"d{n}", "putin", monday.isoformat(), topics=topics, start=700 * i))
    given = view(pages, said)
    chosen = Options(targets=("gas",), sources=sources)
    alive = [NOW.start - timedelta(weeks=n) for n in range(27)]
    seen = Coverage(weeks=tuple(_week(day) for day in alive))
    frame = Frame(window=NOW, options=chosen, seen=seen)
    return list(judge(ordered(tally(given, NOW, chosen).to_pyarrow()), frame))


def _week(day: date) -> SeenWeek:
    last = day + timedelta(days=6)
    return SeenWeek(source="kremlin", monday=day, alive=True, reason="seen", documents=5, first=day, last=last)


@pytest.mark.parametrize(
    ("raising", "of", "word"),
    [(30, 40, "risen"), (0, 60, "fallen"), (23, 100, "unchanged"), (3, 11, "not-enough-evidence")],
)
def test_each_of_the_four_words_has_its_case(raising: int, of: int, word: str) -> None:
    (signal,) = told(raising, of)
    assert isinstance(signal, Signal)
    assert signal.because == word
    assert signal.low <= signal.value <= signal.high


def test_the_probabilities_of_the_three_sum_to_one() -> None:
    (signal,) = told(9, 40)
    assert isinstance(signal, Signal)
    chances = [float(part.split("=")[1]) for part in signal.detail.split() if part.startswith("P_")]
    assert sum(chances) == pytest.approx(1, abs=0.002)


def test_a_few_statements_are_no_ground() -> None:
    (found,) = told(2, 4)
    assert isinstance(found, Abstention)
    assert found.reason == "too-few-occasions"


def test_hand_picked_sources_give_no_verdict() -> None:
    names = Names(en=("Kremlin",))
    picked = Source(id="kremlin", names=names, kind="official", shape="jsonl", reference="", sampling="selected")
    (found,) = told(30, 40, picked)
    assert isinstance(found, Abstention)
    assert found.reason == "selected-source"


def test_a_verdict_that_held_holds_a_little_longer_and_does_not_turn_round_at_once() -> None:
    calm = ((4.0, 20.0),) * 20
    plain = Stretch(statements=20, pressing=9, past=calm, coverage=1.0, selected=False)
    after = Stretch(statements=20, pressing=9, past=(*calm, (18.0, 20.0)), coverage=1.0, selected=False)
    assert four_words(plain).verdict in ("worsened", "cannot-say")
    turned = Stretch(statements=60, pressing=0, past=(*calm, (18.0, 20.0)), coverage=1.0, selected=False)
    assert four_words(turned).reason == "between"
    assert four_words(after).verdict in ("worsened", "cannot-say")


def test_weeks_in_random_order_are_seldom_called_a_change() -> None:
    """The negative control: one level, whatever the order of its weeks."""
    chance = np.random.default_rng(5)
    wrong = 0
    for _ in range(150):
        size = chance.integers(15, 60, WEEKS + 1)
        hits = chance.binomial(size, chance.beta(9, 27, WEEKS + 1))
        order = chance.permutation(WEEKS + 1)
        weeks = tuple((float(hits[at]), float(size[at])) for at in order)
        raising, whole = weeks[-1]
        found = four_words(
            Stretch(statements=int(whole), pressing=int(raising), past=weeks[:-1], coverage=1.0, selected=False)
        )
        wrong += found.verdict in ("worsened", "improved")
    assert wrong <= 15


def test_a_rare_topic_is_not_told_as_unchanged_where_its_ratio_moved() -> None:
    (signal,) = told(12, 320, past=1, size=200)
    assert isinstance(signal, Signal)
    assert signal.low > 1.5
    assert signal.because == "within-one-in-twenty"
