"""Names in their cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.errors import UsageError
from overtone.language import LANGUAGES, language
from overtone.language.declension import CASES, KINDS, agree, attach, ending, replaced, surface, unchanged
from tests.language import drawn

GOOD = [(code, line) for code in ("ru", "be") for line in drawn.lines(f"declension.{code}.txt")]
FAILING = [line.split("\t") for line in drawn.lines("declension.failing.txt")]
LETTERS = "абвгдежзійклмнопрстуўхцчшыьэюяАБЛУ -’"


def cases(code: str, name: str, kind: str) -> list[str]:
    return [language(code).decline(name, case, kind) for case in CASES]


@pytest.mark.parametrize(("code", "case"), GOOD)
def test_a_name_declines_as_drawn(code: str, case: str) -> None:
    kind, expected = drawn.declension(case)
    assert cases(code, expected[0], kind) == expected
    assert language(code).forms(expected[0], kind) >= set(expected)


@pytest.mark.parametrize(("code", "case"), FAILING)
@pytest.mark.xfail(strict=True)
def test_a_known_failure_still_fails(code: str, case: str) -> None:
    kind, expected = drawn.declension(case)
    assert cases(code, expected[0], kind) == expected


@given(st.text(alphabet=LETTERS, max_size=20), st.sampled_from(KINDS), st.sampled_from(LANGUAGES))
def test_every_printed_form_is_matched_and_the_nominative_is_the_name(name: str, kind: str, code: str) -> None:
    printed = cases(code, name, kind)
    assert printed[0] == name
    assert set(printed) <= language(code).forms(name, kind)


RULES = (ending(r"га$", 1, "а і ^е у ай/аю ^е"), ending(r"о$", 0, "- - - - - -"))


def soft(stem: str) -> str:
    return f"{stem[:-1]}з"


@pytest.mark.parametrize(
    ("word", "printed"),
    [("Прага", "Прага Прагі Празе Прагу Прагай Празе"), ("Осло", "Осло " * 6), ("Минск", "Минск " * 6)],
)
def test_the_first_rule_that_fits_declines_a_word_and_none_leaves_it(word: str, printed: str) -> None:
    paradigm = attach(word, RULES, soft)
    assert [variants[0] for variants in paradigm] == printed.split()
    assert [len(variants) for variants in paradigm] == [1, 1, 1, 1, 2 if word == "Прага" else 1, 1]


def test_words_that_agree_keep_what_stands_between_them_and_all_their_variants() -> None:
    both = agree((attach("Прага", RULES, soft), unchanged("Осло")), (" – ",))
    assert both[2] == ("Празе – Осло",)
    assert both[4] == ("Прагай – Осло", "Прагаю – Осло")
    assert surface(replaced(both, 4, "x")) == {"Прага – Осло", "Прагі – Осло", "Празе – Осло", "Прагу – Осло", "x"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_case_or_kind_that_does_not_exist_is_said(code: str) -> None:
    with pytest.raises(UsageError, match="vocative"):
        language(code).decline("Минск", "vocative", "place")
    with pytest.raises(UsageError, match="planet"):
        language(code).forms("Марс", "planet")
