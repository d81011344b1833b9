"""A bloc's unity in votes as signals: the mean, each resolution of its own, and what each member adds or takes away."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from overtone.measure.ballots import ABSENT, NO, UNKNOWN, Codes, Roll, roll
from overtone.measure.regions import REGIONS
from overtone.measure.shape import Frame
from overtone.measure.unity import (
    LEAST_MEMBERS,
    Drawn,
    Places,
    agreement_index,
    at_least,
    averaged,
    chance,
    counts,
    eligible,
    rice,
    spread,
)
from overtone.records import Abstention, Signal

Flags = npt.NDArray[np.bool_]
LEAST = 10  # resolutions under which a mean says nothing
EACH = 50  # resolutions beyond which they are not told one by one
NAMES = ["yes", "abstain", "no", "absent", "unknown"]


def in_votes(rows: Sequence[Mapping[str, object]], frame: Frame, method: str) -> Iterator[Signal | Abstention]:
    """Signals of the bloc's votes; nothing where nobody voted in the window, or where an event is asked for."""
    votes = roll(rows)
    members = tuple(dict.fromkeys(m for m in frame.options.members if m in votes.states))
    draft = _Draft(frame=frame, method=method, votes=votes, members=members)
    if frame.options.event or (not members and frame.options.members and not rows):
        return
    if len(members) < LEAST_MEMBERS:
        known = f"members_that_voted={len(members)} resolutions={len(votes.resolutions)}"
        yield draft.abstain("no-members", known, 0)
        return
    contested = votes.contested()
    for kind, kept in (("all", np.ones_like(contested)), ("contested", contested)):
        yield from _mean(draft, kind, kept)
    if len(votes.resolutions) <= EACH:
        yield from _each(draft)


class _Draft:
    """What every signal of a bloc's votes has in common."""

    def __init__(self, *, frame: Frame, method: str, votes: Roll, members: tuple[str, ...]) -> None:
        self.frame, self.method, self.votes, self.members = frame, method, votes, members

    def signal(self, unit: str, value: Drawn, n: int, **more: object) -> Signal:
        usual = more.get("usual")
        base = usual if isinstance(usual, Drawn) else None
        actor, target = str(more.get("actor", "")), str(more.get("target", ""))
        surprise = more.get("surprise")
        told = [actor] if actor else list(self.members)
        lines = self.votes.evidence(told, [target] if target else list(self.votes.resolutions[-3:]))
        return Signal(
            measure="cohesion",
            method=self.method,
            window=self.frame.window.label,
            actor=actor,
            target=target,
            venue="",
            unit=unit,
            value=value.value,
            low=value.low,
            high=value.high,
            level=self.frame.options.level,
            baseline=base.value if base else None,
            baseline_low=base.low if base else None,
            baseline_high=base.high if base else None,
            surprise=surprise if isinstance(surprise, float) else None,
            coverage=self.frame.seen.share(self.frame.window),
            n=n,
            because=str(more.get("because", "")),
            evidence=lines,
            detail=str(more.get("detail", "")),
        )

    def abstain(self, reason: str, detail: str, n: int) -> Abstention:
        return Abstention(
            measure="cohesion",
            method=self.method,
            window=self.frame.window.label,
            actor="",
            target="votes",
            venue="",
            reason=reason,
            detail=detail,
            coverage=self.frame.seen.share(self.frame.window),
            n=n,
        )


def _mean(draft: _Draft, kind: str, kept: Flags) -> Iterator[Signal | Abstention]:
    votes, members, level = draft.votes, draft.members, draft.frame.options.level
    codes, clusters = votes.codes[:, kept], votes.clusters[kept]
    own = votes.of(members)[:, kept]
    index = agreement_index(counts(own))
    n = int(np.isfinite(index).sum())
    if n < max(LEAST, draft.frame.options.min_occasions):
        yield draft.abstain("too-few-occasions", f"{kind} resolutions={n} needed={LEAST} {_presence(own)}", n)
        return
    value = averaged(index, clusters, level)
    pool = eligible(codes)
    if len(pool) <= len(members):
        yield draft.abstain("no-baseline", f"{kind} states_to_draw_from={len(pool)} members={len(members)}", n)
        return
    drawn = chance(codes, [pool] * len(members))
    near = spread(chance(codes, _regional(votes, members, pool)), level)
    usual, surprise = spread(drawn, level), at_least(drawn, value.value)
    detail = f"{_presence(own)} same_region={near.value:.3f} same_region_low={near.low:.3f}"
    detail = f"{detail} same_region_high={near.high:.3f} resolutions={n}"
    because = _because(surprise, value.value, usual)
    yield draft.signal(
        f"agreement-index-{kind}", value, n, usual=usual, surprise=surprise, because=because, detail=detail
    )
    beside = rice(counts(own))
    if np.isfinite(beside).any():
        given, several = averaged(beside, clusters, level), int(np.isfinite(beside).sum())
        yield draft.signal(f"rice-{kind}", given, several, because="told-beside-index")
    if len(members) > LEAST_MEMBERS:
        for place, member in enumerate(members):
            without = agreement_index(counts(np.delete(own, place, axis=0)))
            given = averaged(np.stack([index, without]), clusters, level)
            if not np.isfinite(given.value):  # without this one there were never three
                continue
            word = "holds-together" if given.low > 0 else "stands-apart" if given.high < 0 else "cannot-tell"
            told = _presence(own[[place]])
            yield draft.signal(f"contribution-{kind}", given, n, actor=member, because=word, detail=told)


def _regional(votes: Roll, members: Sequence[str], pool: Places) -> list[Places]:
    """For each member those who may stand for it: the states of its region that can be drawn, else all."""
    region = [REGIONS.get(votes.states[place], "") for place in pool.tolist()]
    found = []
    for member in members:
        home = REGIONS.get(member, "")
        near = pool[[bool(home) and one == home for one in region]]
        found.append(near if len(near) else pool)
    return found


def _because(surprise: float, value: float, usual: Drawn) -> str:
    if surprise <= 0.05:
        return "more-united-than-chance"
    return "less-united-than-chance" if value < usual.low else "not-distinguishable-from-chance"


def _each(draft: _Draft) -> Iterator[Signal]:
    """Every resolution of its own: who chose what, and who was not there."""
    own = draft.votes.of(draft.members)
    index = agreement_index(counts(own))
    for place, name in enumerate(draft.votes.resolutions):
        value, here = float(index[place]), own[:, place]
        if np.isfinite(value):
            yield draft.signal(
                "agreement-index",
                Drawn(value=value, low=value, high=value),
                int((here <= NO).sum()),
                target=name,
                because=_together(here),
                detail=_choices(draft.members, here),
            )


def _together(here: Codes) -> str:
    """Of one mind only where every member voted, and alike: who was not there did not abstain."""
    cast = set(here[here <= NO].tolist())
    if len(cast) > 1:
        return "divided"
    return "of-one-mind" if (here <= NO).all() else "of-one-mind-where-present"


def _choices(members: Sequence[str], here: Codes) -> str:
    lists = [[m for m, one in zip(members, here.tolist(), strict=True) if one == code] for code in range(len(NAMES))]
    return " ".join(f"{name}={','.join(states)}" for name, states in zip(NAMES, lists, strict=True) if states)


def _presence(own: Codes) -> str:
    absent, unknown = int((own == ABSENT).sum()), int((own == UNKNOWN).sum())
    return f"cast={int((own <= NO).sum())} absent={absent} unknown={unknown}"
