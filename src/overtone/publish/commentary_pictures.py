"""Pictures beside articles: what a file is and how large the picture, told from its first bytes alone.

Sizes are needed so that a page does not jump while it loads. JPEG (ITU T.81, annex B), PNG (W3C PNG, 11.2.2), WebP (RFC
9649). Not for SVG, which may hold scripts.
"""

import struct

from overtone.errors import CommentaryError
from overtone.records.commentaries import Picture

LARGEST = 120_000  # bytes: a page and its picture stay under 150 kB
ENDINGS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}


def picture(name: str, body: bytes, where: str) -> Picture:
    """The picture with its width and height in pixels; CommentaryError where it is none, or too heavy for a page."""
    if len(body) > LARGEST:
        step = "make it smaller: 1200 pixels wide and moderate quality are enough"
        raise CommentaryError(f"{name} has {len(body)} bytes, a page bears {LARGEST}", where=where, next_step=step)
    kind, size = _looked_into(body)
    if not kind or min(size) < 1 or ENDINGS.get(name.rpartition(".")[2].lower()) != kind:
        step = "give a JPEG, PNG or WebP picture with the ending .jpg, .png or .webp"
        raise CommentaryError(f"{name} is no picture that a page can show", where=where, next_step=step)
    return Picture(name=name, body=body, width=size[0], height=size[1])


def _looked_into(body: bytes) -> tuple[str, tuple[int, int]]:
    if body[:8] == b"\x89PNG\r\n\x1a\n" and body[12:16] == b"IHDR" and len(body) >= 24:
        width, height = struct.unpack(">II", body[16:24])
        return "png", (width, height)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP" and len(body) >= 30:
        return "webp", _webp(body)
    if body[:2] == b"\xff\xd8":
        return "jpeg", _jpeg(body)
    return "", (0, 0)


def _webp(body: bytes) -> tuple[int, int]:
    kind = body[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(body[24:27], "little"), 1 + int.from_bytes(body[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(body[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", body[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(body: bytes) -> tuple[int, int]:
    """From the first frame header; the segments before it are passed over by their lengths."""
    at = 2
    while at + 9 <= len(body) and body[at] == 0xFF:
        mark = body[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", body[at + 5 : at + 9])
            return width, height
        at += 2 if mark == 0xFF or 0xD0 <= mark <= 0xD9 else 2 + int.from_bytes(body[at + 2 : at + 4], "big")
    return 0, 0
