"""Where the doors are opened, once, from the settings: workspace, facts, ledger, reader.

Everything heavy is imported when it is first used, so that `overtone --help` answers at once.
"""

import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from importlib import import_module, resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from overtone.errors import SettingsError, UsageError
from overtone.records import Document, Harvest, Source, Window
from overtone.registry import Registry, default_desk, load
from overtone.registry.corrections import load_corrections
from overtone.registry.judgements import Judgements, default_judgements, load_judgements
from overtone.settings import FILE, Settings, read_settings, template

Ledger = Any  # overtone.ledger.Ledger
View = Any  # overtone.ledger.View
Reader = Any  # overtone.parcels.Reader
Report = Any  # overtone.intake.Report
Published = Any  # overtone.publish.Published
Task = Any  # overtone.publishing.Task
Press = Any  # overtone.publishing.Press
Edition = Any  # overtone.records.Edition

CODE = frozenset({".py", ".toml", ".j2", ".css", ".js", ".svg"})

FACTS_README = """# Your own facts

TOML files in this folder add to the facts that ship with Overtone, or replace one of the same id as a whole.
`overtone facts` lists what is known; a mistake is told with file, line and field. Every fact needs a `reference`.
"""
JUDGEMENTS_README = """# Your own judgements

TOML files in this folder hold open questions, indicators, hypotheses and forecasts. They add to those that ship with
Overtone, or replace one of the same id as a whole. `overtone assess` shows how things stand, and each edition prints
them; a mistake is told with file, line and field. docs/assessment.md tells how they are written.
"""
FACTS_EXAMPLE = """# An example, commented out: the card of a source of your own, one JSON object a line.
# In `fields` stands left the field of the document, right the field of the row ("=…" is a constant,
# "paragraphs[].text" a joined list). Take the "# " away from the lines below the empty one.
#
# [sources.my-ministry]
# en = "Ministry press releases"
# ru = "Сообщения министерства"
# be = "Паведамленні міністэрства"
# kind = "official"
# shape = "jsonl"
# state = "by"
# lang = "en"
# clock = "Europe/Minsk"
# fields = { key = "id", url = "link", title = "headline", body = "text", published = "date" }
# reference = "https://example.org/press"
"""


@dataclass(frozen=True)
class DeskReader:
    """What makes the reader ready in a process: it is sent there with the facts, which need not be loaded again."""

    registry: Registry
    by_rules: bool  # without any model

    def __call__(self) -> Callable[[Document], Harvest]:
        """A function that reads one document; the models are loaded here, once in each process."""
        read = import_module("overtone.read").read
        kept = import_module("overtone.read.models")
        models = kept.FAST if self.by_rules else kept.load()
        return lambda document: read(document, self.registry, models)


@dataclass(frozen=True)
class Workspace:
    """A workspace with its doors: the settings are there at once, the rest when first asked for."""

    settings: Settings

    @cached_property
    def registry(self) -> Registry:
        """All facts: the desk that ships and, over it, the workspace's own; FactsError names every mistake."""
        return load(*self._folders())

    @cached_property
    def judgements(self) -> Judgements:
        """The desk's judgements and, over them, the workspace's own; JudgementError names every mistake."""
        own = self.settings.workspace / "judgements"
        shipped = default_judgements()
        return load_judgements(self.registry, *((shipped, own) if own.is_dir() else (shipped,)))

    @cached_property
    def ledger(self) -> Ledger:
        """The evidence ledger, which need not exist yet."""
        return import_module("overtone.ledger").Ledger.open(self.settings.ledger)

    @cached_property
    def reader(self) -> Reader:
        """The reader with the facts and models of this workspace.

        Its version tells the rules, the models and the facts, so any new one means a new reading.
        """
        kept = import_module("overtone.read.models")
        by_rules = self.settings.models == "rules" or not kept.installed()
        parts = (
            import_module("overtone.read").READER,
            kept.RULES_ONLY if by_rules else kept.VERSION,
            self.registry.digest[:8],
        )
        return import_module("overtone.parcels").Reader(
            version="+".join(parts), load=DeskReader(self.registry, by_rules=by_rules)
        )

    def view(self, as_of: datetime | None = None, engine: str = "duckdb") -> View:
        """What the ledger shows as of a moment, or of its latest row, on the engine named.

        UsageError for an engine that is not known; SettingsError where Spark or its Java is not installed.
        """
        return self.ledger.view(as_of, engine)

    def source(self, name: str) -> Source:
        """The card of a source; UsageError with the known ones where there is none."""
        if name not in self.registry.sources:
            known = ", ".join(sorted(self.registry.sources))
            raise UsageError(
                f"the facts know no source {name!r}",
                next_step=f"one of: {known}; or write a card in {self.settings.facts}",
            )
        return self.registry.sources[name]

    def intake(
        self,
        path: Path,
        source: str,
        *,
        workers: int | None = None,
        engine: str = "duckdb",
        progress: Callable[[int], None] | None = None,
    ) -> Report:
        """Take a file of a source into the ledger; `progress` is told how many rows are done so far.

        The engine spark reads on Spark; duckdb, as ever, in processes of this machine.
        """
        conductor = import_module("overtone.intake")
        chosen = self.settings
        options = conductor.Options(
            workers=workers or chosen.workers, engine=engine, batch=chosen.batch, deadline=float(chosen.deadline)
        )
        if progress is not None:
            options = replace(options, progress=progress)
        return conductor.intake(path, self.source(source), self.ledger, self.reader, options)

    def sources(self) -> tuple[Source, ...]:
        """The cards of all sources, in the order of the facts."""
        return tuple(self.registry.sources.values())

    def publish(
        self,
        window: Window,
        *,
        languages: Sequence[str] | None = None,
        as_of: datetime | None = None,
        site: Path | None = None,
        themes: Sequence[str] = (),
    ) -> Published:
        """Compose the edition of a week from the ledger as of a moment and publish it to the site.

        `themes` are the ids of those to write, all by default; UsageError for one that the facts do not know.
        """
        conductor = import_module("overtone.publishing")
        langs = tuple(languages or self.settings.languages)
        task = conductor.Task(window=window, languages=langs, as_of=as_of, themes=tuple(themes))
        return conductor.publish_week(self.press(site), task).published

    def compose(self, task: Task) -> Edition:
        """The edition that a task asks for; UsageError for a theme that the facts do not know."""
        for theme in task.themes:
            self.registry.name("theme", theme, "en")
        chosen = {key: fact for key, fact in self.registry.themes.items() if not task.themes or key in task.themes}
        with ExitStack() as doors:
            return import_module("overtone.edition").compose(
                doors.enter_context(self.view(task.as_of)),
                replace(self.registry, themes=chosen),
                task.window,
                task.languages,
                self.judgements,
                doors.enter_context(self.view()) if task.as_of else None,
            )

    def press(self, site: Path | None = None, say: Callable[[str], None] | None = None) -> Press:
        """What publishing needs of this workspace; CorrectionError where a correction is written wrongly."""
        conductor = import_module("overtone.publishing")
        return conductor.Press(
            site=site or self.settings.site,
            base_url=self.settings.address,
            compose=self.compose,
            view=self.view,
            corrections=load_corrections(self.settings.corrections),
            commentary=self._commentary,
            service=self._service(),
            inputs=f"{_code()} {self.registry.digest} {self.judgements.digest}",
            say=say or _say,
        )

    def _commentary(self, view: View, weeks: Collection[str]) -> Mapping[str, bytes]:
        conductor = import_module("overtone.commentary")
        site = conductor.Site(base_url=self.settings.address, pitches=self.settings.pitches, weeks=weeks)
        folder = self.settings.commentary
        pages: Mapping[str, bytes] = conductor.commentary_pages(
            folder, view, self.registry, self.settings.languages, site
        )
        return pages

    def _service(self) -> object:
        return import_module("overtone.publish.mail").Service(
            address=self.settings.desk_address, imprint=self.settings.imprint
        )

    def _folders(self) -> tuple[Path, ...]:
        own = self.settings.facts
        return (default_desk(), own) if own.is_dir() else (default_desk(),)


def bring_articles(workspace: Workspace, shipped: Path, on: date) -> None:
    """Articles that ship into a workspace, locked to what its ledger reads; what is there already is left as it is."""
    own = workspace.settings.commentary
    own.mkdir(parents=True, exist_ok=True)
    fresh = [path for path in sorted(shipped.iterdir()) if not (own / path.name).exists()]
    for path in fresh:
        (own / path.name).write_bytes(path.read_bytes())
    conductor = import_module("overtone.commentary")
    desk = conductor.read_desk(own)
    with workspace.view() as view:
        for slug in desk.slugs:
            if any(path.name.startswith(f"{slug}.") for path in fresh):
                conductor.lock(desk, slug, view, workspace.registry, on)


def open_workspace(
    named: str | Path | None = None,
    *,
    flags: Mapping[str, str] = MappingProxyType({}),
    say: Callable[[str], None] | None = None,
    needed: bool = True,
) -> Workspace:
    """The workspace of this call: the one named, else found from here.

    SettingsError where there is none, unless it is not `needed`: then this folder stands for it, with the defaults.
    """
    try:
        folder, note = find_workspace(named, os.environ, Path.cwd())
    except SettingsError:
        if needed or named:
            raise
        folder, note = Path.cwd(), ""
    if note:
        (say or _say)(note)
    return Workspace(read_settings(folder, os.environ, flags))


def find_workspace(named: str | Path | None, environment: Mapping[str, str], here: Path) -> tuple[Path, str]:
    """The folder with overtone.toml and, where it was guessed, a note that says so.

    Looked for in this order: the name given, OVERTONE_WORKSPACE, this folder and those above it, the only folder in
    this one that is a workspace.
    """
    for name, origin in ((named, "--workspace"), (environment.get("OVERTONE_WORKSPACE"), "OVERTONE_WORKSPACE")):
        if name:
            folder = here / Path(name).expanduser()
            if not (folder / FILE).is_file():
                raise SettingsError(
                    f"{folder} is not a workspace: no {FILE} in it",
                    where=origin,
                    next_step=f"make one with `overtone init {name}`, or name another folder",
                )
            return folder, ""
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return folder, ""
    below = sorted(found.parent for found in here.glob(f"*/{FILE}"))
    if len(below) == 1:
        return below[0], f"workspace: {below[0].name} (the only one here)"
    if below:
        raise SettingsError(
            f"there are several workspaces here: {', '.join(folder.name for folder in below)}",
            next_step=f"choose one with --workspace {below[0].name}",
        )
    raise SettingsError(f"no workspace in {here} or above it", next_step="make one with `overtone init my-desk`")


def create_workspace(path: Path) -> Path:
    """A new workspace: overtone.toml, facts/, judgements/, ledger/, site/; what is there already is left as it is.

    SettingsError where the folder is a workspace already, is a file, or cannot be made.
    """
    if (path / FILE).exists():
        raise SettingsError("this is a workspace already", where=str(path), next_step="use it, or name another folder")
    files = {FILE: template(), "facts/README.md": FACTS_README, "facts/example.toml": FACTS_EXAMPLE}
    files["judgements/README.md"] = JUDGEMENTS_README
    try:
        for name in ("facts", "judgements", "ledger", "site"):
            (path / name).mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            if not (path / name).exists():
                (path / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"cannot be made ({error.strerror})", where=str(path), next_step="name a folder you may write in"
        ) from error
    return path


def _code() -> str:
    """A digest of the program itself: what is published depends on it."""
    total = sha256()
    root = Path(str(resources.files("overtone")))
    for path in sorted(root.rglob("*")):
        if path.suffix in CODE:
            total.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def _say(note: str) -> None:
    sys.stderr.write(f"{note}\n")
