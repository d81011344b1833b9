"""Which passages may contradict each other: those of two speakers, or of one on two days, that name the same.

Counts where the data lives. Referents that are named all the time tell nothing and are left out; of each passage the
partners stay that share most with it. Quotations are no partners: a passage inside the other's, or one in which
another known speaker speaks. Not for finding what two speakers say of the same thing without naming it.
"""

from datetime import timedelta

import ibis

from overtone.measure.occasions import occasions
from overtone.measure.shape import Options, View
from overtone.records import Window

MODEL = "use3@1"
APART = 28  # days between the two at most
COMMON = 400  # passages that name a referent from which it tells nothing
PARTNERS = 40  # of one passage
PAYLOAD = (
    "row", "document", "start", "stop", "actor", "source", "said_on", "now", "lang", "stance", "vector", "figures",
    "negated", "of_start", "of_stop", "lemmas", "referents",
)  # fmt: skip


def candidates(view: View, window: Window, options: Options) -> ibis.Table:
    """One row a pair of passages, at least one of them of the window: both with their words, vector and referents."""
    said = view.keep(_passages(view, window, options))
    named = view.keep(_named(view, said))
    often = named.group_by("referent").aggregate(passages=named.key.nunique())
    telling = often.filter(often.passages <= COMMON)
    refs = view.keep(named.semi_join(telling, "referent"))
    pairs = view.keep(_bounded(_paired(said, refs, options)))
    held = named.group_by("key").aggregate(referents=named.referent.collect(distinct=True))
    full = said.left_join(held, "key").drop("key_right")
    return _with(_with(pairs, full, "one"), full, "two")


def _passages(view: View, window: Window, options: Options) -> ibis.Table:
    """The passages of positions of the window and of the weeks before it, with the words of their statement."""
    stated = occasions(view, window, options)
    stated = stated.filter(stated.said_on >= window.start - timedelta(days=APART))
    if options.event:
        stated = stated.filter(~stated.now | (stated.venue == options.event))
    meant, worded = view.table("meanings"), view.table("wordings")
    meant = meant.filter(meant.model == MODEL).select(
        "vector", "figures", "negated", "of_start", "of_stop", page="document", first_at="start", last_at="stop"
    )
    worded = worded.select("lemmas", leaf="document", at="start", until="stop")
    own = stated.select("id", "document", "start", "stop", "actor", "source", "said_on", "now", "lang", "stance")
    joined = own.inner_join(meant, [own.document == meant.page, own.start == meant.of_start, own.stop == meant.of_stop])
    full = joined.inner_join(
        worded, [joined.document == worded.leaf, joined.start == worded.at, joined.stop == worded.until]
    )
    told = full.select(
        "document", "actor", "source", "said_on", "now", "lang", "stance", "vector", "figures", "negated", "lemmas",
        row=full.id, start=full.first_at, stop=full.last_at,
        key=full.id + ibis.literal(":") + full.first_at.cast("string"),
    ).distinct()  # fmt: skip
    # The speaker's own words may be a part of the statement: cues are no passage and have no lemmas.
    return told.mutate(
        of_start=told.start.min().over(group_by=told.row), of_stop=told.stop.max().over(group_by=told.row)
    )


def _named(view: View, said: ibis.Table) -> ibis.Table:
    """Passage and referent: whoever and whatever is mentioned inside the passage, and whom its statement is about."""
    stated = view.table("statements").select("id", "mentions", "targets")
    told = said.select("key", "row", "start", "stop").inner_join(stated, said.row == stated.id)
    each = told.select("key", "start", "stop", mention=told.mentions.unnest())
    inside = each.filter((each.mention.start >= each.start) & (each.mention.start < each.stop))
    mentioned = inside.select("key", referent=inside.mention.target)
    about = told.select("key", referent=told.targets.unnest())
    return mentioned.union(about).distinct()


def _paired(said: ibis.Table, refs: ibis.Table, options: Options) -> ibis.Table:
    """Pairs by a shared referent, each once, with how many they share."""
    slim = said.select("key", "document", "of_start", "of_stop", "actor", "said_on", "now")
    one = refs.inner_join(slim, "key").rename({f"one_{name}": name for name in slim.columns})
    two = refs.inner_join(slim, "key").rename({f"two_{name}": name for name in slim.columns})
    both = one.inner_join(two, "referent")
    both = both.filter(
        (both.one_key < both.two_key)
        & (both.one_now | both.two_now)
        & ((both.one_actor != both.two_actor) | (both.one_said_on != both.two_said_on))
        & (both.one_said_on <= both.two_said_on + ibis.interval(days=APART))
        & (both.two_said_on <= both.one_said_on + ibis.interval(days=APART))
        & (
            (both.one_document != both.two_document)
            | (both.one_of_stop <= both.two_of_start)
            | (both.two_of_stop <= both.one_of_start)
        )
    )
    if options.actors:
        both = both.filter(both.one_actor.isin(options.actors) | both.two_actor.isin(options.actors))
    if options.targets:
        both = both.filter(both.referent.isin(options.targets))
    return both.group_by(["one_key", "two_key"]).aggregate(shared=both.referent.nunique())


def _bounded(pairs: ibis.Table) -> ibis.Table:
    """The pairs that are among the first partners of either side, by what they share."""
    ranked = pairs.mutate(
        of_one=ibis.row_number().over(group_by=pairs.one_key, order_by=[pairs.shared.desc(), pairs.two_key]),
        of_two=ibis.row_number().over(group_by=pairs.two_key, order_by=[pairs.shared.desc(), pairs.one_key]),
    )
    kept = ranked.filter((ranked.of_one < PARTNERS) | (ranked.of_two < PARTNERS))
    return kept.select("one_key", "two_key", "shared")


def _with(pairs: ibis.Table, said: ibis.Table, side: str) -> ibis.Table:
    """The pairs with all that is known of one side, as columns `one_…` or `two_…`."""
    payload = said.select("key", *PAYLOAD).rename({f"{side}_{name}": name for name in ("key", *PAYLOAD)})
    return pairs.inner_join(payload, f"{side}_key")
