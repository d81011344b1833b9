import re
from pathlib import Path

from overtone.cli.reasons import REASONS, in_words

PAGE = Path(__file__).resolve().parents[2] / "docs" / "measure.md"


def test_every_reason_of_the_page_is_told_in_words() -> None:
    table = PAGE.read_text("utf-8").split("## Why a measure abstains")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z-]+)`", table, re.MULTILINE)) == set(REASONS)


def test_a_reason_without_words_is_told_by_its_key() -> None:
    assert in_words("no-data") != "no-data"
    assert in_words("something-else") == "something-else"
