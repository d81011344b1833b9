"""Lead: a planted leader is found, chance and repetition are not taken for one, what cannot be told is not told."""

import numpy as np
import pytest

from overtone.bench.lead_worlds import DAYS, Kind, World, frame, world
from overtone.measure import Options, coverage, lead
from overtone.measure.shape import Coverage, Frame, ordered
from overtone.records import Abstention, Names, Signal, Source, Window
from tests.measure.line_worlds import SEEN, W20, Use, by_chance, followed, ledger
from tests.measure.views import Row, TableView, view, visit

SMALL = Kind(actors=8, lines=250)
Found = list[Signal | Abstention]


def told(made: TableView, options: Options | None = None, window: Window = W20) -> Found:
    options = options or Options()
    start = Frame(window=window, options=options, seen=Coverage()).past().start
    seen = coverage(made, Window(label="", start=start, stop=window.stop), options.sources)
    counts = ordered(lead.tally(made, window, options).to_pyarrow())
    return list(lead.judge(counts, Frame(window=window, options=options, seen=seen)))


def pair(found: Found, leader: str = "lukashenko", follower: str = "putin") -> Signal | Abstention:
    return next(item for item in found if (item.actor, item.target) == (leader, follower))


def test_who_says_it_first_again_and_again_usually_uses_the_line_before() -> None:
    found = pair(told(ledger(followed())))
    assert isinstance(found, Signal)
    assert (found.because, found.value, found.n) == ("usually-uses-the-line-before", 1.0, 40)
    assert found.baseline == pytest.approx(0.5, abs=0.15)
    assert found.q is not None
    assert found.q < 1e-6
    assert "phrases=40 led=40.0 expected=2" in found.detail
    assert len(found.evidence) == 10
    assert {e.row.split("-")[2] for e in found.evidence} == {"lukashenko", "putin"}


def test_the_follower_does_not_lead() -> None:
    found = pair(told(ledger(followed())), "putin", "lukashenko")
    assert isinstance(found, Signal)
    assert (found.because, found.value) == ("within-chance", 0.0)


def test_a_borrowed_speech_is_one_case_and_not_forty() -> None:
    speech = [Use(actor="lukashenko", day=60, line=f"line{n}", document="speech") for n in range(40)]
    later = [Use(actor="putin", day=63, line=f"line{n}", document="speech") for n in range(40)]
    found = pair(told(ledger(speech + later), Options(actors=("lukashenko",), targets=("putin",))))
    assert isinstance(found, Abstention)
    assert (found.reason, found.detail) == ("too-few-occasions", "phrases=1 needed=15")


def test_lines_launched_in_one_speech_move_as_one() -> None:
    speech = [Use(actor="lukashenko", day=60, line=f"line{n}", document="speech") for n in range(40)]
    later = [Use(actor="putin", day=61 + n % 7, line=f"line{n}") for n in range(40)]
    found = pair(told(ledger(speech + later)))
    assert isinstance(found, Abstention)
    assert found.reason == "too-few-occasions"
    assert "phrases=40 independent=1.0" in found.detail


def test_the_same_day_is_a_tie() -> None:
    found = pair(told(ledger(followed(lag=0))))
    assert isinstance(found, Signal)
    assert (found.value, found.baseline, found.because) == (0.5, 0.5, "within-chance")


def card(name: str, clock: str) -> Source:
    return Source(
        id=name, names=Names(en=(name,)), kind="official", shape="jsonl", reference="https://example.org/", clock=clock
    )


@pytest.mark.parametrize(
    ("clock", "because"),
    [("Europe/Minsk", "usually-uses-the-line-before"), ("America/New_York", "within-chance")],
)
def test_a_day_apart_by_different_clocks_is_a_tie(clock: str, because: str) -> None:
    made = ledger(followed(lag=1), sources={"putin": "minsk"})
    found = pair(told(made, Options(sources=(card("kremlin", "Europe/Moscow"), card("minsk", clock)))))
    assert isinstance(found, Signal)
    assert found.because == because


def test_a_line_in_use_before_the_span_says_nothing_of_who_was_first() -> None:
    old = [Use(actor="putin", day=3, line=f"line{n}") for n in range(40)]
    found = told(ledger(followed() + old), Options(actors=("lukashenko",), targets=("putin",)))
    assert isinstance(pair(found), Abstention)


def test_a_first_use_while_the_other_could_not_be_heard_does_not_count() -> None:
    dead = [visit("2021-10-01", "2022-06-01"), visit("2021-10-01", "2022-03-06", source="minsk")]
    half = pair(told(ledger(followed(), sources={"putin": "minsk"}, visits=dead)))
    whole = pair(told(ledger(followed(), sources={"putin": "minsk"})))
    assert half.n < whole.n == 40


def test_a_dead_source_is_no_late_speaker() -> None:
    dead = [visit("2021-10-01", "2022-06-01"), visit("2021-10-01", "2021-12-20", source="minsk")]
    found = told(
        ledger(followed(), sources={"putin": "minsk"}, visits=dead), Options(actors=("lukashenko",), targets=("putin",))
    )
    assert [f.reason for f in found if isinstance(f, Abstention)] == ["source-not-seen"]


@pytest.mark.parametrize(
    ("made", "options", "reason"),
    [
        (view([], [], SEEN), Options(), "no-data"),
        (ledger([Use(actor="putin", day=60, line="a")]), Options(), "no-data"),
        (ledger(followed(5)), Options(), "too-few-occasions"),
        (ledger([Use(actor=a, day=60, line=f"l{n}") for n in range(40) for a in ("x", "y")]), Options(), "no-lines"),
        (ledger(followed()), Options(actors=("nobody",), targets=("putin",)), "no-data"),
        (ledger(followed(), visits=()), Options(), "source-not-seen"),
        (ledger(followed()), Options(baseline_weeks=4), "no-lines"),
    ],
    ids=["nothing", "one actor", "few lines", "one day", "unknown", "never visited", "no history"],
)
def test_what_cannot_be_told_is_an_abstention(made: TableView, options: Options, reason: str) -> None:
    found = told(made, options)
    assert found
    if reason == "no-lines":
        assert all(isinstance(f, Abstention) or f.because == "within-chance" for f in found)
    else:
        assert {f.reason for f in found if isinstance(f, Abstention)} == {reason}
        assert all(isinstance(f, Abstention) for f in found)


def test_a_window_of_one_day_and_twice_the_same_row_change_nothing() -> None:
    day = Window(label="day", start=W20.start, stop=W20.start.replace(day=17))
    assert isinstance(pair(told(ledger(followed()), window=day)), Signal)
    twice = [use for use in followed() for _ in range(2)]
    one, two = pair(told(ledger(followed()))), pair(told(ledger(twice)))
    assert isinstance(one, Signal)
    assert isinstance(two, Signal)
    assert (one.value, one.n) == (two.value, two.n)


def test_news_that_reaches_everybody_makes_no_leader() -> None:
    found = told(ledger(by_chance(60, ("lukashenko", "putin", "tokayev", "zelensky"))))
    signals = [f for f in found if isinstance(f, Signal)]
    assert len(signals) == 12
    assert {f.because for f in signals} == {"within-chance"}


def judged(made: World) -> list[Signal]:
    return [s for s in lead.judge(made.tally(), frame()) if isinstance(s, Signal)]


def permuted(made: World, seed: int) -> World:
    """The same uses, with the actors of each day dealt anew to the uses of that day."""
    chance = np.random.default_rng(seed)
    uses = made.uses.copy()
    for day in range(DAYS):
        here = uses[:, 2] == day
        uses[here, 1] = chance.permutation(uses[here, 1])
    return World(uses=np.unique(uses, axis=0), words=made.words)


def test_a_planted_leader_is_found_and_gone_when_actors_are_permuted_within_the_day() -> None:
    made = world(4, Kind(actors=8, lines=900, planted=0.2))
    found = [s for s in judged(made) if s.because == "usually-uses-the-line-before"]
    assert ("a07", "a03") in {(s.actor, s.target) for s in found}
    controls = [s for seed in range(2) for s in judged(permuted(made, seed))]
    assert [s for s in controls if s.because != "within-chance"] == []
    assert np.mean([s.surprise is not None and s.surprise < 0.05 for s in controls]) < 0.08


def test_where_nobody_follows_one_pair_in_twenty_is_flagged_at_most() -> None:
    found = [s for seed in range(3) for s in judged(world(seed, SMALL))]
    assert len(found) > 100
    assert np.mean([s.surprise is not None and s.surprise < 0.05 for s in found]) < 0.07
    assert sum(s.because != "within-chance" for s in found) <= 1


def test_a_speaker_who_repeats_himself_is_not_thereby_a_follower() -> None:
    found = judged(world(3, Kind(actors=14, lines=250, repeats=0.5)))
    assert [s for s in found if s.because != "within-chance"] == []


def test_the_order_of_rows_changes_nothing() -> None:
    made = world(0, SMALL).tally()
    mixed = made.take(np.random.default_rng(0).permutation(made.num_rows))
    assert list(lead.judge(made, frame())) == list(lead.judge(mixed, frame()))


def rows(found: Found) -> list[Row]:
    return [{"actor": f.actor, "target": f.target} for f in found]


def test_without_actors_all_pairs_with_lines_in_common_are_told() -> None:
    found = told(ledger([*followed(), Use(actor="zas", day=100, line="own")]))
    assert rows(found) == [{"actor": "lukashenko", "target": "putin"}, {"actor": "putin", "target": "lukashenko"}]
