from datetime import date

import pytest

from overtone.measure import Options, measure
from overtone.measure.pool import listed
from overtone.records import Abstention, Signal, week
from tests.measure.views import Row, TableView, contact, document, mondays, naming, statement, view, visit

W20 = week(2022, 20)
SEEN = [visit("2021-10-01", "2022-06-01")]
PAIR = "lukashenko putin"


def meeting(day: str, announced: str, voiced: str, *, name: str = "", said: bool = True) -> dict[str, list[Row]]:
    """One meeting of two: a notice the day before that names topics, and a page of it with one speech a topic."""
    key = name or day
    before = date.fromisoformat(day).toordinal() - 1
    eve = date.fromordinal(before).isoformat()
    speeches = [
        statement(f"s-{key}-{n}", f"page-{key}", "putin", day, start=1000 * n, topics=t, chars=700 + n)
        for n, t in enumerate(["", *voiced.split()])
    ]
    return {
        "documents": [document(f"notice-{key}", eve), document(f"page-{key}", day)],
        "statements": speeches if said else [],
        "encounters": [contact(f"notice-{key}", PAIR, day, status="announced"), contact(f"page-{key}", PAIR, day)],
        "named": [naming(f"notice-{key}", announced)],
    }


def world(*meetings: dict[str, list[Row]]) -> TableView:
    joined: dict[str, list[Row]] = {"documents": [], "statements": [], "encounters": [], "named": []}
    for one in meetings:
        for name, rows in one.items():
            joined[name] += rows
    return view(joined["documents"], joined["statements"], SEEN, encounters=joined["encounters"], named=joined["named"])


def past(voiced: str = "trade gas") -> list[dict[str, list[Row]]]:
    """Twelve earlier meetings for which trade and gas were announced."""
    return [meeting(day, "trade gas", voiced) for day in mondays("2022-01-10", 12)]


def topics(found: tuple[Signal | Abstention, ...]) -> dict[str, Signal]:
    return {s.target: s for s in found if isinstance(s, Signal) and s.unit == "statements"}


def test_what_was_announced_is_told_from_what_was_voiced() -> None:
    found = topics(measure("agenda", world(*past(), meeting("2022-05-17", "trade gas", "trade union-state")), W20))
    assert {t: s.because for t, s in found.items()} == {
        "trade": "voiced",
        "gas": "announced-not-voiced",
        "union-state": "not-announced",
    }
    assert found["trade"].value == 1
    assert [e.document for e in found["gas"].evidence] == ["notice-2022-05-17"]
    assert {s.venue for s in found.values()} == {"2022-05-17 lukashenko+putin"}


def test_a_topic_that_is_always_voiced_and_now_is_not_is_surprising() -> None:
    gas = topics(measure("agenda", world(*past(), meeting("2022-05-17", "trade gas", "trade")), W20))["gas"]
    assert gas.baseline == pytest.approx(24.5 / 25)
    assert gas.surprise == pytest.approx(0.5 / 25)
    assert gas.q == pytest.approx(0.5 / 25)
    assert "base_hits=24 base_trials=24" in gas.detail


def test_a_topic_that_is_voiced_half_of_the_time_is_not() -> None:
    gas = topics(measure("agenda", world(*past("trade"), meeting("2022-05-17", "trade gas", "trade")), W20))["gas"]
    assert gas.surprise == pytest.approx(0.5)


def test_without_earlier_occasions_there_is_a_fact_and_no_chance() -> None:
    gas = topics(measure("agenda", world(meeting("2022-05-17", "trade gas", "trade")), W20))["gas"]
    assert (gas.because, gas.surprise, gas.baseline) == ("announced-not-voiced", None, None)
    assert "base=unknown" in gas.detail


def test_the_share_of_what_was_announced_stands_beside_the_usual_share() -> None:
    found = measure("agenda", world(*past(), meeting("2022-05-17", "trade gas", "trade")), W20)
    share = next(s for s in found if isinstance(s, Signal) and s.unit == "share-voiced")
    assert (share.value, share.n, share.because) == (0.5, 2, "within-usual")
    assert share.low <= share.value <= share.high
    assert share.detail.startswith("announced=2 voiced=1")


@pytest.mark.parametrize(
    ("meetings", "reason"),
    [
        ([], "source-not-seen"),
        ([meeting("2022-05-17", "trade", "", said=False)], "no-data"),
        ([meeting("2022-05-17", "", "trade")], "nothing-announced"),
    ],
    ids=["nothing was announced", "nothing was heard", "no topic was named"],
)
def test_no_agenda_or_nothing_heard_is_an_abstention(meetings: list[dict[str, list[Row]]], reason: str) -> None:
    found = measure("agenda", world(*past(), *meetings), W20)
    assert [f.reason for f in found if isinstance(f, Abstention)] == [reason]
    assert not topics(found)


def test_a_page_of_the_day_itself_announces_nothing() -> None:
    late = meeting("2022-05-17", "trade", "trade")
    late["documents"][0]["published_on"] = date(2022, 5, 17)
    assert not topics(measure("agenda", world(late), W20))


def test_a_topic_named_far_from_the_announcement_is_not_announced() -> None:
    one = meeting("2022-05-17", "trade", "trade")
    far = {"kind": "topic", "target": "gas", "start": 9000, "stop": 9009}
    one["named"] = [{"document": "notice-2022-05-17", "mentions": [*listed(one["named"][0], "mentions"), far]}]
    assert set(topics(measure("agenda", world(one), W20))) == {"trade"}


def test_an_event_is_known_by_its_name_whoever_reports_it() -> None:
    one = meeting("2022-05-17", "trade gas", "trade", name="x")
    for report in one["encounters"]:
        report["event"] = "summit"
    for said in one["statements"]:
        said["venue"] = "summit"
    found = topics(measure("agenda", world(one), W20, Options(event="summit")))
    assert {t: s.because for t, s in found.items()} == {"trade": "voiced", "gas": "announced-not-voiced"}
    assert {s.venue for s in found.values()} == {"summit"}


def test_at_an_event_silence_tells_what_each_speaker_made_of_the_announced_topics() -> None:
    def event(day: str, name: str, voiced: str) -> dict[str, list[Row]]:
        one = meeting(day, "trade gas", voiced, name=name)
        for row in (*one["encounters"], *one["statements"]):
            row["event" if "parties" in row else "venue"] = name
        return one

    earlier = [event(day, f"e{n}", "trade gas") for n, day in enumerate(mondays("2022-01-10", 12))]
    found = measure("silence", world(*earlier, event("2022-05-17", "summit", "trade")), W20, Options(event="summit"))
    told = {s.target: s for s in found if isinstance(s, Signal) and s.unit == "announced"}
    assert (told["trade"].value, told["trade"].because) == (1, "voiced")
    assert (told["gas"].value, told["gas"].because) == (0, "announced-not-voiced")
    assert told["gas"].surprise == pytest.approx(0.5 / 25)
