"""Pictures: told by their first bytes, with their size."""

import struct

import pytest

from overtone.errors import CommentaryError
from overtone.publish.commentary_pictures import LARGEST, picture

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", 640, 480) + b"\x08\0\0\0\0"
FRAME = b"\xff\xc0" + struct.pack(">HBHH", 11, 8, 480, 640) + b"\x01\x01\x11\0"
JPEG = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9 + FRAME
VP8X = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
VP8L = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (639 | 479 << 14).to_bytes(4, "little") + b"\0" * 8
VP8 = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480)


@pytest.mark.parametrize(
    ("name", "body"),
    [("a.png", PNG), ("a.jpg", JPEG), ("a.JPEG", JPEG), ("a.webp", VP8X), ("a.webp", VP8L), ("a.webp", VP8)],
)
def test_the_size_is_read_from_the_first_bytes(name: str, body: bytes) -> None:
    found = picture(name, body, "x.md:1")
    assert (found.width, found.height, found.body) == (640, 480, body)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.svg", b"<svg onload='x'/>"),
        ("a.jpg", PNG),
        ("a.png", PNG[:20]),
        ("a.jpg", JPEG[:12]),
        ("a.png", b""),
        ("a.png", PNG.ljust(LARGEST + 1)),
        ("a.png", PNG.replace(struct.pack(">I", 640), struct.pack(">I", 0))),
    ],
)
def test_what_is_no_picture_or_too_heavy_is_refused_with_its_place(name: str, body: bytes) -> None:
    with pytest.raises(CommentaryError) as told:
        picture(name, body, "x.md:1: image")
    assert told.value.where == "x.md:1: image"
