"""Markdown inside a paragraph: emphasis, strong, code, links, line breaks, references to evidence, footnote marks.

The rules are CommonMark's (0.31, sections 2 and 6) for what is taken; raw HTML and inline pictures are refused, not
passed on. Time grows with the length of the text, whatever it holds. Not for tables or strikethrough.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from overtone.brief.commentary_addresses import address
from overtone.brief.commentary_faults import MarkdownError
from overtone.records.commentaries import Run

CITE = re.compile(
    r'\[\[\s*([a-z]+):\s*([^\s"\[\]]+)((?:\s+[^\s"\[\]=]+=[^\s"\[\]]+)*)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]\]'
)
_SPECIAL = re.compile(
    r"(?P<hard>(?: {2,}|\\)\n)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<cite>\[\[)"
    r"|(?P<note>\[\^[\w-]{1,40}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<auto><(?:https?://|mailto:)[^\s<>]{1,2000}>)"
    r"|(?P<html><[A-Za-z/!?])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<delimiter>\*+|_+)"
)
_TAIL = re.compile(
    r"\([ \n]*(?:<([^<>\n]{0,2000})>|([^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,8}))"
    r'(?:[ \n]+"[^"]{0,500}")?[ \n]*\)'
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_SIGN = re.compile(r"[\\`\[\]<&*_]")
_NEVER = re.compile(r"(?!)")
# Marks that need no matching against others. A picture is none: what precedes an address may not end in "!".
_SIMPLE = {
    "[": re.compile(
        r"(?P<link>(?<!!)\[(?P<words>[^\[\]\\`<&*_!]+)\]\((?P<href>[^\s()<>&\\]+)\))"
        r"|(?P<cite>\[\[[^\[\]\\]+\]\])|(?P<note>\[\^(?P<name>[\w-]{1,40})\])"
    ),
    "*": re.compile(
        r"(?P<e>(?<!\*)\*(?P<slanted>[^\W_](?:[^\[\]\\`<&*_\n]*[^\W_])?)\*(?!\*))"
        r"|(?P<s>(?<!\*)\*\*(?P<heavy>[^\W_](?:[^\[\]\\`<&*_\n]*[^\W_])?)\*\*(?!\*))"
    ),
    "`": re.compile(r"(?<!`)`(?!`)(?P<code>[^`\n]*[^`\s])`(?!`)"),
    "_": _NEVER,
    "\\": _NEVER,
    "<": _NEVER,
    "&": _NEVER,
    "]": _NEVER,
}
_SIMPLY: Mapping[str, Callable[[re.Match[str]], Run]] = {
    "link": lambda mark: Run("text", mark["words"], "", address(mark["href"], mark.start())),
    "cite": lambda mark: Run("cite", reference(mark.string, mark.start())[0]),
    "note": lambda mark: Run("note", mark["name"]),
    "e": lambda mark: Run("text", mark["slanted"], "e"),
    "s": lambda mark: Run("text", mark["heavy"], "s"),
    "code": lambda mark: Run("code", mark["code"]),
}
_WRAPPED = re.compile(r"[ \t]*\n[ \t]*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


_ALONE: Mapping[str, Callable[[re.Match[str]], tuple[str, str]]] = {
    "hard": lambda found: ("break", "\n"),
    "escape": lambda found: ("text", found[0][1]),
    "entity": lambda found: ("text", html.unescape(found[0])),
    "note": lambda found: ("note", found[0][2:-1]),
}


@dataclass(slots=True)
class _Delimiter:
    """A run of asterisks or underlines that may open or close emphasis."""

    sign: str
    count: int
    whole: int
    at: int  # of its item
    opens: bool
    closes: bool


def runs(text: str, links: Mapping[str, str]) -> tuple[Run, ...]:
    """A paragraph as its runs; `links`: addresses by label, as the article defines them.

    MarkdownError for raw HTML, for a picture inside a line and for an address that no reader may be led to.
    """
    plain = _plainly(text)
    return _Inline(text, links).parse() if plain is None else plain


def _plainly(text: str) -> tuple[Run, ...] | None:
    """The runs of a paragraph whose marks can be told one by one, as most can; None where they have to be matched."""
    made: list[Run] = []
    at = 0
    while found := _SIGN.search(text, at):
        start = found.start()
        mark = _SIMPLE[text[start]].match(text, start)
        if mark is None:
            return None
        if start > at:
            made.append(Run("text", text[at:start]))
        made.append(_SIMPLY[mark.lastgroup or ""](mark))
        at = mark.end()
    if at < len(text):
        made.append(Run("text", text[at:]))
    return tuple(made)


class _Inline:
    """One pass over one paragraph: items in parallel lists, delimiters and brackets on stacks."""

    def __init__(self, text: str, links: Mapping[str, str]) -> None:
        self.text = text
        self.links = links
        self.kinds: list[str] = []
        self.words: list[str] = []
        self.hrefs: list[str] = []
        self.delimiters: list[_Delimiter] = []
        self.brackets: list[tuple[int, int, bool]] = []  # item, delimiters before it, picture
        self.emphasis: dict[int, int] = {}  # item → so many more, or fewer, from there on
        self.strong: dict[int, int] = {}
        self.ticks: dict[int, list[int]] | None = None

    def parse(self) -> tuple[Run, ...]:
        """The runs, alike ones joined."""
        text, at = self.text, 0
        while found := _SPECIAL.search(text, at):
            if found.start() > at:
                self.put("text", text[at : found.start()])
            kind = found.lastgroup or ""
            if kind in _ALONE:
                self.put(*_ALONE[kind](found))
                at = found.end()
            else:
                at = getattr(self, f"_{kind}")(found)
        if at < len(text):
            self.put("text", text[at:])
        self.pair(0)
        return self.joined()

    def put(self, kind: str, words: str, href: str = "") -> None:
        """One more item."""
        self.kinds.append(kind)
        self.words.append(words)
        self.hrefs.append(href)

    def _auto(self, found: re.Match[str]) -> int:
        url = found[0][1:-1]
        self.put("text", url.removeprefix("mailto:"), address(url, found.start()))
        return found.end()

    def _html(self, found: re.Match[str]) -> int:
        step = "write Markdown in its place; for the sign itself write \\<"
        raise MarkdownError(f"raw HTML: {self.text[found.start() : found.start() + 20]!r}", step, found.start())

    def _cite(self, found: re.Match[str]) -> int:
        words, stop = reference(self.text, found.start())
        self.put("cite", words)
        return stop

    def _ticks(self, found: re.Match[str]) -> int:
        """Code up to as many ticks again; else the ticks themselves."""
        if self.ticks is None:
            self.ticks = {}
            for one in re.finditer("`+", self.text):
                self.ticks.setdefault(len(one[0]), []).append(one.start())
        size = len(found[0])
        places = self.ticks.get(size, [])
        after = bisect_right(places, found.start())
        if after >= len(places):
            self.put("text", found[0])
            return found.end()
        words = self.text[found.end() : places[after]].replace("\n", " ")
        padded = words[:1] == words[-1:] == " " and words.strip()
        self.put("code", words[1:-1] if padded else words)
        return places[after] + size

    def _delimiter(self, found: re.Match[str]) -> int:
        before = self.text[found.start() - 1] if found.start() else " "
        after = self.text[found.end()] if found.end() < len(self.text) else " "
        left = not after.isspace() and (not _mark(after) or before.isspace() or _mark(before))
        right = not before.isspace() and (not _mark(before) or after.isspace() or _mark(after))
        sign, count = found[0][0], len(found[0])
        opens, closes = left, right
        if sign == "_":
            opens, closes = left and (not right or _mark(before)), right and (not left or _mark(after))
        self.delimiters.append(_Delimiter(sign, count, count, len(self.words), opens, closes))
        self.put("text", found[0])
        return found.end()

    def _open(self, found: re.Match[str]) -> int:
        self.brackets.append((len(self.words), len(self.delimiters), found[0] == "!["))
        self.put("text", found[0])
        return found.end()

    def _close(self, found: re.Match[str]) -> int:
        """A link, if an address follows or its label is defined; else the bracket itself."""
        if not self.brackets:
            self.put("text", "]")
            return found.end()
        item, before, picture = self.brackets.pop()
        href, stop = self._target(found.end(), item)
        if href is None:
            self.put("text", "]")
            return found.end()
        if picture:
            step = 'give it a paragraph of its own: ![what it shows](file.jpg "credit")'
            raise MarkdownError("a picture inside a sentence", step, found.start())
        self.words[item] = ""
        checked = address(href, found.start())
        for one in range(item + 1, len(self.words)):
            self.hrefs[one] = checked
        self.pair(before)
        self.brackets = [one for one in self.brackets if one[2]]  # a link holds no other link
        return stop

    def _target(self, at: int, item: int) -> tuple[str | None, int]:
        tail = _TAIL.match(self.text, at)
        if tail is not None:
            url = tail[1] if tail[1] is not None else tail[2]
            return html.unescape(_ESCAPED.sub(r"\1", url)), tail.end()
        label = _LABEL.match(self.text, at) if self.links else None
        if label is not None and label[1].strip():
            return self.links.get(folded(label[1])), label.end()
        if self.links:
            return self.links.get(folded("".join(self.words[item + 1 :]))), label.end() if label else at
        return None, at

    def pair(self, first: int) -> None:
        """Match the delimiters from the first on, as CommonMark's “process emphasis” does, and let go of them."""
        stack: list[_Delimiter] = []
        bottom: dict[tuple[str, bool, int], int] = {}
        for one in self.delimiters[first:]:
            while one.closes and one.count:
                key = (one.sign, one.opens, one.whole % 3)
                place = _opener(stack, bottom.get(key, 0), one)
                if place < 0:
                    bottom[key] = len(stack)
                    break
                self._match(stack[place], one)
                del stack[place + bool(stack[place].count) :]
                bottom = {name: min(low, len(stack)) for name, low in bottom.items()}
            if one.count and one.opens:
                stack.append(one)
        del self.delimiters[first:]

    def _match(self, left: _Delimiter, right: _Delimiter) -> None:
        size = 2 if left.count >= 2 and right.count >= 2 else 1
        depth = self.strong if size == 2 else self.emphasis
        depth[left.at + 1] = depth.get(left.at + 1, 0) + 1
        depth[right.at] = depth.get(right.at, 0) - 1
        for one in (left, right):
            one.count -= size
            self.words[one.at] = one.sign * one.count

    def joined(self) -> tuple[Run, ...]:
        """The items as runs, neighbours that look alike in one."""
        made: list[Run] = []
        pending: list[str] = []
        look = href = ""
        slanted = heavy = 0
        for at, kind in enumerate(self.kinds):
            slanted += self.emphasis.get(at, 0)
            heavy += self.strong.get(at, 0)
            own = ("e" if slanted else "") + ("s" if heavy else "")
            alike = kind == "text" and own == look and self.hrefs[at] == href
            if not alike and pending:
                made.append(Run("text", "".join(pending), look, href))
                pending = []
            look, href = own, self.hrefs[at]
            if kind != "text":
                made.append(Run(kind, self.words[at], look, href))
            elif self.words[at]:
                pending.append(self.words[at])
        if pending:
            made.append(Run("text", "".join(pending), look, href))
        return tuple(made)


def reference(text: str, at: int) -> tuple[str, int]:
    """The reference that begins there, on one line, and where it ends; MarkdownError for none."""
    whole = CITE.match(text, at)
    if whole is None:
        step = 'write [[statement:ID]], [[signal:ID]], or [[document:source/key "quoted words"]]'
        raise MarkdownError(f"no reference: {text[at : at + 40]!r}", step, at)
    return unwrapped(whole[0]), whole.end()


def unwrapped(reference: str) -> str:
    """A reference as it is written, on one line; what its words hold beside line ends stays."""
    return _WRAPPED.sub(" ", reference) if "\n" in reference else reference


def _opener(stack: list[_Delimiter], low: int, closer: _Delimiter) -> int:
    """The nearest delimiter that this one closes; -1 for none."""
    for place in range(len(stack) - 1, low - 1, -1):
        one = stack[place]
        if one.sign != closer.sign:
            continue
        both = one.closes or closer.opens
        if both and (one.whole + closer.whole) % 3 == 0 and (one.whole % 3 or closer.whole % 3):
            continue
        return place
    return -1


def folded(label: str) -> str:
    """A label as it is compared: case and spaces make no difference."""
    return " ".join(label.split()).casefold()


def _mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"
