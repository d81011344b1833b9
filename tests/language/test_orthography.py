"""Two spellings of Belarusian: which one a text keeps, and the classical put into the official, offsets kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import overtone.bench
from overtone.language.orthography import classical_spellings, official, official_word, orthography_of

PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(overtone.bench.__file__).parent / "belarusian_pairs.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("classical", "spelled"), PAIRS)
def test_a_classical_word_becomes_official(classical: str, spelled: str) -> None:
    assert official_word(classical) == spelled


@pytest.mark.parametrize("spelled", sorted({pair[1] for pair in PAIRS}))
def test_an_official_word_stays(spelled: str) -> None:
    assert official_word(spelled) == spelled


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("Прэзыдэнт ня выступіў у парлямэнце.", "classical"),
        ("Пытаньне аб бясьпецы разгледзяць у чацьвер.", "classical"),
        ("Пытанне аб бяспецы разгледзяць у чацвер.", "official"),
        ("Лукашэнка паведаміў пра перамовы ў Мінску.", None),
        ("", None),
        ("16.05.2022", None),
    ],
)
def test_which_spelling_a_text_keeps(text: str, spelling: str | None) -> None:
    assert orthography_of(text) == spelling


def test_names_in_official_texts_stay_as_they_are() -> None:
    text = "Пытанне аб бяспецы: Дэвід Кэмеран сустрэўся з Мэй у чацвер."
    assert official(text).text == text


def test_a_span_of_the_official_text_leads_back_to_the_published_words() -> None:
    text = "У чацьвер прэзыдэнт паехаў у Эўропу, каб зьявіцца на канфэрэнцыі."
    converted = official(text)
    assert converted.text == "У чацвер прэзідэнт паехаў у Еўропу, каб з'явіцца на канферэнцыі."
    for spelled, published in (
        ("чацвер", "чацьвер"), ("прэзідэнт", "прэзыдэнт"), ("Еўропу", "Эўропу"), ("з'явіцца", "зьявіцца"),
    ):  # fmt: skip
        start = converted.text.index(spelled)
        a, b = converted.span(start, start + len(spelled))
        assert text[a:b] == published


def test_capitals_are_kept() -> None:
    assert [official_word(word) for word in ("ЭЎРОПА", "Сьнег", "Сэрбія-Бэрлін")] == ["ЕЎРОПА", "Снег", "Сербія-Берлін"]


@given(st.text(alphabet="сзцдзьнляеіюэўыпо'- Эк.", max_size=60))
def test_origins_never_run_backwards_and_cover_the_text(text: str) -> None:
    converted = official(text)
    assert len(converted.origins) == len(converted.text) + 1
    assert list(converted.origins) == sorted(converted.origins)
    assert converted.origins[-1] == len(text)


@given(st.text(alphabet="сзцдзьнляеіюэўыпо'- Эк.", max_size=60))
def test_the_official_text_is_official_already(text: str) -> None:
    once = official(text).text
    assert official(once).text == once or orthography_of(once) == "classical"


def test_a_long_line_of_signs_is_read_at_once() -> None:
    text = "зь" * 20_000
    assert len(official(text).text) <= len(text)


@pytest.mark.parametrize(
    ("name", "classical"),
    [
        ("Еўропы", "Эўропы"),
        ("Расіяй", "Расеяй"),
        ("Лондане", "Лёндане"),
        ("Іспаніі", "Гішпаніі"),
        ("Меркель", "Мэркель"),
        ("Садружнасць Незалежных Дзяржаў", "Садружнасьць Незалежных Дзяржаў"),
        ("Венгрыя", "Вэнгрыя"),
        ("Парламент", "Парлямэнт"),
    ],
)
def test_a_name_as_classical_texts_write_it(name: str, classical: str) -> None:
    assert classical in classical_spellings(name)
    assert official_word(classical) == name or " " in name


def test_a_name_spelled_alike_has_no_other_spelling() -> None:
    assert classical_spellings("Лукашэнка") == classical_spellings("Макей") == frozenset()
