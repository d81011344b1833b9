import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.registry.likelihood import bands, likelihood, mixes


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "under-scale"),
        (0.01, "almost-no-chance"),
        (0.05, "very-unlikely"),
        (0.2, "unlikely"),
        (0.45, "even-chance"),
        (0.5, "even-chance"),
        (0.55, "likely"),
        (0.8, "very-likely"),
        (0.95, "almost-certain"),
        (0.99, "almost-certain"),
        (1.0, "over-scale"),
    ],
)
def test_the_words_are_those_of_the_directive(probability: float, word: str) -> None:
    assert likelihood(probability).word == word


def test_the_bands_leave_no_gap_and_have_names_in_three_languages() -> None:
    listed = list(bands().values())
    assert [one.high for one in listed[:-1]] == [one.low for one in listed[1:]]
    assert (listed[0].low, listed[-1].high) == (0, 1)
    assert all(one.names.of(lang) for one in listed for lang in ("en", "ru", "be"))


@given(st.floats(0, 1))
def test_the_word_is_that_of_the_per_cent_printed_beside_it(probability: float) -> None:
    assert likelihood(probability).word == likelihood(round(probability, 2)).word


@pytest.mark.parametrize("value", [-0.01, 1.01])
def test_what_is_no_probability_has_no_word(value: float) -> None:
    with pytest.raises(ValueError, match="no probability"):
        likelihood(value)


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("We are confident that it is likely.", True),
        ("It is likely. We say so with low confidence.", False),
        ("Мы уверены, что это маловероятно.", True),
        ("Упэўненасць нізкая, але шанцы ёсць.", True),
        ("Unconfined troops arrive.", False),
        ("With high confidence, 80% of them came.", True),
    ],
)
def test_likelihood_and_confidence_do_not_share_a_sentence(text: str, mixed: bool) -> None:
    assert mixes(text) is mixed
