"""A view shows what was known at its cut: the newest version of each page, the newest reading of it, no more."""

from pathlib import Path

import pytest

from overtone.errors import LedgerError, UsageError
from overtone.ledger import Ledger, View
from overtone.records import Document, Statement
from tests.ledger.build import batch, document, moment


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "ledger")


def keys(view: View) -> list[str]:
    return sorted(one.key for one in view.records(Document))


def test_nothing_is_shown_before_it_was_learnt(ledger: Ledger) -> None:
    ledger.append(batch(document("a")), moment(1))
    ledger.append(batch(document("b")), moment(3))
    assert keys(ledger.view(moment(2))) == ["a"]
    assert keys(ledger.view(moment(3))) == keys(ledger.view()) == ["a", "b"]
    assert ledger.view(moment(2)).as_of == moment(2)
    assert ledger.view().as_of == moment(3)


def test_later_rows_leave_an_earlier_cut_as_it_was(ledger: Ledger) -> None:
    ledger.append(batch(document("a")), moment(1))
    before = ledger.view(moment(1)).digest()
    ledger.append(batch(document("a", "Another text."), document("b")), moment(2))
    ledger.append(batch(document("a"), reader="paragraphs@2"), moment(3))
    assert ledger.view(moment(1)).digest() == before


def test_the_newest_version_of_a_page_is_shown(ledger: Ledger) -> None:
    ledger.append(batch(document("a", "First.")), moment(1))
    ledger.append(batch(document("a", "Second.")), moment(2))
    view = ledger.view()
    assert [one.text for one in view.records(Document)] == ["Second."]
    assert {one.document for one in view.records(Statement)} == {document("a", "Second.").id}
    assert [one.text for one in ledger.view(moment(1)).records(Document)] == ["First."]


@pytest.mark.parametrize("lines", [(9, 10), (10, 9)])
def test_of_versions_learnt_at_once_the_lower_row_is_shown(ledger: Ledger, lines: tuple[int, int]) -> None:
    ledger.append(batch(document("a", "One.", line=lines[0]), document("a", "Two.", line=lines[1])), moment(1))
    assert [one.text for one in ledger.view().records(Document)] == ["One." if lines[0] > lines[1] else "Two."]


def test_one_page_in_two_languages_is_two_documents(ledger: Ledger) -> None:
    ledger.append(batch(document("a", lang="en"), document("a", lang="ru")), moment(1))
    assert keys(ledger.view()) == ["a", "a"]


def test_only_rows_of_the_newest_reading_are_shown(ledger: Ledger) -> None:
    ledger.append(batch(document("a")), moment(1))
    ledger.append(batch(document("a"), reader="paragraphs@2"), moment(2))
    assert {one.reader for one in ledger.view().records(Statement)} == {"paragraphs@2"}
    assert {one.reader for one in ledger.view(moment(1)).records(Statement)} == {"paragraphs@1"}


@pytest.mark.parametrize("absent", ["documents", "readings"])
def test_what_was_read_from_an_uncommitted_document_is_not_shown(ledger: Ledger, absent: str) -> None:
    rows = batch(document("a"))
    ledger.append({name: table for name, table in rows.items() if name != absent}, moment(1))
    assert ledger.view().records(Statement) == ()
    ledger.append(rows, moment(2))
    assert len(ledger.view().records(Statement)) == 2
    assert ledger.view(moment(1)).records(Statement) == ()


def test_the_digest_asks_for_rows_not_for_their_order(tmp_path: Path) -> None:
    one, other = Ledger.open(tmp_path / "one"), Ledger.open(tmp_path / "other")
    one.append(batch(document("a"), document("b")), moment(1))
    other.append(batch(document("b")), moment(2))
    assert one.view().digest() != other.view().digest()
    other.append(batch(document("a")), moment(3))
    assert one.view().digest() == other.view().digest()


def test_an_empty_ledger_shows_empty_tables(ledger: Ledger) -> None:
    view = ledger.view()
    assert view.records(Document) == ()
    assert view.table("votes").count().to_pyarrow().as_py() == 0
    assert not (ledger.path / "documents").exists()


def test_expressions_give_records_back(ledger: Ledger) -> None:
    ledger.append(batch(document("a"), document("b", "Nothing of it.")), moment(1))
    with ledger.view() as view:
        table = view.table("statements")
        found = view.records(Statement, table.filter(table.topics.contains("nato")))
        assert [one.document for one in found] == [document("a").id]
        assert found[0].mentions[0].target == "nato"


def test_documents_and_when_they_were_learnt(ledger: Ledger) -> None:
    ledger.append(batch(document("a")), moment(1))
    identity = document("a").id
    view = ledger.view()
    assert view.documents([identity, identity]) == {identity: document("a")}
    assert view.learnt([identity]) == {identity: moment(1)}
    with pytest.raises(LedgerError, match="1 of 1 documents are not visible"):
        view.documents(["no such id"])


def test_a_table_that_does_not_exist_and_a_cut_without_a_zone_are_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no table 'words'"):
        ledger.view().table("words")
    with pytest.raises(UsageError, match="no time zone"):
        ledger.view(moment(1).replace(tzinfo=None))
