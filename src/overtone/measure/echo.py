"""Echo: whose words an actor says again, word for word or nearly, in the same language.

An utterance of the window is held against everything said on earlier days (`lookback_weeks`): alike at Jaccard ≥ .5 of
runs of three lemmas, or with .8 of its own runs inside a longer text. The origin is the nearest earlier one. An echo is
a match with another actor of at least `BITS` bits given what everybody else had said before; below it is a formula. Who
repeats himself is a self-echo; who repeats another in order to deny or reject him is a rejected quotation.
"""

from collections.abc import Iterator
from datetime import timedelta

import ibis
import pyarrow as pa

from overtone.measure.echo_join import Likeness, against, copies
from overtone.measure.echo_judging import judged
from overtone.measure.echo_links import nearest, shared_runs, stances
from overtone.measure.echo_uses import carried_on, first_uses, uses, utterances
from overtone.measure.shape import Frame, Options, View
from overtone.records import Abstention, Signal, Window

METHOD = "echo@1"
REFERENCE = (
    "Bayardo, Ma and Srikant 2007 (all pairs); Xiao, Wang, Lin and Yu 2008 (PPJoin); Garwood 1936 (interval of a "
    "count); Benjamini and Hochberg 1995"
)
NULL = "actors dealt anew to the statements of each day: links stay, whom they join is chance; flagged at most 5 %"
NOT_FOR = (
    "proof of copying: two who read one draft share its words; paraphrase and other languages (another measure); "
    "scans; statements of fewer than ten words; which of two of one day was first"
)
LIKENESS = Likeness()
ECHO = ("actor", "said_on", "day", "source", "key", "lang", "row", "document", "start", "stop", "origin", "origin_day")
ORIGIN = ("origin_row", "origin_document", "origin_start", "origin_stop", "shared", "size", "size_other")
TOLD = ("stance", "tone", "names", "spans", "pieces", "now")


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Each utterance of the window and its trailing weeks that has an origin, and the statements of every day."""
    keep = view.keep
    used = keep(uses(view, window, options))
    past = window.start - timedelta(weeks=options.baseline_weeks)
    fresh = used.filter(used.said_on >= past)
    if options.event:
        fresh = fresh.filter((fresh.said_on < window.start) | (fresh.venue == options.event))
    sets = view.table("wordings").select("lang", "grams", item="id")
    new = keep(sets.semi_join(fresh, "item"))
    twins = copies(keep, new)
    found = against(keep, new.anti_join(twins, "item"), sets, LIKENESS)
    told = utterances(keep, fresh, twins)
    told = told.anti_join(carried_on(keep, told, used, found), "row")
    links = nearest(keep, told, first_uses(keep, used, found), found)
    stood = links.inner_join(stances(keep, view, links), "row")
    stood = stood.select(*links.columns, "stance", "tone", "names")
    pieces = shared_runs(keep, view, links, found, used)
    echoes = stood.inner_join(pieces, "row").select(*stood.columns, "pieces")
    echoes = echoes.mutate(now=echoes.said_on >= window.start).select(*ECHO, *ORIGIN, *TOLD)
    spoken = _spoken(used, window, options)
    return echoes.mutate(statements=ibis.literal(0, "int64")).union(_as_rows(spoken, echoes))


def _spoken(used: ibis.Table, window: Window, options: Options) -> ibis.Table:
    """Statements per actor, source and day; of a page in several languages the language with most."""
    if options.event:
        used = used.filter((used.said_on < window.start) | (used.venue == options.event))
    by_language = used.group_by(["actor", "said_on", "day", "source", "lang"]).aggregate(said=used.count())
    by_day = by_language.group_by(["actor", "said_on", "day", "source"]).aggregate(statements=by_language.said.max())
    return by_day.mutate(now=by_day.said_on >= window.start)


def _as_rows(spoken: ibis.Table, echoes: ibis.Table) -> ibis.Table:
    """Days of statements in the columns of the echoes, with nothing in the others."""
    types = echoes.schema()
    columns = {name: spoken[name] if name in spoken.columns else ibis.literal(None, type=types[name]) for name in types}
    return spoken.select(**columns, statements=spoken.statements.cast("int64"))


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Echoes by actor and origin against chance and the usual; repetitions and rejections apart; with evidence."""
    return judged(tally, frame, METHOD)
