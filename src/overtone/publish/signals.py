"""The page of one number, or of the refusal to give one: value, usual level, method, data, command, evidence."""

import shlex
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from overtone.publish.exhibits import outermost, supported
from overtone.publish.notes import Layout
from overtone.publish.rendering import page
from overtone.publish.setting import place
from overtone.publish.tallies import tally_files
from overtone.publish.twins import as_json, signal_twin
from overtone.publish.words import Words
from overtone.records import Abstention, Edition, Exhibit, Sentence, Signal, Tally, Text, TextPortrait

OF_EVENTS = frozenset({"agenda", "silence", "salience", "echo"})  # whose venue is an event that can be asked for
OF_SUBJECTS = frozenset({"agenda", "burst", "novelty", "profile", "salience", "silence", "tone", "trend"})
WHOLE = frozenset({"contradiction"})  # weighs each pair among all others: asked of one actor it weighs otherwise
MOST = 40  # pieces of evidence listed on one page; the data twin has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A sentence of a portrait that rests on a number."""

    portrait: TextPortrait
    sentence: Sentence


def command(edition: Edition, signal: Signal | Abstention) -> str:
    """The command line that measures this number again, from the ledger as it was at the cut.

    Its false-discovery rate is over what this one call yields; that of the edition is over the whole family.
    """
    words = ["overtone", "measure", signal.measure, "--week", signal.window]
    words += ["--actor", signal.actor] if signal.actor and signal.measure not in WHOLE else []
    words += ["--target", signal.target] if signal.target and signal.measure in OF_SUBJECTS else []
    words += ["--event", signal.venue] if signal.venue and signal.measure in OF_EVENTS else []
    return shlex.join([*words, "--as-of", edition.brief.as_of.isoformat()])


def signal_pages(
    edition: Edition, text: Text, layout: Layout, names: Mapping[str, str], base_url: str
) -> dict[str, bytes]:
    """A page and a JSON twin of every number and abstention, and the counts they were judged from, by path."""
    words, folder = Words(text.lang, text.labels), f"{text.lang}/{edition.brief.window.label}"
    tallies = {tally.measure: tally for tally in edition.tallies}
    numbers = {signal.id: number for number, signal in enumerate(layout.measured, 1)}
    shown, cited = _shown(edition), _cited(text)
    made = {f"{folder}/{name}": body for tally in edition.tallies for name, body in tally_files(tally)}
    for signal in edition.signals:
        path = f"{folder}/signal/{signal.id}.html"
        held, tally = shown.get(signal.id, ()), tallies.get(signal.measure)
        made[path] = page(
            "signal.html.j2",
            signal=signal,
            known=isinstance(signal, Signal),
            number=numbers.get(signal.id, 0),
            figures=_figures(signal),
            text=text,
            words=words,
            tally=tally,
            command=command(edition, signal).split(" --"),
            version=edition.version,
            exhibits=held[:MOST],
            rest=len(held[MOST:]),
            pieces=len(signal.evidence) if isinstance(signal, Signal) else 0,
            resting=layout.bearing.get(signal.id, ()),
            cited=cited.get(signal.id, ()),
            homes=layout.homes,
            here=place(path, names, text.lang, base_url),
        )
        made[path.removesuffix(".html") + ".json"] = _twin(edition, words, signal, tally)
    return made


def _shown(edition: Edition) -> dict[str, tuple[Exhibit, ...]]:
    """The exhibits that a number counts."""
    found: dict[str, list[Exhibit]] = defaultdict(list)
    counted = supported(edition)
    for exhibit in edition.exhibits:
        for signal in counted[exhibit.id]:
            found[signal.id].append(exhibit)
    kept = {name: outermost(held) for name, held in found.items()}
    return {name: tuple(e for e in held if kept[name][e.id] is e) for name, held in found.items()}


def _cited(text: Text) -> dict[str, tuple[Cited, ...]]:
    found: dict[str, list[Cited]] = defaultdict(list)
    for portrait in text.portraits:
        for sentence in (s for register in portrait.registers for s in register.sentences):
            for name in sentence.signals:
                found[name].append(Cited(portrait=portrait, sentence=sentence))
    return {name: tuple(there) for name, there in found.items()}


def _figures(signal: Signal | Abstention) -> tuple[tuple[str, str], ...]:
    """The figures behind a value, by name; words that are no such pair stand under no name."""
    pairs = [part.partition("=") for part in signal.detail.split()]
    if all(sign for _, sign, _ in pairs):
        return tuple((name, value) for name, _, value in pairs)
    return (("", signal.detail),)


def _twin(edition: Edition, words: Words, signal: Signal | Abstention, tally: Tally | None) -> bytes:
    return as_json(
        {
            **signal_twin(signal),
            "week": edition.brief.window,
            "as_of": edition.brief.as_of,
            "lang": words.lang,
            "reference": words.labels.get(f"method.{signal.measure}.reference", ""),
            "null": words.labels.get(f"method.{signal.measure}.null", ""),
            "not_for": words.labels.get(f"method.{signal.measure}.not-for", ""),
            "page": f"docs/{signal.measure}.md",
            "command": command(edition, signal),
            "command_of_all": tally.command if tally else "",
            "data": [f"../{name}" for name, _ in tally_files(tally)] if tally else [],
            "version": edition.version,
        }
    )
