"""To whom words are said, before whom, and in which language, where the text tells: "told Macron", «на брифинге».

Not for guessing an audience from the occasion.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from overtone.language.hearing import HEARING, Hearers
from overtone.read.quotations import inside
from overtone.read.resolution.scene import Scene, within
from overtone.read.resolution.wording import any_of
from overtone.records import Attribution

REACH = 4  # words between a verb and whom it addresses
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Who hears a statement, as far as the text tells."""

    addressees: tuple[str, ...] = ()
    audience: str = ""
    spoken_lang: str = ""


def hearing(scene: Scene, attribution: Attribution, run: tuple[int, int]) -> Hearing:
    """Addressees, audience and language of one attribution within its sentences."""
    words = HEARING[scene.document.lang]
    free = list(_outside(attribution, run))
    addressees, audience = [], ""
    for cue in attribution.cue:
        found, printed = _told(scene, attribution, cue.stop, words)
        addressees += found
        audience = audience or printed
    return Hearing(
        addressees=tuple(dict.fromkeys(addressees)),
        audience=audience or _occasion(scene, words, free),
        spoken_lang=_language(scene, words, free),
    )


def _outside(attribution: Attribution, run: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts of the sentences that are not the words reported."""
    low = run[0]
    for span in sorted(attribution.content, key=lambda s: s.start):
        if low < span.start:
            yield low, min(span.start, run[1])
        low = max(low, span.stop)
    if low < run[1]:
        yield low, run[1]


def _told(scene: Scene, attribution: Attribution, place: int, words: Hearers) -> tuple[list[str], str]:
    """Whom a verb addresses: the name or the audience right behind it, the source passed over."""
    stop = _clause_end(scene, attribution, place)
    source = attribution.source[0] if attribution.source else None
    if source is not None and place <= source.start < stop:
        place = source.stop
        stop = _clause_end(scene, attribution, place)
    verb = _last_word(scene, place if source is None or source.stop != place else attribution.cue[0].stop)
    people = [m for m in within(scene.people, place, stop) if _near(scene, place, m.start, words)]
    if people and _is_told(scene, people[0].start, people[0].stop, place, verb, words):
        return [people[0].target], ""
    found = any_of(words.audiences).search(scene.text, place, stop)
    if found and _near(scene, place, found.start(), words):
        low = _phrase_start(scene, place, found.start(), words)
        return [], scene.document.text[low : found.end()].strip()
    return [], ""


def _clause_end(scene: Scene, attribution: Attribution, place: int) -> int:
    ends = [span.start for span in attribution.content if span.start >= place]
    sentence = scene.sentence(place) or (place, place)
    cut = re.compile(r"[,;:.(«“\"]").search(scene.text, place, sentence[1])
    return min([*ends, sentence[1], cut.start() if cut else sentence[1]])


def _near(scene: Scene, place: int, start: int, words: Hearers) -> bool:
    between = WORD.findall(scene.text[place:start])
    return len(between) <= REACH and words.not_to.isdisjoint(between)


def _is_told(scene: Scene, start: int, stop: int, place: int, verb: str, words: Hearers) -> bool:
    """Whether a name behind a verb is whom it addresses: after "told" or "to"; in the dative."""
    between = WORD.findall(scene.text[place:start])
    if words.to and not words.to.isdisjoint(between):
        return True
    if verb in words.telling:
        return True
    return bool(words.dative) and scene.text[start:stop].endswith(words.dative) and not between


def _last_word(scene: Scene, stop: int) -> str:
    found = WORD.findall(scene.text[max(0, stop - 40) : stop])
    return found[-1] if found else ""


def _phrase_start(scene: Scene, place: int, start: int, words: Hearers) -> int:
    low = place
    for word in WORD.finditer(scene.text, place, start):
        if word[0] in words.to:
            low = word.end()
    return low


def _occasion(scene: Scene, words: Hearers, free: list[tuple[int, int]]) -> str:
    """ "at a briefing", «в интервью РБК»: where the words were said, as printed."""
    for low, high in free:
        for found in re.compile(words.occasions).finditer(scene.text, low, high):
            if not inside(found.start(), scene.quoted):
                return scene.document.text[found.start() : found.end()].strip()
    return ""


def _language(scene: Scene, words: Hearers, free: list[tuple[int, int]]) -> str:
    for code, pattern in words.spoken:
        if any(re.compile(pattern).search(scene.text, low, high) for low, high in free):
            return code
    return ""
