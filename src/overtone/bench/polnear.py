"""Scores of attribution against a labelled corpus: who said what, counted in the words of the text.

The scores are those of the PolNeAR bench (Newell, Margolin, Ruths, LREC 2018), to the decimal: a test holds both side
by side. Everything is counted in words, so quotation marks, commas and stops never matter, and summed over documents
before a share is taken. By type: direct (at least nine words of the content in ten stand inside double quotation
marks), mixed (some do), indirect (none). Per type, recall is over the gold of that type found by anything, precision
over the predictions of that type found in anything.

Not for speakers resolved to persons: the source is the mention beside the cue, as it is printed.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from overtone.records import Attribution, Span

ROLES = ("source", "cue", "content")
TYPES = ("direct", "mixed", "indirect")
KINDS = ("all", *TYPES)
FOUND = 0.5  # overlap (Jaccard) of contents from which two attributions are held to be the same
_DIRECT = 0.9
_LEVELS = (("content_strict", 1.0), ("content_half", FOUND), ("content_any", 1e-9))
_COVERS = (("content_cover03", 0.3), ("content_cover08", 0.8))
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile('["“”„«»]')

Key = tuple[str, str, str]  # kind, name of the score, and found | gold | right (of those found) | met (of the gold)
Tally = dict[Key, float]
Pair = tuple[int, int, float]  # place in the gold, place in the predictions, overlap of contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Precision, recall and their harmonic mean, each 0 to 1, and how many units stand behind them."""

    precision: float
    recall: float
    f1: float
    found: int = 0
    gold: int = 0


NOTHING = Share(precision=0.0, recall=0.0, f1=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An attribution as the numbers of the words it touches."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    kind: str

    def words(self, role: str) -> frozenset[int]:
        """The words of one role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One document seen by one type of attribution: hits are looked for in all, counted for those of the type."""

    kind: str
    gold: Sequence[Item]
    found: Sequence[Item]
    paired: Sequence[Pair]

    def sides(self) -> tuple[list[int], list[int]]:
        """Places of the gold and of the predictions of this type."""
        gold, found = ([i for i, x in enumerate(some) if self.sees(x)] for some in (self.gold, self.found))
        return gold, found

    def sees(self, item: Item) -> bool:
        """Whether an attribution is of this type."""
        return self.kind in ("all", item.kind)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between double quotation marks; one left open ends with its line, so that it spoils no other."""
    for line in _LINE.finditer(text):
        opened, mark = -1, ""
        for match in _MARK.finditer(text, line.start(), line.end()):
            char = match.group()
            if opened < 0:
                opened, mark = (-1, "") if char in "”»" else (match.start(), char)
            elif char not in "„«" and not char == mark == "“":
                yield opened, match.end()
                opened = -1
        if opened >= 0:
            yield opened, line.end()


def items(attributions: Iterable[Attribution], text: str) -> list[Item]:
    """The attributions whose content touches a word of the text."""
    number = {at: n for n, word in enumerate(_WORD.finditer(text)) for at in range(*word.span())}
    inside = {number[at] for start, stop in quoted(text) for at in range(start, stop) if at in number}

    def touched(spans: Sequence[Span]) -> frozenset[int]:
        return frozenset(number[at] for s in spans for at in range(max(0, s.start), s.stop) if at in number)

    found = []
    for one in attributions:
        content = touched(one.content)
        if content:
            share = len(content & inside) / len(content)
            kind = "direct" if share >= _DIRECT else "mixed" if share else "indirect"
            found.append(Item(source=touched(one.source), cue=touched(one.cue), content=content, kind=kind))
    return found


def pairs(gold: Sequence[Item], found: Sequence[Item]) -> list[Pair]:
    """Gold and predictions paired one to one, the greatest overlap of contents first, then that of sources."""
    ranked = []
    for i, g in enumerate(gold):
        for j, p in enumerate(found):
            both = len(g.content & p.content)
            if both:
                overlap = both / (len(g.content) + len(p.content) - both)
                ranked.append((-overlap, -len(g.source & p.source), i, j))
    taken_gold, taken, chosen = set(), set(), []
    for overlap, _, i, j in sorted(ranked):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            chosen.append((i, j, -overlap))
    return chosen


def count(gold: Sequence[Item], found: Sequence[Item]) -> Tally:
    """What one document adds to each score; tallies add up over documents."""
    tally: Tally = defaultdict(float)
    paired = pairs(gold, found)
    for kind in KINDS:
        view = View(kind=kind, gold=gold, found=found, paired=paired)
        for rule in _RULES:
            rule(tally, view)
    for name, threshold in _COVERS:
        hits = _covered(gold, found, threshold)
        _add(tally, "all", name, (len(found), hits, len(gold), hits))
    return tally


def scores(tally: Mapping[Key, float]) -> dict[tuple[str, str], Share]:
    """Every score of summed tallies, by type and name ("direct", "attributed_words")."""
    names = sorted({(kind, name) for kind, name, _ in tally})
    return {(kind, name): _share(*(tally[kind, name, part] for part in _PARTS)) for kind, name in names}


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    whole: Tally = defaultdict(float)
    for tally in tallies:
        for key, value in tally.items():
            whole[key] += value
    return whole


def interval(tallies: Sequence[Tally], kind: str, name: str, rounds: int = 1000, seed: int = 1) -> tuple[float, float]:
    """The 95 % percentile interval of an F1 score, documents drawn again with replacement. Efron 1979."""
    if not tallies:
        return 0.0, 1.0
    chance = random.Random(seed)
    drawn = np.zeros((rounds, len(tallies)))
    for row in drawn:
        np.add.at(row, chance.choices(range(len(tallies)), k=len(tallies)), 1)
    counts = drawn @ np.array([[tally[kind, name, part] for part in _PARTS] for tally in tallies], dtype=float)
    values = sorted(_share(*row).f1 for row in counts.tolist())
    return values[int(0.025 * rounds)], values[min(rounds - 1, int(0.975 * rounds))]


_PARTS = ("found", "right", "gold", "met")


def _share(found: float, right: float, gold: float, met: float) -> Share:
    precision, recall = right / found if found else 0.0, met / gold if gold else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return Share(precision=precision, recall=recall, f1=f1, found=int(found), gold=int(gold))


def _add(tally: Tally, kind: str, name: str, parts: tuple[float, float, float, float]) -> None:
    for part, value in zip(_PARTS, parts, strict=True):
        tally[kind, name, part] += value


def _paired(tally: Tally, view: View) -> None:
    """Attributions paired with another whose content is the same, or overlaps by so much."""
    gold, found = view.sides()
    of_gold, of_found = {i: s for i, _, s in view.paired}, {j: s for _, j, s in view.paired}
    for name, level in _LEVELS:
        right = sum(of_found.get(j, 0.0) >= level for j in found)
        met = sum(of_gold.get(i, 0.0) >= level for i in gold)
        _add(tally, view.kind, name, (len(found), right, len(gold), met))


def _partial(tally: Tally, view: View) -> None:
    """The share of each content that the other side covers, averaged. Hollingsworth & Teufel; Pareti et al. 2013."""
    gold, found = view.sides()

    def covered(item: Item, others: Sequence[Item]) -> float:
        return min(1.0, sum(len(item.content & other.content) for other in others) / len(item.content))

    right = sum(covered(view.found[j], view.gold) for j in found)
    met = sum(covered(view.gold[i], view.found) for i in gold)
    _add(tally, view.kind, "content_partial", (len(found), right, len(gold), met))


def _roles(tally: Tally, view: View) -> None:
    """Words of each role, and its unbroken pieces with exactly the same words, however grouped."""
    gold, found = view.sides()
    for role in ROLES:
        for name, units in (("words", _words), ("span", _pieces)):
            all_gold, all_found = units(view.gold, role), units(view.found, role)
            mine, theirs = units([view.found[j] for j in found], role), units([view.gold[i] for i in gold], role)
            parts = len(mine), len(mine & all_gold), len(theirs), len(theirs & all_found)
            _add(tally, view.kind, f"{role}_{name}", parts)


def _words(some: Iterable[Item], role: str) -> set[tuple[int, int]]:
    return {(word, word) for item in some for word in item.words(role)}


def _pieces(some: Iterable[Item], role: str) -> set[tuple[int, int]]:
    """First and last word of each unbroken piece."""
    found: set[tuple[int, int]] = set()
    for item in some:
        words = item.words(role)
        first = sorted(word for word in words if word - 1 not in words)
        last = sorted(word for word in words if word + 1 not in words)
        found.update(zip(first, last, strict=True))
    return found


def _owned(tally: Tally, view: View) -> None:
    """Content words given to a source that shares a word with the right one."""
    gold, found = view.sides()
    all_gold, all_found = _owners(view.gold), _owners(view.found)
    mine, theirs = _owners(view.found[j] for j in found), _owners(view.gold[i] for i in gold)

    def agreed(some: Mapping[int, set[frozenset[int]]], others: Mapping[int, set[frozenset[int]]]) -> int:
        return sum(any(a & b for a in sources for b in others.get(word, ())) for word, sources in some.items())

    parts = len(mine), agreed(mine, all_gold), len(theirs), agreed(theirs, all_found)
    _add(tally, view.kind, "attributed_words", parts)


def _owners(some: Iterable[Item]) -> dict[int, set[frozenset[int]]]:
    """Whom each content word is attributed to."""
    owners = defaultdict(set)
    for item in some:
        for word in item.content if item.source else ():
            owners[word].add(item.source)
    return owners


def _relations(tally: Tally, view: View) -> None:
    """Who said what: contents that are the same, with sources that share a word; strictly: both the same."""
    gold, found = view.sides()
    sourced = sum(bool(view.found[j].source) for j in found), sum(bool(view.gold[i].source) for i in gold)
    names = "relation", "relation_strict", "source_accuracy_overlap", "source_accuracy_strict"
    for name in names:
        matched = 0.0
        right = met = 0
        for i, j, overlap in view.paired:
            g, p = view.gold[i], view.found[j]
            if overlap < FOUND or not g.source:
                continue
            same = g.source == p.source if name.endswith("strict") else bool(g.source & p.source)
            exact = same and (overlap == 1.0 or name != "relation_strict")
            matched += view.sees(g)
            met += exact and view.sees(g)
            right += exact and view.sees(p)
        if name.startswith("source"):
            _add(tally, view.kind, name, (matched, met, matched, met))
        else:
            _add(tally, view.kind, name, (sourced[0], right, sourced[1], met))


def _covered(gold: Sequence[Item], found: Sequence[Item], threshold: float) -> int:
    """GenderGapTracker's rule: in gold order, the unused prediction that covers most of the gold content."""
    free, hits = list(found), 0
    for g in gold:
        shares = [len(g.content & p.content) / len(g.content) for p in free]
        best = max(shares, default=0.0)
        if best > threshold:
            del free[shares.index(best)]
            hits += 1
    return hits


# Each rule adds its scores of one document and one type.
_RULES: tuple[Callable[[Tally, View], None], ...] = (_paired, _partial, _roles, _owned, _relations)
