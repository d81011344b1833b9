import numpy as np

from overtone.measure.ideals.sittings import Choices, layout
from tests.measure.ideals.worlds import world


def test_every_vote_on_a_divided_question_has_its_cell() -> None:
    choices = world().choices
    laid = layout(choices)
    cells = sum(int((s.sign != 0).sum()) + len(s.abstained.row) for s in laid.sittings)
    kinds = {q: len(set(choices.choice[choices.question == q].tolist())) for q in set(choices.question.tolist())}
    assert cells == sum(kinds[q] > 1 for q in choices.question.tolist()) == laid.votes.sum()
    assert [len(r) for r in laid.repeated] == [6, 6]


def test_neighbours_in_time_are_the_same_state() -> None:
    laid = layout(world(sittings=3).choices)
    linked = np.flatnonzero(laid.walk.before >= 0)
    assert (laid.state[linked] == laid.state[laid.walk.before[linked]]).all()
    assert (laid.walk.after[laid.walk.before[linked]] == linked).all()
    assert (laid.walk.pull_after[laid.walk.before[linked]] == laid.walk.pull_before[linked]).all()


def test_where_all_vote_alike_nothing_is_laid_out() -> None:
    ones = np.arange(6)
    laid = layout(Choices(sitting=ones * 0, state=ones, resolution=ones * 0, question=ones * 0, choice=ones * 0))
    assert (len(laid.state), len(laid.sittings)) == (0, 0)


def test_a_part_keeps_its_votes() -> None:
    sitting = layout(world().choices).sittings[0]
    columns = np.array([1, 4, 7])
    part = sitting.part(columns)
    np.testing.assert_array_equal(part.sign, sitting.sign[:, columns])
    assert len(part.abstained.row) == np.isin(sitting.abstained.column, columns).sum()
