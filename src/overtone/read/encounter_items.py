"""News items: contacts told in a sentence, or known by the event under which the source files the item."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from overtone.language import language
from overtone.read.counts import sums_up
from overtone.read.encounter_before import NOBODY, Told, carry_over, main_part, said_before, told_the_other
from overtone.read.encounter_clauses import unquoted, without_reporters, without_wishes
from overtone.read.encounter_cues import (
    AFTER_SUMMIT,
    BESIDE,
    ENDORSED,
    NOT_CONTACT,
    PHONE,
    PRIVATE,
    RECALLED,
    SAME_DAY,
    SEPARATE,
    SIGNED,
    SUMMIT,
    TALKS,
    THAT,
    TOLD,
    VIDEO,
)
from overtone.read.encounter_events import by_event, by_kind, coming, filed_day, gone, of_event, summit_parties
from overtone.read.encounter_others import among_leaders
from overtone.read.encounter_party import Party, Passage, Scene
from overtone.read.encounter_people import apart, assemble, grouped, named, states_of
from overtone.read.encounter_rules import Draft, Words, day_of, kind_of, long_past, status_of
from overtone.read.encounter_titles import titled
from overtone.read.names import within
from overtone.records import Document, Mention
from overtone.registry import Event

_LONGEST = 4000  # characters: longer texts are transcripts and commentaries, which recall more than they report
_FRESH = 3  # the headline is 0: sentences so near the top tell the news, later ones recall unless they state the day
_BESIDE_SUMMIT = timedelta(days=3)  # a day stated so near to a known summit is that of the arrival
_RECALL = 60  # days: how far back a stated day may lie


def read_item(document: Document, scene: Scene, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """The contacts a news item reports: sentence by sentence, then by how the source files it."""
    told = [] if len(document.text) > _LONGEST else list(_by_sentence(document, scene, mentions))
    yield from (draft for draft in told if not _vaguer(draft, told))
    filed = by_event(document, scene, mentions) or (None if told else by_kind(document, scene, mentions))
    if filed is not None and not any(_same(filed, draft) for draft in told):
        yield filed


def _by_sentence(document: Document, scene: Scene, mentions: Sequence[Mention]) -> Iterator[Draft]:
    before = NOBODY
    for number, (start, stop) in enumerate(language(document.lang).sentences(document.text)):
        at = start
        for clause in document.text[start:stop].split(";"):
            inside = within(mentions, at, at + len(clause))
            passage = Passage(text=clause, start=at, role="line", mentions=inside)
            if (inside or before.people) and _may_tell(clause, document):
                yield from _told(passage, number <= _FRESH, Told(document=document, scene=scene, before=before))
            at += len(clause) + 1
        sentence = Passage(
            text=document.text[start:stop], start=start, role="line", mentions=within(mentions, start, stop)
        )
        before = said_before(sentence, scene, before)


def _may_tell(clause: str, document: Document) -> bool:
    """Not where letters and greetings are told of, nor where contacts are only summed up."""
    if NOT_CONTACT.search(clause) and not PHONE.search(clause):
        return False
    return not sums_up(clause, document.lang, document.published_on)


def _told(passage: Passage, fresh: bool, told: Told) -> Iterator[Draft]:
    document, scene = told.document, told.scene
    named_here = _people(passage, scene)
    words = main_part(without_wishes(passage.text), named_here)
    parties, carried = carry_over(passage, named_here, told)
    kind = _kind_of(words, passage, parties, document)
    if kind is None and carried:
        kind = ("bilateral", "told_to_the_other") if told_the_other(passage, told.before) else None
    summit = _summit(passage, scene) if kind is None else ()
    if summit:
        parties, carried = assemble((*parties, *summit)), False
        kind = ("video" if VIDEO.search(passage.text + document.place) else "multilateral", "summit_of_an_organisation")
    if kind is None or len(states_of(parties)) < 2:
        return
    status, by = status_of(unquoted(words), document.kind)
    if summit and status == "held" and ENDORSED.search(passage.text):
        status, by = "announced", "idea_supported"
    if carried and status != "held":
        return
    if status == "held" and kind[0] != "phone" and PHONE.search(document.place):
        return
    day, stated, event = _day(passage, told, status, bool(summit))
    if not stated and status == "held" and long_past(words, document.published_on, document.lang):
        return
    if not stated and (_recalls(passage, fresh) or (summit and status == "announced")):
        return
    if carried and not (stated or told_the_other(passage, told.before)):
        return
    if summit and event is not None and event.parties:
        parties = assemble((*named_here, *of_event(event, scene)))
    for group in apart(parties, "") if SEPARATE.search(passage.text) else (parties,):
        yield Draft(
            kind=kind[0],
            parties=tuple(sorted(p.id for p in group)),
            status=status,
            day=day,
            start=passage.start,
            stop=passage.start + len(passage.text),
            rules=f"{kind[1]}, {'sentence_before' if carried else 'sentence'}, {by}",
            event=event.id if event else "",
            stated=stated,
            in_general=not PRIVATE.search(passage.text),
        )


def _day(passage: Passage, told: Told, status: str, summit: bool) -> tuple[date, bool, Event | None]:
    """The day, whether the text or the facts tell it, and the event whose day it is."""
    day, stated = day_of(passage.text, told.document, status, _RECALL)
    if status == "announced":
        event = coming(passage, told.scene)
        if event is not None and (not stated or (summit and abs(event.start - day) <= _BESIDE_SUMMIT)):
            return event.start, True, event
        filed = None if stated else filed_day(told.document)
        return filed or day, stated, None
    if status == "held" and not stated and AFTER_SUMMIT.search(passage.text):
        event = gone(passage, told.scene)
        if event is not None:
            return event.stop, True, event
    return day, stated, None


def _people(passage: Passage, scene: Scene) -> tuple[Party, ...]:
    """Those named one by one; a group ("the leaders of …") only where names alone make no contact."""
    single = assemble((*named(passage, scene), *titled(passage, scene)))
    single = without_reporters(single, passage.text)
    return single if len(states_of(single)) > 1 else assemble((*single, *grouped(passage, scene)))


def _recalls(passage: Passage, fresh: bool) -> bool:
    """Whether the sentence may tell of an older contact: far down without its day, or in so many words."""
    return RECALLED.search(passage.text) is not None or not (fresh or SAME_DAY.search(passage.text))


def _kind_of(words: str, passage: Passage, parties: Sequence[Party], document: Document) -> tuple[str, str] | None:
    states = len(states_of(parties))
    if states < 2:
        return None
    kind = kind_of(Words(text=words, states=states, place=document.place))
    if kind is not None and (kind[1] != "face_to_face" or TALKS.search(among_leaders(without_wishes(passage.text)))):
        return kind
    if SIGNED.search(passage.text):
        return "bilateral" if states == 2 else "multilateral", "signed_together"
    face = states == 2 and _face(passage, parties) and not SUMMIT.search(passage.text)
    return ("bilateral", "told_to_the_other") if face else None


def _face(passage: Passage, parties: Sequence[Party]) -> bool:
    """One party is said to have told the other something: the verb stands between them."""
    first, second = parties[0], parties[-1]
    between = passage.text[first.stop : second.start]
    return len(between) < 60 and TOLD.search(between) is not None and THAT.search(between) is None


def _summit(passage: Passage, scene: Scene) -> tuple[Party, ...]:
    """The leaders of an organisation whose summit the sentence tells of; not where something is said to be after it."""
    found: list[Party] = []
    for mention in passage.mentions:
        if mention.kind != "bloc" or mention.target not in scene.registry.blocs:
            continue
        at = mention.start - passage.start
        near = SUMMIT.search(passage.text, max(0, at - 80), at + 60)
        if near is not None and not BESIDE.search(passage.text, 0, near.start()):
            found.extend(summit_parties(mention.target, scene, at))
    return tuple(found)


def _vaguer(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether another sentence tells of the same with its day, or of the whole company of which this names a part."""
    for other in told:
        if other is draft or other.status != draft.status:
            continue
        coming = draft.status == "announced" and not draft.stated and other.stated
        if coming and (
            draft.parties == other.parties or (draft.in_general and set(draft.parties) < set(other.parties))
        ):
            return True
        both = {draft.kind, other.kind} <= {"multilateral", "video"}
        if both and other.day == draft.day and set(draft.parties) < set(other.parties):
            return True
    return False


def _same(filed: Draft, told: Draft) -> bool:
    """Whether a sentence already tells of the event: the same two at least, on the same day, by the same medium."""
    shared = len(set(filed.parties) & set(told.parties)) >= 2
    remote = ("phone", "video")
    medium = filed.kind == told.kind or not (filed.kind in remote or told.kind in remote)
    company = (filed.kind == "multilateral") == (told.kind == "multilateral")
    return shared and medium and company and abs((filed.day - told.day).days) <= 1
