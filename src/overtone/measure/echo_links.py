"""From each utterance to the earlier one it takes its words from, and what all others had said of those words.

The origin is the earlier use that shares most grams; of equals the one with the higher Jaccard, the actor's own before
another's, the earliest. So who repeats a line of his own repeats himself, and who takes over somebody else's changed
version of a line takes it from there, not from where it began.
"""

import ibis

from overtone.measure.echo_join import Keep, Matches
from overtone.measure.shape import View

REPEATS_AFTER = 2  # days from which the own words said again are a repetition, not the same utterance
TO = {
    "origin": "actor",
    "origin_row": "row",
    "origin_item": "item",
    "origin_day": "day",
    "origin_document": "document",
    "origin_start": "start",
    "origin_stop": "stop",
    "as_item": "as_item",
}


def nearest(keep: Keep, told: ibis.Table, firsts: ibis.Table, found: Matches) -> ibis.Table:
    """Each utterance that has one with its origin: the columns of both, shared grams and sizes."""
    met = told.inner_join(found.pairs, told.words == found.pairs.item)
    met = met.select(*told.columns, "other", "shared", "size", "size_other")
    begun = firsts.select(**TO)
    both = met.inner_join(begun, [met.other == begun.as_item, begun.origin_day < met.day])
    both = both.filter((both.origin != both.actor) | (both.day - both.origin_day >= REPEATS_AFTER))
    both = both.mutate(
        jaccard=both.shared / (both.size + both.size_other - both.shared),
        others=ibis.ifelse(both.origin == both.actor, 0, 1),
    )
    order = [both.shared.desc(), both.jaccard.desc(), both.others, both.origin_day, both.origin_document]
    ranked = both.mutate(
        place=ibis.row_number().over(group_by=both.row, order_by=[*order, both.origin_start, both.origin_row])
    )
    return keep(ranked.filter(ranked.place == 0).drop("place", "others", "other", "as_item"))


def stances(keep: Keep, view: View, links: ibis.Table) -> ibis.Table:
    """How each linked utterance stands to its origin: row, stance, tone, whether it names the origin's actor."""
    told = keep(_of(view.table("statements"), links))
    loose = told.select("row", "origin", mention=told.mentions.unnest())
    by_words = loose.filter(loose.mention.target == loose.origin).select(named="row").distinct()
    marked = told.left_join(by_words, told.row == by_words.named)
    marked = marked.mutate(names=marked.named.notnull() | marked.targets.contains(marked.origin).fill_null(False))
    return marked.select("row", "stance", "tone", "names")


def _of(stated: ibis.Table, links: ibis.Table) -> ibis.Table:
    asked = links.select("origin", asked="row")
    both = stated.inner_join(asked, stated.id == asked.asked)
    return both.select("origin", "stance", "tone", "mentions", "targets", row="asked")


def shared_runs(keep: Keep, view: View, links: ibis.Table, found: Matches, used: ibis.Table) -> ibis.Table:
    """The shared grams of each link: row, and `pieces`, each its places in both texts, and who had said it before.

    Often: statements with this gram before that day by all actors but the one who speaks, the origin's among them; own:
    those of the one who speaks.
    """
    lists = view.table("wordings").select(of="id", grams="grams")
    wanted = links.select(of="words").union(links.select(of="origin_item")).distinct()
    lists = keep(lists.semi_join(wanted, "of"))
    grams = keep(lists.unnest("grams", offset="at").select("of", "at", gram="grams"))
    x = grams.select(of_x="of", x="at", gram="gram")
    y = grams.view().select(of_y="of", y="at", gram_y="gram")
    asked = links.select("row", "actor", "day", "words", "origin_item")
    ours = asked.inner_join(x, asked.words == x.of_x)
    ours = ours.select("row", "actor", "day", "origin_item", "gram", "x")
    both = ours.inner_join(y, [ours.origin_item == y.of_y, ours.gram == y.gram_y])
    both = keep(both.select("row", "actor", "day", "gram", "x", "y"))
    said = keep(_said_before(both, found, used))
    pieces = both.inner_join(said, ["row", "gram"])
    pieces = pieces.mutate(piece=ibis.struct({"x": pieces.x, "y": pieces.y, "often": pieces.often, "own": pieces.own}))
    return keep(pieces.group_by("row").aggregate(pieces=pieces.piece.collect()))


def _said_before(asked: ibis.Table, found: Matches, used: ibis.Table) -> ibis.Table:
    """For each asked row and gram: uses before that day by others and by the actor, as sums over uses and questions."""
    wanted = asked.select(asked_of="gram").distinct()
    hits = found.hits.semi_join(wanted, found.hits.gram == wanted.asked_of)
    said = hits.inner_join(used.select("item", "actor", "day"), "item")
    said = said.group_by(["gram", "actor", "day"]).aggregate(weight=said.count())
    questions = asked.select("gram", "actor", "day", weight=ibis.literal(0, "int64"), row="row")
    every = said.select("gram", "actor", "day", "weight", row=ibis.literal("")).union(questions)
    order = ["day", "weight", "row"]
    summed = every.mutate(
        everybody=every.weight.sum().over(ibis.cumulative_window(group_by="gram", order_by=order)),
        own=every.weight.sum().over(ibis.cumulative_window(group_by=["gram", "actor"], order_by=order)),
    )
    answers = summed.filter(summed.row != "")
    return answers.select(
        "row", "gram", often=(answers.everybody - answers.own).cast("int64"), own=answers.own.cast("int64")
    )
