"""Names in their cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.errors import UsageError
from overtone.language import LANGUAGES, language
from overtone.language.declension import CASES, KINDS
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


@pytest.mark.parametrize(
    ("code", "name", "kind", "wanted"),
    [
        ("en", "Putin", "surname-m", "Putin's"),
        ("en", "Belarusian", "adjective", "Belarusians"),
        ("ru", "белорусский", "adjective", "белорусских"),
        ("ru", "белорусы", "adjective", "белорусами"),
        ("ru", "белорусы", "adjective", "белоруса"),
        ("ru", "МИД", "phrase", "МИДа"),
        ("be", "беларускі", "adjective", "беларускай"),
        ("be", "беларускі", "adjective", "беларускімі"),
        ("be", "беларусы", "adjective", "беларусаў"),
        ("be", "украінцы", "adjective", "украінца"),
        ("be", "палякі", "adjective", "паляку"),
        ("be", "Уладзімір Пуцін", "person-m", "Уладзіміры Пуціну"),
        ("be", "Гродна", "place", "Гродне"),
        ("be", "украінскі", "adjective", "ўкраінскага"),
    ],
)
def test_forms_reach_the_form_in_the_text(code: str, name: str, kind: str, wanted: str) -> None:
    assert wanted in language(code).forms(name, kind)


@pytest.mark.parametrize(
    ("code", "name", "kind", "unwanted"),
    [
        ("en", "Chinese", "adjective", "Chineses"),
        ("ru", "НАТО", "phrase", "НАТОм"),
        ("ru", "Наталья Эйсмонт", "person-f", "Натальи Эйсмонта"),
        ("ru", "Лукашенко", "surname-m", "Лукашенка"),
        ("be", "Эйсмант", "surname-f", "Эйсманта"),
        ("be", "Пуцін", "surname-m", "Пуць"),
    ],
)
def test_forms_do_not_reach_another_word(code: str, name: str, kind: str, unwanted: str) -> None:
    assert unwanted not in language(code).forms(name, kind)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_case_or_kind_that_does_not_exist_is_said(code: str) -> None:
    with pytest.raises(UsageError, match="vocative"):
        language(code).decline("Минск", "vocative", "place")
    with pytest.raises(UsageError, match="planet"):
        language(code).forms("Марс", "planet")
