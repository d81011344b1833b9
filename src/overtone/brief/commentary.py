"""A signed article: its Markdown file taken apart into front matter, paragraphs, sentences and what they rest on."""

import re
from collections.abc import Iterator

from overtone.brief.commentary_blocks import Body, LineError, definitions
from overtone.brief.commentary_front import Fields, fields_of, split
from overtone.errors import CommentaryError
from overtone.language import language
from overtone.records.commentaries import Article, Block, Front, Said

LARGEST = 524_288  # bytes of a file: some eighty thousand words
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def decoded(body: bytes, where: str) -> str:
    """A file as text with plain line ends; CommentaryError where it is too large, no UTF-8, or holds unseen signs."""
    if len(body) > LARGEST:
        raise CommentaryError(
            f"{len(body)} bytes, more than any article has", where=f"{where}:1", next_step=f"stay under {LARGEST}"
        )
    try:
        source = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise CommentaryError("not UTF-8", where=f"{where}:{line}", next_step="save the file as UTF-8") from None
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if unseen := _UNSEEN.search(source):
        line = source.count("\n", 0, unseen.start()) + 1
        sign = f"U+{ord(unseen[0]):04X}"
        raise CommentaryError(f"the sign {sign}", where=f"{where}:{line}", next_step="take it out: nobody can see it")
    return source


def parse(source: str, slug: str, lang: str, where: str = "") -> Article:
    """The article of a decoded file; CommentaryError with file and line of the first mistake.

    Not yet held against anything: whether sentences are grounded tells `commentary_rules`, what references lead to the
    ledger. UsageError for a language the house does not write.
    """
    head, lines, first = split(source, where)
    fields = fields_of(head, where)
    try:
        links = {}
        if "]:" in source:
            links = _definitions(lines, first)
        body = Body(spans=language(lang).sentences, links=links)
        blocks = tuple(body.blocks(lines, first))
        summary = _summary(body, fields)
    except LineError as fault:
        raise CommentaryError(fault.what, where=f"{where}:{fault.line}", next_step=fault.next_step) from None
    article = Article(
        slug=slug,
        lang=lang,
        front=_front(fields, summary),
        blocks=blocks,
        notes=(),
        where=where,
    )
    return _with_notes(article, body.notes) if body.notes or "[^" in source else article


def _definitions(lines: list[str], first: int) -> dict[str, str]:
    try:
        return definitions(lines)
    except LineError as fault:
        raise LineError(fault, first + fault.line) from None


def _summary(body: Body, fields: Fields) -> tuple[Said, ...]:
    line = fields.lines.get("summary", 1)
    return body.paragraph([one for one in fields.summary.split("\n") if one.strip()], line).sentences


def _front(fields: Fields, summary: tuple[Said, ...]) -> Front:
    return Front(
        title=" ".join(fields.title.split()),
        authors=fields.authors,
        date=fields.date,
        summary=summary,
        image=fields.image.get("file", ""),
        credit=fields.image.get("credit", ""),
        alt=fields.image.get("alt", ""),
        disclaimer=fields.disclaimer,
        related=fields.related,
        weeks=fields.weeks,
        translation_of=fields.translation_of,
        translator=fields.translator,
        lines=tuple(fields.lines.items()),
    )


def _with_notes(article: Article, notes: dict[str, Block]) -> Article:
    """The article with its footnotes in the order of their marks."""
    marks: dict[str, int] = {}
    for said in (*article.front.summary, *(one for block in article.blocks for one in sentences(block))):
        for run in said.runs:
            if run.kind == "note":
                marks.setdefault(run.words, said.line)
    for name, line in marks.items():
        if name not in notes:
            step = f"write [^{name}]: and its words below, in a paragraph of its own"
            raise CommentaryError(f"there is no footnote {name!r}", where=f"{article.where}:{line}", next_step=step)
    for name, block in notes.items():
        if name not in marks:
            step = f"put [^{name}] where it belongs, or take the footnote out"
            raise CommentaryError(
                f"nothing refers to the footnote {name!r}", where=f"{article.where}:{block.line}", next_step=step
            )
    return Article(
        slug=article.slug,
        lang=article.lang,
        front=article.front,
        blocks=article.blocks,
        notes=tuple((name, notes[name]) for name in marks),
        where=article.where,
    )


def sentences(block: Block) -> Iterator[Said]:
    """All sentences of a block and of what is inside it."""
    yield from block.sentences
    for child in block.children:
        yield from sentences(child)


def walk(article: Article) -> Iterator[Block]:
    """All blocks of an article in the order of reading, the inner ones after the one they are in, footnotes last.

    What is inside a quotation is not the author's and stays with it.
    """
    waiting = [*article.blocks, *(note for _, note in article.notes)][::-1]
    while waiting:
        block = waiting.pop()
        yield block
        if block.kind != "quote":
            waiting.extend(reversed(block.children))
