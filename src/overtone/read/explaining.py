"""The debug twin of the whole reading: every decision about every stretch of a text, with the rule that decided.

Each step says where it was taken, in which layer of the reading, by which rule or model, what the stretch was taken
for, and whether the candidate was kept; what was looked at and left out is told too. Steps are assembled from the
debug twins of the parts (`explain_names`, `explain_rules`, …), so nothing is explained that did not decide.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from overtone.language import LANGUAGES
from overtone.read.commitments import explain_commitments
from overtone.read.counts import explain_counts
from overtone.read.encounters import explain_encounters
from overtone.read.hygiene import cleaned, restored
from overtone.read.labels_finding import judged
from overtone.read.limits import shortened
from overtone.read.meaning import explain_meaning
from overtone.read.names import explain_names, read_names
from overtone.read.resolution.statements import explain_resolution, statements_of
from overtone.read.speakers import book
from overtone.read.speech import attribute_by_rules, explain_rules
from overtone.read.transcripts import body_of, read_transcript
from overtone.records import Attribution, Document, Mention, Span, Statement
from overtone.registry import Registry

# The layers of a reading, in the order in which they rest on one another.
LAYERS = (
    "name",
    "label",
    "cue",
    "source",
    "content",
    "speaker",
    "target",
    "tone",
    "encounter",
    "commitment",
    "count",
    "joint",
    "vote",
    "unread",
)

BEYOND = "limits"  # the rule of the stretch beyond the longest document that is read

Attribute = Callable[[str, str], Sequence[Attribution]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One decision about one stretch of the published text."""

    start: int
    stop: int
    layer: str  # one of LAYERS
    rule: str  # the rule or model that decided
    found: str = ""  # what the stretch was taken for: a registry id, a manner; empty where for nothing
    kept: bool = True  # False for a candidate that was left out
    why: str = ""  # what was weighed
    group: int = 0  # the attribution it is part of, from 1; 0 for none


def attributions_of(
    document: Document, registry: Registry, attribute: Attribute = attribute_by_rules
) -> tuple[Attribution, ...]:
    """The attributions of a document, in order, as spans of the published text; of a transcript, one for each turn.

    None for a language the house does not speak. Not resolved: the source is the mention beside the cue.
    """
    if document.lang not in LANGUAGES:
        return ()
    opening, _, _ = shortened(document)
    page, way = cleaned(opening)
    turns, unread, _ = read_transcript(page, registry, read_names(page, registry))
    found = tuple(map(_turn, turns)) if turns or unread else _in_order(attribute(page.text, page.lang))
    return restored(found, way, document.text)


def explain_reading(
    document: Document, registry: Registry, attribute: Attribute = attribute_by_rules
) -> tuple[Step, ...]:
    """Every decision of the reading, in the order of the text.

    `attribute` is what finds attributions: the rules, or a model with the rules. Nothing for a roll call, or for a
    language the house does not speak.
    """
    if document.lang not in LANGUAGES or document.kind == "roll-call":
        return ()
    opening, rest, notes = shortened(document)
    page, way = cleaned(opening)
    mentions = read_names(page, registry)
    steps = [*_names(page, registry)]
    turns, unread, _ = read_transcript(page, registry, mentions)
    statements = turns
    if turns or unread:
        steps += _labels(page, registry, turns)
    else:
        found = _in_order(attribute(page.text, page.lang))
        steps += _attributions(page, registry, mentions, found)
        statements = statements_of(page, registry, mentions, found)
    steps += [
        Step(start=one.start, stop=one.stop, layer=one.layer, rule=one.rule, found=one.found, kept=one.kept)
        for one in explain_meaning(page, registry, mentions, statements)
    ]
    steps += [*_encounters(page, registry, mentions), *_told(page, registry, mentions)]
    steps += [Step(start=span.start, stop=span.stop, layer="unread", rule="transcript") for span in unread]
    told = restored(tuple(steps), way, document.text)
    beyond = (Step(start=s.start, stop=s.stop, layer="unread", rule=BEYOND, why=notes[0]) for s in rest)
    return tuple(sorted((*told, *beyond), key=lambda step: (step.start, LAYERS.index(step.layer), step.stop)))


def _names(document: Document, registry: Registry) -> Iterator[Step]:
    for start, stop, kind, target, rule in explain_names(document, registry):
        yield Step(start=start, stop=stop, layer="name", rule=rule, found=target, kept=bool(target), why=kind)


def _labels(document: Document, registry: Registry, turns: Sequence[Statement]) -> Iterator[Step]:
    """What stands in front of colons, and whose turn follows."""
    actors = {turn.speaker_start: turn.actor or "" for turn in turns}
    names = book(registry)
    for label, one, rule in judged(document.text, *body_of(document), names.knows, names.is_place):
        found = actors.get(one.start, "")
        yield Step(start=one.start, stop=one.stop, layer="label", rule=rule, found=found, kept=label is not None)
    for number, turn in enumerate(turns, 1):
        yield Step(
            start=turn.start, stop=turn.stop, layer="content", rule=turn.reader, found=f"turn, {turn.act}", group=number
        )


def _attributions(
    document: Document, registry: Registry, mentions: Sequence[Mention], found: Sequence[Attribution]
) -> Iterator[Step]:
    for number, one in enumerate(found, 1):
        yield from _pieces(one, number)
    for cue in explain_rules(document.text, document.lang):
        if cue.attribution is None:
            yield Step(start=cue.start, stop=cue.stop, layer="cue", rule=cue.rule, kept=False)
    for start, stop, _, candidates, rule, target in explain_resolution(document, registry, mentions, found):
        weighed = ", ".join(candidates) if candidates != (target,) else ""
        yield Step(start=start, stop=stop, layer="speaker", rule=rule, found=target, kept=bool(target), why=weighed)


def _in_order(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    return tuple(sorted(found, key=lambda one: min(span.start for span in (*one.source, *one.cue, *one.content))))


def _pieces(one: Attribution, number: int) -> Iterator[Step]:
    manner = one.manner if one.stance == "affirmed" else f"{one.manner}, {one.stance}"
    sure = "" if one.score == 1 else f"score {one.score:.2f}"
    for layer, spans in (("source", one.source), ("cue", one.cue), ("content", one.content)):
        step = Step(start=0, stop=0, layer=layer, rule=one.rule, found=manner, why=sure, group=number)
        yield from (replace(step, start=span.start, stop=span.stop) for span in spans)


def _encounters(document: Document, registry: Registry, mentions: Sequence[Mention]) -> Iterator[Step]:
    for report, rules in explain_encounters(document, registry, mentions):
        found = f"{report.kind}, {report.status}, {report.date.isoformat()}: {', '.join(report.parties)}"
        yield Step(start=report.start, stop=report.stop, layer="encounter", rule=rules, found=found)


def _told(document: Document, registry: Registry, mentions: Sequence[Mention]) -> Iterator[Step]:
    """What is promised, and the counts of contacts that the text claims."""
    for promise, rule in explain_commitments(document, registry, mentions):
        found = f"{promise.status}: {promise.who}"
        yield Step(start=promise.start, stop=promise.stop, layer="commitment", rule=rule, found=found)
    for claim, rule in explain_counts(document, registry, mentions):
        found = f"{claim.ordinal}, {claim.kind}: {', '.join(claim.parties)}"
        yield Step(start=claim.start, stop=claim.stop, layer="count", rule=rule, found=found)


def _turn(turn: Statement) -> Attribution:
    """A turn of a transcript as an attribution: the label is its source, and no word reports."""
    return Attribution(
        source=(Span(start=turn.speaker_start, stop=turn.speaker_stop),)
        if turn.speaker_stop > turn.speaker_start
        else (),
        cue=(),
        content=(Span(start=turn.start, stop=turn.stop),),
        manner="direct",
        rule=turn.reader,
    )
