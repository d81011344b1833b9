"""Unseen signs, letters in two signs, look-alike letters: read past, and every span put back on the published text."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.read import read
from overtone.read.hygiene import clean, cleaned
from tests.read.small_desk import page, small_desk

SIGNS = st.text(alphabet="аРputinй\u0306\u0301\u200b\u00ad\n\ufeffиe \u202e\u0000", max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("published", "read_as"),
    [
        ("Lu\u200bka\u200dshenko", "Lukashenko"),
        ("\ufeffPutin", "Putin"),
        ("pre\u00adsi\u00ad\ndent", "president"),
        ("\u202ePutin\u202c said", "Putin said"),
        ("Макеи\u0306 сказал", "Макей сказал"),
        ("Лукаше\u0301нко", "Лукашенко"),
        ("Erdog\u0306an", "Erdoğan"),
        ("Z\u0335\u0321a\u0335lgo", "Zalgo"),
        ("said\x00 \x1b[1mPutin", "said [1mPutin"),
        ("Рutin", "Putin"),  # a Cyrillic Р
        ("Лукашэнкi", "Лукашэнкі"),  # a Latin i
        ("Пyтин", "Путин"),  # a Latin y
        ("Erdoğаn", "Erdoğan"),  # a Cyrillic а
        ("\u200b\u200d", ""),
    ],
)
def test_what_nobody_sees_is_left_out_and_words_are_of_one_alphabet(published: str, read_as: str) -> None:
    made = clean(published)
    assert made is not None
    assert made.text == read_as


@pytest.mark.parametrize(
    "text", ["", "Putin said.", "Лукашэнка заявіў, што ён — за мір.", "SMSка", "IT-компания", "Ваў 🇧🇾"]
)
def test_a_clean_text_is_left_alone(text: str) -> None:
    assert clean(text) is None


@given(st.text(alphabet="Миёў\u0306\u0301\u200b\u00ad\n\ufeff .\u202e\u0000", max_size=30))
def test_every_place_of_the_clean_text_leads_back_to_its_letter(published: str) -> None:
    made = clean(published)
    if made is None:
        return
    for place, letter in enumerate(made.text):
        stood = published[made.start(place) : made.stop(place + 1)]
        again = clean(stood)
        assert (again.text if again else stood) == letter


@pytest.mark.parametrize(
    "run", [" " * 5000, "“" * 2000, "-=" * 900, "\u200b " * 500, "x" * 9000, "й\u0306 " * 2 + " " * 900]
)
def test_of_an_endless_run_the_ends_are_read(run: str) -> None:
    published = f"Putin said{run}that it rains"
    made = clean(published)
    assert made is not None
    assert len(made.text) < 130
    place = made.text.index("it rains")
    assert published[made.start(place) : made.stop(place + 8)] == "it rains"
    assert published[made.start(0) : made.stop(10)] == "Putin said"


def test_an_endless_run_still_breaks_the_paragraph() -> None:
    made = clean("One." + " " * 90 + "\n \n" + " " * 90 + "Two.")
    assert made is not None
    assert "\n\n" in made.text


@given(SIGNS)
def test_cleaning_twice_changes_nothing_more(published: str) -> None:
    made = clean(published)
    text = made.text if made else published
    assert len(text) <= len(published)
    assert not any(unicodedata.combining(sign) == 230 and sign < "\u0370" for sign in text)


@given(SIGNS, SIGNS)
def test_parts_stay_in_order(head: str, body: str) -> None:
    document = page(f"{head}\n\n{body}")
    made, _ = cleaned(document)
    places = [place for part in made.parts for place in (part.start, part.stop)]
    assert places == sorted(places)
    assert all(0 <= place <= len(made.text) for place in places)
    assert made.id == document.id


def test_a_broken_name_is_found_and_its_span_holds_in_the_published_text() -> None:
    text = "Talks\n\nAle\u200bxander Lukashen\u00adko said that sanc\u2060tions harm \ufeffVladimir Рutin."
    document = replace(page(text, kind="news"), text=text)
    harvest = read(document, small_desk())
    words = {(m.target, text[m.start : m.stop]) for m in harvest.reading.mentions}
    assert words == {
        ("lukashenko", "Ale\u200bxander Lukashen\u00adko"),
        ("sanctions", "sanc\u2060tions"),
        ("putin", "Vladimir Рutin"),
    }
    (said,) = (s for s in harvest.statements if s.actor == "lukashenko")
    assert text[said.start : said.stop].endswith("Рutin.")
    assert said.speaker == text[said.speaker_start : said.speaker_stop]
