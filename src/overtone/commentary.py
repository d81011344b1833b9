"""The conductor of signed articles: Markdown files and the ledger → checked references → pages for the site.

commentary/*.md ──► articles ──► references found in the view, words held against the lock ──► pages in each language
"""

import gc
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from overtone.brief.commentary import decoded, parse, walk
from overtone.brief.commentary_front import authors_of
from overtone.brief.commentary_references import Locked, beginning, citation_of, lock_file, locked, references
from overtone.brief.commentary_rules import Fault, check, misquoted, refuse
from overtone.brief.commentary_translation import (
    UNRECORDED,
    Kept,
    State,
    behind,
    comparable,
    kept_file,
    kept_in,
    record,
    states,
    units,
)
from overtone.brief.names import names_of
from overtone.brief.phrases import load
from overtone.citing import Found, found
from overtone.errors import CommentaryError
from overtone.language import language
from overtone.ledger import View
from overtone.publish.commentary import article_files, shelf_files
from overtone.publish.commentary_pictures import picture
from overtone.records import week
from overtone.records.commentaries import Article, Author, Cited, Commentary, Picture, Related
from overtone.registry import Registry
from overtone.registry.values import suggestion

NAMED = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2})\.md")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
README = "README.md"
AUTHORS = "authors.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the articles' pages need to know of the site around them."""

    base_url: str = ""  # public address, "" while there is none
    pitches: str = ""  # where readers may offer an article: a mail address or a page (setting edition.pitches)
    weeks: Collection[str] = ()  # weeks that are published, as "en/2022-W20": only these are linked


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The commentary folder, read: articles by slug and language, authors, what was locked."""

    folder: Path
    articles: Mapping[tuple[str, str], Article]
    authors: Mapping[str, Author]
    locks: Mapping[str, Mapping[str, Locked]] = field(default_factory=dict)  # by slug
    kept: Mapping[tuple[str, str], Mapping[str, Kept]] = field(default_factory=dict)  # of translations

    def of(self, slug: str) -> tuple[Article, ...]:
        """An article in all its languages."""
        return self._by_slug.get(slug, ())

    @property
    def slugs(self) -> tuple[str, ...]:
        """All articles."""
        return tuple(self._by_slug)

    @cached_property
    def _by_slug(self) -> Mapping[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = {}
        for (slug, _), one in self.articles.items():
            found.setdefault(slug, []).append(one)
        return {slug: tuple(there) for slug, there in found.items()}

    @cached_property
    def tongues(self) -> tuple[str, ...]:
        """The languages that any article is in."""
        return tuple(dict.fromkeys(lang for _, lang in self.articles))

    @cached_property
    def references(self) -> Mapping[tuple[str, str], Mapping[str, int]]:
        """What each article refers to, with the lines: looked for once, as several rules ask for it."""
        return {key: references(one) for key, one in self.articles.items()}


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around the articles: those of an article that names nobody are the same tuple for all of a language."""

    desk: Desk
    registry: Registry
    kept: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def of(self, lang: str, cited: Sequence[Cited]) -> tuple[tuple[str, str], ...]:
        """Labels of pages by key, and the printed names of all that is cited."""
        if not cited and lang in self.kept:
            return self.kept[lang]
        exhibits = {exhibit.id: exhibit for one in cited for exhibit in one.exhibits}
        signals = [one.signal for one in cited if one.signal is not None]
        tongues = {f"tongue.{code}": load(code).furniture["language.name"] for code in self.desk.tongues}
        names = names_of(self.registry, lang, exhibits.values(), signals)
        made = tuple({**load(lang).furniture, **names, **tongues}.items())
        return made if cited else self.kept.setdefault(lang, made)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Articles are trees: nothing in them waits for the collector, which would walk all of them again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def commentary_pages(
    folder: Path, view: View, registry: Registry, languages: Sequence[str], site: Site | None = None
) -> dict[str, bytes]:
    """Every page of every commentary in the folder, by its path in the site; none where there is no folder.

    The same files, view and settings give the same bytes. CommentaryError with file and line of a mistake, a sentence
    without ground, an unknown reference, or one whose words have changed since its author locked it.
    """
    around = site or Site()
    with _uncollected():
        desk = read_desk(folder)
        labels = Labels(desk, registry)
        made: dict[str, bytes] = {}
        shelf: list[Commentary] = []
        for slug in desk.slugs:
            grounds = checked(desk, slug, view, registry)
            spoken = _spoken(desk, slug, languages)
            for article in desk.of(slug):
                if article.lang in languages:
                    told = _told(article, grounds, labels, around, spoken)
                    shelf.append(told)
                    made |= article_files(told, around.base_url)
        return dict(sorted((made | shelf_files(shelf, around.base_url)).items()))


def read_desk(folder: Path) -> Desk:
    """Everything in the folder, parsed and held against the rule of evidence; empty where there is no folder."""
    if not folder.is_dir():
        return Desk(folder=folder, articles={}, authors={})
    files = sorted(path for path in folder.glob("*.md") if path.name != README)
    authors_file = folder / AUTHORS
    authors = authors_of(_read(authors_file), str(authors_file)) if authors_file.is_file() else {}
    articles: dict[tuple[str, str], Article] = {}
    for path in files:
        named = NAMED.fullmatch(path.name)
        if named is None:
            step = "name it slug.language.md, as in csto-summit.en.md, with small letters, digits and hyphens"
            raise CommentaryError("no name of an article", where=str(path), next_step=step)
        articles[named[1], named[2]] = parse(_read(path), named[1], named[2], str(path))
    there = {path.name for path in folder.glob("*.lock.toml")}
    names = {slug: f"{slug}.lock.toml" for slug, _ in articles}
    locks = {slug: locked(*_lock(folder / name)) if name in there else {} for slug, name in names.items()}
    kept = {
        (slug, lang): kept_in(*_lock(folder / f"{slug}.{lang}.lock.toml"))
        for (slug, lang), article in articles.items()
        if article.front.translation_of
    }
    desk = Desk(folder=folder, articles=articles, authors=authors, locks=locks, kept=kept)
    for article in articles.values():
        check(article)
        _named(desk, article)
    return desk


def checked(desk: Desk, slug: str, view: View, registry: Registry) -> dict[str, Found]:
    """What stands behind each reference of an article in all its languages, the same as when it was locked.

    CommentaryError with file and line of an unknown reference, a changed or unlocked one, a wrong quotation, or a
    translated sentence that was never held against its original.
    """
    grounds = sought(desk, slug, view, registry)
    words = {reference: one.words for reference, one in grounds.items()}
    for article in desk.of(slug):
        refuse(misquoted(article, words), article.where)
        refuse(_unlocked(desk, article, grounds), article.where)
        if article.front.translation_of:
            refuse(_uncompared(desk, article), article.where)
    return grounds


def sought(desk: Desk, slug: str, view: View, registry: Registry) -> dict[str, Found]:
    """What stands behind each reference of an article, whatever its lock says."""
    asked = {
        reference: citation_of(reference, f"{article.where}:{line}")
        for article in reversed(desk.of(slug))
        for reference, line in desk.references[article.slug, article.lang].items()
    }
    weeks = sorted({one for article in desk.of(slug) for one in article.front.weeks})
    return found(view, registry, asked, weeks)


def lock(desk: Desk, slug: str, view: View, registry: Registry, on: date) -> tuple[Path, list[Locked]]:
    """Write down what each reference of an article points at now, and give those that changed or are new."""
    before = desk.locks.get(slug, {})
    grounds = sought(desk, slug, view, registry)
    words = {reference: one.words for reference, one in grounds.items()}
    for article in desk.of(slug):
        refuse(misquoted(article, words), article.where)
    entries: dict[str, Locked] = {}
    for reference, one in grounds.items():
        old = before.get(reference)
        same = old is not None and old.digest == one.digest
        fresh = Locked(reference=reference, digest=one.digest, words=beginning(one.words), on=on)
        entries[reference] = old if same and old is not None else fresh
    path = desk.folder / f"{slug}.lock.toml"
    _write(path, lock_file(entries))
    return path, [one for key, one in entries.items() if before.get(key) != one]


def translated(desk: Desk, article: Article, on: date, *, everything: bool = False) -> tuple[Path, tuple[State, ...]]:
    """Write down which sentences of the original those of a translation render, and give what is still behind."""
    source, own = units(_original(desk, article)), units(article)
    before = desk.kept.get((article.slug, article.lang), {})
    if not before:
        comparable(source, own, article.where)
    after = record(source, own, before, on, everything=everything)
    path = desk.folder / f"{article.slug}.{article.lang}.lock.toml"
    _write(path, kept_file(after))
    return path, tuple(one for one in states(source, own, after) if one.state != "current")


def standing(desk: Desk, article: Article) -> tuple[State, ...]:
    """How each sentence of a translation stands to its original; nothing for an article that is none."""
    if not article.front.translation_of:
        return ()
    kept = desk.kept.get((article.slug, article.lang), {})
    return states(units(_original(desk, article)), units(article), kept)


def _told(
    article: Article, grounds: Mapping[str, Found], labels: Labels, around: Site, spoken: tuple[str, ...]
) -> Commentary:
    """An article with everything its page shows, in its own language."""
    desk, front, lang = labels.desk, article.front, article.lang
    cited = tuple(grounds[reference].cited for reference in desk.references[article.slug, lang])
    authors = tuple(desk.authors[key] for key in front.authors)
    translator = desk.authors[front.translator].names.display(lang) if front.translator else ""
    return Commentary(
        article=article,
        authors=authors,
        translator=translator,
        grounds=cited,
        languages=spoken,
        related=tuple(_related(desk, article, around)),
        pictures=tuple(pictures_of(desk, article)),
        behind=behind(standing(desk, article), desk.kept.get((article.slug, lang), {})),
        labels=labels.of(lang, cited),
        pitches=around.pitches,
    )


def _spoken(desk: Desk, slug: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages an article is published in, in the order of the site."""
    return tuple(lang for lang in languages if (slug, lang) in desk.articles)


def _related(desk: Desk, article: Article, around: Site) -> Iterator[Related]:
    """Weeks it is about and what it names: weeks that are published and other articles."""
    lang = article.lang
    for name in dict.fromkeys((*article.front.weeks, *article.front.related)):
        if found_week := WEEK.fullmatch(name):
            window = week(int(found_week[1]), int(found_week[2]))
            path = f"{lang}/{name}/index.html" if f"{lang}/{name}" in around.weeks else ""
            yield Related(kind="week", title=language(lang).week_title(window.start, window.last), path=path)
        else:
            there = {one.lang: one for one in desk.of(name)}
            other = there.get(lang) or next(iter(there.values()))
            yield Related(kind="commentary", title=other.front.title, path=f"{other.lang}/commentary/{name}/index.html")


def pictures_of(desk: Desk, article: Article) -> Iterator[Picture]:
    """The pictures of an article and of those who sign it; CommentaryError with file and line of one that is none."""
    authors = [desk.authors[key] for key in article.front.authors]
    names = {one.file: one.line for one in walk(article) if one.kind == "figure"}
    if article.front.image:
        names[article.front.image] = dict(article.front.lines).get("image", 1)
    places = {name: f"{article.where}:{line}" for name, line in names.items()}
    places |= {one.picture: f"{desk.folder / AUTHORS}: {one.id}" for one in authors if one.picture}
    for name, where in sorted(places.items()):
        path = desk.folder / name
        if path.parent != desk.folder or not path.is_file():
            raise CommentaryError(f"there is no picture {name!r}", where=where, next_step=f"put it into {desk.folder}")
        yield picture(name, path.read_bytes(), where)


def _named(desk: Desk, article: Article) -> None:
    """Whether authors, related articles, weeks and the original that the front matter names are there."""
    front, lines = article.front, dict(article.front.lines)

    def wrong(name: str, what: str, step: str) -> CommentaryError:
        return CommentaryError(what, where=f"{article.where}:{lines.get(name, 1)}: {name}", next_step=step)

    for field_name, keys in (
        ("authors", front.authors),
        ("translator", (front.translator,) if front.translator else ()),
    ):
        for key in keys:
            if key not in desk.authors:
                step = f"add [{key}] with its name and bio to {AUTHORS}"
                raise wrong(field_name, f"nobody is called {key!r}{suggestion(key, desk.authors)}", step)
    for name in (*front.related, *front.weeks):
        found_week = WEEK.fullmatch(name)
        if found_week is not None and not 1 <= int(found_week[2]) <= _weeks_in(int(found_week[1])):
            raise wrong("related" if name in front.related else "weeks", f"there is no week {name}", "correct it")
        if found_week is None and not desk.of(name):
            step = "name a week such as 2022-W20 or the slug of another commentary"
            raise wrong("related", f"there is no commentary {name!r}{suggestion(name, desk.slugs)}", step)
    if front.translation_of and (article.slug, front.translation_of) not in desk.articles:
        step = f"there must be {article.slug}.{front.translation_of}.md in the same folder"
        raise wrong("translation_of", f"there is no original in {front.translation_of!r}", step)
    if front.translation_of and desk.articles[article.slug, front.translation_of].front.translation_of:
        raise wrong("translation_of", "the original is a translation itself", "name the language it was written in")
    originals = [one.lang for one in desk.of(article.slug) if not one.front.translation_of]
    if not front.translation_of and len(originals) > 1:
        step = f"say translation_of in all of them but one ({', '.join(originals)})"
        raise wrong("translation_of", f"{article.slug} has {len(originals)} originals", step)


def _weeks_in(year: int) -> int:
    return date(year, 12, 28).isocalendar().week if year > 0 else 0


def _unlocked(desk: Desk, article: Article, grounds: Mapping[str, Found]) -> Iterator[Fault]:
    """References that were never locked, or whose words now read differently."""
    name, kept = Path(article.where).name, desk.locks.get(article.slug, {})
    for reference, line in desk.references[article.slug, article.lang].items():
        old, now = kept.get(reference), grounds[reference]
        if old is None:
            step = f"look at the words, then run `overtone commentary lock {name}`"
            yield Fault(
                line=line, what=f"not locked yet: {beginning(reference)} → “{beginning(now.words)}”", next_step=step
            )
        elif old.digest != now.digest:
            named = f"changed since {old.on.isoformat()}: {beginning(reference)}"
            what = f"{named} was “{old.words}”, now “{beginning(now.words)}”"
            step = f"read it again; if the sentence still holds, run `overtone commentary lock {name}`"
            yield Fault(line=line, what=what, next_step=step)


def _uncompared(desk: Desk, article: Article) -> Iterator[Fault]:
    name = Path(article.where).name
    for one in standing(desk, article):
        if one.state == UNRECORDED:
            step = f"compare it with the original, then run `overtone commentary translated {name}`"
            yield Fault(line=one.line, what=f"not held against the original: “{beginning(one.words)}”", next_step=step)


def _original(desk: Desk, article: Article) -> Article:
    return desk.articles[article.slug, article.front.translation_of]


def _lock(path: Path) -> tuple[str, str]:
    return (_read(path) if path.is_file() else "", str(path))


def _read(path: Path) -> str:
    try:
        return decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise CommentaryError(
            f"cannot be read ({error.strerror})", where=str(path), next_step="check its rights"
        ) from None


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommentaryError(
            f"cannot be written ({error.strerror})", where=str(path), next_step="check the rights of the folder"
        ) from None
