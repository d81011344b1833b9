"""Reports that no cue of speech tells: "Lukashenko spoke of", "the Council approved", "in his words".

They need the names, so they are found here and not in `read/speech`. A sentence in which somebody already speaks is
left as it is, but for a paper that passes on what a person says. Not for acts without words: meeting, flying, signing.
"""

from collections.abc import Iterator, Sequence

from overtone.language.acting_cues import ACTING
from overtone.read.quotations import inside
from overtone.read.resolution.mending import Sentence, anchor, pieces, subjects_of
from overtone.read.resolution.scene import Scene, within
from overtone.read.resolution.subjects import WORD
from overtone.records import Attribution, Span

_LONGEST = 90  # characters of a phrase behind "by"
READOUT = "readout"


def acts(scene: Scene, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Further attributions, one for each sentence at most, in the order of the text."""
    homes: dict[Sentence, list[Attribution]] = {}
    for one in attributions:
        home = scene.sentence(anchor(one)) if pieces(one) else None
        if home is not None:
            homes.setdefault(home, []).append(one)
    for sentence in scene.sentences:
        here = homes.get(sentence, ())
        found = _act(scene, sentence, here) or (_told(scene, sentence) if not here else None)
        if found is not None:
            yield found


def _act(scene: Scene, sentence: Sentence, here: Sequence[Attribution]) -> Attribution | None:
    """The subject of the sentence does something with words."""
    lang = ACTING[scene.document.lang]
    for start, stop, is_body in subjects_of(scene, sentence):
        if any(_is_taken(scene, one, start, stop) for one in here):
            continue
        told = lang.acts.match(scene.text, stop, sentence[1])
        if told is None and is_body:
            told = lang.decides.match(scene.text, stop, sentence[1])
        if told is not None:
            return _reported(sentence, (start, stop), told.span(1), told.end(), "act@1")
    return None


def _is_taken(scene: Scene, one: Attribution, start: int, stop: int) -> bool:
    """Whether words in which somebody stands are already given to that one, or to a person who reports them."""
    if any(span.start < stop and start < span.stop for span in one.source):
        return True
    words = set(WORD.findall(scene.text[one.source[0].start : one.source[0].stop])) if one.source else set()
    if not scene.wording.papers.isdisjoint(words):
        return False
    return not one.source or any(span.start <= start < span.stop for span in one.content)


def _told(scene: Scene, sentence: Sentence) -> Attribution | None:
    """ "in his words", "on a proposal by X", "was given by X"."""
    lang = ACTING[scene.document.lang]
    own = lang.own.search(scene.text, *sentence)
    if own is not None and not inside(own.start(), scene.quoted):
        return _reported(sentence, own.span(1), own.span(), sentence[0], "own-words@1")
    by = lang.agent.search(scene.text, *sentence)
    if by is None or inside(by.start(), scene.quoted):
        return None
    named = [*within(scene.people, by.end(), min(sentence[1], by.end() + _LONGEST))][:1]
    if not named or len(WORD.findall(scene.text[by.end() : named[0].start])) > 4:
        return None
    return _reported(sentence, (by.end(), named[0].stop), (by.start(), by.end() - 1), sentence[0], "agent@1")


def _reported(sentence: Sentence, source: Sentence, cue: Sentence, start: int, rule: str) -> Attribution:
    low = max(start, cue[1]) if start > sentence[0] else sentence[0]
    return Attribution(
        source=(Span(start=source[0], stop=source[1]),),
        cue=(Span(start=cue[0], stop=cue[1]),),
        content=(Span(start=low, stop=sentence[1]),) if low < sentence[1] else (),
        manner="indirect",
        rule=rule,
    )


def carries_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence of a readout tells what was talked about, and so goes on with who reports the talk."""
    if scene.document.kind != READOUT:
        return False
    return ACTING[scene.document.lang].topics.search(scene.text, *sentence) is not None


def only_contact(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence of a readout tells that some spoke, and nothing of what: a contact, no position."""
    if scene.document.kind != READOUT:
        return False
    lang = ACTING[scene.document.lang]
    if lang.contacts.search(scene.text, *sentence) is None:
        return False
    return lang.contents.search(scene.text, *sentence) is None
