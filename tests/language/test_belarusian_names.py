"""How Belarusian declines people: by the end of the word, men and women apart; and against a treebank of others."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from overtone.language import language
from overtone.language.belarusian_names import given, person, soften, surname
from overtone.language.declension import Paradigm, surface

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TREEBANK = SHARED / "data" / "ud-belarusian" / "be_hse-ud-train-2019.conllu.gz"


def first(paradigm: Paradigm) -> list[str]:
    return [variants[0] for variants in paradigm]


@pytest.mark.parametrize(
    ("gender", "cases"),
    [
        ("m", "Лукашэнка Лукашэнкі Лукашэнку Лукашэнку Лукашэнкам Лукашэнку"),
        ("m", "Пуцін Пуціна Пуціну Пуціна Пуціным Пуціне"),
        ("m", "Пяскоў Пяскова Пяскову Пяскова Пясковым Пяскове"),
        ("m", "Пашынян Пашыняна Пашыняну Пашыняна Пашынянам Пашыняне"),
        ("f", "Ціханоўская Ціханоўскай Ціханоўскай Ціханоўскую Ціханоўскай Ціханоўскай"),
    ],
)
def test_a_surname_declines_by_its_end(gender: str, cases: str) -> None:
    assert first(surname(cases.partition(" ")[0], gender)) == cases.split()


@pytest.mark.parametrize(("word", "gender"), [("Эйсмант", "f"), ("Меркель", "f"), ("Чарных", "m")])
def test_some_surnames_stay(word: str, gender: str) -> None:
    assert surface(surname(word, gender)) == {word}


def test_a_surname_is_not_cut_to_another_word() -> None:
    assert not surface(surname("Пуцін", "m")) & {"Пуць", "Пуця"}


@pytest.mark.parametrize(
    ("name", "gender", "locative"),
    [
        ("Уладзімір Пуцін", "m", "Уладзіміры Пуціну"),
        ("Кім Чэн Ын", "m", "Кім Чэн Ыне"),
        ("Урсула фон дэр Ляен", "f", "Урсуле фон дэр Ляен"),
    ],
)
def test_the_words_of_a_name_agree(name: str, gender: str, locative: str) -> None:
    assert locative in person(name, gender)[5]


@pytest.mark.parametrize(
    ("word", "genitive"), [("Павел", "Паўла"), ("Пётр", "Пятра"), ("Касым-Жамарт", "Касым-Жамарта")]
)
def test_a_given_name_declines_with_its_fleeting_vowel(word: str, genitive: str) -> None:
    assert first(given(word, "m"))[1] == genitive


@pytest.mark.parametrize(
    ("stem", "softened"),
    [("Праг", "Праз"), ("Самарканд", "Самаркандз"), ("Брэст", "Брэсц"), ("Мінск", "Мінсц"), ("", "")],
)
def test_a_stem_softens_before_its_ending(stem: str, softened: str) -> None:
    assert soften(stem) == softened


def proper_names() -> Iterator[tuple[str, str, bool, str]]:
    """Lemma, form, whether a person, gender letter of every proper name in the singular."""
    with gzip.open(TREEBANK, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 10 or cells[3] != "PROPN" or "Number=Sing" not in cells[5] or not cells[1][0].isupper():
                continue
            lemma = cells[2][0].upper() + cells[2][1:]
            yield lemma, cells[1], "Animacy=Anim" in cells[5], "f" if "Gender=Fem" in cells[5] else "m"


@pytest.mark.shared
def test_the_forms_of_names_reach_what_a_treebank_holds() -> None:
    if not TREEBANK.is_file():
        pytest.skip("the Belarusian treebank is not beside the repository")
    spoken = language("be")
    found = total = 0
    for lemma, form, animate, gender in proper_names():
        kinds = (f"surname-{gender}", f"person-{gender}", "place") if animate else ("place",)
        names = {spoken.fold(name).lower() for kind in kinds for name in spoken.forms(lemma, kind)}
        total += 1
        found += spoken.fold(form).lower() in names
    assert total > 100
    assert found / total >= 0.97
