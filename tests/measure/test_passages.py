import numpy as np
import pytest

from overtone.measure import Options
from overtone.measure.passages import monday_of, numbered, passages, read_passages, spoken
from overtone.measure.tone_scale import tone_scale
from tests.measure.toned import W20, World
from tests.measure.views import statement


def read(world: World) -> list[tuple[str, bool]]:
    view = world.view()
    rows = passages(view, spoken(view, W20, Options())).to_pyarrow()
    found = read_passages(rows, tone_scale())
    return sorted(zip(found.documents.tolist(), found.now.tolist(), strict=True))


def test_the_past_is_that_of_those_who_spoke_in_the_window() -> None:
    world = World()
    world.say("putin", "2022-05-17", 0.0)
    world.say("putin", "2022-04-12", 0.0)
    world.say("lavrov", "2022-04-12", 0.0)
    world.say("putin", "2020-04-12", 0.0)
    assert read(world) == [("d0000", True), ("d0001", False)]


def test_without_a_topic_a_vector_or_ones_own_words_there_is_no_passage() -> None:
    world = World()
    world.say("putin", "2022-05-17", 0.0)
    for told in ({"topics": ""}, {"manner": "indirect"}, {"stance": "declined"}, {"act": "question"}):
        world.say("putin", "2022-05-17", 0.0, dict(told))
    world.say("putin", "2022-05-17", 0.0)
    world.meanings[-1] = {**world.meanings[-1], "vector": b"short"}
    world.say("putin", "2022-05-17", 0.0)
    world.meanings[-1] = {**world.meanings[-1], "model": "other@1"}
    assert read(world) == [("d0000", True)]


def test_a_passage_that_quotes_another_is_left_out_and_joint_words_stay() -> None:
    world = World()
    alone = world.say("putin", "2022-05-17", 0.0)
    quoting = world.say("putin", "2022-05-17", 0.0)
    world.statements.append(statement("q", str(quoting["document"]), "zelenskyy", "2022-05-17", start=10, chars=200))
    joint = world.say("putin", "2022-05-17", 0.0)
    world.statements.append({**joint, "id": "joint", "actor": "lukashenko", "topics": []})
    own = world.say("putin", "2022-05-17", 0.0)
    world.statements.append(statement("own", str(own["document"]), "putin", "2022-05-17", start=10, chars=50))
    assert read(world) == [(str(d["document"]), True) for d in (alone, joint, own)]


def test_the_tone_of_a_made_vector_is_the_one_asked_for() -> None:
    world = World()
    world.say("putin", "2022-05-17", -0.8)
    world.say("putin", "2022-05-17", 0.9, {"lang": "be"})
    view = world.view()
    rows = passages(view, spoken(view, W20, Options())).to_pyarrow().sort_by("document")
    assert read_passages(rows, tone_scale()).tones[:, 0] == pytest.approx([-0.8, 0.9], abs=0.15)


def test_labels_are_numbered_in_their_own_order() -> None:
    assert numbered(["b", "a", "b", "c"]).tolist() == [1, 0, 1, 2]
    assert numbered([]).tolist() == []
    assert monday_of(np.datetime64("2022-05-22")).isoformat() == "2022-05-16"
