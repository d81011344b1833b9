"""What was undertaken stands in its own words; whether it was kept is left to an analyst."""

from typing import Any

import pytest

from overtone.assess.material import LONGEST_QUOTE
from overtone.assess.weekly import Week
from overtone.assess.weekly.undertakings import undertakings
from overtone.records import Commitment
from tests.assess.weekly.made import keys, slots, undertaking, week
from tests.build import Page, document

TOLD = Page(document=document("Pact\n\nMinsk will ratify the agreement on gas supplies.", on="2022-05-17"))
BEFORE = Page(document=document("Pact\n\nMinsk will ratify the agreement on gas soon.", on="2022-04-12"))
WORDS = "Minsk will ratify the agreement on gas"


def of(*made: Commitment, pages: tuple[Page, ...] = (TOLD, BEFORE), **more: Any) -> Week:
    return week(commitments=made, pages={p.document.id: p.document for p in pages}, **more)


def test_what_was_undertaken_this_week_is_quoted_byte_for_byte() -> None:
    one = undertaking(TOLD, "by", WORDS)
    (found,), more = undertakings(of(one))
    assert (found.key, more) == ("commitment-promised", 0)
    assert slots(found) == {"who": "by", "date": "2022-05-17", "quote": WORDS}
    assert TOLD.document.text[found.evidence[0].start : found.evidence[0].stop] == WORDS
    assert found.evidence[0].row == one.id


@pytest.mark.parametrize("status", ["promised", "agreed", "refused"])
def test_a_term_is_told_where_there_is_one(status: str) -> None:
    one = undertaking(TOLD, "by", WORDS, due="2022-12-31", status=status)
    (found,), _ = undertakings(of(one))
    assert (found.key, slots(found)["due"]) == (f"commitment-{status}-due", "2022-12-31")


def test_two_who_undertake_one_thing_in_one_sentence_are_told_together() -> None:
    (found,), _ = undertakings(of(undertaking(TOLD, "putin", WORDS), undertaking(TOLD, "lukashenko", WORDS)))
    assert slots(found)["who"] == "lukashenko,putin"


def test_long_words_are_quoted_up_to_a_whole_word() -> None:
    page = Page(document=document("Pact\n\n" + "word " * 200, on="2022-05-17"))
    (found,), _ = undertakings(of(undertaking(page, "by", ("word " * 200).strip()), pages=(page,)))
    quote = slots(found)["quote"]
    assert len(quote) <= LONGEST_QUOTE
    assert quote.endswith("word")
    assert found.evidence[0].stop - found.evidence[0].start == len(quote)


def test_the_same_undertaken_before_is_told_with_both_days() -> None:
    found, _ = undertakings(of(undertaking(TOLD, "by", WORDS), undertaking(BEFORE, "by", WORDS)))
    assert [f.key for f in found] == ["commitment-promised", "commitment-again"]
    assert slots(found[1])["date"] == "2022-04-12"
    assert found[1].evidence[0].document == BEFORE.document.id


@pytest.mark.parametrize(("who", "words"), [("ru", WORDS), ("by", "gas soon.")])
def test_another_actor_or_other_words_are_not_the_same(who: str, words: str) -> None:
    assert keys(undertakings(of(undertaking(TOLD, "by", WORDS), undertaking(BEFORE, who, words)))) == [
        "commitment-promised"
    ]


def test_what_falls_due_this_week_is_told_and_whether_it_was_said_again() -> None:
    old = undertaking(BEFORE, "by", WORDS, due="2022-05-20")
    assert keys(undertakings(of(old))) == ["commitment-fell-due"]
    assert keys(undertakings(of(old, undertaking(TOLD, "by", WORDS))))[0] == "commitment-fell-due-again"


def test_what_was_undertaken_earlier_and_is_not_due_is_not_listed() -> None:
    assert keys(undertakings(of(undertaking(BEFORE, "by", WORDS, due="2022-08-01")))) == []


def test_the_desks_own_stand_before_the_others_and_of_these_only_what_has_a_day() -> None:
    later = Page(document=document("Pact\n\nMinsk will pay for gas in May.", on="2022-05-19"))
    own = undertaking(later, "lukashenko", "Minsk will pay for gas in May.")
    dated = undertaking(TOLD, "zelensky", WORDS, due="2022-12-31")
    plain = undertaking(TOLD, "scholz", "ratify the agreement")
    found, more = undertakings(of(dated, plain, own, pages=(TOLD, later)))
    assert ([slots(f)["who"] for f in found], more) == (["lukashenko", "zelensky"], 1)


def test_where_nothing_is_listed_nothing_is_counted_either() -> None:
    assert undertakings(of(undertaking(TOLD, "scholz", WORDS))) == ([], 0)
