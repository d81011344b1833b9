"""Commitments: what was undertaken or refused in the week, what fell due in it, and whether it was said again.

Whether a promise was kept is nobody's reading here: what is told is that the same was undertaken again, or was not.
Two undertakings are the same where one actor uses half of their longer words in both.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from overtone.assess.material import LONGEST_QUOTE
from overtone.assess.weekly.week import Listing, Week, listing, slots
from overtone.records import Commitment, Evidence, Finding

MOST = 10
KEYS = {"promised": "commitment-promised", "agreed": "commitment-agreed", "refused": "commitment-refused"}
SAME = 0.5  # of the words of both
STEM, LEAST = 5, 4  # letters of a word that count, and how long it must be


def undertakings(week: Week) -> Listing:
    """Commitments that fell due in the week, then those made in it: the desk's own, and others' that name a day.

    What others undertook without a day is counted and not listed: readings of plain talk are mostly no promises.
    """
    window = week.material.window
    due = [c for c in week.commitments if _inside(week, c.due) and c.said_on < window.start]
    made = [c for c in week.commitments if c.said_on >= window.start]
    found = [finding for group in _together(due) for finding in _due(week, group)]
    groups = _together(made)
    told = sorted((g for g in groups if _own(week, g) or g[0].due), key=lambda group: not _own(week, group))
    found += [finding for group in told for finding in _made(week, group)]
    shown, more = listing(found, MOST)
    return shown, more + len(groups) - len(told) if shown else 0


def _inside(week: Week, day: date | None) -> bool:
    return day is not None and week.material.window.start <= day < week.material.window.stop


def _together(commitments: Iterable[Commitment]) -> list[list[Commitment]]:
    """Those who undertake one thing in one sentence, gathered; by day."""
    groups: dict[tuple[str, int, int, str], list[Commitment]] = {}
    for one in sorted(commitments, key=lambda c: (c.said_on, c.document, c.start, c.who)):
        if one.status in KEYS:
            groups.setdefault((one.document, one.start, one.stop, one.status), []).append(one)
    return list(groups.values())


def _own(week: Week, group: list[Commitment]) -> bool:
    """Whether one of those who undertake it is of the desk's own state, or holds office in it."""
    homes = {theme.home for theme in week.material.registry.themes.values() if theme.home}
    if not homes:
        return True
    facts = week.material.registry.institutions
    states = {week.material.state_of(c.who) or (facts[c.who].state if c.who in facts else c.who) for c in group}
    return bool(homes & states)


def _made(week: Week, group: list[Commitment]) -> Iterator[Finding]:
    one = group[0]
    quote = _quotable(week.pages[one.document].text, one)
    told = {"who": ("party", _who(group)), "date": ("date", one.said_on.isoformat()), "quote": ("quote", quote)}
    if one.due is not None:
        told["due"] = ("date", one.due.isoformat())
    key = KEYS[one.status] + ("-due" if one.due is not None else "")
    evidence = Evidence(document=one.document, start=one.start, stop=one.start + len(quote), row=one.id)
    yield Finding(key=key, slots=slots(**told), evidence=(evidence,))
    before = [c for c in week.commitments if c.said_on < one.said_on and _same(c, one, week)]
    if before:
        earlier = max(before, key=lambda c: (c.said_on, c.id))
        yield Finding(
            key="commitment-again",
            slots=slots(who=("party", _who(group)), date=("date", earlier.said_on.isoformat())),
            evidence=(Evidence(document=earlier.document, start=earlier.start, stop=earlier.stop, row=earlier.id),),
        )


def _quotable(text: str, one: Commitment) -> str:
    """The words it is read from, up to a whole word where they are long."""
    words = text[one.start : one.stop]
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0]


def _due(week: Week, group: list[Commitment]) -> Iterator[Finding]:
    one = group[0]
    later = [c for c in week.commitments if c.said_on > one.said_on and _same(c, one, week)]
    days = {"date": one.said_on, "due": one.due or one.said_on}
    told = slots(who=("party", _who(group)), **{name: ("date", day.isoformat()) for name, day in days.items()})
    cited = [one, *later]
    evidence = tuple(Evidence(document=c.document, start=c.start, stop=c.stop, row=c.id) for c in cited)
    yield Finding(key="commitment-fell-due-again" if later else "commitment-fell-due", slots=told, evidence=evidence)


def _who(group: list[Commitment]) -> str:
    return ",".join(dict.fromkeys(c.who for c in group))


def _same(one: Commitment, other: Commitment, week: Week) -> bool:
    if one.who != other.who or one.status != other.status or one.lang != other.lang:
        return False
    left, right = _words(one, week), _words(other, week)
    return bool(left and right) and len(left & right) >= SAME * len(left | right)


def _words(one: Commitment, week: Week) -> frozenset[str]:
    page = week.pages.get(one.document)
    words = page.text[one.what_start : one.what_stop].casefold().split() if page else []
    return frozenset(word.strip(".,;:!?«»“”\"'()")[:STEM] for word in words if len(word) >= LEAST)
