"""Documents and what a reader finds in them, ready to be appended."""

import hashlib
from datetime import UTC, date, datetime

import pyarrow as pa

from overtone.ledger import harvested
from overtone.records import Document, Part
from tests.sentences import ParagraphReader


def moment(day: int) -> datetime:
    return datetime(2022, 6, day, 12, tzinfo=UTC)


def document(key: str, text: str = "On NATO.\n\nMore.", *, lang: str = "en", line: int = 1) -> Document:
    return Document(
        source="desk",
        key=key,
        url=f"https://example.org/{key}",
        lang=lang,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=(Part(role="body", start=0, stop=len(text)),),
        published_on=date(2022, 5, 16),
        origin=f"releases.jsonl:{line}",
    )


def batch(*documents: Document, reader: str = "paragraphs@1") -> dict[str, pa.Table]:
    read = ParagraphReader(reader)()
    return harvested(documents, [read(one) for one in documents])
