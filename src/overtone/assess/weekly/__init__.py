"""The registers of the weekly: what it lists beside its themes, in a fixed order, free of language.

Each file lists one kind of thing. A register with nothing to tell is left out; one whose measure declines says why.
"""

from collections.abc import Callable, Iterator

from overtone.assess.weekly.disputes import disputes
from overtone.assess.weekly.echoes import echoes
from overtone.assess.weekly.judged import forecasts, hypotheses, indicators, questions
from overtone.assess.weekly.meetings import meetings
from overtone.assess.weekly.undertakings import undertakings
from overtone.assess.weekly.unsaid import unsaid
from overtone.assess.weekly.week import Listing, Week
from overtone.records import Register

# In the order of the page.
LISTED: tuple[tuple[str, Callable[[Week], Listing]], ...] = (
    ("encounters", meetings),
    ("echoes", echoes),
    ("contradictions", disputes),
    ("silences", unsaid),
    ("commitments", undertakings),
    ("questions", questions),
    ("indicators", indicators),
    ("hypotheses", hypotheses),
    ("forecasts", forecasts),
)


def registers(week: Week) -> Iterator[Register]:
    """Every register of the week that has something to tell, in the order of the page."""
    for key, listed in LISTED:
        findings, more = listed(week)
        if findings:
            yield Register(key=key, findings=tuple(dict.fromkeys(findings)), more=more)


__all__ = ["LISTED", "Week", "registers"]
