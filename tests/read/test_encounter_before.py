"""What the sentence before lends to the next."""

import pytest

from tests.read.drawn_encounters import page, told, why


def item(lang: str, *sentences: str, event: str = "") -> tuple[str, ...]:
    return told(
        page(("Item", " ".join(sentences)), source="diary", day="2022-10-10", lang=lang, kind="news", event=event)
    )


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        (
            "en",
            "Alexander Lukashenko flew to Sochi for talks.",
            "Vladimir Putin told him on 8 October that gas stays cheap.",
        ),
        (
            "ru",
            "Александр Лукашенко прилетел в Сочи на переговоры.",
            "Владимир Путин рассказал ему о ценах на газ.",
        ),
        (
            "be",
            "Аляксандр Лукашэнка прыляцеў у Сочы на перамовы.",
            "Уладзімір Пуцін расказаў яму пра цэны на газ.",
        ),
    ],
)
def test_a_pronoun_means_the_one_named_before(lang: str, first: str, second: str) -> None:
    (report,) = item(lang, first, second)
    assert report.startswith("bilateral held")
    assert report.endswith("lukashenko putin")


def test_a_talk_after_a_known_summit_has_its_day() -> None:
    text = (
        "Александр Лукашенко сообщил о договоренности с Владимиром Путиным.",
        "Он связал её с разговором после неформального саммита СНГ.",
    )
    assert item("ru", *text) == ("bilateral held 2022-10-07 lukashenko putin",)
    rules = why(page(("Item", " ".join(text)), source="diary", day="2022-10-10", lang="ru", kind="news"))
    assert "sentence_before" in rules[0]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Alexander Lukashenko praised the harvest.", "He spoke about Vladimir Putin at length."),
        ("Alexander Lukashenko praised the harvest.", "Vladimir Putin met farmers and told them of prices."),
        ("Vladimir Putin praised Alexander Lukashenko.", "Both may meet some day."),
    ],
)
def test_nobody_is_made_to_meet(sentences: tuple[str, ...]) -> None:
    assert item("en", *sentences) == ()
