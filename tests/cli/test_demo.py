"""The demo: one command, two editions in three languages; repeated, it adds nothing and says the same to programs."""

import json
from pathlib import Path

import pytest

from tests.publish.linking import MARKED, dead, evidence_links, leads, read
from tests.publish.reading import parse
from tests.world.workspace import overtone

KINDS = ("evidence", "signal", "actor", "encounter", "event", "topic")


def lands_on_words_with_a_twin(site: dict[str, bytes]) -> None:
    """Every link to evidence leads to highlighted words, and every page of a week is there as data."""
    pages = read(site)
    weekly = [path for path in pages if "/2022-W" in path]
    assert [path for path, anchor in evidence_links({p: site[p] for p in weekly}) if anchor != "words"] == []
    assert [path for path in weekly if "/evidence/" in path and not MARKED.search(pages[path])] == []
    assert [path for path in weekly if path.removesuffix(".html") + ".json" not in site] == []


def says_the_same_in_every_language(site: dict[str, bytes]) -> None:
    """A page leads to the same evidence, numbers and portraits in each of its languages."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for path, text in read(site).items():
        if "/2022-W" in path:
            week = "/".join(path.split("/")[:2])
            inside = {tuple(place.split("/")[2:]) for place, _ in leads(path, text) if place.startswith(f"{week}/")}
            ways = sorted("/".join(place) for place in inside if place[0] in KINDS)
            found.setdefault(path.partition("/")[2], set()).add(tuple(ways))
    assert [path for path, ways in found.items() if len(ways) > 1] == []


def is_valid(site: dict[str, bytes]) -> None:
    """The first page of each kind in each language, read strictly."""
    for lang in ("en", "ru", "be"):
        for kind in KINDS:
            parse(
                next(
                    body
                    for path, body in site.items()
                    if path.startswith(f"{lang}/2022-W20/{kind}/") and ".html" in path
                )
            )


def gives_the_number_again(site: dict[str, bytes], folder: Path) -> None:
    """The command beside a number, run as it is printed, gives that number."""
    twins = [
        json.loads(body) for path, body in site.items() if path.startswith("en/2022-W20/signal/") and ".json" in path
    ]
    told = next(t for t in twins if t["kind"] == "signal" and t["measure"] == "salience" and t["actor"])
    words = told["command"].split()[1:]
    made = overtone("-w", "demo", *words, "--json", cwd=folder)
    assert made.returncode == 0, made.stderr
    same = [row for row in json.loads(made.stdout)["rows"] if row.get("unit") == told["unit"]]
    keys = ("actor", "target", "value", "low", "high", "baseline", "surprise", "n")
    assert {key: told[key] for key in keys} in [{key: row[key] for key in keys} for row in same]


@pytest.mark.slow
def test_the_demo_makes_two_editions_and_says_where_to_look(tmp_path: Path) -> None:
    first = overtone("demo", "--folder", "demo", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    lines = [line.strip() for line in first.stdout.splitlines()]
    pages = [line for line in lines if line.endswith("index.html") and "://" not in line]
    assert any(line.startswith("October 10 – October 16, 2022") for line in lines)
    assert sorted(Path(page).parts[-3:-1] for page in pages) == [
        (lang, week) for lang in ("be", "en", "ru") for week in ("2022-W20", "2022-W41")
    ]
    assert all((tmp_path / page).is_file() for page in pages)
    assert "file://" in first.stdout
    assert "overtone -w demo" in first.stderr
    site = {str(p.relative_to(tmp_path / "demo/site")): p.read_bytes() for p in (tmp_path / "demo/site").rglob("*.*")}
    assert dead(site) == []
    lands_on_words_with_a_twin(site)
    says_the_same_in_every_language(site)
    is_valid(site)
    gives_the_number_again(site, tmp_path)
    again = overtone("demo", "--folder", "demo", "--json", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    body = json.loads(again.stdout)
    assert [(one["fresh"], one["aside"]) for one in body["files"]] == [(0, 0), (0, 0)]
    assert [page for edition in body["editions"] for page in edition["pages"]] == pages
