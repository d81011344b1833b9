"""Who spoke and acted so far."""

from overtone.read.resolution.history import History, Voice


def test_it_looks_back_from_the_last_voice() -> None:
    history = History()
    assert history.last() is None
    history.add(Voice("putin", "person", "m", said=True))
    history.add(Voice("lukashenko", "person", "m"))
    assert [voice.target for voice in history.back()] == ["lukashenko", "putin"]
    said = history.last(said=True)
    assert said is not None
    assert said.target == "putin"
    assert history.speakers() == {("putin", "")}
