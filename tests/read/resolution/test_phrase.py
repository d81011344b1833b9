"""The source of an attribution laid out."""

import pytest

from overtone.read.names import read_names
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.scene import scene_of
from tests.read.resolution.drawn import desk, page


def phrase(lang: str, text: str, source: str) -> Phrase:
    document = page(lang, text)
    scene = scene_of(document, desk(), read_names(document, desk()))
    start = text.index(source)
    return Phrase(scene, start, start + len(source), (0, len(text)))


@pytest.mark.parametrize(
    ("lang", "source", "people"),
    [
        ("en", "Kremlin spokesman Dmitry Peskov", ["peskov"]),
        ("en", "Putin's spokesman Dmitry Peskov", ["peskov"]),
        ("en", "an adviser to President Vladimir Putin", []),
        ("ru", "пресс-служба Лукашенко", []),
        ("ru", "пресс-секретарь Дмитрий Песков", ["peskov"]),
        ("ru", "советник Владимира Зеленского", []),
    ],
)
def test_owners_are_not_who_speaks(lang: str, source: str, people: list[str]) -> None:
    assert [m.target for m in phrase(lang, f"{source} said so.", source).people] == people


def test_the_head_title_is_the_one_that_owns_nothing() -> None:
    title = phrase("en", "The president's spokesman said so.", "The president's spokesman").title
    assert title is not None
    assert title[0] == "spokesman"


def test_a_name_the_desk_does_not_know_is_seen() -> None:
    assert phrase("en", "The doctor Hugh Hill said so.", "The doctor Hugh Hill").strange_name == "hill"
    assert phrase("en", "The Belarusian leader said so.", "The Belarusian leader").strange_name == ""


def test_the_state_of_a_title_stands_beside_it() -> None:
    one = phrase("en", "The head of a Russian company said so.", "The head of a Russian company")
    assert one.title is not None
    assert one.state_beside(*one.title.span()) == ""
    two = phrase("en", "The head of Russia said so.", "The head of Russia")
    assert two.title is not None
    assert two.state_beside(*two.title.span()) == "ru"


def test_the_press_is_told_from_a_press_service() -> None:
    assert phrase("en", "The newspaper said so.", "The newspaper").media
    assert not phrase("en", "The press service said so.", "The press service").media
