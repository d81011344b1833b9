"""The mail of a week: light, whole without anything from outside, the same at every making, in three languages."""

import base64
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from overtone.errors import SiteError
from overtone.publish.mail import REFUSE, WARN, Correction, Mail, Service, correction_mail, mails, transferred, weekly
from overtone.publish.pages import pages
from overtone.records import Edition, Sentence, Text
from tests.publish.reading import parse
from tests.publish.week41 import LANGS, edition, empty_edition, furniture, text

BASE = "https://overtone.example.org"
SERVICE = Service(address="https://desk.example.org", imprint="Overtone, made-up desk | Example street 1")


def mail(lang: str, made: Edition | None = None) -> Mail:
    whole = made or edition()
    return weekly(whole, next(t for t in whole.texts if t.lang == lang), BASE, SERVICE)


class Reader(HTMLParser):
    """Elements with their attributes, and all words."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def heavy(times: int, lead: int = 6) -> Edition:
    """The week with so many themes, and leads of so many long sentences."""
    whole = edition()

    def swollen(one: Text) -> Text:
        section = one.sections[0]
        long = tuple(
            Sentence(id=f"{n:032x}", words="Слова за словам. " * 60, mark="limit", exhibits=(), signals=())
            for n in range(lead)
        )
        return replace(one, sections=tuple(replace(section, theme=f"t{n}", lead=long) for n in range(times)))

    return replace(whole, texts=tuple(swollen(one) for one in whole.texts))


@pytest.mark.parametrize("lang", LANGS)
def test_a_mail_holds_the_headline_the_verdict_and_the_lead_of_every_theme(lang: str) -> None:
    made = mail(lang)
    whole = " ".join(" ".join(Reader(made.html).words).split())
    plain = " ".join(made.text.decode().split())
    for section in text(lang).sections:
        for sentence in (section.headline, section.ground, *section.lead):
            assert " ".join(sentence.words.split()) in whole
            assert " ".join(sentence.words.split()) in plain
        assert section.verdict_words in whole


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_loaded_and_nothing_is_counted(lang: str) -> None:
    elements = Reader(mail(lang).html).elements
    assert not {tag for tag, _ in elements} & {"img", "script", "link", "iframe", "style", "form", "svg", "video"}
    assert not [a for _, attributes in elements for a in attributes if a in {"src", "background", "srcset", "onload"}]
    links = [attributes["href"] or "" for tag, attributes in elements if tag == "a"]
    assert all(link.startswith((BASE, SERVICE.address)) for link in links)
    assert not [link for link in links if "?" in link or "utm" in link]
    assert "url(" not in mail(lang).html.decode()


@pytest.mark.parametrize("lang", LANGS)
def test_every_link_of_a_sentence_leads_to_a_place_on_the_page(lang: str) -> None:
    front = pages(edition(), BASE)[f"{lang}/2022-W41/index.html"].decode()
    anchors = re.findall(rf'href="{BASE}/{lang}/2022-W41/#([^"]+)"', mail(lang).html.decode())
    assert len(anchors) >= 10
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in front] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_way_out_stands_once_in_each_part(lang: str) -> None:
    made = mail(lang)
    assert made.unsubscribe == f"https://desk.example.org/{lang}/unsubscribe/"
    assert made.html.count(made.unsubscribe.encode()) == made.text.count(made.unsubscribe.encode()) == 1
    assert furniture(lang)["mail.why"] in " ".join(made.text.decode().split())
    assert "Example street 1" in made.text.decode()
    assert "Example street 1" in made.html.decode()


@pytest.mark.parametrize("lang", LANGS)
def test_the_html_is_valid_and_says_its_language(lang: str) -> None:
    root = parse(mail(lang).html)
    assert root.get("lang") == lang


@pytest.mark.parametrize("lang", LANGS)
def test_lines_of_plain_text_are_short_but_addresses_are_whole(lang: str) -> None:
    lines = mail(lang).text.decode().splitlines()
    assert not [line for line in lines if len(line) > 72 and "https://" not in line]
    assert not [line for line in lines if "https://" in line and not line.startswith("https://")]


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert mails(edition(), BASE, SERVICE) == mails(edition(), BASE, SERVICE)


def test_without_public_addresses_there_is_no_mail() -> None:
    assert mails(edition(), "", SERVICE) == {}
    assert mails(edition(), BASE, replace(SERVICE, address="")) == {}


def test_the_archive_is_the_mail_and_its_manifest_the_digests() -> None:
    files = mails(edition(), BASE, SERVICE)
    assert sorted(path for path in files if path.startswith("be/")) == [
        f"be/mail/2022-W41/{name}" for name in ("index.html", "mail.txt", "manifest.json")
    ]
    told = json.loads(files["be/mail/2022-W41/manifest.json"])
    assert files["be/mail/2022-W41/index.html"] == mail("be").html
    assert told["html"]["bytes"] == len(mail("be").html)
    assert (told["kind"], told["key"], told["title"]) == ("weekly", "2022-W41", mail("be").subject)


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, 10_000])
def test_the_weight_is_that_of_base64_with_its_line_ends(size: int) -> None:
    body = b"x" * size
    assert transferred(body) == len(base64.encodebytes(body).replace(b"\n", b"\r\n"))


def test_a_long_week_is_told_in_brief_until_it_fits() -> None:
    made = mail("be", heavy(6))
    assert len(made.html) < made.weight < WARN
    assert mail("be", heavy(1)).html.count("Слова за словам.".encode()) == 360


def test_a_mail_too_heavy_even_in_brief_is_refused() -> None:
    with pytest.raises(SiteError, match="even in brief"):
        mail("be", heavy(120))


def test_a_week_without_texts_says_so() -> None:
    made = mail("en", empty_edition())
    assert furniture("en")["edition.empty"] in made.html.decode()
    assert made.weight < REFUSE


def test_hostile_words_stay_words() -> None:
    whole = edition()
    evil = '<script>alert(1)</script><img src="https://evil.example/x.png">'
    made = replace(whole, texts=tuple(replace(one, summary=evil, title=f"{evil}\r\nBcc: x") for one in whole.texts))
    found = mail("en", made)
    assert not {tag for tag, _ in Reader(found.html).elements} & {"script", "img"}


def test_a_correction_is_a_mail_of_its_own() -> None:
    told = Correction(
        id="2022-11-02-astana",
        lang="be",
        dated=date(2022, 11, 2),
        title="10 – 16 кастрычніка 2022",
        lines=("Было: дзесяць сустрэч.", "Стала: дзевяць сустрэч."),
        path="be/corrections/2022-11-02-astana/index.html",
        labels=tuple(furniture("be").items()),
    )
    files = correction_mail(told, BASE, SERVICE)
    page = files["be/mail/correction-2022-11-02-astana/index.html"].decode()
    plain = files["be/mail/correction-2022-11-02-astana/mail.txt"].decode()
    for words in (*told.lines, "Выпраўленне: 10 – 16 кастрычніка 2022", f"{BASE}/be/corrections/2022-11-02-astana/"):
        assert words in page
        assert words in plain
    assert page.count(SERVICE.unsubscribe("be")) == 1
    assert correction_mail(told, "", SERVICE) == {}
