"""Votes told in prose, given to the states listed beside the verb and to nobody else."""

import pytest

from overtone.read.names import read_names
from overtone.read.votes_told import read_told_votes
from overtone.records import Vote
from tests.read.drawn_encounters import desk, page


def votes(lang: str, text: str, day: str = "2022-10-13", event: str = "") -> tuple[Vote, ...]:
    document = page(("Item", text), source="diary", day=day, lang=lang, kind="news", event=event)
    return read_told_votes(document, desk(), read_names(document, desk()))


def told(lang: str, text: str, day: str = "2022-10-13") -> set[tuple[str, str, str]]:
    return {(v.resolution, v.state, v.choice) for v in votes(lang, text, day)}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Belarus and Syria voted against resolution ES-11/4; Armenia abstained.",
            {("ES-11/4", "by", "N"), ("ES-11/4", "sy", "N"), ("ES-11/4", "am", "A")},
        ),
        ("en", "At the UN Belarus opposed the text.", {("ES-11/4", "by", "N")}),
        (
            "en",
            "Georgia voted in favour of ES-11/1, but Armenia took no part in the vote.",
            {("ES-11/1", "ge", "Y"), ("ES-11/1", "am", "NP")},
        ),
        (
            "en",
            "Four stood with Russia on ES-11/4: Belarus, Syria and Nicaragua.",
            {("ES-11/4", s, "N") for s in ("by", "sy", "ni")},
        ),
        (
            "ru",
            "По резолюции ES-11/4 Казахстан и Армения воздержались.",
            {("ES-11/4", "kz", "A"), ("ES-11/4", "am", "A")},
        ),
        ("ru", "В ООН против выступили Беларусь и Сирия.", {("ES-11/4", "by", "N"), ("ES-11/4", "sy", "N")}),
        (
            "be",
            "У ААН супраць выступілі Беларусь і Сірыя, Казахстан устрымаўся.",
            {("ES-11/4", "by", "N"), ("ES-11/4", "sy", "N"), ("ES-11/4", "kz", "A")},
        ),
        ("be", "Арменія не галасавала па рэзалюцыі ES-11/3.", {("ES-11/3", "am", "NP")}),
    ],
)
def test_choices_belong_to_the_states_beside_the_verb(
    lang: str, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert told(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The UN voted 94 to 14 for a resolution that asks Russia to pay."),
        ("en", "Belarus will vote against resolution ES-11/4."),
        ("en", "The parliament of Belarus voted on the budget."),
        ("ru", "Резолюция ООН о Беларуси прошла: 94 голоса за."),
        ("be", "Беларусь падтрымала суседзяў."),
    ],
)
def test_totals_plans_and_other_votes_are_none(lang: str, text: str) -> None:
    assert told(lang, text) == set()


def test_a_vote_has_the_day_the_facts_give_and_stands_on_its_clause() -> None:
    (vote,) = votes("en", "Belarus voted no on ES-11/1.")
    assert vote.voted_on.isoformat() == "2022-03-02"
    assert vote.reader == "votes-told@1"


def test_an_item_filed_under_a_vote_needs_no_number() -> None:
    (vote,) = votes("en", "Belarus voted no.", day="2022-04-07", event="unga-es-11-3")
    assert vote.resolution == "ES-11/3"
