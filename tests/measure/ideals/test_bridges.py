from datetime import date

from overtone.measure.ballots import Roll, roll
from overtone.measure.ideals.bridges import questions_of, tied


def titled(*titles: tuple[str, int]) -> Roll:
    place = {"state": "by", "choice": "Y", "document": "d", "start": 0, "stop": 1}
    return roll(
        [
            {"code": str(n), "resolution": str(n), "title": t, "voted_on": date(y, 10, n + 1), "id": str(n), **place}
            for n, (t, y) in enumerate(titles)
        ]
    )


def test_the_same_title_in_the_next_session_is_one_question() -> None:
    votes = titled(("Peace in the valley", 2000), ("Peace in the Valley.", 2001), ("Peace in the valley", 2002))
    assert questions_of(votes, [1, 2, 3]).tolist() == [0, 0, 0]


def test_a_title_long_gone_too_short_or_voted_twice_is_not() -> None:
    votes = titled(("Peace in the valley", 2000), ("Peace in the valley", 2009))
    assert questions_of(votes, [1, 9]).tolist() == [0, 1]
    assert questions_of(titled(("Amendment", 2000), ("Amendment", 2001)), [1, 2]).tolist() == [0, 1]
    twice = titled(("Peace in the valley", 2000), ("Peace in the valley", 2001), ("Peace in the valley", 2001))
    assert questions_of(twice, [1, 2, 2]).tolist() == [0, 1, 2]


def test_pairs_chain() -> None:
    assert tied(5, [(3, 4), (0, 3)]).tolist() == [0, 1, 2, 0, 0]
