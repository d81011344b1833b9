"""Contacts that are not the leaders' own: talks of delegations, guests below office, and what is said of others.

Found in the wild on pages of the Kyiv and White House archives. Not for who takes part by name: see
`encounter_superiors`.
"""

import re
from datetime import date, timedelta

from overtone.read.encounter_cues import DELEGATES
from overtone.records import Document

_ON_OTHERS = re.compile(
    r"(?:(?:[A-Z][\w’-]+ ){1,4}(?:comments? on|commented on|on|about|regarding|reacts to)|Regarding|Concerning|On)"
    r" (?:the )?(?:[\w-]+ ){0,3}?(?:conversation|talks|negotiations|meeting|call|summit)s? (?:between|of) "
)
_GUEST_BELOW = re.compile(
    r"\b(?:with|receiv\w+) (?:(?!and |participation |President |Prime |Minister )[\w’'.-]+ ){0,6}?"
    r"(?:(?<!Security )[Aa]dvis[eo]rs?|[Aa]ides?|[Dd]irector|[Ss]tate [Ss]ecretary|[Ee]nvoys?|[Dd]elegates|"
    r"(?<![Hh]eads of )[Dd]elegations?|(?:[Cc]ommunity|[Bb]usiness|[Mm]edia|[Cc]ompan\w+) representatives|"
    r"[Rr]epresentatives of (?:the )?(?:\w+ )?(?:business|media|public|community|companies|religious|youth)|"
    r"[Bb]usiness community|CEOs|[Bb]usiness(?:men|people)|Confederation|"
    r"(?:[Cc]ongress|[Rr]eligious|[Pp]arty|[Bb]usiness|[Ll]abor|[Oo]pposition) leaders)\b"
)
_CALLED = re.compile(
    r"\bcalled (?:the )?[A-ZÀ-Ž][\w-]*(?: (?:of |of the |and |and the )?[A-ZÀ-Ž][\w-]*){0,10}"
    r"(?=[.,;\n]|$| (?:to|today|late|again|yesterday|after|before|earlier)\b)"
)
_AFTER_TALKS = re.compile(
    r"(?:[Jj]oint )?(?:[Nn]ews|[Pp]ress|[Ss]tatements for the press)\b.{0,60}\b(?:following|after)\b"
)
_SMALL_HOURS = 5  # o'clock: what is published before it was said the evening before


def among_leaders(text: str) -> str:
    """The text without its talks of delegations, working groups and task forces: blanks stand in their place."""
    found = DELEGATES.search(text)
    while found is not None:
        text = f"{text[: found.start()]}{' ' * (found.end() - found.start())}{text[found.end() :]}"
        found = DELEGATES.search(text)
    return text


def on_others(headline: str) -> bool:
    """Whether a headline tells what somebody says of the contact of others: "X on the talks between Y and Z"."""
    return _ON_OTHERS.match(headline) is not None


def guest_below(text: str) -> bool:
    """Whether the guest is one below office-holders: an adviser, a delegation, people of business."""
    return _GUEST_BELOW.search(text) is not None


def called_somebody(text: str) -> bool:
    """Whether somebody "called President X": a name and no more, so that nobody is called names."""
    return "called " in text and _CALLED.search(text) is not None


def evening_before(document: Document, headline: str, day: date) -> date:
    """The day of talks whose press conference was published after midnight: the day before.

    Only where the page shows the hour. Not for pages that are published the next morning.
    """
    at = document.published_at
    if at is None or day != document.published_on or not _AFTER_TALKS.match(headline):
        return day
    small = at.date() < document.published_on or at.hour < _SMALL_HOURS
    return day - timedelta(days=1) if small and (at.hour or at.minute) else day
