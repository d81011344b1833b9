"""The search of a whole site, asked by the script of its own page."""

import json
import shutil
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from overtone.errors import SiteError
from overtone.publish.rendering import search_script
from overtone.publish.search_shelf import cards
from tests.publish.shelved import made, own

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="Node runs the script outside a browser")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for path, body in {**own(), **made()}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(body)
    return root


def found(site: Path, lang: str, *queries: str) -> list[list[str]]:
    driver = str(resources.files("overtone.bench") / "search.mjs")
    told = subprocess.run(
        ["node", driver, str(site / search_script()[0]), str(site / lang)],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[list[str]] = json.loads(told.stdout)["found"]
    return answers


@needs_node
@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_evidence_is_found_in_its_own_language_whatever_the_page_is_in(site: Path, lang: str) -> None:
    told = found(site, lang, "группировкой", "режимом", "accomplice", "Belarusian army")
    assert any("/evidence/" in path for path in told[0])


@needs_node
def test_an_actor_is_found_by_any_form_of_the_name(site: Path) -> None:
    told = found(site, "be", "Лукашэнкам", "лукашэнкi", "Лукашэнку")
    assert {answer[0] for answer in told} == {"actors/lukashenko.html"}


@needs_node
def test_a_phrase_is_found_only_where_its_words_stand_together(site: Path) -> None:
    text = next(body for path, body in own().items() if path == "en/2022-W41/search-0.js").decode()
    entry = next(one for one in json.loads(text[text.index(",") + 1 : -3]) if one[1] == "theme")
    words = entry[3].split()[:3]
    there, reversed_words = found(site, "en", f'"{" ".join(words)}"', f'"{" ".join(reversed(words))}"')
    assert entry[0] in there
    assert entry[0] not in reversed_words


@needs_node
def test_what_nobody_said_is_not_found(site: Path) -> None:
    assert found(site, "en", "xylophone", "", "!!!") == [[], [], []]


@needs_node
def test_commentary_and_corrections_are_found(site: Path) -> None:
    told = found(site, "en", "whose grouping", "wrong dates")
    assert told[0][0] == "commentary/whose-grouping/index.html"
    assert told[1][0] == "corrections/2022-11-01-date/index.html"


def test_no_file_of_the_search_is_large() -> None:
    sizes = {path: len(body) for path, body in {**own(), **made()}.items() if "/search" in path and path.endswith("js")}
    assert max(sizes.values()) < 60_000


def test_the_search_page_leads_everywhere_without_the_script() -> None:
    page = made()["be/search.html"].decode()
    assert '<form id="search" role="search" hidden' in page
    for address in ("actors/lukashenko.html", "themes/security.html", "2022-W41/index.html", "all.html"):
        assert f'href="{address}"' in page


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "2022-W41"
    folder.mkdir(parents=True)
    (folder / "search.json").write_text("{}")
    with pytest.raises(SiteError, match="part of the search") as trouble:
        cards(tmp_path, {})
    assert trouble.value.where.endswith("search.json")
