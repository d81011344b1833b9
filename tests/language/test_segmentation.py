"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import LANGUAGES, language
from tests.language import drawn

GOOD = [(code, line) for code in LANGUAGES for line in drawn.lines(f"sentences.{code}.txt")]
FAILING = [line.split("\t") for line in drawn.lines("sentences.failing.txt")]


def cut(code: str, text: str) -> list[str]:
    return [text[start:stop] for start, stop in language(code).sentences(text)]


@pytest.mark.parametrize(("code", "case"), GOOD)
def test_sentences_end_where_the_case_draws_it(code: str, case: str) -> None:
    text, expected = drawn.sentences(case)
    assert cut(code, text) == expected


@pytest.mark.parametrize(("code", "case"), FAILING)
@pytest.mark.xfail(strict=True)
def test_a_known_failure_still_fails(code: str, case: str) -> None:
    text, expected = drawn.sentences(case)
    assert cut(code, text) == expected


@given(st.text(alphabet="аБ.!?…»\"'() \n*1gG|-—", max_size=60) | st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_spans_are_in_order_and_cover_all_but_space(text: str, code: str) -> None:
    covered, end = [], 0
    for start, stop in language(code).sentences(text):
        assert end <= start < stop
        assert text[start:stop] == text[start:stop].strip()
        covered.append(text[start:stop])
        end = stop
    assert "".join("".join(covered).split()) == "".join(text.split())


def test_no_text_has_no_sentences() -> None:
    assert cut("en", "") == []
    assert cut("en", " \n\n ") == []
