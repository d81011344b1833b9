"""The patterns of acts by words: what they take, what they leave, and that bait costs no time."""

import time

import pytest

from overtone.language.acting_cues import ACTING


@pytest.mark.parametrize(
    ("lang", "behind"),
    [
        ("en", " spoke of a long winter"),
        ("en", " again raised the sale of arms"),
        ("en", ", by contrast, called the body respected"),
        ("ru", " снова раскритиковал союзников"),
        ("be", " ускладае віну на суседзяў"),
    ],
)
def test_an_act_by_words_is_met_right_behind_its_subject(lang: str, behind: str) -> None:
    assert ACTING[lang].acts.match(behind)


@pytest.mark.parametrize(
    "behind", [" flew to sochi", " spoke by phone", " raised his glass and left".replace("his", "")]
)
def test_other_acts_are_none(behind: str) -> None:
    assert ACTING["en"].acts.match(behind) is None


def test_a_body_decides_what_a_person_does_not() -> None:
    assert ACTING["en"].decides.match(" on 3 june adopted a resolution")
    assert ACTING["en"].acts.match(" adopted a resolution") is None


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_what_was_talked_about_is_known_in_each_language(lang: str) -> None:
    text = {"en": "trade was on the agenda", "ru": "речь шла о торговле", "be": "гаворка ішла пра гандаль"}[lang]
    assert ACTING[lang].topics.search(text)


def test_bait_costs_no_time() -> None:
    bait = " " + "also again later then , " * 20_000
    begun = time.perf_counter()
    for each in (ACTING["en"].acts, ACTING["en"].own, ACTING["en"].agent, ACTING["en"].quotes):
        each.search(bait)
    assert time.perf_counter() - begun < 2
