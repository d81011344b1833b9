"""Encounters read from pages and items: drawn cases with their negatives, and the laws of a report."""

import pytest

from tests.read.drawn_encounters import Drawn, drawn, page, reports, told, why


@pytest.mark.parametrize("case", drawn("pages.txt"), ids=lambda case: case.lines[0][:50])
def test_official_pages_are_read_by_their_headline(case: Drawn) -> None:
    source, day = case.head
    assert sorted(told(page(case.lines, source=source, day=day))) == sorted(case.told)


@pytest.mark.parametrize("case", drawn("items.txt"), ids=lambda case: case.lines[-1][:50])
def test_news_items_are_read_sentence_by_sentence(case: Drawn) -> None:
    lang, day, kind = case.head
    assert sorted(told(page(case.lines, source="diary", day=day, lang=lang, kind=kind))) == sorted(case.told)


def test_a_report_stands_on_words_of_its_document() -> None:
    document = page(
        ("Telephone conversation with President of Belarus Alexander Lukashenko",), source="kremlin", day="2021-03-11"
    )
    (report,) = reports(document)
    assert document.text[report.start : report.stop] == document.part("headline")
    assert report.parties == tuple(sorted(report.parties))
    assert report.document == document.id


def test_na_is_no_place() -> None:
    headline = ("Telephone conversation with President of Belarus Alexander Lukashenko",)
    (report,) = reports(page(headline, source="kremlin", day="2021-03-11", place="NA"))
    assert report.place == ""


def test_an_item_filed_by_telephone_tells_of_a_call() -> None:
    lines = ("Gas", "Vladimir Putin and Alexander Lukashenko discuss gas.")
    (report,) = reports(page(lines, source="diary", day="2021-03-11", place="by telephone"))
    assert report.kind == "phone"


def test_the_slug_of_a_source_names_the_parties_an_item_leaves_out() -> None:
    lines = ("Harvest", "Alexander Lukashenko praised the harvest in Sochi.")
    document = page(lines, source="diary", day="2021-03-11", event="putin-lukashenko-sochi-2021-03-11")
    assert told(document) == ("bilateral held 2021-03-11 lukashenko putin",)
    assert why(document)[0].startswith("filed_under_event")


def test_a_slug_about_another_day_tells_nothing() -> None:
    lines = ("Harvest", "Alexander Lukashenko praised the harvest.")
    assert told(page(lines, source="diary", day="2021-03-20", event="putin-lukashenko-sochi-2021-03-11")) == ()


def test_a_slug_that_names_a_spokesman_tells_nothing() -> None:
    lines = ("Words", "Dmitry Peskov answered Alexander Lukashenko.")
    assert told(page(lines, source="diary", day="2021-03-11", event="peskov-on-lukashenko-2021-03-11")) == ()


def test_roll_calls_tell_of_no_encounter() -> None:
    lines = ("Talks between Vladimir Putin and Alexander Lukashenko",)
    assert told(page(lines, source="diary", day="2021-03-11", kind="roll-call")) == ()


@pytest.mark.parametrize(
    "lines", [("",), ("Talks",), ("Talks with President",), ("Meeting with " + "President of " * 400,)]
)
def test_poor_headlines_are_read_without_harm(lines: tuple[str, ...]) -> None:
    assert told(page(lines, source="kremlin", day="2021-03-11")) == ()
