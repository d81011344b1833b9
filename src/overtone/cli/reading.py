"""One text that was read, as tables for people: statements, contacts, votes, promises, counts, joint texts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from overtone.cli.output import print_table
from overtone.records import Commitment, CountClaim, Document, EncounterReport, Harvest, JointText, Statement, Vote
from overtone.registry import Registry

TONES: Mapping[int, str] = {-2: "hostile", -1: "critical", 0: "neutral", 1: "cooperative", 2: "conciliatory"}
LETTERS = 220  # of somebody's words shown in a table
Table = tuple[str, tuple[str, ...], list[tuple[object, ...]]]


def print_reading(name: str, document: Document, harvest: Harvest, registry: Registry) -> None:
    """Everything read from a text on stdout, each kind as a table of its own, in the order of the text."""
    day = document.published_on.isoformat()
    click.echo(f"{name} · {document.lang} · {day} · {len(document.text.split())} words")
    found = [table for table in _tables(document, harvest, _Names(registry)) if table[2]]
    for title, columns, rows in found:
        used = [number for number in range(len(columns)) if any(str(row[number]) for row in rows)]
        shown = [[row[number] for number in used] for row in rows]
        print_table(f"{title} ({len(rows)})", [columns[number] for number in used], shown)
    if not found:
        click.echo("No statement, contact, vote, promise, count or joint text was found.")
    named = _Names(registry).counted(harvest)
    if named:
        click.echo(f"Named: {named}")
    for note in harvest.reading.notes:
        click.echo(f"Note: {note}")
    unread = sum(span.stop - span.start for span in harvest.reading.unread)
    if unread:
        click.echo(f"Not read: {unread:,} characters in {len(harvest.reading.unread)} stretches")
    click.echo()


def _tables(document: Document, harvest: Harvest, names: "_Names") -> Iterator[Table]:
    text = document.text
    said = ("speaker", "as printed", "reported by", "words", "how", "to whom", "about", "tone")
    yield "Statements", said, [_said(one, text, names) for one in harvest.statements]
    met = ("=date", "=status", "=kind", "parties", "place", "words")
    yield "Contacts", met, [_met(one, text, names) for one in harvest.encounters]
    voted = ("resolution", "=date", "state", "=choice")
    yield "Votes", voted, [_voted(one, names) for one in harvest.votes]
    promised = ("who", "what", "by when", "=status")
    yield "Commitments", promised, [_promised(one, text, names) for one in harvest.commitments]
    counted = (">number claimed", "=of", "whose", "period", "words")
    yield "Counts claimed", counted, [_counted(one, text, names) for one in harvest.counts]
    joint = ("=form", "parties", "signed by", "=status", "=date")
    yield "Joint texts", joint, [_joint(one, names) for one in harvest.joint]


def _said(one: Statement, text: str, names: "_Names") -> tuple[object, ...]:
    words = _pieces(text, [(span.start, span.stop) for span in one.content] or [(one.start, one.stop)])
    how = one.manner if one.stance == "affirmed" else f"{one.manner}, {one.stance}"
    about = dict.fromkeys((*map(names.of, one.targets), *map(names.of, one.topics)))
    to_whom = [*map(names.of, one.addressees), *([one.audience] if one.audience else [])]
    cue = _pieces(text, [(span.start, span.stop) for span in one.cue])
    return (
        names.of(one.actor) if one.actor else "not known",
        one.speaker,
        cue,
        words,
        how,
        ", ".join(to_whom),
        ", ".join(about),
        "" if one.tone is None else TONES[one.tone],
    )


def _met(one: EncounterReport, text: str, names: "_Names") -> tuple[object, ...]:
    words = _pieces(text, [(one.start, one.stop)])
    return one.date, one.status, one.kind, _list(one.parties, names), one.place, words


def _voted(one: Vote, names: "_Names") -> tuple[object, ...]:
    return one.resolution, one.voted_on, names.of(one.state), one.choice


def _promised(one: Commitment, text: str, names: "_Names") -> tuple[object, ...]:
    due = f"{one.by_when} ({one.due.isoformat()})" if one.due else one.by_when
    return names.of(one.who), _pieces(text, [(one.what_start, one.what_stop)]), due, one.status


def _counted(one: CountClaim, text: str, names: "_Names") -> tuple[object, ...]:
    return one.ordinal, one.kind, _list(one.parties, names), one.period, _pieces(text, [(one.start, one.stop)])


def _joint(one: JointText, names: "_Names") -> tuple[object, ...]:
    return one.form, _list(one.parties, names), _list(one.signers, names), one.status, one.dated


def _list(ids: Sequence[str], names: "_Names") -> str:
    return ", ".join(map(names.of, ids))


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words of some stretches on one line, pieces apart by an ellipsis, cut where they are many."""
    words = " … ".join(" ".join(text[start:stop].split()) for start, stop in spans)
    return words if len(words) <= LETTERS else words[: LETTERS - 1].rsplit(" ", 1)[0] + " …"


class _Names:
    """What ids are called in English; an id the facts do not know, as it is."""

    def __init__(self, registry: Registry) -> None:
        tables: tuple[Mapping[str, Any], ...] = (
            registry.actors,
            registry.states,
            registry.institutions,
            registry.blocs,
            registry.topics,
        )
        self._tables = tables

    def of(self, key: str) -> str:
        """The name of an actor, state, institution, bloc or topic."""
        found = next((table[key] for table in self._tables if key in table), None)
        return found.names.display("en") if found else key.removeprefix("unknown:")

    def counted(self, harvest: Harvest) -> str:
        """Who and what is named, most often first."""
        counts = Counter(self.of(mention.target) for mention in harvest.reading.mentions)
        return ", ".join(f"{name} {number}" for name, number in counts.most_common(12))
