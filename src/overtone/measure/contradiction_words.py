"""The words by which two positions may be opposed, counted among the lemma keys of a passage in its own language.

The lists are ours and stand in `contradiction_words.toml`. A denial within `REACH` words turns a word of one end of an
axis into one of the other. Not for irony, nor for a denial that stands further off than that.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

AXES = (
    ("support", "oppose"),
    ("more", "less"),
    ("allow", "ban"),
    ("keep", "change"),
    ("good", "bad"),
    ("begun", "over"),
)
REACH = 3
_ENDS = MappingProxyType({one: other for pair in AXES for one, other in (pair, pair[::-1])})


@dataclass(frozen=True, slots=True)
class Listed:
    """One list: how its words begin, and words that stand whole."""

    begins: tuple[str, ...]
    whole: frozenset[str]

    def holds(self, word: str) -> bool:
        """Whether a lemma key is on the list."""
        return word in self.whole or word.startswith(self.begins)


@lru_cache(maxsize=1)
def lists() -> Mapping[str, Mapping[str, Listed]]:
    """The lists of every language, by language and name."""
    stored = tomllib.loads(files("overtone.measure").joinpath("contradiction_words.toml").read_text("utf-8"))
    return MappingProxyType(
        {lang: {name: _listed(words) for name, words in rows.items()} for lang, rows in stored.items()}
    )


@lru_cache(maxsize=100_000)
def kinds(word: str, lang: str) -> frozenset[str]:
    """The lists a lemma key stands on; none in a language without lists."""
    return frozenset(name for name, listed in lists().get(lang, {}).items() if listed.holds(word))


@lru_cache(maxsize=200_000)
def counted(words: tuple[str, ...], lang: str, name: str) -> int:
    """How many of the words stand on one list."""
    return sum(name in kinds(word, lang) for word in words)


@lru_cache(maxsize=50_000)
def leanings(words: tuple[str, ...], lang: str) -> tuple[int, ...]:
    """For each axis whether the words lean to its first end (1), its second (-1) or neither (0)."""
    total = dict.fromkeys(_ENDS, 0)
    reach = 0
    for word in words:
        found = kinds(word, lang)
        if "negated" in found:
            reach = REACH
            continue
        for name in found & _ENDS.keys():
            total[_ENDS[name] if reach else name] += 1
        reach = max(0, reach - 1)
    return tuple((total[one] > total[other]) - (total[one] < total[other]) for one, other in AXES)


def _listed(words: Sequence[str]) -> Listed:
    begins = tuple(sorted({word.rstrip("*") for word in words if word.endswith("*")}))
    return Listed(begins, frozenset(word for word in words if not word.endswith("*")))
