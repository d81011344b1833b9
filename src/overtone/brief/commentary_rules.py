"""The rule of evidence: each sentence of an article rests on a reference or is marked as what its author thinks.

A sentence is grounded by a reference in it or right after it. Where the only references of a paragraph stand on a line
of their own at its end, they hold for all its sentences. Headings, the title, credits and the disclaimer are no
sentences in this sense. Quotations must be letter for letter what is cited. Whether words support a sentence is for
people to judge.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from overtone.brief.commentary import walk
from overtone.errors import CommentaryError
from overtone.records.commentaries import Article, Block, Said

MOST_TOLD = 20
CITE_IT = (
    "add a reference such as [[statement:ID]], or begin the paragraph with {analysis} if it is the author's own view"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that keeps an article from being published."""

    line: int
    what: str
    next_step: str


def check(article: Article) -> None:
    """CommentaryError that names every sentence without ground and every quotation without a source."""
    refuse(ungrounded(article), article.where)


def refuse(faults: Iterable[Fault], where: str) -> None:
    """CommentaryError of all these faults, by line; nothing where there are none."""
    found = sorted(faults, key=lambda one: one.line)
    if not found:
        return
    more = "".join(f"\n{where}:{one.line}: {one.what}" for one in found[1:MOST_TOLD])
    more += f"\n… and {len(found) - MOST_TOLD} more" if len(found) > MOST_TOLD else ""
    raise CommentaryError(found[0].what + more, where=f"{where}:{found[0].line}", next_step=found[0].next_step)


def ungrounded(article: Article) -> Iterator[Fault]:
    """Sentences that rest on nothing, quotations without a reference, pull quotes that are nobody's words."""
    yield from _bare(article.front.summary)
    body = ""
    for block in walk(article):
        if block.kind == "paragraph":
            yield from _bare(block.sentences)
        elif block.kind == "quote" and not block.cites:
            step = "add the reference it is quoted from, inside the quotation on a line of its own"
            yield Fault(
                line=block.line, what=f"a quotation without its source: “{_short(block.words)}”", next_step=step
            )
        elif block.kind == "pull" and not block.cites:
            body = body or running(article)
            if block.words not in body:
                step = "copy the words from the article, letter for letter, or add the reference they are quoted from"
                yield Fault(line=block.line, what=f"not in the article: “{_short(block.words)}”", next_step=step)


def _bare(sentences: Iterable[Said]) -> Iterator[Fault]:
    for said in sentences:
        if not (said.cites or said.shared or said.analysis):
            yield Fault(
                line=said.line, what=f"this sentence rests on nothing: “{_short(said.words)}”", next_step=CITE_IT
            )


def misquoted(article: Article, words: Mapping[str, str]) -> Iterator[Fault]:
    """Quotations that are not letter for letter in what they cite. `words`: those behind each reference."""
    quotes = [one for one in walk(article) if one.kind in ("quote", "pull") and one.cites]
    for block in (one for one in quotes if not _said_there(one, words)):
        step = "copy the words from the evidence, letter for letter, in the language they were published in"
        yield Fault(line=block.line, what=f"not in the evidence cited: “{_short(block.words)}”", next_step=step)


def _said_there(block: Block, words: Mapping[str, str]) -> bool:
    """Whether a quotation stands in one of the texts it cites; a line of it may be a line of the text or run on."""
    spellings = {block.words, block.words.replace("\n", " ")}
    return any(one in words.get(cite, "") for cite in block.cites for one in spellings)


def counted(article: Article) -> dict[str, int]:
    """How many sentences an article has, and how many of them rest on references and how many on its author."""
    blocks = [block for block in walk(article) if block.kind == "paragraph"]
    told = [*article.front.summary, *(said for block in blocks for said in block.sentences)]
    return {
        "sentences": len(told),
        "grounded": sum(bool(one.cites or one.shared) for one in told),
        "analysis": sum(one.analysis for one in told),
    }


def running(article: Article) -> str:
    """The text of an article as it is read, a line a paragraph."""
    told = [" ".join(one.words for one in block.sentences) for block in walk(article) if block.kind == "paragraph"]
    return "\n".join(told)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 90 else plain[:89] + "…"
