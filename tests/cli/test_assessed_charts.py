from dataclasses import replace
from pathlib import Path

import pytest

from overtone.assess.assessment import assess
from overtone.cli.assessed_charts import write_charts
from overtone.errors import UsageError
from tests.assess.judged import forecast, rivals
from tests.assess.ledger import known
from tests.assess.test_assessment import SET, TALK, judgements


def test_a_grid_is_drawn_for_each_set_that_has_evidence(tmp_path: Path) -> None:
    empty = replace(rivals("a=.5 b=.5"), id="empty")
    found = assess(judgements(hypotheses={"set": SET, "empty": empty}), known(TALK))
    write_charts(str(tmp_path / "g.svg"), found, "hypotheses", "en")
    assert "What is it for?" in (tmp_path / "g.svg").read_text("utf-8")
    two = assess(judgements(hypotheses={"set": SET, "twin": replace(SET, id="twin")}), known(TALK))
    write_charts(str(tmp_path / "t.svg"), two, "hypotheses", "en")
    assert {path.name for path in tmp_path.glob("t*")} == {"t-set.svg", "t-twin.svg"}


def test_the_calibration_of_ten_forecasts_is_drawn(tmp_path: Path) -> None:
    many = {
        f"f{n}": forecast(f"2022-10-01={0.1 + 0.8 * (n % 2):.1f}", "yes" if n % 2 else "no", "2022-10-05", key=f"f{n}")
        for n in range(10)
    }
    found = assess(judgements(forecasts=many), known(TALK))
    write_charts(str(tmp_path / "c.svg"), found, "forecasts", "en")
    assert (tmp_path / "c.svg").read_text("utf-8").count("<circle") == 2


@pytest.mark.parametrize(
    ("kind", "words"),
    [("forecasts", "fewer than ten"), ("questions", "no chart of questions"), ("hypotheses", "no chart")],
)
def test_what_has_no_chart_is_told(kind: str, words: str, tmp_path: Path) -> None:
    found = assess(judgements(hypotheses={}), known(TALK))
    with pytest.raises(UsageError, match=words):
        write_charts(str(tmp_path / "x.svg"), found, kind, "en")
