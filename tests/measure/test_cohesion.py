from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from overtone.measure import cohesion
from overtone.measure.shape import Coverage, Frame, Options, ordered
from overtone.records import Abstention, Signal, Window, week
from tests.measure.views import Row, TableView, document, meaning, statement, view, visit, vote, wording

YEAR = Window(label="2021", start=date(2021, 1, 1), stop=date(2022, 1, 1))
W20 = week(2022, 20)
CSTO = ("am", "by", "kz", "kg", "ru", "tj")
SPEAKERS = ("ada", "ben", "cid")


def asked(source: TableView, window: Window, options: Options) -> list[Signal | Abstention]:
    counts = ordered(cohesion.tally(source, window, options).to_pyarrow())
    return list(cohesion.judge(counts, Frame(window=window, options=options, seen=Coverage())))


def votes_of(votes: Sequence[Row], members: tuple[str, ...] = CSTO) -> list[Signal | Abstention]:
    return asked(view([document("roll", "2021-10-01", kind="roll-call")], votes=votes), YEAR, Options(members=members))


def roll_call(united: bool) -> list[Row]:
    """Forty states, thirty resolutions, all at random, but the six vote as one where they are united."""
    chance = np.random.default_rng(8)
    others = [f"s{n}" for n in range(34)]
    found = []
    for n in range(30):
        line = "YNA"[int(chance.integers(3))]
        for state in (*CSTO, *others):
            choice = line if united and state in CSTO and chance.random() < 0.9 else "YNA"[int(chance.integers(3))]
            found.append(vote(str(n), state, choice, "2021-10-01"))
    return found


def unit(found: Sequence[Signal | Abstention], name: str) -> Signal:
    return next(f for f in found if isinstance(f, Signal) and f.unit == name)


def test_a_bloc_that_votes_as_one_is_told_from_chance() -> None:
    found = votes_of(roll_call(united=True))
    index = unit(found, "agreement-index-contested")
    assert index.because == "more-united-than-chance"
    assert index.baseline is not None
    assert index.low > index.baseline
    assert "same_region=" in index.detail
    added = [f for f in found if isinstance(f, Signal) and f.unit == "contribution-contested"]
    assert {f.actor for f in added} == set(CSTO)


def test_a_bloc_that_votes_like_any_six_is_told_so() -> None:
    index = unit(votes_of(roll_call(united=False)), "agreement-index-contested")
    assert index.because == "not-distinguishable-from-chance"


# How the members voted on 2 March and on 7 April 2022, with states enough beside them. Facts.
ES11 = {"ES-11/1": "am A by N kg A kz A ru N tj A", "ES-11/3": "am NP by N kg N kz N ru N tj N"}


def test_members_abstained_once_and_not_the_second_time() -> None:
    votes = [
        vote(name, state, choice, "2021-03-02")
        for name, line in ES11.items()
        for state, choice in zip(line.split()[::2], line.split()[1::2], strict=True)
    ]
    found = {f.target: f for f in votes_of(votes) if isinstance(f, Signal) and f.unit == "agreement-index"}
    assert found["ES-11/1"].detail == "abstain=am,kz,kg,tj no=by,ru"
    assert found["ES-11/1"].because == "divided"
    assert found["ES-11/3"].detail == "no=by,kz,kg,ru,tj absent=am"
    assert found["ES-11/3"].because == "of-one-mind-where-present"
    assert (found["ES-11/3"].n, found["ES-11/3"].value) == (5, 1.0)


@pytest.mark.parametrize(
    ("votes", "members", "reason"),
    [
        (roll_call(united=False)[:80], CSTO, "too-few-occasions"),
        (roll_call(united=False), ("by",), "no-members"),
        (roll_call(united=False), (), "no-members"),
        ([v for v in roll_call(united=False) if v["state"] in CSTO], CSTO, "no-baseline"),
        ([{**v, "choice": "NP"} for v in roll_call(united=False)], CSTO, "too-few-occasions"),
    ],
    ids=["two resolutions", "one member", "no bloc", "nobody else", "nobody voted"],
)
def test_what_cannot_be_told_of_votes_is_declined(votes: list[Row], members: tuple[str, ...], reason: str) -> None:
    assert {f.reason for f in votes_of(votes, members) if isinstance(f, Abstention)} == {reason}


def speeches(alike: bool, others: int = 6, per: int = 3) -> TableView:
    """One day: three members and others, some passages each; members share a line where they are alike."""
    chance = np.random.default_rng(9)
    said, meant, worded = [], [], []
    for n, actor in enumerate((*SPEAKERS, *(f"other-{k}" for k in range(others)))):
        for k in range(per):
            row = statement(
                f"{actor}-{k}", "d", actor, "2022-05-16", start=10_000 * n + 1000 * k, words=60, chars=400 + 7 * n + k
            )
            shared = actor in SPEAKERS and alike
            vector = np.zeros(40)
            vector[0] = 3 if shared else 0
            meant.append(meaning(row, (vector + chance.normal(size=40)).tolist()))
            line = [f"shared{i}" for i in range(25)] if shared else []
            worded.append(wording(row, " ".join([*line, *(f"w{int(i)}" for i in chance.integers(0, 500, 30))])))
            said.append(row)
    return view(
        [document("d", "2022-05-16")], said, [visit("2021-01-01", "2022-06-01")], meanings=meant, wordings=worded
    )


BLOC = Options(members=SPEAKERS)


def test_members_who_share_a_line_are_alike_in_meaning_and_in_words() -> None:
    found = asked(speeches(alike=True), W20, BLOC)
    for name in ("likeness-meaning", "likeness-words"):
        signal = unit(found, name)
        assert signal.because == "more-alike-than-chance"
        assert signal.low <= signal.value <= signal.high
        assert "others=6" in signal.detail
        assert len(signal.evidence) == 9


def test_members_who_speak_like_anybody_are_told_so() -> None:
    signal = unit(asked(speeches(alike=False), W20, BLOC), "likeness-meaning")
    assert signal.because != "more-alike-than-chance"


def test_with_nobody_else_there_is_nothing_to_hold_it_against() -> None:
    signal = unit(asked(speeches(alike=True, others=0), W20, BLOC), "likeness-meaning")
    assert (signal.baseline, signal.surprise, signal.because) == (None, None, "nobody-else-spoke")


def test_one_member_alone_is_declined_and_a_bloc_nobody_knows_is_no_error() -> None:
    found = asked(speeches(alike=True), W20, Options(members=("ada",)))
    assert {f.reason for f in found if isinstance(f, Abstention)} >= {"too-few-occasions"}
    assert asked(speeches(alike=True), W20, Options(members=("nobody",))) == []


def test_an_event_at_which_no_member_spoke_is_declined() -> None:
    found = asked(speeches(alike=True), W20, Options(members=SPEAKERS, event="elsewhere"))
    assert [f.reason for f in found if isinstance(f, Abstention)] == ["no-data"]
