"""What speaks against two near passages saying the same."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from overtone.measure.faithful import FEATURES, NEAR, Content, alike, checked, features, model, possible
from overtone.measure.nearness import Pairs

PLAIN = Content(lang="ru", figures=frozenset(), names=(), parties=(), negated=0, length=100)


def near(cosine: float, gap: float) -> Pairs:
    one = np.array([0])
    values = {name: np.array([gap]) for name in ("row_margin", "column_margin", "gap")}
    return Pairs(row=one, column=one, cosine=np.array([cosine]), **values)


def against(one: Content, other: Content) -> list[str]:
    found = checked(features(near(0.9, 0.5), [one], [other]))
    return [name for name in ("numbers", "names", "order", "denial") if getattr(found, name)[0]]


@pytest.mark.parametrize(
    ("one", "other", "refused"),
    [
        ({}, {}, []),
        ({"figures": frozenset({"40"})}, {"figures": frozenset({"70"})}, ["numbers"]),
        ({"figures": frozenset({"40", "2"})}, {"figures": frozenset({"40"})}, []),
        ({"figures": frozenset({"40"})}, {}, []),
        ({"parties": ("by",)}, {"parties": ("kz",)}, ["names"]),
        ({"parties": ("by", "ru")}, {"parties": ("ru",)}, []),
        ({"parties": ("ua", "ru")}, {"parties": ("ru", "ua")}, ["order"]),
        ({"parties": ("ua", "by", "ru")}, {"parties": ("ua", "ru")}, []),
        ({"negated": 1}, {"negated": 0}, ["denial"]),
        ({"negated": 1}, {"negated": 3}, []),
        ({"negated": 1}, {"negated": -1}, []),
        ({"negated": 0}, {"negated": -1}, []),
    ],
)
def test_what_contradicts_is_refused(one: dict[str, Any], other: dict[str, Any], refused: list[str]) -> None:
    pair = [replace(PLAIN, **one), replace(PLAIN, lang="en", **other)]
    assert against(pair[0], pair[1]) == refused
    assert against(pair[1], pair[0]) == refused


def test_names_in_two_alphabets_are_alike_but_for_their_ending() -> None:
    assert alike("lvrv", "lvrvm")
    assert alike("vsngtn", "vsngtn")
    assert not alike("lvrv", "blnkn")


def test_a_greater_margin_and_shared_names_raise_the_score() -> None:
    low, high = (checked(features(near(0.6, gap), [PLAIN], [PLAIN])).score[0] for gap in (0.1, 0.3))
    named = replace(PLAIN, names=("lvrv",))
    assert high > low
    assert checked(features(near(0.6, 0.1), [named], [named])).score[0] > low


def test_what_cannot_become_an_echo_is_not_looked_at() -> None:
    assert possible(near(0.9, 0.5)).tolist() == [True]
    assert possible(near(0.3, -0.5)).tolist() == [False]
    full = replace(PLAIN, figures=frozenset("123456"), names=("lvrv",) * 9, parties=("a", "b", "c", "d"))
    for gap in np.linspace(-0.3, 0.3, 20):
        score = checked(features(near(0.5, gap), [full], [full])).score[0]
        assert possible(near(0.5, gap))[0] or score < model()[1]


def test_the_weights_name_every_feature() -> None:
    weights, threshold = model()
    assert len(weights) == len(FEATURES)
    assert np.isfinite(weights).all()
    assert threshold > 0
    assert features(near(0.5, 0.1), [PLAIN], [PLAIN]).shape == (1, len(FEATURES))
    assert NEAR == 5


def test_no_pairs_have_no_features() -> None:
    none = near(0.5, 0.1).kept(np.array([False]))
    assert features(none, [PLAIN], [PLAIN]).shape == (0, len(FEATURES))
    assert checked(features(none, [], [])).against.tolist() == []
