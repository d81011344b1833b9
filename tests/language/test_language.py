"""The room's front door."""

import pytest

from overtone.errors import UsageError
from overtone.language import LANGUAGES, language


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_answers_to_its_code(code: str) -> None:
    assert language(code).code == code


def test_an_unknown_language_is_named_with_those_that_exist() -> None:
    with pytest.raises(UsageError, match="en, ru, be"):
        language("uk")
