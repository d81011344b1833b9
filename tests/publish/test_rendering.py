"""What a page may hold and where a reader may be led."""

import re

import pytest
from markupsafe import Markup

from overtone.publish.rendering import folded, printable, reachable, stylesheet


@pytest.mark.parametrize("url", ["https://example.org/a?b=1", "http://example.org"])
def test_a_reader_may_be_led_to_a_public_page(url: str) -> None:
    assert reachable(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//example.org", "file:///etc/passwd", "https://", "", "http://["],
)
def test_a_reader_is_led_nowhere_else(url: str) -> None:
    assert reachable(url) == ""


def test_refused_characters_become_visible_and_markup_stays() -> None:
    assert printable("a\x00b\ufffec\ud800") == "a\ufffdb\ufffdc\ufffd"
    assert printable("a\r\nb\rc") == "a\nb\nc"
    assert printable(Markup("<b>")) == "<b>"
    assert printable(3) == 3


def test_a_long_quote_is_folded_at_a_space() -> None:
    assert folded("short") == "short"
    assert folded("word " * 60).endswith("word …")
    assert len(folded("x" * 500)) < 170


def test_the_style_asks_for_nothing_from_outside() -> None:
    name, style = stylesheet()
    assert name.startswith("assets/overtone-")
    assert b"url(" not in style
    assert b"@import" not in style


def luminance(colour: str) -> float:
    """Relative luminance of a hexadecimal colour (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wash", "glow"])
@pytest.mark.parametrize("letters", ["ink", "soft", "link", "worse", "better", "same", "usual"])
def test_letters_stand_out_from_their_ground(mode: int, ground: str, letters: str) -> None:
    block = re.findall(r":root\s*\{(.*?)\}", stylesheet()[1].decode(), re.DOTALL)[mode]
    colours = dict(re.findall(r"--(\w+): (#\w+)", block))
    light, dark = sorted((luminance(colours[ground]), luminance(colours[letters])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
