"""What a rule finds before it becomes a record: places in characters, and how the words are reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from overtone.read.speech.layout import QUOTE, Paragraph
from overtone.records import Attribution, Span

Place = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A candidate attribution. Places are characters of the text, end exclusive."""

    rule: str
    source: list[Place] = field(default_factory=list)
    cue: list[Place] = field(default_factory=list)
    content: list[Place] = field(default_factory=list)
    stance: str = "affirmed"
    quoted: list[Place] = field(default_factory=list)  # the quotations within its content

    def attribution(self) -> Attribution:
        """The record, with pieces in order and the manner told by how much of the content is quoted."""
        content = sorted(self.content)
        inside = sum(_shared(piece, quotes) for piece in content for quotes in self.quoted)
        total = sum(stop - start for start, stop in content)
        manner = "indirect" if not inside else "direct" if inside >= 0.9 * total else "mixed"
        return Attribution(
            source=_spans(self.source),
            cue=_spans(self.cue),
            content=_spans(content),
            manner=manner,
            rule=f"{self.rule}@1",
            stance=self.stance,
        )


def found(one: Paragraph, rule: str, source: Place | None, cue: Place, content: Sequence[Place]) -> Found:
    """A candidate from token ranges; punctuation at the ends of the content is left out."""
    item = Found(rule)
    if source is not None:
        item.source = [(one.starts[source[0]], one.stops[source[1] - 1])]
    item.cue = [(one.starts[cue[0]], one.stops[cue[1] - 1])]
    for first, last in content:
        stop = last
        while stop > first + 1 and one.words[stop - 1] in ".,;:—–-":
            stop -= 1
        item.content.append((one.starts[first], one.stops[stop - 1]))
        item.quoted += [(one.starts[n], one.stops[n]) for n in range(first, stop) if one.words[n] == QUOTE]
    return item


def _spans(places: Iterable[Place]) -> tuple[Span, ...]:
    return tuple(Span(start=start, stop=stop) for start, stop in sorted(places))


def _shared(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
