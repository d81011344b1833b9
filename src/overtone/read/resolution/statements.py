"""From attributions to statements: who is meant by each source, and the sentences in which those words stand.

One statement for each speaker and run of sentences; attributions of one speaker in one sentence are one statement. A
speaker the facts do not know stays as printed, without an actor. Not for finding attributions: `read/speech` does.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from overtone.language import language
from overtone.read.names import topics_of, within
from overtone.read.resolution.acts import acts, carries_on, only_contact
from overtone.read.resolution.addressees import Hearing, hearing
from overtone.read.resolution.history import History, Voice
from overtone.read.resolution.mending import anchor, mended, pieces
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.rules import Verdict, decide
from overtone.read.resolution.scene import Scene, scene_of
from overtone.read.resolution.subjects import is_led, subject
from overtone.records import Attribution, Document, Mention, Span, Statement
from overtone.registry import Registry

READER = "resolution@1"
NEAR = 20  # attributions of one sentence among which a reporter is looked for: a sentence with more is a list
Told = tuple[Attribution, tuple[int, int], Verdict]  # an attribution, its mention, and whom it means


class Resolution(NamedTuple):
    """Whom one source was given to: the mention, who was weighed, the rule, and the actor or nothing."""

    start: int
    stop: int
    printed: str
    candidates: tuple[str, ...]
    rule: str
    target: str


@dataclass(slots=True)
class Said:
    """What one speaker says in one run of sentences, gathered from one or more attributions."""

    run: tuple[int, int]
    mention: tuple[int, int]
    target: str
    known_by: str  # tells unknown speakers apart
    verdict: Verdict
    parts: list[Attribution] = field(default_factory=list)


def statements_of(
    document: Document, registry: Registry, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> tuple[Statement, ...]:
    """The statements of a document that reports, in order, for the attributions found in it.

    Attributions in a headline make no statement, nor does a readout's sentence that only tells of a contact.
    Raises UsageError for a language the house does not speak.
    """
    scene = scene_of(document, registry, mentions)
    told = list(resolved(scene, attributions))
    told = [one for one in told if not _passed_on(one, told)]
    homes = {home for one in told if (home := _home(scene, one[0])) is not None}
    gathered: list[Said] = []
    for attribution, mention, verdict in told:
        run = _run(scene, attribution, homes)
        if run is not None and not only_contact(scene, run):
            _gather(scene, gathered, run, (attribution, mention, verdict))
    found = sorted((_statement(scene, mentions, said) for said in gathered), key=lambda s: (s.start, s.speaker_start))
    unique = {(s.start, s.stop, s.actor): s for s in reversed(found)}
    return tuple(reversed(unique.values()))


def explain_resolution(
    document: Document, registry: Registry, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> Iterator[Resolution]:
    """The debug twin of `statements_of`: each source, who was weighed, the rule that decided, and for whom."""
    for _, (start, stop), verdict in resolved(scene_of(document, registry, mentions), attributions):
        for target in verdict.targets or ("",):
            yield Resolution(start, stop, document.text[start:stop], verdict.candidates, verdict.rule, target)


def resolved(scene: Scene, attributions: Sequence[Attribution]) -> Iterator[Told]:
    """Each attribution of lead and body with its mention and the verdict, in the order of the text.

    The attributions are put right first, and those added that only the names tell (`mending`, `acts`).
    """
    history = opening(scene)
    better = mended(scene, attributions)
    waiting = sorted((a for a in (*better, *acts(scene, better)) if pieces(a)), key=anchor)
    number = 0
    covered = 0
    for start, stop in scene.sentences:
        here: list[Attribution] = []
        while number < len(waiting) and anchor(waiting[number]) < stop:
            if anchor(waiting[number]) >= start:
                here.append(waiting[number])
            number += 1
        yield from _in_sentence(scene, history, here, (start, stop))
        covered = max([covered, *(span.stop for one in here for span in one.content)])
        if not here and covered < stop:
            carried = _carried_on(scene, history, (start, stop))
            if carried is not None:
                yield carried
            _acted(scene, history, start, stop)


def _in_sentence(
    scene: Scene, history: History, here: Sequence[Attribution], sentence: tuple[int, int]
) -> Iterator[Told]:
    """Who is meant in one sentence: who reports before whom that one reports on, and is the last who spoke."""
    reported = [_is_reported(one, here[max(0, at - NEAR) : at + NEAR + 1]) for at, one in enumerate(here)]
    inner = [one for one, by_another in zip(here, reported, strict=True) if by_another]
    outer = [one for one, by_another in zip(here, reported, strict=True) if not by_another]
    told: list[Told] = []
    for one in (*outer, *inner):
        mention, verdict = _decide(scene, one, sentence, history)
        told.append((one, mention, verdict))
        _remember(scene, history, verdict)
    if inner:
        for _, _, verdict in told[: len(outer)]:
            _remember(scene, history, verdict)
    yield from sorted(told, key=lambda each: anchor(each[0]))


def _is_reported(one: Attribution, here: Sequence[Attribution]) -> bool:
    """Whether another one near it in the sentence reports that this one speaks: "Putin promised money, he said"."""
    if not one.source:
        return False
    at = one.source[0].start
    return any(
        other is not one and other.source and any(span.start <= at < span.stop for span in other.content)
        for other in here
    )


def opening(scene: Scene) -> History:
    """The history at the beginning of a page: whoever its headline is about."""
    history = History()
    first = scene.starts[0] if scene.starts else 0
    titled = next((m for m in scene.people if m.stop <= first and not is_led(scene, m.start)), None)
    if titled is not None:
        history.add(Voice(titled.target, "person", scene.gender(titled.target)))
    return history


def _carried_on(scene: Scene, history: History, sentence: tuple[int, int]) -> Told | None:
    """What was talked about, told in a readout after its institution has spoken: that institution's words too."""
    last = history.last(said=True)
    if last is None or last.kind != "body" or not last.target or not carries_on(scene, sentence):
        return None
    span = (Span(start=sentence[0], stop=sentence[1]),)
    whole = Attribution(source=(), cue=(), content=span, manner="indirect", rule="readout@1")
    verdict = Verdict("carried-on@1", (last.target,), (last.target,), "body")
    return whole, (sentence[0], sentence[0]), verdict


def _acted(scene: Scene, history: History, start: int, stop: int) -> None:
    found = subject(scene, start, stop)
    if found is not None:
        kind = "person" if found.kind == "actor" else "body"
        history.add(Voice(found.target, kind, scene.gender(found.target)))


def _remember(scene: Scene, history: History, verdict: Verdict) -> None:
    if not verdict.targets:
        history.add(Voice("", verdict.kind, verdict.gender, said=True, named=verdict.named))
    for target in verdict.targets:
        kind = "person" if target in scene.registry.actors else "body"
        history.add(Voice(target, kind, scene.gender(target), said=True))


def _decide(
    scene: Scene, attribution: Attribution, sentence: tuple[int, int], history: History
) -> tuple[tuple[int, int], Verdict]:
    """The mention and whom it means; a verb without a subject goes on with the last speaker."""
    if not attribution.source:
        start = attribution.cue[0].start if attribution.cue else anchor(attribution)
        return (start, start), _dropped(scene, attribution, history)
    start, stop = attribution.source[0].start, attribution.source[0].stop
    aside = tuple((span.start, span.stop) for span in attribution.content)
    phrase = Phrase(scene, start, stop, scene.sentence(start) or sentence, aside)
    return (start, stop), decide(phrase, history)


def _dropped(scene: Scene, attribution: Attribution, history: History) -> Verdict:
    """«Отметил также, что …»: a finite verb in the past goes on with the last speaker of its gender."""
    last = history.last(said=True)
    if last is None or not last.target or last.kind != "person" or not scene.reporting.free_order:
        return Verdict("unknown@1", kind="crowd")  # nobody named: no person whom "he" could mean
    words = " ".join(scene.text[span.start : span.stop] for span in attribution.cue).split()
    endings = ("ла", "лась", "лася") if last.gender == "f" else ("л", "лся", "ў", "ўся")
    if any(word.endswith(endings) for word in words):
        return Verdict("dropped-subject@1", (last.target,), (last.target,), gender=last.gender)
    return Verdict("unknown@1", kind="crowd")


def _passed_on(one: Told, told: Sequence[Told]) -> bool:
    """Whether a paper or the press only passes on what a person says in the same words: "by the readout, X said …"."""
    attribution, _, verdict = one
    if verdict.kind == "person" or not attribution.content:
        return False
    inside = [(span.start, span.stop) for span in attribution.content]
    return verdict.paper and any(
        inner.source
        and other.targets
        and other.kind == "person"
        and any(a <= inner.source[0].start < b for a, b in inside)
        for inner, _, other in told
        if inner is not attribution
    )


def _home(scene: Scene, attribution: Attribution) -> tuple[int, int] | None:
    """The sentence that tells who speaks."""
    return scene.sentence(anchor(attribution))


def _run(scene: Scene, attribution: Attribution, homes: Container[tuple[int, int]]) -> tuple[int, int] | None:
    """The sentence that reports, and those beside it which the reported words fill and which report nothing else."""
    home = _home(scene, attribution)
    if home is None:
        return None
    at = scene.sentences.index(home)
    low = high = at
    spans = [(span.start, span.stop) for span in attribution.content]
    while low > 0 and scene.sentences[low - 1] not in homes and _filled(scene.sentences[low - 1], spans):
        low -= 1
    while (
        high + 1 < len(scene.sentences)
        and scene.sentences[high + 1] not in homes
        and _filled(scene.sentences[high + 1], spans)
    ):
        high += 1
    return scene.sentences[low][0], scene.sentences[high][1]


def _filled(sentence: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    shared = sum(max(0, min(sentence[1], b) - max(sentence[0], a)) for a, b in spans)
    return 2 * shared > sentence[1] - sentence[0]


def _gather(scene: Scene, gathered: list[Said], run: tuple[int, int], told: Told) -> None:
    attribution, mention, verdict = told
    for target in verdict.targets or ("",):
        known_by = target or verdict.named or scene.text[mention[0] : mention[1]]
        same = next((s for s in gathered if s.known_by == known_by and s.run[0] < run[1] and run[0] < s.run[1]), None)
        if same is None:
            gathered.append(Said(run, mention, target, known_by, verdict, [attribution]))
        else:
            same.run = (min(same.run[0], run[0]), max(same.run[1], run[1]))
            same.parts.append(attribution)


def _statement(scene: Scene, mentions: Sequence[Mention], said: Said) -> Statement:
    document, (start, stop) = scene.document, said.run
    inside = tuple(
        m for m in within(mentions, start, stop) if not (m.start >= said.mention[0] and m.stop <= said.mention[1])
    )
    office = scene.registry.main_office(said.target, scene.day) if said.target else None
    heard = _heard(scene, said)
    first = said.parts[0]
    return Statement(
        document=document.id,
        reader=READER,
        start=start,
        stop=stop,
        speaker=document.text[said.mention[0] : said.mention[1]],
        speaker_start=said.mention[0],
        speaker_stop=said.mention[1],
        actor=said.target or None,
        office=office.id if office else None,
        manner=_manner(said.parts),
        act="position",
        said_on=scene.day,
        lang=document.lang,
        venue=document.event,
        place=document.place,
        words=language(document.lang).words(document.text[start:stop]),
        topics=topics_of(inside),
        mentions=inside,
        cue=_all(part.cue for part in said.parts),
        content=_all(part.content for part in said.parts),
        stance=first.stance,
        addressees=heard.addressees,
        audience=heard.audience,
        spoken_lang=heard.spoken_lang,
        rule=f"{first.rule}+{said.verdict.rule}",
    )


def _heard(scene: Scene, said: Said) -> Hearing:
    found = Hearing()
    for part in said.parts:
        one = hearing(scene, part, said.run)
        found = replace(
            found,
            addressees=tuple(dict.fromkeys(a for a in (*found.addressees, *one.addressees) if a != said.target)),
            audience=found.audience or one.audience,
            spoken_lang=found.spoken_lang or one.spoken_lang,
        )
    return found


def _manner(parts: Sequence[Attribution]) -> str:
    manners = {part.manner for part in parts}
    return manners.pop() if len(manners) == 1 else "mixed"


def _all(groups: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    spans = {(span.start, span.stop): span for group in groups for span in group}
    return tuple(spans[key] for key in sorted(spans))
