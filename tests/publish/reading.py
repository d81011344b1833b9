"""How the tests read a published page: strictly, as a browser that forgives nothing."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

XHTML, SVG = "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}"


def parse(body: bytes) -> Element:
    """The tree of a page; html5lib's ParseError at the first breach of the standard."""
    parser = html5lib.HTMLParser(strict=True)
    root: Element = parser.parse(body, transport_encoding="utf-8")
    return root


def every(root: Element, name: str) -> list[Element]:
    """All HTML elements of a name."""
    return list(root.iter(XHTML + name))


def words(element: Element) -> str:
    """All text inside an element."""
    return "".join(element.itertext())


def targets(root: Element) -> Iterator[tuple[str, str]]:
    """Every address a page leads to or loads, with the element that does so."""
    for element in root.iter():
        for attribute in ("href", "src"):
            address = element.get(attribute)
            if address is not None and isinstance(element.tag, str):
                yield element.tag.rsplit("}", 1)[-1], address


def identifiers(root: Element) -> list[str]:
    """Every id of a page, in order."""
    return [value for element in root.iter() if (value := element.get("id")) is not None]
