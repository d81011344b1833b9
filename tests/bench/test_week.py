"""The bench of a whole week asks for everybody and for a bloc, and times each measure in a process of its own."""

from pathlib import Path

import pytest

from overtone.bench.ledgers import Made, make
from overtone.bench.week import asked, timed


def test_the_bloc_is_there_as_states_and_as_speakers() -> None:
    states, speakers = set(asked("agreement").members), set(asked("echo").members)
    assert {"by", "ru", "kz"} <= states
    assert {"putin", "lukashenko"} <= speakers
    assert set(asked("cohesion").members) == states | speakers


@pytest.mark.slow
def test_each_measure_asked_for_is_timed(tmp_path: Path) -> None:
    make(tmp_path / "ledger", Made(statements=200, weeks=30, resolutions=4))
    told, peak = timed(tmp_path / "ledger", names="salience")
    assert [name for name, _, _, _ in told] == ["opening the view", "salience", "all"]
    assert told[1][3] > 0
    assert peak > 50
