"""The gate of publication: the demo's whole site, looked at page by page, in three languages.

The browser and axe-core come with `make browser`; without them what needs them says why it is skipped.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from overtone.bench.browser import program, rules
from overtone.bench.pages import BUDGET, LANGUAGES, Demo, Looked, dead_links, demo_site, html, largest, look
from overtone.errors import EvidenceError
from overtone.publish.proof import findings, lost, portrayed, prove, sentences
from overtone.records import Sentence
from tests.publish.reading import XHTML, every, identifiers, parse

pytestmark = pytest.mark.slow
NEEDED = "no Chromium or no axe-core: `make browser` installs them"
KINDS = {
    "archive",
    "correction",
    "corrections",
    "edition",
    "exhibit evidence",
    "portrait actor",
    "versions",
}  # at least these, in every language


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The site, published once."""
    return demo_site(tmp_path_factory.mktemp("gate") / "desk")


@pytest.fixture(scope="module")
def bodies(demo: Demo) -> dict[str, str]:
    """Every page by its path."""
    return html(demo.site)


@pytest.fixture(scope="module")
def chosen(bodies: dict[str, str]) -> dict[tuple[str, str], str]:
    """The largest page of each type and language."""
    return largest(bodies)


@pytest.fixture(scope="module")
def seen(demo: Demo, chosen: dict[tuple[str, str], str]) -> tuple[Looked, ...]:
    """These pages as the browser found them."""
    if not (program() and rules()):
        pytest.skip(NEEDED)
    return tuple(look(demo.site, chosen))


def test_every_type_of_page_is_there_in_every_language(chosen: dict[tuple[str, str], str]) -> None:
    for lang in LANGUAGES:
        assert {kind for kind, there in chosen if there == lang} >= KINDS


def test_pages_are_strict_html_with_ids_once_and_headings_in_order(
    demo: Demo, chosen: dict[tuple[str, str], str]
) -> None:
    for path in chosen.values():
        root = parse((demo.site / path).read_bytes())
        twice = [name for name, times in Counter(identifiers(root)).items() if times > 1]
        assert twice == [], path
        levels = [
            int(e.tag[-1]) for e in root.iter() if isinstance(e.tag, str) and re.fullmatch(rf"{XHTML}h[1-6]", e.tag)
        ]
        assert levels[:1] == [1] or "mail" in path, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)
        assert levels.count(1) <= 1, path


def test_every_page_names_its_language_and_quotations_name_theirs(
    demo: Demo, chosen: dict[tuple[str, str], str]
) -> None:
    for (_, lang), path in chosen.items():
        root = parse((demo.site / path).read_bytes())
        assert not lang or root.get("lang") == lang, path
        # An article quotes in its own words too: what is in another language is marked by its author.
        for quote in () if "commentary" in path else (*every(root, "blockquote"), *every(root, "q")):
            inner = [e.get("lang") for e in quote.iter()]
            assert any(inner), path


def test_no_page_loads_or_runs_anything_from_outside(bodies: dict[str, str]) -> None:
    class Loads(HTMLParser):
        found: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            self.found += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
            address = given.get("src") or (
                given.get("href") if tag == "link" and given.get("rel") != "canonical" else ""
            )
            if tag in ("script", "img", "iframe", "source", "video", "audio") or given.get("rel") == "stylesheet":
                self.found += [address] if address and re.match(r"[a-z]+:|//", address) else []

    for path, body in bodies.items():
        if "/mail/" in path:
            continue  # a mail brings its style in its elements, as mail programs ask
        reader = Loads()
        reader.found = []
        reader.feed(body)
        assert reader.found == [], path


def test_no_link_is_dead(demo: Demo, bodies: dict[str, str]) -> None:
    assert list(dead_links(demo.site, bodies))[:10] == []


def test_every_evidence_link_lands_on_highlighted_words(demo: Demo, bodies: dict[str, str]) -> None:
    linked = 0
    for path, body in bodies.items():
        if not re.fullmatch(r"[a-z]{2}/\d{4}-W\d\d/index\.html", path):
            continue
        for name in set(re.findall(r'href="evidence/([0-9a-f]+)\.html(?:#words)?"', body)):
            there = bodies[f"{path.removesuffix('index.html')}evidence/{name}.html"]
            assert re.search(r"<mark\b[^>]*>.+</mark>", there, re.DOTALL), name
            linked += 1
    assert linked > 100


def test_axe_finds_nothing_serious_in_light_or_dark(seen: tuple[Looked, ...]) -> None:
    assert {one.path: one.grave for one in seen if one.grave} == {}


def test_no_page_is_wider_than_a_phone(seen: tuple[Looked, ...]) -> None:
    assert {one.path: one.narrow for one in seen if one.narrow[0] > one.narrow[1]} == {}


def test_the_browser_asks_for_nothing_outside_the_site(seen: tuple[Looked, ...]) -> None:
    assert {one.path: one.outside for one in seen if one.outside} == {}


def test_on_paper_the_text_is_there_and_the_menus_are_not(seen: tuple[Looked, ...]) -> None:
    assert [one.path for one in seen if not one.printed] == []


def test_a_first_view_stays_within_its_budget(seen: tuple[Looked, ...]) -> None:
    heavy = {one.path: one.size for one in seen if one.size >= BUDGET and "edition" not in one.kind}
    assert heavy == {}


def test_the_front_page_of_a_full_week_stays_within_its_budget(seen: tuple[Looked, ...]) -> None:
    assert {one.path: one.size for one in seen if one.size >= BUDGET} == {}


def robbed(one: Sentence) -> Iterator[Sentence]:
    """The sentence without each of its supports in turn."""
    for n in range(len(one.exhibits)):
        yield replace(one, exhibits=(*one.exhibits[:n], *one.exhibits[n + 1 :]))
    for n in range(len(one.signals)):
        yield replace(one, signals=(*one.signals[:n], *one.signals[n + 1 :]))


def test_every_sentence_rests_on_a_support_or_is_marked_and_the_loss_of_any_one_is_seen(demo: Demo) -> None:
    tried = 0
    for edition in demo.editions:
        prove(edition)
        known = {finding.id: finding for finding in findings(edition.brief)}
        places = {exhibit.id: (exhibit.document, exhibit.start) for exhibit in edition.exhibits}
        for text in edition.texts:
            for one in (*sentences(text), *portrayed(text)):
                assert one.exhibits or one.signals or one.mark in ("analysis", "limit"), one.words
                for poorer in robbed(one):
                    tried += 1
                    assert lost(poorer, known[one.id], places), one.words
    assert tried > 1000


def test_the_build_refuses_an_edition_whose_sentence_lost_one_support(demo: Demo) -> None:
    edition = demo.editions[-1]
    for text in edition.texts:
        supported = [one for one in sentences(text) if one.exhibits or one.signals]
        for one in supported[:: max(1, len(supported) // 5)]:
            for poorer in robbed(one):
                worse = replace(text, limits=(*text.limits, poorer))
                with pytest.raises(EvidenceError, match=r"has lost its support|rests on no evidence"):
                    prove(replace(edition, texts=tuple(worse if t is text else t for t in edition.texts)))
                break


def test_the_build_refuses_an_edition_without_an_exhibit_that_is_cited(demo: Demo) -> None:
    edition = demo.editions[0]
    cited = [e for e in edition.exhibits if any(e.id in one.exhibits for one in sentences(edition.texts[0]))]
    for gone in cited[:: max(1, len(cited) // 8)]:
        with pytest.raises(EvidenceError, match="unknown exhibit"):
            prove(replace(edition, exhibits=tuple(e for e in edition.exhibits if e is not gone)))
