"""Rules and the trained reader together: what each finds, and which of two that found the same words is believed.

Not for telling who "he" is: that is resolution.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from overtone.read.speech.rules import attribute_by_rules
from overtone.records import Attribution, Span

MOST = 40_000  # characters of one document that the tagger reads: a second and a half of work


class Trained(Protocol):
    """A trained reader of who says what."""

    def attribute(self, text: str, lang: str) -> tuple[Attribution, ...]:
        """The attributions of a text in a language of the house."""


def attribute(text: str, lang: str, tagger: Trained | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text, in order, by rules alone or, where a tagger is given, by both.

    UsageError for a language the house does not speak.
    """
    by_rules = attribute_by_rules(text, lang)
    if tagger is None:
        return by_rules
    return merged(tagger.attribute(opening(text), lang), by_rules)


def opening(text: str) -> str:
    """The part of a text that the tagger reads, to the end of a paragraph where there is one: `MOST` characters.

    So its work on one document is bounded; what is beyond is read by rules.
    """
    if len(text) <= MOST:
        return text
    end = text.rfind("\n", MOST // 2, MOST)
    return text[: end if end > 0 else MOST]


def merged(tagged: Sequence[Attribution], by_rules: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The tagger's attributions, and those of the rules whose words it gave to nobody."""
    taken = _Taken(span for one in tagged for span in one.content)
    added = [one for one in by_rules if not any(taken.meets(span) for span in one.content)]
    return tuple(sorted([*tagged, *added], key=_place))


class _Taken:
    """Stretches that are taken, for asking whether another meets one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._places = frozenset(place for span in spans for place in range(span.start, span.stop))

    def meets(self, span: Span) -> bool:
        return any(place in self._places for place in range(span.start, span.stop))


def _place(one: Attribution) -> tuple[int, int]:
    first = min((*one.source, *one.cue, *one.content), key=lambda span: span.start)
    return first.start, first.stop
