"""The words by which texts of several parties are known, in each language: `joint.toml`, beside this file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from overtone.read.polarity_words import WordList, word_list

FORMS = ("communique", "joint-statement", "declaration", "agreement", "memorandum", "letter", "statement")
PLAIN = ("opening", "between")


@dataclass(frozen=True, slots=True, kw_only=True)
class JointWords:
    """The lists of one language, ready to be searched for."""

    forms: Mapping[str, WordList]
    not_forms: WordList  # "declaration of war"
    made: WordList
    planned: WordList
    refused: WordList
    about: WordList  # what follows is the matter, not a party
    heads: WordList  # who speaks as "we, the …"
    not_heads: WordList  # a title that begins so is one speaker's
    opening: frozenset[str]
    between: frozenset[str]


@lru_cache(maxsize=4)
def joint_words(lang: str) -> JointWords:
    """The lists of a language; KeyError for one the house does not speak."""
    rows = tomllib.loads(files("overtone.read").joinpath("joint.toml").read_text("utf-8"))[lang]
    lists = {name: word_list(entries) for name, entries in rows.items() if name not in PLAIN}
    return JointWords(
        forms=MappingProxyType({form: lists.pop(form) for form in FORMS}),
        opening=frozenset(rows["opening"]),
        between=frozenset(rows["between"]),
        **lists,
    )
