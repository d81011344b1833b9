from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from overtone.measure import Options, audience, covered, measure
from overtone.measure.shape import Frame
from overtone.records import Abstention, Names, Signal, Source
from tests.measure.toned import SEEN, W20, World
from tests.measure.views import visit

DAYS = ("2022-05-16", "2022-05-17", "2022-05-18")
PLAIN = "treaty border talk state week agree"


def split(here: float, there: float, told: dict[str, object], number: int = 10, seed: int = 1) -> World:
    """One speaker on one topic: documents for one audience, and as many for another, which `told` describes."""
    world = World(seed)
    for n in range(number):
        spread = world.chance.normal(0, 0.3, 2)
        world.say("putin", DAYS[n % 3], here + float(spread[0]), {"said": f"{PLAIN} friend"})
        world.say("putin", DAYS[n % 3], there + float(spread[1]), {"said": f"{PLAIN} threat", **told})
    return world


def by_unit(world: World, options: Options | None = None) -> dict[str, Signal]:
    found = measure("audience", world.view(), W20, options or Options())
    return {s.unit: s for s in found if isinstance(s, Signal)}


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ({"lang": "ru"}, "tone-difference:language:en"),
        ({"venue": "summit"}, "tone-difference:event:event"),
        ({"addressees": "macron"}, "tone-difference:addressed:nobody"),
    ],
    ids=["language", "event", "addressed"],
)
def test_a_harsher_word_to_one_audience_is_found(told: dict[str, object], unit: str) -> None:
    found = by_unit(split(0.4, -0.7, told))[unit]
    kind = -1 if unit.endswith("event:event") else 1
    assert found.because == ("harsher-to-this-audience" if kind < 0 else "kinder-to-this-audience")
    assert found.value == pytest.approx(1.1 * kind, abs=0.3)
    assert found.low < found.value < found.high
    assert (found.low > 0) == (kind > 0)
    assert found.n == 20
    assert len(found.evidence) == 20


def test_the_words_in_which_two_audiences_differ_stand_beside() -> None:
    found = by_unit(split(0.4, -0.7, {"venue": "summit"}))["tone-difference:event:event"]
    told = dict(part.split("=") for part in found.detail.split())
    assert told["words"] == "threat"
    assert told["other_words"] == "friend"
    languages = by_unit(split(0.4, -0.7, {"lang": "ru"}))["tone-difference:language:en"]
    assert "words" not in languages.detail


def test_the_state_whose_source_carries_the_words_is_an_audience() -> None:
    world = split(0.4, -0.7, {"source": "belta"})
    card = Source(
        id="kremlin",
        names=Names(en=("k",)),
        kind="official",
        shape="jsonl",
        reference="https://example.org/",
        state="ru",
    )
    cards = (card, replace(card, id="belta", state="by"))
    seen = [*SEEN, visit("2021-10-01", "2022-06-01", source="belta")]
    found = measure("audience", world.view(seen), W20, Options(sources=cards))
    states = [f for f in found if isinstance(f, Signal)]
    assert [f.unit for f in states] == ["tone-difference:state:by"]
    assert states[0].because == "harsher-to-this-audience"


def test_a_text_and_its_translation_are_no_two_audiences() -> None:
    alike = split(0.2, 0.2, {"lang": "ru"})
    found = by_unit(alike)["tone-difference:language:en"]
    assert found.because == "no-split-shown"
    assert found.low < 0 < found.high
    for n in range(0, 20, 2):
        alike.documents[n + 1]["key"] = alike.documents[n]["key"]
    kept = measure("audience", alike.view(), W20)
    assert {f.reason for f in kept if isinstance(f, Abstention)} == {"one-audience"}
    assert not [f for f in kept if isinstance(f, Signal)]


def test_what_changed_from_month_to_month_is_no_split() -> None:
    world = World(5)
    for n in range(10):
        world.say(
            "putin", "2022-04-12", -1.0 + float(world.chance.normal(0, 0.2)), {"venue": "summit" if n < 8 else ""}
        )
        world.say("putin", DAYS[n % 3], 1.0 + float(world.chance.normal(0, 0.2)), {"venue": "" if n < 8 else "summit"})
    found = by_unit(world)["tone-difference:event:event"]
    assert found.because == "no-split-shown"
    assert abs(found.value) < 0.4


def test_audiences_dealt_anew_alarm_in_one_case_of_twenty_at_most() -> None:
    world = split(0.0, 0.0, {"venue": "summit"}, number=12)
    view = world.view()
    counts = audience.tally(view, W20, Options()).to_pyarrow()
    frame = Frame(window=W20, options=Options(), seen=covered(view, W20, Options()))
    alarms = []
    names = sorted(set(counts["document"].to_pylist()))
    for _ in range(60):
        dealt = dict(zip(names, world.chance.permutation(24) < 12, strict=True))
        venues = ["summit" if dealt[name] else "" for name in counts["document"].to_pylist()]
        table = counts.set_column(counts.schema.get_field_index("venue"), "venue", pa.array(venues))
        found = [s for s in audience.judge(table, frame) if isinstance(s, Signal)]
        alarms += [s.surprise is not None and s.surprise <= 0.05 for s in found]
    assert len(alarms) == 60
    assert np.mean(alarms) <= 0.1


def too_few() -> World:
    return split(0.0, 0.0, {"venue": "summit"}, number=2)


def alike() -> World:
    world = split(0.0, 0.0, {"venue": "summit"})
    world.meanings = [{**m, "vector": world.meanings[0]["vector"]} for m in world.meanings]
    return world


def foreign() -> World:
    return split(0.0, 0.0, {"venue": "summit", "lang": "en"})


def never_together() -> World:
    world = World()
    for n in range(5):
        world.say("putin", "2022-04-12", 0.1 * n, {"venue": "summit"})
        world.say("putin", "2022-05-17", 0.1 * n)
    return world


@pytest.mark.parametrize(
    "world", [too_few(), alike(), never_together()], ids=["two each", "no variation", "never in one month"]
)
def test_where_nothing_can_be_compared_the_reason_is_told(world: World) -> None:
    found = measure("audience", world.view(), W20)
    assert [(f.reason, f.actor, f.target) for f in found if isinstance(f, Abstention)] == [
        ("one-audience", "putin", "border")
    ]
    assert len(found) == 1


def test_a_dead_source_an_absent_speaker_and_an_unknown_language_are_told_apart() -> None:
    asked = Options(actors=("putin", "mishustin"))
    world = foreign()
    dead = measure("audience", world.view([visit("2022-03-01", "2022-04-01")]), W20, asked)
    assert {f.reason for f in dead if isinstance(f, Abstention) and f.actor == "putin"} == {"source-not-seen"}
    found = measure("audience", world.view(), W20, asked)
    assert {f.reason for f in found if isinstance(f, Abstention) and f.actor == "mishustin"} == {"no-data"}
    german = World()
    german.talk("berset", DAYS[0], 0.0, 8, lang="de")
    assert [f.reason for f in measure("audience", german.view(), W20) if isinstance(f, Abstention)] == ["no-scale"]
    found = measure("audience", World().view(), W20)
    assert [(f.reason, f.n) for f in found if isinstance(f, Abstention)] == [("source-not-seen", 0)]


def test_the_order_of_rows_changes_nothing() -> None:
    world = split(0.3, -0.3, {"venue": "summit"})
    before = measure("audience", world.view(), W20)
    for rows in (world.documents, world.statements, world.meanings, world.wordings):
        rows.reverse()
    assert measure("audience", world.view(), W20) == before
