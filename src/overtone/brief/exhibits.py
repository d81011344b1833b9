"""Exhibits: each piece of evidence as a reader sees it, with the words around it and where they come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from overtone.records import Document, Evidence, Exhibit, Statement, content_id

AROUND = 420  # characters of context on either side
LONGEST = 2400  # characters quoted at once: a whole speech is shown from its beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Where exhibits are taken from: documents with the moment they were learnt, and the rows read from them."""

    documents: Mapping[str, Document]
    learnt: Mapping[str, datetime]
    statements: Mapping[str, Statement]
    readers: Mapping[str, str]  # row id → the rule that read it
    kinds: Mapping[str, str]  # row id → statement | encounter | vote


def exhibits_of(evidence: Iterable[Evidence], archive: Archive) -> dict[Evidence, Exhibit]:
    """An exhibit for each piece of evidence; the quote is the document's own text, byte for byte."""
    return {piece: _exhibit(piece, archive) for piece in dict.fromkeys(evidence)}


def _exhibit(piece: Evidence, archive: Archive) -> Exhibit:
    document = archive.documents[piece.document]
    statement = archive.statements.get(piece.row)
    stop = piece.start + len(
        _to_word(
            document.text[piece.start : min(piece.stop, piece.start + LONGEST)], piece.stop - piece.start > LONGEST
        )
    )
    return Exhibit(
        id=content_id("exhibit", piece.document, piece.start, piece.stop, piece.row)[:16],
        quote=document.text[piece.start : stop],
        before=_from_word(document.text[max(0, piece.start - AROUND) : piece.start], piece.start > AROUND),
        after=_to_word(document.text[stop : stop + AROUND], stop + AROUND < len(document.text)),
        lang=document.lang,
        kind=archive.kinds.get(piece.row, "document"),
        speaker=statement.speaker if statement else "",
        actor=statement.actor if statement else None,
        office=statement.office if statement else None,
        said_on=statement.said_on if statement else document.happened_on or document.published_on,
        learnt_at=archive.learnt[piece.document],
        published_on=document.published_on,
        source=document.source,
        publisher=document.publisher,
        title=document.part("headline"),
        url=document.url,
        reader=archive.readers.get(piece.row, ""),
        document=piece.document,
        start=piece.start,
        stop=stop,
        text_sha256=document.text_sha256,
    )


def _from_word(text: str, cut: bool) -> str:
    """The text from its first whole word, where it was cut inside one."""
    if not cut:
        return text
    first = text.find(" ")
    return text[first + 1 :] if first >= 0 else text


def _to_word(text: str, cut: bool) -> str:
    """The text up to its last whole word, where it was cut inside one."""
    if not cut:
        return text
    last = text.rfind(" ")
    return text[:last] if last > 0 else text
