import pytest

from overtone.measure import Options, measure
from overtone.records import Abstention, Names, Signal, Source, week
from tests.measure.views import Row, TableView, document, mondays, statement, view, visit

W20 = week(2022, 20)
SEEN = [visit("2021-10-01", "2022-06-01")]
DIARY = Source(
    id="diary",
    names=Names(en=("diary",)),
    kind="diary",
    shape="jsonl",
    reference="https://example.org/",
    sampling="selected",
)


def world(now: list[Row], weeks: int = 26, source: str = "kremlin") -> TableView:
    """Each past week one statement in four is about nato; then the window's own."""
    documents, said = [], []
    for n, day in enumerate(mondays("2021-11-15", 26)[26 - weeks :]):
        for part in range(4):
            name = f"d{n}-{part}"
            documents.append(document(name, day, source=source))
            about = "nato" if part == 0 else "economy"
            said.append(statement(f"s{name}", name, "putin", day, topics=about, chars=600 + part))
    documents += [document(str(s["document"]), "2022-05-17", source=source) for s in now]
    return view(documents, said + now, [visit("2021-10-01", "2022-06-01", source=source)])


def today(topics: list[str], **more: object) -> list[Row]:
    return [
        statement(
            f"n{n}", f"n{n}", str(more.get("actor", "putin")), "2022-05-17", **{"topics": t, "chars": 600 + n, **more}
        )
        for n, t in enumerate(topics)
    ]


def signals(found: tuple[Signal | Abstention, ...]) -> dict[tuple[str, str, str], Signal]:
    return {(s.actor, s.target, s.unit): s for s in found if isinstance(s, Signal)}


def test_shares_of_statements_and_words_are_counted_for_all_and_for_each() -> None:
    now = today(["nato", "economy", "nato economy", ""])
    now[0]["words"] = 700
    found = signals(measure("salience", world(now), W20))
    for actor in ("", "putin"):
        assert found[actor, "nato", "share-of-statements"].value == 0.5
        assert found[actor, "nato", "share-of-words"].value == 0.8
        assert found[actor, "nato", "share-of-statements"].baseline == pytest.approx(0.25, abs=0.01)


def test_every_signal_carries_what_it_may_not_travel_without() -> None:
    for s in signals(measure("salience", world(today(["nato", "economy"] * 3)), W20)).values():
        assert 0 <= s.low <= s.value <= s.high <= 1
        assert s.baseline_low is not None
        assert s.baseline is not None
        assert s.baseline_high is not None
        assert s.surprise is not None
        assert s.q is not None
        assert s.baseline_low <= s.baseline <= s.baseline_high
        assert 0 <= s.surprise <= s.q <= 1
        assert (s.coverage, s.n, s.method) == (1.0, 6, "salience@2")
        assert s.evidence


@pytest.mark.parametrize(
    ("topics", "because"),
    [
        (["nato"] * 20, "above-usual"),
        ([*["nato"] * 5, *["economy"] * 15], "within-usual"),
        (["economy"] * 40, "below-usual"),
    ],
)
def test_a_week_is_told_from_the_usual_ones(topics: list[str], because: str) -> None:
    found = signals(measure("salience", world(today(topics)), W20))
    assert found["", "nato", "share-of-statements"].because == because


def test_a_topic_that_nobody_touched_rests_on_all_that_was_said() -> None:
    found = signals(measure("salience", world(today(["economy"] * 5)), W20))
    silent = found["", "nato", "share-of-statements"]
    assert silent.value == 0
    assert {e.row for e in silent.evidence} == {f"n{n}" for n in range(5)}


@pytest.mark.parametrize("act", ["moderation", "question", "remark"])
def test_only_positions_count(act: str) -> None:
    now = [*today(["economy"] * 4), statement("q", "n0", "putin", "2022-05-17", start=5000, act=act, topics="nato")]
    assert signals(measure("salience", world(now), W20))["", "nato", "share-of-statements"].value == 0


def test_a_page_carried_twice_counts_once() -> None:
    now = today(["nato", "economy"])
    copy = {**now[0], "id": "copy", "document": "copy"}
    twice = world([*now, copy])
    assert signals(measure("salience", twice, W20))["", "nato", "share-of-statements"].n == 2


def test_one_page_in_two_languages_counts_once() -> None:
    now = today(["nato"])
    other = {**now[0], "id": "ru", "document": "ru", "words": 80}
    tables = world(now).tables
    documents = tables["documents"].to_pyarrow().to_pylist()
    said = [*tables["statements"].to_pyarrow().to_pylist(), other]
    both = view([*documents, document("ru", "2022-05-17", lang="ru", key="n0")], said, SEEN)
    assert signals(measure("salience", both, W20))["", "nato", "share-of-statements"].n == 1


def test_too_short_a_past_leaves_the_value_and_withholds_the_comparison() -> None:
    found = measure("salience", world(today(["nato", "economy"]), weeks=3), W20)
    assert all(s.baseline is None and s.because == "no-baseline" for s in found if isinstance(s, Signal))
    assert {a.reason for a in found if isinstance(a, Abstention)} == {"no-baseline"}
    assert signals(found)["", "nato", "share-of-statements"].value == 0.5


@pytest.mark.parametrize(
    ("options", "reason"),
    [(Options(actors=("rahmon",)), "no-data"), (Options(min_occasions=5), "too-few-occasions")],
)
def test_too_little_is_an_abstention_with_its_reason(options: Options, reason: str) -> None:
    found = measure("salience", world(today(["nato"])), W20, options)
    assert {a.reason for a in found if isinstance(a, Abstention)} == {reason}
    assert not signals(found)


def test_a_dead_source_is_not_a_silent_one() -> None:
    quiet = view([document("d", "2022-03-01")], [statement("s", "d", "putin", "2022-03-01")], SEEN)
    found = measure("salience", quiet, W20)
    assert [a.reason for a in found if isinstance(a, Abstention)] == ["source-not-seen"]
    assert not signals(found)


def test_a_hand_picked_source_is_named_as_such() -> None:
    found = measure("salience", world(today(["nato"]), source="diary"), W20, Options(sources=(DIARY,)))
    assert {s.because for s in signals(found).values()} == {"selected-source"}


def test_a_hand_picked_source_adds_nothing_where_another_speaks() -> None:
    tables = world(today(["economy"] * 3)).tables
    documents = [*tables["documents"].to_pyarrow().to_pylist(), document("x", "2022-05-17", source="diary")]
    said = [*tables["statements"].to_pyarrow().to_pylist(), statement("x", "x", "putin", "2022-05-17", topics="nato")]
    full = Source(id="kremlin", names=DIARY.names, kind="official", shape="jsonl", reference="http://kremlin.ru/")
    found = signals(measure("salience", view(documents, said, SEEN), W20, Options(sources=(DIARY, full))))
    assert found["", "nato", "share-of-statements"].value == 0
    assert found["", "nato", "share-of-statements"].because != "selected-source"


def test_only_the_asked_targets_and_event_are_measured() -> None:
    now = [*today(["nato", "economy"]), statement("v", "n0", "zas", "2022-05-17", start=9000, venue="e", topics="nato")]
    found = signals(measure("salience", world(now), W20, Options(event="e", targets=("nato",))))
    assert set(found) == {(a, "nato", u) for a in ("", "zas") for u in ("share-of-statements", "share-of-words")}
    assert {s.venue for s in found.values()} == {"e"}


def test_statements_without_a_word_have_no_share_of_words() -> None:
    found = signals(measure("salience", world(today(["nato", "economy"], words=0)), W20))
    assert found["putin", "nato", "share-of-statements"].value == 0.5
    assert {unit for _, _, unit in found} == {"share-of-statements"}
