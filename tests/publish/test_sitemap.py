"""The sitemap: every page with its twins, split where a file would hold too much."""

import re

from overtone.publish.sitemap import sitemaps
from tests.publish.shelved import BASE, made, own, shelf
from tests.publish.week41 import LANGS


def locations(body: bytes) -> list[str]:
    return re.findall(r"<loc>(.*?)</loc>", body.decode())


def test_every_page_of_the_site_is_named_once() -> None:
    named = locations(made(BASE)["sitemap.xml"])
    there = {path for path in {**own(), **made(BASE)} if path.endswith(".html")}
    there |= {
        path.replace("manifest.json", "index.html") for path in own() if path.count("/") == 3 and "manifest" in path
    }
    assert len(named) == len(set(named))
    assert set(named) == {f"{BASE}/{path.removesuffix('index.html')}" for path in there}


def test_each_names_its_twins_itself_among_them_and_the_choice_of_language() -> None:
    lines = made(BASE)["sitemap.xml"].decode().splitlines()
    line = next(line for line in lines if f"<loc>{BASE}/ru/themes/security.html</loc>" in line)
    assert re.findall(r'hreflang="([\w-]+)" href="([^"]+)"', line) == [
        *((lang, f"{BASE}/{lang}/themes/security.html") for lang in LANGS),
        ("x-default", f"{BASE}/"),
    ]
    article = next(line for line in lines if "<loc>" in line and "/commentary/" in line)
    assert re.findall(r'hreflang="(\w+)"', article) == ["en", "x"] or 'hreflang="ru"' not in article


def test_too_many_addresses_are_split_and_listed() -> None:
    shelves = {lang: shelf(lang) for lang in LANGS}
    whole = sitemaps(shelves, [], BASE)["sitemap.xml"]
    parts = sitemaps(shelves, [], BASE, most=10)
    names = sorted(name for name in parts if name != "sitemap.xml")
    assert locations(parts["sitemap.xml"]) == [f"{BASE}/{name}" for name in names]
    assert {"sitemap-2022.xml", "sitemap-2022-2.xml", "sitemap-site.xml"} <= set(names)
    assert all(len(locations(parts[name])) <= 10 for name in names)
    told = [place for name in names for place in locations(parts[name])]
    assert sorted(told) == sorted(locations(whole))


def test_without_an_address_of_the_site_all_is_relative() -> None:
    assert not [place for place in locations(made()["sitemap.xml"]) if place.startswith(("http", "/"))]
