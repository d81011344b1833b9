"""The pictures of a week: nothing is drawn of nothing, and the order is fixed."""

from overtone.assess.drawn import charts_of
from tests.build import material, report, signal


def test_a_week_of_nothing_has_no_picture() -> None:
    assert charts_of(material(), ()) == ()


def test_shares_stand_before_contacts() -> None:
    week = material(report("lukashenko putin", on="2022-02-18"), report("lukashenko putin", on="2022-03-18"))
    found = charts_of(week, [signal("salience", target="nato", value=0.4)])
    assert [chart.key for chart in found] == ["chart-shares", "chart-contacts"]
