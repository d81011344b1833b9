"""Cases drawn into the text: sources in [brackets], the words reported in {braces}."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from overtone.records import Attribution, Document, Part, Span
from overtone.registry import Registry, load

CASES = Path(__file__).resolve().parents[2] / "cases" / "resolution"
Case = tuple[str, str, str, str]
SIGN = re.compile(r"[\[\]{}]")


@cache
def desk() -> Registry:
    """The default desk."""
    return load()


def cases(name: str) -> list[Case]:
    """The rows of a file of cases: language, who is meant, rule, drawn text."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    rows = (tuple(cell.strip() for cell in line.split("|", 3)) for line in lines if line and not line.startswith("#"))
    return [(lang, who, rule, text) for lang, who, rule, text in rows]


def page(lang: str, text: str, *, source: str = "diary", headline: str = "") -> Document:
    """A document of one body, below a headline if there is one."""
    whole = f"{headline}\n\n{text}" if headline else text
    start = len(whole) - len(text)
    parts = (Part(role="headline", start=0, stop=len(headline)),) if headline else ()
    return Document(
        source=source,
        key="case",
        url="https://example.org/case",
        lang=lang,
        text=whole,
        text_sha256=sha256(whole.encode()).hexdigest(),
        parts=(*parts, Part(role="body", start=start, stop=len(whole))),
        published_on=date(2022, 5, 16),
    )


def drawn(text: str, shift: int = 0) -> tuple[str, tuple[Attribution, ...]]:
    """The text without its signs, and an attribution for each source with the words in braces of its sentence."""
    plain, marks = "", []
    for piece in re.split(r"([\[\]{}])", text):
        if SIGN.fullmatch(piece):
            marks.append((piece, len(plain) + shift))
        else:
            plain += piece
    pairs = list(_pairs(marks))
    sources = [span for sign, span in pairs if sign == "["]
    contents = [span for sign, span in pairs if sign == "{"]
    return plain, tuple(_attribution(source, contents, plain, shift) for source in sources)


def _pairs(marks: list[tuple[str, int]]) -> Iterator[tuple[str, Span]]:
    open_at: dict[str, int] = {}
    for sign, place in marks:
        if sign in "[{":
            open_at[sign] = place
        else:
            opened = "[" if sign == "]" else "{"
            yield opened, Span(start=open_at[opened], stop=place)


def _attribution(source: Span, contents: list[Span], plain: str, shift: int) -> Attribution:
    def apart(span: Span) -> bool:
        low, high = sorted((span.start - shift, source.start - shift))
        return re.search(r"[.!?] [A-ZА-ЯЁІЎ]", plain[low : high + 1]) is not None

    content = tuple(span for span in contents if not apart(span))
    return Attribution(source=(source,), cue=(), content=content, manner="indirect", rule="drawn@1")
