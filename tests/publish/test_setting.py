"""Where a page stands: its ways up, across languages and to other files."""

from overtone.publish.setting import address, place

NAMES = {"en": "English", "be": "Беларуская"}


def test_ways_are_relative_without_a_base_and_full_with_one() -> None:
    here = place("en/2022-W41/evidence/a.html", NAMES, "en", "")
    assert here.root == "../../../"
    assert here.to("en/2022-W41/text/b.txt") == "../text/b.txt"
    assert here.to("en/2022-W41/evidence/c.json") == "c.json"
    full = place("en/2022-W41/evidence/a.html", NAMES, "en", "https://example.org")
    assert full.to("en/2022-W41/text/b.txt") == "https://example.org/en/2022-W41/text/b.txt"
    assert full.permalink == "https://example.org/en/2022-W41/evidence/a.html"


def test_the_same_place_in_every_language() -> None:
    here = place("en/2022-W41/actor/putin.html", NAMES, "en", "")
    assert [(t.lang, t.href, t.current) for t in here.tongues] == [
        ("en", "../../../en/2022-W41/actor/putin.html", True),
        ("be", "../../../be/2022-W41/actor/putin.html", False),
    ]


def test_a_folder_is_addressed_without_its_index() -> None:
    assert address("https://example.org", "../", "en/index.html") == "https://example.org/en/"
    assert address("", "../", "en/index.html") == "../en/index.html"
