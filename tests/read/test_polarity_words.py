"""Lists of words in running text: endings, phrases, spellings, and time that grows with the text alone."""

import pytest

from overtone.read.polarity_words import word_list, words_of


def found(lang: str, text: str, *entries: str) -> list[str]:
    return [text[f.start : f.stop] for f in word_list(entries).find(words_of(text, lang))]


@pytest.mark.parametrize(
    ("lang", "text", "entries", "hits"),
    [
        ("en", "He condemned it.", ("condemn*",), ["condemned"]),
        ("en", "He is ready to talk now.", ("ready to talk", "ready"), ["ready to talk"]),
        ("en", "Alloy is no ally.", ("ally",), ["ally"]),
        ("ru", "Он тепло, ещё теплее", ("тепл*", "еще"), ["тепло", "ещё", "теплее"]),
        ("be", "Ён абвясьціў сьпіс", ("абвясц*", "спіс"), ["абвясьціў", "сьпіс"]),
        ("be", "аб’явіў вайну", ("аб'яв* вайн*",), ["аб’явіў вайну"]),
        ("be", "вораг у горадзе", ("у",), ["у"]),
        ("en", "", ("a*",), []),
    ],
)
def test_entries_are_found(lang: str, text: str, entries: tuple[str, ...], hits: list[str]) -> None:
    assert found(lang, text, *entries) == hits


def test_a_contraction_is_two_words() -> None:
    assert [word.key for word in words_of("We don’t", "en")] == ["we", "do", "n't"]


def test_a_long_text_of_beginnings_is_read_once() -> None:
    assert len(found("en", "ready to " * 20_000, "ready to talk", "ready")) == 20_000
