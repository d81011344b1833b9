"""Pairs of statements that say one thing, over a small world with invented vectors."""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from overtone.measure.retellings import PARAPHRASED, TRANSLATED, retellings, sides_of
from tests.measure.views import Row, meaning, statement

SENSES = np.random.default_rng(5).normal(size=(60, 40))


def passage(name: str, actor: str, on: str, sense: int, *, lang: str = "en", shift: float = 0.3, **more: Any) -> Row:
    """A tallied passage: passages of one sense lie near one another, `shift` apart."""
    said = statement(name, name, actor, on, lang=lang, names=str(more.pop("states", "")))
    noise = np.random.default_rng(int.from_bytes(name.encode())).normal(size=40)
    own = meaning(said, (SENSES[sense] + shift * noise).tolist(), **more)
    kept = {key: own[key] for key in ("start", "stop", "vector", "figures", "names", "negated")}
    told = {key: said[key] for key in ("actor", "said_on", "lang", "document", "mentions")}
    return {**told, **kept, "row": name, "source": "s", "now": True}


def found(*rows: Row) -> list[tuple[str, str, str, str]]:
    sides = sides_of(pa.Table.from_pylist(list(rows)))
    pairs = retellings(sides, frozenset(str(r["row"]) for r in rows))
    return sorted((r.unit, r.said.row, r.earlier.row, r.refused or ("same-day" if r.same_day else "")) for r in pairs)


def strangers(n: int = 20) -> list[Row]:
    return [
        passage(f"x{k}{lang}", f"other{k}", "2022-05-14", k + (10 if lang == "en" else 35), lang=lang)
        for k in range(n)
        for lang in ("en", "ru")
    ]


def test_a_translation_of_an_earlier_statement_is_found_in_its_direction() -> None:
    one = passage("a", "putin", "2022-05-16", 0, lang="ru")
    other = passage("b", "biden", "2022-05-18", 0)
    assert found(one, other, *strangers()) == [(TRANSLATED, "b", "a", "")]


def test_a_paraphrase_in_one_language_has_its_own_unit() -> None:
    one, other = passage("a", "putin", "2022-05-16", 0), passage("b", "biden", "2022-05-18", 0)
    assert found(one, other, *strangers()) == [(PARAPHRASED, "b", "a", "")]


def test_the_same_words_in_one_language_are_left_to_verbatim_echo() -> None:
    one, other = passage("a", "putin", "2022-05-16", 0, shift=0), passage("b", "biden", "2022-05-18", 0, shift=0)
    assert found(one, other, *strangers()) == []


@pytest.mark.parametrize(
    ("actor", "on", "told"),
    [
        ("putin", "2022-05-18", []),  # his own words
        ("biden", "2022-05-24", []),  # eight days on
        ("biden", "2022-05-23", [""]),
        ("biden", "2022-05-16", ["same-day", "same-day"]),  # either may be the first
    ],
)
def test_who_and_when_decide_what_counts(actor: str, on: str, told: list[str]) -> None:
    one, other = passage("a", "putin", "2022-05-16", 0, lang="ru"), passage("b", actor, on, 0)
    assert [why for *_, why in found(one, other, *strangers())] == told


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"figures": "40"}, {"figures": "70"}, "numbers"),
        ({"states": "by"}, {"states": "kz"}, "names"),
        ({"states": "ua ru"}, {"states": "ru ua"}, "order"),
        ({"negated": 1}, {}, "denial"),
        ({"figures": "40"}, {"figures": "40"}, ""),
    ],
)
def test_what_contradicts_is_told_with_the_rule(one: dict[str, str], other: dict[str, str], why: str) -> None:
    pair = (
        passage("a", "putin", "2022-05-16", 0, lang="ru", shift=0.05, **one),
        passage("b", "biden", "2022-05-18", 0, shift=0.05, **other),
    )
    assert [row[3] for row in found(*pair, *strangers())] == [why]


def test_strangers_say_different_things() -> None:
    assert found(*strangers()) == []


def test_a_passage_without_a_vector_is_left_out() -> None:
    row = {**passage("a", "putin", "2022-05-16", 0), "vector": None}
    whole = passage("b", "biden", "2022-05-17", 0)
    assert {lang: len(side.passages) for lang, side in sides_of(pa.Table.from_pylist([row, whole])).items()} == {
        "en": 1
    }


def test_a_passage_names_only_who_is_named_inside_it() -> None:
    row = {**passage("a", "putin", "2022-05-16", 0, states="by ru ua"), "start": 10, "stop": 25}
    (side,) = sides_of(pa.Table.from_pylist([row])).values()
    assert side.passages[0].content.parties == ("ru", "ua")
    assert side.passages[0].day == date(2022, 5, 16)
