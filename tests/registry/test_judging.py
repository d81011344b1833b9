import pytest

from overtone.registry.judging import citations, look, positive, probability, ratios
from overtone.registry.values import inner_path


@pytest.mark.parametrize("value", [0, 1, -0.1, 1.5, True, "0.5", None])
def test_a_probability_lies_between_certainties(value: object) -> None:
    with pytest.raises(ValueError, match="expected"):
        probability(value)


def test_a_whole_number_is_read_as_a_probability_only_where_it_lies_inside() -> None:
    assert probability(0.25) == 0.25


def test_a_wrong_ratio_is_told_with_its_hypothesis() -> None:
    with pytest.raises(ValueError, match="b: a likelihood ratio") as caught:
        ratios({"a": 1, "b": 2000})
    assert inner_path(caught.value) == ("b",)


def test_a_citation_is_by_words_by_id_or_of_a_measured_value() -> None:
    found = citations(
        [
            {"document": "kremlin/1", "quote": "so", "lang": "en"},
            {"statement": "77"},
            {"measure": "silence", "week": "2022-W20", "actor": "putin"},
        ]
    )
    assert (found[0].document, found[0].quote, found[0].lang) == ("kremlin/1", "so", "en")
    assert (found[1].kind, found[1].row) == ("statement", "77")
    assert dict(found[2].signal) == {"measure": "silence", "week": "2022-W20", "actor": "putin"}


def test_a_measured_value_is_of_a_week() -> None:
    with pytest.raises(ValueError, match="week: missing"):
        citations([{"measure": "silence"}])


def test_a_look_at_signals_names_the_measure() -> None:
    with pytest.raises(ValueError, match="name it"):
        look({"of": "signals", "actors": ["putin"]})
    assert look({"of": "signals", "measure": "silence", "because": ["silent"]}).because == ("silent",)


def test_numbers_of_days_begin_at_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        positive(0)
