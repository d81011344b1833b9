"""Phrases: whole sentences chosen by key and filled with names, dates and numbers, one file a language.

A phrase is text with slots in braces:

- `{actor}` writes the slot as its kind is written; `{actor:ins}` in a grammatical case; `{actor:full}` the full
  name; `{actor:full.ins}` both; `{topic:about}` the wording after "spoke"; `{place:inside}` with its preposition;
- `{n#statement|statements}` the plural form that goes with the number in slot `n`;
- `{actor~said|said|said}` the form that goes with a man, a woman, several.

The three files have the same keys and each phrase the same slots; `parity` says where they do not.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from overtone.brief.wording import Wording
from overtone.errors import UsageError
from overtone.language import Language, language
from overtone.records import Slot

HELD = "\ue000"  # a private character that holds the place of a quotation while its sentence is written
PATTERN = re.compile(r"\{(?P<name>[a-z_]+)(?:(?P<sign>[:#~])(?P<rest>[^{}]*))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """All phrases of one language: grammar (quotation marks, words of the verdict), sentences, page furniture."""

    lang: str
    grammar: Mapping[str, str]
    sentences: Mapping[str, str]
    furniture: Mapping[str, str]

    def sentence(self, key: str) -> str:
        """The phrase with this key; UsageError where the file lacks it."""
        if key not in self.sentences:
            raise UsageError(f"no phrase {key!r} in {self.lang}", next_step=f"add it to brief/phrases_{self.lang}.toml")
        return self.sentences[key]


@cache
def load(lang: str) -> Phrases:
    """The phrase and furniture files of one language, as shipped; UsageError for one the house does not write.

    Each has one file a subject: `phrases_en.toml`, `phrases_portraits_en.toml` … No key stands in two of them.
    """
    lang = language(lang).code
    told = _files("phrases", lang)
    return Phrases(
        lang=lang,
        grammar=_joined(one.get("grammar", {}) for one in told),
        sentences=_joined(one.get("sentence", {}) for one in told),
        furniture=_joined(_files("furniture", lang)),
    )


def _files(kind: str, lang: str) -> list[dict[str, Any]]:
    folder = resources.files("overtone.brief")
    names = sorted(f.name for f in folder.iterdir() if re.fullmatch(rf"{kind}(_[a-z]+)?_{lang}\.toml", f.name))
    return [tomllib.loads((folder / name).read_text("utf-8")) for name in names]


def _joined(tables: Iterable[Mapping[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for table in tables:
        twice = sorted(found.keys() & table.keys())
        if twice:
            raise UsageError(f"the phrase {twice[0]!r} stands in two files", next_step="keep one of them")
        found |= table
    return found


def slots_of(phrase: str) -> frozenset[str]:
    """Names of the slots that a phrase fills."""
    return frozenset(found["name"] for found in PATTERN.finditer(phrase))


def parity(one: Phrases, other: Phrases) -> tuple[str, ...]:
    """What keeps two phrase files from saying the same: missing keys, differing slots; empty where nothing does."""
    faults = [f"{key}: only in {one.lang}" for key in sorted(one.sentences.keys() - other.sentences.keys())]
    faults += [f"{key}: only in {other.lang}" for key in sorted(other.sentences.keys() - one.sentences.keys())]
    for key in sorted(one.sentences.keys() & other.sentences.keys()):
        left, right = slots_of(one.sentences[key]), slots_of(other.sentences[key])
        if left != right:
            faults.append(f"{key}: {one.lang} fills {sorted(left)}, {other.lang} {sorted(right)}")
    return tuple(faults)


class Writer:
    """Fills phrases in one language; what a kind of slot looks like stands in `wording.py`."""

    def __init__(self, tongue: Language, wording: Wording) -> None:
        self.tongue = tongue
        self.wording = wording

    def fill(self, phrase: str, slots: tuple[Slot, ...]) -> str:
        """The phrase with its slots written; UsageError for a slot that the finding does not have."""
        return self.quoting(phrase, slots)[0]

    def quoting(self, phrase: str, slots: tuple[Slot, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The phrase with its slots written, and where in it quoted words stand, which nothing may touch."""
        values = {slot.name: slot for slot in slots}
        quotes: list[str] = []

        def put(found: re.Match[str]) -> str:
            slot = values.get(found["name"])
            if slot is None:
                raise UsageError(f"the phrase asks for {found['name']!r}, the finding has {sorted(values)}")
            if slot.kind == "quote":
                quotes.append(slot.value)
                return self.wording.quoted(HELD)
            return self._written(slot, found["sign"], found["rest"] or "")

        words = self.tongue.polish(_sentence_case(PATTERN.sub(put, phrase)))
        spans = []
        for quote in quotes:
            start = words.index(HELD)
            words = words.replace(HELD, quote, 1)
            spans.append((start, start + len(quote)))
        return words, tuple(spans)

    def _written(self, slot: Slot, sign: str | None, rest: str) -> str:
        if sign == "#":
            return self.tongue.plural(int(slot.value), rest.split("|"))
        if sign == "~":
            return rest.split("|")[self.wording.number_and_gender(slot)]
        return self.wording.write(slot, rest)


def _sentence_case(text: str) -> str:
    """The first letter a capital; a full stop that ends an abbreviation also ends the sentence."""
    text = re.sub(r"\.\.(?!\.)", ".", text.strip())
    return text[:1].upper() + text[1:]
