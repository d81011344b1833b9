"""The conductor of corrections: what each refers to is looked up in the ledger and on the site, or refused.

corrections/*.toml ──► corrections ──► statements, documents, sentences, signals there are ──► marks on the pages
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from overtone.ledger import View
from overtone.publish.known import Known
from overtone.records import Corrected, Correction, Evidence, Statement
from overtone.registry.corrections import Corrections
from overtone.registry.values import suggestion

EVERYWHERE = ""  # the key of what is known of all weeks together


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """Corrections that may be published, and those that wait because what they are about is not on the site."""

    found: tuple[Corrected, ...]
    waiting: tuple[Correction, ...]


def look_up(
    corrections: Corrections, view: View, known: Mapping[str, Known], commentaries: Iterable[str] = ()
) -> LookedUp:
    """What each correction concerns; `known`: what is published of each week.

    CorrectionError with file and line for a sentence, statement, signal or document that nobody knows. A correction of
    a week, or of a commentary, that is not on the site waits.
    """
    slugs = frozenset(commentaries)
    ready = [
        c for c in corrections.found if (not c.week or c.week in known) and (not c.commentary or c.commentary in slugs)
    ]
    everything = Known()
    for one in known.values():
        everything |= one
    spans = _statements(view, {name for c in ready for name in c.statements})
    pages = _documents(view, {name for c in ready for name in c.documents})
    exhibits = {key: (span,) for key, span in everything.exhibits.items()}
    found = []
    for c in ready:
        of = known.get(c.week, everything)
        _refuse(corrections, c, "sentences", (n.removeprefix("s-") for n in c.sentences), of.sentences)
        _refuse(corrections, c, "signals", c.signals, of.signals)
        _refuse(corrections, c, "statements", c.statements, {**spans, **exhibits})
        _refuse(corrections, c, "documents", c.documents, pages)
        words = [span for n in c.statements for span in (*spans.get(n, ()), *exhibits.get(n, ()))]
        found.append(
            Corrected(
                correction=c,
                spans=(*words, *(pages[n] for n in c.documents)),
                exhibits=frozenset(c.statements) & exhibits.keys(),
                signals=frozenset(c.signals),
                sentences=frozenset(n.removeprefix("s-") for n in c.sentences),
            )
        )
    return LookedUp(found=tuple(found), waiting=tuple(c for c in corrections.found if c not in ready))


NEXT: Mapping[str, Callable[[Correction], str]] = {
    "sentences": lambda c: f"copy it from the address of the sentence in {c.week} (the sign # beside it)",
    "signals": lambda c: "copy it from the address of the signal's page, or from index.json of the week",
    "statements": lambda c: "copy it from `overtone statements --json`, or from the address of the evidence page",
    "documents": lambda c: "copy source and key from `overtone documents --json`",
}


def _refuse(corrections: Corrections, one: Correction, name: str, asked: Iterable[str], known: Iterable[str]) -> None:
    there = frozenset(known)
    for key in asked:
        if key not in there:
            where = one.week if name in ("sentences", "signals") and one.week else "the ledger or the site"
            what = f"{key!r} is not in {where}{suggestion(key, there)}"
            raise corrections.refuse(one, name, what, NEXT[name](one))


def _statements(view: View, ids: set[str]) -> dict[str, tuple[Evidence, ...]]:
    if not ids:
        return {}
    said = view.table("statements")
    rows = view.records(Statement, said.filter(said.id.isin(sorted(ids))).order_by("id"))
    return {s.id: (Evidence(document=s.document, start=s.start, stop=s.stop, row=s.id),) for s in rows}


def _documents(view: View, names: set[str]) -> dict[str, Evidence]:
    """The whole text of each document named as source/key."""
    return dict(_whole(view, names)) if names else {}


def _whole(view: View, names: set[str]) -> Iterator[tuple[str, Evidence]]:
    pages = view.table("documents")
    keys = sorted({name.partition("/")[2] for name in names})
    rows = pages.filter(pages.key.isin(keys)).select("id").to_pyarrow()["id"].to_pylist()
    for key, page in view.documents(rows).items():
        if f"{page.source}/{page.key}" in names:
            yield f"{page.source}/{page.key}", Evidence(document=key, start=0, stop=len(page.text))
