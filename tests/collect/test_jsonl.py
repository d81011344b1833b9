"""JSON Lines: what is broken is set aside, the rest goes on."""

import gzip
from pathlib import Path

import pytest

from overtone.errors import InputError
from tests.collect.drawn import taken
from tests.corpus import release, write

BROKEN: dict[str, tuple[bytes, str, str]] = {
    "half an object": (b'{"id": 1, "link"', "", "not JSON"),
    "not UTF-8": (b'{"id": 1, "headline": "caf\xe9"}', "", "not UTF-8 at byte 26"),
    "a list": (b"[1, 2]", "", "not an object but a list"),
    "endless nesting": (b'{"id": ' + b"[" * 100_000 + b"}", "", "not JSON"),
    "half a surrogate pair": (b'{"id": 1, "body": "\\ud83d", "date": "2022-05-16"}', "body", "surrogate"),
    "a NUL": (b'{"id": 1, "body": "a\\u0000b", "date": "2022-05-16"}', "body", "NUL"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_row_is_set_aside_and_the_rest_goes_on(tmp_path: Path, case: str) -> None:
    raw, field, reason = BROKEN[case]
    documents, aside, damage = taken(write(tmp_path / "in.jsonl", release(1), raw, release(2)))
    assert [one.key for one in documents] == ["1", "2"]
    assert [(one.origin, one.line, one.field) for one in aside] == [("in.jsonl", 2, field)]
    assert reason in aside[0].reason
    assert aside[0].raw == raw.decode("utf-8", "backslashreplace")
    assert damage == ""


def test_a_byte_order_mark_blank_lines_and_windows_line_ends_are_no_trouble(tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", release(1), "", "  ", release(2))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    documents, aside, _ = taken(path)
    assert [one.origin for one in documents] == ["in.jsonl:1", "in.jsonl:4"]
    assert aside == []


@pytest.mark.parametrize("share", [0.2, 0.5, 0.97])
def test_everything_before_a_break_is_taken(tmp_path: Path, share: float) -> None:
    rows = [release(n, body=f"{n * 7919 % 1000003:x} " * 40) for n in range(400)]
    packed = gzip.compress(write(tmp_path / "whole.jsonl", *rows).read_bytes())
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(packed[: int(len(packed) * share)])
    documents, aside, damage = taken(path)
    assert damage == "the compressed data breaks off"
    assert [one.key for one in documents] == [str(n) for n in range(len(documents))]
    assert len(documents) > 400 * share * 0.7
    assert all(one.reason == "the file breaks off inside this row" for one in aside)


UNUSABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "the file is empty"),
    "only blank lines": (b"\n \n\n", "the file is empty"),
    "packed nothing": (gzip.compress(b""), "the file is empty"),
    "a table": (b"id,date\n1,2022-05-16\n", "no line is a JSON object"),
    "an array": (b'[{"id": 1}]', "one JSON array"),
    "UTF-16": ('{"id": 1}'.encode("utf-16"), "UTF-16"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_file_that_cannot_be_read_at_all_is_refused_with_what_to_do(tmp_path: Path, case: str) -> None:
    content, words = UNUSABLE[case]
    (tmp_path / "in.jsonl").write_bytes(content)
    with pytest.raises(InputError, match=words) as caught:
        taken(tmp_path / "in.jsonl")
    assert str(tmp_path) in caught.value.where
    assert caught.value.next_step


def test_a_paragraph_of_five_megabytes_is_read(tmp_path: Path) -> None:
    text = "слово " * 500_000
    documents, aside, _ = taken(write(tmp_path / "in.jsonl", release(1, body=text)))
    assert (documents[0].part("body"), aside) == (text, [])
