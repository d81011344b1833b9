"""News items: fresh sentences, recollections, and texts too long for either."""

import pytest

from tests.read.drawn_encounters import page, told

MET = "Vladimir Putin met Alexander Lukashenko in Sochi."


def test_far_down_a_sentence_must_state_its_day() -> None:
    above = " ".join(["The harvest is good."] * 6)
    assert told(page(("Harvest", f"{above} {MET}"), source="diary", day="2022-05-24")) == ()
    dated = "Vladimir Putin met Alexander Lukashenko in Sochi on 23 May."
    assert told(page(("Harvest", f"{above} {dated}"), source="diary", day="2022-05-24")) == (
        "bilateral held 2022-05-23 lukashenko putin",
    )


def test_a_long_text_is_no_news_item() -> None:
    assert told(page(("Harvest", MET + " The harvest is good." * 400), source="diary", day="2022-05-24")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Volodymyr Zelenskyy is ready to meet Vladimir Putin.",
        "Volodymyr Zelenskyy refused to meet Vladimir Putin.",
        "If Vladimir Putin meets Volodymyr Zelenskyy, it will be in Ankara.",
        "Vladimir Putin last met Joe Biden in Geneva in June 2021.",
    ],
)
def test_what_was_wished_refused_or_is_long_past_is_not_told(text: str) -> None:
    assert told(page(("Harvest", text), source="diary", day="2022-05-24")) == ()


def test_a_denied_contact_is_dated_by_its_tense() -> None:
    past = "The Kremlin denied that Vladimir Putin had met Alexander Lukashenko on Monday."
    assert told(page(("Harvest", past), source="diary", day="2022-05-24")) == (
        "bilateral denied 2022-05-23 lukashenko putin",
    )
    never = "Vladimir Putin and Volodymyr Zelenskyy did not meet."
    assert told(page(("Harvest", never), source="diary", day="2022-05-24")) == (
        "bilateral denied 2022-05-24 putin zelensky",
    )
