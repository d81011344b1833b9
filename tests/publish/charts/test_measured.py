"""The numbers of a measure as one picture: a panel a unit, squares for pairs, words for those who do not see it."""

import math
import re
from dataclasses import replace

from overtone.publish.charts.measured import MOST, measured
from overtone.publish.words import Words
from tests.publish.week41 import signal

EN = Words("en", [("actor.lukashenko", "Lukashenko"), ("target.ua", "Ukraine")])
ONE = signal("ua", 0.4, 0.3, 0.5, 0.2, surprise=0.01, n=12)


def test_names_and_figures_are_in_the_picture_and_in_the_words_for_it() -> None:
    drawn = str(measured([replace(ONE, actor="lukashenko")], EN, pairs=False))
    assert drawn.count("<svg") == drawn.count("</svg>")
    assert "Lukashenko · Ukraine: 40% (30–50%)." in drawn
    assert drawn.count("40% (30–50%)") == 2


def test_each_unit_has_a_panel_of_its_own() -> None:
    drawn = str(measured([ONE, replace(ONE, unit="share-of-words")], EN, pairs=False))
    assert "share of statements" in drawn
    assert "share of words" in drawn


def test_pairs_are_squares_with_a_dash_where_nothing_is_known() -> None:
    pairs = [replace(ONE, actor=a, target=b, unit="bits", value=v) for a, b, v in (("a", "b", 2.0), ("b", "a", -1.0))]
    drawn = str(measured(pairs, EN, pairs=True))
    assert drawn.count(">–</text>") == 2
    assert 'class="cell under"' in drawn
    assert ">−1</text>" in drawn


def test_one_speaker_against_others_is_a_row_each() -> None:
    pairs = [replace(ONE, actor="a", target=b) for b in "bcd"]
    assert 'class="cell"' not in str(measured(pairs, EN, pairs=True))


def test_of_too_many_the_least_expected_are_drawn() -> None:
    many = [replace(ONE, target=f"t{n:03}", q=n / 1000) for n in range(MOST + 20)]
    drawn = str(measured(list(reversed(many)), EN, pairs=False))
    assert ">t000</text>" in drawn
    assert f">t{MOST:03}</text>" not in drawn
    assert f"({MOST} / {MOST + 20})" in drawn


def test_nothing_is_said_to_be_nothing_and_the_unknown_is_no_zero() -> None:
    assert "Nothing was measured" in str(measured([], EN, pairs=False))
    drawn = str(measured([replace(ONE, value=math.nan, low=math.nan, high=math.nan)], EN, pairs=False))
    assert not re.search(r">0%? \(", drawn)
    assert "nan" not in drawn
