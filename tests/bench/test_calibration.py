from pathlib import Path

import pytest

from overtone.bench.calibration import generated as generate
from overtone.bench.calibration import real
from overtone.bench.score import Score

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.fixture(scope="module")
def generated() -> dict[tuple[str, str], Score]:
    return {(s.task, s.metric): s for s in generate()}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("task", "metric", "least", "most"),
    [
        ("generated, nobody silent", "silence at 5 %", 0.035, 0.056),
        ("generated, nobody silent", "burst at 5 %", 0.03, 0.056),
        ("generated, weeks that feed on themselves", "burst at 5 %", 0.03, 0.056),
        ("generated, nobody silent", "inside 90 %", 0.88, 0.93),
        ("generated, ten or more expected, silenced", "recall", 0.8, 1.0),
        ("salience, week as usual", "surprise at 5 %", 0.01, 0.06),
        ("salience, share of clustered statements", "inside 90 %", 0.86, 0.93),
        ("verdict, week as usual", "called a change", 0.0, 0.1),
        ("verdict, odds four times the usual", "called worsened", 0.7, 1.0),
    ],
)
def test_the_measures_are_as_sure_as_they_say(
    generated: dict[tuple[str, str], Score], task: str, metric: str, least: float, most: float
) -> None:
    assert least <= generated[task, metric].value <= most


@pytest.mark.slow
def test_plain_forecasts_of_the_same_data_are_too_sure(generated: dict[tuple[str, str], Score]) -> None:
    silence = generated["generated, nobody silent", "silence at 5 %"]
    assert silence.peer_value is not None
    assert silence.peer_value > 2 * silence.value


def test_without_the_corpora_nothing_real_is_scored(tmp_path: Path) -> None:
    assert real(tmp_path) == ()


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "kremlin-1999-2020").exists(), reason="the corpora are not beside this repository")
def test_silence_and_bursts_are_flagged_no_oftener_than_they_say_on_real_weeks() -> None:
    scores = {(s.task, s.metric): s for s in real(SHARED)}
    assert 0.045 <= scores["weeks of all corpora", "silence at 5 %"].value <= 0.056
    assert scores["weeks of all corpora", "burst at 5 %"].value <= 0.056
    assert scores["weeks of all corpora", "inside 90 %"].value >= 0.88
    assert 0.045 <= scores["weeks of kremlin-1999-2020", "silence at 5 %"].value <= 0.056
    control = scores["weeks of kremlin-1999-2020 in shuffled order", "burst at 5 %"]
    assert control.low is not None
    assert control.low <= 0.055
