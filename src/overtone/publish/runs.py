"""The runs through the weeks: each theme with its marks, each actor, event and topic with the weeks that tell of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from overtone.publish.issues import Heading, Issue, Notice, Subject
from overtone.publish.words import Words

KINDS = {"actor": "actors", "event": "events", "topic": "topics", "encounter": "encounters"}  # kind → folder
MARKS = 53  # weeks of the strip on a theme's page
RECENT = 26  # weeks whose evidence an actor's page lists; the older ones lead to the week
_LETTERS = str.maketrans({"ё": "е\u0451", "і": "и", "ў": "у\u045e", "'": None, "«": None, "“": None})


@dataclass(frozen=True)
class Shelf:
    """What stands on the shelf in one language, the newest first; there is at least one issue."""

    lang: str
    issues: tuple[Issue, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def newest(self) -> Issue:
        """The week that was published last."""
        return self.issues[0]

    @cached_property
    def words(self) -> Words:
        """The words of all its pages: those of the newest issue, and what older ones know besides."""
        labels = {key: value for issue in reversed(self.issues) for key, value in issue.labels.items()}
        return Words(self.lang, labels.items())

    @property
    def shelves(self) -> list[tuple[str, str]]:
        """The lists there are: key of the name, address from the language's folder."""
        known = {subject.kind for issue in self.issues for subject in issue.subjects}
        found = [("themes", "themes/index.html")] if any(issue.headings for issue in self.issues) else []
        return found + [(name, f"{name}/index.html") for kind, name in KINDS.items() if kind in known]

    def beside(self) -> list[tuple[str, list[Notice]]]:
        """What is published beside the weeks, by kind."""
        ordered = sorted(self.notices, key=lambda one: one.kind)
        return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda one: one.kind)]


@dataclass(frozen=True)
class Plan:
    """A page to be made: its template and what it is filled with."""

    template: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A thing through the weeks, the newest first, with what each week tells of it."""

    kind: str
    id: str
    name: str
    weeks: tuple[tuple[Issue, Any], ...]  # issue, its heading or subject

    @property
    def years(self) -> list[tuple[str, list[tuple[Issue, Any]]]]:
        """The weeks by year."""
        return [(year, list(group)) for year, group in groupby(self.weeks, key=lambda one: one[0].week[:4])]


def alphabetical(name: str) -> str:
    """What a name is sorted by: ё behind е, ў behind у, і where и stands in Russian."""
    return name.lower().translate(_LETTERS)


def filed(subject: Subject) -> str:
    """The name as an index files it: by the surname, which a person has and an institution does not."""
    return subject.name.split()[-1] if subject.kind == "actor" and subject.forms else subject.name


def themes(shelf: Shelf) -> list[Run]:
    """The themes in the order of the newest week that has each, with the weeks they were written for."""
    weeks: dict[str, list[tuple[Issue, Heading]]] = defaultdict(list)
    for issue in shelf.issues:
        for heading in issue.headings:
            weeks[heading.theme].append((issue, heading))
    return [Run(kind="theme", id=theme, name=there[0][1].name, weeks=tuple(there)) for theme, there in weeks.items()]


def subjects(shelf: Shelf, kind: str) -> list[Run]:
    """The actors, events, topics or encounters that the weeks tell of, from A to Z, named as in the newest week."""
    weeks: dict[str, list[tuple[Issue, Subject]]] = defaultdict(list)
    for issue in shelf.issues:
        for subject in issue.subjects:
            if subject.kind == kind:
                weeks[subject.id].append((issue, subject))
    ordered = sorted(weeks.items(), key=lambda one: (alphabetical(filed(one[1][0][1])), one[0]))
    return [Run(kind=kind, id=name, name=_opening(there[0][1].name), weeks=tuple(there)) for name, there in ordered]


def _opening(name: str) -> str:
    """A name as it opens a line: «Пресс-служба президента»."""
    return name[:1].upper() + name[1:]


def by_week(runs: Sequence[Run]) -> list[tuple[str, list[Run]]]:
    """The runs by the newest week that tells of each, the newest first."""
    ordered = sorted(runs, key=lambda run: run.weeks[0][0].start, reverse=True)
    return [(title, list(group)) for title, group in groupby(ordered, key=lambda run: run.weeks[0][0].title)]


def letters(runs: Sequence[Run]) -> list[tuple[str, list[Run]]]:
    """The runs by the first letter they are filed under."""
    return [(letter, list(group)) for letter, group in groupby(runs, key=_letter)]


def _letter(run: Run) -> str:
    return alphabetical(filed(run.weeks[0][1]))[:1].upper()


def every_run(shelf: Shelf) -> dict[str, Plan]:
    """The pages of all runs and the lists that lead to them, by their path in the language's folder."""
    made: dict[str, Plan] = {}
    told = themes(shelf)
    recent = shelf.issues[:13]
    if told:
        made["themes/index.html"] = Plan("themes.html.j2", {"shelf": shelf, "runs": told, "recent": recent[::-1]})
    for run in told:
        strip = run.weeks[:MARKS][::-1]
        made[f"themes/{run.id}.html"] = Plan("theme.html.j2", {"shelf": shelf, "run": run, "strip": strip})
    lists = {name: subjects(shelf, kind) for kind, name in KINDS.items()}
    for name, runs in lists.items():
        if runs:
            groups = by_week(runs) if name == KINDS["encounter"] else letters(runs)
            values = {"shelf": shelf, "name": name, "letters": groups}
            made[f"{name}/index.html"] = Plan("subjects.html.j2", values)
        for run in runs:
            shown = {issue.week for issue, _ in run.weeks[:RECENT]}
            values = {"shelf": shelf, "run": run, "name": name, "recent": shown}
            made[f"{name}/{run.id}.html"] = Plan("subject.html.j2", values)
    index = [(name, letters(runs)) for name, runs in lists.items() if runs and name != KINDS["encounter"]]
    made["search.html"] = Plan("search.html.j2", {"shelf": shelf, "themes": told, "index": index})
    return made
