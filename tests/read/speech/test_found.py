"""A candidate becomes a record: the manner is told by how much of the content is quoted."""

import pytest

from overtone.read.speech.found import Found
from overtone.records import Span


@pytest.mark.parametrize(("quoted", "manner"), [([], "indirect"), ([(0, 5)], "mixed"), ([(0, 10)], "direct")])
def test_the_manner_is_told_by_the_marks(quoted: list[tuple[int, int]], manner: str) -> None:
    record = Found("after", content=[(0, 10)], source=[(12, 14)], quoted=quoted).attribution()
    assert record.manner == manner
    assert record.source == (Span(start=12, stop=14),)
    assert record.rule == "after@1"
