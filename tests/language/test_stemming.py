import pytest

from overtone.language import LANGUAGES, language


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", "sanction sanctions sanctioned"),
        ("en", "negotiate negotiated negotiating"),
        ("ru", "санкция санкций санкциями"),
        ("ru", "заявил заявила заявить"),
        ("be", "справа справы справу спраў справах"),
        ("be", "год годзе гадоў гады"),
        ("be", "палітыка палітыку палітыцы"),
        ("be", "магчымасць магчымасці магчымасцямі"),
    ],
)
def test_the_forms_of_a_word_have_one_key(lang: str, forms: str) -> None:
    assert len({language(lang).lemma(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "war peace weapon"), ("ru", "война мир оружие"), ("be", "вайна мір зброя саюз Расія".lower())],
)
def test_other_words_have_other_keys(lang: str, words: str) -> None:
    assert len({language(lang).lemma(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_no_word_is_its_own_key(lang: str) -> None:
    for given in ("2022", "a" * 500, "日本", "к"):
        assert language(lang).lemma(given) == given
