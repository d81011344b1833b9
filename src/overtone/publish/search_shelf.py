"""The search of a language: the weeks' parts put together by year, and the site's own pages beside them."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from overtone.errors import SiteError
from overtone.publish.cards import also, names
from overtone.publish.runs import KINDS, Run, Shelf, subjects, themes
from overtone.publish.search import CHUNK, Entry, Part, entry_files, index, read_card, script, shards

WHOLE = "all"  # the part that belongs to no week


def cards(site: Path, fresh: Mapping[str, bytes]) -> dict[tuple[str, str], Part]:
    """What the search of each language and week holds; files in `fresh`, by path, stand in for those on the disk.

    SiteError where somebody changed a file.
    """
    told = {tuple(path.split("/")[:2]): (path, body) for path, body in fresh.items() if path.endswith("/search.json")}
    for file in sorted(site.glob("*/*/search.json")):
        told.setdefault(file.parts[-3:-1], (str(file), file.read_bytes()))
    found = {}
    for (lang, week), (path, body) in told.items():
        try:
            found[lang, week] = read_card(body)
        except (ValueError, KeyError, TypeError, AttributeError) as trouble:
            raise SiteError(
                f"this part of the search cannot be read ({trouble})",
                where=path,
                next_step="publish that week again, or delete the file: the week is then not found by the search",
            ) from trouble
    return found


def around(shelf: Shelf) -> list[Entry]:
    """The pages of the shelves and what is published beside the weeks, as entries of the search."""
    told = [Entry(path=f"themes/{run.id}.html", kind="theme", title=run.name, text="") for run in themes(shelf)]
    for kind, folder in KINDS.items():
        told += [_subject(run, kind, folder) for run in subjects(shelf, kind) if kind != "encounter"]
    for notice in shelf.notices:
        path = notice.path.removeprefix(f"{shelf.lang}/")
        text = " ".join((notice.summary, *notice.authors))
        told.append(Entry(path=path, kind=notice.kind, title=notice.title, text=text))
    return told


def _subject(run: Run, kind: str, folder: str) -> Entry:
    newest = run.weeks[0][1]
    return Entry(path=f"{folder}/{run.id}.html", kind=kind, title=run.name, text="", also=also(newest))


def search_shelf(shelf: Shelf, told: Mapping[str, Part]) -> dict[str, bytes]:
    """The files of the search in one language: the list of shards, the shards of each year, the site's own entries."""
    own = around(shelf)
    known = [subject for issue in shelf.issues for subject in issue.subjects]
    weeks = sorted(issue.week for issue in shelf.issues if issue.week in told)
    groups = {year: {week: told[week] for week in group} for year, group in groupby(weeks, key=lambda week: week[:4])}
    groups[WHOLE] = {WHOLE: index(own, shelf.lang, names(dict.fromkeys(known)))}
    made, listed = {}, {}
    for group, parts in groups.items():
        files = shards(parts)
        for number, shard in enumerate(files):
            body = script(f"{group}-{number}", {"terms": shard.terms, "forms": shard.forms})
            made[f"{shelf.lang}/search/{group}-{number}.js"] = body
        listed[group] = {
            "shards": [shard.opening for shard in files],
            "weeks": {week: part.entries for week, part in parts.items()},
        }
    for name, body in entry_files(own, WHOLE):
        made[f"{shelf.lang}/search/entries-{name}.js"] = body
    made[f"{shelf.lang}/search/index.js"] = script("index", {"chunk": CHUNK, "groups": listed})
    return made
