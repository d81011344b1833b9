"""Short builders for the right side of the house: pages with statements, contacts and votes, and a week made of them.

`statement("lukashenko", "NATO grows.", on="2022-05-16", topics=("nato=NATO",))` is a page with one statement on it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from overtone.assess.material import Material
from overtone.ledger import Ledger, View, harvested
from overtone.measure.encounters import join
from overtone.records import (
    Document,
    Encounter,
    EncounterReport,
    Harvest,
    Mention,
    Part,
    Reading,
    Signal,
    Statement,
    Vote,
    Window,
    week,
)
from overtone.registry import Registry, load

READER = "build@1"
W20 = week(2022, 20)  # 16–22 May 2022
BLOCS = frozenset({"csto", "cis", "eaeu", "sco", "union-state", "nato", "eu"})


@cache
def desk() -> Registry:
    """The facts that ship."""
    return load()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document and what is read from it."""

    document: Document
    statements: tuple[Statement, ...] = ()
    reports: tuple[EncounterReport, ...] = ()
    votes: tuple[Vote, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def harvest(self) -> Harvest:
        """The rows as a reader gives them."""
        reading = Reading(document=self.document.id, reader=READER, mentions=(), unread=(), notes=self.notes)
        return Harvest(reading=reading, statements=self.statements, encounters=self.reports, votes=self.votes)

    @property
    def said(self) -> Statement:
        """The only statement."""
        (one,) = self.statements
        return one


def document(text: str, *, on: str, source: str = "kremlin", lang: str = "en", **more: Any) -> Document:
    """A page whose first line is its headline."""
    headline, _, _ = text.partition("\n")
    made = Document(
        source=source,
        key=hashlib.sha256(f"{source}{on}{text}".encode()).hexdigest()[:12],
        url=f"https://example.org/{on}",
        lang=lang,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=(
            Part(role="headline", start=0, stop=len(headline)),
            Part(role="body", start=len(headline), stop=len(text)),
        ),
        published_on=date.fromisoformat(on),
    )
    return replace(made, **more)


def statement(
    actor: str | None,
    words: str,
    *,
    on: str,
    topics: Sequence[str] = (),
    names: Sequence[str] = (),
    source: str = "kremlin",
    lang: str = "en",
    **more: Any,
) -> Page:
    """A page on which somebody says these words.

    `topics` as "nato" (mentioned by the first word) or "nato=NATO" (by that word), `names` as "ua=Ukraine": states and
    blocs, once for each time the word stands there.
    """
    head = f"{actor}, {on}\n\n"
    page = document(head + words, on=on, source=source, lang=lang)
    ids = tuple(topic.partition("=")[0] for topic in topics)
    found = [m for topic in topics for m in _mentions(topic, words, len(head), "topic")]
    found += [m for name in names for m in _mentions(name, words, len(head), "")]
    made = Statement(
        document=page.id,
        reader=READER,
        start=len(head),
        stop=len(head) + len(words),
        speaker=actor or "Somebody",
        speaker_start=0,
        speaker_stop=len(actor or ""),
        actor=actor,
        office=None,
        manner="transcript",
        act="position",
        said_on=page.published_on,
        lang=lang,
        venue="",
        place="",
        words=len(words.split()),
        topics=ids,
        mentions=tuple(found),
    )
    return Page(document=page, statements=(replace(made, **more),))


def _mentions(asked: str, words: str, shift: int, kind: str) -> list[Mention]:
    target, _, word = asked.partition("=")
    named = word or words.split(maxsplit=1)[0]
    starts = [at for at in range(len(words)) if words.startswith(named, at)]
    kind = kind or ("bloc" if target in BLOCS else "state")
    return [Mention(kind=kind, target=target, start=shift + at, stop=shift + at + len(named)) for at in starts]


def report(
    parties: str,
    *,
    on: str,
    kind: str = "bilateral",
    status: str = "held",
    place: str = "",
    published: str = "",
    source: str = "kremlin",
    event: str = "",
) -> Page:
    """A page that tells of one contact: `report("lukashenko putin", on="2022-05-23", place="Sochi")`."""
    text = f"{parties}: {kind} {status} {on}\n\nThey met, or were to meet, on {on}."
    page = document(text, on=published or on, source=source)
    made = EncounterReport(
        document=page.id,
        reader=READER,
        start=page.parts[1].start + 2,
        stop=len(text),
        kind=kind,
        parties=tuple(sorted(parties.split())),
        date=date.fromisoformat(on),
        place=place,
        status=status,
        event=event,
    )
    return Page(document=page, reports=(made,))


def vote(choices: str, *, on: str, resolution: str = "ES-11/4", source: str = "diary-votes") -> Page:
    """A roll call: `vote("by=N ru=N kz=A", on="2022-10-12")`."""
    text = f"Resolution {resolution}\n\n" + "\n".join(choices.split())
    page = document(text, on=on, source=source, kind="roll-call")
    cast = []
    for line in choices.split():
        state, _, choice = line.partition("=")
        start = text.index(line)
        cast.append(
            Vote(
                document=page.id,
                reader=READER,
                start=start,
                stop=start + len(line),
                body="unga",
                resolution=resolution,
                title=f"Resolution {resolution}",
                voted_on=date.fromisoformat(on),
                state=state,
                choice=choice,
            )
        )
    return Page(document=page, votes=tuple(cast))


def contacts(*pages: Page) -> tuple[Encounter, ...]:
    """The encounters these pages tell of."""
    return join([r for p in pages for r in p.reports], {p.document.id: p.document.source for p in pages})


def material(*pages: Page, window: Window = W20, themes: str = "", registry: Registry | None = None) -> Material:
    """A week made of these pages. `themes`: all statements belong to these; else to those of their topics."""
    facts = registry or desk()
    said = [s for page in pages for s in page.statements]
    wanted = themes.split() or list(facts.themes)
    belongs = {
        theme: frozenset(s.id for s in said if themes or any(theme in facts.topics[t].themes for t in s.topics))
        for theme in wanted
    }
    return Material(
        window=window,
        registry=facts,
        statements=tuple(s for s in said if window.start <= s.said_on < window.stop),
        themes=belongs,
        documents={page.document.id: page.document for page in pages},
        readings=tuple(page.harvest.reading for page in pages),
        encounters=contacts(*pages),
        votes=tuple(v for page in pages for v in page.votes if window.start <= v.voted_on < window.stop),
    )


def ledger(folder: Path, *pages: Page, learnt: str = "2022-06-01T12:00:00+00:00") -> Ledger:
    """A real ledger in a folder, these pages added to it."""
    made = Ledger.open(folder)
    made.append(harvested([p.document for p in pages], [p.harvest for p in pages]), datetime.fromisoformat(learnt))
    return made


def view(folder: Path, *pages: Page, learnt: str = "2022-06-01T12:00:00+00:00") -> View:
    """What a real ledger shows after these pages came in."""
    return ledger(folder, *pages, learnt=learnt).view()


def signal(
    measure: str = "silence", *, actor: str = "", target: str = "nato", value: float = 0.0, **more: Any
) -> Signal:
    """A measured value; a silence of 4 expected mentions unless told otherwise."""
    made = Signal(
        measure=measure,
        method=f"{measure}@1",
        window=W20.label,
        actor=actor,
        target=target,
        venue="",
        unit="mentions" if measure == "silence" else "share-of-statements",
        value=value,
        low=value,
        high=value,
        level=0.9,
        baseline=4.0,
        baseline_low=2.0,
        baseline_high=6.0,
        surprise=0.01,
        coverage=1.0,
        n=12,
        because="usual",
        evidence=(),
    )
    return replace(made, **more)


def moment(day: str) -> datetime:
    """The noon of a day, UTC."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).replace(hour=12)


def pages_of(things: Iterable[Page | Sequence[Page]]) -> tuple[Page, ...]:
    """Pages and lists of pages as one list."""
    return tuple(page for thing in things for page in ([thing] if isinstance(thing, Page) else thing))
