"""How a speaker stands to whom he speaks of, on a scale of five steps.

-2 hostile (threats, enmity, names of abuse), -1 critical (blame, demands, worry), 0 neutral, 1 cooperative (support,
thanks, joint work), 2 conciliatory (an offer, a concession, talks in place of force). Word lists value, rules of denial
and ascription correct them, and a head over sentence embeddings decides where no word does. Examples of each step in
three languages: docs/tone.md. Not for irony, for tone of voice, or for what the speaker feels.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overtone.read.polarity import denials_among, is_denied
from overtone.read.polarity_words import Found, Word, WordList, words_of
from overtone.read.tone_words import ToneWords, tone_words

DENIED = {-2: 1, -1: 0, 1: -1, 2: -1}  # "does not threaten" reassures, "does not support" blames
UNVALUED = "no-valuing-word"
REACH = 7  # words over which an ascription, a fight or a condition holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The step on the scale, None where it cannot be told, and why: a rule with the words, or the head's score."""

    value: int | None
    reasons: tuple[str, ...] = ()


class Case(NamedTuple):
    """A valued word in its text, and all that may change its value."""

    text: str
    words: Sequence[Word]
    lists: ToneWords
    found: Found
    value: int
    denials: Sequence[Found]


def tone_of(words: str, lang: str, *, cue: str = "", targeted: bool = True, guess: int | None = None) -> Tone:
    """The tone of reported words toward those they are about.

    `cue` are the words that report ("condemned", "thanked"), which value too; `targeted` whether anybody is spoken
    of; `guess` what a head over embeddings says, used where no word values. None where nobody is spoken of and no word
    values: neutral is said only of somebody.
    """
    values, reasons = [], []
    for text in filter(None, (cue, words)):
        for value, reason in _valued(text, lang):
            reasons.append(reason)
            values.append(value)
    if values:
        return Tone(value=_together(values), reasons=tuple(reasons))
    if guess is not None and targeted:
        return Tone(value=guess, reasons=("head",))
    return Tone(value=0, reasons=(UNVALUED,)) if targeted else Tone(value=None, reasons=("nobody-spoken-of",))


def _valued(text: str, lang: str) -> list[tuple[int, str]]:
    """The value of each valuing word of a text after the rules, with the rule that set it."""
    running, lists = words_of(text, lang), tone_words(lang)
    hits = [(f, value) for value, entries in lists.valued.items() for f in entries.find(running)]
    if not hits:
        return []
    denials = denials_among(running, lists)
    masked = [(f.first, f.last) for f in lists.neutral.find(running)]
    kept = [h for h in hits if not any(a <= h[0].first <= b for a, b in masked) and not _inside(h[0], hits)]
    found: list[tuple[int, str]] = []
    for hit, value in sorted(kept):
        case = Case(text, running, lists, hit, value, denials)
        for rule in RULES:
            changed = rule(case)
            if changed is not None:
                found.append((changed, f"{rule.__name__}:{text[hit.start : hit.stop]}"))
                break
    return found


def _inside(hit: Found, hits: Sequence[tuple[Found, int]]) -> bool:
    """Whether a longer entry covers this one: "threatened to" beside "threaten*"."""
    return any(o.first <= hit.first and o.last >= hit.last and o.last - o.first > hit.last - hit.first for o, _ in hits)


def _before(case: Case, entries: WordList) -> bool:
    """Whether one of the entries stands within reach before the word, in its sentence."""
    near = case.words[max(0, case.found.first - REACH) : case.found.first]
    return any(not _sentence_ends(case.text, f.stop, case.found.start) for f in entries.find(near))


def _sentence_ends(text: str, start: int, stop: int) -> bool:
    return any(sign in text[start:stop] for sign in ".!?;")


def fought(case: Case) -> int | None:
    """What is fought or mourned says nothing of whom the words are about: "the fight against terrorists"."""
    if case.value >= 0:
        return None
    near = case.words[max(0, case.found.first - 3) : case.found.first]
    return 0 if case.lists.fighting.find(near) else None


def denied(case: Case) -> int | None:
    """A denied threat reassures, denied support blames."""
    reached = is_denied(case.text, case.words, case.found, case.denials, case.lists)
    return DENIED[case.value] if reached else None


def ascribed(case: Case) -> int | None:
    """Hostility laid at another's door is blame, not a threat of the speaker's: "accused them of genocide"."""
    return -1 if case.value == -2 and _before(case, case.lists.ascribing) else None


def demanded(case: Case) -> int | None:
    """A good turn asked for is no good turn yet: "must agree to a ceasefire" demands."""
    return 0 if case.value == 1 and _before(case, case.lists.demanding) else None


def conditional(case: Case) -> int | None:
    """An offer under a condition is a step less: "if Kyiv withdraws, talks are possible"."""
    return 1 if case.value == 2 and _before(case, case.lists.conditional) else None


def as_listed(case: Case) -> int | None:
    """The value of the list."""
    return case.value


RULES: tuple[Callable[[Case], int | None], ...] = (fought, denied, ascribed, demanded, conditional, as_listed)


def _together(values: Sequence[int]) -> int:
    """One step for all: what is hostile stands out; else the side with more weight, as strong as its strongest."""
    worst, best = min(values), max(values)
    if worst == -2 and sum(value == 2 for value in values) < sum(value == -2 for value in values):
        return -2
    total = sum(values)
    if total == 0:
        return 0
    return worst if total < 0 else best
