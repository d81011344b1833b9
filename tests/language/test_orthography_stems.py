"""The lists behind the spelling rules say each thing once, as patterns that compile."""

import re

from overtone.language.orthography_stems import CLASSICAL_WORDS, KEPT_E, KEPT_SIGNS, STEMS, UNSURE


def test_every_pattern_compiles_and_changes_something() -> None:
    for pattern, put in STEMS:
        re.compile(pattern)
        assert pattern != put
    assert all(re.compile(pattern) for pattern in (*KEPT_E, *KEPT_SIGNS))


def test_no_stem_stands_twice() -> None:
    patterns = [pattern for pattern, _ in STEMS]
    assert sorted({p for p in patterns if patterns.count(p) > 1}) == []


def test_short_words_are_small_letters() -> None:
    assert all(word == word.lower() for word in (*CLASSICAL_WORDS, *CLASSICAL_WORDS.values(), *UNSURE))
