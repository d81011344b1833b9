"""The pages of an edition: valid, linked, in their languages, and closed to what a hostile text brings."""

import posixpath
import re
from dataclasses import replace
from functools import cache
from hashlib import sha256
from xml.etree.ElementTree import Element

import pytest

from overtone.publish.archive import parse as manifest_of
from overtone.publish.archive import shelve
from overtone.publish.pages import pages
from overtone.publish.proof import sentences
from overtone.records import Edition, Exhibit, content_id
from tests.publish.reading import SVG, every, identifiers, parse, targets, words
from tests.publish.week41 import LANGS, edition, empty_edition

BASE = "https://weekly.example.org/overtone"


@cache
def site(base_url: str = "") -> dict[str, bytes]:
    """Two editions and the pages around them."""
    own = {**pages(edition(), base_url), **pages(empty_edition(), base_url)}
    shelf = [manifest_of(body, path) for path, body in own.items() if path.endswith("manifest.json")]
    return {**own, **shelve(sorted(shelf, key=lambda issue: issue.week, reverse=True), base_url)}


@cache
def trees(base_url: str = "") -> dict[str, Element]:
    """Every page, read strictly."""
    return {path: parse(body) for path, body in site(base_url).items() if path.endswith(".html")}


def front(lang: str) -> Element:
    return trees()[f"{lang}/2022-W41/index.html"]


def test_every_page_is_valid_html_with_a_title_and_its_language() -> None:
    for path, root in trees().items():
        assert root.get("lang") == ("en" if path == "index.html" else path.split("/")[0]), path
        assert words(every(root, "title")[0]).strip(), path
        assert len(every(root, "h1")) == len(every(root, "main")) == 1, path


def test_ids_are_unique_on_every_page() -> None:
    for path, root in trees().items():
        ids = identifiers(root)
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("base_url", ["", BASE])
def test_no_internal_link_dangles(base_url: str) -> None:
    missing = []
    for path, root in trees(base_url).items():
        for name, address in targets(root):
            if name == "link" and base_url and address.startswith(base_url):
                tail = address.removeprefix(f"{base_url}/")
                assert tail in site(base_url) or f"{tail}index.html" in site(base_url), address
            if address.startswith(("http:", "https:")):
                continue
            place, _, anchor = address.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
            known = there in site(base_url)
            if not known or (anchor and anchor not in identifiers(trees(base_url)[there])):
                missing.append(f"{path} → {address}")
    assert missing == []


def scripts(root: Element, path: str) -> list[Element]:
    """What a page would run: data blocks are not run, and the search page alone has a script, which is the site's."""
    found = [e for e in every(root, "script") if e.get("type") != "application/ld+json"]
    own = path.endswith("/search.html")
    return [e for e in found if not (own and re.fullmatch(r"\.\./assets/search-[0-9a-f]{10}\.js", e.get("src") or ""))]


def test_nothing_is_loaded_from_outside_and_nothing_runs() -> None:
    for path, root in trees().items():
        loads = [address for name, address in targets(root) if name != "a"]
        assert not [address for address in loads if "//" in address], path
        assert scripts(root, path) == [], path
        assert not [e for e in root.iter() if any(key.startswith("on") or key == "style" for key in e.attrib)], path


def test_every_image_has_words_for_those_who_do_not_see_it() -> None:
    for lang in LANGS:
        charts = trees()[f"{lang}/2022-W41/charts.html"]
        drawings = [e for root in (front(lang), charts) for e in root.iter(f"{SVG}svg") if e.get("role") == "img"]
        assert len(drawings) == 3
        for drawing in drawings:
            ids = (drawing.get("aria-labelledby") or "").split()
            assert all(words(e).strip() for e in drawing if e.get("id") in ids)
        hidden = [e for e in front(lang).iter(f"{SVG}svg") if e.get("aria-hidden") == "true"]
        assert len(hidden) == len([e for e in front(lang).iter(f"{SVG}svg") if e.get("focusable")])


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_stands_on_the_page_under_its_id_with_its_evidence(lang: str) -> None:
    whole = edition()
    text = next(text for text in whole.texts if text.lang == lang)
    places = {e.get("id"): e for e in front(lang).iter() if e.get("id")}
    for sentence in sentences(text):
        place = places[f"s-{sentence.id}"]
        assert sentence.words in words(place)
        leads = {address for _, address in targets(place)}
        assert {f"evidence/{name}.html#words" for name in sentence.exhibits} <= leads
        assert {f"signal/{name}.html" for name in sentence.signals} <= leads


@pytest.mark.parametrize("lang", LANGS)
def test_an_evidence_page_holds_the_words_in_their_own_language(lang: str) -> None:
    for exhibit in edition().exhibits:
        root = trees()[f"{lang}/2022-W41/evidence/{exhibit.id}.html"]
        assert words(every(root, "mark")[0]) == exhibit.quote
        block = every(root, "blockquote")[0]
        assert block.get("lang") == exhibit.lang
        assert words(block) == exhibit.before + exhibit.quote + exhibit.after


def test_a_change_is_told_in_words_and_by_shape_not_by_colour_alone() -> None:
    marks = [e for e in front("be").iter() if "verdict" in (e.get("class") or "").split()]
    assert {words(mark).strip() for mark in marks} == {"палепшылася", "пагоршылася", "без змен", "нельга сказаць"}
    shapes = {words(mark).strip(): next(mark.iter(f"{SVG}path")).get("d") for mark in marks}
    assert len(set(shapes.values())) == 4


def test_the_language_switch_keeps_the_place() -> None:
    address = dict.fromkeys(a for _, a in targets(front("en")))
    assert "../../be/2022-W41/index.html" in address
    assert "../../ru/2022-W41/index.html#t-security" in address
    name = f"2022-W41/evidence/{edition().exhibits[0].id}.html"
    assert f"../../../be/{name}" in {a for _, a in targets(trees()[f"en/{name}"])}


def test_a_week_without_texts_says_so() -> None:
    assert "Гэта не азначае".lower() in words(trees()["be/2022-W42/index.html"]).lower()
    assert "holds no text of this week" in words(trees()["en/2022-W42/index.html"])
    assert "holds no text of this week" not in words(front("en"))


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\r\n\x00 {{ 7*7 }} & </title></svg>'


def hostile(exhibit: Exhibit) -> Exhibit:
    whole = exhibit.before + HOSTILE + exhibit.after
    return replace(
        exhibit,
        quote=HOSTILE,
        stop=exhibit.start + len(HOSTILE),
        speaker=HOSTILE,
        actor=None,
        office=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        source=HOSTILE,
        reader=HOSTILE,
        kind=HOSTILE,
        url="javascript:alert(1)",
        text_sha256=sha256(whole.encode()).hexdigest(),
    )


def infected() -> Edition:
    whole = edition()
    texts = tuple(
        replace(
            text,
            title=HOSTILE,
            summary=HOSTILE,
            sections=tuple(
                replace(section, name=HOSTILE, verdict=HOSTILE, headline=replace(section.headline, words=HOSTILE))
                for section in text.sections
            ),
            charts=tuple(
                replace(chart, title=HOSTILE, alt=HOSTILE, rows=(HOSTILE,) * len(chart.rows), key=HOSTILE)
                for chart in text.charts
            ),
            labels=(*text.labels, ("desk.name", HOSTILE), ("measure.salience", HOSTILE)),
        )
        for text in whole.texts
    )
    return replace(whole, texts=texts, exhibits=tuple(map(hostile, whole.exhibits)), version=HOSTILE)


def test_hostile_words_stay_words() -> None:
    made = pages(infected())
    shelf = [manifest_of(body, path) for path, body in made.items() if path.endswith("manifest.json")]
    for path, body in {**made, **shelve(shelf)}.items():
        if not path.endswith(".html"):
            continue
        root = parse(body)
        assert scripts(root, path) == [], path
        assert not every(root, "img"), path
        assert not [a for _, a in targets(root) if a.lower().startswith("javascript")], path
    page = parse(made[f"en/2022-W41/evidence/{content_id('exhibit', 'credit')}.html"])
    assert words(every(page, "mark")[0]) == HOSTILE.replace("\x00", "\ufffd").replace("\r\n", "\n")
    assert "javascript:alert(1)" in words(page)


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert pages(edition()) == pages(edition())


def test_a_base_address_makes_links_to_other_languages_full() -> None:
    root = trees(BASE)["ru/2022-W41/index.html"]
    links = {e.get("hreflang"): e.get("href") for e in every(root, "link") if e.get("hreflang")}
    assert links == {**{lang: f"{BASE}/{lang}/2022-W41/" for lang in LANGS}, "x-default": f"{BASE}/"}
    assert [e.get("href") for e in every(root, "link") if e.get("rel") == "canonical"] == [f"{BASE}/ru/2022-W41/"]
