"""Ties between speakers: every tie is told in words, chance is drawn broken, who has no tie is named."""

from dataclasses import replace

from overtone.publish.charts.network import BOLD, network
from tests.publish.charts.made_up import UNKNOWN, words
from tests.publish.charts.made_up import network as sample

EN = words("en")


def marks(*ties: tuple[float, float, float, float]) -> str:
    chart = replace(
        sample("en"),
        rows=tuple(f"row {n}" for n in range(len(ties))),
        values=ties,
        cells=tuple((f"N{a:.0f}", f"N{b:.0f}", "", "") for a, b, *_ in ties),
    )
    return "\n".join(network(chart, EN).marks)


def test_every_tie_has_an_arrow_a_number_and_its_words() -> None:
    drawn = marks((0, 1, 12, 0.01), (1, 2, 5, 0.0001))
    assert drawn.count("<polygon") == 2
    assert ">12 · q 0.01</text>" in drawn
    assert ">5 · q &lt; 0.001</text>" in drawn
    assert ">row 0</text>" in drawn


def test_a_stronger_tie_is_wider_and_one_that_chance_explains_is_broken() -> None:
    drawn = marks((0, 1, 12, 0.01), (1, 2, 3, 0.2))
    assert 'stroke-width="6"' in drawn
    assert 'stroke-dasharray="5 4"' in drawn
    assert 'class="dull"' in drawn


def test_speakers_without_a_tie_are_named() -> None:
    drawn = marks((0, 1, 12, 0.01), (7, UNKNOWN, UNKNOWN, UNKNOWN))
    assert ">Without a tie: N7</text>" in drawn


def test_of_too_many_ties_the_strongest_are_drawn_and_the_rest_counted() -> None:
    drawn = marks(*((float(n), float(n + 1), float(n + 1), 0.01) for n in range(BOLD + 6)))
    assert drawn.count("<polygon") == BOLD
    assert "stand in the table: 6" in drawn


def test_nobody_or_only_ties_to_oneself_make_no_picture() -> None:
    assert network(replace(sample("en"), values=((UNKNOWN,) * 4,)), EN).marks == ()
    assert "<polygon" not in marks((1, 1, 3, 0.01))
