"""Addresses printed without a label: the headline says who speaks, and the body is the speech.

"Tomorrow … – address by President …", "Remarks by …", "Statement from …", «Обращение Президента …». Not for news
that report a speech in the third person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overtone.read.labels_scene import Label, all_names, has_head
from overtone.read.speakers import book, setting, who
from overtone.records import Document, Mention, Part
from overtone.registry import Registry

_GENRES = re.compile(  # one of these stands in every headline that the pattern below finds; asked in lower case
    r"address|speech|remarks|statement|message|article|appeal|greeting|essay|open letter|op-ed"
    r"|обращение|выступление|заявление|речь|слово|зварот|выступленне|заява|відэазварот|прамова"
)
_GENRE = re.compile(
    r"\b(?<!joint )(?:address|speech|remarks|statement|message|article|appeal|greetings?|essay|open letter|op-ed)"
    r"\b(?:[^\n]{0,60}?\b(?:by|from)| of) (?P<who>[^\n]{3,160})"
    r"|\b(?:обращение|выступление|заявление|видеообращение|речь|слово)\s+(?P<ru>(?-i:[А-ЯЁ])[^\n]{3,160})"
    r"|\b(?:зварот|выступленне|заява|відэазварот|прамова)\s+(?P<be>(?-i:[А-ЯЁІЎ])[^\n]{3,160})"
    r"|(?:\A|[-–—:] )(?P<own>(?:(?! [-–—] )[^\n:]){3,80})[’']s "
    r"(?:video )?(?:address|speech|remarks|statement|message)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[-–—] (?P<quoted>[A-ZА-ЯЁІЎ][^\n–—:]{3,100})\Z")
_END = re.compile(
    r"\s+(?i:to|on|at|in|regarding|following|during|after|before|for|ahead|about|under|welcoming|announcing|calling|marking|"
    r"к|на|в|во|по|перед|с|да|у|ў|пры)\s|[,;:]\s|\s[-–—]\s|\s[\"“«]|$"
)
_SELF = re.compile(  # a sign that is no letter comes first, and the first letters, so that the search leaps
    r"\W(?=[iwoumylянвм])(?:(?!(?-i:US)\b)(?:I|we|ours?|us|m[ye]|your?|let[’']s)"
    r"|я|мы|наш\w*|на[мс]|ва[мс]|вы|мне|мяне|ваш\w*)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\W(?:(?:said|stressed|noted|emphasized|emphasised|stated|according to|added|reads?|says?|below|passage|informed|"
    r"held (?:a |the )?(?:meeting|talks)|"
    r"took part)\b"
    r"|(?:сказал|заявил|отметил|подчеркнул|сообщил|сказаў|заявіў|адзначыў|падкрэсліў|паведаміў)\w*\b)",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"\b(?:and|и|і) (?:the )?(?:President|Prime|Vice|Chancellor|King|Queen|Secretary|Foreign|Президент|Прэзідэнт)"
)
_THIRD = re.compile(r"\b(?:President|Head of|Minister|Президент|Прэзідэнт|Министр)\b")
_SAMPLE = 2500  # characters of the body looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The one speaker of a document, as its headline prints the name."""

    start: int  # of the words in the headline
    stop: int
    actor: str | None
    office: str | None


def find_address(
    document: Document, registry: Registry, mentions: Sequence[Mention], body: tuple[int, int]
) -> Address | None:
    """Who gives the address that the body is; None where the headline names no genre, or the body reports."""
    headline = next((part for part in document.parts if part.role == "headline"), None)
    if headline is None:
        return None
    genre = _last_genre(document.text, headline)
    found = genre or _QUOTED.search(document.text, headline.start, headline.stop)
    if found is None:
        return None
    speech = document.text[body[0] : min(body[1], body[0] + _SAMPLE)]
    if not is_spoken(speech) or (genre is None and not speaks_at_once(speech)):
        return None
    start, limit = found.span(found.lastgroup or 0)
    end = _END.search(document.text, start, limit)
    return _named(document, registry, mentions, (start, end.start() if end else limit, limit))


def _last_genre(text: str, headline: Part) -> re.Match[str] | None:
    if _GENRES.search(text[headline.start : headline.stop].casefold()) is None:
        return None
    genres = list(_GENRE.finditer(text, headline.start, headline.stop))
    return genres[-1] if genres else None


def is_spoken(body: str) -> bool:
    """Whether a text is in the first person, and not a report of what somebody said."""
    words = body.count(" ") + 1
    spoken = len(_SELF.findall(f" {body}"))
    return spoken > 1 and spoken * 1000 >= 14 * words and len(_REPORT.findall(f" {body}")) * 5 <= spoken


def speaks_at_once(body: str) -> bool:
    """Whether a text is in the first person from its beginning: a name also ends headlines of news."""
    opening = body[:400]
    if opening.lstrip()[:1] in '“”«"' or _THIRD.search(opening[:150]) is not None:
        return False
    return is_spoken(opening) and _REPORT.search(f" {opening}") is None


def _named(
    document: Document, registry: Registry, mentions: Sequence[Mention], span: tuple[int, int, int]
) -> Address | None:
    start, stop, limit = span
    printed = document.text[start:stop].strip()
    where = setting(document, registry)
    label = Label(start=start, stop=stop, speech=stop, printed=printed, name=printed, note="", rule="headline", role="")
    if _SECOND.search(printed):
        return None
    actor, office = who(label, book(registry), where)
    if actor is None:
        named = [m for m in mentions if m.kind == "actor" and start <= m.start and m.stop <= limit]
        actor = named[0].target if named and named[0].start <= stop else None
        held = registry.main_office(actor, where.day) if actor else None
        office = held.id if held else None
    if actor is None and not has_head(printed.split()) and not all_names(printed.split()):
        return None
    return Address(start=start, stop=start + len(printed), actor=actor, office=office)
