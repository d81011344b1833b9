"""The conductor of a site: weeks made where they have to be, corrections looked up, everything around them brought up.

weeks asked for, or all that are there ──► editions ──► pages with their corrections ──► shelves, feeds, mails
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from overtone.correcting import look_up
from overtone.errors import UsageError
from overtone.ledger import View
from overtone.publish.issues import issues
from overtone.publish.known import Known, known_in, known_of, record, recorded, weeks_of
from overtone.publish.mail import Service
from overtone.publish.pages import pages
from overtone.publish.site import Beside, Published, publish, refresh
from overtone.records import Corrected, Edition, Window, week
from overtone.registry.corrections import Corrections


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One week to be made: in which languages, as of when, of which themes (none: all)."""

    window: Window
    languages: tuple[str, ...]
    as_of: datetime | None = None
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What publishing needs of a workspace."""

    site: Path
    base_url: str
    compose: Callable[[Task], Edition] = field(repr=False)
    view: Callable[[], AbstractContextManager[View]] = field(repr=False)
    corrections: Corrections = field(default_factory=Corrections, repr=False)
    commentary: Callable[[View, frozenset[str]], Mapping[str, bytes]] = field(default=lambda _view, _weeks: {})
    service: Service | None = None
    inputs: str = ""  # digest of the code, the facts and the judgements
    say: Callable[[str], None] = field(default=lambda _note: None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of one week, or of what stands around them: published, or left as it was."""

    week: str  # "" for what stands around the weeks
    published: Published | None  # None where nothing required to make it again


def publish_week(press: Press, task: Task, *, dry: bool = False) -> Done:
    """Make one week and publish it with everything around it."""
    edition = press.compose(task)
    label = edition.brief.window.label
    return _publish(press, edition, beside(press, {label: known_in(edition, pages(edition, press.base_url))}), dry)


def publish_known(press: Press, *, again: bool = False, dry: bool = False) -> Iterator[Done]:
    """Make again, at the cut they have, the weeks of the site that corrections, facts or code require, then the rest.

    `again` makes every week. UsageError where the site has no week.
    """
    tasks = _tasks(press.site)
    if not tasks:
        raise UsageError(
            "there is no week on the site yet", where=str(press.site), next_step="name one: --week 2022-W41"
        )
    around = beside(press, {})
    for number, task in enumerate(tasks, 1):
        label = task.window.label
        same = not again and recorded(press.site, label, _inputs(press, label, around))
        press.say(f"[{number}/{len(tasks)}] {label}: {'as it was' if same else 'would be made' if dry else 'is made'}")
        yield Done(week=label, published=None) if same else _publish(press, press.compose(task), around, dry)
    yield _refresh(press, around, dry)


def publish_around(press: Press, *, dry: bool = False) -> Done:
    """Bring shelves, feeds, commentaries and notices up to date; the weeks stay as they are."""
    return _refresh(press, beside(press, {}), dry)


def beside(press: Press, fresh: Mapping[str, Known]) -> Beside:
    """Corrections looked up, and the pages of the commentaries; what has to wait is told.

    `fresh`: what the week that is being made has.
    """
    there = weeks_of(press.site)
    every = frozenset(f"{p.parts[-3]}/{p.parts[-2]}" for p in press.site.glob("*/*-W*/manifest.json"))
    with press.view() as view:
        written = press.commentary(view, every)
        slugs = {path.split("/")[2] for path in written if path.count("/") > 2 and path.split("/")[1] == "commentary"}
        known = {label: known_of(press.site, label) for label in _asked(press.corrections, there)}
        known |= {label: one | known_of(press.site, label) for label, one in fresh.items()}
        looked = look_up(press.corrections, view, known, slugs)
    for one in looked.waiting:
        press.say(f"correction {one.id} waits: {one.week or one.commentary} is not on the site")
    return Beside(corrections=looked.found, pages=written, service=press.service)


def _publish(press: Press, edition: Edition, around: Beside, dry: bool) -> Done:
    label = edition.brief.window.label
    published = publish(edition, press.site, base_url=press.base_url, beside=around, dry=dry)
    if not dry:
        record(press.site, label, _inputs(press, label, around))
    return Done(week=label, published=published)


def _refresh(press: Press, around: Beside, dry: bool) -> Done:
    return Done(week="", published=refresh(press.site, base_url=press.base_url, beside=around, dry=dry))


def _asked(corrections: Corrections, there: Sequence[str]) -> list[str]:
    """The weeks that have to be looked into: those of corrections, and all where one names an exhibit or a signal."""
    if any((c.statements or c.signals) and not c.week for c in corrections.found):
        return list(there)
    return [label for label in there if any(c.week == label for c in corrections.found)]


def _tasks(site: Path) -> list[Task]:
    """The weeks of a site as their manifests tell them, the oldest first; languages made apart stay apart."""
    made: dict[tuple[str, tuple[str, ...]], Task] = {}
    for issue in issues(site, []):
        year, _, number = issue.week.partition("-W")
        task = Task(
            window=week(int(year), int(number)),
            languages=issue.languages,
            as_of=issue.as_of,
            themes=tuple(heading.theme for heading in issue.headings),
        )
        made.setdefault((issue.week, issue.languages), task)
    return [made[key] for key in sorted(made)]


def _inputs(press: Press, label: str, around: Beside) -> str:
    """A digest of what a week is made of; its rows are fixed by its cut, as the ledger only ever grows."""
    there = known_of(press.site, label, sentences=False)
    langs = sorted(path.parts[-3] for path in press.site.glob(f"*/{label}/manifest.json"))
    concerned = [repr(one.correction) for one in around.corrections if _may_concern(one, label, there)]
    parts = (press.inputs, press.base_url, repr(press.service), *langs, *concerned)
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _may_concern(one: Corrected, label: str, there: Known) -> bool:
    """Whether a correction is of this week, or of words that it may rest on."""
    named = (
        one.correction.week == label or bool(one.signals & there.signals) or bool(one.exhibits & there.exhibits.keys())
    )
    return named or any(span.document in there.documents for span in one.spans)
