"""A page is stamped with its day, or it is not: what a sentence mentions is no stamp."""

from datetime import date
from pathlib import Path

import pytest

from overtone.collect.dateline import dateline
from tests.collect.drawn import taken
from tests.corpus import release, write

POSTED = date(2022, 10, 13)

STAMPED = {
    "in brackets, alone": ("(October 12, 2022)\n\nGood afternoon.", "en", 12),
    "in brackets below the place": ("Via Teleconference\n\n(October 11, 2022)\n\n6:06 P.M. EDT\n\nHello.", "en", 11),
    "in brackets behind the place": ("Private Residence Bethesda, Maryland (October 12, 2022)\n\nHello.", "en", 12),
    "with its weekday": ("Wednesday, October 12, 2022\n\nHello.", "en", 12),
    "in bold": ("**October 12, 2022**\n\nHello.", "en", 12),
    "the day of posting": ("(October 13, 2022)\n\nHello.", "en", 13),
    "in Russian": ("12 октября 2022 года\n\nДобрый день.", "ru", 12),
    "in Belarusian": ("Мінск\n12 кастрычніка 2022 года\n\nДобры дзень.", "be", 12),
    "in figures": ("12.10.2022\n\nДобрый день.", "ru", 12),
}
NOT_STAMPED = {
    "a date in a sentence": ("On October 12, 2022, the leaders met.", "en"),
    "a date that opens a sentence": ("October 12, 2022 was a long day for all of us.", "en"),
    "a sentence that ends with a date": ("The leaders met on October 12, 2022", "en"),
    "a date in brackets inside a sentence": ("The order (October 12, 2022) stands.", "en"),
    "the source of a motto": ("“Nothing without Europe.” Secretary of State, October 12, 2022\n\nThe work", "en"),
    "a day to come": ("(October 14, 2022)\n\nHello.", "en"),
    "a day too long ago": ("(October 8, 2022)\n\nHello.", "en"),
    "a date far below": ("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n(October 12, 2022)", "en"),
    "two days": ("(October 11 – October 12, 2022)\n\nHello.", "en"),
    "no date": ("(As delivered)\n\nHello.", "en"),
    "yesterday": ("(yesterday)\n\nHello.", "en"),
    "no text": ("", "en"),
    "a language the house does not speak": ("(12 жовтня 2022)\n\nДобрий день.", "uk"),
}


@pytest.mark.parametrize("case", STAMPED)
def test_a_date_that_stands_by_itself_is_the_day(case: str) -> None:
    body, lang, day = STAMPED[case]
    assert dateline(body, lang, POSTED) == date(2022, 10, day)


@pytest.mark.parametrize("case", NOT_STAMPED)
def test_another_date_is_not(case: str) -> None:
    assert dateline(*NOT_STAMPED[case], POSTED) is None


def test_a_document_happened_on_the_day_it_is_stamped_with(tmp_path: Path) -> None:
    rows = (
        release(1, date="2022-10-13T09:00:00+03:00", body="(October 12, 2022)\n\nGood afternoon."),
        release(2, date="2022-10-13T09:00:00+03:00", body="On October 12, 2022, they met."),
    )
    documents, _, _ = taken(write(tmp_path / "in.jsonl", *rows))
    assert [(one.published_on, one.happened_on) for one in documents] == [(POSTED, date(2022, 10, 12)), (POSTED, None)]
