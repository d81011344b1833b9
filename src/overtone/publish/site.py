"""The site on disk: what is new is built aside and moved into place whole; what did not change stays untouched."""

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from overtone.errors import SiteError
from overtone.publish.archive import FOLDERS, cards, issues, notices, parse, shelve
from overtone.publish.corrections import marked, marks, notice_mails, notice_pages, touched
from overtone.publish.mail import Service, mails
from overtone.publish.mail_shelf import mail_lists, unsent
from overtone.publish.pages import pages
from overtone.publish.proof import prove
from overtone.publish.rendering import emblem, stylesheet
from overtone.publish.renewal import checksum, renewed
from overtone.records import Corrected, Edition

STAGING = ".staging-"
OLD = "old"
WEEKLY = re.compile(r"[^/]+/\d{4}-W\d\d/manifest\.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the site holds of the edition and around it, what of it is new, and the digest of the edition's pages."""

    paths: tuple[Path, ...]
    checksum: str
    changed: tuple[str, ...] = ()  # paths from the root whose bytes are new, or that are gone
    versions: tuple[str, ...] = ()  # folders of versions that were the present ones until now


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is published with the weeks: corrections, pages of commentaries, and the service that the mails name."""

    corrections: tuple[Corrected, ...] = ()
    pages: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    service: Service | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a site is to hold: files by path from the root, folders that are replaced as a whole, what stays in them."""

    files: Mapping[str, bytes]
    whole: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()


@contextmanager
def _alone(site: Path) -> Iterator[None]:
    """One publisher at a time; the lock falls with the process, so a killed one leaves nothing to clear."""
    with (site / ".publish.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as trouble:
            raise SiteError(
                "another process is publishing into this site", where=str(site), next_step="wait for it and repeat"
            ) from trouble
        yield


def _recover(site: Path) -> None:
    """Put back what a killed run had taken aside and not yet replaced, then clear what it left."""
    for left in sorted(site.glob(f"{STAGING}*")):
        for folder in sorted((left / OLD).glob("*/*")):
            home = site / folder.relative_to(left / OLD)
            if not home.exists():
                home.parent.mkdir(parents=True, exist_ok=True)
                folder.rename(home)
        shutil.rmtree(left)


def _same(path: Path, body: bytes) -> bool:
    """Whether the file has these bytes; its size is asked first."""
    try:
        return path.stat().st_size == len(body) and path.read_bytes() == body
    except FileNotFoundError:
        return False


def _held(folder: Path) -> list[str]:
    """All files below a folder, from it."""
    return [str(Path(base, name).relative_to(folder)) for base, _, names in os.walk(folder) for name in names]


def differing(site: Path, target: Target) -> tuple[str, ...]:
    """Paths whose bytes are not on the disk, and files of the whole folders that are no longer to be there."""
    new = [path for path, body in target.files.items() if not _same(site / path, body)]
    for folder in target.whole:
        held = (f"{folder}/{path}" for path in _held(site / folder))
        new += [p for p in held if p not in target.files and not p.startswith(tuple(f"{s}/" for s in target.stay))]
    return tuple(sorted(new))


def _link(old: Path, new: Path) -> None:
    """The same file in a second place; a copy where the disk knows no links. Published files are never written into."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _stage(site: Path, staging: Path, target: Target, changed: frozenset[str]) -> None:
    """Lay out aside every file that is new, and the folders that are replaced with all they hold."""
    whole = tuple(f"{folder}/" for folder in target.whole if any(path.startswith(f"{folder}/") for path in changed))
    wanted = {p: body for p, body in target.files.items() if p in changed or (whole and p.startswith(whole))}
    stays = [s for s in target.stay if whole and s.startswith(whole)]
    held = [f"{stay}/{path}" for stay in stays for path in _held(site / stay)]
    for folder in sorted({str(Path(path).parent) for path in (*wanted, *held)}):
        (staging / folder).mkdir(parents=True, exist_ok=True)
    for path, body in wanted.items():
        if path in changed:
            (staging / path).write_bytes(body)
        else:
            _link(site / path, staging / path)
    for path in held:
        _link(site / path, staging / path)


def _swap(new: Path, place: Path, old: Path) -> None:
    """Put a folder in the place of another; a reader sees one or the other, and for an instant none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        place.rename(old)
    new.rename(place)


def _place(staging: Path, site: Path, target: Target, changed: Sequence[str]) -> None:
    """Looks first, then weeks, then the pages that lead to them, so that no link points at what is not there yet."""
    inside = tuple(f"{folder}/" for folder in target.whole)
    loose = [path for path in changed if path in target.files and not (inside and path.startswith(inside))]
    looks = [path for path in loose if path.startswith("assets/")]
    shelves = sorted(set(loose) - set(looks), key=lambda path: (path == "index.html", path))
    for path in looks:
        _put(staging, site, path)
    for folder in target.whole:
        if (staging / folder).is_dir():
            _swap(staging / folder, site / folder, staging / OLD / folder)
        elif any(path.startswith(f"{folder}/") for path in changed):
            _away(site / folder, staging / OLD / folder)
    for path in shelves:
        _put(staging, site, path)


def _away(place: Path, old: Path) -> None:
    """Take away a folder that nothing is left of."""
    old.parent.mkdir(parents=True, exist_ok=True)
    place.rename(old)


def _put(staging: Path, site: Path, path: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (staging / path).replace(site / path)


def write(site: Path, target: Target) -> tuple[str, ...]:
    """Bring the site to what it is to hold; the paths that were changed. To be called by one process at a time."""
    changed = differing(site, target)
    if not changed:
        return ()
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=site))
    try:
        _stage(site, staging, target, frozenset(changed))
        _place(staging, site, target, changed)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return changed


@contextmanager
def opened(site: Path) -> Iterator[None]:
    """The site for one publisher, with what a killed one left put right; SiteError where it cannot be written."""
    try:
        site.mkdir(parents=True, exist_ok=True)
        with _alone(site):
            _recover(site)
            yield
    except OSError as trouble:
        raise SiteError(
            f"the site cannot be written: {trouble.strerror or trouble}",
            where=str(trouble.filename or site),
            next_step="free disk space or allow writing there, then publish again; the site is as it was",
        ) from trouble


def around(site: Path, own: Mapping[str, bytes], beside: Beside, base: str) -> dict[str, bytes]:
    """The shelves, feeds, corrections and their mails around the weeks, out of what the site holds and what is new."""
    fresh = [parse(body, path) for path, body in own.items() if WEEKLY.fullmatch(path)]
    shelf = issues(site, fresh)
    told = notice_pages(beside.corrections, shelf, touched(site, own), base)
    _never_taken_down(site, {one.correction.id for one in beside.corrections})
    if beside.service:
        told |= unsent(site, notice_mails(beside.corrections, shelf, base, beside.service))
    made = {**beside.pages, **told}
    noted = notices(site, {**own, **made})
    desk = beside.service.address if beside.service else ""
    made |= mail_lists(shelf, noted, base, desk)
    return {**made, **shelve(shelf, base, noted, cards(site, own), desk)}


def _shelves(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Folders around the weeks that are made anew as wholes."""
    tops = {"/".join(path.split("/")[:2]) for path in files if path.count("/") > 1}
    return tuple(sorted(top for top in tops if top.split("/")[1] in FOLDERS))


def _never_taken_down(site: Path, known: set[str]) -> None:
    lost = sorted({path.parent.name for path in site.glob("*/corrections/*/index.html")} - known)
    if lost:
        raise SiteError(
            f"the notice {lost[0]!r} was published and is no longer among the corrections",
            where=str(site),
            next_step="put its file back: notices are never taken down; a mistake in one gets a notice of its own",
        )


def publish(
    edition: Edition, site: Path, *, base_url: str = "", beside: Beside | None = None, dry: bool = False
) -> Published:
    """Write the edition into the site and bring archive, feeds, corrections and sitemap up to date.

    The same edition gives the same bytes; one whose bytes changed becomes the present version, and what was there
    stays reachable as an earlier one. All files are written aside first: where the disk is full or the folder
    read-only, the site stays as it was. A process killed while the finished folders are moved leaves whole pages,
    and the next run completes them. `dry` only tells what would change. Raises EvidenceError for a sentence without
    its ground and SiteError where the site cannot be written. Not for two processes at once: the second is refused.
    """
    prove(edition)
    base, beside = base_url.rstrip("/"), beside or Beside()
    there = marks(edition, beside.corrections)
    own = marked(pages(edition, base), edition, there)
    noted = max((str(there.notices[name].correction.on) for name in there.all), default="")
    mail = unsent(site, mails(edition, base, beside.service)) if beside.service else {}
    with opened(site):
        week = renewed(site, edition, own, noted, base)
        folders = tuple(f"{text.lang}/{edition.brief.window.label}" for text in edition.texts)
        files = {**own, **mail, **week.files, **around(site, {**own, **mail}, beside, base)}
        target = Target(files=files, whole=(*folders, *_shelves(files)), stay=week.stay)
        changed = differing(site, target) if dry else write(site, target)
    return Published(
        paths=tuple(site / path for path in sorted(files)),
        checksum=checksum(own),
        changed=changed,
        versions=week.added,
    )


def refresh(site: Path, *, base_url: str = "", beside: Beside | None = None, dry: bool = False) -> Published:
    """Bring everything around the weeks up to date and leave the weeks as they are; same promises as `publish`."""
    with opened(site):
        files = around(site, {}, beside or Beside(), base_url.rstrip("/")) | dict((stylesheet(), emblem()))
        target = Target(files=files, whole=_shelves(files))
        changed = differing(site, target) if dry else write(site, target)
    return Published(paths=tuple(site / path for path in sorted(files)), checksum=checksum(files), changed=changed)
