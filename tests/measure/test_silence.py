import numpy as np
import pytest

from overtone.measure import Options, measure
from overtone.records import Abstention, Names, Signal, Source, week
from tests.measure.views import Row, TableView, document, mondays, statement, view, visit

W20 = week(2022, 20)
SUMMIT = "csto-summit-2022-05-16"
SEEN = [visit("2021-10-01", "2022-06-01")]
UA = Options(targets=("ua",))


def world(now: list[Row], names: str = "ua ua", weeks: int = 26, unfinished: tuple[str, ...] = ()) -> TableView:
    """Each past week one statement of 200 words that names the target twice; then the window's own."""
    days = mondays("2021-11-15", 26)[26 - weeks :]
    documents = [document(f"d{n}", day) for n, day in enumerate(days)]
    said = [
        statement(f"s{n}", f"d{n}", "lukashenko", day, names=names, words=200, chars=1000 + n)
        for n, day in enumerate(days)
    ]
    own = sorted({str(s["document"]) for s in now})
    return view(documents + [document(d, "2022-05-16") for d in own], said + now, SEEN, unfinished)


def today(names: str = "", words: int = 2000, **more: object) -> list[Row]:
    return [statement("n", "n", "lukashenko", "2022-05-16", names=names, words=words, **more)]


def only(found: tuple[Signal | Abstention, ...], unit: str = "mentions") -> Signal | Abstention:
    kept = [f for f in found if isinstance(f, Abstention) or f.unit == unit]
    assert len(kept) == 1
    return kept[0]


def test_a_long_speech_without_the_usual_word_is_a_silence() -> None:
    found = only(measure("silence", world(today()), W20, UA))
    assert isinstance(found, Signal)
    assert (found.value, found.because, found.n) == (0, "silent", 1)
    assert found.surprise == pytest.approx(found.q)
    assert found.surprise is not None
    assert found.surprise < 0.01
    assert found.baseline == pytest.approx(20, abs=1)
    assert [e.row for e in found.evidence] == ["n"]


def test_a_short_speech_without_it_is_too_little_to_tell() -> None:
    found = only(measure("silence", world(today(words=100)), W20, UA))
    assert isinstance(found, Abstention)
    assert found.reason == "too-few-occasions"
    assert "expected=1.0" in found.detail
    assert "needed=" in found.detail


@pytest.mark.parametrize(("mentions", "because"), [(3, "below-usual"), (19, "within-usual"), (70, "above-usual")])
def test_what_was_named_is_held_against_what_was_due(mentions: int, because: str) -> None:
    found = only(measure("silence", world(today("ua " * mentions)), W20, UA))
    assert isinstance(found, Signal)
    assert (found.value, found.because) == (mentions, because)
    assert found.low <= found.value <= found.high
    assert found.baseline_low is not None
    assert found.baseline is not None
    assert found.baseline_high is not None
    assert found.baseline_low <= found.baseline <= found.baseline_high


@pytest.mark.parametrize(("mentions", "because"), [(0, "below-usual"), (70, "above-usual")])
def test_a_departure_from_the_own_past_is_its_own_signal(mentions: int, because: str) -> None:
    found = only(measure("silence", world(today("ua " * mentions)), W20, UA), "departure")
    assert isinstance(found, Signal)
    assert found.because == because


@pytest.mark.parametrize(
    ("view_of", "options", "reason"),
    [
        (world(today(act="question")), UA, "no-data"),
        (world(today(manner="indirect")), UA, "no-data"),
        (world(today(), unfinished=("n",)), UA, "no-data"),
        (world(today(), weeks=0), UA, "no-baseline"),
        (world(today()), Options(targets=("ua",), min_occasions=2), "too-few-occasions"),
        (view([document("d", "2022-03-01")], visits=SEEN), UA, "source-not-seen"),
    ],
    ids=["a question", "reported speech", "to be continued", "no past", "too few statements", "a dead source"],
)
def test_no_occasion_is_no_silence(view_of: TableView, options: Options, reason: str) -> None:
    asked = Options(actors=("lukashenko",), targets=options.targets, min_occasions=options.min_occasions)
    found = only(measure("silence", view_of, W20, asked))
    assert isinstance(found, Abstention)
    assert (found.reason, found.actor, found.target) == (reason, "lukashenko", "ua")


def test_an_unfinished_page_takes_only_its_last_turn_with_it() -> None:
    now = [*today(), statement("end", "n", "lukashenko", "2022-05-16", start=90_000, words=900, chars=5000)]
    found = only(measure("silence", world(now, unfinished=("n",)), W20, UA))
    assert isinstance(found, Signal)
    assert (found.n, found.because) == (1, "silent")


def test_what_a_hand_picked_source_leaves_out_proves_nothing() -> None:
    card = Source(
        id="kremlin",
        names=Names(en=("k",)),
        kind="diary",
        shape="jsonl",
        reference="https://example.org/",
        sampling="selected",
    )
    found = only(measure("silence", world(today()), W20, Options(sources=(card,), targets=("ua",))))
    assert isinstance(found, Abstention)
    assert found.reason == "selected-source"


def test_one_span_named_as_bloc_and_as_topic_is_one_mention() -> None:
    now = today("nato")
    now[0]["mentions"] = [
        {"kind": kind, "target": "nato", "start": 10, "stop": 14} for kind in ("bloc", "topic", "actor")
    ]
    found = only(measure("silence", world(now, names="nato nato"), W20, Options(targets=("nato",))))
    assert isinstance(found, Signal)
    assert found.value == 1


def test_without_targets_those_often_named_before_are_tried() -> None:
    found = measure("silence", world(today("by by")), W20)
    assert {f.target for f in found} == {"ua"}


def summit(mentions: dict[str, tuple[int, int]]) -> TableView:
    """One document with one speech each: words, mentions."""
    said = [
        statement(
            f"n-{actor}", "n", actor, "2022-05-16", start=9000 * n, words=words, names="ua " * times, venue=SUMMIT
        )
        for n, (actor, (words, times)) in enumerate(mentions.items())
    ]
    return world(said, names="ua ua by", weeks=26)


FOUNDING = {
    "japarov": (680, 0),
    "lukashenko": (2100, 13),
    "pashinyan": (860, 0),
    "putin": (1600, 4),
    "rahmon": (480, 0),
    "tokayev": (440, 0),
    "zas": (800, 0),
}


def test_at_the_summit_a_few_minutes_of_silence_are_too_few_to_tell() -> None:
    found = measure("silence", summit(FOUNDING), W20, Options(event=SUMMIT, targets=("ua",)))
    by_actor = {f.actor: f for f in found if isinstance(f, Abstention) or f.unit == "mentions"}
    assert set(by_actor) == set(FOUNDING)
    for actor in ("japarov", "pashinyan", "rahmon", "tokayev", "zas"):
        silent = by_actor[actor]
        assert isinstance(silent, Abstention)
        assert silent.reason == "too-few-occasions"
        assert "observed=0" in silent.detail
    spoke = by_actor["lukashenko"]
    assert isinstance(spoke, Signal)
    assert (spoke.value, spoke.venue) == (13, SUMMIT)


def test_at_an_event_where_everyone_names_it_the_one_who_does_not_is_silent() -> None:
    speeches = {f"speaker-{n}": (1500, 15 + n) for n in range(7)} | {"zas": (1500, 0)}
    now = summit(speeches).tables["statements"].to_pyarrow().to_pylist()
    own = [s for s in now if s["venue"] == SUMMIT]
    days = mondays("2021-11-15", 26)
    past = [
        statement(f"{n}-{a}", f"{n}-{a}", a, day, names="ua ua", words=200, chars=1000 + 10 * n + k)
        for n, day in enumerate(days)
        for k, a in enumerate(speeches)
    ]
    pages = [document(str(s["document"]), str(s["said_on"])) for s in past] + [document("n", "2022-05-16")]
    found = measure("silence", view(pages, past + own, SEEN), W20, Options(event=SUMMIT, targets=("ua",)))
    silent = [f.actor for f in found if isinstance(f, Signal) and f.unit == "mentions" and f.because == "silent"]
    assert silent == ["zas"]


def test_where_nobody_is_silent_few_are_called_so() -> None:
    chance = np.random.default_rng(7)
    said: list[Row] = []
    documents: list[Row] = []
    for n, day in enumerate([*mondays("2021-11-15", 26), "2022-05-16"]):
        for actor in (f"speaker-{a}" for a in range(12)):
            name = f"{n}-{actor}"
            documents.append(document(name, day))
            for t in range(12):
                times = int(chance.poisson(8 * chance.gamma(2, 0.5)))
                said.append(
                    statement(
                        f"{name}-{t}",
                        name,
                        actor,
                        day,
                        start=9000 * t,
                        words=100,
                        names=f"t{t} " * times,
                        chars=6000 + n * 200 + t,
                    )
                )
    found = measure("silence", view(documents, said, SEEN), W20)
    surprises = [f.surprise for f in found if isinstance(f, Signal) and f.surprise is not None]
    assert len(surprises) >= 120
    assert sum(p <= 0.05 for p in surprises) <= 0.06 * 144
    assert not [f for f in found if isinstance(f, Signal) and f.because == "silent"]
