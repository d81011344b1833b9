"""Lists for a native reader to go through: every phrase with each plural form, gender and case that it can take.

One thing is varied at a time, the rest stays at the first sample. Pure: the same phrases give the same list.
"""

import re
from collections.abc import Iterator

from overtone.brief.phrases import Phrases, Writer, load, slots_of
from overtone.brief.samples import kind_of, slot, writer
from overtone.records import Slot
from overtone.registry import Registry

NUMBERS = ("1", "2", "5", "21")  # one, few, many and one again in Russian and Belarusian; one and other in English
PEOPLE = (
    ("a man", "lukashenko"),
    ("a woman", "zakharova"),
    ("several", "putin,lukashenko"),
    ("an institution", "csto-secretariat"),
)
SINGLE = PEOPLE[:2] + PEOPLE[3:]
HEADING = """# Phrases: {lang}

Every phrase as a reader may meet it, for a native reviewer. Made by `overtone phrases --lang {lang}`; a test holds it
to the phrase files. Write remarks into the last column of a copy; faults are put right in
`src/overtone/brief/phrases*_{lang}.toml` and `furniture*_{lang}.toml`.
"""


def review(lang: str, registry: Registry) -> str:
    """The list of one language as Markdown; UsageError for a language that the house does not write."""
    phrases = load(lang)
    tool = writer(phrases, registry)
    parts = [HEADING.format(lang=phrases.lang), "## Sentences\n"]
    for key in sorted(phrases.sentences):
        parts.append(_entry(phrases, tool, key))
    parts.append("## Words of grammar and of the pages\n")
    words = {f"grammar.{key}": value for key, value in phrases.grammar.items()} | dict(phrases.furniture)
    parts.append(_table("key", [(f"`{key}`", value) for key, value in sorted(words.items())]))
    return "\n".join(parts)


def _entry(phrases: Phrases, tool: Writer, key: str) -> str:
    phrase = phrases.sentence(key)
    return f"### {key}\n\n`{phrase}`\n\n" + _table("form", list(_forms(phrase, tool, key)))


def _forms(phrase: str, tool: Writer, key: str) -> Iterator[tuple[str, str]]:
    """The sentence as it is with the first samples, then with each slot varied; what reads the same is told once."""
    names = sorted(slots_of(phrase))
    plain = {name: slot(name, key) for name in names}
    told = {tool.fill(phrase, tuple(plain.values()))}
    yield "–", next(iter(told))
    for name in names:
        for label, value in _values(name, key, phrase):
            kind = kind_of(name, key)[0]
            varied = {**plain, name: Slot(name=name, kind=kind, value=value)}
            words = tool.fill(phrase, tuple(varied.values()))
            if words not in told:
                told.add(words)
                yield f"{name}: {label}", words


def _values(name: str, key: str, phrase: str) -> list[tuple[str, str]]:
    """What a slot is tried with: numbers for a plural, people of each kind for a name, else every sample."""
    kind, samples = kind_of(name, key)
    if kind == "count":
        return [(number, number) for number in NUMBERS if f"{{{name}#" in phrase]
    if kind == "actor" and not any("," in value for value in samples):
        return list(SINGLE)
    if kind == "actor" and any("," not in value for value in samples):
        return list(PEOPLE)
    return [(value.replace("\x1f", " / "), value) for value in samples]


def _table(first: str, rows: list[tuple[str, str]]) -> str:
    lines = [f"| {first} | words | remarks |", "|---|---|---|"]
    lines += [f"| {_cell(label)} | {_cell(words)} | |" for label, words in rows]
    return "\n".join(lines) + "\n"


def _cell(words: str) -> str:
    """Words inside a table of Markdown, nothing in them taken for a mark."""
    return re.sub(r"([|*_<\[\]])", r"\\\1", words.replace("\n", " ")) if not words.startswith("`") else words
