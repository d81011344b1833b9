"""In other words: whether a speaker who did not name something came as near to it as those who did.

Passages are compared as vectors of meaning. Passages that name the target are the pattern; passages of the past that do
not name it are the control. A passage of the speaker counts as another way of saying it when it lies as near to the
naming passages of others as the nearer three quarters of those lie to each other, and nearer than the control allows
(Bonferroni over the speaker's passages). Neighbours by the same speaker or in the same document are left out: they
share more than the subject.
Not for telling what was meant: the passage is shown, a person reads it. The naming passages share the name itself, so a
veiled reference has to come nearer than an open one would have to.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import ibis
import numpy as np
import numpy.typing as npt

from overtone.measure.pool import Row, number
from overtone.measure.shape import Options, View
from overtone.records import Evidence

KINDS = ("state", "bloc", "topic")
PATTERNS = 150  # newest naming passages kept for each target
CONTROLS = 2000  # newest passages kept of those spoken before the window
FEWEST_PATTERNS, FEWEST_CONTROLS = 10, 100
QUARTER = 0.25
CHANCE = 0.05
COLUMNS = ("id", "actor", "document", "said_on", "now", "model", "key", "at", "end")

Vectors = npt.NDArray[np.float32]


def passages(view: View, stated: ibis.Table, options: Options) -> ibis.Table:
    """Passages with vectors: the speakers' own of the window ("own"), naming ones ("naming") and others ("control").

    One row each: role, target, actor, document, at, end, id of the statement, model, vector. `stated` are the
    occasions. A control passage may name a target; which one, its naming row tells.
    """
    known = view.table("meanings")
    places = known.select("model", page=known.document, at=known.start, end=known.stop, key=known.id,
                          first=known.of_start, last=known.of_stop)  # fmt: skip
    same = [stated.document == places.page, stated.start == places.first, stated.stop == places.last]
    spoken = view.keep(stated.inner_join(places, same).select(*COLUMNS, "mentions"))
    own = spoken.filter(spoken.now & spoken.actor.isin(options.actors) if options.actors else spoken.now)
    before = spoken.filter(~spoken.now)
    newest = [before.said_on.desc(), before.document, before.at, before.key]
    control = before.mutate(place=ibis.row_number().over(order_by=newest))
    rows = _rows(own, "own").union(_rows(control.filter(control.place < CONTROLS), "control"))
    rows = rows.union(_naming(spoken, options))
    vectors = known.select(vector_of=known.id, vector=known.vector)
    return rows.inner_join(vectors, rows.key == vectors.vector_of).drop("vector_of")


def _naming(spoken: ibis.Table, options: Options) -> ibis.Table:
    """The newest passages in which each target is named, at most PATTERNS of them for a target."""
    loose = spoken.select(*COLUMNS, mention=spoken.mentions.unnest())
    named = loose.select(*COLUMNS, kind=loose.mention.kind, target=loose.mention.target, place=loose.mention.start)
    named = named.filter(named.kind.isin(KINDS) & (named.place >= named.at) & (named.place < named.end))
    if options.targets:
        named = named.filter(named.target.isin(options.targets))
    once = named.drop("kind", "place").distinct()
    order = [once.said_on.desc(), once.document, once.at, once.key]
    ranked = once.mutate(place=ibis.row_number().over(group_by=once.target, order_by=order))
    kept = ranked.filter(ranked.place < PATTERNS)
    return kept.select(*COLUMNS, role=ibis.literal("naming"), target=kept.target)


def _rows(chosen: ibis.Table, role: str) -> ibis.Table:
    return chosen.select(*COLUMNS, role=ibis.literal(role), target=ibis.literal(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a look at the speaker's passages gave; `words` is for the detail of a signal."""

    words: str  # other_words=unchecked | cannot-tell | none | found, with the figures behind it
    evidence: tuple[Evidence, ...] = ()  # the passages that come near enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Passages and their vectors, of length one."""

    rows: Sequence[Row]
    vectors: Vectors
    keys: tuple[tuple[str, str], ...] = field(init=False)  # speaker and document

    def __post_init__(self) -> None:
        """Who said each and where."""
        object.__setattr__(self, "keys", tuple((str(r["actor"]), str(r["document"])) for r in self.rows))

    def nearest(self, patterns: "Lot") -> npt.NDArray[np.float64]:
        """The greatest cosine of each passage with a pattern by another speaker in another document; −1 for none."""
        alike = self.vectors @ patterns.vectors.T
        for of in range(2):
            mine = np.array([key[of] for key in self.keys])
            theirs = np.array([key[of] for key in patterns.keys])
            alike[mine[:, None] == theirs[None, :]] = -1
        return np.asarray(alike.max(axis=1, initial=-1.0), dtype=float)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What near means for one target: the naming passages, how near they lie to each other, how near the control."""

    patterns: Lot
    among: npt.NDArray[np.float64]
    chance: npt.NDArray[np.float64]  # sorted


class Passages:
    """The passages of one tally, by role; of several models the one with most passages."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Sort the rows once."""
        models = Counter(str(r["model"]) for r in rows)
        model = min(models, key=lambda name: (-models[name], name), default="")
        self._own: dict[str, list[Row]] = defaultdict(list)
        self._naming: dict[str, list[Row]] = defaultdict(list)
        controls = []
        for row in (r for r in rows if r["model"] == model):
            if row["part"] == "control":
                controls.append(row)
            elif row["part"] == "own":
                self._own[str(row["actor"])].append(row)
            else:
                self._naming[str(row["target"])].append(row)
        self._controls = _lot(controls)
        self._scales: dict[str, _Scale] = {}

    def ask(self, actor: str, target: str) -> Answer:
        """Whether passages of a speaker who did not name the target lie among those that do."""
        own = _lot(self._own.get(actor, []))
        if not own.rows:
            return Answer(words="other_words=unchecked")
        scale = self._scale(target)
        if len(scale.among) < FEWEST_PATTERNS or len(scale.chance) < FEWEST_CONTROLS:
            return Answer(words=f"other_words=cannot-tell patterns={len(scale.among)} controls={len(scale.chance)}")
        near = own.nearest(scale.patterns)
        beyond = len(scale.chance) - np.searchsorted(scale.chance, near, side="left")
        bar, cut = float(np.quantile(scale.among, QUARTER)), float(np.quantile(scale.chance, 1 - CHANCE))
        rare = (1 + beyond) / (1 + len(scale.chance)) * len(near) <= CHANCE
        found = [row for row, close, odd in zip(own.rows, near >= bar, rare, strict=True) if close and odd]
        figures = f"nearest={near.max():.2f} bar={bar:.2f} control={cut:.2f} told={(scale.among >= cut).mean():.2f}"
        return Answer(words=f"other_words={'found' if found else 'none'} {figures}", evidence=_places(found))

    def _scale(self, target: str) -> _Scale:
        """The scale of a target, worked out when first asked for; control passages that name it are left out."""
        if target not in self._scales:
            patterns = _lot(self._naming.get(target, []))
            naming = {str(r["key"]) for r in patterns.rows}
            free = [n for n, r in enumerate(self._controls.rows) if str(r["key"]) not in naming]
            chance = self._controls.nearest(patterns)[free] if patterns.rows and free else np.zeros(0)
            among = patterns.nearest(patterns) if patterns.rows else np.zeros(0)
            self._scales[target] = _Scale(patterns=patterns, among=among, chance=np.sort(chance))
        return self._scales[target]


def _places(rows: Sequence[Row]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(document=str(r["document"]), start=number(r, "at"), stop=number(r, "end"), row=str(r["row"]))
        for r in rows
    )


def _lot(rows: Sequence[Row]) -> Lot:
    vectors = [np.frombuffer(r["vector"], dtype=np.int8) for r in rows if isinstance(r["vector"], bytes)]
    matrix = np.array(vectors, dtype=np.float32).reshape(len(rows), -1) if rows else np.zeros((0, 1), np.float32)
    lengths = np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1).astype(np.float32)
    return Lot(rows=rows, vectors=(matrix / lengths).astype(np.float32))
