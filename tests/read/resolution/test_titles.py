"""Titles without a name."""

import pytest

from overtone.read.names import read_names
from overtone.read.resolution.history import History, Voice
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.scene import scene_of
from overtone.read.resolution.titles import title_holders
from tests.read.resolution.drawn import desk, page


def who(source: str, *said: str, page_of: str = "diary") -> tuple[str, ...]:
    text = f"{source} said so."
    document = page("en", text, source=page_of)
    scene = scene_of(document, desk(), read_names(document, desk()))
    history = History([Voice(actor, "person", "m", said=True) for actor in said])
    return title_holders(Phrase(scene, 0, len(source), (0, len(text))), history)


@pytest.mark.parametrize(
    ("source", "said", "found"),
    [
        ("The Ukrainian leader", (), ("zelensky",)),
        ("The president", (), ()),
        ("The president", ("lukashenko",), ("lukashenko",)),
        ("The president", ("lavrov",), ()),
        ("The minister", ("putin", "lavrov"), ("lavrov",)),
        ("A minister", ("lavrov",), ()),
        ("The deputy minister", ("lavrov",), ()),
        ("The president of the bank", ("lukashenko",), ()),
    ],
)
def test_a_title_is_given_to_its_holder_or_to_nobody(
    source: str, said: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert who(source, *said) == found


def test_on_an_official_page_the_president_is_that_of_its_state() -> None:
    assert who("The President", "lukashenko", page_of="kremlin") == ("putin",)
