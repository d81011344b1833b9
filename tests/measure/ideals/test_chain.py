import numpy as np

from overtone.measure.ideals.chain import Effort, drawn
from overtone.measure.ideals.sittings import layout
from tests.measure.ideals.worlds import world

EFFORT = Effort(climb=8, warm=12, keep=80)


def test_planted_positions_are_found_and_lie_in_their_intervals() -> None:
    made = world(sittings=2, states=40, asked=40)
    laid = layout(made.choices)
    draws = drawn(laid, EFFORT)
    truth = made.theta[laid.sitting, laid.state]
    ours = draws.mean() * np.sign(np.corrcoef(draws.mean(), truth)[0, 1])
    assert np.corrcoef(ours, truth)[0, 1] > 0.94
    fit = np.polyval(np.polyfit(truth, ours, 1), truth)
    inside = np.abs(ours - fit) < 1.645 * draws.spread()
    assert 0.8 < inside.mean() < 0.99
    assert all(share > 0.3 for share in draws.accepted)
    assert np.median(draws.error()) < draws.spread().mean() / 3


def test_same_votes_same_draws() -> None:
    laid = layout(world(states=20, asked=25).choices)
    few = Effort(climb=2, warm=2, keep=3)
    np.testing.assert_array_equal(drawn(laid, few).theta, drawn(laid, few).theta)


def test_votes_at_random_tell_no_positions_apart() -> None:
    chance = np.random.default_rng(5)
    choices = world(states=20, asked=30).choices
    lost = choices.take(np.ones(len(choices.choice), bool))
    shuffled = type(lost)(
        sitting=lost.sitting,
        state=lost.state,
        resolution=lost.resolution,
        question=lost.question,
        choice=chance.integers(0, 3, len(lost.choice)),
    )
    draws = drawn(layout(shuffled), Effort(climb=6, warm=8, keep=40))
    apart = np.abs(draws.mean()) > 1.645 * draws.spread()
    assert apart.mean() < 0.5
