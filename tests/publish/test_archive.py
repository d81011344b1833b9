"""The shelves: what stands around the editions follows from their manifests alone."""

import re
from pathlib import Path
from xml.parsers import expat

import pytest

from overtone.errors import SiteError
from overtone.publish.archive import Issue, issues, parse, shelve
from overtone.publish.pages import pages
from tests.publish.week41 import edition, empty_edition

BASE = "https://weekly.example.org"


def shelf() -> list[Issue]:
    own = {**pages(edition()), **pages(empty_edition())}
    fresh = [parse(body, path) for path, body in own.items() if path.endswith("manifest.json")]
    return sorted(fresh, key=lambda issue: issue.week, reverse=True)


def test_files_are_well_formed_xml() -> None:
    for base_url in ("", BASE):
        made = shelve(shelf(), base_url)
        for path in ("sitemap.xml", "en/feed.xml", "ru/feed.xml", "be/feed.xml"):
            expat.ParserCreate().Parse(made[path], True)


def test_a_feed_has_what_atom_asks_for() -> None:
    feed = shelve(shelf(), BASE)["be/feed.xml"].decode()
    entries = feed.split("<entry>")[1:]
    assert len(entries) == 2
    for piece in (feed, *entries):
        assert re.search(r"<id>urn:uuid:[0-9a-f-]{36}</id>", piece)
        assert "<updated>2022-10-17T00:00:00Z</updated>" in piece
        assert "<title>" in piece
    assert f'<link rel="self" type="application/atom+xml" href="{BASE}/be/feed.xml"/>' in feed
    assert f'href="{BASE}/be/2022-W41/"' in feed


def test_ids_last_and_differ() -> None:
    found = [re.findall(r"<id>(.*?)</id>", shelve(shelf())[f"{lang}/feed.xml"].decode()) for lang in ("en", "be")]
    assert len({name for names in found for name in names}) == 6
    assert found[0] == re.findall(r"<id>(.*?)</id>", shelve(shelf())["en/feed.xml"].decode())


def test_the_newest_week_stands_first() -> None:
    page = shelve(shelf())["en/index.html"].decode()
    assert page.index("2022-W42/index.html") < page.index("2022-W41/index.html#t-security")


def test_the_sitemap_names_the_other_languages_of_every_page() -> None:
    sitemap = shelve(shelf(), BASE)["sitemap.xml"].decode()
    line = next(line for line in sitemap.splitlines() if f"<loc>{BASE}/ru/2022-W41/</loc>" in line)
    assert re.findall(r'hreflang="(\w+)" href="([^"]+)"', line) == [
        (lang, f"{BASE}/{lang}/2022-W41/") for lang in ("en", "ru", "be")
    ]
    assert sitemap.count("/evidence/") >= 3 * 8


def test_robots_names_the_sitemap_only_where_the_address_is_known() -> None:
    assert b"Sitemap" not in shelve(shelf())["robots.txt"]
    assert shelve(shelf(), BASE)["robots.txt"].endswith(b"Sitemap: https://weekly.example.org/sitemap.xml\n")


def test_an_empty_shelf_says_so() -> None:
    assert b"No edition has been published yet." in shelve([])["index.html"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"week": "2022-W41"}', b"\xff"])
def test_a_damaged_manifest_is_named(tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / "en" / "2022-W41"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_bytes(damage)
    with pytest.raises(SiteError, match="publish that week again") as trouble:
        issues(tmp_path, [])
    assert trouble.value.where.endswith("manifest.json")


def test_pages_around_the_weeks_lead_to_subscription_where_there_is_one() -> None:
    made = shelve(shelf(), BASE, subscribe="https://desk.example.org")
    assert '<a href="https://desk.example.org/be/">Штотыднёвы агляд па пошце</a>' in made["be/index.html"].decode()
    assert made["index.html"].decode().count("https://desk.example.org/") == 3
    assert not [path for path, body in shelve(shelf(), BASE).items() if b"desk.example.org" in body]
