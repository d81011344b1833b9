"""The passages that speakers spoke in their own name, with topic, setting and vector: what tone is measured on.

Left out are reported speech (the words are the reporter's), words denied or refused, and passages inside which another
speaker is quoted: an enemy's words are not one's own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from overtone.measure.occasions import occasions
from overtone.measure.shape import Options, View
from overtone.measure.tone_scale import MODEL, WIDTH, ToneScale
from overtone.records import Window

Array = npt.NDArray[np.float64]
Levels = npt.NDArray[np.int64]
COLUMNS = (
    "id",
    "source",
    "actor",
    "document",
    "said_on",
    "now",
    "lang",
    "venue",
    "topics",
    "addressed",
    "start",
    "stop",
)


def spoken(view: View, window: Window, options: Options) -> ibis.Table:
    """Statements of the window and its trailing weeks by those who spoke in the window, with topics, in own words."""
    stated = occasions(view, window, options)
    stated = stated.filter((stated.manner != "indirect") & (stated.stance == "affirmed") & (stated.topics.length() > 0))
    if options.event:
        stated = stated.filter(~stated.now | (stated.venue == options.event))
    named = stated.mutate(addressed=stated.addressees.length() > 0).select(*COLUMNS)
    heard = named.filter(named.now).select(heard=named.actor).distinct()
    return view.keep(named.semi_join(heard, named.actor == heard.heard))


def passages(view: View, stated: ibis.Table) -> ibis.Table:
    """The passages of these statements with their vectors; those in which somebody else is quoted are left out.

    A statement without passages has one row without a vector, so that it is known who spoke and was not understood.
    """
    meant = view.table("meanings")
    meant = meant.filter(meant.model == MODEL).select(
        page="document", first="start", last="stop", of_start="of_start", of_stop="of_stop", vector="vector"
    )
    joined = stated.left_join(
        meant, [stated.document == meant.page, stated.start == meant.of_start, stated.stop == meant.of_stop]
    ).drop("page", "of_start", "of_stop")
    said = view.table("statements")
    other = said.select(page="document", whose="actor", begins="start", ends="stop")
    quoted = joined.inner_join(
        other,
        [
            joined.document == other.page,
            other.begins >= joined.start,
            other.ends <= joined.stop,
            other.ends - other.begins < joined.stop - joined.start,
            other.begins < joined.last,
            other.ends > joined.first,
        ],
    )
    foreign = quoted.filter(quoted.whose.isnull() | (quoted.whose != quoted.actor))
    foreign = foreign.select(gone="id", at="first").distinct()
    kept = joined.anti_join(foreign, [joined.id == foreign.gone, joined.first == foreign.at])
    return kept.distinct()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """Passages as columns; one row each."""

    actors: npt.NDArray[np.str_]
    sources: npt.NDArray[np.str_]
    documents: npt.NDArray[np.str_]
    languages: npt.NDArray[np.str_]
    venues: npt.NDArray[np.str_]
    addressed: npt.NDArray[np.bool_]
    days: npt.NDArray[np.datetime64]
    now: npt.NDArray[np.bool_]
    topics: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[str, int, int, str], ...]  # document, start, stop, statement
    vectors: npt.NDArray[np.int8]
    tones: Array  # passages × axes
    unread: frozenset[str] = frozenset()  # who spoke in the window in statements without a vector

    rows: Mapping[str, Levels] = field(default_factory=dict)  # of each speaker

    def of(self, actor: str, *, now: bool = False) -> Levels:
        """The rows of a speaker, of the window alone where asked."""
        found: Levels = self.rows.get(actor, np.zeros(0, dtype=np.int64))
        return found[self.now[found]] if now else found

    def __len__(self) -> int:
        """Number of passages."""
        return len(self.actors)


def read_passages(table: pa.Table, scale: ToneScale) -> Passages:
    """The rows of a tally as columns with their tone; rows without a whole vector tell only who spoke."""
    held = [value is not None and len(value) == WIDTH for value in table["vector"].to_pylist()]
    rows = table.filter(pa.array(held, pa.bool_()))
    vectors = np.frombuffer(b"".join(rows["vector"].to_pylist()), dtype=np.int8).reshape(-1, WIDTH)
    languages = _texts(rows, "lang")
    days = rows["said_on"].to_pylist()
    places = zip(*(rows[name].to_pylist() for name in ("document", "first", "last", "id")), strict=True)
    return Passages(
        actors=_texts(rows, "actor"),
        sources=_texts(rows, "source"),
        documents=_texts(rows, "document"),
        languages=languages,
        venues=_texts(rows, "venue"),
        addressed=np.array(rows["addressed"].to_pylist(), dtype=bool),
        days=np.array([day.isoformat() for day in days], dtype="datetime64[D]"),
        now=np.array(rows["now"].to_pylist(), dtype=bool),
        topics=tuple(tuple(sorted(set(found))) for found in rows["topics"].to_pylist()),
        spans=tuple((str(d), int(a), int(b), str(s)) for d, a, b, s in places),
        vectors=vectors,
        tones=scale.tones(vectors, languages),
        unread=_unread(table, held),
        rows=_rows(_texts(rows, "actor")),
    )


def _rows(actors: npt.NDArray[np.str_]) -> dict[str, Levels]:
    order = np.argsort(actors, kind="stable")
    names, starts = np.unique(actors[order], return_index=True)
    return dict(zip(names.tolist(), np.split(order, starts[1:]), strict=True)) if len(names) else {}


def _unread(table: pa.Table, held: Sequence[bool]) -> frozenset[str]:
    rows = zip(table["actor"].to_pylist(), table["now"].to_pylist(), held, strict=True)
    return frozenset(str(actor) for actor, now, read in rows if now and not read)


def _texts(table: pa.Table, name: str) -> npt.NDArray[np.str_]:
    return np.array([value or "" for value in table[name].to_pylist()], dtype=np.str_)


def monday_of(day: np.datetime64) -> date:
    """The Monday of the week of a day."""
    plain: date = day.astype(date)
    return date.fromordinal(plain.toordinal() - plain.weekday())


def numbered(labels: Iterable[object]) -> Levels:
    """Labels as numbers from 0, in the order of the labels' texts."""
    _, levels = np.unique(np.array([str(label) for label in labels], dtype=np.str_), return_inverse=True)
    found: Levels = levels.astype(np.int64)
    return found
