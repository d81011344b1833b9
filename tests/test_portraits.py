"""The conductor of the portraits, on a real ledger: what stands behind a week, bounded and never counted twice."""

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest

from overtone.assess.material import Material
from overtone.gathering import gather, options_for
from overtone.ledger import View
from overtone.measure import Options, covered
from overtone.portraits import Portrayed, portray
from overtone.records import Portrait
from tests.build import W20, desk, report, statement, view, vote

TALK = "We talk about NATO and about its next steps in the region."
PAGES = (
    statement("lukashenko", TALK, on="2022-05-16", topics=("nato=NATO",), office="by-president"),
    statement("lukashenko", "On NATO once more, and on what it does.", on="2022-05-17", topics=("nato=NATO",)),
    statement("putin", "Nothing of it here, only of other things.", on="2022-05-18"),
    statement("lukashenko", "NATO was spoken of three weeks ago too.", on="2022-04-27", topics=("nato=NATO",)),
    statement("putin", "NATO is spoken of when the week is over.", on="2022-05-24", topics=("nato=NATO",)),
    report("lukashenko putin", on="2022-05-17", place="Moscow"),
    report("lukashenko putin", on="2022-02-18", place="Moscow"),
    vote("by=N ru=N ua=Y", on="2022-03-02", resolution="ES-11/1"),
    vote("by=N ru=N", on="2022-06-02", resolution="ES-11/9"),
)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with view(tmp_path_factory.mktemp("ledger"), *PAGES) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(seen: View) -> Portrayed:
    """The portraits of the week, made once."""
    week, options = made(seen)
    return portray(seen, week, (), options, covered(seen, W20, options))


def made(seen: View) -> tuple[Material, Options]:
    return gather(seen, desk(), W20, []), options_for(seen, desk())


def of(found: Portrayed, kind: str, name: str) -> Portrait:
    return next(p for p in found.portraits if (p.kind, p.id) == (kind, name))


def test_a_week_has_portraits_of_its_actors_encounters_and_topics(found: Portrayed) -> None:
    kinds = [(p.kind, p.id) for p in found.portraits]
    assert [k for k in kinds if k[0] != "encounter"] == [("actor", "lukashenko"), ("actor", "putin"), ("topic", "nato")]
    assert sum(kind == "encounter" for kind, _ in kinds) == 1


def test_charts_count_by_week_up_to_the_weeks_end(found: Portrayed) -> None:
    (chart,) = of(found, "actor", "lukashenko").charts
    values = {slot.value: value for slot, value in zip(chart.columns, chart.values[0], strict=True)}
    assert (values["2022-W20"], values["2022-W17"]) == (2.0, 1.0)
    assert sum(v for v in values.values() if not math.isnan(v)) == 3.0
    (share,) = of(found, "topic", "nato").charts
    assert share.values[0][-1] == pytest.approx(2 / 3)
    assert share.lows[0][-1] < 2 / 3 < share.highs[0][-1]


def test_nothing_after_the_week_is_told(found: Portrayed) -> None:
    votes = [r for p in found.portraits for r in p.registers if r.key == "portrait-votes"]
    told = {slot.value for r in votes for f in r.findings for slot in f.slots if slot.name == "resolution"}
    assert told == {"ES-11/1"}


def test_every_sentence_has_its_ground_and_every_signal_cited_is_handed_on(found: Portrayed) -> None:
    known = {signal.id for signal in found.signals}
    for portrait in found.portraits:
        for finding in (portrait.title, *(f for r in portrait.registers for f in r.findings)):
            assert finding.evidence or finding.signals, finding.key
            assert {s.id for s in finding.signals} <= known


def test_what_was_measured_already_is_not_measured_again(seen: View, found: Portrayed) -> None:
    week, options = made(seen)
    again = portray(seen, week, found.signals, options, covered(seen, W20, options))
    assert again.portraits == found.portraits


def test_an_empty_week_has_no_portraits(seen: View) -> None:
    week, options = made(seen)
    empty = replace(week, statements=(), documents={}, readings=(), encounters=(), votes=())
    assert portray(seen, empty, (), options, covered(seen, W20, options)) == Portrayed(portraits=(), signals=())
