"""Audience split: does one speaker speak otherwise of one topic to one audience than to another?

Audiences are told apart in four ways: the language of publication, the state whose source carries the words, whether
they were spoken at an event, and whether to somebody named. Documents of one speaker on one topic are compared within
months: their labels are dealt anew there. Told is the difference in tone, on the scale whose languages agree on
official translations; beside it stand, within one language, the words in which the two sides differ. A page and its
translation are one occasion and never two audiences.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from scipy.special import stdtrit

from overtone.measure.distinctive import distinctive
from overtone.measure.exchange import Exchange, difference_weights, exchange
from overtone.measure.passages import Passages, numbered, passages, read_passages, spoken
from overtone.measure.shape import Frame, Options, View, declined, drafted, evidence, false_discovery
from overtone.measure.tone_cells import Cells, cells
from overtone.measure.tone_scale import tone_scale
from overtone.records import Abstention, Evidence, Signal, Window

METHOD = "audience@1"
REFERENCE = (
    "Monroe, Colaresi and Quinn 2008 (words that differ); Mielke and Berry 2007 (moments of permutation "
    "distributions); Benjamini and Hochberg 1995 (false discovery rate)"
)
NULL = (
    "audiences dealt anew within speaker, topic and month: at most 5 % of differences have a probability under .05; an "
    "official translation as the other audience: no difference in tone beyond its interval"
)
NOT_FOR = (
    "abridged translations; sources that choose what they carry; topics spoken of to one audience alone; single pages"
)
LEAST = 3  # documents to each audience under which nothing is said
READ = 200  # statements of a speaker whose words are compared: the newest
WORDS, FAR = 6, 1.96  # words told a side, and how many standard deviations they must lie apart
SPLITS = ("language", "state", "event", "addressed")
Floats = npt.NDArray[np.float64]
Texts = npt.NDArray[np.str_]
Marks = npt.NDArray[np.bool_]


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Passages with their vectors, of the window and its trailing weeks, and the words of the newest statements."""
    stated = spoken(view, window, options)
    words = view.table("wordings").select(page="document", begins="start", ends="stop", lemmas="lemmas")
    ranked = stated.mutate(
        rank=ibis.row_number().over(group_by=stated.actor, order_by=[stated.said_on.desc(), stated.id])
    )
    newest = ranked.filter(ranked["rank"] < READ).drop("rank")
    worded = newest.inner_join(
        words, [newest.document == words.page, newest.start == words.begins, newest.stop == words.ends]
    ).drop("page", "begins", "ends")
    meant = passages(view, stated).mutate(lemmas=ibis.literal(None, "string"))
    beside = worded.mutate(
        first=worded.start, last=worded.stop, vector=ibis.literal(None, "binary"), lemmas=worded.lemmas
    )
    return meant.union(beside.select(*meant.columns).distinct())


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Differences in tone between audiences, speaker by speaker and topic by topic; one family of tests."""
    found = read_passages(tally.filter(pc.is_null(tally["lemmas"])), tone_scale())
    words = _words(tally)
    chosen = {s.id for s in frame.options.sources if s.sampling == "selected"}
    every = cells(found, [row for row in range(len(found)) if found.sources[row] not in chosen])
    drafts: list[Signal] = []
    for actor in sorted(set(frame.options.actors) or {*found.actors[found.now].tolist(), *found.unread}):
        reason = _no_value(actor, found, every, frame)
        if reason:
            yield _abstain(actor, "", reason, "", found, frame)
            continue
        spoken_of = set(every.topics[every.actors == actor].tolist())
        for topic in sorted(set(frame.options.targets) or spoken_of):
            own = every.where((every.actors == actor) & (every.topics == topic))
            weighed = [one for split in SPLITS for one in _split(split, own, found, words, frame)]
            if not weighed:
                told = f"documents={len(own.actors)} needed={LEAST}+{LEAST}"
                yield _abstain(actor, topic, "one-audience", told, found, frame)
            drafts += weighed
    rates = false_discovery([s.surprise if s.surprise is not None else 1.0 for s in drafts])
    yield from (replace(s, q=q, because=_because(s, q)) for s, q in zip(drafts, rates, strict=True))


def _split(split: str, own: Cells, found: Passages, words: Mapping[str, str], frame: Frame) -> Iterator[Signal]:
    """Each audience of one split against the rest; of two audiences only the first."""
    labels = _labels(split, own, found, frame)
    known = own.where(labels != "")
    labels = labels[labels != ""]
    names = sorted(set(labels.tolist()))
    strata = numbered([week[:7] for week in known.weeks])
    for name in names[:1] if len(names) == 2 else names:
        first = labels == name
        dealt = exchange(known.tones[:, 0], first, strata)
        if dealt is None or dealt.marked < LEAST or dealt.others < LEAST:
            continue
        yield _signal(Side(f"{split}:{name}", known, first, dealt), found, words, frame)


class Side(NamedTuple):
    """One audience of a speaker on a topic, and what dealing the audiences anew gives."""

    name: str  # of the split and the audience: "language:ru"
    cells: Cells
    first: Marks
    dealt: Exchange


def _labels(split: str, own: Cells, found: Passages, frame: Frame) -> Texts:
    """The audience of each cell, "" where nobody can tell."""
    if split == "language":
        return own.languages
    if split == "event":
        return np.array([setting.rpartition("/")[2] for setting in own.settings], dtype=np.str_)
    if split == "state":
        states = {s.id: s.state or "" for s in frame.options.sources}
        sources = [setting.split("/")[0] for setting in own.settings]
        return np.array([states.get(source, "") for source in sources], dtype=np.str_)
    named = {d for d, to in zip(found.documents.tolist(), found.addressed.tolist(), strict=True) if to}
    return np.array(["somebody" if d in named else "nobody" for d in own.documents.tolist()], dtype=np.str_)


def _signal(side: Side, found: Passages, words: Mapping[str, str], frame: Frame) -> Signal:
    own, dealt = side.cells, side.dealt
    strata = numbered([week[:7] for week in own.weeks])
    parts = difference_weights(side.first, strata)
    far = float(stdtrit(dealt.marked + dealt.others - 2, (1 + frame.options.level) / 2)) * _error(
        parts, own, side.first
    )
    low, high = dealt.null(frame.options.level)
    without = parts @ own.tones
    alike = len(set(own.languages.tolist())) == 1
    texts = [[words.get(_key(own, row), "") for row in np.flatnonzero(rows)] for rows in (side.first, ~side.first)]
    actor, topic = str(own.actors[0]), str(own.topics[0])
    draft = _draft(actor, topic, f"tone-difference:{side.name}", found, frame)
    return replace(
        draft,
        value=dealt.value,
        low=dealt.value - far,
        high=dealt.value + far,
        baseline_low=low,
        baseline_high=high,
        surprise=dealt.chance,
        n=dealt.marked + dealt.others,
        evidence=_spans(own, found),
        detail=f"documents={dealt.marked} others={dealt.others} "
        f"seeds_low={without[1:].min():.3f} seeds_high={without[1:].max():.3f}{_told(texts) if alike else ''}",
    )


def _error(parts: Floats, own: Cells, first: Marks) -> float:
    """The standard error of a weighted difference of documents, each side with a variance of its own."""
    total = 0.0
    for side in (first, ~first):
        used = side & (parts != 0)
        spread = float(own.tones[used, 0].var(ddof=1)) if used.sum() > 1 else 0.0
        total += max(spread, float(own.noise()[used].mean()) if used.any() else 0.0) * float((parts[used] ** 2).sum())
    return float(total**0.5)


def _told(texts: Sequence[Sequence[str]]) -> str:
    """The words of each side that lie far enough apart, as figures behind the value."""
    first, second = ([text for text in side if text] for side in texts)
    found = [one for one in distinctive(first, second) if abs(one.z) >= FAR]
    told = ""
    for key, sign in (("words", 1), ("other_words", -1)):
        side = [one.word for one in found if one.z * sign > 0][:WORDS]
        told += f" {key}={','.join(side)}" if side else ""
    return told


def _words(table: pa.Table) -> dict[str, str]:
    """The words of each document, speaker and topic that the tally brings."""
    found: dict[str, list[str]] = {}
    rows = table.filter(pc.is_valid(table["lemmas"])).select(["document", "actor", "topics", "start", "lemmas"])
    for row in sorted(rows.to_pylist(), key=lambda row: (row["document"], row["start"], row["actor"])):
        for topic in row["topics"]:
            found.setdefault(f"{row['document']}\t{row['actor']}\t{topic}", []).append(row["lemmas"])
    return {key: " ".join(parts) for key, parts in found.items()}


def _key(own: Cells, row: np.int64) -> str:
    return f"{own.documents[row]}\t{own.actors[row]}\t{own.topics[row]}"


def _spans(own: Cells, found: Passages) -> tuple[Evidence, ...]:
    """The window's passages of the speaker on the topic; where there are none, those before."""
    actor, topic, documents = str(own.actors[0]), str(own.topics[0]), set(own.documents.tolist())
    rows = [r for r in found.of(actor) if topic in found.topics[r]]
    kept = [r for r in rows if found.now[r]] or [r for r in rows if str(found.documents[r]) in documents]
    names = ("document", "start", "stop", "row")
    return evidence([dict(zip(names, found.spans[r], strict=True)) for r in kept])


def _no_value(actor: str, found: Passages, every: Cells, frame: Frame) -> str:
    own = found.of(actor, now=True)
    if frame.blind(tuple(sorted(set(found.sources[own].tolist())))):
        return "source-not-seen"
    if not len(own):
        return "no-embeddings" if actor in found.unread else "no-data"
    if np.isnan(found.tones[own, 0]).all():
        return "no-scale"
    return "" if actor in every.actors else "selected-source"


def _draft(actor: str, topic: str, unit: str, found: Passages, frame: Frame) -> Signal:
    coverage = frame.seen.share(frame.window, tuple(sorted(set(found.sources[found.of(actor)].tolist()))))
    made = drafted(METHOD, frame, unit=unit, actor=actor, target=topic, coverage=coverage)
    return replace(made, baseline=0.0)


def _abstain(actor: str, topic: str, reason: str, detail: str, found: Passages, frame: Frame) -> Abstention:
    own = set(found.documents[found.of(actor, now=True)].tolist())
    return declined(replace(_draft(actor, topic, "", found, frame), n=len(own)), reason, detail)


def _because(signal: Signal, q: float) -> str:
    told = dict(part.split("=", 1) for part in signal.detail.split())
    if q > 0.05:
        return "no-split-shown"
    if float(told["seeds_low"]) < 0 < float(told["seeds_high"]):
        return "depends-on-seeds"
    return "harsher-to-this-audience" if signal.value < 0 else "kinder-to-this-audience"
