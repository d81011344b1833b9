"""Exhibits: each piece of evidence as a reader sees it, with the words around it and where they come from."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from overtone.errors import EvidenceError
from overtone.records import Document, Evidence, Exhibit, Finding, Statement, content_id

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
    """An exhibit for each piece of evidence; the quote is the document's own text, byte for byte.

    EvidenceError where a stored text is not the one that was taken in, by its digest, or a piece lies outside it.
    """
    pieces = tuple(dict.fromkeys(evidence))
    for key in dict.fromkeys(piece.document for piece in pieces):
        _intact(archive.documents[key])
    return {piece: _exhibit(piece, archive) for piece in pieces}


def quoted_in(findings: Iterable[Finding], shown: Mapping[Evidence, Exhibit]) -> None:
    """Hold every quotation of these findings against the exhibits they rest on, byte for byte.

    EvidenceError for quoted words that stand in none of them.
    """
    for finding in findings:
        for slot in finding.slots:
            held = (shown[e].quote for e in finding.evidence if e in shown)
            if slot.kind == "quote" and not any(slot.value in quote for quote in held):
                raise EvidenceError(
                    f"the quoted words «{slot.value[:LONGEST]}» stand in no piece of evidence",
                    where=f"finding {finding.id} ({finding.key})",
                    next_step="quote a span of the document as it is stored",
                )


def _intact(document: Document) -> None:
    """EvidenceError for a text that does not have the digest it was taken in with."""
    found = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    if found != document.text_sha256:
        raise EvidenceError(
            f"the stored text is not the one that was taken in: its SHA-256 is {found}, not {document.text_sha256}",
            where=f"document {document.id} ({document.source}, {document.key})",
            next_step="restore the ledger's files from a copy, or take the page in again",
        )


def _exhibit(piece: Evidence, archive: Archive) -> Exhibit:
    document = archive.documents[piece.document]
    if not 0 <= piece.start < piece.stop <= len(document.text):
        raise EvidenceError(
            f"characters {piece.start}–{piece.stop} lie outside a text of {len(document.text)}",
            where=f"document {document.id} ({document.source}, {document.key})",
            next_step="read the document again",
        )
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
