"""Notices on the pages: every sentence that rests on what is withdrawn is marked, in every language and file."""

import json
from pathlib import Path

from overtone.publish.archive import issues, parse
from overtone.publish.corrections import marked, marks, notice_mails, notice_pages, touched
from overtone.publish.mail import Service
from overtone.publish.pages import pages
from overtone.publish.proof import portrayed, sentences
from overtone.records import Corrected, Edition, Evidence, Text
from tests.publish.noted import correction, headline, of_a_document, of_a_sentence
from tests.publish.reading import every, identifiers, words
from tests.publish.reading import parse as tree
from tests.publish.week41 import LANGS, edition


def resting(text: Text, exhibit: str) -> set[str]:
    return {one.id for one in (*sentences(text), *portrayed(text)) if exhibit in one.exhibits}


def published(whole: Edition, *notices: Corrected) -> dict[str, bytes]:
    return marked(pages(whole), whole, marks(whole, notices))


def test_without_a_notice_nothing_changes() -> None:
    whole = edition()
    assert published(whole) == pages(whole)
    far = Corrected(correction=correction("x", "withdrawal"), spans=(Evidence(document="nowhere", start=0, stop=9),))
    assert published(whole, far) == pages(whole)


def test_every_sentence_that_rests_on_a_withdrawn_document_is_marked_in_every_language() -> None:
    whole = edition()
    made = published(whole, of_a_document(whole))
    for text in whole.texts:
        body = made[f"{text.lang}/2022-W41/index.html"].decode()
        marked_here = {
            name
            for element in tree(body.encode()).iter()
            if (name := (element.get("id") or "").removeprefix("s-")) and (element.get("id") or "").startswith("s-")
            for link in element.iter()
            if "corrected" in (link.get("class") or "").split()
        }
        assert marked_here == resting(text, whole.exhibits[0].id) != set()


def test_the_evidence_page_of_withdrawn_words_says_so_at_its_top() -> None:
    whole = edition()
    made = published(whole, of_a_document(whole))
    for lang in LANGS:
        there = made[f"{lang}/2022-W41/evidence/{whole.exhibits[0].id}.html"].decode()
        other = made[f"{lang}/2022-W41/evidence/{whole.exhibits[-1].id}.html"].decode()
        assert there.index('role="note"') < there.index("<h1")
        assert "corrections/2022-11-02-page/index.html" in there
        assert 'role="note"' not in other


def test_a_named_sentence_is_marked_only_in_the_week_of_the_notice() -> None:
    whole = edition()
    found = marks(whole, [of_a_sentence(whole)])
    assert found.named == {headline(whole): ("2022-10-24-count",)}
    assert found.all == ("2022-10-24-count",)
    elsewhere = Corrected(correction=correction("x", "withdrawal"), sentences=frozenset({headline(whole)}))
    assert marks(whole, [elsewhere]).named == {}


def test_words_that_share_a_letter_with_withdrawn_ones_are_concerned() -> None:
    piece = Evidence(document="d", start=10, stop=20)
    for start, stop, expected in ((0, 10, False), (0, 11, True), (19, 30, True), (20, 30, False)):
        notice = Corrected(correction=correction(), spans=(Evidence(document="d", start=start, stop=stop),))
        assert notice.concerns(piece) is expected


def test_marked_pages_are_still_strict_html_and_twins_tell_the_marks() -> None:
    whole = edition()
    made = published(whole, of_a_document(whole), of_a_sentence(whole))
    for path, body in made.items():
        if path.endswith(".html"):
            names = identifiers(tree(body))
            assert len(names) == len(set(names)), path
    twin = json.loads(made["be/2022-W41/index.json"])["corrections"]
    assert twin["notices"] == ["2022-11-02-page", "2022-10-24-count"]
    assert headline(whole) in twin["sentences"]
    assert json.loads(made["en/2022-W41/evidence.json"])["corrections"]["exhibits"]


def test_each_notice_has_a_page_a_twin_and_a_manifest_in_every_language() -> None:
    whole = edition()
    notices = (of_a_sentence(whole), of_a_document(whole))
    made = published(whole, *notices)
    shelf = issues(Path("nowhere"), [parse(b, p) for p, b in made.items() if p.endswith("manifest.json")])
    told = notice_pages(notices, shelf, touched(Path("nowhere"), made))
    for lang in LANGS:
        page = tree(told[f"{lang}/corrections/2022-11-02-page/index.html"])
        links = [a.get("href") or "" for a in every(page, "a")]
        assert sum("#s-" in link for link in links) == len(
            resting(whole.texts[LANGS.index(lang)], whole.exhibits[0].id)
        )
        manifest = json.loads(told[f"{lang}/corrections/2022-10-24-count/manifest.json"])
        assert manifest["date"] == "2022-10-24"
        assert manifest["weeks"] == ["2022-W41"]
        listed = tree(told[f"{lang}/corrections/index.html"])
        assert words(every(listed, "h2")[0]).strip() == words(every(page, "h1")[0])
    assert "first" not in told["en/corrections/2022-10-24-count/index.html"].decode().split("<main")[1]


def test_each_notice_has_a_mail_in_every_language() -> None:
    whole = edition()
    made = published(whole)
    shelf = issues(Path("nowhere"), [parse(b, p) for p, b in made.items() if p.endswith("manifest.json")])
    service = Service(address="https://desk.example.org", imprint="Overtone")
    mails = notice_mails((of_a_sentence(whole),), shelf, "https://example.org", service)
    assert {path.split("/")[0] for path in mails if path.endswith("index.html")} == set(LANGS)
    assert notice_mails((of_a_sentence(whole),), shelf, "", service) == {}
