"""What a turn does: hold a position, lead the meeting, ask, or remark. Small rules in order, first answer wins.

Only a position counts as what the speaker holds: a chair's "Please, go ahead" and a press secretary who hands the
microphone round say nothing about the matter.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from overtone.read.labels_scene import Label

_FLOOR = re.compile(  # a sign that is no letter comes first, and the first letters, so that the search leaps
    r"\W(?=[pghtynolmiaпсдвкн])(?:please|go ahead|"
    r"(?:has|have|take|takes|give|gives|giving|pass|yield|turn) (?:\w+ ){0,3}floor|"
    r"the floor (?:to|is)|next question|over to you|let us continue|let’s continue|let's continue|move on to|"
    r"(?:invite|ask) (?:\w+[ ,]){1,12}to (?:speak|take)|any (?:other )?questions?"
    r"|прошу|пожалуйста|предоставляю|слово (?:имеет|предоставляется|передаю)|передаю слово|"
    r"следующий вопрос|даю слово|вам слово"
    r"|калі ласка|прашу|слова (?:мае|перадаю|даецца)|перадаю слова|наступнае пытанне)\b",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"press conference|news conference|press briefing|interview|answer|direct line|question|q ?& ?a|press statement|"
    r"пресс-конференц|интервью|ответ|прямая линия|вопрос|прэс-канферэнц|інтэрв|адказ|пытанн",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:moderator|host|presenter|anchor|модератор|ведущ\w+|мадэратар|вядуч\w+)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:correspondent|journalist|reporter|корреспондент|журналист|обозреватель|карэспандэнт|журналіст)\b", re.I
)
_VOICE = re.compile(r"press secretary|spokes|пресс-секретар|прэс-сакратар", re.IGNORECASE)
LONG = 800  # characters: no journalist's question
GUEST = 0.1  # share of all words that a journalist does not reach
SHORT = 420  # characters: the longest turn that gives the floor and does nothing else


class Turn(NamedTuple):
    """A label and the speech behind it."""

    label: Label
    voice: str
    actor: str | None
    office: str | None
    start: int
    stop: int
    words: str


class Occupation(NamedTuple):
    """What a label's words say of the trade, whoever bears them."""

    leads: bool  # moderator, host, anchor
    asks: bool  # journalist
    speaks_for: bool  # press secretary


@lru_cache(maxsize=1 << 14)
def occupation(printed: str) -> Occupation:
    """The trade that a printed label names."""
    return Occupation(*(trade.search(printed) is not None for trade in (_LEADS, _ASKS, _VOICE)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What the turns of one document show together, voice by voice."""

    chief: str  # the voice with the most words
    guests: frozenset[str]  # voices with a title, an actor, or a good part of the words
    asking: frozenset[str]  # voices without title that mostly ask
    curious: frozenset[str]  # voices that ask at least once
    leading: frozenset[str]  # voices that a label calls moderator, host, anchor
    press: frozenset[str]  # voices that speak for somebody who is there himself
    conference: bool  # the headline says so, or questions are labelled
    labelled: bool  # questions are labelled as such


def meeting(turns: Sequence[Turn], headline: str) -> Meeting:
    """What the turns show together."""
    length, count, asked = dict[str, int](), dict[str, int](), dict[str, int]()
    for turn in turns:
        voice = turn.voice
        length[voice] = length.get(voice, 0) + turn.stop - turn.start
        count[voice] = count.get(voice, 0) + 1
        asked[voice] = asked.get(voice, 0) + ("?" in turn.words)
    whole = sum(length.values())
    chief = max(length, key=length.__getitem__, default="")
    titled = {t.voice for t in turns if t.actor is not None or (t.label.name and t.label.printed != t.label.name)}
    labelled = sum(turn.label.role == "question" for turn in turns) > 1
    return Meeting(
        chief=chief,
        guests=frozenset(titled | {voice for voice in length if length[voice] > max(LONG, GUEST * whole)}),
        asking=frozenset(v for v in count if v not in titled and v != chief and asked[v] >= max(3, 0.6 * count[v])),
        curious=frozenset(voice for voice in count if asked[voice]),
        leading=frozenset(t.voice for t in turns if t.actor is None and occupation(t.label.printed).leads),
        press=frozenset(t.voice for t in turns if t.voice != chief and occupation(t.label.printed).speaks_for),
        conference=labelled or _CONFERENCE.search(headline) is not None,
        labelled=labelled,
    )


def act(turns: Sequence[Turn], at: int, seen: Meeting) -> str:
    """position | moderation | question | remark, for the turn with this index."""
    for rule in RULES:
        decided = rule(turns, at, seen)
        if decided:
            return decided
    return "position"


def by_role(turns: Sequence[Turn], at: int, seen: Meeting) -> str:
    """ "Question:", "Remark:", "Moderator:"."""
    role = turns[at].label.role
    return role if role in ("question", "remark", "moderation") else ""


def by_occupation(turns: Sequence[Turn], at: int, seen: Meeting) -> str:
    """A label of this voice says moderator or journalist."""
    if turns[at].voice in seen.leading:
        return "question" if "?" in turns[at].words else "moderation"
    return "question" if turns[at].actor is None and occupation(turns[at].label.printed).asks else ""


def by_press_secretary(turns: Sequence[Turn], at: int, seen: Meeting) -> str:
    """A press secretary beside the person he speaks for leads the conference; alone he states positions."""
    if not seen.conference or turns[at].voice not in seen.press:
        return ""
    return "moderation"


def by_giving_the_floor(turns: Sequence[Turn], at: int, seen: Meeting) -> str:
    """A short turn that hands over, with another speaker next."""
    turn = turns[at]
    if turn.stop - turn.start > SHORT or "?" in turn.words:
        return ""
    if at + 1 == len(turns) or turns[at + 1].voice == turn.voice:
        return ""
    return "moderation" if _FLOOR.search(f" {turn.words}") else ""


def by_asking(turns: Sequence[Turn], at: int, seen: Meeting) -> str:
    """Somebody without title who keeps asking, or who takes the microphone in a news conference for a moment.

    Where questions are labelled as such, a name is a guest's; so is the name of whoever speaks at length.
    """
    voice = turns[at].voice
    if voice in seen.asking and not (seen.labelled and voice in seen.guests):
        return "question"
    if not seen.conference or seen.labelled or voice in seen.guests or turns[at].label.role:
        return ""
    return "question" if voice in seen.curious else "remark"


RULES: tuple[Callable[[Sequence[Turn], int, Meeting], str], ...] = (
    by_role,
    by_occupation,
    by_press_secretary,
    by_giving_the_floor,
    by_asking,
)
