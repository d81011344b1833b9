"""Which name of a sentence acts in it."""

import pytest

from overtone.read.names import read_names
from overtone.read.resolution.scene import scene_of
from overtone.read.resolution.subjects import subject
from tests.read.resolution.drawn import desk, page


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Alexander Lukashenko met Vladimir Putin in Sochi.", "lukashenko"),
        ("en", "After talks with Vladimir Putin, Alexander Lukashenko flew home.", "lukashenko"),
        ("en", "Vladimir Putin's guest flew home.", ""),
        ("ru", "Владимиру Путину вручили ноту.", ""),
        ("ru", "Владимир Путин принял Александра Лукашенко.", "putin"),
        ("be", "Пра сустрэчу з Уладзімірам Пуціным Аляксандр Лукашэнка маўчаў.", "lukashenko"),
    ],
)
def test_the_subject_is_no_object_and_no_owner(lang: str, text: str, who: str) -> None:
    document = page(lang, text)
    found = subject(scene_of(document, desk(), read_names(document, desk())), 0, len(text))
    assert (found.target if found else "") == who
