from dataclasses import replace
from datetime import date, timedelta

import pytest

from overtone.assess.indicators import DARK, LIT, NOT_OBSERVED, watched, worthless
from overtone.records import Abstention, Indicator, Look, Signal
from tests.assess.judged import names, ratios
from tests.assess.ledger import known
from tests.build import signal, statement

SIGN = Indicator(
    id="i",
    names=names("Troops arrive"),
    on=date(2022, 10, 1),
    entered_on=date(2022, 10, 1),
    by="desk",
    definition="They arrive.",
    trigger=Look(of="statements", topics=("troops",), at_least=1, within_days=7),
    expires_days=10,
    until=None,
    base=0.1,
    base_from="counted",
    hypotheses="set",
    lit=ratios("a=2 b=.5"),
    dark=(),
    origin="",
    reference="https://example.org/",
)
SAID = statement("lukashenko", "Troops arrive.", on="2022-10-10", topics=("troops",))
SILENCE = replace(SIGN, trigger=Look(of="signals", measure="silence", actors=("putin",), because=("silent",)))


def test_it_is_lit_when_met_and_until_it_expires() -> None:
    found = watched(SIGN, known(SAID))
    assert (found.state, found.met_on, found.expires_on) == (LIT, date(2022, 10, 10), date(2022, 10, 20))
    assert [hit.on for hit in found.hits] == [date(2022, 10, 10)]
    assert watched(SIGN, known(SAID, day="2022-10-20")).state == LIT
    gone = watched(SIGN, known(SAID, day="2022-10-21", alive=["kremlin"]))
    assert (gone.state, gone.hits) == (DARK, ())


def test_a_dead_source_makes_no_indicator_dark() -> None:
    assert watched(SIGN, known(alive=["kremlin"])).state == DARK
    found = watched(SIGN, known())
    assert (found.state, found.reason) == (NOT_OBSERVED, "no-living-source")


def test_a_source_alive_on_under_half_of_the_days_is_not_enough() -> None:
    day = date(2022, 10, 16)
    for days, state in ((3, NOT_OBSERVED), (4, DARK)):
        base = replace(known(), seen={"kremlin": frozenset(day - timedelta(days=n) for n in range(days))})
        assert watched(SIGN, base).state == state


def test_only_its_own_sources_count() -> None:
    own = replace(SIGN, trigger=replace(SIGN.trigger, sources=("kyiv",)))
    assert watched(own, known(alive=["kremlin"])).state == NOT_OBSERVED
    assert watched(own, known(alive=["kyiv"])).state == DARK


def test_a_hand_picked_source_can_light_it_and_never_makes_it_dark() -> None:
    found = watched(SIGN, known(alive=["diary"], selected=["diary"]))
    assert (found.state, found.reason) == (NOT_OBSERVED, "hand-picked-source")
    assert watched(SIGN, known(SAID, alive=["diary"], selected=["diary"])).state == LIT


def abstention(reason: str) -> Abstention:
    return Abstention(
        measure="silence", method="silence@1", window="2022-W41", actor="putin", target="by", venue="",
        reason=reason, detail="", coverage=0.0, n=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "state", "reason"),
    [
        (signal(actor="putin", target="by", because="silent"), LIT, "met"),
        (signal(actor="putin", target="by", because="within-usual"), DARK, "not-met"),
        (abstention("source-not-seen"), NOT_OBSERVED, "source-not-seen"),
        (signal("echo", actor="putin"), NOT_OBSERVED, "not-measured"),
    ],
)
def test_an_abstention_is_not_a_dark_indicator(value: Signal | Abstention, state: str, reason: str) -> None:
    found = watched(SILENCE, known(signals=[("2022-10-16", value)], alive=["kremlin"]))
    assert (found.state, found.reason) == (state, reason)


def test_one_that_is_equal_under_all_hypotheses_is_worthless() -> None:
    assert not worthless(SIGN)
    assert worthless(replace(SIGN, lit=ratios("a=3 b=3")))
    assert not worthless(replace(SIGN, lit=ratios("a=3 b=3"), dark=ratios("a=1 b=.5")))
    assert not worthless(replace(SIGN, hypotheses="", lit=()))
