"""Reading one document: the names in it once, then everything that rests on them."""

from collections.abc import Iterator
from dataclasses import replace

from overtone.language import LANGUAGES
from overtone.read.commitments import read_commitments
from overtone.read.counts import read_counts
from overtone.read.encounters import read_encounters
from overtone.read.enrich import affordable, enrich_all
from overtone.read.hygiene import cleaned, restored
from overtone.read.joint import read_joint
from overtone.read.limits import shortened
from overtone.read.models import FAST, Models
from overtone.read.names import Decision, explain_names, read_names
from overtone.read.passages import meanings_of
from overtone.read.resolution.statements import statements_of
from overtone.read.speech.merging import attribute
from overtone.read.transcripts import read_transcript
from overtone.read.votes import read_votes, unread_votes
from overtone.read.votes_told import read_told_votes
from overtone.read.wording import wordings
from overtone.records import Document, Harvest, Reading, Span, Statement
from overtone.registry import Registry

READER = "overtone@2"
ROLL_CALL = "roll-call"


def read(document: Document, registry: Registry, models: Models = FAST) -> Harvest:
    """Everything that stands in one document: mentions, statements, encounters, votes, and what nobody could read.

    A pure function of the document, the facts and the models: reading twice gives equal rows with equal ids. A text in
    a language the house does not speak gives a reading with the note "language-not-read:uk" and nothing else. Of a
    document longer than any is read, the end is told as unread; unseen signs and look-alike letters are read past, and
    every span is one of the published text. Not for judging whether what is said is true.
    """
    if document.kind == ROLL_CALL:
        return Harvest(
            reading=_bare_reading(document, unread=unread_votes(document)), votes=read_votes(document, registry)
        )
    if document.lang not in LANGUAGES:
        return Harvest(reading=_bare_reading(document, notes=(f"language-not-read:{document.lang}",)))
    opening, rest, notes = shortened(document)
    page, way = cleaned(opening)
    return _and_the_rest(restored(_read(page, registry, models), way, document.text), rest, notes)


def _read(document: Document, registry: Registry, models: Models) -> Harvest:
    """What stands in a text that is not too long and holds no unseen signs."""
    mentions = read_names(document, registry)
    statements, unread, notes = read_transcript(document, registry, mentions)
    if not statements and not unread:
        found = attribute(document.text, document.lang, models.tagger)
        statements = statements_of(document, registry, mentions, found)
    card = registry.sources.get(document.source)
    if card is not None and not card.verbatim:
        statements = tuple(_as_digested(statement) for statement in statements)
    return Harvest(
        reading=Reading(document=document.id, reader=READER, mentions=mentions, unread=unread, notes=notes),
        meanings=meanings_of(statements, document, models.heads.embedder),
        statements=tuple(enrich_all(statements, document, registry, mentions, models.heads)),
        encounters=read_encounters(document, registry, mentions),
        votes=read_told_votes(document, registry, mentions),
        commitments=read_commitments(document, registry, mentions),
        counts=read_counts(document, registry, mentions),
        joint=read_joint(document, registry, mentions),
        wordings=wordings(statements[: affordable(statements, document)], document),
    )


def _and_the_rest(harvest: Harvest, rest: tuple[Span, ...], notes: tuple[str, ...]) -> Harvest:
    """The harvest of a document whose end was not read, with the end told as unread."""
    if not rest:
        return harvest
    reading = harvest.reading
    told = replace(reading, unread=(*reading.unread, *rest), notes=(*reading.notes, *notes))
    return replace(harvest, reading=told)


def _as_digested(statement: Statement) -> Statement:
    """A statement of a text that is not in the speaker's words: whatever its marks, it reports."""
    return replace(statement, manner="indirect") if statement.manner != "indirect" else statement


def explain(document: Document, registry: Registry) -> Iterator[Decision]:
    """The debug twin of `read` for names: each name met, what it was taken for, and the rule that decided.

    Nothing for a roll call, or for a language the house does not speak.
    """
    if document.kind != ROLL_CALL and document.lang in LANGUAGES:
        yield from explain_names(document, registry)


def _bare_reading(document: Document, *, unread: tuple[Span, ...] = (), notes: tuple[str, ...] = ()) -> Reading:
    return Reading(document=document.id, reader=READER, mentions=(), unread=unread, notes=notes)
