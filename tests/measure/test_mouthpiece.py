"""Mouthpiece: three conditions, a verdict only where all hold."""

import numpy as np
import pytest

from overtone.measure import Options, coverage, mouthpiece
from overtone.measure.order import Unweighed, one_way
from overtone.measure.shape import Coverage, Frame, ordered
from overtone.measure.uses import laid_out
from overtone.records import Abstention, Signal, Window
from tests.measure.line_worlds import W20, Use, by_chance, followed, ledger

CROWD = ("tokayev", "zas", "zelensky", "putin", "lukashenko")


def told(uses: list[Use], options: Options | None = None) -> list[Signal | Abstention]:
    made, options = ledger(uses), options or Options(actors=("lukashenko",), targets=("putin",))
    span = Window(label="", start=Frame(window=W20, options=options, seen=Coverage()).past().start, stop=W20.stop)
    counts = ordered(mouthpiece.tally(made, W20, options).to_pyarrow())
    seen = coverage(made, span, options.sources)
    return list(mouthpiece.judge(counts, Frame(window=W20, options=options, seen=seen)))


def only(found: list[Signal | Abstention]) -> Signal | Abstention:
    assert len(found) == 1
    return found[0]


def everybody(lag: int) -> list[Use]:
    """Lines that all others take up as soon as the patron."""
    return [
        Use(actor=actor, day=use.day + lag, line=use.line)
        for use in followed()
        if use.actor == "lukashenko"
        for actor in ("tokayev", "zas", "zelensky")
    ]


def test_who_brings_the_lines_that_the_patron_alone_takes_up_is_a_mouthpiece() -> None:
    found = only(told(followed() + by_chance(60, CROWD)))
    assert isinstance(found, Signal)
    assert found.because == "mouthpiece"
    assert found.baseline is not None
    assert found.value > found.baseline
    assert all(word in found.detail for word in ("lead_p=", "apart_p=", "taken_up_p="))


def test_the_patron_is_no_mouthpiece_of_his_own() -> None:
    found = only(told(followed() + by_chance(60, CROWD), Options(actors=("putin",), targets=("lukashenko",))))
    assert isinstance(found, Abstention) or found.because == "does-not-lead"


def test_who_precedes_everybody_is_first_but_nobodys_mouthpiece() -> None:
    found = only(told(followed() + everybody(3) + by_chance(60, CROWD)))
    assert isinstance(found, Signal)
    assert found.because == "leads-others-as-well"


def test_by_chance_nobody_is_one() -> None:
    found = told(by_chance(80, CROWD), Options())
    assert [f for f in found if isinstance(f, Signal) and f.because == "mouthpiece"] == []
    assert [f for f in found if isinstance(f, Signal)]


@pytest.mark.parametrize(
    ("uses", "reason"),
    [
        (followed(), "no-data"),
        (followed(6) + by_chance(60, ("tokayev", "zas")), "too-few-occasions"),
        (by_chance(60, ("tokayev", "zas", "zelensky")), "no-data"),
        ([], "no-data"),
    ],
    ids=["no third party", "few lines", "not heard", "nothing"],
)
def test_what_cannot_be_told_is_an_abstention(uses: list[Use], reason: str) -> None:
    found = only(told(uses))
    assert isinstance(found, Abstention)
    assert found.reason == reason


def test_third_parties_left_out_could_not_have_been_weighed() -> None:
    """Who used fewer of the lines than are asked for is not looked at, which changes no number."""
    made = ledger(followed() + by_chance(60, CROWD) + by_chance(9, ("xi", "modi")))
    options = Options(actors=("lukashenko",), targets=("putin",))
    counts = ordered(mouthpiece.tally(made, W20, options).to_pyarrow())
    span = Window(label="", start=Frame(window=W20, options=options, seen=Coverage()).past().start, stop=W20.stop)
    frame = Frame(window=W20, options=options, seen=coverage(made, span, options.sources))
    uses = laid_out(counts, frame)
    assert uses is not None
    pair = ("lukashenko", "putin")
    one, two = (set(uses.line[uses.of[uses.actors.index(actor)]].tolist()) for actor in pair)
    same = np.array(sorted(one & two))
    kept = mouthpiece._with_lines(uses, same, pair)
    assert set(kept) == {"tokayev", "zas", "zelensky"}
    for other in set(uses.actors) - {*pair, *kept}:
        assert isinstance(one_way(uses, (pair[0], other), frame, same), Unweighed)
