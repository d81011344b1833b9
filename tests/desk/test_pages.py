"""Pages: the look of the publication, every value escaped, a switch of languages that keeps the place."""

import re
from importlib.resources import files

import pytest

from overtone.desk.pages import assets, page
from overtone.publish.rendering import stylesheet
from overtone.settings import LANGUAGES

NAMES = sorted(f.name for f in (files("overtone.desk") / "templates").iterdir() if f.name.endswith(".html.j2"))


def test_style_and_emblem_bear_their_digest_and_are_the_publications() -> None:
    (style, kind), (icon, _) = (assets()[name] for name in sorted(assets()))
    assert kind.startswith("text/css")
    assert stylesheet()[1] in style
    assert icon.startswith(b"<svg")
    assert all(re.fullmatch(r"(desk|icon)-[0-9a-f]{10}\.(css|svg)", name) for name in assets())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_one_heading_its_language_and_a_label_for_every_field(language: str) -> None:
    made = page("subscribe.html.j2", language, wrong="", typed="", chosen="be", stamp="s", forgery="f", trap="website")
    assert f'<html lang="{language}">' in made
    assert len(re.findall("<h1", made)) == 1
    fields = set(re.findall(r'<input id="(\w+)"', made))
    assert fields == set(re.findall(r'<label for="(\w+)"', made)) == {"address", "website"}


def test_what_was_typed_comes_back_escaped() -> None:
    made = page(
        "subscribe.html.j2",
        "en",
        wrong="address.sign",
        typed='"><script>x</script>',
        chosen="en",
        stamp="s",
        forgery="f",
        trap="website",
    )
    assert "<script>" not in made
    assert 'value="&#34;&gt;&lt;script&gt;' in made
    assert 'aria-invalid="true"' in made


def test_the_switch_of_languages_keeps_the_place() -> None:
    made = page("asked.html.j2", "be", path="asked")
    assert re.findall(r'href="(/\w\w/asked)"', made) == ["/en/asked", "/ru/asked"]


def test_the_emblem_leads_to_the_report_where_it_has_an_address() -> None:
    assert 'class="brand" href="https://example.org/be/"' in page("asked.html.j2", "be", report="https://example.org")
    assert 'class="brand" href="/be/"' in page("asked.html.j2", "be")


def test_every_page_grows_out_of_the_one_frame() -> None:
    for name in NAMES:
        text = (files("overtone.desk") / "templates" / name).read_text("utf-8")
        assert name == "desk.html.j2" or text.startswith('{% extends "desk.html.j2" %}'), name


def test_the_pages_weigh_little() -> None:
    weight = len(page("asked.html.j2", "ru").encode()) + sum(len(body) for body, _ in assets().values())
    assert weight < 60_000
