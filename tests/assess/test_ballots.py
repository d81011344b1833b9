"""How a bloc voted: told only where every member's vote is known, and never more than was cast."""

from overtone.assess.ballots import voted
from overtone.records import Finding, week
from tests.build import W20, material, vote

MARCH = week(2022, 9)
ALL = "am=A by=N kz=A kg=A ru=N tj=A"


def slot(finding: Finding, name: str) -> str:
    return next(s.value for s in finding.slots if s.name == name)


def test_a_bloc_is_told_by_choice_with_a_line_of_evidence_for_each_member() -> None:
    found = list(voted(material(vote(ALL + " ua=Y", on="2022-03-02", resolution="ES-11/1"), window=MARCH)))
    assert [f.key for f in found] == ["voted-bloc", "voted-n", "voted-a"]
    tally = {name: slot(found[0], name) for name in ("yes", "no", "abstained", "absent")}
    assert tally == {"yes": "0", "no": "2", "abstained": "4", "absent": "0"}
    assert slot(found[1], "states") == "by,ru"
    assert slot(found[2], "states") == "am,kg,kz,tj"
    assert [len(f.evidence) for f in found] == [6, 2, 4]
    assert all(e.row for f in found for e in f.evidence)


def test_members_that_differ_are_not_made_one() -> None:
    """In April three voted no, one abstained … and one did not vote: the bloc has no common line."""
    cast = "am=NP by=N kz=N kg=N ru=N tj=N"
    found = list(voted(material(vote(cast, on="2022-04-07", resolution="ES-11/3"), window=week(2022, 14))))
    assert [f.key for f in found] == ["voted-bloc", "voted-n", "voted-np"]
    assert slot(found[2], "states") == "am"


def test_a_missing_member_leaves_the_bloc_untold_but_not_the_states() -> None:
    found = list(voted(material(vote("by=N ru=N", on="2022-03-02"), window=MARCH)))
    assert [f.key for f in found] == ["voted-n"]


def test_a_vote_counted_by_two_pages_counts_once() -> None:
    twice = [vote(ALL, on="2022-03-02"), vote(ALL, on="2022-03-02", source="kremlin")]
    found = list(voted(material(*twice, window=MARCH)))
    assert slot(found[0], "no") == "2"
    assert slot(found[1], "states") == "by,ru"


def test_votes_of_other_weeks_and_of_strangers_say_nothing() -> None:
    assert list(voted(material(vote(ALL, on="2022-03-02"), window=W20))) == []
    assert list(voted(material(vote("us=Y gb=Y", on="2022-03-02"), window=MARCH))) == []
    assert list(voted(material())) == []
