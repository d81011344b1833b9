"""Pages per second of processor time: signed articles beside Pelican on the same Markdown, and an edition's own pages.

Each program runs in a process of its own, from its start to the last file written; user and system time are counted,
not the clock on the wall. The articles are made up: a thousand a language, of ordinary length, all marked as analysis.
Not for comparing machines: a busy one takes longer, so each figure is measured several times beside its peer.
"""

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from overtone.bench.score import Score
from overtone.publish.exhibits import evidence_pages
from overtone.publish.notes import lay_out
from overtone.publish.pages import pages
from overtone.publish.site import publish
from overtone.publishing import Task
from overtone.records import week
from overtone.wiring import Workspace, create_workspace, open_workspace

TARGET = 800.0  # pages a second of processor time
ARTICLES = 1000  # a language
TIMES = 3
WORDS = {
    "en": "the government said that talks on the border would go on while exports fell and allies kept silent about it",
    "ru": "правительство заявило что переговоры о границе продолжатся пока экспорт падает а союзники об этом молчат",
    "be": "урад заявіў што перамовы пра мяжу працягнуцца пакуль экспарт падае а саюзнікі пра гэта маўчаць",
}
HEAD = """+++
title = "{title}"
authors = ["desk"]
date = 2022-10-17
summary = "{{analysis}} {title}."
+++
"""
AUTHORS = """[desk]
name.en = "Desk"
name.ru = "Редакция"
name.be = "Рэдакцыя"
bio.en = "The desk."
bio.ru = "Редакция."
bio.be = "Рэдакцыя."
"""
PELICAN = """
AUTHOR = "Desk"
SITENAME = "Peer"
TIMEZONE = "UTC"
FILENAME_METADATA = r"(?P<slug>.*)\\.(?P<lang>[a-z]{2})"
DEFAULT_METADATA = {"title": "Article", "date": "2022-10-17", "category": "misc"}
ARTICLE_URL = ARTICLE_LANG_URL = "{lang}/{slug}.html"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{lang}/{slug}.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
OURS = """
import sys, time
from pathlib import Path
from overtone.wiring import open_workspace
press = open_workspace(sys.argv[1]).press()
with press.view() as view:
    begun = time.process_time()
    made = press.commentary(view, frozenset())
print(time.process_time() - begun)
for folder in {Path(sys.argv[2], path).parent for path in made}:
    folder.mkdir(parents=True, exist_ok=True)
for path, body in made.items():
    Path(sys.argv[2], path).write_bytes(body)
"""


def article(lang: str, number: int) -> str:
    """A made-up article of ordinary length: four headings, twelve paragraphs of four sentences."""
    chance = random.Random(f"{lang} {number}")
    words = WORDS[lang].split()

    def said(size: int) -> str:
        return " ".join(chance.choice(words) for _ in range(size)).capitalize()

    blocks = []
    for _ in range(4):
        blocks.append(f"## {said(4)}")
        for _ in range(3):
            sentences = [f"{said(chance.randint(6, 12))} **{said(2).lower()}** {said(5).lower()}." for _ in range(4)]
            blocks.append("{analysis} " + " ".join(sentences))
    return HEAD.format(title=said(5)) + "\n" + "\n\n".join(blocks) + "\n"


def articles(folder: Path, each: int = ARTICLES) -> int:
    """Write the articles and their authors; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "authors.toml").write_text(AUTHORS, "utf-8")
    for lang in WORDS:
        for number in range(each):
            (folder / f"{lang}-{number:04d}.{lang}.md").write_text(article(lang, number), "utf-8")
    return each * len(WORDS)


def processor(call: Sequence[str]) -> tuple[float, str]:
    """Seconds of processor time, user and system, that a call and its children take; and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(call, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, told


def rates(root: Path, times: int) -> dict[str, list[float]]:
    """Pages a second of each program over a workspace with articles, several times in turn."""
    found: dict[str, list[float]] = {"cold": [], "made": [], "pelican": []}
    (root / "pelicanconf.py").write_text(PELICAN, "utf-8")
    for turn in range(times):
        out, theirs = root / f"ours-{turn}", root / f"theirs-{turn}"
        seconds, told = processor([sys.executable, "-c", OURS, str(root), str(out)])
        count = len(list(out.glob("*/commentary/*/index.html")))
        found["cold"].append(count / seconds)
        found["made"].append(count / float(told.split()[-1]))
        if find_spec("pelican"):
            peer = [sys.executable, "-m", "pelican", str(root / "commentary"), "-o", str(theirs)]
            seconds, _ = processor([*peer, "-s", str(root / "pelicanconf.py")])
            found["pelican"].append(len(list(theirs.rglob("*.html"))) / seconds)
    return found


def week_rates(workspace: Workspace, times: int) -> dict[str, list[float]]:
    """Files and evidence pages a second of one week that is composed already; seconds for one changed statement."""
    edition = workspace.compose(Task(window=week(2022, 41), languages=tuple(WORDS)))
    found: dict[str, list[float]] = {"files": [], "evidence": [], "changed": []}
    text = edition.texts[0]
    names = {one.lang: one.lang for one in edition.texts}
    for turn in range(times):
        begun = time.process_time()
        count = len(pages(edition))
        found["files"].append(count / (time.process_time() - begun))
        layout = lay_out(edition, text)
        begun = time.process_time()
        made = evidence_pages(edition, text, layout, names, "")
        count = sum(path.endswith(".html") for path in made)
        found["evidence"].append(count / (time.process_time() - begun))
        site = workspace.settings.workspace / f"site-{turn}"
        publish(edition, site)
        first = edition.exhibits[0]
        other = replace(edition, exhibits=(replace(first, title=f"{first.title}."), *edition.exhibits[1:]))
        begun = time.perf_counter()
        publish(other, site)
        found["changed"].append(time.perf_counter() - begun)
    return found


def run(shared: Path) -> tuple[Score, ...]:
    """Articles a second beside Pelican; files and evidence pages of a week; seconds for one changed statement."""
    del shared
    with tempfile.TemporaryDirectory() as folder:
        root = create_workspace(Path(folder) / "desk")
        (root / "overtone.toml").write_text('[intake]\nmodels = "rules"\n', "utf-8")
        workspace = open_workspace(root)
        diary = Path(str(resources.files("overtone"))) / "diary"
        for name, source in (("items.jsonl", "diary"), ("votes.tsv", "diary-votes")):
            workspace.intake(diary / name, source, workers=1)
        of_week = week_rates(workspace, TIMES)
        count = articles(root / "commentary")
        of_articles = rates(root, TIMES)
    peer = statistics.median(of_articles["pelican"]) if of_articles["pelican"] else None
    rate = "pages per second of processor time"
    return (
        _score(f"{count} articles, from start to files", rate, of_articles["cold"], count, peer),
        _score(f"{count} articles, read, checked and made", rate, of_articles["made"], count, None),
        _score("evidence pages of a week, with their twins", rate, of_week["evidence"], TIMES, None),
        _score("all files of a week", "files per second of processor time", of_week["files"], TIMES, None),
        _score("one changed statement, to the site", "seconds", of_week["changed"], TIMES, None),
    )


def _score(task: str, metric: str, values: Sequence[float], n: int, peer: float | None) -> Score:
    return Score(
        bench="publish",
        task=task,
        metric=metric,
        value=statistics.median(values),
        low=min(values),
        high=max(values),
        n=n,
        target=1.0 if metric == "seconds" else TARGET,
        peer="Pelican" if peer else "",
        peer_value=peer,
    )
