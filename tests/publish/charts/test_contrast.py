"""What is drawn can be seen: 4.5 : 1 for words and 3 : 1 for marks, in light, in dark and on paper (WCAG 2.2)."""

import re
from importlib.resources import files

import pytest

from overtone.publish.charts import draw
from overtone.publish.charts.drawing import ALONE_STYLE
from overtone.publish.charts.grid import SHADES as OF_GRIDS
from overtone.publish.charts.grid import WHITE_FROM as GRID_WHITE
from overtone.publish.charts.matrix import SHADES as OF_SQUARES
from overtone.publish.charts.matrix import WHITE_FROM as SQUARE_WHITE
from tests.publish.charts import made_up

CSS = (files("overtone.publish") / "templates" / "style.css").read_text("utf-8")
BLOCKS = [dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block)) for block in re.findall(r":root \{([^}]*)\}", CSS)]
LIGHT, DARK, PRINT = (BLOCKS[0], BLOCKS[0] | BLOCKS[1], BLOCKS[0] | BLOCKS[2])
Colour = tuple[float, float, float]


def colour(written: str) -> Colour:
    long = written[1:] if len(written) == 7 else "".join(2 * letter for letter in written[1:])
    red, green, blue = (int(long[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue


def over(top: Colour, share: float, ground: Colour) -> Colour:
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(top, ground, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    def light(whole: Colour) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in whole]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_words_and_marks_stand_out_from_the_paper(theme: dict[str, str]) -> None:
    paper = colour(theme["paper"])
    words = {name: contrast(colour(theme[name]), paper) for name in ("ink", "soft", "usual")}
    marks = {name: contrast(colour(theme[name]), paper) for name in ("accent", "usual", "faint", "ink", "cell")}
    marks["bar"] = contrast(over(colour(theme["accent"]), 0.8, paper), paper)
    assert {name: round(found, 1) for name, found in words.items() if found < 4.5} == {}
    assert {name: round(found, 1) for name, found in marks.items() if found < 3} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("shades", "white_from"), [(OF_SQUARES, SQUARE_WHITE), (OF_GRIDS, GRID_WHITE)])
def test_the_number_in_a_square_can_be_read_on_every_shade(
    shades: tuple[float, ...], white_from: int, theme: dict[str, str]
) -> None:
    paper = colour(theme["paper"])
    for number, share in enumerate(shades):
        for fill in ("cell", "usual"):
            ground = over(colour(theme[fill]), share, paper)
            letters = colour(theme["over" if number >= white_from else "ink" if share else "soft"])
            assert contrast(letters, ground) >= 4.5, (fill, share, round(contrast(letters, ground), 2))
    assert contrast(colour(theme["over"]), colour(theme["accent"])) >= 4.5


def test_every_look_that_is_drawn_has_its_colour_on_pages_and_in_files() -> None:
    used: set[str] = set()
    for made in made_up.EVERY:
        for found in re.findall(r'class="([^"]+)"', str(draw(made("en"), made_up.words("en"), stem="c"))):
            used |= set(found.split())
    used -= {"chart"}
    assert [name for name in sorted(used) if f".chart .{name}" not in CSS] == []
    assert [name for name in sorted(used) if f".{name}" not in ALONE_STYLE] == []
