"""What is on the shelf: each published week, article, correction and mail, as its manifest tells it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from overtone.errors import SiteError
from overtone.publish.words import Words

NOTICES = ("commentary", "corrections", "mail")  # folders of what is published beside the weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One theme of a week, as the archive lists it."""

    theme: str
    name: str
    verdict: str
    verdict_words: str
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An actor, event, topic or encounter that a week tells of."""

    kind: str  # actor | encounter | event | topic
    id: str
    name: str
    exhibits: tuple[str, ...] = ()  # ids of the evidence in its own words
    portrait: bool = False  # whether the week has a page about it
    also: tuple[str, ...] = ()  # its names in any language, for the search
    forms: tuple[tuple[str, str], ...] = ()  # forms of its name that no ending leads to: form, key


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One week in one language, as its manifest tells it."""

    week: str
    start: date
    as_of: datetime
    lang: str
    title: str
    summary: str
    empty: bool
    languages: tuple[str, ...]
    exhibits: tuple[str, ...]
    headings: tuple[Heading, ...]
    labels: Mapping[str, str] = field(repr=False)
    subjects: tuple[Subject, ...] = ()
    pages: tuple[str, ...] = ()  # pages of the week beside its front page, from its folder

    @property
    def path(self) -> str:
        """Its page, from the root."""
        return f"{self.lang}/{self.week}/index.html"

    @property
    def updated(self) -> str:
        """The cut as RFC 3339, which Atom asks for."""
        return rfc3339(self.as_of)

    @property
    def words(self) -> Words:
        """The words of the page."""
        return Words(self.lang, self.labels.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An article, a correction or a mail in one language: what stands beside the weeks."""

    kind: str  # commentary | corrections | mail
    slug: str
    lang: str
    title: str
    on: date
    summary: str = ""
    authors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Its page, from the root."""
        return f"{self.lang}/{self.kind}/{self.slug}/index.html"

    @property
    def updated(self) -> str:
        """Its day as RFC 3339."""
        return f"{self.on.isoformat()}T00:00:00Z"


def rfc3339(moment: datetime) -> str:
    """A moment in UTC as feeds write it."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def parse(manifest: bytes, where: str) -> Issue:
    """The issue a manifest tells of; SiteError where somebody changed the file."""
    try:
        told = json.loads(manifest)
        return Issue(
            week=told["week"],
            start=date.fromisoformat(told["start"]),
            as_of=datetime.fromisoformat(told["as_of"]),
            lang=told["lang"],
            title=told["title"],
            summary=told["summary"],
            empty=told["empty"],
            languages=tuple(told["languages"]),
            exhibits=tuple(told["exhibits"]),
            headings=tuple(Heading(**heading) for heading in told["sections"]),
            labels=told["labels"],
            subjects=tuple(_subject(one) for one in told.get("subjects", ())),
            pages=tuple(told.get("pages", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise SiteError(
            f"this manifest cannot be read ({trouble})",
            where=where,
            next_step="publish that week again, or delete its folder if it should not be in the archive",
        ) from trouble


def _subject(told: Mapping[str, Any]) -> Subject:
    return Subject(
        kind=told["kind"],
        id=told["id"],
        name=told["name"],
        exhibits=tuple(told.get("exhibits", ())),
        portrait=bool(told.get("portrait")),
        also=tuple(told.get("also", ())),
        forms=tuple((form, key) for form, key in told.get("forms", ())),
    )


def notice(manifest: bytes, where: str) -> Notice:
    """The article, correction or mail a manifest tells of: its place says kind and language, what it leaves out is
    empty; SiteError where it has no title or no date.
    """
    lang, kind, slug = Path(where).parts[-4:-1]
    try:
        told = json.loads(manifest)
        return Notice(
            kind=kind,
            slug=slug,
            lang=lang,
            title=told["title"],
            on=date.fromisoformat(str(told["date"])[:10]),
            summary=told.get("summary") or "",
            authors=tuple(one if isinstance(one, str) else one["name"] for one in told.get("authors") or ()),
            languages=tuple(told.get("languages") or ()),
            weeks=tuple(told.get("weeks") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise SiteError(
            f"this manifest cannot be read ({trouble})",
            where=where,
            next_step="publish that page again, or delete its folder if it should not be in the archive",
        ) from trouble


def issues(site: Path, fresh: Iterable[Issue]) -> list[Issue]:
    """Every issue on the shelf, the newest first; `fresh` ones stand in for what is on the disk."""
    known = {(issue.lang, issue.week): issue for issue in fresh}
    for path in sorted(site.glob("*/*/manifest.json")):
        if (path.parts[-3], path.parts[-2]) not in known:
            issue = parse(path.read_bytes(), str(path))
            known[(issue.lang, issue.week)] = issue
    ordered = sorted(known.values(), key=lambda issue: issue.lang)
    return sorted(ordered, key=lambda issue: (issue.start, issue.week), reverse=True)


def notices(site: Path, fresh: Mapping[str, bytes] | None = None) -> list[Notice]:
    """Every article, correction and mail, the newest first; manifests in `fresh`, by path, stand in for the disk."""
    told = {path: body for path, body in (fresh or {}).items() if _of_notice(path)}
    for kind in NOTICES:
        for file in sorted(site.glob(f"*/{kind}/*/manifest.json")):
            told.setdefault(file.relative_to(site).as_posix(), file.read_bytes())
    found = [notice(body, path) for path, body in sorted(told.items())]
    return sorted(found, key=lambda one: one.on, reverse=True)


def _of_notice(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 4 and parts[1] in NOTICES and parts[3] == "manifest.json"
