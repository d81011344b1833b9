"""What a rule finds before it becomes a record: places in characters, and how the words are reported."""

from collections.abc import Iterable
from dataclasses import dataclass, field

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


def _spans(places: Iterable[Place]) -> tuple[Span, ...]:
    return tuple(Span(start=start, stop=stop) for start, stop in sorted(places))


def _shared(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
