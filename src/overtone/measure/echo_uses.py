"""Who used which words, where and when: statements with their wording, and the utterances they are carriers of.

An utterance carried by several pages is one: same actor, same words, from one day to the next. What the same actor has
said in nearly the same words on the day or the day before is the same utterance carried on, too. The pages it stands
in are kept as evidence.
"""

from datetime import date, timedelta

import ibis

from overtone.measure.echo_join import Keep, Matches
from overtone.measure.shape import Options, View
from overtone.records import Window

USE = ["row", "item", "actor", "said_on", "day", "document", "start", "stop", "source", "key", "lang", "venue"]
TELLS = ["day", "document", "start", "row"]  # the order in which uses are told


def uses(view: View, window: Window, options: Options) -> ibis.Table:
    """Positions of known actors up to the end of the window, with the id of their wording (`item`) and day number."""
    stated, documents, worded = view.table("statements"), view.table("documents"), view.table("wordings")
    stated = stated.filter((stated.act == "position") & (stated.said_on < window.stop))
    stated = stated.filter(stated.actor.notnull() & (stated.actor != ""))
    if options.lookback_weeks:
        first = window.start - timedelta(weeks=options.baseline_weeks + options.lookback_weeks)
        stated = stated.filter(stated.said_on >= first)
    if options.sources:
        documents = documents.filter(documents.source.isin([s.id for s in options.sources]))
    pages = documents.select("source", "key", carrier="id")
    words = worded.select(item="id", of="document", first="start", last="stop", tongue="lang")
    placed = stated.inner_join(pages, stated.document == pages.carrier)
    placed = placed.inner_join(
        words, [placed.document == words.of, placed.start == words.first, placed.stop == words.last]
    )
    day = placed.said_on.delta(date(1970, 1, 1), unit="day").cast("int64")
    placed = placed.mutate(row=placed.id, day=day)
    return placed.select(*[name for name in USE if name != "lang"], lang="tongue")


def utterances(keep: Keep, fresh: ibis.Table, twins: ibis.Table) -> ibis.Table:
    """One row per utterance among these uses: its first carrier, `words` (the item that stands for its words), spans.

    `twins`: items with equal words (`copies`).
    """
    named = _named(fresh, twins)
    same = ["actor", "words"]
    named = named.mutate(before=named.day.lag().over(ibis.window(group_by=same, order_by=TELLS)))
    named = named.mutate(begins=ibis.ifelse(named.before.isnull() | (named.day - named.before > 1), 1, 0))
    named = named.mutate(run=named.begins.sum().over(ibis.cumulative_window(group_by=same, order_by=TELLS)))
    named = keep(named.mutate(place=ibis.row_number().over(group_by=[*same, "run"], order_by=TELLS)))
    spanned = named.mutate(
        span=ibis.struct({"document": named.document, "start": named.start, "stop": named.stop, "row": named.row})
    )
    carried = spanned.group_by([*same, "run"]).aggregate(spans=spanned.span.collect())
    heads = named.filter(named.place == 0).drop("before", "begins", "place")
    return keep(heads.inner_join(carried, [*same, "run"]).select(*heads.columns, "spans"))


def _named(fresh: ibis.Table, twins: ibis.Table) -> ibis.Table:
    alone = fresh.anti_join(twins, "item").mutate(words=ibis._.item)
    copied = fresh.inner_join(twins, "item").select(*fresh.columns, words="as_item")
    return alone.union(copied)


def first_uses(keep: Keep, used: ibis.Table, found: Matches) -> ibis.Table:
    """The first use of each found wording by each actor: `as_item` and the columns of a use."""
    spoken = found.members.inner_join(used, "item").select(*used.columns, "as_item")
    ranked = spoken.mutate(place=ibis.row_number().over(group_by=["as_item", "actor"], order_by=TELLS))
    return keep(ranked.filter(ranked.place == 0).drop("place"))


def carried_on(keep: Keep, told: ibis.Table, used: ibis.Table, found: Matches) -> ibis.Table:
    """Utterances that say again in nearly the same words what their actor said that day or the day before: row."""
    near = told.select("row", "actor", "day", "document", "start", item="words").inner_join(found.pairs, "item")
    near = near.select("row", "actor", "day", "document", "start", "other")
    spoken = found.members.inner_join(used, "item").select(
        "as_item", who="actor", when="day", where="document", at="start"
    )
    both = near.inner_join(spoken, [near.other == spoken.as_item, near.actor == spoken.who])
    both = both.filter((both.when == both.day) | (both.when == both.day - 1))
    same_page = (both.where == both.document) & (both.at < both.start)
    earlier = (both.when < both.day) | (both.where < both.document) | same_page
    return keep(both.filter(earlier).select("row").distinct())
