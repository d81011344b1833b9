"""Which statements share their words: every pair at or over a threshold, none left out, on any engine.

A statement is its set S of gram keys (runs of three lemmas). Jaccard J(x, y) = |S(x) ∩ S(y)| / |S(x) ∪ S(y)|;
containment C(x → y) = |S(x) ∩ S(y)| / |S(x)|, for a short line inside a long text. Put the grams of each set in one
order for all, the rarest first: if J ≥ t, the first n − ⌈t n⌉ + 1 grams of x and of y meet (AllPairs, Bayardo, Ma and
Srikant 2007; PPJoin, Xiao, Wang, Lin and Yu 2008). So common formulas are never joined with each other and never left
out: nothing is capped. A gram that occurs once cannot meet and only moves the place of the others.

Equal sets are joined once, as one set (`copies`): a formula said a million times costs as much as one said twice.
Not for paraphrase, for sets of fewer than a handful of grams, nor for noisy scans, whose copies share few runs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

import ibis

Keep = Callable[[ibis.Table], ibis.Table]
SLICES = 8  # of the gram keys, counted one after the other: memory, and what fits a processor's cache
WHOLE = 1000  # shares are counted in thousandths: whole numbers, which no engine rounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """From where two sets count as alike: by Jaccard, or by containment of a set of at least `inside_of` grams.

    Shares are kept to the thousandth.
    """

    jaccard: float = 0.5
    containment: float = 0.8
    inside_of: int = 8  # grams, ten words in a row: below, a line is a greeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What a comparison found: pairs with stand-ins, who stands for whom, and the grams met."""

    pairs: ibis.Table  # item (new), other (stands for all sets that hit alike), shared, size, size_other
    members: ibis.Table  # item, as_item: the `other` that stands for it
    hits: ibis.Table  # item, gram: every place of a gram of a new set


def copies(keep: Keep, sets: ibis.Table) -> ibis.Table:
    """Sets that equal an earlier one: item, and `as_item`, the lowest item of the same language and grams.

    `sets`: item (whole number), lang, grams (distinct keys, in order of first appearance). Equal grams in another
    order are another wording; the join finds those.
    """
    headed = sets.mutate(size=sets.grams.length())
    headed = headed.filter(headed.size > 0)
    headed = headed.mutate(first=headed.grams[0], last=headed.grams[headed.size - 1])
    ends = ["lang", "size", "first", "last"]
    several = headed.group_by(ends).aggregate(sets=headed.count()).filter(ibis._.sets > 1)
    near = headed.semi_join(several, ends).select("item", "lang", "grams")
    numbered = near.mutate(as_item=near.item.min().over(group_by=[near.lang, near.grams]))
    return keep(numbered.filter(numbered.as_item < numbered.item).select("item", "as_item"))


def alike(keep: Keep, sets: ibis.Table, least: float = 0.5, slices: int = SLICES) -> ibis.Table:
    """All pairs of sets of one language with J ≥ `least`: one < other, shared grams, sizes of both.

    `sets` as for `copies`, without the copies. Each item is compared with each other one.
    """
    sizes = keep(sets.select("item", "lang", size=sets.grams.length()))
    places = _places(keep, _common(keep, sets, sizes, least, slices), sizes)
    ahead = keep(places.filter(places.place <= places.size - _due(places.size, least)))
    x, y = ahead, ahead.rename({f"{name}_y": name for name in ahead.columns})
    met = x.inner_join(
        y,
        [
            x.gram == y.gram_y,
            x.item < y.item_y,
            x.lang == y.lang_y,
            y.size_y * WHOLE >= x.size * _parts(least),
            x.size * WHOLE >= y.size_y * _parts(least),
        ],
    )
    pairs = met.group_by(one=met.item, other=met.item_y, size_one=met.size, size_other=met.size_y).aggregate(
        met=met.count(), last_one=met.place.max(), last_other=met.place_y.max()
    )
    pairs = pairs.mutate(needed=_needed(pairs.size_one + pairs.size_other, least))
    rest = ibis.least(pairs.size_one - 1 - pairs.last_one, pairs.size_other - 1 - pairs.last_other)
    pairs = keep(pairs.filter(pairs.met + rest >= pairs.needed))
    return _verified(keep, pairs, places)


def _common(keep: Keep, sets: ibis.Table, sizes: ibis.Table, least: float, slices: int) -> ibis.Table:
    """Grams that occur in several sets, of the sets that have enough of them to reach `least`: item, gram, often."""
    rows = keep(sets.select("item", gram=sets.grams.unnest()))
    parts = [rows.filter(rows.gram % slices == part) for part in range(slices)]
    counted = [p.group_by("gram").aggregate(often=p.count()).filter(ibis._.often > 1).select("gram") for p in parts]
    several = reduce(lambda one, other: one.union(other), [keep(part) for part in counted])
    rows = keep(rows.semi_join(several, "gram"))
    own = rows.group_by("item").aggregate(left=rows.count()).inner_join(sizes, "item")
    able = own.filter(own.left >= _due(own.size, least)).select("item")
    rows = keep(rows.semi_join(able, "item"))
    often = rows.group_by("gram").aggregate(often=rows.count())
    return keep(rows.inner_join(often.filter(often.often > 1), "gram").select("item", "gram", "often"))


def _places(keep: Keep, rows: ibis.Table, sizes: ibis.Table) -> ibis.Table:
    """The place of each gram in its set, from 0, the rarest first; those that meet nothing stand before all these."""
    ranked = rows.mutate(
        rank=ibis.row_number().over(group_by=rows.item, order_by=[rows.often, rows.gram]),
        left=rows.count().over(group_by=rows.item),
    )
    placed = ranked.inner_join(sizes, "item")
    return keep(placed.select("item", "lang", "gram", "size", place=placed.size - placed.left + placed.rank))


def _verified(keep: Keep, pairs: ibis.Table, places: ibis.Table) -> ibis.Table:
    """The candidates with as many shared grams as they need.

    Up to the last gram that met, all shared grams were met: only those after it are still to be counted. The step in
    the middle is kept: left lazy, an engine may join the grams with themselves first.
    """
    x = places.select("item", "gram", "place")
    tails = pairs.inner_join(x, [pairs.one == x.item, x.place > pairs.last_one])
    tails = keep(tails.select("one", "other", "gram"))
    y = places.select(item_y="item", gram_y="gram")
    further = tails.inner_join(y, [tails.other == y.item_y, tails.gram == y.gram_y])
    further = further.group_by(["one", "other"]).aggregate(further=further.count())
    whole = pairs.left_join(further, ["one", "other"])
    whole = whole.mutate(shared=whole.met + whole.further.fill_null(0))
    kept = whole.filter(whole.shared >= whole.needed)
    return keep(kept.select("one", "other", "shared", "size_one", "size_other"))


def against(keep: Keep, new: ibis.Table, sets: ibis.Table, likeness: Likeness) -> Matches:
    """Each set of `new` with every set it is like or lies inside of, itself among them.

    One-sided: `new` is compared with everything, everything is not compared with itself. The n − ⌈t n⌉ + 1 rarest grams
    of x must meet any gram of y, so one pass over `sets` for the grams asked of, and joins of what they meet. Columns
    of both tables as for `copies`; what is new stands in `sets` too.
    """
    asked = keep(new.select("item", "lang", size=new.grams.length(), gram=new.grams.unnest()))
    wanted = asked.select(asked_of="gram").distinct()
    loose = sets.select("item", "lang", size=sets.grams.length(), gram=sets.grams.unnest())
    hits = keep(loose.semi_join(wanted, loose.gram == wanted.asked_of))
    members = _standing(keep, hits, likeness)
    heads = members.filter(members.item == members.as_item).select("item", "lang", "size")
    pairs = _met(keep, _rarest(asked, hits, likeness), hits.semi_join(heads, "item"), likeness)
    x, y = asked.select("item", "gram"), hits.select(item_y="item", gram_y="gram")
    each = keep(pairs.inner_join(x, "item").select("item", "other", "gram"))
    both = each.inner_join(y, [each.other == y.item_y, each.gram == y.gram_y])
    both = both.group_by(["item", "other"]).aggregate(shared=both.count())
    found = pairs.inner_join(both, ["item", "other"])
    like = found.shared >= _needed(found.size + found.size_other, likeness.jaccard)
    inside = _may_lie_inside(found, likeness) & (found.shared >= _due(found.size, likeness.containment))
    kept = keep(found.filter(like | inside).select("item", "other", "shared", "size", "size_other"))
    return Matches(pairs=kept, members=members.select("item", "as_item"), hits=hits.select("item", "gram"))


def _standing(keep: Keep, hits: ibis.Table, likeness: Likeness) -> ibis.Table:
    """Sets with enough hits to be like anything, and the lowest of those that hit alike, which stands for them all.

    Equal in language, size, number of hits, lowest and highest key and both halves' sums: as sure as the keys are.
    """
    half = 2**32
    marks = {"lowest": hits.gram.min(), "highest": hits.gram.max(), "rest": (hits.gram % half).sum()}
    able = hits.group_by(["item", "lang", "size"]).aggregate(
        met=hits.count(), whole=(hits.gram // half).cast("int64").sum(), **marks
    )
    inside = able.met * WHOLE >= likeness.inside_of * _parts(likeness.containment)
    able = able.filter((able.met >= _due(able.size, likeness.jaccard)) | inside)
    equal = ["lang", "size", "met", "whole", *marks]
    return keep(able.select("item", "lang", "size", as_item=able.item.min().over(group_by=equal)))


def _rarest(asked: ibis.Table, hits: ibis.Table, likeness: Likeness) -> ibis.Table:
    """The grams of each asked set of which one must meet, with their place from 0."""
    often = hits.group_by(found="gram").aggregate(often=hits.count())
    ranked = asked.left_join(often, asked.gram == often.found)
    ranked = ranked.select("item", "lang", "size", "gram", often=ranked.often.fill_null(0))
    ranked = ranked.mutate(place=ibis.row_number().over(group_by="item", order_by=["often", "gram"]))
    share = min(likeness.jaccard, likeness.containment)
    return ranked.filter(ranked.place <= ranked.size - _due(ranked.size, share))


def _met(keep: Keep, ahead: ibis.Table, hits: ibis.Table, likeness: Likeness) -> ibis.Table:
    """The pairs that meet early enough, of lengths that allow it: item, other, size, size_other."""
    y = hits.select(other="item", gram_y="gram", lang_y="lang", size_other="size")
    met = ahead.inner_join(y, [ahead.gram == y.gram_y, ahead.lang == y.lang_y])
    met = met.group_by(["item", "size", "other", "size_other"]).aggregate(first=met.place.min())
    long, share = met.size_other, likeness.jaccard
    near = (long * WHOLE >= met.size * _parts(share)) & (met.size * WHOLE >= long * _parts(share))
    near &= met.first <= met.size - _due(met.size, share)
    inside = _may_lie_inside(met, likeness) & (met.first <= met.size - _due(met.size, likeness.containment))
    return keep(met.filter(near | inside).select("item", "other", "size", "size_other"))


def _may_lie_inside(pairs: ibis.Table, likeness: Likeness) -> ibis.Value:
    return (pairs.size >= likeness.inside_of) & (pairs.size_other > pairs.size)


def spread(pairs: ibis.Table, twins: ibis.Table, sets: ibis.Table) -> ibis.Table:
    """Pairs of items, one < other, from pairs of sets and their copies. Not for formulas said a million times."""
    heads = sets.anti_join(twins, "item").select("item", as_item="item")
    members = heads.union(twins.select("item", "as_item"))
    x = members.select(one=members.as_item, item_x=members.item)
    y = members.select(other=members.as_item, item_y=members.item)
    across = pairs.select("one", "other").inner_join(x, "one").inner_join(y, "other").select("item_x", "item_y")
    same = twins.select(item_x="item", head_x="as_item")
    again = twins.view().select(item_y="item", head_y="as_item")
    both = same.inner_join(again, [same.head_x == again.head_y, same.item_x < again.item_y])
    found = across.union(twins.select(item_x="as_item", item_y="item")).union(both.select("item_x", "item_y"))
    return found.select(one=ibis.least(found.item_x, found.item_y), other=ibis.greatest(found.item_x, found.item_y))


def _parts(share: float) -> int:
    return round(share * WHOLE)


def _due(size: ibis.Value, share: float) -> ibis.Value:
    """The least number of grams that is a share of so many."""
    return ((size * _parts(share) + WHOLE - 1) // WHOLE).cast("int64")


def _needed(both: ibis.Value, jaccard: float) -> ibis.Value:
    """The least number of shared grams at which two sets, of so many grams together, reach a Jaccard."""
    parts = _parts(jaccard)
    return ((both * parts + WHOLE + parts - 1) // (WHOLE + parts)).cast("int64")
