import pytest

from overtone.brief.likelihood import likely

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("probability", "lang", "words"),
    [
        (0.62, "en", "likely (62%)"),
        (0.62, "ru", f"вероятно (62{SPACE}%)"),
        (0.62, "be", f"верагодна (62{SPACE}%)"),
        (0.0496, "en", "very unlikely (5%)"),
        (0.5, "be", f"шанцы прыблізна роўныя (50{SPACE}%)"),
        (0.001, "en", "below the scale of words (<1%)"),
        (0.999, "en", "above the scale of words (>99%)"),
        (0.99, "en", "almost certain (99%)"),
    ],
)
def test_a_word_never_stands_without_its_number(probability: float, lang: str, words: str) -> None:
    assert likely(probability, lang) == words
