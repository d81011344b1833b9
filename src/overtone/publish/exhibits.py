"""The page of one piece of evidence: the words in context, where they come from, and what rests on them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from overtone.publish.annotations import Resting, annotation, copy_name, window
from overtone.publish.notes import Layout, Line, runs
from overtone.publish.rendering import page
from overtone.publish.setting import Setting, place
from overtone.publish.words import Words
from overtone.records import Abstention, Edition, Exhibit, Signal, Text, TextPortrait

MOST = 12  # numbers and portraits listed on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What leads from one piece of evidence to others: neighbours of the speaker, portraits, numbers."""

    before: Mapping[str, Exhibit]  # exhibit id → the same speaker's statement before it in the edition
    after: Mapping[str, Exhibit]
    portraits: Mapping[str, tuple[TextPortrait, ...]]
    signals: Mapping[str, tuple[Signal | Abstention, ...]]


def around(edition: Edition, text: Text) -> Around:
    """The ways from each piece of evidence of an edition."""
    spoken: dict[str, list[Exhibit]] = defaultdict(list)
    for exhibit in sorted(edition.exhibits, key=lambda e: (e.said_on, e.document, e.start, e.id)):
        if exhibit.actor and exhibit.kind == "statement":
            spoken[exhibit.actor].append(exhibit)
    before: dict[str, Exhibit] = {}
    after: dict[str, Exhibit] = {}
    for said in spoken.values():
        whole = outermost(said)
        apart = [exhibit for exhibit in said if whole[exhibit.id] is exhibit]
        earlier = {two.id: one for one, two in pairwise(apart)}
        later = {one.id: two for one, two in pairwise(apart)}
        before |= {name: earlier[outer.id] for name, outer in whole.items() if outer.id in earlier}
        after |= {name: later[outer.id] for name, outer in whole.items() if outer.id in later}
    return Around(
        before=before,
        after=after,
        portraits=_showing(text),
        signals=supported(edition),
    )


def _showing(text: Text) -> dict[str, tuple[TextPortrait, ...]]:
    found: dict[str, dict[str, TextPortrait]] = defaultdict(dict)
    for portrait in text.portraits:
        for sentence in (portrait.title, *(s for register in portrait.registers for s in register.sentences)):
            for name in sentence.exhibits:
                found[name][f"{portrait.kind}/{portrait.id}"] = portrait
    return {name: tuple(there.values()) for name, there in found.items()}


def supported(edition: Edition) -> dict[str, tuple[Signal | Abstention, ...]]:
    """The numbers whose own evidence holds each exhibit: the same stretch of the same document, or a longer one."""
    stretches: dict[str, list[tuple[int, int, Signal | Abstention]]] = defaultdict(list)
    for signal in edition.signals:
        for piece in signal.evidence if isinstance(signal, Signal) and not _nothing(signal) else ():
            stretches[piece.document].append((piece.start, piece.stop, signal))
    found: dict[str, tuple[Signal | Abstention, ...]] = {}
    for exhibit in edition.exhibits:
        held = stretches.get(exhibit.document, ())
        counted = {s.id: s for start, stop, s in held if start <= exhibit.start and exhibit.stop <= stop}
        found[exhibit.id] = tuple(counted.values())
    return found


def _nothing(signal: Signal) -> bool:
    """Whether a share is of nothing: its evidence is then all that was looked through."""
    return signal.unit.startswith("share") and signal.value == 0


def outermost(held: Sequence[Exhibit]) -> dict[str, Exhibit]:
    """For each exhibit the one it lies in that lies in no other: a single word stands for its sentence or statement."""
    found: dict[str, Exhibit] = {}
    last: Exhibit | None = None
    for exhibit in sorted(held, key=lambda e: (e.document, e.start, -e.stop, e.id)):
        if last is None or last.document != exhibit.document or exhibit.stop > last.stop:
            last = exhibit
        found[exhibit.id] = last
    return found


def evidence_pages(
    edition: Edition, text: Text, layout: Layout, names: Mapping[str, str], base_url: str
) -> dict[str, bytes]:
    """The page, the annotation and the copy of the words of every piece of evidence, by path."""
    words, ways = Words(text.lang, text.labels), around(edition, text)
    folder = f"{text.lang}/{edition.brief.window.label}"
    numbers = {exhibit.id: number for number, exhibit in layout.notes}
    made: dict[str, bytes] = {}
    for exhibit in edition.exhibits:
        stem, copy = f"{folder}/evidence/{exhibit.id}", f"{folder}/{copy_name(exhibit)}"
        here = place(f"{stem}.html", names, text.lang, base_url)
        resting = layout.resting.get(exhibit.id, ())
        made[copy] = window(exhibit)
        made[f"{stem}.json"] = _annotated(exhibit, here, copy, _bodies(text, folder, here, resting))
        made[f"{stem}.html"] = page(
            "evidence.html.j2",
            exhibit=exhibit,
            number=numbers.get(exhibit.id, 0),
            text=text,
            words=words,
            resting=resting,
            runs=runs(exhibit, resting),
            copy=copy,
            ways=ways,
            most=MOST,
            homes=layout.homes,
            here=here,
        )
    return made


def _annotated(exhibit: Exhibit, here: Setting, copy: str, resting: Sequence[Resting]) -> bytes:
    return annotation(exhibit, here.to(here.path.removesuffix(".html") + ".json"), here.to(copy), resting)


def _bodies(text: Text, folder: str, here: Setting, resting: Sequence[Line]) -> tuple[Resting, ...]:
    return tuple(
        Resting(href=here.to(f"{folder}/index.html#{line.anchor}"), words=line.words, lang=text.lang)
        for line in resting
    )
