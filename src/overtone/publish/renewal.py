"""A week made anew beside what is on the disk: which versions it gets, which pages stay, which files are new."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from overtone.errors import SiteError
from overtone.publish.pages import place
from overtone.publish.placing import at_end
from overtone.publish.proof import sentences
from overtone.publish.rendering import page
from overtone.publish.versions import (
    LIST,
    OWN,
    STATE,
    History,
    Moving,
    Said,
    Version,
    archived,
    kept,
    read,
    told,
    written,
)
from overtone.publish.words import Words
from overtone.records import Edition, Text

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What a week's folders must hold: files with these bytes, and folders of versions that stay as they are."""

    files: Mapping[str, bytes]
    stay: tuple[str, ...]
    added: tuple[str, ...]  # folders of versions that were the present ones until now


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One language of a week: what is on the disk, what is new, and its history with the new version in it."""

    site: Path
    text: Text
    week: str
    own: Mapping[str, bytes]  # by path from the week's folder
    prior: History | None
    history: History

    @property
    def home(self) -> str:
        """The week's folder, from the root."""
        return f"{self.text.lang}/{self.week}"

    @property
    def words(self) -> Words:
        """The words of the page."""
        return Words(self.text.lang, self.text.labels)

    @property
    def grown(self) -> bool:
        """Whether the version that is on the disk becomes an earlier one."""
        return self.prior is not None and len(self.history.earlier) > len(self.prior.earlier)


def checksum(made: Mapping[str, bytes]) -> str:
    """SHA-256 over the sorted paths and the digests of their bytes."""
    total = sha256()
    for path, body in sorted(made.items()):
        total.update(f"{path}\0{sha256(body).hexdigest()}\n".encode())
    return total.hexdigest()


def renewed(site: Path, edition: Edition, own: Mapping[str, bytes], noted: str, base_url: str) -> Renewed:
    """The week's files with their versions; `own` is the edition's, `noted` the day of its newest notice or empty.

    The same edition twice gives no new version. SiteError where somebody changed the file that tells the versions.
    """
    weeks = [_week(site, edition, text, own, noted) for text in edition.texts]
    histories = {one.text.lang: one.history for one in weeks} | _others(site, edition)
    names = {one.text.lang: one.words.say("language.name") for one in weeks}
    files: Files = {}
    stay: list[str] = []
    added: list[str] = []
    for one in weeks:
        old = _archived(one, histories) if one.grown else {}
        folders = [f"{one.home}/{version.folder}" for version in one.history.earlier]
        stay += folders[: len(folders) - one.grown]
        added += folders[len(folders) - one.grown :]
        files |= (
            old | {f"{one.home}/{path}": body for path, body in one.own.items()} | _shown(one, old, names, base_url)
        )
    return Renewed(files=files, stay=tuple(stay), added=tuple(added))


def on_disk(folder: Path) -> Iterator[str]:
    """Files of the present version of a week, from its folder."""
    for path in sorted(folder.rglob("*")):
        tail = path.relative_to(folder)
        if tail.parts[0] != "v" and path.is_file():
            yield tail.as_posix()


def history_of(site: Path, lang: str, week: str) -> History | None:
    """The versions of a week that is on the site, None where it is not; a week without the file has one version."""
    folder = site / lang / week
    try:
        if (folder / STATE).is_file():
            return read((folder / STATE).read_bytes())
        if not (folder / "manifest.json").is_file():
            return None
        manifest = json.loads((folder / "manifest.json").read_bytes())
        twin = json.loads((folder / "index.json").read_bytes())
        langs = manifest["languages"]
        files = {
            f"{other}/{week}/{path}": (site / other / week / path).read_bytes()
            for other in langs
            for path in on_disk(site / other / week)
        }
        return History(
            present=Version(n=1, checksum=checksum(files), as_of=manifest["as_of"], sentences=tuple(_twin(twin)))
        )
    except (ValueError, KeyError, TypeError, AttributeError, FileNotFoundError) as trouble:
        raise SiteError(
            f"what is told of its versions cannot be read ({trouble})",
            where=str(folder),
            next_step=f"restore {STATE} from a copy, or delete the folder to begin the week anew",
        ) from trouble


def _week(site: Path, edition: Edition, text: Text, own: Mapping[str, bytes], noted: str) -> Week:
    week = edition.brief.window.label
    home = f"{text.lang}/{week}/"
    mine = {path: body for path, body in own.items() if "/assets/" not in f"/{path}"}
    fresh = Version(
        n=1,
        checksum=checksum(mine),
        as_of=edition.brief.as_of.isoformat(),
        noted=noted,
        sentences=tuple(_said(text)),
    )
    prior = history_of(site, text.lang, week)
    return Week(
        site=site,
        text=text,
        week=week,
        own={path.removeprefix(home): body for path, body in own.items() if path.startswith(home)},
        prior=prior,
        history=prior.after(fresh) if prior else History(present=fresh),
    )


def _others(site: Path, edition: Edition) -> dict[str, History]:
    """The histories of the languages of this week that are on the site and not made now."""
    week, made = edition.brief.window.label, {text.lang for text in edition.texts}
    langs = sorted(path.parent.parent.name for path in site.glob(f"*/{week}/{STATE}"))
    found = {lang: history_of(site, lang, week) for lang in langs if lang not in made}
    return {lang: history for lang, history in found.items() if history}


def _said(text: Text) -> Iterator[Said]:
    """Each sentence of the front page with its place."""
    places = [(f"theme {s.theme}", 2 + len(s.lead) + len(s.body)) for s in text.sections]
    places += [(f"register {register.key}", len(register.sentences)) for register in text.registers]
    places += [("limits", len(text.limits))]
    named = [name for name, times in places for _ in range(times)]
    for name, one in zip(named, sentences(text), strict=True):
        yield one.id, name, one.words


def _twin(twin: Mapping[str, list[dict[str, object]]]) -> Iterator[Said]:
    """The sentences of a version that was published before versions were told, from its data twin."""
    for section in twin["sections"]:
        parts = [section["headline"], section["ground"]]
        for name in ("lead", "body"):
            listed = section[name]
            parts += listed if isinstance(listed, list) else []
        for one in parts:
            if isinstance(one, dict):
                yield str(one["id"]), f"theme {section['theme']}", str(one["words"])
    for limit in twin["limits"]:
        yield str(limit["id"]), "limits", str(limit["words"])


def _archived(one: Week, histories: Mapping[str, History]) -> Files:
    """The version on the disk, in the folder it gets now."""
    old = one.history.earlier[-1]
    folders = {
        lang: next((v.folder for v in history.earlier if v.checksum == old.checksum), "")
        for lang, history in histories.items()
    }
    kept_before = frozenset(one.prior.kept if one.prior else ())
    folder = one.site / one.home
    files = {path: (folder / path).read_bytes() for path in on_disk(folder) if path not in kept_before}
    moving = Moving(lang=one.text.lang, week=one.week, n=old.n, folders=folders, words=one.words)
    return archived(files, moving, frozenset(one.own))


def _shown(one: Week, old: Mapping[str, bytes], names: dict[str, str], base_url: str) -> Files:
    """What shows the versions: pages that only earlier ones had, the list, its place on the front page."""
    history, home = one.history, one.home
    gone = _gone(one, old)
    history = replace(history, kept=tuple(sorted(gone)))
    made = {f"{home}/{path}": body for path, body in gone.items()} | {f"{home}/{STATE}": written(history)}
    if history.earlier:
        front, path = one.own["index.html"].decode(), f"{home}/{LIST}"
        made[f"{home}/index.html"] = at_end(front, told(history, one.words)).encode()
        here = place(path, names, one.text.lang, base_url)
        made[path] = page("versions.html.j2", history=history, text=one.text, words=one.words, here=here)
    return made


def _gone(one: Week, old: Mapping[str, bytes]) -> Files:
    """Pages of earlier versions that the present one lacks, at the addresses they have always had."""
    found: Files = {}
    for version in reversed(one.history.earlier):
        folder = f"{one.home}/{version.folder}/"
        inside = [path.removeprefix(folder) for path in old if path.startswith(folder)]
        for path in inside or on_disk(one.site / folder):
            if path in one.own or path in found or path in OWN:
                continue
            body = old[folder + path] if inside else (one.site / folder / path).read_bytes()
            found[path] = kept(body, folder + path, f"{one.home}/{path}", version.n, one.words)
    return found
