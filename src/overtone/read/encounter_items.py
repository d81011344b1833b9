"""News items: contacts told in a sentence, or known by the event under which the source files the item."""

from collections.abc import Iterator, Sequence

from overtone.language import language
from overtone.read.encounter_cues import (
    BESIDE,
    NOT_CONTACT,
    PHONE,
    RECALLED,
    SAME_DAY,
    SEPARATE,
    SIGNED,
    SUMMIT,
    TALKS,
    TOLD,
    VIDEO,
)
from overtone.read.encounter_events import by_event, coming, summit_parties
from overtone.read.encounter_others import among_leaders
from overtone.read.encounter_party import Party, Passage, Scene
from overtone.read.encounter_people import apart, assemble, grouped, named, states_of
from overtone.read.encounter_rules import Draft, Words, day_of, kind_of, status_of, told_of
from overtone.read.encounter_titles import titled
from overtone.records import Document, Mention

_LONGEST = 4000  # characters: longer texts are transcripts and commentaries, which recall more than they report
_FRESH = 3  # the headline is 0: sentences so near the top tell the news, later ones recall unless they state the day
_RECALL = 60  # days: how far back a stated day may lie


def read_item(document: Document, scene: Scene, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """The contacts a news item reports: sentence by sentence, then by the event it is filed under."""
    told = [] if len(document.text) > _LONGEST else list(_by_sentence(document, scene, mentions))
    yield from (draft for draft in told if not _vaguer(draft, told))
    filed = by_event(document, scene, mentions)
    if filed is not None and not any(_same(filed, draft) for draft in told):
        yield filed


def _by_sentence(document: Document, scene: Scene, mentions: Sequence[Mention]) -> Iterator[Draft]:
    for number, (start, stop) in enumerate(language(document.lang).sentences(document.text)):
        at = start
        for clause in document.text[start:stop].split(";"):
            inside = tuple(m for m in mentions if at <= m.start and m.stop <= at + len(clause))
            passage = Passage(text=clause, start=at, role="line", mentions=inside)
            if inside and not (NOT_CONTACT.search(clause) and not PHONE.search(clause)):
                yield from _told(passage, number <= _FRESH, document, scene)
            at += len(clause) + 1


def _told(passage: Passage, fresh: bool, document: Document, scene: Scene) -> Iterator[Draft]:
    parties = _people(passage, scene)
    kind = _kind_of(passage, parties, document)
    summit = _summit(passage, scene) if kind is None else ()
    if summit:
        parties = assemble((*parties, *summit))
        kind = ("video" if VIDEO.search(passage.text + document.place) else "multilateral", "summit_of_an_organisation")
    if kind is None or len(states_of(parties)) < 2:
        return
    status, by = status_of(told_of(passage.text), document.kind)
    if status == "held" and kind[0] != "phone" and PHONE.search(document.place):
        return
    day, stated = day_of(passage.text, document, status, _RECALL)
    event = coming(passage, scene) if status == "announced" and not stated else None
    if event is not None:
        day, stated = event.start, True
    if not stated and (_recalls(passage, fresh) or (summit and status == "announced")):
        return
    for group in apart(parties, "") if SEPARATE.search(passage.text) else (parties,):
        yield Draft(
            kind=kind[0],
            parties=tuple(sorted(p.id for p in group)),
            status=status,
            day=day,
            start=passage.start,
            stop=passage.start + len(passage.text),
            rules=f"{kind[1]}, sentence, {by}",
            event=event.id if event else "",
            stated=stated,
        )


def _people(passage: Passage, scene: Scene) -> tuple[Party, ...]:
    """Those named one by one; a group ("the leaders of …") only where names alone make no contact."""
    single = assemble((*named(passage, scene), *titled(passage, scene)))
    return single if len(states_of(single)) > 1 else assemble((*single, *grouped(passage, scene)))


def _recalls(passage: Passage, fresh: bool) -> bool:
    """Whether the sentence may tell of an older contact: far down without its day, or in so many words."""
    return RECALLED.search(passage.text) is not None or not (fresh or SAME_DAY.search(passage.text))


def _kind_of(passage: Passage, parties: Sequence[Party], document: Document) -> tuple[str, str] | None:
    states = len(states_of(parties))
    if states < 2:
        return None
    kind = kind_of(Words(text=told_of(passage.text), states=states, place=document.place))
    if kind is not None and (kind[1] != "face_to_face" or TALKS.search(among_leaders(passage.text))):
        return kind
    if SIGNED.search(passage.text):
        return "bilateral" if states == 2 else "multilateral", "signed_together"
    return ("bilateral", "told_to_the_other") if states == 2 and _face(passage, parties) else None


def _face(passage: Passage, parties: Sequence[Party]) -> bool:
    """One party is said to have told the other something: the verb stands between them."""
    first, second = parties[0], parties[-1]
    between = passage.text[first.stop : second.start]
    return len(between) < 60 and TOLD.search(between) is not None


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
        if coming and draft.parties == other.parties:
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
