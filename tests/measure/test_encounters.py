"""Reports joined into encounters, and encounters counted under rules: joins, trips, laws."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.measure.encounters import between, count, join, signals
from overtone.records import Abstention, Encounter, EncounterReport, Names, Signal, week
from overtone.registry import CountingRule

TALKS = ("bilateral",)
IN_PERSON = ("bilateral", "sidelines", "multilateral")
ALL = (*IN_PERSON, "phone", "video")


def rule(kinds: tuple[str, ...] = ALL, days: int = 0, key: str = "rule") -> CountingRule:
    return CountingRule(id=key, names=Names(en=(key,)), kinds=kinds, merge_days=days, reference="https://example.org")


def report(told: str, *, document: str = "d1", event: str = "", place: str = "") -> EncounterReport:
    """A report drawn in words: "bilateral held 05-16 putin lukashenko"."""
    kind, status, day, *parties = told.split()
    return EncounterReport(
        document=document,
        reader="test@1",
        start=0,
        stop=1,
        kind=kind,
        parties=tuple(sorted(parties)),
        date=date.fromisoformat(f"2022-{day}"),
        place=place,
        status=status,
        event=event,
    )


def drawn(encounters: tuple[Encounter, ...]) -> list[str]:
    return [f"{e.kind} {e.status} {e.date:%m-%d} {' '.join(e.parties)}" for e in encounters]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["bilateral announced 05-23 p l", "bilateral held 05-23 p l"], ["bilateral held 05-23 l p"]),
        (["bilateral announced 05-22 p l", "bilateral held 05-23 p l"], ["bilateral held 05-23 l p"]),
        (["bilateral announced 05-16 p l", "bilateral cancelled 05-16 p l"], ["bilateral cancelled 05-16 l p"]),
        (["bilateral announced 07-01 p l"], ["bilateral announced 07-01 l p"]),
        (["phone held 05-03 p l", "bilateral held 05-03 p l"], ["bilateral held 05-03 l p", "phone held 05-03 l p"]),
        (["phone held 05-03 p l", "phone held 05-03 p m"], ["phone held 05-03 l p", "phone held 05-03 m p"]),
        (
            ["bilateral announced 05-16 p l", "sidelines held 05-16 p l"],
            ["bilateral announced 05-16 l p", "sidelines held 05-16 l p"],
        ),
        (
            ["multilateral held 05-16 p l r t", "multilateral held 05-16 p l", "sidelines held 05-16 p l"],
            ["multilateral held 05-16 l p r t", "sidelines held 05-16 l p"],
        ),
    ],
)
def test_reports_of_one_contact_become_one(told: list[str], expected: list[str]) -> None:
    made = [report(t, document=f"d{n}") for n, t in enumerate(told)]
    assert drawn(join(made)) == expected


def test_two_sources_a_day_apart_tell_of_one_call() -> None:
    made = [report("phone held 11-08 p l", document="a"), report("phone held 11-09 p l", document="b")]
    assert len(join(made, {"a": "kremlin", "b": "kyiv"})) == 1


def test_one_source_on_two_days_tells_of_two_calls() -> None:
    made = [report("phone held 01-07 p l", document="a"), report("phone held 01-08 p l", document="b")]
    assert len(join(made, {"a": "kremlin", "b": "kremlin"})) == 2


def test_two_events_on_neighbouring_days_stay_two() -> None:
    made = [
        report("bilateral held 02-18 p l", document="a", event="talks"),
        report("bilateral held 02-19 p l", document="b", event="exercise"),
    ]
    assert len(join(made)) == 2


def test_an_encounter_keeps_all_its_reports_and_sources() -> None:
    made = [report("bilateral announced 05-23 p l", document="a"), report("bilateral held 05-23 p l", document="b")]
    (met,) = join(made, {"a": "kremlin", "b": "diary"})
    assert {e.document for e in met.reports} == {"a", "b"}
    assert met.sources == ("diary", "kremlin")


@given(
    st.permutations(
        [
            report("bilateral announced 05-23 p l", document="a"),
            report("bilateral held 05-23 p l", document="b"),
            report("phone held 05-24 p l", document="c"),
            report("multilateral held 05-23 p l r", document="d"),
            report("multilateral held 05-23 p l r t", document="e"),
        ]
    )
)
def test_the_order_of_reports_does_not_matter_and_doubles_add_nothing(made: list[EncounterReport]) -> None:
    assert join([*made, *made]) == join(sorted(made, key=lambda r: r.document))


@pytest.mark.parametrize(
    ("kinds", "days", "expected"),
    [
        (TALKS, 1, ["02-18", "05-23"]),
        (IN_PERSON, 1, ["02-18", "05-16", "05-23"]),
        (ALL, 0, ["02-18", "02-19", "05-03", "05-16", "05-23"]),
    ],
)
def test_a_trip_counts_once_and_the_rule_decides_what_counts(
    kinds: tuple[str, ...], days: int, expected: list[str]
) -> None:
    met = join(
        [
            report("bilateral held 02-18 p l", document="a", event="talks"),
            report("bilateral held 02-19 p l", document="b", event="exercise"),
            report("phone held 05-03 p l"),
            report("multilateral held 05-16 p l r"),
            report("sidelines held 05-16 p l"),
            report("bilateral held 05-23 p l"),
            report("bilateral announced 07-01 p l"),
        ]
    )
    numbered = count(met, rule(kinds, days), date(2022, 12, 31))
    assert [f"{n.encounters[0].date:%m-%d}" for n in numbered] == expected
    assert [n.ordinal for n in numbered] == list(range(1, len(expected) + 1))


def test_calls_of_two_days_are_no_trip() -> None:
    made = [report("phone held 01-07 p l", document="a"), report("phone held 01-08 p l", document="b")]
    assert len(count(join(made, {"a": "k", "b": "k"}), rule(ALL, 3), date(2022, 12, 31))) == 2


def test_nothing_after_the_day_is_counted() -> None:
    assert count(join([report("bilateral held 05-23 p l")]), rule(), date(2022, 5, 22)) == ()


def test_announced_and_cancelled_contacts_never_count() -> None:
    made = [report("bilateral announced 05-23 p l"), report("bilateral cancelled 06-23 p l")]
    assert count(join(made), rule(), date(2022, 12, 31)) == ()


def test_between_asks_for_all_of_them() -> None:
    met = join(
        [report("phone held 05-03 p l"), report("phone held 05-04 p m"), report("multilateral held 05-16 p l m")]
    )
    assert drawn(between(met, "l", "m")) == ["multilateral held 05-16 l m p"]


def test_a_count_never_travels_without_the_range_of_all_rules() -> None:
    met = join([report("bilateral held 05-16 p l"), report("phone held 05-17 p l")])
    made = signals(met, ("p", "l"), (rule(TALKS, key="talks"), rule(ALL, key="all")), week(2022, 20), 1.0)
    assert [(s.unit, s.value, s.low, s.high) for s in made if isinstance(s, Signal)] == [
        ("contacts:talks", 1.0, 1.0, 2.0),
        ("contacts:all", 2.0, 1.0, 2.0),
    ]
    assert all(s.because == "counting-rule" and s.evidence for s in made if isinstance(s, Signal))


def test_a_week_nobody_watched_is_no_zero() -> None:
    (made,) = signals((), ("p", "l"), (rule(),), week(2022, 20), 0.0)
    assert isinstance(made, Abstention)
    assert made.reason == "source-not-seen"
