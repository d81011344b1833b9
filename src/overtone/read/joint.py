"""Texts of several parties: communiqués, joint statements, declarations, agreements signed, and who stands behind them.

A document may be such a text, or tell of one that was made or is to be made. Not for laws and orders of one state, nor
for a text nobody put a name to.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from overtone.language import LANGUAGES, language
from overtone.read.joint_words import FORMS, JointWords, joint_words
from overtone.read.names import within
from overtone.read.polarity_words import Found, Word, WordList, words_of
from overtone.records import Document, JointText, Mention
from overtone.registry import Registry

READER = "joint@1"
HEAD_WORDS = 8  # the form stands among the first words of a title
REACH = 10  # words between a form and the verb that makes it
LEAD = 700  # characters of the body in which the parties introduce themselves
SHORTEST = 12  # characters of a sentence that can tell of a text
PARTY_KINDS = ("state", "bloc", "institution", "actor")


class Told(NamedTuple):
    """A sentence or title that names a form, and what stands in it."""

    document: Document
    registry: Registry
    lists: JointWords
    words: Sequence[Word]
    start: int  # of the sentence in the document
    stop: int
    form: str
    found: Found  # the words of the form; places are those in the sentence
    mentions: Sequence[Mention]


def read_joint(document: Document, registry: Registry, mentions: Sequence[Mention]) -> tuple[JointText, ...]:
    """The joint text that a document is, or those that it tells of, each form and set of parties once.

    Status: issued where the document is the text itself, quoted where it tells of one that was made, announced where it
    is to be made; one that is refused gives nothing. Empty for a language the house does not speak.
    """
    if document.lang not in LANGUAGES:
        return ()
    itself = _itself(document, registry, mentions)
    found = [itself] if itself else list(_told(document, registry, mentions))
    kept: dict[tuple[str, tuple[str, ...]], JointText] = {}
    for one in found:
        kept.setdefault((one.form, one.parties), one)
    return tuple(kept.values())


def _itself(document: Document, registry: Registry, mentions: Sequence[Mention]) -> JointText | None:
    """The text that the document is: by its title, or because it opens with "We, the Presidents of …"."""
    start, stop = _title(document)
    words = words_of(document.text[start:stop], document.lang)
    lists = joint_words(document.lang)
    titled = _form(lists, words, titles=True)
    opens = _opens(document, lists, stop)
    if not titled and not opens:
        return None
    if titled and (
        lists.not_heads.find(words[:3]) or any(w.find(words) for w in (lists.made, lists.refused, lists.planned))
    ):
        return None
    form, found = titled or ("joint-statement", Found(0, stop - start, 0, 0, ""))
    told = Told(document, registry, lists, words, start, stop, form, found, within(mentions, start, stop))
    parties, signers = _parties(told, _before_about(told))
    if not _several(registry, parties):
        lead = within(mentions, stop, stop + LEAD)
        more, more_signers = _parties(told, _first_paragraph(told, lead, stop))
        parties, signers = tuple(sorted({*parties, *more})), tuple(sorted({*signers, *more_signers}))
    return _made(told, parties, signers, "issued") if _several(registry, parties) else None


def _told(document: Document, registry: Registry, mentions: Sequence[Mention]) -> Iterator[JointText]:
    """The texts that sentences tell of: a form, a verb of making, and those who make it."""
    lists = joint_words(document.lang)
    for first, last in language(document.lang).sentences(document.text):
        if last - first < SHORTEST:
            continue
        words = words_of(document.text[first:last], document.lang)
        named = _form(lists, words, titles=False)
        if not named:
            continue
        told = Told(document, registry, lists, words, first, last, *named, within(mentions, first, last))
        status = next((status for rule in STATUS if (status := rule(told)) is not None), "")
        if status:
            parties, signers = _parties(told, _before_about(told))
            if _several(registry, parties):
                yield _made(told, parties, signers, status)


def refused(told: Told) -> str | None:
    """Nothing was made: "would not sign the declaration"."""
    return "" if told.lists.refused.find(told.words) else None


def planned(told: Told) -> str | None:
    """It is to be made: "will sign a declaration", «будет подписано»."""
    return "announced" if _near(told, told.lists.planned) else None


def made(told: Told) -> str | None:
    """It was made: "adopted a communiqué"."""
    return "quoted" if _near(told, told.lists.made) else None


def _near(told: Told, entries: WordList) -> bool:
    """Whether one of the entries stands within reach of the form."""
    return any(abs(found.first - told.found.first) <= REACH for found in entries.find(told.words))


STATUS: tuple[Callable[[Told], str | None], ...] = (refused, planned, made)


def _form(lists: JointWords, words: Sequence[Word], *, titles: bool) -> tuple[str, Found] | None:
    """The first form named, the more telling one at one place; in a title only where it stands at the head.

    A title of its own must say that several speak ("Joint Statement"): agreements and memoranda are told of.
    """
    kept_out = [(f.first, f.last) for f in lists.not_forms.find(words)]
    hits = [
        (found.first, -(found.last - found.first), form, found)
        for form in FORMS
        for found in lists.forms[form].find(words)
        if not any(a <= found.last and found.first <= b for a, b in kept_out)
    ]
    if titles:
        hits = [hit for hit in hits if hit[0] < HEAD_WORDS and hit[2] not in ("agreement", "memorandum", "statement")]
    if not hits:
        return None
    _, _, form, found = min(hits, key=lambda hit: hit[:3])
    return ("joint-statement" if form == "statement" else form), found


def _title(document: Document) -> tuple[int, int]:
    """Where the headline stands, else the first line."""
    for part in document.parts:
        if part.role == "headline":
            return part.start, part.stop
    return 0, max(0, (document.text + "\n").find("\n"))


def _opens(document: Document, lists: JointWords, after: int) -> bool:
    """Whether the body opens with those who speak: "We, the leaders of …", «Мы, президенты …»."""
    body = document.text[after : after + 160].lstrip()
    words = words_of(body, document.lang)[:5]
    starts = bool(words) and words[0].start == 0 and words[0].key in lists.opening
    return starts and "," in body[: words[-1].stop] and bool(lists.heads.find(words[1:]))


def _before_about(told: Told) -> Sequence[Mention]:
    """Those named as making the text: before the form, or after it up to "on …", what it is about."""
    text = told.document.text
    after = told.found.last + 1
    about = next((f for f in told.lists.about.find(told.words[after:])), None)
    stop = told.start + about.start if about else told.stop
    comma = text.find(";", told.start + told.found.stop, stop)
    stop = comma if comma >= 0 else stop
    return [m for m in told.mentions if m.stop <= stop]


def _first_paragraph(told: Told, mentions: Sequence[Mention], start: int) -> Sequence[Mention]:
    """Those named in the first sentence of the body, as far as the list of them goes: "We, the leaders of … and …"."""
    text = told.document.text
    start += len(text[start:]) - len(text[start:].lstrip())
    sentences = language(told.document.lang).sentences(text[start : start + LEAD])
    stop = start + (sentences[0][1] if sentences else LEAD)
    kept: list[Mention] = []
    for mention in mentions:
        if mention.stop > stop or (kept and not _goes_on(told, kept[-1].stop, mention.start)):
            break
        kept.append(mention)
    return kept


def _goes_on(told: Told, start: int, stop: int) -> bool:
    """Whether only titles, short words and capitals stand between two names: the list goes on."""
    text = told.document.text
    words = words_of(text[start:stop], told.document.lang)
    heads = {found.first for found in told.lists.heads.find(words)}
    lower = [n for n, word in enumerate(words) if text[start + word.start].islower() and len(word.key) > 3]
    return all(number in heads for number in lower)


def _parties(told: Told, mentions: Sequence[Mention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """States and blocs that stand behind the text, and the persons named for them, both sorted."""
    parties: set[str] = set()
    signers: set[str] = set()
    for mention in mentions:
        if _tells(told, mention):
            continue
        if mention.kind == "actor":
            signers.add(mention.target)
            parties |= _behind(told, mention.target)
        elif mention.kind == "institution":
            parties.add(told.registry.institutions[mention.target].state or mention.target)
        elif mention.kind in PARTY_KINDS:
            parties.add(mention.target)
    if any(party in told.registry.blocs for party in parties):
        parties = {p for p in parties if p in told.registry.blocs or p in told.registry.states}
    return tuple(sorted(parties)), tuple(sorted(signers))


def _behind(told: Told, actor: str) -> set[str]:
    """Whom a person binds: the state or the organisation of the office held that day."""
    day = told.document.happened_on or told.document.published_on
    office = told.registry.main_office(actor, day)
    card = told.registry.actors[actor]
    return {(office and (office.state or office.institution)) or card.state or actor}


def _tells(told: Told, mention: Mention) -> bool:
    """Whether the one named only tells of the text: "Lavrov said a statement had been adopted"."""
    speech, made = language(told.document.lang).speech_verbs, told.lists.made
    after = [word for word in told.words if word.start >= mention.stop - told.start][:2]
    before = [word for word in told.words if word.stop <= mention.start - told.start][-1:]
    return mention.kind == "actor" and any(w.key in speech and not made.find([w]) for w in (*after, *before))


def _several(registry: Registry, parties: Sequence[str]) -> bool:
    """Whether more than one state stands behind it: a bloc is several."""
    return len(parties) > 1 or any(party in registry.blocs for party in parties)


def _made(told: Told, parties: tuple[str, ...], signers: tuple[str, ...], status: str) -> JointText:
    return JointText(
        document=told.document.id,
        reader=READER,
        start=told.start,
        stop=told.stop,
        form=told.form,
        parties=parties,
        signers=signers,
        status=status,
        dated=_dated(told),
        lang=told.document.lang,
    )


def _dated(told: Told) -> date:
    """The day that the sentence names, else that of the event or of publication."""
    day = told.document.happened_on or told.document.published_on
    dates = language(told.document.lang).dates(told.document.text[told.start : told.stop], told.document.published_on)
    return dates[0].day if dates else day
