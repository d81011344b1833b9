"""Manifests: whatever is published is on the shelf, and a damaged one is named."""

import json
from datetime import date
from pathlib import Path

import pytest

from overtone.errors import SiteError
from overtone.publish.issues import issues, notice, notices, parse
from overtone.publish.pages import pages
from tests.publish.shelved import ARTICLE, told
from tests.publish.week41 import edition

WEEK = "en/2022-W41/manifest.json"


def test_a_week_tells_whom_it_shows_and_which_pages_it_has() -> None:
    issue = parse(pages(edition())[WEEK], WEEK)
    assert {"lukashenko", "zelenskyy"} <= {one.id for one in issue.subjects if one.kind == "actor"}
    assert len([path for path in issue.pages if path.startswith("evidence/")]) == len(issue.exhibits)


def test_a_manifest_of_before_without_subjects_is_read() -> None:
    body = json.loads(pages(edition())[WEEK])
    for key in ("subjects", "pages"):
        del body[key]
    assert parse(json.dumps(body).encode(), WEEK).subjects == ()


def test_an_article_is_read_tolerantly() -> None:
    bare = notice(b'{"title": "T", "date": "2022-10-20T08:00:00Z"}', "be/commentary/one/manifest.json")
    assert (bare.lang, bare.kind, bare.slug, bare.on) == ("be", "commentary", "one", date(2022, 10, 20))
    full = notice(json.dumps(ARTICLE).encode(), "en/commentary/whose-grouping/manifest.json")
    assert (full.authors, full.weeks) == (("An Author",), ("2022-W41",))


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"title": "T"}', b'{"title": "T", "date": "soon"}', b"\xff"])
def test_a_damaged_manifest_of_an_article_is_named(damage: bytes) -> None:
    with pytest.raises(SiteError, match="publish that page again") as trouble:
        notice(damage, "en/commentary/one/manifest.json")
    assert trouble.value.where == "en/commentary/one/manifest.json"


def test_what_is_new_stands_in_for_the_disk(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "commentary" / "whose-grouping"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text('{"title": "Old", "date": "2022-01-01"}')
    path = "en/commentary/whose-grouping/manifest.json"
    assert [one.title for one in notices(tmp_path)] == ["Old"]
    assert [one.title for one in notices(tmp_path, {path: json.dumps(ARTICLE).encode()})] == [ARTICLE["title"]]
    assert issues(tmp_path, []) == []


def test_the_newest_stands_first() -> None:
    weeks, beside, _ = told()
    assert [issue.week for issue in weeks if issue.lang == "be"] == ["2022-W42", "2022-W41", "2022-W40"]
    assert [one.kind for one in beside] == ["corrections", "commentary"]
