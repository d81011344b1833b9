"""From findings to sections: what stands in the headline, the lead and the body, and what leads from theme to theme."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from overtone.records import Brief, Finding, Section, Slot

IN_LEAD = 2
IN_BODY = 12
LINKED = 2  # see-also links at most

# The headline is made of the first finding of the theme that one of these rows knows: phrase, headline, slots it takes.
HEADLINES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "met-bilateral": ("headline-bilateral", ("parties", "place")),
    "met-bilateral-noplace": ("headline-bilateral-noplace", ("parties",)),
    "met-sidelines": ("headline-sidelines", ("parties", "place")),
    "met-sidelines-noplace": ("headline-sidelines-noplace", ("parties",)),
    "met-event": ("headline-event", ("event",)),
    "phoned": ("headline-phone", ("parties",)),
    "met-video": ("headline-video", ("parties",)),
    "voted-bloc": ("headline-vote", ("resolution",)),
    "event-named": ("headline-event", ("event",)),
    "spoke": ("headline-topic", ("actor", "topic")),
    "spoke-noffice": ("headline-topic", ("actor", "topic")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Themed:
    """What is known of one theme in the week."""

    theme: str
    verdict: str
    ground: Finding
    findings: tuple[Finding, ...]
    topics: tuple[str, ...]  # those spoken of, most first


def findings_in(brief: Brief) -> Iterator[Finding]:
    """Every finding of a brief that becomes a sentence: of sections, registers, limits and portraits."""
    for one in brief.sections:
        yield from (one.headline, one.ground, *one.lead, *one.body)
    yield from (finding for register in brief.registers for finding in register.findings)
    yield from brief.limits
    for portrait in brief.portraits:
        yield portrait.title
        yield from (finding for register in portrait.registers for finding in register.findings)


def section(themed: Themed, others: Sequence[Themed]) -> Section:
    """One theme laid out: the weightiest findings lead, the rest follow in order of weight."""
    ranked = sorted(themed.findings, key=lambda f: (-f.weight, f.id))
    quiet = Finding(key="theme-quiet", slots=(), evidence=(), mark="limit")
    lead = tuple(ranked[:IN_LEAD]) or (quiet,)
    return Section(
        theme=themed.theme,
        verdict=themed.verdict,
        ground=themed.ground,
        headline=_headline(themed, ranked),
        lead=lead,
        body=tuple(ranked[IN_LEAD : IN_LEAD + IN_BODY]),
        see_also=_neighbours(themed, others),
    )


def _headline(themed: Themed, ranked: Sequence[Finding]) -> Finding:
    small = [f for f in ranked if f.key in HEADLINES and not f.key.startswith("spoke")]
    for finding in small:
        key, wanted = HEADLINES[finding.key]
        slots = tuple(slot for slot in finding.slots if slot.name in wanted)
        return Finding(key=key, slots=slots, evidence=finding.evidence)
    if len(themed.topics) >= 2 and ranked:
        first, second = (
            Slot(name=n, kind="topic", value=t) for n, t in zip(("first", "second"), themed.topics, strict=False)
        )
        return Finding(key="headline-topics", slots=(first, second), evidence=ranked[0].evidence)
    for finding in ranked:
        if finding.key in HEADLINES:
            key, wanted = HEADLINES[finding.key]
            slots = tuple(slot for slot in finding.slots if slot.name in wanted)
            return Finding(key=key, slots=slots, evidence=finding.evidence)
    if ranked:
        return _plain(themed, ranked[0])
    return Finding(key="headline-quiet", slots=(), evidence=(), mark="limit")


def _plain(themed: Themed, finding: Finding) -> Finding:
    """A headline for findings no row knows: the topic and who spoke of it, or the theme's own name."""
    actor = next((slot for slot in finding.slots if slot.name == "actor"), None)
    if actor is not None and themed.topics:
        topic = Slot(name="topic", kind="topic", value=themed.topics[0])
        return Finding(key="headline-topic", slots=(actor, topic), evidence=finding.evidence)
    name = Slot(name="event", kind="theme", value=themed.theme)
    return Finding(key="headline-event", slots=(name,), evidence=finding.evidence)


def _neighbours(themed: Themed, others: Sequence[Themed]) -> tuple[str, ...]:
    """Themes that rest on some of the same words, those that share most first."""
    own = {(e.document, e.row) for f in themed.findings for e in f.evidence}
    shared = [
        (len(own & {(e.document, e.row) for f in other.findings for e in f.evidence}), other.theme)
        for other in others
        if other.theme != themed.theme
    ]
    return tuple(theme for number, theme in sorted(shared, key=lambda s: (-s[0], s[1])) if number)[:LINKED]
