"""What was left unsaid: silences beyond chance, silences that are no departure, agendas announced against voiced."""

from collections.abc import Iterator

from overtone.assess.silences import is_telling, silence
from overtone.assess.weekly.week import MOST_EVIDENCE, Listing, Week, cannot, listing, slots
from overtone.records import Finding, Signal

MOST = 10
MOST_PLAIN = 3  # silences told of which nothing follows
LEAST_DUE = 1.0  # mentions that would have been usual: under one, nobody would have waited for it
PLAIN = frozenset({"within-usual", "cannot-tell", "usual"})


def unsaid(week: Week) -> Listing:
    """Telling silences, then those that are no departure, then what agendas promised; or why none can be told."""
    silences = tuple(s for s in week.numbers("silence") if s.unit == "mentions")
    telling = [silence(signal) for signal in silences if is_telling(signal)]
    found = [*telling, *_plain(silences), *_agendas(week)]
    if silences and not telling:
        found.insert(0, _none(silences))
    told, more = listing(found, MOST)
    return [*told, *cannot(week, "silence", "agenda")], more


def _plain(silences: tuple[Signal, ...]) -> Iterator[Finding]:
    chance = [s for s in silences if s.value == 0 and s.because in PLAIN and not is_telling(s)]
    quiet = [s for s in chance if (s.baseline or 0.0) >= LEAST_DUE]
    for signal in sorted(quiet, key=lambda s: (-(s.baseline or 0.0), s.actor, s.target))[:MOST_PLAIN]:
        told = slots(
            actor=("actor", signal.actor),
            target=("topic", signal.target),
            n=("count", signal.n),
            expected=("number", signal.baseline),
            expected_whole=("count", max(1, round(signal.baseline or 0.0))),
            p=("number", signal.surprise or 0.0),
        )
        yield Finding(key="not-departure", slots=told, evidence=signal.evidence[:MOST_EVIDENCE], signals=(signal,))


def _none(silences: tuple[Signal, ...]) -> Finding:
    """That none of the pairs looked at was silent beyond chance."""
    shown = tuple(sorted(silences, key=lambda s: (s.q if s.q is not None else 1.0, s.actor, s.target))[:2])
    told = slots(n=("count", len(silences)))
    return Finding(key="silence-none", slots=told, evidence=(), signals=shown)


def _agendas(week: Week) -> Iterator[Finding]:
    """For each occasion how much of its announced agenda was voiced, and what of it was not."""
    events = week.material.registry.events
    found = [s for s in week.numbers("agenda") if s.venue in events]
    for signal in sorted(found, key=lambda s: (s.venue, s.unit != "share-voiced", s.target)):
        if signal.unit == "share-voiced":
            told = slots(
                event=("event", signal.venue),
                voiced=("count", round(signal.value * signal.n)),
                n=("count", signal.n),
            )
            yield Finding(key="agenda-voiced", slots=told, evidence=signal.evidence[:MOST_EVIDENCE], signals=(signal,))
        elif signal.because == "announced-not-voiced":
            told = slots(event=("event", signal.venue), target=("topic", signal.target))
            yield Finding(
                key="agenda-unvoiced", slots=told, evidence=signal.evidence[:MOST_EVIDENCE], signals=(signal,)
            )
