"""The occasions on which somebody could have spoken of something: position statements, one row each, copies aside.

A page carried twice is one occasion: of documents with the same text the first stays, of one page in several languages
one language stays, and of long statements of one actor on one day with the same length, words, topics and mentions the
first carrier stays.
Not for: reprints that were reworded or cut, which need the echo measure.
"""

from datetime import timedelta

import ibis

from overtone.measure.shape import Options, View
from overtone.records import Window

LONG = 25  # words from which all of that being equal means one utterance


def carriers(view: View, options: Options) -> ibis.Table:
    """Documents without their copies and other-language twins: id and source."""
    documents = view.table("documents")
    if options.sources:
        documents = documents.filter(documents.source.isin([s.id for s in options.sources]))
    ranked = documents.mutate(
        copy=ibis.row_number().over(
            group_by=documents.text_sha256, order_by=[documents.published_on, documents.source, documents.id]
        ),
        tongue=documents.lang.min().over(group_by=[documents.source, documents.key]),
    )
    kept = ranked.filter((ranked.copy == 0) & (ranked.lang == ranked.tongue))
    return kept.select(carrier=kept.id, source=kept.source)


def occasions(view: View, window: Window, options: Options) -> ibis.Table:
    """Position statements of the window (`now`) and of its trailing weeks, with their source.

    A statement whose speaker nobody knows is nobody's position: it counts for no actor and not for all of them.
    """
    start = window.start - timedelta(weeks=options.baseline_weeks)
    stated = view.table("statements")
    stated = stated.filter((stated.act == "position") & (stated.said_on >= start) & (stated.said_on < window.stop))
    stated = stated.filter(stated.actor.notnull() & (stated.actor != "")).mutate(chars=stated.stop - stated.start)
    documents = carriers(view, options)
    joined = stated.inner_join(documents, stated.document == documents.carrier)
    marked = joined.mutate(
        first_carrier=joined.document.min().over(
            group_by=[
                joined.actor,
                joined.speaker,
                joined.said_on,
                joined.lang,
                joined.words,
                joined.chars,
                joined.topics,
                joined.mentions.length(),
                ibis.ifelse(joined.mentions.length() > 0, joined.mentions[0].start - joined.start, -1),
            ]
        ),
        now=joined.said_on >= window.start,
    )
    return marked.filter((marked.words < LONG) | (marked.document == marked.first_carrier))


def counted(rows: ibis.Table, target: str) -> ibis.Table:
    """Statements, words and spans per source, actor, document and value of the column `target`.

    `rows` has one row per statement and target, with `hits`. Spans are kept for the window only; they come unordered.
    """
    spanned = rows.mutate(
        target=rows[target],
        span=ibis.struct({"document": rows.document, "start": rows.start, "stop": rows.stop, "row": rows.id}),
    )
    return spanned.group_by(["source", "actor", "document", "said_on", "now", "target"]).aggregate(
        statements=spanned.id.nunique(),
        words=spanned.words.sum(),
        hits=spanned.hits.sum(),
        spans=spanned.span.collect(where=spanned.now),
    )
