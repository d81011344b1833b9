"""The founding documents' claims, checked against the ledger: a verdict for each, with the passages it rests on.

A claim is a list of checks (`checks.py`). All met: it holds; some: it holds in part; none: it does not hold. Where no
check can be made, because the ledger holds nothing on that speaker, event or vote, it cannot be tested.
Not for whether an argument is right: only what can be seen in words, contacts and votes is checked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overtone.assess.checks import TESTS, Base, Outcome
from overtone.registry import Claim

HOLDS, IN_PART, NOT, UNTESTED = "holds", "holds in part", "does not hold", "cannot be tested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A claim with its verdict: the outcome of each check, passages included."""

    claim: Claim
    verdict: str
    outcomes: tuple[Outcome, ...]

    @property
    def agrees(self) -> bool | None:
        """Whether the verdict is the one found by hand; None where it could not be tested."""
        return None if self.verdict == UNTESTED else self.verdict == self.claim.expected


def check(claims: Sequence[Claim], base: Base) -> Iterator[Checked]:
    """A verdict for each claim, in the order of their numbers."""
    for claim in sorted(claims, key=lambda c: c.number):
        outcomes = tuple(TESTS[one.test](one, base) for one in claim.checks)
        yield Checked(claim=claim, verdict=_verdict(outcomes), outcomes=outcomes)


def _verdict(outcomes: Sequence[Outcome]) -> str:
    """One check that cannot be made leaves the claim untested: a part seen is not the whole."""
    if not outcomes or any(outcome.met is None for outcome in outcomes):
        return UNTESTED
    met = sum(bool(outcome.met) for outcome in outcomes)
    return HOLDS if met == len(outcomes) else IN_PART if met else NOT
