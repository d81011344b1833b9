"""Lines of a file: numbered, plain or packed, and what a break leaves of them."""

import gzip
import os
from pathlib import Path

import pytest

from overtone.collect.rows import Lines, opened
from overtone.errors import InputError

TEXT = b"".join(b"%x word\n" % (number * 7919 % 1000003) for number in range(40_000))  # several blocks


def lines(path: Path, content: bytes) -> list[tuple[int, bytes]]:
    path.write_bytes(content)
    return list(Lines(path))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"a\nb\n", [(1, b"a\n"), (2, b"b\n")]),
        (b"a\r\n\nb", [(1, b"a\r\n"), (2, b"\n"), (3, b"b")]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb", [(1, b"a\n"), (2, b"\xef\xbb\xbfb")]),
        (b"a\x0bb\x85c\n", [(1, b"a\x0bb\x85c\n")]),
        (b"", []),
    ],
)
def test_lines_end_at_line_feeds_alone_and_are_numbered_from_one(
    tmp_path: Path, content: bytes, found: list[tuple[int, bytes]]
) -> None:
    assert lines(tmp_path / "in", content) == found


def test_packed_and_plain_give_the_same_lines(tmp_path: Path) -> None:
    half = len(TEXT) // 2
    packed = gzip.compress(TEXT[:half]) + gzip.compress(TEXT[half:]) + b"\0" * 9
    assert lines(tmp_path / "packed", packed) == lines(tmp_path / "plain", TEXT)


@pytest.mark.parametrize("line", [b"word " * 100_000, b"\n" * 70_000, b"x" * (1 << 16)])
def test_no_line_is_lost_or_cut_where_blocks_meet(tmp_path: Path, line: bytes) -> None:
    found = lines(tmp_path / "in", line + b"\nlast")
    assert b"".join(piece for _, piece in found) == line + b"\nlast"
    assert [number for number, _ in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("share", [0.2, 0.97])
def test_everything_before_a_break_is_handed_out(tmp_path: Path, share: float) -> None:
    packed = gzip.compress(TEXT)
    (tmp_path / "in.gz").write_bytes(packed[: int(len(packed) * share)])
    broken = Lines(tmp_path / "in.gz")
    found = b"".join(piece for _, piece in broken)
    assert TEXT.startswith(found)
    assert len(found) > len(TEXT) * share * 0.7
    assert broken.damage == "the compressed data breaks off"


def test_corrupt_data_is_damage_not_a_crash(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[len(packed) // 2] ^= 0xFF
    (tmp_path / "in.gz").write_bytes(packed)
    broken = Lines(tmp_path / "in.gz")
    found = b"".join(piece for _, piece in broken)
    assert found[: len(TEXT) // 4] == TEXT[: len(TEXT) // 4]
    assert broken.damage == "the compressed data is corrupt"


def test_a_whole_file_has_no_damage(tmp_path: Path) -> None:
    (tmp_path / "in.gz").write_bytes(gzip.compress(TEXT))
    whole = Lines(tmp_path / "in.gz")
    assert (len(list(whole)), whole.damage) == (40_000, "")


@pytest.mark.parametrize(
    ("name", "words", "next_step"),
    [("absent", "no such file", "check the path"), (".", "this is a folder", "name one file in it")],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, words: str, next_step: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        opened(tmp_path / name)
    assert (caught.value.where, caught.value.next_step) == (str(tmp_path / name), next_step)


def test_a_file_without_the_right_to_read_it_says_so(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    (tmp_path / "in").write_text("a")
    (tmp_path / "in").chmod(0)
    with pytest.raises(InputError, match="cannot be opened") as caught:
        opened(tmp_path / "in")
    assert caught.value.next_step == "check its rights"


def test_utf_16_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-16") as caught:
        lines(tmp_path / "in", "a".encode("utf-16"))
    assert caught.value.next_step == "save it as UTF-8"
