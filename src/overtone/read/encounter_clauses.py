"""Which part of a sentence tells of a contact: what was said at it, and who only reports it, are left aside."""

import re
from collections.abc import Sequence

from overtone.read.encounter_cues import MULTILATERAL, PHONE, SIGNED, TALKS, THAT
from overtone.read.encounter_party import Party

_SAID = re.compile(
    r"\b(?:said|says|claimed|claims|argued|warned|warns|noted|notes|stressed|added|insisted|complained|alleged|accused|"
    r"announced|declared|told)\b(?!,)"
)
_QUOTED = re.compile(r"“[^”“]{0,300}”|\"[^\"]{0,300}\"|«[^»«]{0,300}»")
_AT_IT = re.compile(
    r"\b(?:at|during|after|following|in|opening|closing) (?:[\w’'-]+ ){0,4}?(?:meetings?|talks|call|conversation|"
    r"negotiations|breakfast|dinner)\b"
    r"|\b(?:на|в ходе|во время|после|по итогам|по окончании|открывая|в) (?:[\w-]+ ){0,3}?(?:встреч|переговор|разговор|"
    r"бесед)\w*"
    r"|\b(?:на|у|ў|падчас|пасля|у ходзе|па выніках|адкрываючы) (?:[\w-]+ ){0,3}?"
    r"(?:сустрэч|перамо[вў]|перагавор|размо)\w*",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\b(?:said|told|claimed|argued|warned|noted|stressed|added|announced|accused|complained|praised|thanked)\b"
    r"|\b\w{2,}(?:[аиеяуыо]л|[аиеяуыо]л[аи]|ёл)\b|\b\w{2,}(?:[аіеяуыо]ў|[аіеяуыо]л[аі])\b",
    re.IGNORECASE,
)
_REPORTS = (
    r"(?:said|says|reported|announced|wrote|writes|added|told|noted|commented|сообщил[аи]?|сообщает|рассказал[аи]?|"
    r"заявил[аи]?|написал[аи]?|уточнил[аи]?|отметил[аи]?|паведамі(?:ў|ла|лі)|паведамляе|расказа(?:ў|ла)|заяві(?:ў|ла)|"
    r"напіса(?:ў|ла)|сказа(?:ў|ла)|удакладні(?:ў|ла))"
)
_REPORTED_BY = re.compile(rf"[,—–»”\"] ?(?:as )?{_REPORTS} (?:[\w-]+ ){{0,3}}$", re.IGNORECASE)
_REPORTER = re.compile(rf",? ?(?:(?:of|for|at|from|в|из|у|з) [^,.;]{{0,60}})?,? ?{_REPORTS}\b", re.IGNORECASE)


def unquoted(text: str) -> str:
    """The text with blanks for what stands in quotation marks: "as planned" announces nothing."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)


def told_of(text: str) -> str:
    """The part that tells of the contact: what was said at it ("told the president that …") is left aside."""
    cue = next((m for m in (c.search(text) for c in (TALKS, PHONE, MULTILATERAL)) if m), None)
    if cue is None:
        return text
    ends = [end.start() for end in (THAT.search(text, cue.end()), _SAID.search(text, cue.end())) if end]
    return text[: min(ends)] if ends else text


def spoken_at_it(text: str) -> bool:
    """Whether somebody spoke at the contact, so that it took place: "at a meeting with X he announced …"."""
    return _AT_IT.search(text) is not None and _SPOKE.search(text) is not None


def without_reporters(parties: Sequence[Party], text: str) -> tuple[Party, ...]:
    """The parties less those who only report the contact: "…, said Y of the ministry"; all where two would not stay."""
    kept = tuple(p for p in parties if not _only_reports(p, text))
    states = {p.state for p in kept if p.state}
    return kept if len(states) > 1 else tuple(parties)


def _only_reports(party: Party, text: str) -> bool:
    """Whether the contact is told before a name and a verb of reporting stands beside it."""
    cue = next((m for m in (c.search(text) for c in (TALKS, PHONE, MULTILATERAL, SIGNED)) if m), None)
    if cue is None or party.start < cue.start() or party.start < 1:
        return False
    before = text[max(0, party.start - 60) : party.start]
    if _REPORTED_BY.search(before) is not None:
        return True
    return before.rstrip().endswith((",", "—", "–")) and _REPORTER.match(text, party.stop) is not None
