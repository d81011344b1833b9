"""One vote for each state and resolution, out of everything that tells of it: the roll call, and pages in prose.

A ledger keeps each telling with its words. A vote is cast once, so tellings are never added up: the roll call goes
before the press. Where only the press tells, it is the choice that most of its pages give; where they are divided,
nobody's. Not for judging who reported wrongly.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from overtone.records import Vote


def cast(votes: Sequence[Vote], roll_calls: Collection[str]) -> tuple[Vote, ...]:
    """The votes cast, in the order of their ids, each with one telling of it; `roll_calls` are ids of documents."""
    told: dict[tuple[str, str, str], list[Vote]] = defaultdict(list)
    for vote in sorted(votes, key=lambda one: one.id):
        told[vote.body, vote.resolution.casefold(), vote.state].append(vote)
    chosen = (_believed([one for one in same if one.document in roll_calls] or same) for same in told.values())
    return tuple(sorted((one for one in chosen if one is not None), key=lambda one: one.id))


def _believed(tellings: Sequence[Vote]) -> Vote | None:
    """The first telling of the choice that most give; None where two choices are told equally often."""
    by_choice: dict[str, list[Vote]] = defaultdict(list)
    for one in tellings:
        by_choice[one.choice].append(one)
    ranked = sorted(by_choice.values(), key=len, reverse=True)
    divided = len(ranked) > 1 and len(ranked[0]) == len(ranked[1])
    return None if divided else ranked[0][0]
