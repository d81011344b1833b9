"""The debug twin of what statements mean: whom each is about, in what tone, and why; joint texts and votes told.

Not for finding statements: `explaining.py` shows how those were found.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overtone.read.enrich import NO_MODELS, Models, enrich_all, scope_of
from overtone.read.joint import read_joint
from overtone.read.targets import explain_targets
from overtone.read.tone import tone_of
from overtone.read.votes_told import read_told_votes
from overtone.records import Document, Mention, Statement
from overtone.registry import Registry

NEUTRAL = "0"


class Meant(NamedTuple):
    """One decision about the meaning of a stretch: layer, what it was taken for, the rule, whether it counts."""

    start: int
    stop: int
    layer: str  # target | tone | joint | vote
    found: str
    rule: str
    kept: bool


def explain_meaning(
    document: Document,
    registry: Registry,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    models: Models = NO_MODELS,
) -> Iterator[Meant]:
    """Targets and tone of each statement with the rules or the head that decided, then joint texts and votes."""
    for statement in enrich_all(statements, document, registry, mentions, models):
        yield from _targets(document, registry, mentions, statement)
        yield from _tone(document, statement)
    for joint in read_joint(document, registry, mentions):
        found = f"{joint.form}, {joint.status}: {', '.join(joint.parties)}"
        yield Meant(joint.start, joint.stop, "joint", found, joint.reader, True)
    for vote in read_told_votes(document, registry, mentions):
        yield Meant(
            vote.start, vote.stop, "vote", f"{vote.state} {vote.choice} on {vote.resolution}", vote.reader, True
        )


def _targets(
    document: Document, registry: Registry, mentions: Sequence[Mention], statement: Statement
) -> Iterator[Meant]:
    for target, weight, rules in explain_targets(document, registry, mentions, scope_of(statement)):
        kept = target in statement.targets
        yield Meant(statement.start, statement.stop, "target", target, f"{'+'.join(rules) or 'named'}:{weight:g}", kept)


def _tone(document: Document, statement: Statement) -> Iterator[Meant]:
    if statement.tone is None:
        return
    words = [" ".join(document.text[s.start : s.stop] for s in part) for part in (statement.content, statement.cue)]
    weighed = tone_of(words[0], statement.lang, cue=words[1], targeted=bool(statement.targets))
    rule = ", ".join(weighed.reasons) if weighed.value == statement.tone else "head"
    yield Meant(
        statement.start, statement.stop, "tone", f"{statement.tone:+d}" if statement.tone else NEUTRAL, rule, True
    )
