"""Who takes part: each once, the highest of each state, apart where contacts were separate."""

from overtone.read.encounter_party import Party
from overtone.read.encounter_people import apart, assemble, states_of


def party(key: str, state: str, rank: int = 3, start: int = 0) -> Party:
    return Party(id=key, state=state, rank=rank, start=start, stop=start + 1)


def test_who_comes_along_with_the_head_of_state_is_left_out() -> None:
    found = assemble([party("putin", "ru"), party("lavrov", "ru", 1), party("makei", "by", 1, 5)])
    assert [p.id for p in found] == ["putin", "makei"]


def test_each_person_counts_once() -> None:
    assert len(assemble([party("putin", "ru", start=1), party("putin", "ru", start=9)])) == 1


def test_separate_contacts_have_the_publisher_in_common() -> None:
    groups = apart((party("a", "am"), party("putin", "ru"), party("b", "by")), "ru")
    assert [{p.id for p in group} for group in groups] == [{"putin", "a"}, {"putin", "b"}]


def test_people_without_a_state_stand_for_none() -> None:
    assert states_of([party("x", ""), party("putin", "ru")]) == {"ru"}
