from datetime import date

import pytest

from overtone.measure.pool import Pool, Row, pooled
from overtone.measure.shape import Coverage, Frame, Options, SeenWeek
from overtone.records import Names, Source, week

W20 = week(2022, 20)
DIARY = Source(
    id="diary", names=Names(en=("d",)), kind="diary", shape="jsonl", reference="https://e.org/", sampling="selected"
)


def row(actor: str, on: str, target: str = "", **more: object) -> Row:
    day = date.fromisoformat(on)
    base: Row = {"source": "kremlin", "actor": actor, "document": f"{actor}-{on}", "said_on": day, "target": target}
    counts: Row = {"now": day >= W20.start, "statements": 1, "words": 500, "hits": 3 if target else 0, "spans": []}
    return {**base, **counts, **more}


def pool(rows: list[Row], event: str = "", blind: tuple[str, ...] = ()) -> Pool:
    mondays = {date.fromisocalendar(2022, n, 1) for n in range(1, 21)} - {date.fromisoformat(b) for b in blind}
    weeks = tuple(
        SeenWeek(source=s, monday=m, alive=True, reason="seen", documents=9, first=m, last=m)
        for s in ("kremlin", "diary")
        for m in sorted(mondays)
    )
    return pooled(rows, Frame(window=W20, options=Options(sources=(DIARY,), event=event), seen=Coverage(weeks=weeks)))


PAST = [
    row("putin", "2022-05-02"),
    row("putin", "2022-05-02", "ua"),
    row("putin", "2022-05-03", document="second"),
    row("putin", "2022-05-09"),
]


@pytest.mark.parametrize(("event", "exposure"), [("", [1.0, 0.5]), ("summit", [0.5, 0.5, 0.5])])
def test_cells_are_weeks_or_at_an_event_documents(event: str, exposure: list[float]) -> None:
    found = pool(PAST, event).past.cells("putin", "ua")
    assert found.exposure.tolist() == exposure
    assert found.total == 3


def test_weeks_that_were_not_seen_are_no_past() -> None:
    assert pool(PAST, blind=("2022-05-02",)).past.cells("putin", "ua").exposure.tolist() == [0.5]


def test_hand_picked_sources_are_on_neither_side_but_remembered() -> None:
    found = pool([row("zas", "2022-05-16", source="diary"), row("zas", "2022-05-02", source="diary")])
    assert (found.picked, dict(found.now.words), dict(found.past.words)) == (frozenset({"zas"}), {}, {})


def test_who_is_heard_elsewhere_too_is_not_picked() -> None:
    assert not pool([row("zas", "2022-05-16", source="diary"), row("zas", "2022-05-17")]).picked


def test_nobody_in_particular_is_no_speaker() -> None:
    assert not pool([row("", "2022-05-16")]).now.words


@pytest.mark.parametrize(("speakers", "peers"), [(3, ["putin"]), (4, [f"speaker-{n}" for n in range(4)])])
def test_at_an_event_with_company_the_peers_are_its_other_speakers(speakers: int, peers: list[str]) -> None:
    now = [row(f"speaker-{n}", "2022-05-16") for n in range(speakers)]
    found = pool([*PAST, *now], "summit")
    assert found.company() is (speakers > 3)
    assert list(found.peers("ua")) == peers


def test_targets_often_named_are_counted_in_the_past_alone() -> None:
    found = pool([*PAST, row("putin", "2022-05-16", "by", hits=50)])
    assert found.often(3) == ["ua"]
    assert found.often(4) == []
