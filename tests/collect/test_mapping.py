"""From a row to a document: text byte for byte, clocks corrected by the card, what is wrong set aside by name."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from overtone.records import Source
from tests.collect.drawn import taken
from tests.corpus import CARD, release, write

FALSE_Z = replace(CARD, clock="Europe/Moscow", trust_offset=False)
APART = replace(CARD, fields=(*CARD.fields, ("published_time", "time")))


def test_headline_lead_and_body_stand_apart_by_blank_lines_each_as_it_was(tmp_path: Path) -> None:
    row = release(1, headline=" Two  spaces ", summary="Lead…", body="One.\r\n\r\nTwo.\n")
    (document,), _, _ = taken(write(tmp_path / "in.jsonl", row))
    assert document.text == " Two  spaces \n\nLead…\n\nOne.\r\n\r\nTwo.\n"
    assert [(p.role, document.text[p.start : p.stop]) for p in document.parts] == [
        ("headline", row["headline"]),
        ("lead", row["summary"]),
        ("body", row["body"]),
    ]


@pytest.mark.parametrize("nothing", ["NA", "", None, " "])
def test_nothing_is_nothing_however_it_is_written(tmp_path: Path, nothing: str | None) -> None:
    row = release(1, location=nothing, summary=nothing)
    (document,), _, _ = taken(write(tmp_path / "in.jsonl", row))
    assert document.place == ""
    assert [part.role for part in document.parts] == ["headline", "body"]


ASIDE: dict[str, tuple[dict[str, object], str, str]] = {
    "no date": ({"date": None}, "date", "no date"),
    "an empty date": ({"date": "NA"}, "date", "no date"),
    "not a date": ({"date": "16 May"}, "date", "not a date: '16 May'"),
    "no such day": ({"date": "2022-02-30"}, "date", "not a date"),
    "the year 2222": ({"date": "2222-05-16"}, "date", "2222-05-16 lies in the future"),
    "before 1900": ({"date": "1822-05-16T10:00:00Z"}, "date", "lies before 1900"),
    "no text": ({"headline": "", "body": "", "summary": None}, "body", "no text"),
    "no key": ({"id": ""}, "id", "no value"),
    "a text that is a number list": ({"body": [1, 2]}, "body", "text expected, not list"),
    "a text that is true": ({"headline": True}, "headline", "text expected, not bool"),
}


@pytest.mark.parametrize("case", ASIDE)
def test_a_row_that_cannot_be_a_document_says_which_field_and_why(tmp_path: Path, case: str) -> None:
    changes, field, reason = ASIDE[case]
    documents, aside, _ = taken(write(tmp_path / "in.jsonl", release(1, **changes), release(2)))
    assert [one.key for one in documents] == ["2"]
    assert (aside[0].line, aside[0].field) == (1, field)
    assert reason in aside[0].reason


@pytest.mark.parametrize(
    ("card", "changes"),
    [(FALSE_Z, {"date": "2022-02-24T01:00:00Z"}), (APART, {"date": "2022-02-24", "time": "1:00"})],
)
def test_day_and_moment_of_publication_are_those_of_the_sources_clock(
    tmp_path: Path, card: Source, changes: dict[str, object]
) -> None:
    (document,), _, _ = taken(write(tmp_path / "in.jsonl", release(1, **changes)), card)
    assert document.published_on == date(2022, 2, 24)
    assert document.published_at == datetime(2022, 2, 23, 22, tzinfo=UTC)


def test_lists_constants_and_numbers_are_mapped(tmp_path: Path) -> None:
    fields = (
        ("key", "id"),
        ("body", "paragraphs[].text"),
        ("kind", "sections[]"),
        ("publisher", "=The desk"),
        ("published", "day"),
        ("happened", "event_day"),
        ("lang", "lang"),
    )
    row: dict[str, object] = {
        "id": 37381,
        "paragraphs": [{"text": "One."}, {"speaker": "X", "text": "X: Two."}],
        "sections": ["News", "Transcripts"],
        "day": "1999-12-31",
        "event_day": "1999-12-30",
        "lang": "en",
    }
    (document,), _, _ = taken(write(tmp_path / "in.jsonl", row), replace(CARD, fields=fields, lang=None))
    assert (document.key, document.text, document.kind) == ("37381", "One.\n\nX: Two.", "News, Transcripts")
    assert (document.publisher, document.happened_on, document.published_at) == ("The desk", date(1999, 12, 30), None)


def test_one_row_gives_one_id_and_another_text_another(tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", release(1), release(1), release(1, body="Changed."))
    (one, same, changed), _, _ = taken(path)
    assert one.id == same.id != changed.id
    assert one.raw_sha256 == same.raw_sha256 != changed.raw_sha256


@pytest.mark.parametrize(
    ("stated", "kept"), [(["Anna"], "Anna"), (["Anna", "Vera"], "Anna, Vera"), ([], ""), (None, ""), ("Anna", "Anna")]
)
def test_the_speaker_a_source_states_is_kept(tmp_path: Path, stated: object, kept: str) -> None:
    card = replace(CARD, fields=(*CARD.fields, ("speaker", "who[]")))
    (document,), aside, _ = taken(write(tmp_path / "in.jsonl", release(1, who=stated)), card)
    assert (document.speaker, aside) == (kept, [])
