from overtone.bench.calibrating import of_calibration, page
from overtone.bench.score import Score


def score(task: str, metric: str) -> Score:
    return Score(
        bench="b",
        task=task,
        metric=metric,
        value=0.05,
        low=0.04,
        high=0.06,
        n=100,
        target=0.056,
        peer="Poisson",
        peer_value=0.2,
    )


def test_sizes_coverage_and_controls_stand_on_the_page_and_accuracies_do_not() -> None:
    assert of_calibration(score("silence", "flagged at 5 %"))
    assert of_calibration(score("salience", "inside 90 %"))
    assert of_calibration(score("placebo on official translations", "difference"))
    assert not of_calibration(score("echo", "recall"))


def test_each_figure_is_a_row_with_its_interval_and_what_stands_beside_it() -> None:
    text = page([score("silence", "flagged at 5 %")])
    assert text.startswith("# Calibration")
    assert "| b | silence | flagged at 5 % | 0.050 | 0.040 – 0.060 | 0.056 | Poisson: 0.200 | 100 | generated |" in text
