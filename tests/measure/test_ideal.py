from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from overtone.measure import ideal
from overtone.measure.ballots import Roll, counted, roll
from overtone.measure.ideal import session
from overtone.measure.ideals.chain import Effort
from overtone.measure.shape import Coverage, Frame, Options, ordered
from overtone.records import Abstention, Signal, Window
from tests.measure.views import Row, document, view, vote

YEARS = Window(label="2001", start=date(2001, 9, 1), stop=date(2002, 9, 1))
PAGES = [document("roll", "2001-10-01", kind="roll-call")]


def ballots(
    odd: tuple[str, int] = ("", 0), absent: tuple[str, int] = ("", 0), years: Sequence[int] = (2001,)
) -> list[Row]:
    """Twenty states in a row from one side to the other; `odd` votes against its side once, `absent` not at all."""
    chance = np.random.default_rng(6)
    found = []
    for year in years:
        for n in range(30):
            turn = 1 if n % 2 else -1
            place = chance.normal() * 0.5
            for k in range(20):
                latent = turn * (k - 9.5) / 4 + chance.normal() * 0.6 - place
                choice = "Y" if latent < -0.4 else "N" if latent > 0.4 else "A"
                if (f"s{k:02d}", n) == odd:
                    choice = "Y" if turn * (k - 9.5) > 0 else "N"
                if (f"s{k:02d}", n) == absent:
                    choice = "NP"
                found.append(
                    vote(
                        str(n) if len(years) == 1 else f"{year}/{n}", f"s{k:02d}", choice, f"{year}-10-{n % 28 + 1:02d}"
                    )
                )
    return found


def assembly(odd: tuple[str, int] = ("", 0), absent: tuple[str, int] = ("", 0)) -> Roll:
    table = counted(view(PAGES, votes=ballots(odd, absent)), "unga", None, date(2002, 9, 1))
    made = roll(table.to_pyarrow().to_pylist())
    order = [made.resolutions.index(str(n)) for n in range(30)]
    return Roll(
        states=made.states,
        resolutions=tuple(made.resolutions[n] for n in order),
        titles=tuple(made.titles[n] for n in order),
        days=tuple(made.days[n] for n in order),
        clusters=made.clusters[order],
        codes=made.codes[:, order],
        rows=made.rows,
    )


def asked(votes: Sequence[Row], options: Options, monkeypatch: pytest.MonkeyPatch) -> list[Signal | Abstention]:
    monkeypatch.setattr(ideal, "EFFORT", Effort(climb=5, warm=6, keep=30))
    counts = ordered(ideal.tally(view(PAGES, votes=votes), YEARS, options).to_pyarrow())
    return list(ideal.judge(counts, Frame(window=YEARS, options=options, seen=Coverage())))


def test_positions_follow_the_row_with_intervals_and_each_vote_has_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(ballots(odd=("s00", 7), years=(2000, 2001)), Options(targets=("s00", "s10", "s19")), monkeypatch)
    points = {f.actor: f for f in found if isinstance(f, Signal) and f.unit == "ideal-point"}
    assert points["s00"].value > points["s10"].value > points["s19"].value
    for point in points.values():
        assert point.low <= point.value <= point.high
        assert point.baseline is not None
        assert point.because == "not-distinguishable-from-before"
        assert "anchor=s00" in point.detail
    votes = [f for f in found if isinstance(f, Signal) and f.unit == "chance-of-this-vote"]
    assert len(votes) == 90
    least = min(votes, key=lambda one: one.surprise or 1)
    assert (least.actor, least.target) == ("s00", "2001/7")
    assert least.q is not None


@pytest.mark.parametrize(
    ("votes", "reason"),
    [
        ([], "no-data"),
        (ballots()[:100], "too-few-occasions"),
        ([{**one, "choice": "Y"} for one in ballots()], "too-few-occasions"),
        ([one for one in ballots() if one["state"] == "s00"], "too-few-occasions"),
    ],
    ids=["no votes", "five resolutions", "all unanimous", "one state"],
)
def test_too_little_is_declined(votes: list[Row], reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [f.reason for f in asked(votes, Options(), monkeypatch) if isinstance(f, Abstention)] == [reason]


def test_a_state_without_votes_is_declined_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(ballots(), Options(targets=("s00", "zz")), monkeypatch)
    assert [(f.actor, f.reason) for f in found if isinstance(f, Abstention)] == [("zz", "no-data")]


def test_a_window_without_votes_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(ballots(years=(1999,)), Options(targets=("s00",)), monkeypatch)
    assert [(f.reason, f.detail) for f in found if isinstance(f, Abstention)] == [
        ("no-data", "resolutions_before=30 in_window=0")
    ]


def test_sessions_open_in_september() -> None:
    days = {date(1946, 1, 20): 1, date(1946, 10, 25): 1, date(2022, 3, 2): 76, date(2022, 10, 12): 77}
    assert {day: session(day) for day in days} == days
