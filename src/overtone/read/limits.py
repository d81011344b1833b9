"""How much of a document is read: bounds of work, not of time, so that the same text gives the same reading anywhere.

Every rule of this room takes time that grows with the length of the text, no faster, and no sentence is longer than
`segmentation.LONGEST`; with a longest document that bounds the whole. What lies beyond is told as unread, with a note,
and such a page claims no silence. A clock is kept where there is a door to one: an intake sets a document aside whose
reading takes too long all the same (`deadline.py`).
"""

from dataclasses import replace

from overtone.records import Document, Part, Span

LONGEST_DOCUMENT = 500_000  # characters; the longest transcript of the Kremlin, 1999–2022, has under 260,000
TOO_LONG = "too-long:document"
UNFINISHED = "to-be-continued"  # the note of pages whose end is not there: they are no ground for a silence


def shortened(
    document: Document, longest: int = LONGEST_DOCUMENT
) -> tuple[Document, tuple[Span, ...], tuple[str, ...]]:
    """The document up to the longest that is read, the stretch beyond it, and the notes that say so.

    Cut at the end of a line, else of a word, in the last tenth; the id is that of the whole document. Not for roll
    calls, whose lines are read whatever their number.
    """
    if len(document.text) <= longest:
        return document, (), ()
    stop = _end(document.text, longest)
    parts = tuple(
        Part(role=part.role, start=part.start, stop=min(part.stop, stop))
        for part in document.parts
        if part.start < stop
    )
    rest = Span(start=stop, stop=len(document.text))
    return replace(document, text=document.text[:stop], parts=parts), (rest,), (TOO_LONG, UNFINISHED)


def _end(text: str, longest: int) -> int:
    """The last end of a line, else of a word, before the bound; the bound where none is near."""
    near = longest - longest // 10
    for sign in "\n ":
        found = text.rfind(sign, near, longest)
        if found >= 0:
            return found
    return longest
