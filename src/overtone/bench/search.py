"""The search of the site: inflected names in three languages, beside matching the words as they are typed.

The site searched is made from the facts: a page for each office-holder, state and organisation, and a sentence of
each office-holder about another one, so that every name stands in texts that are not about it. The queries are their
names in the cases of each language. What answers is the script of the search page itself, run by Node.
"""

import json
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.brief.names import surname_forms
from overtone.errors import UsageError
from overtone.language import LANGUAGES, language
from overtone.publish.cards import also, name_forms, names
from overtone.publish.issues import Issue, Subject
from overtone.publish.rendering import search_script
from overtone.publish.runs import Shelf
from overtone.publish.search import Entry, entry_files, index
from overtone.publish.search_shelf import search_shelf
from overtone.publish.spelling import WORD
from overtone.records import Names
from overtone.registry import Registry, default_desk, load

WEEK = "2022-W41"
TARGET = 0.95
FIRST = 5  # places in which the page must stand
EACH = 40  # office-holders whose names are asked for, in each language
SENTENCES = {
    "en": "He spoke with {name} about the border and the sanctions.",
    "ru": "Он беседовал с {name} о границе и о санкциях.",
    "be": "Ён гутарыў з {name} пра мяжу і пра санкцыі.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A name as somebody may type it, and the page that is looked for."""

    words: str
    lang: str  # of the words
    page: str


def run(shared: Path) -> tuple[Score, ...]:
    """Recall in the first five places for each language of the query, ours and by words as typed."""
    return scores(load(default_desk()))


def scores(registry: Registry) -> tuple[Score, ...]:
    """The same for other facts."""
    known = subjects(registry, "be")
    asked = queries(registry)
    told = answers(registry, known, asked)
    plain = typed(known, asked)
    made = []
    for lang in (*LANGUAGES, ""):
        chosen = [n for n, query in enumerate(asked) if lang in ("", query.lang)]
        right = sum(asked[n].page in told[n][:FIRST] for n in chosen)
        peer = sum(asked[n].page in plain[n][:FIRST] for n in chosen)
        low, high = wilson(right, len(chosen))
        made.append(
            Score(
                bench="search",
                task=f"inflected names, {lang or 'all'}: the page among the first {FIRST}",
                metric="recall",
                value=right / len(chosen),
                low=low,
                high=high,
                n=len(chosen),
                target=TARGET,
                peer="words as typed",
                peer_value=peer / len(chosen),
            )
        )
    return tuple(made)


def subjects(registry: Registry, lang: str) -> list[Subject]:
    """Every office-holder, state and organisation of the facts, as a site in one language has them."""
    found = [
        Subject(
            kind="actor",
            id=key,
            name=actor.names.display(lang),
            also=_others(actor.names, lang),
            forms=tuple(name_forms(surname_forms(actor))),
        )
        for key, actor in registry.actors.items()
    ]
    for table in (registry.states, registry.blocs):
        found += [
            Subject(kind="topic", id=key, name=one.names.display(lang), also=_others(one.names, lang))
            for key, one in table.items()
        ]
    return found


def _others(told: Names, lang: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for other in LANGUAGES for name in told.of(other) if name != told.display(lang)))


def queries(registry: Registry) -> list[Query]:
    """Names in every case that differs from the first; in English the possessive. Some actors, all organisations."""
    found = []
    actors = sorted(registry.actors.items())
    chosen = actors[:: max(1, len(actors) // EACH)]
    for lang in LANGUAGES:
        tongue = language(lang)
        for key, actor in chosen:
            name = actor.surnames.display(lang)
            forms = {tongue.decline(name, case, f"surname-{actor.gender}") for case in ("gen", "dat", "ins", "loc")}
            found += [(form, lang, f"actors/{key}.html") for form in sorted(forms | {f"{name}’s"}) if form != name]
        for key, state in sorted(registry.states.items())[::12]:
            name = state.names.display(lang)
            forms = {tongue.decline(name, case, "place") for case in ("gen", "dat", "ins", "loc")}
            found += [(form, lang, f"topics/{key}.html") for form in sorted(forms) if form != name]
    kept = [one for one in found if "’s" not in one[0] or one[1] == LANGUAGES[0]]
    return [Query(words=words, lang=lang, page=page) for words, lang, page in dict.fromkeys(kept)]


def _entries(registry: Registry, known: Sequence[Subject]) -> list[Entry]:
    """A sentence of each office-holder about another, in each language in turn."""
    actors = [one for one in known if one.kind == "actor"]
    made = []
    for n, one in enumerate(actors):
        lang = LANGUAGES[n % len(LANGUAGES)]
        other = registry.actors[actors[(n * 7 + 3) % len(actors)].id]
        name = language(lang).decline(other.names.display(lang), "ins", f"person-{other.gender}")
        text = SENTENCES[lang].format(name=name)
        path = f"{WEEK}/evidence/{one.id}.html"
        made.append(Entry(path=path, kind="evidence", title=one.name, text=text, lang=lang, also=also(one)))
    return made


def _shelf(known: Sequence[Subject], lang: str) -> Shelf:
    issue = Issue(
        week=WEEK,
        start=date(2022, 10, 10),
        as_of=datetime(2022, 10, 17, tzinfo=UTC),
        lang=lang,
        title=WEEK,
        summary="",
        empty=False,
        languages=LANGUAGES,
        exhibits=(),
        headings=(),
        labels={},
        subjects=tuple(known),
    )
    return Shelf(lang=lang, issues=(issue,))


def answers(registry: Registry, known: Sequence[Subject], asked: Sequence[Query], lang: str = "be") -> list[list[str]]:
    """What the script of the search page finds for each query; UsageError where Node is not installed."""
    node = shutil.which("node")
    if node is None:
        raise UsageError("Node is not installed", where="bench search", next_step="install Node 18 or later")
    entries = _entries(registry, known)
    part = index(entries, lang, names(known))
    with tempfile.TemporaryDirectory() as made:
        site = Path(made)
        files = search_shelf(_shelf(known, lang), {WEEK: part})
        files |= {f"{lang}/{WEEK}/search-{n}.js": body for n, body in entry_files(entries, WEEK)}
        files["search.js"] = search_script()[1]
        for path, body in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(body)
        driver = str(resources.files("overtone.bench") / "search.mjs")
        told = subprocess.run(
            [node, driver, str(site / "search.js"), str(site / lang)],
            input=json.dumps([query.words for query in asked]),
            capture_output=True,
            text=True,
            check=True,
        )
    found: list[list[str]] = json.loads(told.stdout)["found"]
    return found


def typed(known: Sequence[Subject], asked: Iterable[Query]) -> list[list[str]]:
    """The baseline: pages whose names hold the words as they are typed, the most words first."""
    folders: Mapping[str, str] = {"actor": "actors", "topic": "topics"}
    pages = [(f"{folders[one.kind]}/{one.id}.html", Counter(_words(" ".join((one.name, *one.also))))) for one in known]
    found = []
    for query in asked:
        words = _words(query.words)
        ranked = sorted(((-sum(word in held for word in words), page) for page, held in pages), key=lambda one: one)
        found.append([page for score, page in ranked if score < 0])
    return found


def _words(text: str) -> list[str]:
    return [match[0].lower() for match in WORD.finditer(text)]
