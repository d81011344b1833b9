"""The page of one piece of evidence: highlighted words under an anchor, our copy, neighbours, numbers, portraits."""

import json
from dataclasses import replace
from functools import cache
from itertools import pairwise

from overtone.publish.annotations import window
from overtone.publish.exhibits import around, supported
from overtone.publish.pages import pages
from overtone.publish.proof import prove
from tests.publish.linking import MARKED, dead, evidence_links, read
from tests.publish.portrayed import PORTRAIT_ONLY, portrayed, spoken
from tests.publish.reading import every, parse, targets, words
from tests.publish.week41 import LANGS

WEEK = "2022-W41"
BASE = "https://weekly.example.org"


@cache
def site(base: str = "") -> dict[str, bytes]:
    return pages(portrayed(), base)


def test_the_edition_with_portraits_is_proved() -> None:
    prove(portrayed())


def test_every_link_to_evidence_lands_on_highlighted_words() -> None:
    found = evidence_links(site())
    assert {anchor for _, anchor in found} == {"words"}
    text = read(site())
    quotes = {exhibit.id: exhibit.quote for exhibit in portrayed().exhibits}
    assert {place.rsplit("/", 1)[-1][:-5] for place, _ in found} == set(quotes)
    assert all(MARKED.search(text[place]) for place, _ in found)


def test_the_words_are_marked_in_their_context_in_every_language() -> None:
    for exhibit in portrayed().exhibits:
        for lang in LANGS:
            (mark,) = every(parse(site()[f"{lang}/{WEEK}/evidence/{exhibit.id}.html"]), "mark")
            assert (mark.get("id"), words(mark)) == ("words", exhibit.quote)


def test_our_copy_is_published_and_named_on_the_link() -> None:
    exhibit = spoken(portrayed())
    root = parse(site(BASE)[f"be/{WEEK}/evidence/{exhibit.id}.html"])
    (link,) = [a for a in every(root, "a") if a.get("data-originalurl")]
    assert (link.get("data-originalurl"), link.get("href")) == (exhibit.url, exhibit.url)
    assert link.get("data-versiondate") == exhibit.learnt_at.date().isoformat()
    path = (link.get("data-versionurl") or "").removeprefix(f"{BASE}/")
    assert site(BASE)[path] == window(exhibit)


def test_what_only_a_portrait_shows_has_a_page_but_no_number() -> None:
    root = parse(site()[f"en/{WEEK}/evidence/{PORTRAIT_ONLY}.html"])
    assert words(every(root, "h1")[0]) == "Evidence"
    assert "portraits show them" in words(root)
    front = {place for place, _ in evidence_links({f"en/{WEEK}/index.html": site()[f"en/{WEEK}/index.html"]})}
    assert f"en/{WEEK}/evidence/{PORTRAIT_ONLY}.html" not in front


def test_a_statement_leads_to_its_neighbours_its_speaker_and_the_numbers_that_count_it() -> None:
    whole = portrayed()
    first = spoken(whole)
    leads = {a for _, a in targets(parse(site()[f"en/{WEEK}/evidence/{first.id}.html"]))}
    assert f"../actor/{first.actor}.html" in leads
    assert f"../signal/{whole.signals[-1].id}.html" in leads
    ways = around(whole, whole.texts[0])
    said = sorted(
        (e for e in whole.exhibits if e.actor == first.actor and e.kind == "statement" and e.id != PORTRAIT_ONLY),
        key=lambda e: (e.said_on, e.document, e.start, e.id),
    )
    for one, two in pairwise(said):
        assert (ways.after[one.id].id, ways.before[two.id].id) == (two.id, one.id)
    assert said[0].id not in ways.before
    assert ways.after.get(PORTRAIT_ONLY) == ways.after.get(first.id)  # a word stands where its sentence stands


def test_a_number_counts_what_lies_inside_its_evidence() -> None:
    whole = portrayed()
    first = spoken(whole)
    counted = supported(whole)
    assert [s.id for s in counted[first.id]] == [s.id for s in counted[PORTRAIT_ONLY]] == [whole.signals[-1].id]
    other = next(e for e in whole.exhibits if e.document != first.document)
    assert counted[other.id] == ()
    longer = replace(whole, exhibits=tuple(replace(e, stop=e.stop + 1) for e in whole.exhibits))
    assert supported(longer)[first.id] == ()


def test_each_page_has_its_data_twin_and_no_link_within_the_week_is_dead() -> None:
    made = site()
    for path in read(made):
        if path.count("/") >= 2:
            assert json.loads(made[path.removesuffix(".html") + ".json"]), path
    inside = [link for link in dead(made) if f"/{WEEK}/" in link.split(" → ")[1] and ".zip" not in link]
    assert inside == []
