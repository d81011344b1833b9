"""A pair from the queue is a candidate, with both passages behind it and the earlier one first."""

from overtone.assess.material import whole
from overtone.assess.weekly.disputes import LEAST, MOST, disputes
from overtone.records import Signal
from tests.assess.weekly.made import abstention, keys, slots, week
from tests.build import Page, signal, statement

FIRST = statement("lukashenko", "It has dragged on.", on="2022-05-05")
SECOND = statement("peskov", "All goes to plan.", on="2022-05-16")


def pair(one: Page = FIRST, two: Page = SECOND, value: float = 0.8, kind: str = "surface-contradiction") -> Signal:
    return signal(
        "contradiction",
        actor=two.said.actor or "",
        target=one.said.actor or "",
        value=value,
        unit=f"probability-{kind}",
        because=kind,
        evidence=(whole(one.said), whole(two.said)),
    )


def test_a_candidate_names_both_with_their_days_and_shows_both_passages() -> None:
    (found,), more = disputes(week(FIRST, SECOND, signals=[pair()]))
    told = slots(found)
    assert (found.key, more) == ("candidate", 0)
    assert (told["earlier"], told["earlier_on"]) == ("lukashenko", "2022-05-05")
    assert (told["later"], told["later_on"], told["share"]) == ("peskov", "2022-05-16", "0.8")
    assert found.evidence == (whole(FIRST.said), whole(SECOND.said))


def test_who_stands_against_himself_is_named_once() -> None:
    again = statement("lukashenko", "It will end soon.", on="2022-05-16")
    assert keys(disputes(week(FIRST, again, signals=[pair(two=again)]))) == ["candidate-self"]


def test_the_head_of_the_queue_is_told_and_the_rest_is_counted() -> None:
    queue = [pair(value=0.9 - n / 100, kind=f"kind-{n}") for n in range(MOST + 2)] + [pair(value=LEAST / 2, kind="low")]
    found, more = disputes(week(FIRST, SECOND, signals=queue))
    assert [slots(f)["share"] for f in found] == [str(0.9 - n / 100) for n in range(MOST)]
    assert more == 3


def test_an_unlikely_pair_and_one_whose_words_are_gone_are_not_told() -> None:
    assert disputes(week(FIRST, SECOND, signals=[pair(value=LEAST / 2)])) == ([], 0)
    assert disputes(week(FIRST, signals=[pair()])) == ([], 0)


def test_without_a_number_it_says_why() -> None:
    assert keys(disputes(week(signals=[abstention("contradiction")]))) == ["cannot-contradiction"]


def test_what_touches_the_desks_themes_stands_before_the_rest_of_the_queue() -> None:
    foreign = statement("zelensky", "It has begun.", on="2022-05-06")
    other = statement("zelensky", "It has not begun.", on="2022-05-17")
    own = statement("peskov", "All goes to plan.", on="2022-05-18", topics=("nato",))
    queue = [pair(foreign, other, 0.9), pair(FIRST, own, 0.5)]
    found, _ = disputes(week(FIRST, foreign, other, own, signals=queue))
    assert [slots(f)["later"] for f in found] == ["peskov", "zelensky"]
