"""The key of verdicts, and partners dealt anew."""

from overtone.bench.contradiction_queue import shuffled, verdicts


def test_every_verdict_is_on_two_statements() -> None:
    found = verdicts()
    assert found
    assert all(len(pair) == 2 for pair in found)
    assert {True, False} == set(found.values())


def test_dealing_keeps_the_first_sides_and_all_second_ones() -> None:
    rows = [{"one_row": n, "two_row": -n} for n in range(9)]
    dealt = shuffled(rows)
    assert [row["one_row"] for row in dealt] == list(range(9))
    assert sorted(row["two_row"] for row in dealt) == sorted(row["two_row"] for row in rows)
