from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from overtone.measure import agreement
from overtone.measure.shape import Coverage, Frame, Options, ordered
from overtone.records import Abstention, Signal, Window
from tests.measure.views import Row, document, view, vote

YEAR = Window(label="2021", start=date(2021, 1, 1), stop=date(2022, 1, 1))
PAIR = Options(members=("by", "ru"))


def asked(votes: Sequence[Row], options: Options = PAIR) -> list[Signal | Abstention]:
    pages = [document("roll", "2021-10-01", kind="roll-call")]
    counts = ordered(agreement.tally(view(pages, votes=votes), YEAR, options).to_pyarrow())
    return list(agreement.judge(counts, Frame(window=YEAR, options=options, seen=Coverage())))


def ballots(*choices: str) -> list[Row]:
    """Resolutions one a column: "YNA" and so on by state; ten others vote by turns, so that all is contested."""
    states = ("by", "ru", *(f"s{n}" for n in range(10)))
    others = ["YN"[n % 2] * len(choices[0]) for n in range(10)]
    known = {"P": "NP"}
    return [
        vote(str(n), state, known.get(choice, choice), "2021-10-01")
        for state, line in zip(states, [*choices, *others], strict=True)
        for n, choice in enumerate(line)
        if choice != "-"
    ]


def figure(found: Sequence[Signal | Abstention], unit: str) -> Signal:
    return next(f for f in found if isinstance(f, Signal) and f.unit == unit)


def test_two_that_vote_alike_are_alike_beyond_chance() -> None:
    found = asked(ballots("YNAYNAYNAYNAYNA", "YNAYNAYNAYNAYNN"))
    kappa = figure(found, "kappa-all")
    assert (kappa.actor, kappa.target, kappa.n, kappa.because) == ("by", "ru", 15, "alike-beyond-chance")
    assert kappa.low <= kappa.value <= kappa.high
    assert figure(found, "share-agreeing-contested").value == pytest.approx(14 / 15)
    assert figure(found, "S-all").value == pytest.approx(14 / 15)


def test_not_voting_is_told_and_never_an_abstention() -> None:
    kappa = figure(asked(ballots("PPPPPYNYNYNYNYNYNY", "AAAAAYNYNYNYNYN---")), "kappa-all")
    assert kappa.value == pytest.approx(1)
    assert kappa.n == 10
    assert "both_voted=10 absent_first=5 absent_second=0 both_absent=0 unknown=3" in kappa.detail


@pytest.mark.parametrize(
    ("votes", "reason"),
    [
        (ballots("YN", "YN"), "too-few-occasions"),
        (ballots("Y" * 12, "Y" * 12), "no-variance"),
        (ballots("P" * 12, "Y" * 12), "no-data"),
        ([], "no-data"),
    ],
    ids=["two resolutions", "always yes", "never there", "no votes at all"],
)
def test_what_cannot_be_told_is_declined(votes: list[Row], reason: str) -> None:
    assert {f.reason for f in asked(votes) if isinstance(f, Abstention)} >= {reason}


def test_duplicate_rows_change_nothing() -> None:
    votes = ballots("YNAYNAYNAYNAYNA", "YNAYNAYNAYNAYNN")
    again = [{**one, "id": f"again-{one['id']}"} for one in votes]
    assert figure(asked([*votes, *again]), "kappa-all").value == figure(asked(votes), "kappa-all").value


def test_one_state_has_nobody_to_agree_with() -> None:
    votes = [v for v in ballots("YNAYNAYNAYNAYNA", "YNAYNAYNAYNAYNN") if v["state"] == "by"]
    assert all(isinstance(f, Abstention) for f in asked(votes))


def test_votes_dealt_out_anew_are_not_distinguishable_from_chance() -> None:
    chance = np.random.default_rng(4)
    line = list("Y" * 30 + "N" * 20 + "A" * 10)
    dealt = ["".join(chance.permutation(line)) for _ in range(2)]
    assert figure(asked(ballots(*dealt)), "kappa-all").because == "not-distinguishable-from-chance"


def test_many_states_have_to_be_named() -> None:
    votes = [vote(str(n), f"s{k}", "YN"[(n + k) % 2], "2021-10-01") for n in range(12) for k in range(31)]
    found = asked(votes, Options())
    assert [f.reason for f in found if isinstance(f, Abstention)] == ["no-members"]
