"""Errors: what was wrong, where, and what to do next, and the exit code that the page on the command line promises."""

import re
from pathlib import Path

import pytest

from overtone import errors
from overtone.errors import OvertoneError, UsageError

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
DECISIONS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, OvertoneError)]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            OvertoneError("no such day", where="a.toml:3", next_step="write a day"),
            "a.toml:3: no such day\n  → write a day",
        ),
        (OvertoneError("no such day", where="a.toml:3"), "a.toml:3: no such day"),
        (OvertoneError("no such day", next_step="write a day"), "no such day\n  → write a day"),
        (OvertoneError("no such day"), "no such day"),
    ],
)
def test_an_error_says_what_was_wrong_where_and_what_to_do(error: OvertoneError, words: str) -> None:
    assert str(error) == words


@pytest.mark.parametrize("kind", DECISIONS)
def test_every_error_is_caught_by_the_one_base_and_keeps_its_parts_apart(kind: type[OvertoneError]) -> None:
    with pytest.raises(OvertoneError) as caught:
        raise kind("what", where="where", next_step="next")
    assert (caught.value.what, caught.value.where, caught.value.next_step) == ("what", "where", "next")


@pytest.mark.parametrize("kind", DECISIONS)
def test_the_exit_code_of_every_error_is_on_the_page(kind: type[OvertoneError]) -> None:
    section = PAGE.read_text("utf-8").partition("## Exit codes")[2].partition("\n## ")[0]
    assert re.search(rf"\b{kind.exit_code}\b", section)
    assert kind.exit_code > 0


def test_a_wrong_call_is_told_apart_from_every_other_trouble() -> None:
    assert [kind for kind in DECISIONS if kind.exit_code == UsageError.exit_code] == [UsageError]
