from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from overtone.measure import Coverage, coverage
from overtone.records import Names, Source, Window
from tests.measure.views import Row, document, view, visit

SPRING = Window(label="spring", start=date(2022, 3, 14), stop=date(2022, 5, 16))


def card(low: int = 3, high: int = 60, name: str = "kremlin") -> Source:
    return Source(
        id=name,
        names=Names(en=(name,)),
        kind="official",
        shape="jsonl",
        reference="http://en.kremlin.ru/",
        per_week=(low, high),
    )


def daily(first: str, last: str, source: str = "kremlin", without: Sequence[tuple[str, str]] = ()) -> list[Row]:
    start, stop = date.fromisoformat(first), date.fromisoformat(last)
    days = [(start + timedelta(days=n)).isoformat() for n in range((stop - start).days + 1)]
    return [
        document(f"{source}-{day}", day, source=source) for day in days if not any(a <= day <= b for a, b in without)
    ]


def reasons(seen: Coverage, source: str = "kremlin") -> list[str]:
    return [w.reason for w in seen.weeks if w.source == source]


def test_weeks_held_back_come_out_blind_although_a_visit_spans_them() -> None:
    world = view(
        daily("2022-03-14", "2022-05-15", without=[("2022-04-01", "2022-04-30")]),
        visits=[visit("2022-03-01", "2022-06-24")],
    )
    seen = coverage(world, SPRING, (card(),))
    blind = "fewer-than-plausible"
    assert reasons(seen) == ["seen", "seen", "seen", blind, blind, blind, blind, "seen", "seen"]


def test_the_last_days_before_a_gap_are_blind_too() -> None:
    world = view(
        daily("2022-03-14", "2022-05-15", without=[("2022-04-01", "2022-04-30")]),
        visits=[visit("2022-03-01", "2022-06-24")],
    )
    seen = coverage(world, SPRING, (card(),))
    march = Window(label="2022-W13", start=date(2022, 3, 28), stop=date(2022, 4, 4))
    assert seen.share(march) == pytest.approx(4 / 7)


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        ([], "not-visited"),
        ([visit("2022-01-01", "2022-02-01")], "not-visited"),
        ([visit("2022-03-01", "2022-06-24", outcome="damaged")], "not-visited"),
        ([visit("2022-03-01", "2022-06-24")], "seen"),
    ],
)
def test_only_a_complete_visit_proves_that_a_week_could_be_seen(visits: list[Row], expected: str) -> None:
    seen = coverage(view(daily("2022-03-14", "2022-05-15"), visits=visits), SPRING, (card(),))
    assert set(reasons(seen)) == {expected}


def test_more_pages_than_plausible_are_no_view_either() -> None:
    world = view(daily("2022-03-14", "2022-05-15"), visits=[visit("2022-03-01", "2022-06-24")])
    assert set(reasons(coverage(world, SPRING, (card(1, 5),)))) == {"more-than-plausible"}


def test_a_week_cut_by_the_visit_is_held_to_its_share_of_the_bounds() -> None:
    world = view(daily("2022-03-14", "2022-03-16"), visits=[visit("2022-03-01", "2022-03-16")])
    seen = coverage(world, SPRING, (card(5),))
    assert reasons(seen)[0] == "seen"
    week = Window(label="2022-W11", start=date(2022, 3, 14), stop=date(2022, 3, 21))
    assert seen.share(week) == pytest.approx(3 / 7)


def test_a_source_that_may_be_still_is_seen_when_still() -> None:
    world = view(daily("2022-03-14", "2022-03-16"), visits=[visit("2022-03-01", "2022-06-24")])
    assert set(reasons(coverage(world, SPRING, (card(0),)))) == {"seen"}


def test_a_source_never_looked_at_is_not_in_play() -> None:
    world = view(daily("2022-03-14", "2022-05-15"), visits=[visit("2022-03-01", "2022-06-24")])
    seen = coverage(world, SPRING, (card(), card(name="kyiv")))
    assert {w.source for w in seen.weeks} == {"kremlin"}


def test_sources_without_cards_are_held_to_wide_bounds() -> None:
    world = view(daily("2022-03-14", "2022-05-15"), visits=[visit("2022-03-01", "2022-06-24")])
    assert set(reasons(coverage(world, SPRING))) == {"seen"}


def test_an_empty_ledger_covers_nothing() -> None:
    assert coverage(view([]), SPRING, (card(),)).share(SPRING) == 0.0
