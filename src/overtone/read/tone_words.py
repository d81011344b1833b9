"""The words that tell how a speaker stands to whom he speaks of: one file a language, beside this one.

Our own lists, made for the speech of diplomats and office-holders. Not for reviews, tweets or everyday talk.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from overtone.read.polarity_words import WordList, word_list

VALUES: Mapping[str, int] = MappingProxyType({"hostile": -2, "critical": -1, "cooperative": 1, "conciliatory": 2})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneWords:
    """The lists of one language, ready to be searched for."""

    valued: Mapping[int, WordList]  # by value: -2 hostile, -1 critical, 1 cooperative, 2 conciliatory
    neutral: WordList  # names and terms in which such words value nobody: "Security Council"
    negators: WordList
    not_negators: WordList  # "not only"
    ascribing: WordList  # what follows is laid at somebody's door: "accused them of threatening"
    fighting: WordList  # what follows is what is fought, not who is spoken of: "the fight against terrorism"
    conditional: WordList
    demanding: WordList
    clause: WordList  # open another clause, into which no denial reaches
    reach: int  # words over which a denial holds


@lru_cache(maxsize=4)
def tone_words(lang: str) -> ToneWords:
    """The lists of a language; FileNotFoundError for one the house does not speak."""
    rows = tomllib.loads(files("overtone.read").joinpath(f"tone_{lang}.toml").read_text("utf-8"))
    reach = rows.pop("reach")
    lists = {name: word_list(entries) for name, entries in rows.items()}
    return ToneWords(
        valued=MappingProxyType({value: lists[name] for name, value in VALUES.items()}),
        reach=reach,
        **{name: found for name, found in lists.items() if name not in VALUES},
    )
