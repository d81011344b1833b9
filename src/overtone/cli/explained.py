"""A text with every decision about it, sentence by sentence, in colour; with brackets where there is no colour."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from overtone.cli.output import visible
from overtone.language import LANGUAGES, language
from overtone.read.explaining import BEYOND, Step
from overtone.records import Document

# How each layer looks, in the order in which one is laid over another.
STYLES: Mapping[str, str] = {
    "unread": "on grey30",
    "content": "green",
    "encounter": "magenta",
    "commitment": "magenta",
    "count": "magenta",
    "joint": "magenta",
    "vote": "magenta",
    "target": "",
    "tone": "",
    "label": "bold cyan",
    "source": "bold cyan",
    "cue": "bold yellow",
    "speaker": "",
    "name": "underline",
}
MEANINGS: Mapping[str, str] = {
    "source": "who speaks",
    "cue": "words that report",
    "content": "words reported",
    "name": "name of the desk",
    "encounter": "contact, promise, count",
    "unread": "given to nobody",
}
LISTED_ONLY = frozenset(
    {"encounter", "commitment", "count", "joint", "vote", "speaker", "target", "tone"}
)  # whole sentences, or said already: not painted into the text
BRACKETS: Mapping[str, str] = {"source": "who", "label": "who", "cue": "by", "content": "what"}
LETTERS = 44  # of a stretch shown beside its decision
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDTHS = (11, 2, LETTERS, 20, 20)  # of layer, number, words, what for, rule: the same below every sentence
WIDTH = 150  # where there is no terminal to measure


def print_explained(name: str, document: Document, steps: Sequence[Step]) -> None:
    """The text on stdout, each sentence followed by the steps that begin in it; those left out are marked with ✗."""
    terminal = sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ
    console = Console(file=sys.stdout, width=None if terminal else WIDTH, no_color=not colour, highlight=False)
    write_explained(console, name, document, steps)


def write_explained(console: Console, name: str, document: Document, steps: Sequence[Step]) -> None:
    """The same onto any console; with brackets in place of colours where it has none."""
    plain = console.no_color or console.color_system is None
    console.print(Text(f"{name} · {document.lang} · read as of {document.published_on.isoformat()}", "bold"))
    console.print(_legend(plain))
    for start, stop in _stretches(document, steps):
        here = [step for step in steps if start <= step.start < stop]
        console.print()
        console.print(_painted(document.text, (start, stop), steps, plain))
        if here:
            console.print(_decisions(document.text, here, plain))
    for step in steps:
        if step.rule == BEYOND:
            console.print(f"\nNot read: {step.stop - step.start:,} characters from {step.start:,} on ({step.why})")
    console.print()


def _legend(plain: bool) -> Text:
    if plain:
        marks = ", ".join(f"[{word}1 …] {MEANINGS[layer]}" for layer, word in BRACKETS.items() if layer in MEANINGS)
        return Text(f"{marks}; the number tells which belong together; ✗ looked at and left out")
    legend = Text()
    for layer, meaning in MEANINGS.items():
        legend.append(meaning, STYLES[layer])
        legend.append("   ")
    return legend.append("✗ left out", "red").append("   ¹ ² belong together")


def _stretches(document: Document, steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """The sentences of what was read, each up to the beginning of the next."""
    end = min((step.start for step in steps if step.rule == BEYOND), default=len(document.text))
    if document.lang not in LANGUAGES or not document.text[:end].strip():
        yield 0, end
        return
    starts = [start for start, _ in language(document.lang).sentences(document.text[:end])]
    yield from zip([0, *starts[1:]], [*starts[1:], end], strict=True)


def _painted(text: str, bounds: tuple[int, int], steps: Sequence[Step], plain: bool) -> Text:
    """A sentence with its stretches in the colours of their layers, or in brackets."""
    start, stop = bounds
    words = Text(visible(text[start:stop].rstrip()))
    inside = [step for step in steps if step.kept and step.start < stop and step.stop > start]
    for layer, style in STYLES.items():
        for step in inside:
            if step.layer == layer not in LISTED_ONLY:
                words.stylize(style, max(0, step.start - start), step.stop - start)
    signs = sorted(_signs(inside, (start, start + len(words)), plain))
    pieces = words.divide([place - start for place, *_ in signs])
    painted = Text(no_wrap=False, overflow="fold")
    for piece, (*_, sign) in zip(pieces, [*signs, (0, 0, 0, "")], strict=True):
        painted.append_text(piece).append(sign, "dim")
    return painted


def _signs(steps: Sequence[Step], bounds: tuple[int, int], plain: bool) -> Iterator[tuple[int, int, int, str]]:
    """What is put between the words, with its place: what closes comes before what opens, the longer opens first."""
    start, stop = bounds
    for step in steps:
        if step.layer not in BRACKETS:
            continue
        number = str(step.group or "")
        first, last = max(start, step.start), min(stop, step.stop)
        if plain:
            yield first, 1, -last, f"[{BRACKETS[step.layer]}{number} "
            yield last, 0, -first, "]"
        elif number:
            yield last, 0, -first, number.translate(RAISED)


def _decisions(text: str, steps: Sequence[Step], plain: bool) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True, style="dim", min_width=13)
    for width in WIDTHS:
        table.add_column(min_width=width, overflow="fold")
    for step in steps:
        look = Style.parse(STYLES[step.layer]) if step.kept and not plain else Style()
        found = step.found or ("nobody known" if step.layer == "speaker" else "" if step.kept else "left out")
        table.add_row(
            f"{step.start}–{step.stop}",
            Text.assemble((("" if step.kept else "✗ ") + step.layer, look if step.kept else "red")),
            Text(str(step.group or ""), "dim"),
            Text(_short(text[step.start : step.stop]), "" if step.kept else "dim"),
            Text(found, "" if step.kept else "dim"),
            Text(step.rule + (f" ({step.why})" if step.why else ""), "italic" if not plain else ""),
        )
    return table


def _short(words: str) -> str:
    line = " ".join(visible(words).split())
    return line if len(line) <= LETTERS else line[: LETTERS - 1] + "…"
