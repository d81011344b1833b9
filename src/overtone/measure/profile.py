"""Document profile: what a joint text is about, by how much of it and by where.

For each communiqué, joint statement or declaration issued in the window, and each topic: the share of its sentences and
of its words, how deep in the text the topic is first named, and in which part. Beside each share stands that of the
earlier joint texts. For each party: the topic's share in the texts it issued, beside the texts issued without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import ibis
import pyarrow as pa

from overtone.language import LANGUAGES, language
from overtone.measure.level import levels
from overtone.measure.pool import Row, listed, number
from overtone.measure.shape import Frame, Options, View, declined, drafted, false_discovery
from overtone.measure.usual import clustered_share
from overtone.records import Abstention, Evidence, Signal, Window

METHOD = "profile@1"
REFERENCE = (
    "Korn and Graubard 1998 (clustered shares); Brown, Cai and DasGupta 2001 (Jeffreys' interval); David and Nagaraja "
    "2003 (the first of k places drawn evenly)"
)
NULL = "mentions at places drawn evenly: the first of them is as early as observed, or earlier, with the chance given"
NOT_FOR = (
    "what the parties wanted: a joint text is what both could sign; texts of which the source shows an extract; texts "
    "in a language the house does not read; a topic without words in the language of the text"
)
CHANCE = 0.05
STRETCH = 8  # sentences that count as one sampling unit: neighbours are about the same thing
FEWEST_TEXTS = 5  # on each side, from which two groups of texts are compared


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The joint texts issued in the window and its trailing weeks: text, parties, parts, and what each names where."""
    joint, pages, readings = view.table("joint"), view.table("documents"), view.table("readings")
    start = window.start - timedelta(weeks=options.baseline_weeks)
    issued = joint.filter((joint.status == "issued") & (joint.dated >= start) & (joint.dated < window.stop))
    if options.sources:
        pages = pages.filter(pages.source.isin([s.id for s in options.sources]))
    ranked = pages.mutate(
        copy=ibis.row_number().over(group_by=pages.text_sha256, order_by=[pages.published_on, pages.source, pages.id]),
        tongue=pages.lang.min().over(group_by=[pages.source, pages.key]),
    )
    kept = ranked.filter((ranked.copy == 0) & (ranked.lang == ranked.tongue))
    kept = kept.select("source", "text", "parts", "lang", page=kept.id)
    own = issued.select("document", "form", "parties", "dated", now=issued.dated >= window.start)
    joined = own.inner_join(kept, own.document == kept.page)
    noted = readings.select("mentions", read=readings.document)
    return joined.inner_join(noted, joined.document == noted.read).drop("page", "read")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """One joint text: its sentences in words, and which of them name each topic."""

    document: str
    source: str
    parties: tuple[str, ...]
    dated: date
    now: bool
    length: int
    words: tuple[int, ...]  # by sentence
    naming: dict[str, frozenset[int]]  # topic → sentences
    places: dict[str, tuple[tuple[int, int], ...]]  # topic → where it is named
    roles: tuple[tuple[str, int, int], ...]

    def share(self, topic: str, unit: str) -> list[tuple[float, float]]:
        """(on the topic, in all) for each stretch of sentences, in sentences or words."""
        weight = self.words if unit == "share-of-words" else (1,) * len(self.words)
        named = self.naming.get(topic, frozenset())
        pairs = [(w if n in named else 0, w) for n, w in enumerate(weight)]
        blocks = [pairs[n : n + STRETCH] for n in range(0, len(pairs), STRETCH)]
        return [(sum(x for x, _ in b), sum(m for _, m in b)) for b in blocks]

    def whole(self, topic: str, unit: str) -> tuple[float, float]:
        """(on the topic, in all) for the text as a whole."""
        parts = self.share(topic, unit)
        return sum(x for x, _ in parts), sum(m for _, m in parts)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """The profile of each joint text of the window, then each party's texts beside the others."""
    rows: list[Row] = tally.to_pylist()
    texts = _texts(rows)
    unread = sorted({str(r["document"]) for r in rows if r["now"]} - {t.document for t in texts})
    for document in unread:
        yield declined(
            _draft("", "", document, frame), "language-not-read", "the text is in no language the house reads"
        )
    current = [t for t in texts if t.now]
    if not current and not unread:
        reason = "source-not-seen" if frame.blind() else "no-data"
        yield declined(_draft("", "", "", frame), reason, f"joint_texts=0 earlier={len(texts)}")
    drafts: list[Signal] = []
    for one in current:
        drafts += _profile(one, [t for t in texts if not t.now], frame)
    drafts += _by_party(texts, current, frame)
    yield from _ranked(drafts)


def _texts(rows: Sequence[Row]) -> list[_Text]:
    """Each joint text once, the parties of its several readings joined."""
    by: dict[str, list[Row]] = {}
    for row in rows:
        if row["lang"] in LANGUAGES:
            by.setdefault(str(row["document"]), []).append(row)
    return [_text(own) for _, own in sorted(by.items())]


def _text(rows: Sequence[Row]) -> _Text:
    row = rows[0]
    text, dated = str(row["text"]), row["dated"]
    if not isinstance(dated, date):
        raise TypeError(f"{dated!r} is no date")
    spans = language(str(row["lang"])).sentences(text)
    naming: dict[str, set[int]] = {}
    places: dict[str, set[tuple[int, int]]] = {}
    for mention in (m for m in listed(row, "mentions") if m["kind"] == "topic"):
        at, topic = number(mention, "start"), str(mention["target"])
        places.setdefault(topic, set()).add((at, number(mention, "stop")))
        naming.setdefault(topic, set()).update(n for n, (start, stop) in enumerate(spans) if start <= at < stop)
    return _Text(
        document=str(row["document"]),
        source=str(row["source"]),
        parties=tuple(sorted({str(p) for r in rows for p in _names(r["parties"])})),
        dated=dated,
        now=bool(row["now"]),
        length=len(text),
        words=tuple(len(text[start:stop].split()) for start, stop in spans),
        naming={topic: frozenset(found) for topic, found in naming.items()},
        places={topic: tuple(sorted(found)) for topic, found in places.items()},
        roles=tuple((str(p["role"]), number(p, "start"), number(p, "stop")) for p in listed(row, "parts")),
    )


def _names(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else []


def _profile(one: _Text, earlier: Sequence[_Text], frame: Frame) -> Iterator[Signal]:
    """Shares and first place of every topic that this text or an earlier one names."""
    topics = sorted({t for text in (one, *earlier) for t in text.naming})
    asked = [t for t in topics if not frame.options.targets or t in frame.options.targets]
    for unit in ("share-of-sentences", "share-of-words"):
        usual = dict(zip(topics, levels([[(*e.whole(t, unit), 0.0) for e in earlier] for t in topics]), strict=True))
        for topic in asked if sum(one.words) else ():
            share, low, high = clustered_share(one.share(topic, unit), frame.options.level, len(one.words))
            told = replace(_draft("", topic, one.document, frame), unit=unit, value=share, low=low, high=high)
            told = replace(told, n=len(one.words), evidence=_evidence(one, topic), detail=f"texts={len(earlier)}")
            level = usual[topic]
            if level is not None:
                ends = level.interval(frame.options.level)
                told = replace(told, baseline=level.share, baseline_low=ends[0], baseline_high=ends[1])
                if unit == "share-of-sentences":
                    told = replace(told, surprise=level.tail(share, len(one.words)))
            yield told
    for topic in (t for t in asked if t in one.places):
        yield _first(one, topic, frame)


def _first(one: _Text, topic: str, frame: Frame) -> Signal:
    """How deep in the text the topic is first named, from 0 at its head to 1 at its end."""
    found = one.places[topic]
    start, stop = found[0]
    depth = start / max(1, one.length)
    role = next((name for name, a, b in one.roles if a <= start < b), "body")
    return replace(
        _draft("", topic, one.document, frame),
        unit="first-mention",
        value=depth,
        low=depth,
        high=depth,
        baseline=1 / (len(found) + 1),
        surprise=1 - (1 - depth) ** len(found),
        n=len(found),
        evidence=(Evidence(document=one.document, start=start, stop=stop),),
        detail=f"part={role} mentions={len(found)}",
    )


def _by_party(texts: Sequence[_Text], current: Sequence[_Text], frame: Frame) -> Iterator[Signal]:
    """The topics of the window's texts in all texts of each party, beside the texts issued without it."""
    topics = sorted({t for one in current for t in one.naming})
    asked = [t for t in topics if not frame.options.targets or t in frame.options.targets]
    for party in sorted({p for one in current for p in one.parties}):
        if frame.options.actors and party not in frame.options.actors:
            continue
        own = [t for t in texts if party in t.parties and t.words]
        others = [t for t in texts if party not in t.parties and t.words]
        for topic in asked if min(len(own), len(others)) >= FEWEST_TEXTS else ():
            unit = "share-of-sentences"
            share, low, high = clustered_share([t.whole(topic, unit) for t in own], frame.options.level)
            rest, below, above = clustered_share([t.whole(topic, unit) for t in others], frame.options.level)
            apart = low > above or high < below
            yield replace(
                _draft(party, topic, "", frame),
                unit=unit,
                value=share,
                low=low,
                high=high,
                baseline=rest,
                baseline_low=below,
                baseline_high=above,
                n=len(own),
                because=("above-usual" if share > rest else "below-usual") if apart else "within-usual",
                evidence=tuple(e for t in own if t.now for e in _evidence(t, topic)),
                detail=f"texts={len(own)} texts_without={len(others)}",
            )


def _evidence(one: _Text, topic: str) -> tuple[Evidence, ...]:
    """Where the topic is named; the whole text where it is not."""
    found = one.places.get(topic, ((0, one.length),))
    return tuple(Evidence(document=one.document, start=a, stop=b) for a, b in found)


def _draft(party: str, topic: str, document: str, frame: Frame) -> Signal:
    coverage = frame.seen.share(frame.window)
    made = drafted(METHOD, frame, unit="share-of-sentences", actor=party, target=topic, coverage=coverage)
    return replace(made, venue=document, high=1.0, because="no-baseline")


def _ranked(drafts: Sequence[Signal]) -> Iterator[Signal]:
    """False-discovery rates of the shares, and of the places, each a family of its own."""
    rates: dict[int, float] = {}
    for unit in ("share-of-sentences", "first-mention"):
        tested = {n: s.surprise for n, s in enumerate(drafts) if s.unit == unit and s.surprise is not None}
        rates.update(zip(tested, false_discovery(list(tested.values())), strict=True))
    for place, signal in enumerate(drafts):
        q = rates.get(place)
        yield signal if q is None else replace(signal, q=q, because=_because(signal, q))


def _because(signal: Signal, q: float) -> str:
    if signal.unit == "first-mention":
        return "early" if q <= CHANCE else "within-usual"
    if q > CHANCE:
        return "within-usual"
    return "above-usual" if signal.value > (signal.baseline or 0.0) else "below-usual"
