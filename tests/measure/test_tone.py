from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from overtone.measure import Options, covered, measure, tone
from overtone.measure.shape import Frame, ordered
from overtone.records import Abstention, Names, Signal, Source
from tests.measure.toned import SEEN, W20, World
from tests.measure.views import meaning, statement, visit

DAY = "2022-05-17"
OTHERS, PAST = "contrast-with-others", "contrast-with-past"
SPEAKERS = ("lavrov", "lukashenko", "tokayev")


def four(putin: float = 0.0, seed: int = 1, past: float | None = None) -> World:
    """Four speakers with eight documents each on one topic; one of them may speak otherwise."""
    world = World(seed)
    for name in SPEAKERS:
        world.talk(name, DAY, 0.0, 8)
    world.talk("putin", DAY, putin, 8)
    if past is not None:
        world.past("putin", past)
    return world


def signals(world: World, options: Options | None = None) -> dict[tuple[str, str], Signal]:
    found = measure("tone", world.view(), W20, options or Options())
    return {(s.actor, s.unit): s for s in found if isinstance(s, Signal)}


def abstained(found: tuple[Signal | Abstention, ...], actor: str) -> set[str]:
    return {f.reason for f in found if isinstance(f, Abstention) and f.actor == actor}


@pytest.mark.parametrize(("planted", "because"), [(-0.9, "harsher-than-others"), (0.9, "kinder-than-others")])
def test_a_speaker_who_is_harsher_on_the_same_topic_is_found(planted: float, because: str) -> None:
    found = signals(four(planted))
    own = found["putin", OTHERS]
    assert own.because == because
    assert own.q is not None
    assert own.q <= 0.05
    assert own.value == pytest.approx(planted, abs=0.3)
    assert own.low < own.value < own.high
    assert own.baseline_low is not None
    assert own.baseline_high is not None
    assert own.baseline_low < 0 < own.baseline_high
    assert own.n == 8
    assert "others_documents=24" in own.detail
    assert {e.row for e in own.evidence} <= {f"sd{n:04d}" for n in range(24, 32)}


def test_a_speaker_who_changed_is_found_against_his_own_past() -> None:
    found = signals(four(-1.0, past=0.2))
    assert found["putin", PAST].because == "harsher-than-past"
    assert found["putin", PAST].value == pytest.approx(-1.2, abs=0.4)
    calm = signals(four(0.2, past=0.2))
    assert calm["putin", PAST].because == "no-difference-from-past-shown"


def test_another_mix_of_topics_is_no_other_tone() -> None:
    world = World(4)
    for name in (*SPEAKERS, "putin"):
        wars, harvests = (14, 4) if name == "putin" else (4, 14)
        world.talk(name, DAY, -1.0, wars, topics="war")
        world.talk(name, DAY, 0.8, harvests, topics="harvest")
    found = [s for s in measure("tone", world.view(), W20, Options()) if isinstance(s, Signal)]
    assert len(found) == 8
    assert {s.because for s in found} == {"no-difference-from-others-shown"}
    assert all(abs(s.value) < 0.4 for s in found)


def test_the_contrast_is_drawn_toward_nothing() -> None:
    found = signals(four(-0.9))["putin", OTHERS]
    raw = float(dict(part.split("=") for part in found.detail.split())["raw"])
    assert raw < found.value < 0


def test_speakers_dealt_anew_alarm_in_one_case_of_twenty_at_most() -> None:
    world = World(9)
    for n in range(48):
        world.talk(f"s{n % 4}", DAY, float(world.chance.normal(0, 0.6)), 1)
    view, options = world.view(), Options(baseline_weeks=4)
    counts = ordered(tone.tally(view, W20, options).to_pyarrow())
    frame = Frame(window=W20, options=options, seen=covered(view, W20, options))
    alarms = []
    for _ in range(30):
        dealt = world.chance.permutation(np.array(counts["actor"].to_pylist()))
        table = counts.set_column(counts.schema.get_field_index("actor"), "actor", pa.array(dealt))
        found = [s for s in tone.judge(table, frame) if isinstance(s, Signal)]
        alarms += [s.surprise is not None and s.surprise <= 0.05 for s in found]
    assert len(alarms) == 120
    assert np.mean(alarms) <= 0.09


def test_reported_denied_and_quoted_words_are_not_ones_own() -> None:
    world = four()
    for told in ({"manner": "indirect"}, {"stance": "denied"}):
        world.talk("putin", DAY, -3.0, 4, **told)
    for n in range(4):
        made = world.say("putin", DAY, 0.0)
        start = int(str(made["start"]))
        quoted = statement(f"q{n}", str(made["document"]), "zelenskyy", DAY, start=start + 20, chars=300)
        world.statements.append(quoted)
        near = {**meaning(made, [1.0]), "start": start + 10, "stop": start + 350, "id": f"m-quoted-{n}"}
        world.meanings[-1:] = [near]
    found = signals(world)
    assert found["putin", OTHERS].n == 8
    assert found["putin", OTHERS].because == "no-difference-from-others-shown"


def one_actor() -> World:
    world = World()
    world.talk("putin", DAY, 0.0, 8)
    return world


def of_few() -> World:
    world = four()
    world.statements, world.meanings = world.statements[:26], world.meanings[:26]
    return world


def all_alike() -> World:
    world = four()
    world.meanings = [{**m, "vector": world.meanings[0]["vector"]} for m in world.meanings]
    return world


@pytest.mark.parametrize(
    ("world", "reasons"),
    [
        (one_actor(), {"no-company", "no-baseline"}),
        (of_few(), {"too-few-occasions"}),
        (all_alike(), {"no-variation", "no-baseline"}),
        (four(), {"no-baseline"}),
    ],
    ids=["one actor", "two documents", "no variation", "no history"],
)
def test_without_company_or_a_past_there_is_a_reason_and_no_number(world: World, reasons: set[str]) -> None:
    assert abstained(measure("tone", world.view(), W20), "putin") == reasons


def test_a_language_without_an_offset_has_no_tone() -> None:
    world = four()
    world.talk("berset", DAY, 0.0, 8, lang="de")
    found = measure("tone", world.view(), W20)
    assert abstained(found, "berset") == {"no-scale"}
    assert ("putin", OTHERS) in {(s.actor, s.unit) for s in found if isinstance(s, Signal)}


def test_a_dead_source_an_absent_speaker_and_a_picked_source_are_told_apart() -> None:
    asked = Options(actors=("putin", "mishustin"))
    world = four()
    dead = measure("tone", world.view([visit("2022-03-01", "2022-04-01")]), W20, asked)
    assert abstained(dead, "putin") == {"source-not-seen"}
    assert abstained(measure("tone", world.view(SEEN), W20, asked), "mishustin") == {"no-data"}
    names = Names(en=("k",))
    card = Source(id="kremlin", names=names, kind="diary", shape="jsonl", reference="https://example.org/")
    picked = Options(sources=(replace(card, sampling="selected"),), actors=("putin",))
    assert abstained(measure("tone", world.view(), W20, picked), "putin") == {"selected-source"}


def test_who_was_read_without_the_model_is_not_silent() -> None:
    world = four()
    world.talk("berset", DAY, 0.0, 4)
    del world.meanings[-4:]
    assert abstained(measure("tone", world.view(), W20), "berset") == {"no-embeddings"}
    assert abstained(measure("audience", world.view(), W20), "berset") == {"no-embeddings"}


def test_nothing_said_gives_nothing() -> None:
    found = measure("tone", World().view(), W20)
    assert [(f.reason, f.n) for f in found if isinstance(f, Abstention)] == [("source-not-seen", 0)]


def test_one_document_twice_is_one_voice() -> None:
    world = four(-0.9)
    for kept, name in ((world.statements, "s"), (world.meanings, "m")):
        kept += [{**row, "id": f"{name}-again-{n}", "document": f"again-{n}"} for n, row in enumerate(kept)]
    world.documents += [{**d, "id": f"again-{n}", "key": f"again-{n}"} for n, d in enumerate(world.documents)]
    assert signals(world)["putin", OTHERS].n == 8


def test_the_order_of_rows_changes_nothing() -> None:
    world = four(-0.5, past=0.1)
    before = measure("tone", world.view(), W20)
    for rows in (world.documents, world.statements, world.meanings):
        rows.reverse()
    assert measure("tone", world.view(), W20) == before


def test_a_difference_that_one_pair_of_seeds_decides_is_no_finding() -> None:
    signal = replace(signals(four(-0.9))["putin", OTHERS], detail="raw=-0.9 seeds_low=-0.9 seeds_high=0.1")
    assert tone._because(signal, 0.001).because == "depends-on-seeds"
    assert tone._because(signal, 0.2).because == "no-difference-from-others-shown"
