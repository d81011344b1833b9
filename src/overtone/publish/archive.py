"""The shelves around the editions: front door, weeks of each language, feeds, sitemap, all out of the manifests."""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

from overtone.errors import SiteError
from overtone.publish.pages import Setting, Tongue, address, place
from overtone.publish.rendering import page
from overtone.publish.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One theme of a week, as the archive lists it."""

    theme: str
    name: str
    verdict: str
    verdict_words: str
    headline: str


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

    @property
    def path(self) -> str:
        """Its page, from the root."""
        return f"{self.lang}/{self.week}/index.html"

    @property
    def updated(self) -> str:
        """The cut as RFC 3339, which Atom asks for."""
        return self.as_of.astimezone(UTC).isoformat().replace("+00:00", "Z")

    @property
    def words(self) -> Words:
        """The words of the page."""
        return Words(self.lang, self.labels.items())


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
        )
    except (ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise SiteError(
            f"this manifest cannot be read ({trouble})",
            where=where,
            next_step="publish that week again, or delete its folder if it should not be in the archive",
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


def _languages(shelf: list[Issue]) -> dict[str, list[Issue]]:
    """The issues of each language; languages in the order the newest issue gives them."""
    order = {lang: n for n, lang in enumerate(shelf[0].languages)} if shelf else {}
    langs = sorted({issue.lang for issue in shelf}, key=lambda lang: (order.get(lang, len(order)), lang))
    return {lang: [issue for issue in shelf if issue.lang == lang] for lang in langs}


def _stable(*parts: str) -> str:
    """A lasting name for a feed or an entry: a UUID of what it is, not of what it says today (RFC 4287, 4.2.6)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(("overtone", *parts))).urn


def _feed(lang: str, shelf: list[Issue], base_url: str) -> bytes:
    words = shelf[0].words
    entries = [
        {
            "issue": issue,
            "id": _stable(base_url, words.say("desk.name"), lang, issue.week),
            "href": address(base_url, "../", issue.path) if base_url else f"{issue.week}/index.html",
        }
        for issue in shelf[:52]
    ]
    return page(
        "feed.xml.j2",
        lang=lang,
        words=words,
        entries=entries,
        id=_stable(base_url, words.say("desk.name"), lang),
        updated=max(issue.updated for issue in shelf),
        home=address(base_url, "", f"{lang}/index.html") if base_url else "index.html",
        own=f"{base_url}/{lang}/feed.xml" if base_url else "feed.xml",
    )


def _sitemap(shelves: dict[str, list[Issue]], base_url: str) -> bytes:
    """Every page with its twins in other languages; relative where no base address is known."""
    pages: dict[str, list[str]] = {"index.html": list(shelves)}
    for issue in (issue for shelf in shelves.values() for issue in shelf):
        names = ("index.html", *(f"evidence/{exhibit}.html" for exhibit in issue.exhibits))
        for name in names:
            pages.setdefault(f"{issue.week}/{name}", []).append(issue.lang)
    places = [
        [(lang, address(base_url, "", f"{lang}/{tail}")) for lang in dict.fromkeys(langs)]
        for tail, langs in sorted(pages.items())
    ]
    return page("sitemap.xml.j2", places=places, home=address(base_url, "", "index.html"))


def _home(shelves: dict[str, list[Issue]], base_url: str) -> bytes:
    newest = [shelf[0] for shelf in shelves.values()]
    tongues = tuple(
        Tongue(
            lang=issue.lang,
            name=issue.words.say("language.name"),
            href=f"{issue.lang}/index.html",
            full=address(base_url, "", f"{issue.lang}/index.html"),
            current=False,
        )
        for issue in newest
    )
    here = Setting(root="", path="index.html", base_url=base_url, tongues=tongues)
    words = newest[0].words if newest else Words("en", ())
    return page("home.html.j2", newest=newest, words=words, here=here)


def shelve(shelf: list[Issue], base_url: str = "") -> dict[str, bytes]:
    """The files around the editions by path: the same manifests give the same bytes, whatever came first."""
    shelves = _languages(shelf)
    names = {lang: there[0].words.say("language.name") for lang, there in shelves.items()}
    made = {"index.html": _home(shelves, base_url), "sitemap.xml": _sitemap(shelves, base_url)}
    for lang, there in shelves.items():
        path = f"{lang}/index.html"
        years = [(year, list(group)) for year, group in groupby(there, key=lambda issue: issue.week[:4])]
        here = place(path, names, lang, base_url)
        made[path] = page("archive.html.j2", years=years, newest=there[0], words=there[0].words, here=here)
        made[f"{lang}/feed.xml"] = _feed(lang, there, base_url)
    ground = f"Sitemap: {base_url}/sitemap.xml\n" if base_url else ""
    made["robots.txt"] = f"User-agent: *\nAllow: /\n{ground}".encode()
    return dict(sorted(made.items()))
