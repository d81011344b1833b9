"""Rules and the trained reader together: what each finds, and which of two that found the same words is believed.

Not for telling who "he" is: that is resolution.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from overtone.language.speaking import SPEAKING, Speaking
from overtone.read.speech.marks import Quoted, outermost, quotations
from overtone.read.speech.rules import attribute_by_rules
from overtone.records import Attribution, Span

TRUSTED = frozenset({"en"})  # languages in which the tagger had text enough to learn from
ACROSS = frozenset({"colon@1", "label@1", "lead_paragraph@1", "signature@1"})
SURE = 0.9
LIKELY = 0.6  # score of the tagger from which it needs no rule beside it
NOBODY = 0.75  # the same where it names no source: words that only look like speech ("would call forth a response")
CLOSING = 3  # letters at the end of a quotation: a stop, a comma, the mark
AFTER = 12  # letters after a cue in which what is declined may stand: "declined [to comment]"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
HALF, NOTHING = 0.5, 0.0  # shares of the content that the other may have given to somebody
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
    speaking = SPEAKING[lang]
    tagged = whole_quotations(tagger.attribute(opening(text), lang), text)
    return merged([_with_stance(one, text, speaking) for one in tagged], by_rules, trusted=lang in TRUSTED)


def opening(text: str) -> str:
    """The part of a text that the tagger reads, to the end of a paragraph where there is one: `MOST` characters.

    So its work on one document is bounded; what is beyond is read by rules.
    """
    if len(text) <= MOST:
        return text
    end = text.rfind("\n", MOST // 2, MOST)
    return text[: end if end > 0 else MOST]


def merged(tagged: Sequence[Attribution], by_rules: Sequence[Attribution], *, trusted: bool) -> tuple[Attribution, ...]:
    """One list of the two, in order.

    Where the tagger is `trusted`, it goes first with what it is likely right in and what a rule found too, and the
    rules add what lies beyond the paragraph that it sees: labels, signatures, a colon before the next paragraph.
    Elsewhere the rules go first, and the tagger adds what it is sure of and no rule has given to anybody.
    """
    if trusted:
        agreed = _Agreed(by_rules)
        first = [one for one in tagged if one.score >= (LIKELY if one.source else NOBODY) or agreed.on(one)]
        passed_on = [one for one in by_rules if one.manner == "direct" and _within_reported(one, first)]
        first += passed_on
        more, most = [one for one in by_rules if one.rule in ACROSS], HALF
    else:
        first, more, most = list(by_rules), [one for one in tagged if one.score >= SURE], NOTHING
    taken = _Taken(span for one in first for span in one.content)
    added = [one for one in more if taken.share(one.content) <= most]
    return tuple(sorted([*first, *added], key=_place))


def whole_quotations(tagged: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions with each piece of content that ends a quotation begun at the quotation's opening mark.

    The tagger may take the last sentence of a quotation for the whole. What another attribution holds stays its own.
    """
    regions = outermost(quotations(text))
    starts = [region.start for region in regions]
    taken = _Taken(span for one in tagged for span in one.content)
    return [replace(one, content=tuple(_whole(span, regions, starts, taken) for span in one.content)) for one in tagged]


def _whole(span: Span, regions: Sequence[Quoted], starts: Sequence[int], taken: "_Taken") -> Span:
    at = bisect_right(starts, span.start) - 1
    if at < 0 or not regions[at].start < span.start < span.stop <= regions[at].stop:
        return span
    begin, end = regions[at].start, regions[at].stop
    ends = span.stop >= end - CLOSING
    free = taken.share([Span(start=begin, stop=span.start)]) == 0
    return Span(start=begin, stop=span.stop) if ends and free and begin + 1 < span.start else span


def _with_stance(one: Attribution, text: str, speaking: Speaking) -> Attribution:
    """The attribution with what its cue words tell: denied, or declined to comment."""
    words = {word for span in one.cue for word in _WORD.findall(text[span.start : span.stop + AFTER].lower())}
    if words & speaking.declines and words & speaking.comments:
        return replace(one, stance="declined")
    cue = {word for span in one.cue for word in _WORD.findall(text[span.start : span.stop].lower())}
    return replace(one, stance="denied") if cue & speaking.denies else one


class _Agreed:
    """What the rules found, for asking whether another attribution has the cue, the source and the content of one."""

    def __init__(self, by_rules: Sequence[Attribution]) -> None:
        self._at = {place: one for one in by_rules for span in one.cue for place in range(span.start, span.stop)}

    def on(self, one: Attribution) -> bool:
        """Whether a rule found the same: words of its cue, source and content in common."""
        places = (place for span in one.cue for place in range(span.start, span.stop))
        rule = next((self._at[place] for place in places if place in self._at), None)
        return rule is not None and _meet(rule.source, one.source) and _meet(rule.content, one.content)


def _within_reported(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether the cue and the source are part of what another is said to report: ["…," he said], according to BelTA."""
    inner = [*one.cue, *one.source]
    return bool(one.source) and any(
        all(outer.start <= span.start and span.stop <= outer.stop for span in inner)
        for other in others
        if other.manner != "direct"
        for outer in other.content
    )


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.stop and other.start < one.stop for one in some for other in others)


class _Taken:
    """Stretches that are taken, for asking how much of others is."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._places = frozenset(place for span in spans for place in range(span.start, span.stop))

    def share(self, spans: Sequence[Span]) -> float:
        """How much of some stretches is taken, 0 to 1."""
        places = [place for span in spans for place in range(span.start, span.stop)]
        return sum(place in self._places for place in places) / max(1, len(places))


def _place(one: Attribution) -> tuple[int, int]:
    first = min((*one.source, *one.cue, *one.content), key=lambda span: span.start)
    return first.start, first.stop
