"""The queue: planted contradictions come up with their type, shuffled partners empty it, thin input abstains."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from overtone.measure import Options, measure
from overtone.measure.contradiction import queue, weighed
from overtone.records import Abstention, Signal, Window
from tests.measure.views import Row, TableView, document, meaning, statement, view, visit, wording

WINDOW = Window(label="2022-W18", start=date(2022, 5, 2), stop=date(2022, 5, 9))
DRAGGED = "he had not expect the oper to go on like this and it has drag on"
PLANNED = "the oper is proceed accord to plan and all it aim will be reach"


def ledger(*said: tuple[Row, str, Sequence[float], dict[str, Any]]) -> TableView:
    return view(
        [document("a", "2022-05-05"), document("b", "2022-05-06")],
        [one for one, *_ in said],
        [visit("2021-10-01", "2022-05-10")],
        wordings=[wording(one, words) for one, words, *_ in said],
        meanings=[meaning(one, vector, **more) for one, _, vector, more in said],
    )


def founding() -> TableView:
    return ledger(
        (statement("s1", "a", "lukashenko", "2022-05-05", names="ua ru"), DRAGGED, (1, 0.9), {"negated": 1}),
        (statement("s2", "b", "peskov", "2022-05-06", names="ua lukashenko"), PLANNED, (1, 0.1), {}),
    )


def found(of: TableView, options: Options | None = None) -> tuple[Signal | Abstention, ...]:
    return measure("contradiction", of, WINDOW, options)


def test_two_speakers_who_say_opposite_things_of_the_same_stand_in_the_queue() -> None:
    (signal,) = found(founding())
    assert isinstance(signal, Signal)
    assert (signal.actor, signal.target, signal.because) == ("peskov", "lukashenko", "surface-contradiction")
    assert 0.5 < signal.value <= 1
    assert signal.low < signal.value < signal.high
    assert [e.row for e in signal.evidence] == ["s1", "s2"]


def test_a_denied_report_is_a_type_of_its_own() -> None:
    of = ledger(
        (
            statement("s1", "a", "makei", "2022-05-05", names="by"),
            "a special regim has been introduc in our countri",
            (1, 0.5),
            {},
        ),
        (
            statement("s2", "b", "by-kgb", "2022-05-06", names="by", stance="denied"),
            "ani such oper had been under way in the countri",
            (1, 0.1),
            {},
        ),
    )
    (signal,) = found(of)
    assert signal.actor == "by-kgb"
    assert isinstance(signal, Signal)
    assert signal.because == "denial-of-report"


def test_one_speaker_on_one_day_does_not_contradict_himself() -> None:
    of = ledger(
        (statement("s1", "a", "peskov", "2022-05-05", names="ua"), DRAGGED, (1, 0.5), {"negated": 1}),
        (statement("s2", "b", "peskov", "2022-05-05", names="ua"), PLANNED, (1, 0.1), {}),
    )
    (one,) = found(of)
    assert isinstance(one, Abstention)
    assert one.reason == "no-data"


def test_words_repeated_are_no_contradiction() -> None:
    of = ledger(
        (statement("s1", "a", "putin", "2022-05-05", names="ua"), PLANNED, (1, 0.1), {}),
        (statement("s2", "b", "peskov", "2022-05-06", names="ua"), PLANNED, (1, 0.1), {}),
    )
    (one,) = found(of)
    assert isinstance(one, Abstention)
    assert one.reason == "too-few-occasions"


def test_who_names_nothing_in_common_is_no_candidate() -> None:
    of = ledger(
        (statement("s1", "a", "putin", "2022-05-05", names="ua"), DRAGGED, (1, 0.1), {"negated": 1}),
        (statement("s2", "b", "peskov", "2022-05-06", names="fi"), PLANNED, (1, 0.1), {}),
    )
    assert [type(one) for one in found(of)] == [Abstention]


def test_only_pairs_of_the_speaker_asked_for() -> None:
    assert isinstance(found(founding(), Options(actors=("putin",)))[0], Abstention)
    assert isinstance(found(founding(), Options(actors=("peskov",), targets=("ua",)))[0], Signal)


@pytest.mark.parametrize("start", [date(2021, 5, 5), date(2022, 6, 29)])
def test_a_window_of_one_day_without_statements_abstains(start: date) -> None:
    (one,) = measure("contradiction", founding(), Window(label="day", start=start, stop=start + timedelta(days=1)))
    assert isinstance(one, Abstention)


def test_a_dead_source_is_told_apart_from_silence() -> None:
    (one,) = measure("contradiction", view([document("a", "2022-05-05")]), WINDOW)
    assert isinstance(one, Abstention)
    assert one.reason == "source-not-seen"


def candidates(many: int) -> list[dict[str, object]]:
    """Planted pairs, each about a matter of its own."""
    rows = []
    for n in range(many):
        own: list[float] = [0.0] * (2 * n) + [1.0, 0.4]
        other: list[float] = [0.0] * (2 * n) + [1.0, 0.0]
        sides = (("one", "lukashenko", DRAGGED, own, 1), ("two", "peskov", PLANNED, other, 0))
        row: dict[str, object] = {}
        for side, actor, words, vector, negated in sides:
            made = statement(f"{side}{n}", f"{side}{n}", actor, "2022-05-05")
            packed = meaning(made, vector)["vector"]
            told = {
                "row": made["id"],
                "document": made["document"],
                "start": 0,
                "stop": 60,
                "of_start": 0,
                "of_stop": 60,
            }
            told |= {"actor": f"{actor}{n}", "said_on": made["said_on"], "lang": "en", "stance": "affirmed"}
            told |= {"vector": packed, "figures": [], "negated": negated, "lemmas": words, "referents": ["ua"]}
            row |= {f"{side}_{name}": value for name, value in told.items()}
        rows.append(row)
    return rows


def test_with_partners_shuffled_the_queue_empties() -> None:
    rows = candidates(12)
    dealt = [
        {**row, **{k: v for k, v in rows[(n + 5) % 12].items() if k.startswith("two_")}} for n, row in enumerate(rows)
    ]
    assert len(queue(rows)) == 12
    assert not queue(dealt)


def test_which_side_comes_first_changes_nothing() -> None:
    rows = candidates(3)
    turned = [{("two" + k[3:] if k.startswith("one") else "one" + k[3:]): v for k, v in row.items()} for row in rows]
    assert [p.probability for p in weighed(rows)] == [p.probability for p in weighed(turned)]
