"""Parity: three editions of a week hold the same numbers, names and evidence, in sentences, charts and pages."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from overtone.cli.demo import FILES
from overtone.cli.demo import WEEKS as DEMO
from overtone.cli.words import parse_week
from overtone.edition import compose
from overtone.language import LANGUAGES, language
from overtone.publish.pages import pages
from overtone.publish.proof import portrayed, sentences
from overtone.records import Edition, Finding, Sentence, Text, TextChart
from overtone.registry import Actor, Registry
from overtone.wiring import Workspace, create_workspace, open_workspace
from tests.world.workspace import WEEKS, settle

NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,\u00a0\u202f]\d+)*")  # a digit in a name is none: G7, «Большая семёрка»
SIGNS = {"en": (",", "."), "ru": ("", ","), "be": ("", ",")}  # of thousands, of decimals
ADDRESS = re.compile(r'href="([^"#:]*)(#[^"]*)?"')


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The frozen world."""
    return settle(tmp_path_factory.mktemp("world") / "desk")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The bundled diary of 2022, taken in as `overtone demo` does."""
    desk = open_workspace(create_workspace(tmp_path_factory.mktemp("demo") / "desk"), say=lambda _: None)
    for name, source in FILES:
        desk.intake(Path(str(resources.files("overtone") / "diary" / name)), source)
    return desk


@pytest.fixture(
    scope="module",
    params=[
        *((week, "world") for week in WEEKS[-1:]),
        *(pytest.param((w, "demo"), marks=pytest.mark.slow) for w in DEMO),
    ],
    ids="-".join,
)
def edition(request: pytest.FixtureRequest) -> tuple[Edition, Registry]:
    """The edition of a week in three languages, and the facts it was written with."""
    week, of = request.param
    desk: Workspace = request.getfixturevalue(of)
    with desk.view() as view:
        return compose(view, desk.registry, parse_week(week), LANGUAGES, desk.judgements), desk.registry


def said(text: Text) -> list[Sentence]:
    return [*sentences(text), *portrayed(text)]


def own_words(sentence: Sentence) -> str:
    """The sentence without what it quotes."""
    words = sentence.words
    for start, stop, _ in sorted(sentence.quotes, reverse=True):
        words = words[:start] + words[stop:]
    return words


def numbers(words: str, lang: str) -> Counter[str]:
    """The numbers of a text, however its language separates their thousands and decimals."""
    thousands, decimal = SIGNS[lang]
    bare = (re.sub(f"[\u00a0\u202f{thousands}]", "", found) for found in NUMBER.findall(words))
    return Counter(found.rstrip(".,").replace(decimal, ".") for found in bare)


def findings(edition: Edition) -> Iterator[Finding]:
    for section in edition.brief.sections:
        yield from (section.ground, section.headline, *section.lead, *section.body)
    for register in edition.brief.registers:
        yield from register.findings
    for portrait in edition.brief.portraits:
        yield portrait.title
        for register in portrait.registers:
            yield from register.findings


@cache
def forms(actor: Actor, lang: str) -> frozenset[str]:
    """Every way a language prints somebody: the surname or the whole name, in any case."""
    tongue, kind = language(lang), actor.gender
    surname = tongue.forms(actor.surnames.display(lang), f"surname-{kind}")
    return surname | tongue.forms(actor.names.display(lang), f"person-{kind}")


def charts(text: Text) -> list[TextChart]:
    return [*text.charts, *(chart for portrait in text.portraits for chart in portrait.charts)]


def test_sentences_stand_in_one_order_with_one_ground(edition: tuple[Edition, Registry]) -> None:
    told = [[(s.id, s.mark, s.exhibits, s.signals) for s in said(text)] for text in edition[0].texts]
    assert told[0] == told[1] == told[2]
    assert len(told[0]) > 20


def test_every_sentence_holds_the_same_numbers(edition: tuple[Edition, Registry]) -> None:
    for lines in zip(*(said(text) for text in edition[0].texts), strict=True):
        told = [numbers(own_words(line), lang) for lang, line in zip(LANGUAGES, lines, strict=True)]
        assert told[0] == told[1] == told[2], [line.words for line in lines]


def test_every_quotation_is_the_same_in_every_language(edition: tuple[Edition, Registry]) -> None:
    quoted = [[[s.words[start:stop] for start, stop, _ in s.quotes] for s in said(text)] for text in edition[0].texts]
    assert quoted[0] == quoted[1] == quoted[2]


def test_whoever_a_finding_names_is_named_in_every_language(edition: tuple[Edition, Registry]) -> None:
    whole, registry = edition
    actors = {
        finding.id: {name for slot in finding.slots if slot.kind == "actor" for name in slot.value.split(",")}
        for finding in findings(whole)
    }
    for lines in zip(*(said(text) for text in whole.texts), strict=True):
        for name in actors.get(lines[0].id, set()) & registry.actors.keys():
            actor = registry.actors[name]
            named = [
                any(form in line.words for form in forms(actor, lang))
                for lang, line in zip(LANGUAGES, lines, strict=True)
            ]
            assert len(set(named)) == 1, (name, [line.words for line in lines])


def test_charts_hold_the_same_figures_and_their_words_the_same_numbers(edition: tuple[Edition, Registry]) -> None:
    for drawn in zip(*(charts(text) for text in edition[0].texts), strict=True):
        figures = {repr((c.kind, c.values, c.lows, c.highs, len(c.rows), len(c.columns))) for c in drawn}
        assert len(figures) == 1
        told = [numbers(f"{c.title} {c.alt}", lang) for lang, c in zip(LANGUAGES, drawn, strict=True)]
        assert told[0] == told[1] == told[2], [c.alt for c in drawn]


def test_every_language_has_the_same_pages_and_links(edition: tuple[Edition, Registry]) -> None:
    whole, _ = edition
    made = pages(whole)
    folders = {text.lang: f"{text.lang}/{whole.brief.window.label}/" for text in whole.texts}
    tails = {lang: {p.removeprefix(f) for p in made if p.startswith(f)} for lang, f in folders.items()}
    assert tails["en"] == tails["ru"] == tails["be"]
    for tail in sorted(tail for tail in tails["en"] if tail.endswith(".html")):
        links = [links_of(made[folder + tail], tuple(folders)) for folder in folders.values()]
        assert links[0] == links[1] == links[2], tail


def links_of(page: bytes, langs: tuple[str, ...]) -> Counter[str]:
    """Where a page leads, but for the switch of languages."""
    found = ("".join(pair) for pair in ADDRESS.findall(page.decode()))
    return Counter(address for address in found if not any(f"/{lang}/" in address for lang in langs))
