from itertools import combinations, count

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overtone.measure.echo_join import Keep, Likeness, against, alike, copies, spread

SCHEMA = pa.schema([("item", pa.int32()), ("lang", pa.string()), ("grams", pa.list_(pa.int64()))])
Sets = list[tuple[str, list[int]]]


@pytest.fixture(scope="module")
def engine() -> ibis.BaseBackend:
    return ibis.duckdb.connect()


NUMBERS = count()


def keeping(engine: ibis.BaseBackend) -> Keep:
    return lambda step: engine.create_table(f"kept_{next(NUMBERS)}", step, temp=True)


def table(engine: ibis.BaseBackend, sets: Sets) -> ibis.Table:
    rows = [{"item": n, "lang": lang, "grams": grams} for n, (lang, grams) in enumerate(sets)]
    return engine.create_table(f"sets_{next(NUMBERS)}", pa.Table.from_pylist(rows, schema=SCHEMA))


def pairs(engine: ibis.BaseBackend, sets: Sets, least: float = 0.5) -> set[tuple[int, int]]:
    keep, given_sets = keeping(engine), table(engine, sets)
    twins = copies(keep, given_sets)
    found = alike(keep, given_sets.anti_join(twins, "item"), least, slices=2)
    rows = spread(found, twins, given_sets).to_pyarrow().to_pylist()
    assert len(rows) == len({(r["one"], r["other"]) for r in rows})
    return {(r["one"], r["other"]) for r in rows}


def jaccard(x: list[int], y: list[int]) -> float:
    return len({*x} & {*y}) / len({*x} | {*y})


def by_force(sets: Sets, least: float) -> set[tuple[int, int]]:
    every = list(enumerate(sets))
    return {
        (i, j)
        for (i, (a, x)), (j, (b, y)) in combinations(every, 2)
        if a == b and x and y and jaccard(x, y) >= least - 1e-9
    }


some_sets = st.lists(
    st.tuples(st.sampled_from(["ru", "be"]), st.lists(st.integers(0, 24), unique=True, max_size=12)), max_size=24
)
SLOWLY = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOWLY
@given(sets=some_sets, least=st.sampled_from([0.3, 0.5, 0.8]))
def test_every_pair_that_brute_force_finds_is_found_and_no_other(
    engine: ibis.BaseBackend, sets: Sets, least: float
) -> None:
    assert pairs(engine, sets, least) == by_force(sets, least)


@SLOWLY
@given(sets=some_sets)
def test_the_one_sided_join_finds_the_same_likenesses_and_what_lies_inside(
    engine: ibis.BaseBackend, sets: Sets
) -> None:
    keep, given_sets = keeping(engine), table(engine, sets)
    likeness = Likeness(jaccard=0.5, containment=0.75, inside_of=4)
    new = given_sets.filter(given_sets.item % 2 == 0)
    found = against(keep, new, given_sets, likeness)
    members = found.members.select(to="item", other="as_item")
    rows = found.pairs.inner_join(members, "other").select("item", "to").to_pyarrow().to_pylist()
    told = {(r["item"], r["to"]) for r in rows}
    due = set()
    for i, (a, x) in enumerate(sets):
        for j, (b, y) in enumerate(sets):
            if i % 2 == 0 and a == b and x and y:
                inside = len(x) >= 4 and len(y) > len(x) and len({*x} & {*y}) >= 0.75 * len(x)
                if jaccard(x, y) >= 0.5 or inside:
                    due.add((i, j))
    assert told == due


def test_equal_words_in_two_languages_are_no_pair(engine: ibis.BaseBackend) -> None:
    words = list(range(10))
    assert pairs(engine, [("ru", words), ("be", words), ("ru", words)]) == {(0, 2)}


def test_a_formula_said_many_thousand_times_is_joined_once(engine: ibis.BaseBackend) -> None:
    keep = keeping(engine)
    formula = list(range(1000, 1008))
    given_sets = table(engine, [("ru", formula)] * 20_000 + [("ru", [*formula, 5]), ("ru", [7, 8, 9, 10])])
    twins = copies(keep, given_sets)
    assert twins.count().to_pyarrow().as_py() == 19_999
    found = alike(keep, given_sets.anti_join(twins, "item"), slices=1).to_pyarrow().to_pylist()
    assert [(r["one"], r["other"], r["shared"]) for r in found] == [(0, 20_000, 8)]
    new = given_sets.filter(given_sets.item == 20_000)
    near = against(keep, new, given_sets, Likeness())
    assert near.pairs.count().to_pyarrow().as_py() == 2
    assert near.members.count().to_pyarrow().as_py() == 20_001


def test_nothing_gives_nothing(engine: ibis.BaseBackend) -> None:
    assert pairs(engine, []) == set()
    assert pairs(engine, [("ru", []), ("ru", [])]) == set()
