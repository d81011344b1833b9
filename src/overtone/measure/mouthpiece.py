"""Mouthpiece: does a speaker say first what a patron says later, and is it the patron that he precedes?

Three questions, each with its own numbers, and a verdict only where all three hold (an intersection–union test: the
surprise is the largest of the three probabilities):

- leads: the speaker leads the patron (the measure `lead`, first condition);
- apart: on the same lines he precedes the patron by more than he precedes third parties (by the score of `lead`);
- taken up: of the new lines that he brings and somebody takes up, the patron takes up more than of the new lines that
  others bring in the same four weeks (Mantel and Haenszel: who brought a line is permuted within the four weeks).

Actors asked for are speakers, targets are patrons. It is an order in time, told as such; why it is so, no count tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import ibis
import numpy as np
import pyarrow as pa
from scipy.special import ndtr

from overtone.measure.lead import ALPHA, SHOWN, abstained, both_seen, spans
from overtone.measure.lines import line_uses
from overtone.measure.order import FEWEST as LINES
from overtone.measure.order import Unweighed, Weighed, one_way
from overtone.measure.precedence import Flags, Whole
from overtone.measure.shape import Frame, Options, View, false_discovery
from overtone.measure.uses import Uses, laid_out
from overtone.records import Abstention, Signal, Window

METHOD = "mouthpiece@1"
REFERENCE = (
    "Berger 1982 (intersection–union tests); Mantel and Haenszel 1959 (strata); Chen, Dempster and Liu 1994; "
    "Benjamini and Hochberg 1995"
)
NULL = "as `lead`; who brought a new line is permuted within four weeks: mouthpieces found by chance stay under 5 %"
NOT_FOR = (
    "who told whom what to say; lines agreed on beforehand; patrons who speak seldom; speakers of two languages; "
    "third parties whose sources were not seen"
)
WITHIN = 28  # days in which a new line counts as taken up, and the length of a stratum
FEWEST = 10  # new lines of the speaker below which nothing is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """New lines of one speaker and of all others, and how many of them the patron took up."""

    own: int
    own_taken: int
    others: int
    others_taken: int
    expected: float  # of the speaker's new lines, taken up by the patron if who brought them made no difference
    z: float
    at: Whole  # lines × 2: the speaker's use and the patron's, of lines taken up


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The three questions answered for one speaker and patron."""

    lead: Weighed
    own: float  # score beyond chance for each line, over the patron
    third: float  # the same over third parties, on the same lines
    apart: float  # deviate of the difference
    thirds: int
    taken: Taken

    @property
    def chances(self) -> tuple[float, float, float]:
        """Probability by chance of each of the three."""
        return self.lead.probability, float(ndtr(-self.apart)), float(ndtr(-self.taken.z))


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The uses of lines that several speakers share, as for `lead`."""
    return line_uses(view, window, options)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Each speaker and patron asked for: three answers and one verdict, or why there is none."""
    uses = laid_out(tally, frame)
    if uses is None or len(uses.actors) < 3:
        detail = f"speakers={0 if uses is None else len(uses.actors)} needed=3"
        yield abstained("mouthpiece", METHOD, frame, Unweighed(leader="", follower="", reason="no-data", detail=detail))
        return
    asked = frame.options
    cases: list[Case] = []
    for speaker in sorted(set(asked.actors or uses.actors)):
        for patron in sorted(set(asked.targets or uses.actors) - {speaker}):
            found = case(uses, (speaker, patron), frame)
            if isinstance(found, Case):
                cases.append(found)
            elif found.n or asked.actors or asked.targets:
                yield abstained("mouthpiece", METHOD, frame, found)
    rates = false_discovery([max(one.chances) for one in cases])
    yield from (_signal(uses, one, frame, q) for one, q in zip(cases, rates, strict=True))


def case(uses: Uses, pair: tuple[str, str], frame: Frame) -> Case | Unweighed:
    """The three questions for one speaker and patron, or why they cannot be answered."""
    lead = one_way(uses, pair, frame)
    if isinstance(lead, Unweighed):
        return lead
    taken = taken_up(uses, uses.actors.index(pair[0]), uses.actors.index(pair[1]))
    if taken.own < FEWEST or not taken.others:
        detail = f"phrases={lead.n} new={taken.own} others_new={taken.others} needed={FEWEST}"
        return Unweighed(leader=pair[0], follower=pair[1], reason="too-few-occasions", detail=detail, n=lead.n)
    same = _lines_of(uses, pair)
    others = _with_lines(uses, same, pair)
    thirds = [one_way(uses, (pair[0], other), frame, same) for other in others]
    heard = [third for third in thirds if isinstance(third, Weighed)]
    if not heard:
        detail = f"phrases={lead.n} third_parties=0 needed=1"
        return Unweighed(leader=pair[0], follower=pair[1], reason="too-few-occasions", detail=detail, n=lead.n)
    third, error = _together(heard)
    excess, own_error = _together([lead])
    return Case(
        lead=lead,
        own=excess,
        third=third,
        apart=(excess - third) / np.hypot(error, own_error),
        thirds=len(heard),
        taken=taken,
    )


def _with_lines(uses: Uses, same: Whole, pair: tuple[str, str]) -> list[str]:
    """Third parties that used enough of these lines to be weighed: counted at once, for most of them used none."""
    here = np.isin(uses.line, same)
    users = np.unique(np.stack([uses.line[here], uses.actor[here]], axis=1), axis=0)[:, 1]
    enough = np.bincount(users, minlength=len(uses.actors)) >= LINES
    return [actor for actor, many in zip(uses.actors, enough.tolist(), strict=True) if many and actor not in pair]


def _lines_of(uses: Uses, pair: tuple[str, str]) -> Whole:
    one, two = (uses.line[uses.of[uses.actors.index(actor)]] for actor in pair)
    return np.intersect1d(one, two)


def _together(found: list[Weighed]) -> tuple[float, float]:
    """The score beyond chance for each line, over several followers, and its error if all of them moved as one."""
    lines = sum(pair.n for pair in found)
    excess = sum(float((pair.found.scored - pair.found.mean).sum()) for pair in found)
    error = sum((float(pair.found.spread.sum()) * pair.wider) ** 0.5 for pair in found)
    return excess / lines, max(error, 1e-9) / lines


def taken_up(uses: Uses, speaker: int, patron: int) -> Taken:
    """How many of the speaker's new lines the patron takes up within four weeks, beside those that others bring.

    A line is brought by who uses it first, alone on that day, when the patron could be heard too. Lines of one speech
    that came together in another are one.
    """
    starts = np.flatnonzero(np.diff(uses.line, prepend=-1))
    ends = np.append(starts[1:], len(uses.line))
    own = uses.of[patron]
    later = own[np.minimum(np.searchsorted(uses.line[own], uses.line[starts]), len(own) - 1)] if len(own) else starts
    takes = (uses.actor[later] == patron) & (uses.line[later] == uses.line[starts]) & (later != starts)
    takes &= uses.day[later] - uses.day[starts] <= WITHIN
    alone = uses.day[np.minimum(starts + 1, len(uses.line) - 1)] != uses.day[starts]
    counted = alone & (ends - starts > 1) & (uses.actor[starts] != patron) & uses.seen[patron, uses.day[starts]]
    counted &= uses.day[starts] + WITHIN < uses.words.shape[1]
    counted[counted] = _once(uses, starts[counted])
    starts, later, takes = starts[counted], later[counted], takes[counted]
    mine = uses.actor[starts] == speaker
    expected, z = _permuted(mine, takes, uses.day[starts] // WITHIN)
    return Taken(
        own=int(mine.sum()),
        own_taken=int((mine & takes).sum()),
        others=int((~mine).sum()),
        others_taken=int((~mine & takes).sum()),
        expected=expected,
        z=z,
        at=np.stack([starts[mine & takes], later[mine & takes]], axis=1),
    )


def _once(uses: Uses, starts: Whole) -> Flags:
    """Of lines whose first two uses stand in the same two statements, one."""
    both = np.sort(np.stack([uses.utterance[starts], uses.utterance[starts + 1]], axis=1), axis=1)
    fit = np.zeros(len(starts), dtype=bool)
    if len(starts):
        fit[np.unique(both, axis=0, return_index=True)[1]] = True
    return fit


def _permuted(mine: Flags, takes: Flags, stratum: Whole) -> tuple[float, float]:
    """Lines of mine taken up by chance, and the deviate of the number found, with mine permuted within each stratum."""
    size = np.bincount(stratum).astype(float)
    own, taken = np.bincount(stratum, weights=mine), np.bincount(stratum, weights=takes)
    full = size > 0
    size, own, taken = size[full], own[full], taken[full]
    expected = float((own * taken / size).sum())
    spread = float((own * (size - own) * taken * (size - taken) / (size**2 * np.maximum(size - 1, 1))).sum())
    z = (float((mine & takes).sum()) - expected) / spread**0.5 if spread > 0 else 0.0
    return expected, z


def _signal(uses: Uses, found: Case, frame: Frame, q: float) -> Signal:
    lead, taken = found.lead, found.taken
    share, base = taken.own_taken / taken.own, taken.expected / taken.own
    low, high = lead.interval(share, frame.options.level, taken.own)
    base_low, base_high = lead.interval(base, frame.options.level, taken.own)
    leads, apart, up = found.chances
    return Signal(
        measure="mouthpiece",
        method=METHOD,
        window=frame.window.label,
        actor=lead.leader,
        target=lead.follower,
        venue="",
        unit="share-of-new-lines-taken-up",
        value=share,
        low=low,
        high=high,
        level=frame.options.level,
        baseline=base,
        baseline_low=base_low,
        baseline_high=base_high,
        surprise=max(found.chances),
        coverage=both_seen(uses, lead.leader, lead.follower),
        n=taken.own,
        because=_because(found, q),
        evidence=spans(uses, np.concatenate([taken.at[:SHOWN].ravel(), lead.strongest(SHOWN).ravel()])),
        q=q,
        detail=f"phrases={lead.n} led={lead.found.led.sum():.1f} expected={lead.found.expected.sum():.1f} "
        f"lead_p={leads:.2g} score={found.own:.3f} third_parties={found.thirds} third_score={found.third:.3f} "
        f"apart_p={apart:.2g} "
        f"new={taken.own} taken_up={taken.own_taken} due={taken.expected:.1f} others_new={taken.others} "
        f"others_taken_up={taken.others_taken} taken_up_p={up:.2g}",
    )


def _because(found: Case, q: float) -> str:
    """The verdict, or the first of the three that fails."""
    leads, apart, up = (chance <= ALPHA for chance in found.chances)
    led = found.lead.found
    if not (leads and led.led.mean() > led.expected.mean()):
        return "does-not-lead"
    if not apart:
        return "leads-others-as-well"
    if not up:
        return "not-taken-up"
    return "mouthpiece" if q <= ALPHA else "within-chance"
