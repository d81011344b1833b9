"""From folders of TOML files to the judgements of a desk: what ships with Overtone first, then the workspace's own."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from overtone.errors import JudgementError
from overtone.records import Answer, Estimate, Forecast, Hypotheses, Indicator, Item, Look, Names, Question
from overtone.registry.judging import JUDGEMENTS
from overtone.registry.likelihood import mixes
from overtone.registry.loading import Book, Loaded, read_folders, tell
from overtone.registry.registry import Registry
from overtone.registry.values import LANGUAGES, suggestion

BOOK = Book(kinds=JUDGEMENTS, called="judgement", error=JudgementError, page="docs/assessment.md", placed=True)
LOOKED = {"questions": "look", "indicators": "trigger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """All judgements by kind and id, in the order of the files."""

    questions: Mapping[str, Question]
    indicators: Mapping[str, Indicator]
    hypotheses: Mapping[str, Hypotheses]
    forecasts: Mapping[str, Forecast]
    digest: str  # content hash, whatever file or line they stand in

    @property
    def looks(self) -> tuple[Look, ...]:
        """Everything that is looked for in the ledger."""
        return (*(q.look for q in self.questions.values()), *(i.trigger for i in self.indicators.values()))


def default_judgements() -> Path:
    """The folder of the judgements that ship with Overtone: the Belarus desk's of 2022."""
    return Path(str(resources.files("overtone"))) / "judgements"


def load_judgements(registry: Registry, *folders: Path) -> Judgements:
    """All judgements of these folders, later ones over earlier ones; those that ship where none is named.

    JudgementError names file, line and field of every mistake: also of a name that the facts do not know.
    """
    loaded = read_folders(BOOK, *(folders or (default_judgements(),)))
    if not loaded.problems:
        for kind, key, path, message in _unknown(loaded, registry):
            file, start = loaded.spots[kind, key]
            loaded.problems.append(((file, (*start, *path)), message))
    tell(loaded)
    written = sorted(
        f"{kind}\x1f{key}\x1f{one!r}" for kind, found in loaded.facts.items() for key, one in found.items()
    )
    digest = hashlib.blake2b("\x1e".join(written).encode(), digest_size=16).hexdigest()
    return Judgements(**loaded.facts, digest=digest)


def _unknown(loaded: Loaded, registry: Registry) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Kind, id, path and complaint for each name that leads nowhere, and each date out of order."""
    for kind, name in LOOKED.items():
        for key, one in loaded.facts[kind].items():
            for place, message in _strangers(getattr(one, name), registry):
                yield kind, key, (name, place), f"{name}: {message}"
    for key, one in loaded.facts["indicators"].items():
        yield from _weighed(key, one, loaded.facts["hypotheses"])
    for kind, found in loaded.facts.items():
        for key, one in found.items():
            yield from ((kind, key, path, message) for path, message in (*_late(one), *_mixed(one)))


def _strangers(look: Look, registry: Registry) -> Iterator[tuple[str, str]]:
    named: Mapping[str, Any] = {**registry.actors, **registry.institutions}
    spoken_of = {**named, **registry.states, **registry.blocs, **registry.topics}
    for name, known in (
        ("actors", named),
        ("topics", registry.topics),
        ("targets", spoken_of),
        ("events", registry.events),
        ("sources", registry.sources),
    ):
        for one in getattr(look, name):
            if one not in known:
                yield name, f"the facts know no {name.removesuffix('s')} {one!r}{suggestion(one, known)}"


def _weighed(
    key: str, one: Indicator, sets: Mapping[str, Hypotheses]
) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """An indicator's ratios are of a set there is, one for each of its hypotheses."""
    if not one.hypotheses:
        return
    if one.hypotheses not in sets:
        message = f"hypotheses: there is no set {one.hypotheses!r}{suggestion(one.hypotheses, sets)}"
        yield "indicators", key, ("hypotheses",), message
        return
    ids = {member.id for member in sets[one.hypotheses].members}
    for name, given in (("lit", one.lit), ("dark", one.dark)):
        if (name == "lit" or given) and {hypothesis for hypothesis, _ in given} != ids:
            yield "indicators", key, (name,), f"{name}: expected a ratio for each of {', '.join(sorted(ids))}"


def _late(one: Question | Indicator | Hypotheses | Forecast) -> Iterator[tuple[tuple[str, ...], str]]:
    """Parts dated before the whole, and ids that stand twice."""
    parts: Mapping[str, tuple[Answer | Item | Estimate, ...]] = {
        "answers": one.answers if isinstance(one, Question) else (),
        "history": one.history if isinstance(one, Forecast) else (),
    }
    for name, listed in parts.items():
        for place, part in enumerate(listed):
            if part.on < one.on:
                yield (name, str(place), "on"), f"{name}: {part.on} is before {one.on}, when it was opened"
    items = [item.id for item in one.items] if isinstance(one, Hypotheses) else []
    for place, item in enumerate(items):
        if item in items[:place]:
            yield ("items", str(place), "id"), f"items: {item!r} stands twice"


def _mixed(one: Question | Indicator | Hypotheses | Forecast) -> Iterator[tuple[tuple[str, ...], str]]:
    """Sentences that speak of likelihood and of confidence at once, which the directive forbids."""
    named: list[tuple[tuple[str, ...], Names]] = [((), one.names)]
    if isinstance(one, Question):
        named += [(("answers", str(n)), answer.names) for n, answer in enumerate(one.answers)]
    if isinstance(one, Hypotheses):
        named += [(("items", str(n)), item.names) for n, item in enumerate(one.items)]
        named += [(("members", str(n)), member.names) for n, member in enumerate(one.members)]
    for path, names in named:
        for lang in LANGUAGES:
            if mixes(names.display(lang)):
                yield (*path, lang), f"{lang}: how likely and how sure in one sentence: write two"
