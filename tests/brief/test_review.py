"""The lists for native readers: up to date, every form in them, nothing that Markdown would swallow."""

import re
from functools import cache
from pathlib import Path

import pytest

from overtone.brief.review import review
from overtone.language import LANGUAGES
from tests.brief.samples import phrases
from tests.build import desk

DOCS = Path(__file__).resolve().parents[2] / "docs" / "phrases"


@cache
def listed(lang: str) -> str:
    return review(lang, desk())


def forms(lang: str, key: str) -> dict[str, str]:
    part = listed(lang).split(f"### {key}\n")[1].split("\n### ")[0].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+) \| \|$", part, re.MULTILINE)
    return dict(rows)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lists_in_the_docs_are_up_to_date(lang: str) -> None:
    kept = (DOCS / f"{lang}.md").read_text(encoding="utf-8")
    assert kept == listed(lang), f"run: overtone phrases --lang {lang} > docs/phrases/{lang}.md"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phrase_and_every_word_of_a_page_is_listed(lang: str) -> None:
    assert re.findall(r"^### (\S+)$", listed(lang), re.MULTILINE) == sorted(phrases(lang).sentences)
    assert [key for key in phrases(lang).furniture if f"| `{key}` |" not in listed(lang)] == []


def test_every_plural_form_is_there() -> None:
    told = forms("be", "spoke")
    assert {"n: 2", "n: 5"} <= told.keys()
    assert "1 выказванні" in told["–"]
    assert "5 выказваннях" in told["n: 5"]


def test_a_man_a_woman_several_and_an_institution_are_tried() -> None:
    told = forms("ru", "spoke")
    assert "говорила" in told["actor: a woman"]
    assert "говорили" in told["actor: several"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_row_has_more_cells_than_its_table(lang: str) -> None:
    rows = [line for line in listed(lang).splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}
