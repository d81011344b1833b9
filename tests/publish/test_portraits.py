"""The page of a portrait: its own numbers for its own evidence, names that lead on, a twin in each language."""

import json
from functools import cache

import pytest

from overtone.publish.notes import lay_out
from overtone.publish.pages import pages
from overtone.publish.portraits import face
from tests.publish.portrayed import PORTRAIT_ONLY, portrayed, spoken
from tests.publish.reading import every, identifiers, parse, targets, words
from tests.publish.week41 import LANGS

WEEK = "2022-W41"


@cache
def site() -> dict[str, bytes]:
    return pages(portrayed())


def actor_page(lang: str) -> str:
    return f"{lang}/{WEEK}/actor/{spoken(portrayed()).actor}.html"


def test_evidence_is_numbered_from_one_in_the_order_of_the_page() -> None:
    whole = portrayed()
    text = whole.texts[0]
    laid = face(whole, text.portraits[0], lay_out(whole, text))
    assert [(n, e.id) for n, e in laid.notes] == [(1, spoken(whole).id), (2, PORTRAIT_ONLY)]
    first, second = laid.registers[0].lines
    assert [ref.number for ref in first.exhibits] == [1, 2]
    assert first.anchor != second.anchor


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_valid_and_says_what_it_leaves_out(lang: str) -> None:
    for path, body in site().items():
        if path.startswith(f"{lang}/{WEEK}/actor/") and path.endswith(".html"):
            root = parse(body)
            ids = identifiers(root)
            assert len(ids) == len(set(ids))
            assert any("3" in words(p) for p in every(root, "p") if p.get("class") == "note")


def test_a_name_leads_to_a_portrait_and_never_to_its_own_page() -> None:
    whole = portrayed()
    actor = spoken(whole).actor
    own = {a for _, a in targets(parse(site()[actor_page("en")]))}
    assert f"../actor/{actor}.html" not in own
    assert not [a for a in own if "nowhere" in a]
    topic = {a for _, a in targets(parse(site()[f"en/{WEEK}/topic/security.html"]))}
    assert f"../actor/{actor}.html" in topic


def test_quoted_words_stand_in_their_own_language() -> None:
    whole = portrayed()
    first = spoken(whole)
    lang = next(lang for lang in LANGS if lang != first.lang)
    root = parse(site()[actor_page(lang)])
    assert first.quote[:5] in [words(e) for e in every(root, "span") if e.get("lang") == first.lang]


def test_charts_are_drawn_with_their_files_beside_them() -> None:
    root = parse(site()[actor_page("be")])
    files = [a for _, a in targets(root) if a.startswith("../data/")]
    assert files
    for name in files:
        assert f"be/{WEEK}/{name.removeprefix('../')}" in site()


def test_the_edition_lists_its_portraits_and_a_portrait_leads_back() -> None:
    front = {a for _, a in targets(parse(site()[f"ru/{WEEK}/index.html"]))}
    assert {f"actor/{spoken(portrayed()).actor}.html", "topic/security.html", "#portraits"} <= front
    assert "../index.html#portraits" in {a for _, a in targets(parse(site()[actor_page("ru")]))}


def test_three_languages_hold_the_same_evidence_and_numbers() -> None:
    twins = [json.loads(site()[actor_page(lang).replace(".html", ".json")]) for lang in LANGS]
    assert len({json.dumps(t["exhibits"]) for t in twins}) == 1
    assert len({json.dumps([[s["id"] for s in r["sentences"]] for r in t["registers"]]) for t in twins}) == 1
    assert {t["lang"] for t in twins} == set(LANGS)


def test_the_language_switch_keeps_the_portrait() -> None:
    leads = {a for _, a in targets(parse(site()[actor_page("en")]))}
    assert f"../../../be/{WEEK}/actor/{spoken(portrayed()).actor}.html" in leads
