"""News items: fresh sentences, recollections, and texts too long for either."""

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
