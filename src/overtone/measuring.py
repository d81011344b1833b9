"""What the weekly measures: every measure its sentences and pictures need, asked once, with the counts it judged.

Each is asked as its command line asks it, so that the command beside the numbers makes the same numbers again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import pyarrow as pa

from overtone.assess.material import Material
from overtone.ledger import View
from overtone.measure import MEASURES, Coverage, Options, counted
from overtone.records import Abstention, Signal, Tally

Found = Signal | Abstention

# In the order in which the weekly tells of them. Votes are told as they were cast: their measures need a year of them.
ASKED = ("salience", "silence", "agenda", "echo", "translation-echo", "lead", "mouthpiece", "contradiction")
MOST_BYTES = 8_000_000  # counts larger than this are not printed: the command beside the numbers makes them
PLAIN = (str, int, float, bool, type(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What every measure of the week said, and the counts each was judged from."""

    found: tuple[Found, ...]
    tallies: tuple[Tally, ...]

    def used(self, signals: Iterable[Found]) -> tuple[Tally, ...]:
        """The counts of those measures of which these signals are."""
        names = {signal.measure for signal in signals}
        return tuple(tally for tally in self.tallies if tally.measure in names)


def measured(view: View, material: Material, options: Options, seen: Coverage) -> Measured:
    """All measures of the weekly over its week.

    Silence is asked of those who spoke on the desk's themes, on what its themes watch; all else of everybody.
    """
    methods = {one.name: one.method for one in MEASURES}
    found: list[Found] = []
    tallies = []
    for name in ASKED:
        asked = _asked(name, material, options)
        if asked is None:
            continue
        told, counts = counted(name, view, material.window, asked, seen)
        found += told
        if counts.nbytes <= MOST_BYTES:
            tallies.append(_tally(name, methods[name], _command(name, view, material, asked), counts))
    return Measured(found=tuple(found), tallies=tuple(tallies))


def _asked(name: str, material: Material, options: Options) -> Options | None:
    """What the measure is asked; None where there is nobody to ask it of."""
    if name != "silence":
        return options
    watched = {target for theme in material.registry.themes.values() for target in theme.watch}
    spoke = {s.actor for theme in material.themes for s in material.of_theme(theme) if s.actor}
    return replace(options, actors=tuple(sorted(spoke)), targets=tuple(sorted(watched))) if spoke else None


def _command(name: str, view: View, material: Material, asked: Options) -> str:
    """The command line that gives the same numbers."""
    words = ["overtone", "measure", name, "--week", material.window.label]
    for flag, values in (("--actor", asked.actors), ("--target", asked.targets)):
        words += [part for value in values for part in (flag, value)]
    return " ".join([*words, "--as-of", view.as_of.isoformat()])


def _tally(name: str, method: str, command: str, counts: pa.Table) -> Tally:
    columns = [[_plain(value) for value in counts[column].to_pylist()] for column in counts.column_names]
    rows = tuple(zip(*columns, strict=True))
    return Tally(measure=name, method=method, command=command, columns=tuple(counts.column_names), rows=rows)


def _plain(value: object) -> object:
    """A cell of a table: lists and structures are written out, with a space between."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return " ".join(f"{key}={_plain(inner)}" for key, inner in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        written = [str(_plain(inner)) for inner in value]
        # What a group gathered has no order of its own: an engine gives it as it comes.
        return " ".join(sorted(written) if any(isinstance(inner, dict) for inner in value) else written)
    return value if isinstance(value, PLAIN) else str(value)
