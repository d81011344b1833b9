"""What a measure found as a file of its own: a table, or a chart."""

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from overtone.errors import UsageError
from overtone.records import Abstention, Signal
from overtone.registry import Registry

FIRST = ("kind", "id", "measure", "method", "window", "actor", "target", "venue")
LAST = ("because", "reason", "detail", "evidence")


def told(item: Signal | Abstention) -> dict[str, Any]:
    """A number or an abstention as JSON tells it."""
    kind = "signal" if isinstance(item, Signal) else "abstention"
    return {"kind": kind, "id": item.id, **asdict(item)}


def write_csv(file: str, found: Sequence[Signal | Abstention]) -> None:
    """Every number and abstention, a row each; evidence is the number of its spans. UsageError where it cannot be."""
    between = [f.name for f in fields(Signal) if f.name not in (*FIRST, *LAST)]
    out = io.StringIO()
    table = csv.DictWriter(out, [*FIRST, *between, *LAST], restval="", lineterminator="\n")
    table.writeheader()
    for item in found:
        row = told(item)
        table.writerow(row | {"evidence": len(row["evidence"]) if "evidence" in row else ""})
    write_text(file, "--csv", out.getvalue())


def write_chart(file: str, found: Sequence[Signal | Abstention], registry: Registry) -> None:
    """The numbers drawn, with the names of the facts in English. UsageError where the file cannot be written."""
    from overtone.brief.phrases import load
    from overtone.publish.charts import measured
    from overtone.publish.words import Words

    signals = [item for item in found if isinstance(item, Signal)]
    declined = [item for item in found if isinstance(item, Abstention)]
    ids = {s.actor for s in found} | {s.target for s in found}
    labels = [*load("en").furniture.items()]
    labels += [(f"{kind}.{key}", _named(registry, key)) for key in sorted(ids) for kind in ("actor", "target")]
    kinds = {(s.actor in registry.actors, s.target in registry.actors) for s in signals}
    among_states = all(s.actor in registry.states and s.target in registry.states for s in signals)
    pairs = kinds == {(True, True)} or among_states
    drawn = measured(signals, Words("en", labels), pairs=pairs, declined=declined)
    write_text(file, "--chart", str(drawn) + "\n")


def _named(registry: Registry, key: str) -> str:
    """The printed name in English; a person by surname, and the id where no fact has it."""
    if key in registry.actors:
        card = registry.actors[key]
        return (card.surnames.of("en") or card.names.of("en") or (key,))[0]
    kinds = (registry.states, registry.blocs, registry.topics, registry.themes, registry.sources, registry.institutions)
    return next((facts[key].names.display("en") for facts in kinds if key in facts), key)


def write_text(file: str, option: str, text: str) -> None:
    """A file as the option of a call names it. UsageError where it cannot be written."""
    try:
        Path(file).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(
            f"{option} {file} cannot be written ({error.strerror})", next_step="name a file you may write"
        ) from None
