"""Versions: what changed between two, and how a page is kept."""

import pytest

from overtone.publish.versions import (
    Changes,
    History,
    Moving,
    Said,
    Version,
    archived,
    compare,
    kept,
    read,
    told,
    written,
)
from overtone.publish.words import Words
from tests.publish.week41 import furniture

WORDS = Words("en", furniture("en").items())
OLD: tuple[Said, ...] = (
    ("a", "theme x", "They met in Minsk on 11 October."),
    ("b", "theme x", "Nothing was said of the army."),
    ("c", "limits", "One source was not seen alive."),
)
NEW: tuple[Said, ...] = (
    ("a", "theme x", "They met in Minsk on 12 October."),
    ("d", "theme x", "Nothing at all was said of the army."),
    ("e", "theme x", "Six states voted against."),
)


def version(checksum: str, sentences: tuple[Said, ...] = OLD, noted: str = "") -> Version:
    return Version(n=1, checksum=checksum * 64, as_of="2022-10-17T00:00:00+00:00", noted=noted, sentences=sentences)


def test_sentences_are_paired_by_finding_then_by_place_and_words() -> None:
    found = compare(OLD, NEW)
    assert found.changed == ((OLD[0], NEW[0]), (OLD[1], NEW[1]))
    assert found.removed == (OLD[2],)
    assert found.added == (NEW[2],)
    assert compare(OLD, OLD) == Changes()


def test_another_place_is_another_sentence() -> None:
    moved = (("z", "limits", OLD[0][2]),)
    assert compare(OLD[:1], moved) == Changes(added=moved, removed=OLD[:1])


def test_the_same_checksum_adds_no_version() -> None:
    history = History(present=version("a"))
    assert history.after(version("a", NEW)) is history


def test_another_checksum_makes_the_present_one_an_earlier_one() -> None:
    history = History(present=version("a")).after(version("b", NEW)).after(version("a"))
    assert [one.n for one in history.earlier] == [1, 2]
    assert history.present.n == 3
    assert history.earlier[0].folder == "v/1-aaaaaaaaaa"
    assert [(old.n, new.n) for old, new in history.steps] == [(2, 3), (1, 2)]
    assert read(written(history)) == history


def test_a_changed_file_of_versions_is_not_believed() -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        read(b'{"present": {}}')


def test_an_archived_page_leads_on_and_says_what_it_is() -> None:
    page = b'<main id="text">\n<a href="evidence/x.html">1</a><a href="../../ru/2022-W41/index.html">ru</a></main>'
    moving = Moving(
        lang="en", week="2022-W41", n=1, folders={"en": "v/1-aaaaaaaaaa", "ru": "v/2-aaaaaaaaaa"}, words=WORDS
    )
    made = archived({"index.html": page, "index.json": b"{}", "versions.json": b"{}"}, moving, frozenset())
    assert set(made) == {"en/2022-W41/v/1-aaaaaaaaaa/index.html", "en/2022-W41/v/1-aaaaaaaaaa/index.json"}
    there = made["en/2022-W41/v/1-aaaaaaaaaa/index.html"].decode()
    assert 'href="evidence/x.html"' in there
    assert 'href="../../../../ru/2022-W41/v/2-aaaaaaaaaa/index.html"' in there
    assert "This is version 1" in there
    back = kept(there.encode(), "en/2022-W41/v/1-aaaaaaaaaa/e/p.html", "en/2022-W41/e/p.html", 1, WORDS).decode()
    assert "belongs to version 1" in back
    assert "This is version 1" not in back


def test_a_sentence_that_is_gone_keeps_its_address_on_the_front_page() -> None:
    history = History(present=version("a")).after(version("b", NEW, noted="2022-10-24"))
    part = told(history, WORDS)
    assert 'id="s-b"' in part
    assert 'id="s-c"' in part
    assert 'id="s-a"' not in part
    assert "notices up to" in part
