"""Exhibits: the words as they stand in the document, what is around them, and where they come from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.brief.exhibits import AROUND, LONGEST, Archive, exhibits_of, quoted_in
from overtone.errors import EvidenceError
from overtone.records import Document, EncounterReport, Evidence, Exhibit, Finding, Slot, Statement, Vote
from tests.build import Page, moment, report, statement, vote

PAGE = statement(
    "lukashenko",
    "Dear friends! NATO grows. " + "More words follow here. " * 200,
    on="2022-05-16",
    office="by-president",
)


def archive(*pages: Page) -> Archive:
    rows: list[tuple[str, Statement | EncounterReport | Vote]] = [
        *(("statement", s) for p in pages for s in p.statements),
        *(("encounter", r) for p in pages for r in p.reports),
        *(("vote", v) for p in pages for v in p.votes),
    ]
    return Archive(
        documents={p.document.id: p.document for p in pages},
        learnt={p.document.id: moment("2022-06-01") for p in pages},
        statements={s.id: s for p in pages for s in p.statements},
        readers={row.id: row.reader for _, row in rows},
        kinds={row.id: kind for kind, row in rows},
    )


def shown(document: Document, start: int, stop: int, row: str = "", *pages: Page) -> Exhibit:
    piece = Evidence(document=document.id, start=start, stop=stop, row=row)
    return exhibits_of([piece], archive(*(pages or (PAGE,))))[piece]


@given(st.data())
def test_the_quote_and_what_stands_around_it_are_the_documents_own_bytes(data: st.DataObject) -> None:
    text = PAGE.document.text
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    found = shown(PAGE.document, start, stop)
    assert found.quote == text[found.start : found.stop]
    whole = found.before + found.quote + found.after
    first = found.start - len(found.before)
    assert whole == text[first : first + len(whole)]
    assert max(len(found.before), len(found.after)) <= AROUND
    assert len(found.quote) == stop - start or LONGEST - 40 < len(found.quote) <= LONGEST


def test_context_begins_and_ends_with_whole_words() -> None:
    text = PAGE.document.text
    found = shown(PAGE.document, 1500, 1510)
    assert text[1500 - len(found.before) - 1] == " "
    assert text[1510 + len(found.after)] == " "


def test_the_whole_of_a_short_page_is_context() -> None:
    page = statement("putin", "Short words.", on="2022-05-16")
    found = shown(page.document, page.said.start, page.said.stop, page.said.id, page)
    assert (found.before, found.after) == ("putin, 2022-05-16\n\n", "")


def test_a_statement_brings_its_speaker_office_and_reader() -> None:
    found = shown(PAGE.document, PAGE.said.start, PAGE.said.start + 5, PAGE.said.id)
    assert (found.kind, found.actor, found.office, found.reader) == (
        "statement",
        "lukashenko",
        "by-president",
        "build@1",
    )
    assert (found.speaker, found.said_on.isoformat()) == ("lukashenko", "2022-05-16")
    assert found.learnt_at == moment("2022-06-01")
    assert found.text_sha256 == PAGE.document.text_sha256


def test_contacts_and_votes_have_no_speaker() -> None:
    met, cast = report("lukashenko putin", on="2022-05-23"), vote("by=N", on="2022-03-02")
    for page, row, kind in (
        (met, met.reports[0].id, "encounter"),
        (cast, cast.votes[0].id, "vote"),
        (met, "", "document"),
    ):
        found = shown(page.document, 0, 5, row, page)
        assert (found.kind, found.speaker, found.actor) == (kind, "", None)


def test_the_same_piece_is_shown_once_and_different_ones_have_different_ids() -> None:
    pieces = [Evidence(document=PAGE.document.id, start=n, stop=n + 4) for n in (0, 0, 7)]
    found = exhibits_of(pieces, archive(PAGE))
    assert len(found) == len({e.id for e in found.values()}) == 2


def test_a_text_that_was_changed_after_it_was_taken_in_is_refused() -> None:
    document = PAGE.document
    tampered = replace(document, text=document.text.replace("NATO grows", "NATO falls"))
    shelf = replace(archive(PAGE), documents={document.id: tampered})
    piece = Evidence(document=document.id, start=14, stop=25)
    with pytest.raises(EvidenceError, match="not the one that was taken in") as told:
        exhibits_of([piece], shelf)
    assert document.id in str(told.value)


@pytest.mark.parametrize(("start", "stop"), [(0, 10**6), (5, 5), (-3, 4)])
def test_a_piece_outside_its_document_is_refused(start: int, stop: int) -> None:
    with pytest.raises(EvidenceError, match="outside a text"):
        shown(PAGE.document, start, stop)


def test_quoted_words_must_stand_in_the_evidence_byte_for_byte() -> None:
    start = PAGE.document.text.index("NATO grows.")
    piece = Evidence(document=PAGE.document.id, start=start, stop=start + 11)
    held = exhibits_of([piece], archive(PAGE))

    def told(words: str) -> Finding:
        return Finding(key="said", slots=(Slot(name="quote", kind="quote", value=words),), evidence=(piece,))

    quoted_in([told("NATO grows.")], held)
    with pytest.raises(EvidenceError, match="NATO  grows"):
        quoted_in([told("NATO  grows.")], held)
