"""The feeds of a language: Atom (RFC 4287) and JSON Feed 1.1, with weeks, commentary and corrections."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from overtone.publish.issues import Issue, Notice
from overtone.publish.pages import address
from overtone.publish.rendering import page
from overtone.publish.runs import Shelf
from overtone.publish.twins import as_json
from overtone.publish.words import Words

NEWEST = 52  # entries
FED = ("commentary", "corrections")  # mails are sent already


@dataclass(frozen=True, slots=True, kw_only=True)
class Fed:
    """An entry of a feed."""

    id: str
    title: str
    href: str
    updated: str
    summary: str
    content: str  # XHTML inside a div
    authors: tuple[str, ...]
    tags: tuple[str, ...]


def stable(*parts: str) -> str:
    """A lasting name for a feed or an entry: a UUID of what it is, not of what it says today (RFC 4287, 4.2.6)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(("overtone", *parts))).urn


def _href(shelf: Shelf, path: str, base_url: str) -> str:
    return address(base_url, "", path) if base_url else path.removeprefix(f"{shelf.lang}/")


def _week(shelf: Shelf, issue: Issue, base_url: str) -> Fed:
    words, href = shelf.words, _href(shelf, issue.path, base_url)
    summary = issue.summary or words.say("archive.empty")
    return Fed(
        id=stable(base_url, words.say("desk.name"), shelf.lang, issue.week),
        title=issue.title,
        href=href,
        updated=issue.updated,
        summary=summary,
        content=page("entry.html.j2", summary=summary, headings=issue.headings, href=href).decode(),
        authors=(),
        tags=tuple(heading.name for heading in issue.headings),
    )


def _notice(shelf: Shelf, notice: Notice, base_url: str) -> Fed:
    words, href = shelf.words, _href(shelf, notice.path, base_url)
    known = words.labels.get("feed.correction", "{title}") if notice.kind == "corrections" else "{title}"
    return Fed(
        id=stable(base_url, words.say("desk.name"), shelf.lang, notice.kind, notice.slug),
        title=known.replace("{title}", notice.title),
        href=href,
        updated=notice.updated,
        summary=notice.summary or notice.title,
        content=page("entry.html.j2", summary=notice.summary or notice.title, headings=(), href=href).decode(),
        authors=notice.authors,
        tags=(words.say(f"shelf.{notice.kind}"),),
    )


def entries(shelf: Shelf, base_url: str) -> list[Fed]:
    """What the feeds hold: the newest first, by the week's last day or the notice's own."""
    told = [(issue.start.toordinal() + 6, 1, _week(shelf, issue, base_url)) for issue in shelf.issues[:NEWEST]]
    beside = [one for one in shelf.notices if one.kind in FED][:NEWEST]
    told += [(one.on.toordinal(), 0, _notice(shelf, one, base_url)) for one in beside]
    return [fed for *_, fed in sorted(told, key=lambda one: (-one[0], one[1], one[2].id))][:NEWEST]


def atom(shelf: Shelf, base_url: str) -> bytes:
    """The Atom feed; its addresses are relative where the site's own is not known."""
    told = entries(shelf, base_url)
    return page(
        "feed.xml.j2",
        lang=shelf.lang,
        words=shelf.words,
        entries=told,
        id=stable(base_url, shelf.words.say("desk.name"), shelf.lang),
        updated=max(entry.updated for entry in told),
        home=_href(shelf, f"{shelf.lang}/index.html", base_url),
        own=f"{base_url}/{shelf.lang}/feed.xml" if base_url else "feed.xml",
    )


def json_feed(shelf: Shelf, base_url: str) -> bytes:
    """The same as JSON Feed 1.1."""
    words = shelf.words
    told: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title(words),
        "description": words.say("desk.tagline"),
        "home_page_url": _href(shelf, f"{shelf.lang}/index.html", base_url),
        "feed_url": f"{base_url}/{shelf.lang}/feed.json" if base_url else "feed.json",
        "language": shelf.lang,
        "authors": [{"name": f"Overtone, {words.say('desk.name')}"}],
        "items": [_item(entry, shelf.lang) for entry in entries(shelf, base_url)],
    }
    return as_json(told)


def _item(entry: Fed, lang: str) -> Mapping[str, object]:
    told: dict[str, object] = {
        "id": entry.id,
        "url": entry.href,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": entry.updated,
        "language": lang,
    }
    if entry.authors:
        told["authors"] = [{"name": name} for name in entry.authors]
    return told | ({"tags": list(entry.tags)} if entry.tags else {})


def title(words: Words) -> str:
    """What the feeds are called."""
    return f"Overtone · {words.say('desk.name')}"
