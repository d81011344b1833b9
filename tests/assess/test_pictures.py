"""Charts show what was counted: values equal counts, intervals stand beside shares, nothing is drawn of nothing."""

import math

from overtone.assess.pictures import matrix, shares, timelines
from overtone.records import Chart
from tests.build import material, report, signal, statement

PAIR = "lukashenko putin"


def texts(chart: Chart) -> tuple[list[str], list[str]]:
    return [slot.value for slot in chart.rows], [slot.value for slot in chart.columns]


def test_shares_stand_by_size_with_interval_and_usual_level() -> None:
    signals = [
        signal("salience", target="trade", value=0.2, low=0.1, high=0.3, baseline=None),
        signal("salience", target="nato", value=0.4, low=0.3, high=0.5, baseline=0.25, n=50),
        signal("salience", target="nato", actor="putin", value=0.9),
        signal("silence", target="nato", value=0.9),
    ]
    (chart,) = shares(material(), signals)
    assert texts(chart)[0] == ["nato", "trade"]
    assert chart.values[0] == (0.4, 0.25)
    assert (chart.lows[0][0], chart.highs[0][0]) == (0.3, 0.5)
    assert math.isnan(chart.values[1][1])
    assert {s.name: s.value for s in chart.slots} == {"n": "50", "first": "nato", "share": "0.4"}


def test_nothing_measured_nothing_drawn() -> None:
    assert list(shares(material(), [])) == list(matrix(material())) == list(timelines(material())) == []


def test_a_timeline_counts_contacts_by_kind_and_month_and_keeps_announcements_apart() -> None:
    week = material(
        report(PAIR, on="2022-02-18"),
        report(PAIR, on="2022-03-04", kind="phone"),
        report(PAIR, on="2022-03-18", kind="phone"),
        report(PAIR, on="2022-05-18", status="announced", published="2022-05-16"),
        report(PAIR, on="2022-05-23", status="announced", published="2022-05-20"),
        report(PAIR, on="2022-05-12", status="cancelled"),
        report(PAIR, on="2022-04-12", kind="multilateral"),
    )
    (chart,) = timelines(week)
    lanes, months = texts(chart)
    assert months == ["1", "2", "3", "4", "5"]
    assert dict(zip(lanes, chart.values, strict=True)) == {
        "bilateral": (0, 1, 0, 0, 0),
        "multilateral": (0, 0, 0, 1, 0),
        "phone": (0, 0, 2, 0, 0),
    }
    assert chart.lows == chart.values
    assert dict(zip(lanes, chart.highs, strict=True))["bilateral"] == (0, 1, 0, 0, 1)
    assert {s.name: s.value for s in chart.slots} == {"pair": "lukashenko,putin", "year": "2022", "n": "4", "open": "1"}
    assert chart.theme == "belarus-russia"


def test_one_contact_makes_no_timeline() -> None:
    assert list(timelines(material(report(PAIR, on="2022-05-16")))) == []


def test_the_matrix_counts_mentions_and_leaves_a_speakers_own_state_out() -> None:
    week = material(
        statement(
            "lukashenko",
            "Ukraine, Ukraine and NATO. Belarus.",
            on="2022-05-16",
            names=("ua=Ukraine", "nato=NATO", "by=Belarus"),
        ),
        statement(
            "putin", "Ukraine. Russia and Belarus.", on="2022-05-16", names=("ua=Ukraine", "ru=Russia", "by=Belarus")
        ),
        statement(None, "Ukraine!", on="2022-05-16", names=("ua=Ukraine",)),
    )
    (chart,) = matrix(week)
    speakers, subjects = texts(chart)
    assert speakers == ["lukashenko", "putin"]
    counts = {
        (a, t): n for a, row in zip(speakers, chart.values, strict=True) for t, n in zip(subjects, row, strict=True)
    }
    assert counts["lukashenko", "ua"] == 2
    assert math.isnan(counts["lukashenko", "by"])  # not counted is not zero
    assert counts["putin", "by"] == 1
    assert "ru" not in subjects
    told = {s.name: s.value for s in chart.slots}
    assert (told["actor"], told["target"], told["top"]) == ("lukashenko", "ua", "2")


def test_one_speaker_makes_no_matrix() -> None:
    alone = statement("putin", "Ukraine.", on="2022-05-16", names=("ua=Ukraine",))
    assert list(matrix(material(alone))) == []
