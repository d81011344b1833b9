"""Who is named only as somebody's superior: advisers, envoys and deputies never become their chief.

A title to which a further word is joined is another office ("Executive Vice President of …", "the President's Foreign
Affairs Adviser", "Director of the Cabinet of the Prime Minister"). When in doubt nobody takes part: a guess at who came
would be worse than none. English only, as the pages are; the short forms of the other languages are in ADJUNCT.
"""

import re
from collections.abc import Sequence

from overtone.read.encounter_offices import TITLE
from overtone.registry import Office

_STAFF = (
    r"(?:[Aa]dvis[eo]rs?|[Aa]ides?|[Aa]ssistants?|[Cc]ounsel|[Ee]nvoys?|[Rr]epresentatives?|[Ss]taff|[Dd]irectors?|"
    r"[Dd]eput(?:y|ies)|[Oo]ffice|[Cc]abinet|[Dd]elegat(?:es?|ions?)|[Aa]mbassadors?|[Ss]pokes\w+|[Ss]ecretariat)"
)
_CHAIN = r"(?:(?:[A-Z][\w.’'-]*|of|the) ){0,7}"  # "the President of the French Republic "
_OVER = re.compile(
    rf"\b(?:{_STAFF}|[Ss]ecretary|Head|Chief)(?: (?:[A-Z][\w’'-]*|for|of|on|and|in|the)){{0,8}},? to {_CHAIN}$"
    rf"|\b{_STAFF} of {_CHAIN}$"
)
_PREFIX = re.compile(r"\b(?:(?:[Ee]xecutive|[Ff]irst)[ -])?(?:[Vv]ice|[Dd]eputy|[Aa]ssistant|[Uu]nder)[ -](?:the )?$")
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x|бывш\w+|былы\w*)\b[^,.;:]{0,50}$")
_PATRONYMIC = re.compile(r"\b(?:bin|ibn|bint|ben|abu) $", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\b(?:discuss\w*|prepar\w+|ahead of|advance of)\b[^.;]{0,40}\b(?:upcoming|forthcoming|planned|future)\b[^.;]{0,40}"
    r"\b(?:meeting|summit|visit|call|talks|trip)\b[^.;]{0,30}$"
)
_OWN_MATTER = re.compile(  # what somebody has, not a contact that he had
    r"[’']s? (?!(?:[\w.,’'-]+ ){0,4}?(?:[Mm]eet|[Cc]all|[Tt]alk|[Cc]onvers|[Tt]elephone|[Pp]hone|[Vv]isit|"
    r"[Tt]rip|[Tt]ravel|[Dd]iscuss|[Nn]egotiat|[Cc]onsult|[Ss]ummit|[Ee]ngag|[Pp]articipat|[Rr]ecept|[Ll]unch|[Dd]inner|"
    r"[Bb]reakfast|[Rr]oundtable|[Ss]econd|[Bb]ilateral|[Nn]ews|[Pp]ress))"
)
_OWN_STAFF = re.compile(
    rf"[’']s (?:(?:[A-Z][\w-]+|foreign|national|security|policy|diplomatic|special|unprovoked|brutal) ){{0,5}}?"
    rf"(?:{_STAFF}|[Ww]ar|[Ii]nvasion|[Aa]ggression)\b"
)


def at_another_time(text: str, start: int) -> bool:
    """Whether the name belongs to a contact still to come, which is only spoken of: "the upcoming meeting with X"."""
    return _ANOTHER_TIME.search(text[max(0, start - 110) : start]) is not None


def superior(text: str, start: int) -> bool:
    """Whether the words before make this the chief of whoever takes part ("adviser to the President of …")."""
    before = text[max(0, start - 130) : start]
    return (" to " in before or " of " in before) and _OVER.search(before) is not None


def possessor(text: str, stop: int, *, page: bool) -> bool:
    """Whether something of his is spoken of: his staff or his war; on a page, whatever is no contact."""
    after = text[stop : stop + 80]
    if not after.startswith(("’", "'")):
        return False
    return _OWN_STAFF.match(after) is not None or (page and _OWN_MATTER.match(after) is not None)


def another_office(text: str, start: int) -> bool:
    """Whether a word before a title makes it a lower one: "Executive Vice", "Deputy"."""
    return _PREFIX.search(text[max(0, start - 30) : start]) is not None


def longer_name(text: str, start: int) -> bool:
    """Whether the name is the father's in a longer one: "Salman bin Hamad Al Khalifa"."""
    return _PATRONYMIC.search(text[max(0, start - 8) : start]) is not None


def out_of_office(text: str, start: int, stop: int, held: Sequence[Office], ever: bool) -> bool:
    """Whether somebody known by an office he no longer holds (or not yet) is named as a former one, or by bare surname.

    `ever` says whether the facts give him any office at all: of whom they give none, nothing can be told.
    """
    if held or not ever:
        return False
    before = text[max(0, start - 80) : start]
    if _FORMER.search(before):
        return True
    if " " in text[start:stop] or TITLE.match(text, start):
        return False
    return TITLE.search(before) is None and TITLE.search(text, stop, stop + 40) is None
