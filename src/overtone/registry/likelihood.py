"""Words of likelihood with the numbers they stand for: Intelligence Community Directive 203, in three languages.

A word is printed only beside its number: readers spread the words over half the scale. Not for how sure an analyst is
(confidence), which never stands in one sentence with them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from overtone.records import Likelihood, Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A word and the probabilities it stands for, from `low` to under `high`."""

    word: str
    low: float
    high: float
    names: Names


@cache
def bands() -> Mapping[str, Band]:
    """The bands by word, from the least likely."""
    return {
        word: Band(
            word=word,
            low=table["low"],
            high=table["high"],
            names=Names(en=(table["en"],), ru=(table["ru"],), be=(table["be"],)),
        )
        for word, table in _file()["words"].items()
    }


def likelihood(probability: float) -> Likelihood:
    """A probability with its word; ValueError outside 0 to 1.

    The word goes with the whole per cent that is printed beside it. 99% is still "almost certain".
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is no probability")
    printed = round(probability, 2)
    found = next((b for b in bands().values() if b.low <= printed < b.high), bands()["over-scale"])
    if printed == found.low and found.word == "over-scale":
        found = bands()["almost-certain"]
    return Likelihood(probability=probability, word=found.word, low=found.low, high=found.high)


def mixes(text: str) -> bool:
    """Whether a sentence of a text speaks both of how likely something is and of how sure one is of it."""
    likely, sure = _stems("likelihood"), _stems("confidence")
    sentences = re.split(r"(?<=[.!?…])\s+", text)
    return any(likely.search(one) and sure.search(one) for one in sentences)


@cache
def _stems(kind: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(s)}" if s != "%" else r"\d\s?%" for s in _file()["stems"][kind]), re.I
    )


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((resources.files("overtone.registry") / "likelihood.toml").read_text("utf-8"))
