"""Turns of an interview printed within a news text: WALLACE: … / PENCE: …, each a paragraph after its speaker's name.

Only where two or more names answer one another; one label alone may be a headline's ("UPDATE: …"). Not for whole
transcripts: those are read by `transcripts.py`.
"""

import re

from overtone.records import Attribution, Span

_TURN = re.compile(
    r"^[ \t\u00a0]*(?P<mark>[\"“«]?)"
    r"(?P<name>[^\W\d_a-zа-яёіў][\w.'’-]*(?: [^\W\d_a-zа-яёіў][\w.'’-]*){0,3})(?P<colon>:)"
    r"[ \t\u00a0]+(?P<words>\S[^\n]{11,})$",
    re.M,
)
_LONGEST = 40  # letters of a name
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


def labelled(text: str) -> tuple[Attribution, ...]:
    """The turns of a text in order, none where fewer than two names in capitals speak or none speaks twice."""
    turns = [turn for turn in _TURN.finditer(text) if _is_name(turn["name"])]
    names = [turn["name"] for turn in turns]
    if len(set(names)) < 2 or len(set(names)) == len(names):
        return ()
    return tuple(_attribution(text, turn) for turn in turns)


def _is_name(name: str) -> bool:
    return len(name) <= _LONGEST and name.isupper() and bool(_CAPITALS.search(name))


def _attribution(text: str, turn: re.Match[str]) -> Attribution:
    stop = turn.end("words")
    while stop > turn.start("words") and text[stop - 1].isspace():
        stop -= 1
    return Attribution(
        source=(Span(start=turn.start("name"), stop=turn.end("name")),),
        cue=(Span(start=turn.start("colon"), stop=turn.end("colon")),),
        content=(Span(start=turn.start("words"), stop=stop),),
        manner="direct",
        rule="label@1",
    )
