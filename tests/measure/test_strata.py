"""Chance where actors are shuffled within the day: the closed form against shuffling, and a binomial."""

from datetime import date

import numpy as np
import pytest
from scipy.stats import binom

from overtone.measure.faithful import Content
from overtone.measure.retellings import TRANSLATED, Passage, Retelling
from overtone.measure.strata import Strata, tail

MONDAY, TUESDAY = date(2022, 5, 16), date(2022, 5, 17)


def said(row: str, actor: str, day: date) -> Passage:
    content = Content(lang="en", figures=frozenset(), names=(), parties=(), negated=0, length=9)
    return Passage(row=row, document=row, actor=actor, day=day, source="s", start=0, stop=9, content=content)


def pair(one: Passage, other: Passage) -> Retelling:
    return Retelling(unit=TRANSLATED, said=one, earlier=other, cosine=0.9, margin=0.3, score=4.0)


@pytest.mark.parametrize(("share", "draws", "seen"), [(0.1, 30, 5), (0.5, 4, 4), (0.2, 10, 0), (0.2, 3, 9)])
def test_equal_draws_are_a_binomial(share: float, draws: int, seen: int) -> None:
    assert tail([share] * draws, seen) == pytest.approx(binom.sf(seen - 1, draws, share), abs=1e-12)


def test_the_closed_form_is_what_shuffling_gives() -> None:
    names = ["a"] * 10 + ["b"] * 20 + ["c"] * 30
    strata = Strata.of([(day, "en", name) for day in (MONDAY, TUESDAY) for name in names])
    pairs = [pair(said(f"t{n}", "a", TUESDAY), said(f"m{n}", "b", MONDAY)) for n in range(12)]
    expected, surprise = strata.chance(strata.drawn(pairs), "a", "b", 3)
    lot = np.random.default_rng(1)
    hits = []
    for _ in range(4000):
        later, earlier = lot.permutation(names)[:12], lot.permutation(names)[:12]
        apart = later != earlier
        hits.append(((later == "a") & (earlier == "b") & apart).sum() / max(apart.mean(), 0.1))
    assert expected == pytest.approx(np.mean(hits), rel=0.15)
    assert surprise == pytest.approx(np.mean(np.array(hits) >= 3), abs=0.05)


def test_an_actor_alone_on_his_days_surprises_nobody() -> None:
    strata = Strata.of([(TUESDAY, "en", "a"), (MONDAY, "en", "b")])
    pairs = [pair(said("t", "a", TUESDAY), said("m", "b", MONDAY))]
    assert strata.chance(strata.drawn(pairs), "a", "b", 1) == (1.0, 1.0)
    assert strata.chance(strata.drawn(pairs), "a", "a", 0) == (0.0, 1.0)


def test_without_pairs_nothing_is_expected() -> None:
    assert Strata.of([(MONDAY, "en", "a")]).chance([], "a", "", 0) == (0.0, 1.0)
