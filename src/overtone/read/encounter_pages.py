"""Pages of an institution: the grammar of their headlines, with lead and first lines for who, when and where."""

import re
from collections.abc import Iterator, Sequence

from overtone.read.encounter_cues import (
    ATTENDED,
    FACED,
    MULTILATERAL,
    NOT_CONTACT,
    OWN_LEADER_IMPLIED,
    PHONE,
    SEPARATE,
    SOON,
    TALKS,
    TOGETHER,
)
from overtone.read.encounter_events import summit_parties
from overtone.read.encounter_offices import ALONE
from overtone.read.encounter_others import among_leaders, called_somebody, evening_before, guest_below, on_others
from overtone.read.encounter_party import Party, Passage, Scene, adjunct
from overtone.read.encounter_people import all_named, apart, assemble, pair_of_states, states_of, untitled
from overtone.read.encounter_rules import Draft, Words, aside, by_video_link, day_of, kind_of, says_held, status_of
from overtone.read.names import within
from overtone.records import Document, Mention
from overtone.registry import Registry

_FIRST_LINES = 1500
_DATELINE = 24  # characters at the start of a lead where the day of a past contact stands
_CALL = 220  # characters of the lead that tell by what means they talked
_TOP = 400  # characters below headline and lead where the foreign side may be named
_SENTENCE = re.compile(r"[.!?](?<=[a-zа-яіў0-9”»’)][.!?])(?=\s|\*|$)(?! (?:[a-zа-я]|Bush|Biden))|\*{3}|\* \* \*|\n")
_TRANSCRIPT = re.compile(r"\* ?\* ?\*|(?:^|\s)(?:[A-Z][\w.’'-]+ ){1,12}[A-Z][\w’'-]+: (?=[A-Z])")


# Under a headline of its own such a lead says more of a call that has had its page.
_SAID_ON_THE_PHONE = re.compile(r"During (?:a|the|his) (?:tele)?phone (?:call|conversation)")

# The first four letters of words that may tell of a contact, and "met".
_BEGINNINGS = """
call cons conv disc exer lead meet met nego news phon pres read rece rema sess spok stat summ talk tele vide
visi welc
бесе встр засе заяв обсу пере позв прес прин приё прын разг расс сами саму сесс созв суст тали теле тэле пера
разм самі
"""
_STEMS = frozenset(_BEGINNINGS.split())


def speaks_of_contact(document: Document, own: str, registry: Registry, mentions: Sequence[Mention]) -> bool:
    """A quick look at the top of a page: whether a word may tell of a contact, and anything foreign is named."""
    top = f"{document.part('headline')} {document.part('lead')}"
    if not _foreign_near(len(top) + _TOP, own, registry, mentions) and ALONE.search(top) is None:
        return False
    words = top.lower().split()
    return not _STEMS.isdisjoint([word[:4] for word in words]) or "met" in [word[:3] for word in words]


def _foreign_near(reach: int, own: str, registry: Registry, mentions: Sequence[Mention]) -> bool:
    """Whether a state, somebody or an organisation other than the publisher's is named so near the top."""
    for mention in mentions:
        if mention.start >= reach:
            return False
        if _foreign(mention, own, registry):
            return True
    return False


def _foreign(mention: Mention, own: str, registry: Registry) -> bool:
    if mention.kind == "state":
        return mention.target != own
    if mention.kind == "actor":
        return registry.actors[mention.target].state != own
    return mention.kind == "bloc" or (
        mention.kind == "institution" and registry.institutions[mention.target].state != own
    )


def read_page(document: Document, scene: Scene, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """The contact an official page is about: one, or one a guest where calls or meetings were separate."""
    if NOT_CONTACT.search(document.part("headline")):
        return
    headline, lead, lines = _passages(document, mentions)
    if on_others(headline.text) and not called_somebody(lead.text):
        return
    words = _subject(headline, lead, lines)
    if words is None or (words is lead and _SAID_ON_THE_PHONE.match(lead.text)):
        return
    parties, source = _who(headline, lead, lines, words, scene)
    states = states_of(parties)
    opening = "\n".join(line.text for line in (lead, *lines[:2]))
    kind = _kind(words, opening, len(states), document.place) if len(states) > 1 else None
    if kind is None:
        return
    status, by = _status(words, lead, document.kind)
    dated = lead.text if status == "announced" else lead.text[:_DATELINE]
    day, _ = day_of(f"{headline.text}\n{dated}", document, status, back=2)
    day = evening_before(document, headline.text, day) if status == "held" else day
    separate = SEPARATE.search(headline.text) or SEPARATE.search(lead.text)
    for group in apart(parties, scene.own) if separate else (parties,):
        yield Draft(
            kind=kind[0] if kind[0] != "multilateral" or len(group) > 2 else "bilateral",
            parties=tuple(sorted(p.id for p in group)),
            status=status,
            day=day,
            start=words.start,
            stop=words.start + len(words.text),
            rules=f"{kind[1]}, {source}, {by}",
        )


def _kind(words: Passage, opening: str, states: int, place: str) -> tuple[str, str] | None:
    """The headline's kind; the first lines may say that it was by video link, on the sidelines, or a call.

    A call only where the headline tells of no meeting: "A discussed support with B", and below "had a call".
    """
    kind = kind_of(Words(text=words.text, states=states, place=place))
    if kind is None or kind[1] == "by_telephone":
        return kind
    if not FACED.search(words.text) and PHONE.search(opening[:_CALL]):
        return "phone", "call_told_below"
    below = Words(text=f"{words.text}\n{opening}", states=states, place=place)
    guessed = kind[1] == "conversed_from_afar"
    if not guessed and by_video_link(below) is None and aside(below) is None:
        return kind
    finer = kind_of(below)
    return finer if finer and (guessed or finer[0] in ("video", "sidelines")) else kind


def _passages(document: Document, mentions: Sequence[Mention]) -> tuple[Passage, Passage, tuple[Passage, ...]]:
    spans = {part.role: (part.start, part.stop) for part in reversed(document.parts)}
    top = spans.get("headline", (0, 0))
    body = spans.get("body", (top[1], len(document.text)))
    company = MULTILATERAL.search(document.text[top[0] : max(top[1], spans.get("lead", top)[1])])
    limit = _opening(document.text, body, _FIRST_LINES if company else _TOP)
    lines = list(_sentences(document.text, body[0], limit))
    lead_span = spans.get("lead") or (lines.pop(0) if lines else (body[0], body[0]))
    headline = _passage(document.text, *top, "headline", mentions)
    lead = _passage(document.text, *lead_span, "lead", mentions)
    return headline, lead, tuple([_passage(document.text, a, b, "line", mentions) for a, b in lines])


def _opening(text: str, body: tuple[int, int], length: int) -> int:
    """Where the first lines end: at the transcript, or after so many characters."""
    stop = min(body[1], body[0] + length)
    if text.find(": ", body[0], stop) < 0 and text.find("*", body[0], stop) < 0:
        return stop
    match = _TRANSCRIPT.search(text, body[0], stop)
    return match.start() if match else stop


def _sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text, start, stop):
        if text[start : match.end()].strip(" *\n"):
            yield start, match.end()
        start = match.end()
    if text[start:stop].strip():
        yield start, stop


def _passage(text: str, start: int, stop: int, role: str, mentions: Sequence[Mention]) -> Passage:
    return Passage(text=text[start:stop], start=start, role=role, mentions=within(mentions, start, stop))


def _subject(headline: Passage, lead: Passage, lines: Sequence[Passage]) -> Passage | None:
    """The passage that tells of a contact: the headline, else the lead, else "together with" in the first line."""
    for passage in (headline, lead):
        if _tells(passage):
            return passage
    return next((line for line in (lead, *lines[:1]) if TOGETHER.search(line.text)), None)


def _tells(passage: Passage) -> bool:
    """Whether a passage tells of a contact, talks of delegations aside."""
    text = among_leaders(passage.text)
    cues = TALKS.search(text) or PHONE.search(text) or MULTILATERAL.search(text)
    return cues is not None or called_somebody(text)


def _who(
    headline: Passage, lead: Passage, lines: Sequence[Passage], words: Passage, scene: Scene
) -> tuple[tuple[Party, ...], str]:
    """The parties and where they stand: in a list of those who took part, in the headline, else below it."""
    by_name = _by_name_alone(headline, lead, scene)
    if by_name:
        return by_name, "name_alone"
    if MULTILATERAL.search(words.text):
        listed = [line for line in (lead, *lines) if ATTENDED.search(line.text)]
        parties = _parties((headline, lead, *listed), headline, scene, _Cast(scene, blocs=False))
        if len(states_of(parties)) > 2:
            return parties, "those_who_took_part"
    best: tuple[tuple[Party, ...], str] = ((), "")
    cast = _Cast(scene)
    for name, passages in _tries(headline, lead, lines, words):
        parties = _parties(passages, headline, scene, cast)
        states = states_of(parties)
        if len(states) >= 2 and (scene.own in states or not scene.own) and _better(parties, best[0]):
            best = (parties, name)
        if best[0] and not _nameless(best[0]):
            return best
        if not best[0] and len(passages) == 1 and guest_below(passages[0].text):
            return (), ""
    if best[0]:
        return best
    pair = pair_of_states(headline, (lead, *lines), scene)
    return (pair, "pair_of_states") if pair else (_of_organisation(headline, scene), "members_of_the_organisation")


def _tries(
    headline: Passage, lead: Passage, lines: Sequence[Passage], words: Passage
) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Where the parties are looked for, in order; the first line only where it tells of a contact itself."""
    yield "headline", (headline,)
    yield "lead", (lead,)
    yield "headline_and_lead", (headline, lead)
    company = MULTILATERAL.search(words.text) or "heads of state" in words.text
    yield "first_line", (lead, *[n for n in lines[:1] if company or _tells(n) or TOGETHER.search(n.text)])


class _Cast:
    """Whom each passage of a page names, looked for once: the same passage is tried alone and with others."""

    def __init__(self, scene: Scene, *, blocs: bool = True) -> None:
        self._scene, self._blocs = scene, blocs
        self._named: dict[tuple[str, int], tuple[Party, ...]] = {}

    def of(self, passage: Passage) -> tuple[Party, ...]:
        """Everybody the passage names."""
        key = passage.role, passage.start
        if key not in self._named:
            self._named[key] = all_named(passage, self._scene, blocs=self._blocs)
        return self._named[key]


def _of_organisation(headline: Passage, scene: Scene) -> tuple[Party, ...]:
    """Who belongs to a summit that names no guest: "will take part in extraordinary session of CSTO …"."""
    bloc = next((m for m in headline.mentions if m.kind == "bloc"), None)
    if bloc is None or not MULTILATERAL.search(headline.text):
        return ()
    parties = assemble(tuple(summit_parties(bloc.target, scene, 0)))
    return parties if scene.own in states_of(parties) else ()


def _by_name_alone(headline: Passage, lead: Passage, scene: Scene) -> tuple[Party, ...]:
    guests = untitled(headline, lead, scene)
    if not guests or not scene.leader:
        return ()
    return (Party(id=scene.leader, state=scene.own, rank=3, start=-1, stop=-1), *guests)


def _better(parties: Sequence[Party], before: Sequence[Party]) -> bool:
    """Whether these parties replace earlier ones: always where there were none, else where all are known by name."""
    if not before:
        return True
    return _nameless(before) and not _nameless(parties) and len(parties) >= len(before)


def _nameless(parties: Sequence[Party]) -> bool:
    return any(
        p.id.startswith("unknown:") and re.match(r"unknown:.*\b(?:of|президент|министр)\b", p.id) for p in parties
    )


def _parties(passages: Sequence[Passage], headline: Passage, scene: Scene, cast: _Cast) -> tuple[Party, ...]:
    found: list[Party] = []
    for passage in passages:
        found.extend(cast.of(passage))
    parties = assemble(found)
    if not scene.leader or scene.own in states_of(parties):
        return parties
    if OWN_LEADER_IMPLIED.search(headline.text) or any(_names_leader(p, scene) for p in (headline, *passages)):
        own = Party(id=scene.leader, state=scene.own, rank=3, start=-1, stop=-1)
        return assemble((own, *parties))
    return parties


def _names_leader(passage: Passage, scene: Scene) -> bool:
    """Whether the publishing leader is named in person, not as somebody's superior."""
    return any(
        m.target == scene.leader and not adjunct(passage.text, m.start - passage.start) for m in passage.mentions
    )


def _status(words: Passage, lead: Passage, filed: str) -> tuple[str, str]:
    """The headline's word; a headline without a verb leaves it to the lead."""
    status, by = status_of(words.text, filed)
    if status != "held" or says_held(words.text):
        return status, by
    if SOON.search(lead.text) and not says_held(lead.text):
        return "announced", "said_to_come"
    return status, by
