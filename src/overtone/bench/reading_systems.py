"""The systems that the bench of reading runs: a text and its language in, attributions out.

Each is made when it is called for; one that cannot be made here says why, and the table says so in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from overtone.bench import peers, peers_spacy
from overtone.records import Document, Part
from overtone.registry import load

Reads = Callable[[str, str], tuple[Any, ...]]

Models = Any  # of overtone.read.models, which loads more than a bench of peers needs


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One way to find who said what."""

    name: str
    langs: tuple[str, ...]
    make: Callable[[], Reads | str]  # the system, or why it cannot be run here


def _full() -> Reads | str:
    """Our attribution with the trained reader, loaded."""
    models = _models()
    if isinstance(models, str):
        return models
    attribute = import_module("overtone.read.speech").attribute
    return lambda text, lang: tuple(attribute(text, lang, models.tagger))


def _fast() -> Reads | str:
    """Our attribution by rules alone."""
    speech = import_module("overtone.read.speech")
    return lambda text, lang: tuple(speech.attribute_by_rules(text, lang))


def _whole() -> Reads | str:
    """Everything that our reading finds in a document with all its models; for speed and memory."""
    models = _models()
    return models if isinstance(models, str) else _documents(models)


def _whole_fast() -> Reads | str:
    """Everything that our reading finds in a document by rules alone; for speed."""
    return _documents()


def _documents(*models: object) -> Reads:
    read = import_module("overtone.read").read
    registry = load()

    def reads(text: str, lang: str) -> tuple[Any, ...]:
        body = Part(role="body", start=0, stop=len(text))
        document = Document(
            source="bench",
            key=text[:80],
            url="",
            lang=lang,
            text=text,
            text_sha256="",
            parts=(body,),
            published_on=date(2022, 5, 16),
        )
        return tuple(read(document, registry, *models).statements)

    return reads


def _models() -> Models | str:
    """The models of reading with the trained reader among them, or why it is not."""
    try:
        models: Models = import_module("overtone.read.models").load()
    except ModuleNotFoundError as absent:
        return f"not measured: no module {absent.name}"
    except FileNotFoundError as absent:
        return f"not measured: no {Path(str(absent.filename)).name}"
    return models if models.tagger is not None else f"not measured: {'; '.join(models.missing)}"


FULL = System(name="overtone", langs=("en", "ru", "be"), make=_full)
FAST = System(name="overtone --fast", langs=("en", "ru", "be"), make=_fast)
WHOLE = System(name="overtone, whole documents", langs=("en", "ru", "be"), make=_whole)
WHOLE_FAST = System(name="overtone --fast, whole documents", langs=("en", "ru", "be"), make=_whole_fast)
OURS = (FULL, FAST, WHOLE, WHOLE_FAST)
NAIVE = (
    System(name="naive regex, direct", langs=("en",), make=lambda: peers.quotations),
    System(name="naive regex", langs=("en",), make=lambda: peers.quotations_and_clauses),
    System(name="naive regex", langs=("ru",), make=lambda: peers.russian),
)
PEERS = (
    *NAIVE,
    System(name="textacy", langs=("en",), make=peers_spacy.textacy_whole),
    System(name="textacy by line", langs=("en",), make=peers_spacy.textacy_by_line),
    System(name="spaCy clause rule", langs=("en",), make=peers_spacy.clauses),
)
