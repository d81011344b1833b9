"""What a statement speaks of, of whom, and in which tone: filled in where the statement was found by other rules.

Pure: a statement in, a statement out, with the same id. The models are opened once and handed in; without them the
word lists decide alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, repeat

from overtone.read.embedding import Embedder, Missing, open_embedder
from overtone.read.names import topics_of
from overtone.read.targets import Scope, targets_of
from overtone.read.tone import UNVALUED, tone_of
from overtone.read.tone_head import ToneHead, tone_head
from overtone.read.topics_head import TopicHead, topic_head
from overtone.records import Document, Mention, Span, Statement
from overtone.registry import Registry

OVERLAP = 6  # times a document's length that its statements and their words may come to, all together
FREE = 20_000  # characters besides, so that short documents are never cut
SHORTEST = 25  # characters under which an embedding says too little
TONE = "tone@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The heads, each None where it is not used; `missing` says why there are none."""

    topics: TopicHead | None = None
    tone: ToneHead | None = None
    embedder: Embedder | None = None  # of passages
    missing: str = ""


NO_MODELS = Models()


def open_models(embedder: Embedder | None = None, *, topics: bool = False) -> Models:
    """The heads that ship, over the embedder given or the one that is installed; the reason where there is none.

    The topic head is left out unless asked for: on the diary it adds nothing to the word lists (docs/models/topics.md).
    """
    found = embedder or open_embedder()
    if isinstance(found, Missing):
        return Models(missing=found.reason)
    return Models(topics=topic_head(found) if topics else None, tone=tone_head(found), embedder=found)


def enrich(
    statement: Statement,
    document: Document,
    registry: Registry,
    mentions: Sequence[Mention],
    models: Models = NO_MODELS,
) -> Statement:
    """The statement with its topics, targets and tone. For many of one document `enrich_all` is faster."""
    return next(enrich_all([statement], document, registry, mentions, models))


def enrich_all(
    statements: Sequence[Statement],
    document: Document,
    registry: Registry,
    mentions: Sequence[Mention],
    models: Models = NO_MODELS,
) -> Iterator[Statement]:
    """The statements of one document with their topics, targets and tone, in order; their words embedded at once.

    Topics that the words name stay first; a head adds what it finds besides. The tone is None where nobody is spoken
    of and no word values, for turns that hold no position, and where somebody would not comment. The heads
    are asked only of speakers that the facts know, and of tone only where no word values. Statements that lie over one
    another so often that all their words are many times the document (hostile pages) are given back as they are from
    there on: the work is bounded.
    """
    bound = affordable(statements, document)
    yield from _enriched(statements[:bound], document, registry, mentions, models)
    yield from statements[bound:]


def affordable(statements: Sequence[Statement], document: Document) -> int:
    """How many of the statements, from the first, may be looked into."""
    lengths = accumulate(one.stop - one.start + sum(s.stop - s.start for s in one.content) for one in statements)
    return sum(length <= OVERLAP * len(document.text) + FREE for length in lengths)


def _enriched(
    statements: Sequence[Statement],
    document: Document,
    registry: Registry,
    mentions: Sequence[Mention],
    models: Models,
) -> Iterator[Statement]:
    words = [_words(statement, document) for statement in statements]
    targets = [targets_of(document, registry, mentions, scope_of(statement)) for statement in statements]
    tones = [
        tone_of(text, one.lang, cue=_cue(one, document), targeted=bool(about))
        for one, text, about in zip(statements, words, targets, strict=True)
    ]
    asked = [n for n, one in enumerate(statements) if one.actor and (models.topics or tones[n].reasons == (UNVALUED,))]
    guesses = dict(zip(asked, _guesses([words[n] for n in asked], document.lang, models), strict=True))
    for n, statement in enumerate(statements):
        added, guess = guesses.get(n, ((), None))
        value = tones[n].value if guess is None or tones[n].reasons != (UNVALUED,) else guess
        named = statement.topics or topics_of(statement.mentions)
        yield replace(
            statement,
            topics=tuple(dict.fromkeys((*named, *added))),
            targets=targets[n],
            tone=value if statement.act == "position" and statement.stance != "declined" else None,
        )


def scope_of(statement: Statement) -> Scope:
    """Where to look for those a statement speaks of."""
    return Scope(
        start=statement.start,
        stop=statement.stop,
        content=statement.content,
        speaker=statement.actor or "",
        speaker_start=statement.speaker_start,
        speaker_stop=statement.speaker_stop,
    )


def _cue(statement: Statement, document: Document) -> str:
    return " ".join(document.text[span.start : span.stop] for span in statement.cue)


def _words(statement: Statement, document: Document) -> str:
    spans = statement.content or (Span(start=statement.start, stop=statement.stop),)
    return " ".join(document.text[span.start : span.stop] for span in spans)


def _guesses(words: Sequence[str], lang: str, models: Models) -> list[tuple[tuple[str, ...], int | None]]:
    """What the heads find in each text: topics, and a tone; nothing where there is no head or too little text."""
    found: list[tuple[tuple[str, ...], int | None]] = [((), None)] * len(words)
    long = [n for n, text in enumerate(words) if len(text) >= SHORTEST]
    head = models.tone or models.topics
    if head is None or not long:
        return found
    vectors = head.embedder.embed([words[n] for n in long], lang)
    tones = models.tone.guess_vectors(vectors) if models.tone else [None] * len(long)
    topics = models.topics.topics_of_vectors(vectors) if models.topics else repeat(())
    for n, named, tone in zip(long, topics, tones, strict=False):
        found[n] = (tuple(topic for topic, _ in named), tone)
    return found
