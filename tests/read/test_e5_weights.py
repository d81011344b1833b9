import struct
from pathlib import Path

import numpy as np
import pytest

from overtone.read.e5_weights import INNER, layers
from overtone.read.speech.loading import NoModelError, vectors_file
from overtone.read.speech.pieces import WIDTH


def whole_file(tmp_path: Path) -> Path:
    """A file in the layout of the package with one packed and one plain tensor."""
    block = np.float16(0.5).tobytes() + bytes([0x98] * 16)  # nibbles 8 and 9: 0 and 1 times the scale
    bodies = [("l0.q.w", True, block * (WIDTH * WIDTH // 32)), ("l5.q.b", False, np.ones(WIDTH, "<f4").tobytes())]
    head = (
        b"E5S1" + struct.pack("<I", 1) + struct.pack("<7i", *[1] * 7) + struct.pack("<f", 1e-12) + struct.pack("<i", 32)
    )
    head += struct.pack("<5i", 0, 0, 2, 1, 3) + struct.pack("<Q", 0) + struct.pack("<I", 0) + struct.pack("<II", 0, 0)
    size = sum(2 + len(name) + 21 for name, _, _ in bodies)
    at, directory = len(head) + 4 + size, struct.pack("<i", len(bodies))
    for name, is_packed, body in bodies:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", is_packed, 0, at, len(body))
        at += len(body)
    path = tmp_path / "weights.bin"
    path.write_bytes(head + directory + b"".join(body for _, _, body in bodies))
    return path


def test_packed_numbers_are_scale_times_nibble_less_eight(tmp_path: Path) -> None:
    found = layers(whole_file(tmp_path), 1)
    assert set(found) == {"l0.q.w"}
    row = found["l0.q.w"][0]
    assert found["l0.q.w"].shape == (WIDTH, WIDTH)
    assert row[:16].tolist() == [0.0] * 16
    assert row[16:32].tolist() == [0.5] * 16
    assert set(layers(whole_file(tmp_path), 6)) == {"l0.q.w", "l5.q.b"}


def test_the_shapes_of_the_package_are_those_of_the_encoder() -> None:
    try:
        path = vectors_file()
    except NoModelError as error:
        pytest.skip(str(error))
    found = layers(path, 1)
    assert found["l0.fi.w"].shape == (INNER, WIDTH)
    assert found["emb.pos"].shape[1] == WIDTH
    assert not any(name.startswith("l1.") for name in found)
