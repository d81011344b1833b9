"""Which part of a sentence tells of a contact: what was said at it, what is only wished, and who only speaks of it
are left aside.
"""

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
_NO_OCCASION = (  # "called on him at the talks to …": those talks were held
    r"(?:\s+(?!(?:at|during|after|following|on|in|when|as|на|в|во|после|по|при|пасля|падчас|па|у|ў)\b)[\w’'-]+){0,3}?\s+"
)
_WISHED = re.compile(
    r"\b(?:(?:hop(?:es?|ed|ing)|wants?|wanted|wish(?:es|ed)?|would like|ready|willing|unwilling|prepared|reluctant|"
    r"refus(?:es?|ed|ing|al)|declin(?:es?|ed|ing)|offer(?:s|ed|ing)?|propos(?:es?|ed|ing|al)|suggest(?:s|ed|ing)?|seeks?|"
    r"sought|tr(?:y|ies|ied|ying)|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|ing)?)"
    + _NO_OCCASION
    + r"(?:meet(?:ing)?|host(?:ing)?|hold(?:ing)?|talks?|speak|receive|negotiat\w+|organi[sz]e|arrange|visit|summit)"
    r"|(?:готов(?!ит|ил)\w{0,5}|хо(?:чет|тят|тел\w{0,2})|желает|отказ(?:ался|алась|ались|ывается|ываются)|"
    r"предл(?:ожил\w{0,2}|агает|агают)|призва(?:л\w{0,2}|в)|призыва(?:ет|ют)|надеется|надеются|попросил\w{0,2}|"
    r"просит|потребовал\w{0,2}|требует)"
    + _NO_OCCASION
    + r"(?:встре[тч]\w+|переговор\w*|провести|принять|поговорить|организовать|саммит\w*)"
    r"|(?:гатов(?!і[цў])\w{0,5}|хоча|хочуць|хаце[лў]\w{0,2}|жадае|адмо(?:віўся|вілася|віліся|ўляецца|ўляюцца)|"
    r"прапан(?:ава[лў]\w?|уе|оўвае)|заклі(?:ка[лў]\w?|кае)|спадзя(?:ецца|юцца)|папрасі[лў]\w?|просіць|"
    r"патрабуе|запатрабава[лў]\w?)"
    + _NO_OCCASION
    + r"(?:сустр[эа]\w+|перагавор\w*|перамо[вў]\w*|правесці|прыняць|пагаварыць|арганізаваць|саміт\w*)"
    r"|(?:if|unless|если)\b[^,.;:]{0,60}?\b(?:meets?|meeting|talks|встре[тч]\w+|переговор\w*)"
    r")\b[^,.;:—–]*",
    re.IGNORECASE,
)
_SPEAKS_OF = re.compile(  # what follows is somebody else's contact, of which this one only speaks
    r"[^,.;]{0,25}?\b(?:compar(?:ed|es)|comment(?:ed|s) on|prais(?:ed|es)|critici[sz](?:ed|es)|mock(?:ed|s)|"
    r"condemn(?:ed|s)|describ(?:ed|es)|mention(?:ed|s)|dismiss(?:ed|es)|assess(?:ed|es)|"
    r"сравни(?:л[аи]?|вает)|прокомментирова(?:л[аи]?)|комментиру(?:ет|ют)|оцени(?:л[аи]?|вает)|приветствова(?:л[аи]?)|"
    r"раскритикова(?:л[аи]?)|осуди(?:л[аи]?)|упомяну(?:л[аи]?)|параўна[ўл]\w?|пракаментава[ўл]\w?|ацані[ўл]\w?|вітава?[ўл]\w?|"
    r"раскрытыкава[ўл]\w?|асудзі[ўл]\w?|згада[ўл]\w?)\b",
    re.IGNORECASE,
)
_INFORMED = re.compile(
    r"\b(?:inform|brief|updat|notifi)(?:s|es|ed|ing) (?:[\w’'-]+ ){0,6}$|"
    r"\b(?:проинформирова|информирова|паінфармава|праінфармава)\w+ (?:[\w-]+ ){0,5}$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"[^,.;]{0,40}?\b(?:of|on|about|о|об|пра|аб)\b", re.IGNORECASE)


def without_wishes(text: str) -> str:
    """The text with blanks for contacts that are wished, offered, refused or supposed: none of them came of it.

    "Is ready to meet him", «отказался встречаться», "if they meet"; to the end of that part of the sentence.
    """
    return _WISHED.sub(lambda match: " " * len(match.group()), text)


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
    """The parties less those who only speak of the contact or hear of it; all where two states would not stay."""
    kept = tuple(p for p in parties if not _only_reports(p, text))
    states = {p.state for p in kept if p.state}
    return kept if len(states) > 1 else tuple(parties)


def _only_reports(party: Party, text: str) -> bool:
    """Whether a verb of reporting stands beside the name behind the contact, or one of speaking of it before it."""
    cue = next((m for m in (c.search(text) for c in (TALKS, PHONE, MULTILATERAL, SIGNED)) if m), None)
    if cue is None:
        return False
    if party.stop <= cue.start():
        told = _INFORMED.search(text[max(0, party.start - 60) : party.start]) and _OF_IT.match(text, party.stop)
        return told is not None or _SPEAKS_OF.match(text[party.stop : cue.start()]) is not None
    if party.start < cue.start() or party.start < 1:
        return False
    before = text[max(0, party.start - 60) : party.start]
    if _REPORTED_BY.search(before) is not None:
        return True
    return before.rstrip().endswith((",", "—", "–")) and _REPORTER.match(text, party.stop) is not None
