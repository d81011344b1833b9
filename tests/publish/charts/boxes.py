"""Where the words of a drawn picture stand, worked out from its bytes at a given width of its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.parsers import expat

import html5lib

from overtone.publish.charts.lettering import extent

SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 0.74, 0.22  # of the letters' size
SLACK = 0.6  # pixels by which two boxes may run into each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    words: str

    def meets(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > SLACK and down > SLACK


def _length(value: str, width: float) -> float:
    return float(value[:-1]) * width / 100 if value.endswith("%") else float(value)


def _texts(node: Element, x: float, y: float, width: float) -> Iterator[Box]:
    for child in node:
        if child.tag == f"{SVG}svg":
            own = child.get("width", "100%")  # a place of one pixel only moves what stands in it
            inside = width if own.endswith("%") or own == "1" else float(own)
            yield from _texts(child, x + _length(child.get("x", "0"), width), y + float(child.get("y", "0")), inside)
        elif child.tag == f"{SVG}g":
            yield from _texts(child, x, y, width)
        elif child.tag == f"{SVG}text":
            size = float(child.get("font-size", "13"))
            wide = extent(child.text or "", size, heavy="strong" in child.get("class", ""))
            left = (
                x
                + _length(child.get("x", "0"), width)
                - {"middle": wide / 2, "end": wide}.get(child.get("text-anchor", "start"), 0.0)
            )
            base = y + float(child.get("y", "0"))
            yield Box(
                left=left, right=left + wide, top=base - ASCENT * size, bottom=base + DESCENT * size,
                words=child.text or "",
            )  # fmt: skip


def tree(drawn: str) -> Element:
    """The picture as a tree, once it has been found to be whole XML."""
    expat.ParserCreate().Parse(drawn, True)
    root: Element = html5lib.parseFragment(drawn)[0]
    return root


def boxes(drawn: str, width: float) -> list[Box]:
    """Every piece of words with the box that it fills at most."""
    return list(_texts(tree(drawn), 0.0, 0.0, width))


def faults(drawn: str, width: float) -> list[str]:
    """Words that leave the sheet, and words that run into each other."""
    height = float(tree(drawn).get("height", "0"))
    found = sorted((box for box in boxes(drawn, width) if box.words), key=lambda box: box.top)
    told = [f"{one} leaves the sheet of {width} × {height}" for one in found if _outside(one, width, height)]
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            if other.top > one.bottom:
                break
            if one.meets(other):
                told.append(f"{one.words!r} meets {other.words!r}")
    return told


def _outside(one: Box, width: float, height: float) -> bool:
    return one.left < -1 or one.right > width + 1 or one.top < -1 or one.bottom > height + 1
