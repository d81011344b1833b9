"""The site on disk: a new edition is built aside and moved into place whole; the others stay as they are."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from overtone.errors import SiteError
from overtone.publish.archive import issues, parse, shelve
from overtone.publish.pages import pages
from overtone.publish.proof import prove
from overtone.records import Edition

STAGING = ".staging-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was written, and the digest of the edition's own pages."""

    paths: tuple[Path, ...]
    checksum: str


def checksum(made: Mapping[str, bytes]) -> str:
    """SHA-256 over the sorted paths and the digests of their bytes."""
    total = sha256()
    for path, body in sorted(made.items()):
        total.update(f"{path}\0{sha256(body).hexdigest()}\n".encode())
    return total.hexdigest()


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


def _stage(staging: Path, made: Mapping[str, bytes]) -> None:
    for folder in sorted({Path(path).parent for path in made}):
        (staging / folder).mkdir(parents=True, exist_ok=True)
    for path, body in made.items():
        (staging / path).write_bytes(body)


def _swap(new: Path, place: Path, old: Path) -> None:
    """Put a folder in the place of another; a reader sees one or the other, and for an instant none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        place.rename(old)
    new.rename(place)


def _place(staging: Path, site: Path, week: str, made: Mapping[str, bytes]) -> None:
    """Editions first and the pages that lead to them last, so that no link points at what is not there yet."""
    weeks = sorted({str(Path(*Path(path).parts[:2])) for path in made if Path(path).parts[1:2] == (week,)})
    loose = [path for path in made if Path(path).parts[1:2] != (week,)]
    assets = [path for path in loose if path.startswith("assets/")]
    shelves = sorted(set(loose) - set(assets), key=lambda path: (path == "index.html", path))
    (site / "assets").mkdir(exist_ok=True)
    for path in assets:
        (staging / path).replace(site / path)
    for folder in weeks:
        _swap(staging / folder, site / folder, staging / "old" / folder)
    for path in shelves:
        (staging / path).replace(site / path)


def _write(site: Path, edition: Edition, own: Mapping[str, bytes], base_url: str) -> dict[str, bytes]:
    for left in site.glob(f"{STAGING}*"):
        shutil.rmtree(left)
    fresh = [parse(body, path) for path, body in own.items() if path.endswith("/manifest.json")]
    made = {**own, **shelve(issues(site, fresh), base_url)}
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=site))
    try:
        _stage(staging, made)
        _place(staging, site, edition.brief.window.label, made)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return made


def publish(edition: Edition, site: Path, *, base_url: str = "") -> Published:
    """Write the edition into the site and bring archive, feeds and sitemap up to date.

    The same edition gives the same bytes. All files are written aside first: where the disk is full or the folder
    read-only, the site stays as it was. A process killed while the finished folders are moved leaves whole pages,
    and the next run completes them. Raises EvidenceError for a sentence without its ground and SiteError where the
    site cannot be written. Not for two processes at once: the second is refused.
    """
    prove(edition)
    base = base_url.rstrip("/")
    own = pages(edition, base)
    try:
        site.mkdir(parents=True, exist_ok=True)
        with _alone(site):
            made = _write(site, edition, own, base)
    except OSError as trouble:
        raise SiteError(
            f"the site cannot be written: {trouble.strerror or trouble}",
            where=str(trouble.filename or site),
            next_step="free disk space or allow writing there, then publish again; the site is as it was",
        ) from trouble
    return Published(paths=tuple(site / path for path in sorted(made)), checksum=checksum(own))
