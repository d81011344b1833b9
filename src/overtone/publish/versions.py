"""Versions of a week: what was published stays reachable when its bytes change, and tells what changed.

    {lang}/{week}/…                          the present version
    {lang}/{week}/v/{n}-{checksum10}/…       each earlier one, with links that lead on from there
    {lang}/{week}/versions.json              which there are, and the sentences of the present one

A page that the present version does not have any more stays at its address, with a word that says so.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import PurePosixPath

from overtone.publish.placing import at_top, moved, way
from overtone.publish.rendering import page
from overtone.publish.twins import as_json
from overtone.publish.words import Words

STATE = "versions.json"
LIST = "versions.html"
OWN = frozenset({STATE, LIST, "corrections.json", "manifest.json"})  # of the present version alone
BANNER = re.compile(r'<div class="notice earlier" role="note">.*?</div>\n', re.DOTALL)
ALIKE = 0.5  # share of common words from which a sentence in the same place counts as the same, changed

Said = tuple[str, str, str]  # id of the finding, its place on the page, its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a version changed in the sentences of the front page."""

    added: tuple[Said, ...] = ()
    removed: tuple[Said, ...] = ()
    changed: tuple[tuple[Said, Said], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a week in one language; `changes` are those that the next one made."""

    n: int
    checksum: str
    as_of: str  # the cut, ISO 8601
    noted: str = ""  # day of its newest notice
    sentences: tuple[Said, ...] = field(default=(), repr=False)  # of the present version alone
    changes: Changes = field(default_factory=Changes, repr=False)

    @property
    def cut(self) -> datetime:
        """Until when facts were known."""
        return datetime.fromisoformat(self.as_of)

    @property
    def noted_on(self) -> date | None:
        """The day of its newest notice, None where it has none."""
        return date.fromisoformat(self.noted) if self.noted else None

    @property
    def folder(self) -> str:
        """Its folder, once it is an earlier one."""
        return f"v/{self.n}-{self.checksum[:10]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The versions of a week in one language: the present one, and the earlier ones, the oldest first."""

    present: Version
    earlier: tuple[Version, ...] = ()
    kept: tuple[str, ...] = ()  # paths that only earlier versions have

    @property
    def steps(self) -> tuple[tuple[Version, Version], ...]:
        """Each version with the one that came after it, the newest first."""
        return tuple(reversed(tuple(pairwise((*self.earlier, self.present)))))

    def after(self, new: Version) -> "History":
        """The history once a version is published over the present one; the same where nothing differs."""
        if new.checksum == self.present.checksum:
            return self
        old = Version(
            n=self.present.n,
            checksum=self.present.checksum,
            as_of=self.present.as_of,
            noted=self.present.noted,
            changes=compare(self.present.sentences, new.sentences),
        )
        fresh = Version(n=old.n + 1, checksum=new.checksum, as_of=new.as_of, noted=new.noted, sentences=new.sentences)
        return History(present=fresh, earlier=(*self.earlier, old))


def read(body: bytes) -> History:
    """The history that a file tells; ValueError, KeyError or TypeError where somebody changed it."""
    told = json.loads(body)
    return History(
        present=_version(told["present"]),
        earlier=tuple(_version(one) for one in told["earlier"]),
        kept=tuple(told["kept"]),
    )


def written(history: History) -> bytes:
    """The history as a file."""
    return as_json(history)


def _said(rows: Sequence[Sequence[str]]) -> tuple[Said, ...]:
    return tuple((one[0], one[1], one[2]) for one in rows)


def _version(told: Mapping[str, object]) -> Version:
    one = json.loads(json.dumps(told))
    changes = one.pop("changes")
    return Version(
        **{**one, "sentences": _said(one["sentences"])},
        changes=Changes(
            added=_said(changes["added"]),
            removed=_said(changes["removed"]),
            changed=tuple((_said([was])[0], _said([now])[0]) for was, now in changes["changed"]),
        ),
    )


def compare(old: Sequence[Said], new: Sequence[Said]) -> Changes:
    """What was added, removed and changed between two versions.

    A finding that is still there with other words has changed; so has a sentence in whose place one stands that
    shares half of its words. Not for telling whether the meaning changed.
    """
    before, after = {one[0]: one for one in old}, {one[0]: one for one in new}
    changed = [(before[key], after[key]) for key in before if key in after and before[key][2] != after[key][2]]
    gone = [one for key, one in before.items() if key not in after]
    come = [one for key, one in after.items() if key not in before]
    for was in list(gone):
        near = [(_alike(was[2], now[2]), -n, now) for n, now in enumerate(come) if now[1] == was[1]]
        ratio, _, now = max(near, default=(0.0, 0, was))
        if ratio >= ALIKE:
            changed.append((was, now))
            gone.remove(was)
            come.remove(now)
    return Changes(added=tuple(come), removed=tuple(gone), changed=tuple(changed))


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """An earlier version on its way to its folder: whose week it is, and where each language's part of it goes."""

    lang: str
    week: str
    n: int
    folders: Mapping[str, str]  # language → the version's folder in its week, "" where the present one is the same
    words: Words

    @property
    def home(self) -> str:
        """The week's folder."""
        return f"{self.lang}/{self.week}"

    def lead(self, there: str) -> str:
        """Where an address of the week leads within this version; every other address as it is."""
        lang, _, tail = there.partition("/")
        week, _, rest = tail.partition("/")
        folder = self.folders.get(lang, "")
        own = week == self.week and folder and not rest.startswith("v/") and PurePosixPath(rest).name not in OWN
        return f"{lang}/{week}/{folder}/{rest}" if own else there


def archived(files: Mapping[str, bytes], moving: Moving, present: frozenset[str]) -> dict[str, bytes]:
    """The files of a version in its folder: pages with links that lead on and a word at the top, all else as it was.

    `files` and `present` (what the new version has) by their path from the week's folder.
    """
    made = {}
    for path, body in files.items():
        old, new = f"{moving.home}/{path}", f"{moving.home}/{moving.folders[moving.lang]}/{path}"
        if path.endswith(".html") and path not in OWN:
            open_at = way(new, old if path in present else f"{moving.home}/index.html")
            words = page("earlier.html.j2", n=moving.n, href=open_at, gone=False, words=moving.words).decode()
            made[new] = at_top(moved(body.decode(), old, new, moving.lead), words).encode()
        elif path not in OWN:
            made[new] = body
    return made


def kept(body: bytes, old: str, new: str, n: int, words: Words) -> bytes:
    """A page of an earlier version at the address it has always had, where the present version has none."""
    if not new.endswith(".html"):
        return body
    lang, week, _ = new.split("/", 2)
    href = way(new, f"{lang}/{week}/index.html")
    says = page("earlier.html.j2", n=n, href=href, gone=True, words=words).decode()
    return BANNER.sub(lambda _: says, moved(body.decode(), old, new), count=1).encode()


def told(history: History, words: Words) -> str:
    """The list of versions for the foot of the front page; also a place for each sentence that is there no more."""
    gone: dict[str, tuple[Version, Said, str]] = {}
    here = {one[0] for one in history.present.sentences}
    for version in history.earlier:
        rows = [(one, "") for one in version.changes.removed]
        rows += [(was, now[2]) for was, now in version.changes.changed]
        gone |= {one[0]: (version, one, now) for one, now in rows if one[0] not in here}
    return page("versions_part.html.j2", history=history, gone=list(gone.values()), words=words).decode()
