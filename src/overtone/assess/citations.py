"""What judgements cite, found in the ledger: words of a document, a row, a measured value.

A citation that leads nowhere is a mistake of the file, told with its line. Three things are none: a document that the
ledger learnt only after the cut, a source that it holds nothing of at all, and a value that could not be measured.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from overtone.assess.known import Known
from overtone.errors import JudgementError
from overtone.records import Abstention, Citation, Evidence, Signal, Statement
from overtone.registry.judgements import Judgements

FOUND, LATER, NO_SOURCE, NOT_MEASURED = "found", "learnt-later", "source-not-held", "not-measured"
MOST_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a citation leads to, or why there is nothing to show."""

    citation: Citation
    state: str  # found | learnt-later | source-not-held | not-measured
    evidence: tuple[Evidence, ...] = ()
    signal: str = ""  # id of the measured value


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The rows and documents of the ledger as citations ask for them."""

    known: Known
    keys: Mapping[tuple[str, str], str]  # ("source/key", language) → document id; "" for the only language
    rows: Mapping[str, Evidence]
    by_document: Mapping[str, tuple[Evidence, ...]]
    signals: Mapping[str, Signal | Abstention]


def shelf(known: Known) -> Shelf:
    """The evidence put in order."""
    keys: dict[tuple[str, str], str] = {}
    for key, page in sorted(known.documents.items()):
        name = f"{page.source}/{page.key}"
        keys[name, page.lang] = key
        keys[name, ""] = "" if (name, "") in keys else key  # several languages: which one has to be said
    rows = {row.row: row for row in _rows(known)}
    by_document: dict[str, list[Evidence]] = {}
    for row in rows.values():
        by_document.setdefault(row.document, []).append(row)
    return Shelf(
        known=known,
        keys=keys,
        rows=rows,
        by_document={key: tuple(found) for key, found in by_document.items()},
        signals={one.id: one for _, one in known.signals},
    )


def grounds(judgements: Judgements, known: Known) -> Mapping[Citation, Ground]:
    """What each citation leads to; JudgementError with file and line of every one that leads nowhere."""
    ordered = shelf(known)
    found: dict[Citation, Ground] = {}
    wrong: list[tuple[str, str, str]] = []
    for on, citation in cited(judgements):
        try:
            found[citation] = resolve(citation, ordered)
            _in_time(found[citation], on, ordered)
        except JudgementError as error:
            wrong.append((error.where, error.what, error.next_step))
    if wrong:
        (where, what, step), *others = sorted(wrong)
        more = "".join(f"\n{place}: {told}" for place, told, _ in others[:MOST_TOLD])
        more += f"\n… and {len(others) - MOST_TOLD} more" if len(others) > MOST_TOLD else ""
        raise JudgementError(what + more, where=where, next_step=step)
    return found


def cited(judgements: Judgements) -> Iterator[tuple[date, Citation]]:
    """All citations of all judgements, each with the day of the judgement that rests on it."""
    for question in judgements.questions.values():
        yield from ((question.closed_on or question.on, one) for one in question.closed_by)
        yield from ((answer.on, one) for answer in question.answers for one in answer.cited)
    for hypotheses in judgements.hypotheses.values():
        yield from ((item.on, one) for item in hypotheses.items for one in item.cited)
    for forecast in judgements.forecasts.values():
        yield from ((forecast.settled_on or forecast.on, one) for one in forecast.cited)
        yield from ((estimate.on, one) for estimate in forecast.history for one in estimate.cited)


def resolve(citation: Citation, ordered: Shelf) -> Ground:
    """What one citation leads to; JudgementError with what to do next where it leads nowhere."""
    if citation.signal or citation.kind == "signal":
        return _measured(citation, ordered)
    if citation.row:
        return _row(citation, ordered)
    return _quoted(citation, ordered)


def _in_time(ground: Ground, on: date, ordered: Shelf) -> None:
    """A judgement cannot rest on what was published after its day."""
    for one in ground.evidence:
        page = ordered.known.documents.get(one.document)
        if page is not None and page.published_on > on:
            told = f"{page.source}/{page.key} was published on {page.published_on}, after the judgement of {on}"
            raise _wrong(ground.citation, told, "date the judgement later, or cite what was out by then")


def _rows(known: Known) -> Iterator[Evidence]:
    said = (Evidence(document=s.document, start=s.start, stop=s.stop, row=s.id) for s in _by_content(known))
    yield from said
    for encounter in sorted(known.encounters, key=lambda e: (e.date, e.kind, e.parties, e.status)):
        yield from encounter.reports
    for vote in known.votes:
        yield Evidence(document=vote.document, start=vote.start, stop=vote.stop, row=vote.id)


def _by_content(known: Known) -> list[Statement]:
    """Statements in an order that a new version of the reader, which gives new ids, does not change."""
    return sorted(known.statements, key=lambda s: (s.document, s.start, s.stop, s.act, s.actor or "", s.speaker))


def _quoted(citation: Citation, ordered: Shelf) -> Ground:
    key = ordered.keys.get((citation.document, citation.lang))
    if key is None:
        return _absent(citation, ordered)
    if not key:
        langs = ", ".join(sorted(lang for name, lang in ordered.keys if name == citation.document and lang))
        raise _wrong(citation, f"{citation.document} is there in {langs}", f'add lang = "…", one of {langs}')
    page = ordered.known.documents[key]
    times = page.text.count(citation.quote)
    if times != 1:
        told = f"{citation.document} has the words “{_short(citation.quote)}” {times} times"
        step = "quote more words around them" if times else "copy them from `overtone documents`, letter for letter"
        raise _wrong(citation, told, step)
    start = page.text.index(citation.quote)
    stop = start + len(citation.quote)
    row = _tightest(ordered.by_document.get(key, ()), start, stop)
    return Ground(citation=citation, state=FOUND, evidence=(Evidence(document=key, start=start, stop=stop, row=row),))


def _absent(citation: Citation, ordered: Shelf) -> Ground:
    source = citation.document.partition("/")[0]
    if citation.document in ordered.known.later:
        return Ground(citation=citation, state=LATER)
    if source not in ordered.known.held:
        return Ground(citation=citation, state=NO_SOURCE)
    near = get_close_matches(citation.document, [name for name, _ in ordered.keys], n=1, cutoff=0.6)
    step = f"did you mean {near[0]}?" if near else "`overtone documents` lists what there is; write it as source/key"
    lang = f" in {citation.lang!r}" if citation.lang else ""
    raise _wrong(citation, f"the ledger has no document {citation.document!r}{lang}", step)


def _tightest(rows: Iterable[Evidence], start: int, stop: int) -> str:
    """The id of the shortest row that holds the words, else of the one that shares most of them; "" for none.

    Of equals the first: rows come in an order that does not hang on their ids.
    """
    best: tuple[int, int] | None = None
    found = ""
    for row in rows:
        shared = min(stop, row.stop) - max(start, row.start)
        rank = (-shared, row.stop - row.start)
        if shared > 0 and (best is None or rank < best):
            best, found = rank, row.row
    return found


def _row(citation: Citation, ordered: Shelf) -> Ground:
    row = ordered.rows.get(citation.row)
    if row is not None:
        return Ground(citation=citation, state=FOUND, evidence=(row,))
    if citation.row in ordered.known.later:
        return Ground(citation=citation, state=LATER)
    raise _wrong(
        citation,
        f"the ledger has no {citation.kind} {citation.row}",
        "a new version of the reader gives new ids: cite document and quote, which stay",
    )


def _measured(citation: Citation, ordered: Shelf) -> Ground:
    asked = dict(citation.signal)
    for key, one in sorted(ordered.signals.items()):
        wanted = key == citation.row or (bool(asked) and _is(one, asked))
        if wanted and isinstance(one, Signal):
            return Ground(citation=citation, state=FOUND, evidence=one.evidence, signal=key)
    return Ground(citation=citation, state=NOT_MEASURED)


def _is(one: Signal | Abstention, asked: Mapping[str, str]) -> bool:
    told = {"measure": one.measure, "week": one.window, "actor": one.actor, "target": one.target}
    unit = one.unit if isinstance(one, Signal) else ""
    return all(told.get(name, unit) == value for name, value in asked.items())


def _wrong(citation: Citation, what: str, step: str) -> JudgementError:
    return JudgementError(what, where=citation.where, next_step=step)


def _short(words: str) -> str:
    return words if len(words) <= 50 else words[:49] + "…"
