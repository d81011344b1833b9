"""What the rules for labels look at: a label, the scene it stands in, and the shapes of words in it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overtone.read.labels import Candidate, is_initial, is_name_word
from overtone.read.labels_words import (
    ANONYMOUS,
    COLLECTIVES,
    HEADINGS,
    HEADS,
    MODERATION,
    OPENERS,
    PARTICLES,
    QUESTION,
    REMARK,
    SPEECH,
)

LONGEST = 40  # words
FIRM = frozenset({"start", "end", "mark", "line", "stage", "clock", "quote"})  # borders behind which a turn may start
ROLES = (  # what a word makes of whoever bears it; the last row counts
    dict.fromkeys(MODERATION, "moderation")
    | dict.fromkeys(ANONYMOUS, "anonymous")
    | dict.fromkeys(REMARK, "remark")
    | dict.fromkeys(QUESTION, "question")
)
_OPENING = "?“”\"«„‘'([<…–—-*"


class Label(NamedTuple):
    """A speaker label as printed: words, where the speech behind it starts, and the rule that found it."""

    start: int
    stop: int
    speech: int
    printed: str
    name: str  # without the title, "" for roles
    note: str
    rule: str
    role: str  # "" | question | remark | moderation | anonymous


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known of a document's labels when one of them is judged."""

    seen: Counter[str]  # how often each name stands where a label would
    sure: frozenset[str]  # keys of names that are speakers beyond doubt
    known: Callable[[str], bool]  # names of the registry
    place: Callable[[str], bool]  # names of states, blocs and institutions


Verdict = bool | None  # True: a label; False: none; None: the next rule decides


def first_word(candidate: Candidate) -> str:
    """The first printed word, folded."""
    return candidate.first


def role_of(candidate: Candidate) -> str:
    """question | remark | moderation | anonymous, "" for a named speaker."""
    role = ROLES.get(candidate.first, "")
    alone = role and (candidate.name_at >= 1 or len(candidate.tokens) == 1 or candidate.printed.isupper())
    return role if alone else ""


def is_headed(candidate: Candidate) -> bool:
    """Whether a section heading runs into the label: "Beginning of Russian-Greek talks President of Russia …"."""
    word = first_word(candidate)
    if word == "plenary" or (word in HEADS and word not in HEADINGS):
        return False
    before = candidate.tokens[: candidate.name_at]
    return (
        word in HEADINGS or not before[0][0].isupper() or any(t in SPEECH for t in before) or len(before) > LONGEST - 10
    )


def cut_before(candidate: Candidate, at: int) -> Candidate:
    """The candidate without its first `at` tokens."""
    if at <= 0:
        return candidate
    position = 0
    for token in candidate.tokens[:at]:
        position = candidate.printed.index(token, position) + len(token)
    rest = candidate.printed[position:].lstrip()
    tokens = candidate.tokens[at:]
    cut = candidate._replace(
        start=candidate.stop - len(rest), printed=rest, tokens=tokens, first=tokens[0].casefold().strip(",.")
    )
    return cut.named_from(max(0, candidate.name_at - at))


def all_names(tokens: Sequence[str]) -> bool:
    """Whether words are a personal name of two to five words and nothing else."""
    return (
        2 <= len(tokens) <= 5
        and not (len(tokens[0]) > 5 and tokens[0].endswith("ing"))
        and all(is_name_word(t) or t.casefold() in PARTICLES for t in tokens)
        and not any(t.casefold() in COLLECTIVES or t.casefold() in OPENERS for t in tokens if not is_initial(t))
    )


def opens_speech(candidate: Candidate) -> bool:
    """Whether what follows the colon can begin a speech."""
    follows = candidate.follows
    return follows.isupper() or follows.isdigit() or (follows != "" and follows in _OPENING)


def has_head(tokens: Sequence[str]) -> bool:
    """Whether a word for an office or occupation is among the tokens."""
    return any(t.casefold().strip(",.–()") in HEADS or t.casefold().rpartition("-")[2] in HEADS for t in tokens)
