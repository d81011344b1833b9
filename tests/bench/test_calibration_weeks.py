import gzip
import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from overtone.bench.calibration_weeks import TOPICS, Corpus, Weeks, mentions, plain, shares, told, weekly
from overtone.measure.predictive import cells

SMALL = Corpus(name="small", file="small.jsonl.gz", fields=("title",), least=2)


def test_weeks_of_enough_texts_are_counted_by_topic(tmp_path: Path) -> None:
    rows = [("2022-05-16", "NATO meets in Minsk"), ("2022-05-22", "A quiet day"), ("2022-05-23", "Nato alone")]
    with gzip.open(tmp_path / SMALL.file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"date": day, "title": title}) + "\n" for day, title in rows)
    found = weekly(tmp_path / SMALL.file, SMALL)
    assert found.mondays == (date(2022, 5, 16),)
    assert found.volume.tolist() == [2]
    named = {topic for topic, count in zip(TOPICS, found.counts[0], strict=True) if count}
    assert named == {"nato", "belarus"}


def made(weeks: int, gap: int = 0) -> Weeks:
    """So many weeks of forty texts and three topics, with a pause before the last."""
    chance = np.random.default_rng(2)
    mondays = [date(2022, 1, 3) + timedelta(weeks=n) for n in range(weeks)]
    mondays[-1] += timedelta(weeks=gap)
    return Weeks(
        mondays=tuple(mondays), volume=np.full(weeks, 40.0), counts=chance.poisson(4.0, (weeks, 3)).astype(float)
    )


@pytest.mark.parametrize(("gap", "expected"), [(0, [26, 27]), (20, [26])])
def test_a_week_after_a_long_pause_is_not_forecast(gap: int, expected: list[int]) -> None:
    assert list(told(made(28, gap), 26)) == expected


def test_every_forecast_gives_each_outcome_its_stretch() -> None:
    for lots in (mentions(made(29), 26), shares(made(29), 26)):
        for found in lots.values():
            assert len(found.low) == 9
            assert np.all((found.low >= 0) & (found.low <= found.high) & (found.high <= 1 + 1e-9))


def test_the_plain_forecasts_are_nearly_one_where_weeks_hardly_vary() -> None:
    found = plain(cells([(4, 1.0, n) for n in range(1, 27)]), 1.0, 2)
    assert found["Poisson"] == pytest.approx(found["gamma-Poisson"], abs=0.02)
