"""Taking a file in by a card, as far as documents and rows set aside."""

from datetime import date
from pathlib import Path

from overtone.collect import open_rows, to_document
from overtone.records import Document, SetAside, Source
from tests.corpus import CARD

TODAY = date(2026, 1, 1)


def taken(path: Path, card: Source = CARD) -> tuple[list[Document], list[SetAside], str]:
    rows = open_rows(path, card)
    found = [to_document(row, card, TODAY) for row in rows]
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, SetAside)], rows.damage
