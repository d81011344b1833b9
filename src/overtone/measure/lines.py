"""Lines: what is said in the same words by several speakers, and on which days each of them used it.

A line is the runs of three lemmas that always occur together, so that a borrowed sentence is one line and not thirty.
Lines are chosen without looking at who was first: used by two speakers or more; new, that is, used by nobody in the
first four weeks of the span (of older lines the first use was before our time); and no grammar, that is, on at most one
in twenty of the days on which somebody spoke (or on eight). A line used twice by a speaker on one day is used once.
"""

from datetime import timedelta

import ibis

from overtone.measure.occasions import occasions
from overtone.measure.shape import Options, View
from overtone.records import Window

FRESH = 28  # days at the beginning of the span, a fifth of it at most: a line used there is not new
COMMON = 20  # a line is used on at most one in so many of all speakers' days …
FEW = 8  # … or on so many
PLACE = ("document", "start", "stop", "row")


def line_uses(view: View, window: Window, options: Options) -> ibis.Table:
    """One row for each line, speaker and day, with the earliest span; line 0 is all that a speaker said on a day.

    Columns: line, actor, source, said_on, now, words, document, start, stop, row. Reported speech is not counted: its
    words are the reporter's.
    """
    start = window.start - timedelta(weeks=options.baseline_weeks)
    fresh = start + timedelta(days=min(FRESH, (window.stop - start).days // 5))
    stated = occasions(view, window, options)
    stated = view.keep(
        stated.filter(stated.manner != "indirect").select(
            "actor", "source", "said_on", "now", "words", "document", "start", "stop", row=stated.id
        )
    )
    spoken = stated.group_by(["actor", "source", "said_on", "now"]).aggregate(words=stated.words.sum())
    uses = view.keep(_once_a_day(view, stated))
    lines = _gathered(_telling(uses, spoken, fresh))
    used = uses.inner_join(lines, uses.gram == lines.line).select(
        "line", "actor", "source", "said_on", "now", ibis.literal(0, "int64").name("words"), *PLACE
    )
    nowhere = {"document": "", "start": 0, "stop": 0, "row": ""}
    whole = spoken.select(
        ibis.literal(0, "int64").name("line"),
        "actor",
        "source",
        "said_on",
        "now",
        spoken.words.cast("int64").name("words"),
        *(ibis.literal(value, "string" if value == "" else "int64").name(name) for name, value in nowhere.items()),
    )
    return used.union(whole)


def _once_a_day(view: View, stated: ibis.Table) -> ibis.Table:
    """Each run of three lemmas once for a speaker and a day, where it was used first in the order of documents."""
    words = view.table("wordings")
    words = words.select("document", "start", "stop", "grams").distinct()
    said = stated.inner_join(words, ["document", "start", "stop"])
    runs = said.select("actor", "source", "said_on", "now", *PLACE, gram=said.grams.unnest())
    order = ibis.row_number().over(
        group_by=[runs.gram, runs.actor, runs.said_on], order_by=[runs.document, runs.start, runs.stop, runs.row]
    )
    return runs.mutate(order=order).filter(lambda t: t.order == 0).drop("order")


def _telling(uses: ibis.Table, spoken: ibis.Table, fresh: object) -> ibis.Table:
    """The uses of runs that several speakers use, that are new and that are no grammar."""
    days = spoken.select("actor", "said_on").distinct().aggregate(days=lambda t: t.count())
    known = uses.group_by("gram").aggregate(actors=uses.actor.nunique(), times=uses.count(), since=uses.said_on.min())
    known = known.filter((known.actors >= 2) & (known.since >= fresh)).cross_join(days)
    known = known.filter((known.times <= FEW) | (known.times * COMMON <= known.days))
    return uses.semi_join(known, "gram")


def _gathered(uses: ibis.Table) -> ibis.Table:
    """One key, the smallest, for all runs with the same uses: as many, in the same first, last and summed places."""
    place = ibis.dense_rank().over(order_by=[uses.document, uses.start, uses.stop, uses.row]).cast("int64")
    placed = uses.mutate(place=place)
    each = placed.group_by("gram").aggregate(
        times=placed.count(),
        first=placed.place.min(),
        last=placed.place.max(),
        total=placed.place.sum().cast("int64"),
        squares=(placed.place * placed.place).sum().cast("int64"),
    )
    return each.group_by(["times", "first", "last", "total", "squares"]).aggregate(line=each.gram.min()).select("line")
