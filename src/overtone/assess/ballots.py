"""Findings about votes: how the members of each bloc voted on a resolution, resolution by resolution."""

from collections.abc import Iterator

from overtone.assess.material import Material
from overtone.records import Evidence, Finding, Slot, Vote

CHOICES = (("Y", "yes", "voted-y"), ("N", "no", "voted-n"), ("A", "abstained", "voted-a"), ("NP", "absent", "voted-np"))
BLOCS = ("csto",)  # blocs whose votes the weekly always tells


def voted(material: Material) -> Iterator[Finding]:
    """For each resolution of the week: a bloc's tally where all members' votes are known, then who chose what."""
    for resolution in sorted({vote.resolution for vote in material.votes}):
        votes = [vote for vote in material.votes if vote.resolution == resolution]
        for bloc in BLOCS:
            yield from _bloc(material, bloc, resolution, votes)


def _bloc(material: Material, bloc: str, resolution: str, votes: list[Vote]) -> Iterator[Finding]:
    day = votes[0].voted_on
    members = material.registry.members(bloc, day)
    cast = {vote.state: vote for vote in sorted(votes, key=lambda v: v.id) if vote.state in members}
    common = (
        Slot(name="resolution", kind="word", value=resolution),
        Slot(name="date", kind="date", value=day.isoformat()),
    )
    if len(cast) == len(members):
        tallies = tuple(
            Slot(name=name, kind="count", value=str(sum(v.choice == choice for v in cast.values())))
            for choice, name, _ in CHOICES
        )
        slots = (*common, Slot(name="bloc", kind="bloc", value=bloc), *tallies)
        yield Finding(key="voted-bloc", slots=slots, evidence=_lines(list(cast.values())), weight=70.0)
    for rank, (choice, _, key) in enumerate(CHOICES):
        chose = [vote for state, vote in sorted(cast.items()) if vote.choice == choice]
        if chose:
            states = Slot(name="states", kind="state", value=",".join(vote.state for vote in chose))
            yield Finding(key=key, slots=(*common, states), evidence=_lines(chose), weight=69.0 - rank)


def _lines(votes: list[Vote]) -> tuple[Evidence, ...]:
    return tuple(Evidence(document=v.document, start=v.start, stop=v.stop, row=v.id) for v in votes)
