"""Markdown in paragraphs: headings, lists, quotations, code, figures, footnotes, and the marks that articles add.

Taken over from CommonMark is what an article needs; what a writer may have meant otherwise is refused with its line
rather than guessed: raw HTML, text indented like code, quotations that run on without a `>`. Not for tables.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from overtone.brief.commentary_addresses import address
from overtone.brief.commentary_faults import MarkdownError
from overtone.brief.commentary_inline import CITE, folded, runs, unwrapped
from overtone.brief.commentary_sentences import Spans, plainly, sentences_of
from overtone.records.commentaries import Block, Said

DEEPEST = 12  # lists and quotations inside one another
MARKS = ("analysis", "pull")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"( {0,3})([-*+]|\d{1,9}[.)])( {1,4}(?=\S)|[ \t]*$)")
_UNDER = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_NOTE = re.compile(r"\[\^([\w-]{1,40})\]:[ \t]*")
_DEFINITION = re.compile(r' {0,3}\[([^\[\]^][^\[\]]{0,200})\]:[ \t]*<?([^\s<>]{1,2000})>?(?:[ \t]+"[^"]*")?[ \t]*$')
_FIGURE = re.compile(r'!\[((?:[^\[\]\\]|\\.)*)\]\([ \t]*([^\s()]+)(?:[ \t]+"([^"]*)")?[ \t]*\)$')
_MARK = re.compile(r"\{([A-Za-z-]{1,20})\}\s*")
_BEGINS = re.compile(r"[ \t]*(?:[#>`~*+_=-]|\d|!\[|\[|$)|[ \t]")  # what a line that may be no plain text begins with


class LineError(MarkdownError):
    """A mistake with its line in the file."""

    def __init__(self, fault: MarkdownError, line: int) -> None:
        super().__init__(fault.what, fault.next_step, fault.at)
        self.line = line


@dataclass(slots=True)
class Body:
    """The blocks of one article in the making."""

    spans: Spans
    links: Mapping[str, str]
    notes: dict[str, Block] = field(default_factory=dict)

    def blocks(self, lines: list[str], first: int, depth: int = 0) -> list[Block]:
        """The blocks of these lines, of which the foremost is line `first` of the file."""
        if depth > DEEPEST:
            raise _wrong(f"nested deeper than {DEEPEST}", "take some of the lists or quotations apart", first)
        made: list[Block] = []
        at = 0
        while at < len(lines):
            if not lines[at].strip():
                at += 1
                continue
            block, at = self._next(lines, at, first, depth)
            if block is not None:
                made.append(block)
        return made

    def _next(self, lines: list[str], at: int, first: int, depth: int) -> tuple[Block | None, int]:
        line = lines[at]
        if not _BEGINS.match(line):
            return self._paragraph(lines, at, first)
        if _QUOTE.match(line):
            return self._quote(lines, at, first, depth)
        if _ITEM.match(line) and not _RULE.match(line):
            return self._list(lines, at, first, depth)
        if _FENCE.match(line):
            return _code(lines, at, first)
        return self._line(lines, at, first)

    def _line(self, lines: list[str], at: int, first: int) -> tuple[Block | None, int]:
        """What is told by its first line, or a paragraph."""
        line, number = lines[at], first + at
        block: Block | None = None
        if found := _HEADING.match(line):
            block = self._heading(found[2] or "", len(found[1]), number)
        elif _RULE.match(line):
            block = Block(kind="rule", line=number)
        elif found := _FIGURE.match(line.strip()):
            block = _figure(found, number)
        elif found := _NOTE.match(line):
            return self._note(found, lines, at, first)
        elif line.startswith(("    ", "\t")):
            raise _wrong("a line indented like code", "set code between lines of ```, or begin at the margin", number)
        elif not _DEFINITION.match(line):
            return self._paragraph(lines, at, first)
        return block, at + 1

    def _paragraph(self, lines: list[str], at: int, first: int) -> tuple[Block, int]:
        stop = at + 1
        while stop < len(lines) and (not _BEGINS.match(lines[stop]) or not _ends(lines[stop])):
            if found := _UNDER.match(lines[stop]):
                text = " ".join(one.strip() for one in lines[at:stop])
                return self._heading(text, 1 if found[1][0] == "=" else 2, first + at), stop + 1
            stop += 1
        return self.paragraph(lines[at:stop], first + at), stop

    def paragraph(self, lines: list[str], line: int) -> Block:
        """A paragraph with its mark.

        Where its only references stand on a line of their own at its end, they are those of all its sentences.
        """
        shared, kept = shared_of(lines, line)
        text = _joined(kept)
        if shared and "[[" in text:
            shared, text = (), _joined(lines)
        mark, begin = _marked(text, line)
        found = self.said(text[begin:], line, shared=shared, analysis=mark == "analysis")
        if not found:
            raise _wrong("references without a sentence", "write the sentence that rests on them", line)
        if mark == "pull":
            words = " ".join(one.words for one in found)
            cites = (*shared, *(cite for one in found for cite in one.cites))
            return Block(kind="pull", line=line, sentences=found, cites=tuple(dict.fromkeys(cites)), words=words)
        return Block(kind="paragraph", line=line, sentences=found, cites=shared, analysis=mark == "analysis")

    def said(self, text: str, line: int, *, shared: tuple[str, ...] = (), analysis: bool = False) -> tuple[Said, ...]:
        """The sentences of a text that begins in `line`."""
        plain = plainly(text, self.spans, line, shared=shared, analysis=analysis)
        if plain is not None:
            return plain
        try:
            return sentences_of(runs(text, self.links), self.spans, line, shared=shared, analysis=analysis)
        except MarkdownError as fault:
            raise LineError(fault, line + text.count("\n", 0, fault.at)) from None

    def _heading(self, text: str, level: int, line: int) -> Block:
        if level == 1:
            raise _wrong("a heading of the first level", "the title stands in the front matter: begin with ##", line)
        if not text.strip():
            raise _wrong("a heading without words", "write some, or take the # away", line)
        try:
            found = runs(text.strip(), self.links)
        except MarkdownError as fault:
            raise LineError(fault, line) from None
        said = sentences_of(found, lambda words: [(0, len(words))], line)
        return Block(kind="heading", line=line, level=level, sentences=said)

    def _quote(self, lines: list[str], at: int, first: int, depth: int) -> tuple[Block, int]:
        stop = at
        while stop < len(lines) and _QUOTE.match(lines[stop]):
            stop += 1
        if stop < len(lines) and lines[stop].strip() and not _ends(lines[stop]):
            raise _wrong(
                "a quotation that runs on without >", "put > before the line, or leave one empty", first + stop
            )
        inner = [_QUOTE.sub("", one, count=1) for one in lines[at:stop]]
        shared, kept = shared_of(inner, first + at)
        children = self.blocks(kept, first + at, depth + 1)
        if any(one.kind != "paragraph" or one.analysis for one in children) or not children:
            raise _wrong("a quotation holds the words quoted and nothing else", "take the rest out of it", first + at)
        words = "\n".join(" ".join(said.words for said in one.sentences) for one in children)
        cites = (*shared, *(cite for one in children for said in one.sentences for cite in (*said.cites, *said.shared)))
        named = tuple(dict.fromkeys(_with_words(cite, words) for cite in cites))
        return Block(kind="quote", line=first + at, children=tuple(children), cites=named, words=words), stop

    def _list(self, lines: list[str], at: int, first: int, depth: int) -> tuple[Block, int]:
        begun = _ITEM.match(lines[at])
        sign = begun[2][-1] if begun else ""
        items: list[Block] = []
        start, loose = at, False
        while at < len(lines):
            found = _ITEM.match(lines[at])
            if found is None or found[2][-1] != sign or _RULE.match(lines[at]):
                break
            stop, width = _item(lines, at, found)
            inner = [
                lines[at][found.end() :],
                *(one[width:] if one[:width].isspace() else one.lstrip() for one in lines[at + 1 : stop]),
            ]
            while inner and not inner[-1].strip():
                inner.pop()
                loose = loose or (stop < len(lines) and bool(_same(lines, stop, sign)))
            children = self.blocks(inner, first + at, depth + 1)
            loose = loose or _loose(children)
            items.append(Block(kind="item", line=first + at, children=tuple(children)))
            at = stop
        level = int(begun[2][:-1]) if begun and begun[2][:-1] else 0
        block = Block(
            kind="list",
            line=first + start,
            children=tuple(items),
            level=level,
            tight=not loose,
            words="1" if sign in ".)" else "",
        )
        return block, at

    def _note(self, found: re.Match[str], lines: list[str], at: int, first: int) -> tuple[None, int]:
        """A footnote; lines that are indented under it belong to it."""
        stop = at + 1
        while stop < len(lines) and (lines[stop].startswith("  ") or (lines[stop].strip() and not _ends(lines[stop]))):
            stop += 1
        if found[1] in self.notes:
            raise _wrong(f"the footnote {found[1]!r} stands there twice", "give one of them another name", first + at)
        self.notes[found[1]] = self.paragraph([lines[at][found.end() :], *lines[at + 1 : stop]], first + at)
        return None, stop


def _with_words(cite: str, words: str) -> str:
    """The reference of a quotation to a document, which need not repeat the words that are quoted."""
    found = CITE.fullmatch(cite)
    if found is None or found[1] != "document" or found[4]:
        return cite
    told = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'[[document:{found[2]} "{told}"]]'


def definitions(lines: list[str]) -> dict[str, str]:
    """Addresses by label: `[label]: https://…`; MarkdownError with its line for one that no reader may be led to."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        one = _DEFINITION.match(line) if "]:" in line else None
        if one is not None:
            try:
                found.setdefault(folded(one[1]), address(one[2]))
            except MarkdownError as fault:
                raise LineError(fault, number) from None
    return found


def shared_of(lines: list[str], line: int) -> tuple[tuple[str, ...], list[str]]:
    """The references on lines of their own at the end of a paragraph, and the lines before them."""
    kept = len(lines)
    if "]]" not in lines[-1] and lines[-1].strip():
        return (), lines
    while kept and (not lines[kept - 1].strip() or not CITE.sub("", lines[kept - 1]).strip()):
        kept -= 1
    if kept == 0:
        raise _wrong("references without a sentence", "write the sentence that rests on them", line)
    text = "\n".join(lines[kept:])
    return tuple(dict.fromkeys(unwrapped(one[0]) for one in CITE.finditer(text))), lines[:kept]


def _marked(text: str, line: int) -> tuple[str, int]:
    """The mark a paragraph begins with, and where its words begin."""
    found = _MARK.match(text) if text[:1] == "{" else None
    if found is None:
        return "", 0
    if found[1] not in MARKS:
        raise _wrong(f"there is no mark {{{found[1]}}}", "write {analysis} or {pull}; for the sign itself \\{", line)
    return found[1], found.end()


def _joined(lines: list[str]) -> str:
    """Lines as one text; two spaces at the end of a line break it."""
    if len(lines) == 1:
        return lines[0].strip()
    last = len(lines) - 1
    return "\n".join([one.strip() + ("\\" if n < last and one.endswith("  ") else "") for n, one in enumerate(lines)])


def _ends(line: str) -> bool:
    """Whether a line ends the paragraph before it."""
    if not line.strip():
        return True
    item = _ITEM.match(line)
    return bool(
        _FENCE.match(line)
        or _HEADING.match(line)
        or (_RULE.match(line) and not _UNDER.match(line))
        or _QUOTE.match(line)
        or (item and item[3].strip(" \t") == "" and item.end() < len(line) and item[2] in ("-", "*", "+", "1.", "1)"))
        or _NOTE.match(line)
    )


def _item(lines: list[str], at: int, found: re.Match[str]) -> tuple[int, int]:
    """Where an item ends and how far its inner lines are indented."""
    width = found.end() if lines[at][found.end() :].strip() else found.end(2) + 1
    stop = at + 1
    while stop < len(lines):
        line = lines[stop]
        inside = line[:width].isspace() and len(line) > width
        lazy = lines[stop - 1].strip() and line.strip() and not _ends(line) and not _ITEM.match(line)
        if not (inside or lazy or (not line.strip() and _goes_on(lines, stop, width))):
            break
        stop += 1
    while (
        stop < len(lines) and not lines[stop].strip() and stop + 1 < len(lines) and _same(lines, stop + 1, found[2][-1])
    ):
        stop += 1
    return stop, width


def _goes_on(lines: list[str], at: int, width: int) -> bool:
    """Whether after empty lines more of the item follows."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at < len(lines) and lines[at][:width].isspace()


def _same(lines: list[str], at: int, sign: str) -> bool:
    """Whether another item of the same list begins there."""
    found = _ITEM.match(lines[at])
    return found is not None and found[2][-1] == sign


def _loose(children: list[Block]) -> bool:
    return sum(one.kind == "paragraph" for one in children) > 1


def _code(lines: list[str], at: int, first: int) -> tuple[Block, int]:
    found = _FENCE.match(lines[at])
    fence = found[1] if found else "```"
    for stop in range(at + 1, len(lines)):
        if lines[stop].strip().startswith(fence) and not lines[stop].strip().strip(fence[0]):
            words = "".join(f"{line}\n" for line in lines[at + 1 : stop])
            return Block(kind="code", line=first + at, words=words), stop + 1
    raise _wrong("code that begins here and does not end", f"close it with a line of {fence}", first + at)


def _figure(found: re.Match[str], line: int) -> Block:
    if not found[1].strip() or not (found[3] or "").strip():
        step = 'write ![what it shows](file.jpg "credit"), both in words'
        raise _wrong("a picture without its description or its credit", step, line)
    return Block(kind="figure", line=line, words=found[1].strip(), file=found[2], credit=(found[3] or "").strip())


def _wrong(what: str, step: str, line: int) -> LineError:
    return LineError(MarkdownError(what, step), line)
