"""Checking a downloaded data package: does every file still have the bytes that its manifest names?

The manifest cannot vouch for itself; who needs more compares its digest with the one on the edition's page.
"""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from overtone.errors import InputError
from overtone.publish.package import DESCRIPTOR, MANIFEST

MOST = 1 << 30  # bytes of one unpacked file: what is larger is no package of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a check of a package found."""

    files: int  # named in the manifest
    manifest: str  # SHA-256 of the manifest itself
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]  # there, and not in the manifest
    misdescribed: tuple[str, ...]  # the descriptor gives another digest than the manifest

    @property
    def holds(self) -> bool:
        """Whether everything is as it was published."""
        return not (self.changed or self.missing or self.unknown or self.misdescribed)


def _unpacked(path: Path) -> dict[str, bytes]:
    """Files of an archive by name without its one outer folder; nothing is written to the disk."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if any(entry.file_size > MOST for entry in entries):
                raise InputError("a file in the archive is larger than a gigabyte", where=str(path))
            return {entry.filename.partition("/")[2] or entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, OSError, RuntimeError) as trouble:
        raise InputError(
            f"this is no archive that can be read ({trouble})", where=str(path), next_step="download it again"
        ) from trouble


def _laid_out(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _named(files: Mapping[str, bytes], where: str) -> dict[str, str]:
    """Digest of each file, as the manifest names it."""
    if MANIFEST not in files:
        step = "name the package of an edition, or the folder it was unpacked to"
        raise InputError(f"no {MANIFEST} in it", where=where, next_step=step)
    lines = files[MANIFEST].decode("utf-8", "replace").splitlines()
    named = (line.split("  ", 1) for line in lines if "  " in line)
    return {name: digest for digest, name in named}


def _described(files: Mapping[str, bytes], named: Mapping[str, str]) -> list[str]:
    try:
        told = json.loads(files.get(DESCRIPTOR, b"{}"))
        digests = {one["path"]: str(one["hash"]).removeprefix("sha256:") for one in told.get("resources", ())}
    except (ValueError, KeyError, TypeError, AttributeError):
        return [DESCRIPTOR]
    return [name for name, digest in digests.items() if named.get(name) != digest]


def verify(path: Path) -> Verified:
    """Check a package, as a file or unpacked; InputError where it is none."""
    if not path.exists():
        raise InputError("no such file or folder", where=str(path), next_step="name the downloaded package")
    files = _laid_out(path) if path.is_dir() else _unpacked(path)
    named = _named(files, str(path))
    there = {name: sha256(body).hexdigest() for name, body in files.items() if name != MANIFEST}
    return Verified(
        files=len(named),
        manifest=sha256(files[MANIFEST]).hexdigest(),
        changed=tuple(sorted(name for name in named if name in there and there[name] != named[name])),
        missing=tuple(sorted(named.keys() - there.keys())),
        unknown=tuple(sorted(there.keys() - named.keys())),
        misdescribed=tuple(sorted(_described(files, named))),
    )
