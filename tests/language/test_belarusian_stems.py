import pytest

from overtone.language.belarusian_stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("снег", "снегу"),
        ("дарога", "дарогі"),
        ("ўрад", "урад"),
        ("сьвет", "свет"),
        ("дзяржава", "дзяржавы"),
        ("адзначыў", "адзначыла"),
        ("пытанне", "пытанняў"),
        ("беларуская", "беларускай"),
    ],
)
def test_forms_and_both_spellings_of_a_word_have_one_key(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_short_words_are_their_own_keys() -> None:
    assert [stem(word) for word in ("не", "ён", "мы", "і", "да")] == ["не", "ён", "мы", "і", "да"]


def test_a_key_is_never_empty() -> None:
    assert all(stem(word) for word in ("амі", "ая", "ыцца", "ся", "аваць", "еееее", "-----"))
