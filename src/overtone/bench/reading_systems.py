"""The systems that the bench of reading runs: a text and its language in, attributions out.

Each is made when it is called for; one that cannot be made here says why, and the table says so in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from overtone.bench import peers, peers_spacy
from overtone.records import Document, Part
from overtone.registry import load

Reads = Callable[[str, str], tuple[Any, ...]]

NOT_YET = "not measured: the path with models is not there"


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One way to find who said what."""

    name: str
    langs: tuple[str, ...]
    make: Callable[[], Reads | str]  # the system, or why it cannot be run here


def _full() -> Reads | str:
    """Our reading with its models, loaded."""
    speech = import_module("overtone.read.speech")
    attribute = getattr(speech, "attribute", None)
    if attribute is None:
        return NOT_YET
    models = import_module("overtone.read.models").load()
    return lambda text, lang: tuple(attribute(text, lang, models))


def _fast() -> Reads | str:
    """Our reading by rules alone."""
    speech = import_module("overtone.read.speech")
    return lambda text, lang: tuple(speech.attribute_by_rules(text, lang))


def _whole() -> Reads | str:
    """Everything that our reading finds in a document, from names to contacts; for its speed."""
    read = import_module("overtone.read").read
    registry = load()

    def reads(text: str, lang: str) -> tuple[Any, ...]:
        body = Part(role="body", start=0, stop=len(text))
        document = Document(
            source="bench", key=text[:80], url="", lang=lang, text=text, text_sha256="", parts=(body,),
            published_on=date(2022, 5, 16),
        )  # fmt: skip
        return tuple(read(document, registry).statements)

    return reads


FULL = System(name="overtone", langs=("en", "ru", "be"), make=_full)
FAST = System(name="overtone --fast", langs=("en", "ru", "be"), make=_fast)
WHOLE = System(name="overtone, whole documents", langs=("en", "ru", "be"), make=_whole)
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
