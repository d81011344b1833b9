"""Corrections on the pages: what each notice marks in an edition, the notices' own pages, and their list."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from overtone.publish.issues import Issue
from overtone.publish.mail import Correction, Service, correction_mail
from overtone.publish.pages import place
from overtone.publish.placing import at_top, beside, said, way
from overtone.publish.proof import portrayed, sentences
from overtone.publish.rendering import page
from overtone.publish.twins import as_json
from overtone.publish.words import Words
from overtone.records import Corrected, Edition, Evidence, Signal, Text

FILE = "corrections.json"
Rested = Mapping[str, tuple[str, ...]]  # what is marked → ids of the notices that mark it


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the notices mark in one edition."""

    notices: Mapping[str, Corrected]
    named: Rested  # finding → notices that name it
    rests: Rested  # finding → notices about words or numbers it rests on
    exhibits: Rested
    signals: Rested
    whole: tuple[str, ...]  # notices of the edition as a whole

    @property
    def all(self) -> tuple[str, ...]:
        """Every notice that belongs at the top of the edition, the oldest first."""
        touched = {*self.whole, *(i for group in (self.named, self.rests) for ids in group.values() for i in ids)}
        return tuple(name for name in self.notices if name in touched)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What one week's folder tells of its marks: for the list of the notices."""

    lang: str
    week: str
    sentences: Mapping[str, tuple[tuple[str, str, str], ...]] = field(repr=False)  # notice → id, words, place of each


def marks(edition: Edition, notices: Iterable[Corrected]) -> Marks:
    """Everything in an edition that the notices concern, by what it is named by and by what it rests on."""
    known = {notice.correction.id: notice for notice in notices}
    exhibits = {
        e.id: tuple(
            key
            for key, notice in known.items()
            if e.id in notice.exhibits or notice.concerns(Evidence(document=e.document, start=e.start, stop=e.stop))
        )
        for e in edition.exhibits
    }
    signals = {
        s.id: tuple(
            key
            for key, notice in known.items()
            if s.id in notice.signals or (isinstance(s, Signal) and any(notice.concerns(e) for e in s.evidence))
        )
        for s in edition.signals
    }
    week = edition.brief.window.label
    named: dict[str, tuple[str, ...]] = {}
    rests: dict[str, tuple[str, ...]] = {}
    for text in edition.texts:
        for one in (*sentences(text), *portrayed(text)):
            of = [i for name in one.exhibits for i in exhibits.get(name, ())]
            of += [i for name in one.signals for i in signals.get(name, ())]
            rests[one.id] = tuple(dict.fromkeys((*rests.get(one.id, ()), *of)))
            named[one.id] = tuple(
                k for k, notice in known.items() if notice.correction.week == week and one.id in notice.sentences
            )
    return Marks(
        notices=known,
        named={key: ids for key, ids in named.items() if ids},
        rests={key: ids for key, ids in rests.items() if ids},
        exhibits={key: ids for key, ids in exhibits.items() if ids},
        signals={key: ids for key, ids in signals.items() if ids},
        whole=tuple(key for key, notice in known.items() if notice.correction.week == week),
    )


def marked(made: Mapping[str, bytes], edition: Edition, marks: Marks) -> dict[str, bytes]:
    """The files of an edition with its notices: at the top of pages, beside sentences, in the data twins."""
    if not marks.all and not marks.exhibits and not marks.signals:
        return dict(made)
    week = edition.brief.window.label
    changed = dict(made)
    for text in edition.texts:
        words, folder = Words(text.lang, text.labels), f"{text.lang}/{week}/"
        own = [path for path in made if path.startswith(folder)]
        for path in own:
            if path.endswith(".html"):
                changed[path] = _page(path, made[path].decode(), words, marks, path == f"{folder}index.html").encode()
        changed[f"{folder}{FILE}"] = _told(text, week, marks)
        for path in (f"{folder}index.json", f"{folder}evidence.json"):
            if path in made:
                changed[path] = _twin(made[path], marks)
    return changed


def touched(site: Path, fresh: Mapping[str, bytes]) -> tuple[Touched, ...]:
    """What the weeks of a site tell of their marks; fresh files stand in for those on the disk."""
    bodies = {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.glob(f"*/*/{FILE}"))}
    weeks = {path.rpartition("/")[0] for path in fresh}
    kept = {path: body for path, body in bodies.items() if path.rpartition("/")[0] not in weeks}
    kept |= {path: body for path, body in fresh.items() if path.endswith(f"/{FILE}")}
    return tuple(_touched(body) for _, body in sorted(kept.items()))


def notice_pages(
    notices: Sequence[Corrected], shelf: Sequence[Issue], touched: Sequence[Touched], base_url: str = ""
) -> dict[str, bytes]:
    """The list of corrections in each language, a page and a JSON twin for each, and a manifest for feeds and mail."""
    langs = {issue.lang: issue for issue in reversed(shelf)}
    order = [lang for lang in (shelf[0].languages if shelf else ()) if lang in langs]
    names = {lang: langs[lang].words.say("language.name") for lang in (*order, *sorted(langs.keys() - set(order)))}
    made: dict[str, bytes] = {}
    for lang, newest in langs.items() if notices else ():
        weeks = {issue.week: issue for issue in shelf if issue.lang == lang}
        rows = [row(notice, newest.words, weeks, touched) for notice in reversed(notices)]
        for one in rows:
            path = str(one["path"])
            here = place(path, names, lang, base_url)
            made[path] = page("correction.html.j2", one=one, words=newest.words, here=here)
            made[path.removesuffix("html") + "json"] = as_json(one)
            made[path.replace("index.html", "manifest.json")] = as_json(manifest(one, tuple(names)))
        path = f"{lang}/corrections/index.html"
        made[path] = page("corrections.html.j2", rows=rows, words=newest.words, here=place(path, names, lang, base_url))
        made[path.removesuffix("html") + "json"] = as_json(rows)
    return made


def notice_mails(
    corrections: Sequence[Corrected], shelf: Sequence[Issue], base_url: str, service: Service
) -> dict[str, bytes]:
    """The mail of each notice in each language."""
    made: dict[str, bytes] = {}
    for lang, newest in {issue.lang: issue for issue in reversed(shelf)}.items():
        weeks = {issue.week: issue for issue in shelf if issue.lang == lang}
        for one in corrections:
            told = row(one, newest.words, weeks, ())
            mail = Correction(
                id=one.correction.id,
                lang=lang,
                dated=one.correction.on,
                title=str(told["week_title"] or told["title"]),
                lines=(str(told["wrong"]), str(told["right"])),
                path=str(told["path"]),
                labels=tuple(newest.labels.items()),
            )
            made |= correction_mail(mail, base_url, service)
    return made


def address_of(name: str, lang: str) -> str:
    """The page of a notice, from the root: it never changes."""
    return f"{lang}/corrections/{name}/index.html"


def manifest(one: Mapping[str, object], langs: tuple[str, ...]) -> dict[str, object]:
    """What feeds, lists and mail need to know of a notice."""
    told = {key: one[key] for key in ("id", "lang", "path", "kind", "title", "wrong", "right", "commentary")}
    summary = f"{one['wrong']} {one['right']}"
    return {
        **told,
        "date": one["on"],
        "summary": summary,
        "languages": langs,
        "weeks": [one["week"]] if one["week"] else [],
    }


def row(notice: Corrected, words: Words, weeks: Mapping[str, Issue], touched: Sequence[Touched]) -> dict[str, object]:
    """One notice in one language, as its page, its twin and the manifest tell it."""
    one = notice.correction
    return {
        "id": one.id,
        "lang": words.lang,
        "path": address_of(one.id, words.lang),
        "on": one.on,
        "kind": one.kind,
        "title": words.say(f"correction.title.{one.kind}", date=words.day(one.on)),
        "week": one.week,
        "week_title": weeks[one.week].title if one.week in weeks else "",
        "commentary": one.commentary,
        "wrong": one.wrong.display(words.lang),
        "right": one.right.display(words.lang),
        "documents": one.documents,
        "statements": one.statements,
        "signals": one.signals,
        "marked": [
            {
                "week": there.week,
                "title": weeks[there.week].title,
                "sentences": [
                    {"id": name, "words": said, "place": where} for name, said, where in there.sentences[one.id]
                ],
            }
            for there in touched
            if there.lang == words.lang and there.week in weeks and there.sentences.get(one.id)
        ],
    }


def _page(path: str, body: str, words: Words, marks: Marks, front: bool) -> str:
    """One page marked: its sentences, and at its top what concerns any of them, or the thing the page is about."""
    stem = path.rpartition("/")[2].removesuffix(".html")
    about = {"evidence": marks.exhibits, "signal": marks.signals}.get(path.split("/")[2], {}).get(stem, ())
    here = said(body)
    inside = (i for group in (marks.named, marks.rests) for name in here for i in group.get(name, ()))
    wanted = {*about, *inside, *(marks.all if front else ())}
    ordered = [name for name in marks.notices if name in wanted]
    if not ordered:
        return body
    body = beside(body, lambda name: _beside(name, path, words, marks))
    rows = [
        {**row(marks.notices[name], words, {}, ()), "href": way(path, address_of(name, words.lang))} for name in ordered
    ]
    return at_top(body, page("noticed.html.j2", rows=rows, about=bool(about), words=words).decode())


def _beside(name: str, path: str, words: Words, marks: Marks) -> str:
    """The link after a sentence: that it was put right, or that what it rests on was."""
    named, rests = marks.named.get(name, ()), marks.rests.get(name, ())
    links = []
    for key in marks.notices:
        if key not in (*named, *rests):
            continue
        one = marks.notices[key].correction
        label = f"correction.beside.{one.kind}" if key in named else f"correction.rests.{one.kind}"
        links.append({"href": way(path, address_of(key, words.lang)), "says": words.say(label)})
    return page("beside.html.j2", links=links).decode() if links else ""


def _places(text: Text) -> dict[str, tuple[str, str]]:
    """Words and place of each sentence, from the week's folder: on the front page where it stands there too."""
    found = {
        one.id: (one.words, f"{portrait.kind}/{portrait.id}.html#s-{one.id}")
        for portrait in text.portraits
        for register in portrait.registers
        for one in (portrait.title, *register.sentences)
    }
    return found | {one.id: (one.words, f"index.html#s-{one.id}") for one in sentences(text)}


def _told(text: Text, week: str, marks: Marks) -> bytes:
    """The file from which the list of corrections learns what is marked here."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name, (words, where) in _places(text).items():
        for key in dict.fromkeys((*marks.named.get(name, ()), *marks.rests.get(name, ()))):
            found.setdefault(key, []).append((name, words, where))
    return as_json({"lang": text.lang, "week": week, "sentences": found})


def _touched(body: bytes) -> Touched:
    told = json.loads(body)
    rows = {key: tuple((name, words, where) for name, words, where in rows) for key, rows in told["sentences"].items()}
    return Touched(lang=told["lang"], week=told["week"], sentences=rows)


def _twin(body: bytes, marks: Marks) -> bytes:
    """A data twin that tells its corrections under a key of its own."""
    told = json.loads(body)
    told["corrections"] = {
        "notices": marks.all,
        "sentences": {key: (*marks.named.get(key, ()), *marks.rests.get(key, ())) for key in _either(marks)},
        "exhibits": marks.exhibits,
        "signals": marks.signals,
    }
    return as_json(told)


def _either(marks: Marks) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*marks.named, *marks.rests)))
