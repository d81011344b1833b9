"""Samples: every slot of every phrase has plausible values of the kind that its findings give."""

import pytest

from overtone.brief.samples import COUNTS, filled, kind_of, slot
from overtone.language import LANGUAGES
from tests.brief.samples import phrases, writer


def test_what_is_not_listed_is_a_count() -> None:
    assert kind_of("n", "spoke") == ("count", COUNTS)
    assert slot("n", "spoke", turn=2).value == COUNTS[2]


def test_one_name_may_hold_a_share_in_one_phrase_and_a_number_in_another() -> None:
    assert kind_of("low", "week-discussed")[0] == "share"
    assert kind_of("low", "verdict-worsened")[0] == "number"
    assert kind_of("low", "counted")[0] == "count"
    assert kind_of("most", "chart-raised-alt")[0] == "share"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sample_is_printed_as_its_id(lang: str) -> None:
    told = [filled(phrases(lang), writer(lang), key) for key in phrases(lang).sentences]
    assert not [words for words in told if "csto-summit" in words or "by-president" in words]
