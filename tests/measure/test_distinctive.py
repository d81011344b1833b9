import numpy as np
import pytest

from overtone.measure.distinctive import PRIOR, distinctive, log_odds

COMMON = "the state border talk border agree treaty week"


def test_a_word_of_one_side_comes_first() -> None:
    first = [f"{COMMON} threat threat" for _ in range(8)]
    second = [f"{COMMON} friend" for _ in range(8)]
    found = distinctive(first, second)
    assert found[0].word == "threat"
    assert found[0].odds > 0
    assert found[1].word == "friend"
    assert found[1].odds < 0
    assert abs(next(one for one in found if one.word == "treaty").z) < 1


def test_the_odds_are_those_of_the_formula() -> None:
    first, second, prior = np.array([10.0, 90.0]), np.array([30.0, 70.0]), np.array([2.0, 8.0])
    expected = np.log(12 / (110 - 12)) - np.log(32 / (110 - 32))
    assert log_odds(first, second, prior)[0] == pytest.approx(expected)


def test_a_word_that_one_long_document_repeats_is_not_sure() -> None:
    once = [f"{COMMON} cabbage " * 6, *[f"{COMMON} cabbage"], *[COMMON] * 6]
    spread = [f"{COMMON} turnip"] * 8
    z = {one.word: abs(one.z) for one in distinctive(once, spread)}
    published = 1 / (1 / 7 + 1 / 0.5) ** 0.5 * 5
    assert z["cabbage"] < published
    assert z["turnip"] > 1


def test_labels_dealt_anew_give_no_word_that_stands_out() -> None:
    chance = np.random.default_rng(2)
    names = [f"w{n}" for n in range(60)]
    texts = [" ".join(chance.choice(names, 80)) for _ in range(40)]
    far = [abs(one.z) >= 1.96 for one in distinctive(texts[:20], texts[20:])]
    assert np.mean(far) <= 0.12


@pytest.mark.parametrize(("first", "second"), [([], ["a b"]), (["a b"], []), (["a"], ["b"]), ([""], ["", ""])])
def test_too_little_gives_no_words(first: list[str], second: list[str]) -> None:
    assert distinctive(first, second) == ()
    assert PRIOR > 0


def test_the_order_of_documents_changes_nothing() -> None:
    first, second = [f"{COMMON} a b", f"{COMMON} a"], [f"{COMMON} b b", f"{COMMON} c c"]
    one, two = distinctive(first, second), distinctive(first[::-1], second[::-1])
    assert [o.word for o in one] == [t.word for t in two]
    assert [o.z for o in one] == pytest.approx([t.z for t in two])
