"""What readers get: each type of page of the demo's site in three languages, looked at in a headless browser.

For one page of each type and language, the largest: bytes of its first view (HTML, style, images; not compressed),
serious and critical findings of axe-core in light and dark, width on a phone of 360 pixels, addresses asked for outside
the site; and for all pages dead links. Not for taste: pages are also to be looked at.
"""

import json
import posixpath
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from importlib import resources
from pathlib import Path
from urllib.parse import unquote

from overtone.bench.browser import NARROW, WIDE, Browser, program, rules
from overtone.bench.score import Score
from overtone.errors import SettingsError
from overtone.publishing import Task, publish_known, publish_week
from overtone.records import Edition, week
from overtone.wiring import Workspace, bring_articles, create_workspace, open_workspace

BUDGET = 150_000  # bytes of a first view
WEEKS = ((2022, 20), (2022, 41))
LANGUAGES = ("en", "ru", "be")
FILES = (("items.jsonl", "diary"), ("votes.tsv", "diary-votes"))
KIND = re.compile(r'<body class="([^" ]*)')
HEARD = (
    "axe.run(document, {resultTypes: ['violations']RULES})"
    ".then(r => JSON.stringify(r.violations.map(v => [v.id, v.impact])))"
)
FOLDERS = frozenset(
    [
        "actor",
        "actors",
        "encounter",
        "encounters",
        "event",
        "events",
        "evidence",
        "mail",
        "search",
        "signal",
        "themes",
        "topic",
        "topics",
        "years",
    ]
)
GRAVE = ("serious", "critical")
NOTICE = """[corrections.2022-10-24-example]
on = 2022-10-24
kind = "withdrawal"
entered_by = "first"
approved_by = "second"
documents = ["{document}"]
wrong.en = "The publisher took this page back."
wrong.ru = "Издание отозвало эту публикацию."
wrong.be = "Выданне адклікала гэту публікацыю."
right.en = "The sentences that rest on it are marked."
right.ru = "Предложения, которые на неё опираются, помечены."
right.be = "Сказы, якія на яе абапіраюцца, пазначаны."
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One page as the browser found it."""

    kind: str  # edition | evidence | archive …
    lang: str
    path: str
    size: int  # bytes of the first view
    grave: tuple[str, ...]  # rules of axe-core that it breaks, serious or critical
    narrow: tuple[int, int]  # width of what it shows and of the window, at 360 pixels
    outside: tuple[str, ...]  # addresses asked for that are not of the site
    printed: bool  # whether menus are left out and the text is there on paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """The demo's site and the editions it was made of."""

    site: Path
    editions: tuple[Edition, ...]


def demo_site(folder: Path) -> Demo:
    """The demo's two weeks and its commentary, then a notice that withdraws a document: so with earlier versions."""
    create_workspace(folder)
    workspace = open_workspace(folder, say=_quiet)
    diary = Path(str(resources.files("overtone") / "diary"))
    for name, source in FILES:
        workspace.intake(diary / name, source, workers=1)
    bring_articles(workspace, diary / "commentary", date(2022, 10, 17))
    composed: dict[str, Edition] = {}

    def compose(task: Task) -> Edition:
        """Each week once: the second publication is of the same words."""
        if task.window.label not in composed:
            composed[task.window.label] = workspace.compose(task)
        return composed[task.window.label]

    for year, number in WEEKS:
        press = replace(workspace.press(say=_quiet), compose=compose)
        publish_week(press, Task(window=week(year, number), languages=LANGUAGES))
    workspace.settings.corrections.mkdir()
    document = _cited(workspace)
    (workspace.settings.corrections / "2022.toml").write_text(NOTICE.replace("{document}", document), "utf-8")
    for _ in publish_known(replace(workspace.press(say=_quiet), compose=compose)):
        pass
    return Demo(site=workspace.settings.site, editions=tuple(composed.values()))


def _cited(workspace: Workspace) -> str:
    """A document that the later week's first sentences rest on, as source/key."""
    front = (workspace.settings.site / "en" / "2022-W41" / "evidence.json").read_text("utf-8")
    found = re.search(r'"document": "([0-9a-f]+)"', front)
    with workspace.view() as view:
        (page,) = view.documents([found[1]] if found else []).values()
    return f"{page.source}/{page.key}"


def _quiet(_note: str) -> None:
    """Nobody listens."""


def html(site: Path) -> dict[str, str]:
    """Every page of a site by its path."""
    return {str(path.relative_to(site)): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


def kind_of(path: str, body: str) -> str:
    """The type of a page: what its template calls it and the folder it stands in; of an earlier version or not."""
    named = KIND.search(body)
    folders = [part for part in path.split("/")[1:-1] if part in FOLDERS]
    old = ["earlier"] if 'class="notice earlier"' in body else []
    return " ".join((*old, named[1] if named else "plain", *folders[-1:]))


def largest(pages: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The largest page of each type and language; an earlier version is looked at for its front page alone."""
    found: dict[tuple[str, str], str] = {}
    for path, body in pages.items():
        kind, lang = kind_of(path, body), path.split("/")[0] if "/" in path else ""
        if kind.startswith("earlier") and kind != "earlier edition":
            continue
        if (kind, lang) not in found or len(body) > len(pages[found[kind, lang]]):
            found[kind, lang] = path
    return dict(sorted(found.items()))


def dead_links(site: Path, pages: Mapping[str, str]) -> Iterator[str]:
    """Links of these pages that lead to no file, or to no place on it; and how each is written."""
    places = {path: frozenset(re.findall(r'\bid="([^"]+)"', body)) for path, body in pages.items()}
    there: dict[str, bool] = {}
    for path, body in pages.items():
        for address in dict.fromkeys(re.findall(r'\b(?:href|src)="([^"]*)"', body)):
            if re.match(r"[a-z]+:", address):
                continue
            way, _, place = unescape(address).partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(way))) if way else path
            if not there.setdefault(target, (site / target).is_file()) or (
                place and target in places and unquote(place) not in places[target]
            ):
                yield f"{path}: {address}"


def look(site: Path, pages: Mapping[tuple[str, str], str]) -> Iterator[Looked]:
    """Each of these pages in the browser; SettingsError where Chromium or axe-core is not installed."""
    chromium, axe = program(), rules()
    if not chromium or not axe:
        raise SettingsError(
            "no Chromium, or no axe-core beside the environment", next_step="install them with `make browser`"
        )
    script = axe.read_text("utf-8") + ";0"
    with Browser(chromium) as browser:
        for (kind, lang), path in pages.items():
            yield _seen(browser, script, site, (kind, lang, path))


def _seen(browser: Browser, script: str, site: Path, page: tuple[str, str, str]) -> Looked:
    kind, lang, path = page
    root = site.absolute().as_uri()
    browser.media()
    browser.size(*WIDE)
    browser.open(f"{root}/{path}")
    asked = list(dict.fromkeys(browser.requests))
    browser.ask(script)
    grave = list(_grave(browser.ask(HEARD.replace("RULES", ""))))
    browser.media(dark=True)
    contrast = HEARD.replace("RULES", ", runOnly: ['color-contrast']")
    grave += [f"{rule} (dark)" for rule in _grave(browser.ask(contrast))]
    browser.media("print")
    hidden = "[...document.querySelectorAll('nav.menu, nav.tongues')].every(e => !e.offsetParent)"
    printed = browser.ask(f"{hidden} && document.querySelector('main, body').innerText.length > 20")
    browser.media()
    browser.size(*NARROW)
    root_of = "document.documentElement"
    shown, window = (int(str(browser.ask(f"{root_of}.{side}Width"))) for side in ("scroll", "client"))
    return Looked(
        kind=kind,
        lang=lang,
        path=path,
        size=sum(
            (site / unquote(one.removeprefix(f"{root}/"))).stat().st_size for one in asked if one.startswith(root)
        ),
        grave=tuple(grave),
        narrow=(shown, window),
        outside=tuple(one for one in asked if not one.startswith((root, "data:"))),
        printed=bool(printed),
    )


def _grave(told: object) -> Iterator[str]:
    found: list[tuple[str, str]] = json.loads(str(told))
    yield from (rule for rule, impact in found if impact in GRAVE)


def run(shared: Path) -> tuple[Score, ...]:
    """Bytes of the first view and grave findings of each type of page, and the dead links of the whole site."""
    del shared
    with tempfile.TemporaryDirectory() as folder:
        site = demo_site(Path(folder) / "desk").site
        pages = html(site)
        seen = tuple(look(site, largest(pages)))
        dead = sum(1 for _ in dead_links(site, pages))
    scores = []
    for kind in dict.fromkeys(one.kind for one in seen):
        of = [one for one in seen if one.kind == kind]
        for metric, value, target in (
            ("bytes of the first view, largest", max(one.size for one in of), BUDGET),
            ("serious findings of axe-core", sum(len(one.grave) for one in of), 0),
            ("pages wider than a phone", sum(one.narrow[0] > one.narrow[1] for one in of), 0),
            ("requests outside the site", sum(len(one.outside) for one in of), 0),
        ):
            scores.append(_score(kind, metric, value, target, len(of)))
    return (*scores, _score("all pages", "dead links", dead, 0, len(pages)))


def _score(task: str, metric: str, value: int, target: int, n: int) -> Score:
    return Score(bench="pages", task=task, metric=metric, value=value, target=target, n=n, peer="")
