"""`overtone commentary`: signed articles checked against the ledger, locked, compared with their originals, begun."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from overtone import commentary
from overtone.brief.commentary_front import SLUG
from overtone.brief.commentary_rules import counted
from overtone.brief.commentary_translation import CURRENT, State
from overtone.cli.output import json_option, print_json, print_table, say
from overtone.cli.words import parse_cut
from overtone.errors import UsageError
from overtone.records.commentaries import Article
from overtone.settings import LANGUAGES
from overtone.wiring import Workspace, open_workspace

SHOWN = 60  # characters of a sentence in a table

AUTHORS = """# Who may sign, one table an author; `person = true` for a human being, nothing for a desk.

[my-desk]
name.en = "My desk"
name.ru = "Моя редакция"
name.be = "Мая рэдакцыя"
bio.en = "My desk follows what is said in public."
bio.ru = "Редакция следит за тем, что говорится публично."
bio.be = "Рэдакцыя сочыць за тым, што гаворыцца публічна."
"""
ARTICLE = '''+++
title = "{title}"
authors = ["{author}"]
date = {day}
summary = """
{{analysis}} In one or two sentences: what this article shows.
"""
disclaimer = "The views are those of the author."
weeks = []
related = []
+++

## What was said

{{analysis}} Begin here. A sentence that states a fact takes a reference right after it: two square brackets, then
statement, encounter, vote or signal with its id, or document with its key and its words. `overtone statements` lists
ids and words; the page “Commentary” of the documentation shows the forms. A paragraph that is your own view begins as
this one does.

{{pull}} A paragraph that is your own view begins as this one does.
'''


@click.group("commentary")
def command() -> None:
    """Signed articles in Markdown: each sentence rests on the ledger, or is marked as its author's view.

    \b
    Example:  overtone commentary new our-first-article
              overtone commentary check
              overtone commentary lock our-first-article.en.md
    """


@command.command("new")
@click.argument("slug")
@click.option("--lang", default="en", show_default=True, help="Language it is written in: en, ru or be.")
@click.option("--author", default="my-desk", show_default=True, help="Id in authors.toml.")
@json_option
@click.pass_context
def new(ctx: click.Context, slug: str, lang: str, author: str, as_json: bool) -> None:
    """Begin an article that builds as it is, and authors.toml where there is none.

    \b
    Example:  overtone commentary new csto-after-may --lang en
    """
    folder = _workspace(ctx).settings.commentary
    path = folder / f"{slug}.{lang}.md"
    if not SLUG.fullmatch(slug) or lang not in LANGUAGES:
        raise UsageError(f"{path.name!r} is no name of an article", next_step="write small letters, digits and hyphens")
    if path.exists():
        raise UsageError(f"{path} is there already", next_step="choose another name")
    folder.mkdir(parents=True, exist_ok=True)
    made = [path]
    if not (folder / "authors.toml").exists():
        (folder / "authors.toml").write_text(AUTHORS.replace("my-desk", author), encoding="utf-8")
        made.append(folder / "authors.toml")
    title = slug.replace("-", " ").capitalize()
    path.write_text(ARTICLE.format(title=title, author=author, day=_today().isoformat()), encoding="utf-8")
    _paths("commentary-new", made, as_json)


@command.command("check")
@click.argument("file", required=False)
@click.option("--as-of", help="What was known then: a day or a moment; else all that the ledger holds.")
@json_option
@click.pass_context
def check(ctx: click.Context, file: str | None, as_of: str | None, as_json: bool) -> None:
    """Hold all articles, or one, against the ledger and their locks: nothing is written.

    A mistake is told with file and line (exit code 3): a sentence that rests on nothing, a reference that is unknown or
    changed, a quotation that is not letter for letter.

    \b
    Example:  overtone commentary check csto-summit.en.md
    """
    workspace = _workspace(ctx)
    desk = commentary.read_desk(workspace.settings.commentary)
    slugs = [_article(desk, file).slug] if file else desk.slugs
    rows = []
    with workspace.view(parse_cut(as_of)) as view:
        for slug in slugs:
            grounds = commentary.checked(desk, slug, view, workspace.registry)
            for article in desk.of(slug):
                list(commentary.pictures_of(desk, article))
                sums = counted(article)
                rows.append({"file": Path(article.where).name, "references": len(grounds), **sums})
    if as_json:
        print_json("commentary-check", {"articles": rows})
        return
    columns = ("file", ">sentences", ">grounded", ">analysis", ">references")
    print_table("Articles", columns, [[row[name.lstrip(">")] for name in columns] for row in rows])
    say(f"{len(rows)} articles hold." if rows else f"No articles in {workspace.settings.commentary}.")


@command.command("lock")
@click.argument("file")
@json_option
@click.pass_context
def lock(ctx: click.Context, file: str, as_json: bool) -> None:
    """Write down what each reference of an article points at now: you have looked at it.

    Where the ledger reads differently later, the build stops until you look and lock again.

    \b
    Example:  overtone commentary lock csto-summit.en.md
    """
    workspace = _workspace(ctx)
    desk = commentary.read_desk(workspace.settings.commentary)
    slug = _article(desk, file).slug
    with workspace.view() as view:
        path, changed = commentary.lock(desk, slug, view, workspace.registry, _today())
    if as_json:
        told = [{"reference": one.reference, "words": one.words} for one in changed]
        print_json("commentary-lock", {"file": str(path), "locked": told})
        return
    if changed:
        print_table("Locked now", ("reference", "words"), [[one.reference, one.words] for one in changed])
    say(f"{len(changed)} references locked anew in {path.name}.")


@command.command("translated")
@click.argument("file")
@click.option("--all", "everything", is_flag=True, help="All of it was compared, also what was not changed.")
@json_option
@click.pass_context
def translated(ctx: click.Context, file: str, everything: bool, as_json: bool) -> None:
    """Write down which sentences of the original those of a translation render.

    Sentences that are new or changed count as compared. One that you did not touch stays stale where its original has
    changed, unless you say --all.

    \b
    Example:  overtone commentary translated csto-summit.ru.md
    """
    workspace = _workspace(ctx)
    desk = commentary.read_desk(workspace.settings.commentary)
    article = _article(desk, file)
    if not article.front.translation_of:
        step = 'name a file with translation_of = "…" in its front matter'
        raise UsageError(f"{file} is no translation", next_step=step)
    path, left = commentary.translated(desk, article, _today(), everything=everything)
    rows = [_row(article, one) for one in left]
    if as_json:
        print_json("commentary-translated", {"file": str(path), "behind": rows})
        return
    if rows:
        _table(rows)
    say(
        f"{path.name} written; {len(rows)} sentences are behind."
        if rows
        else f"{path.name} written; nothing is behind."
    )


@command.command("status")
@json_option
@click.pass_context
def status(ctx: click.Context, as_json: bool) -> None:
    """List what is behind in every translation: stale, missing or never compared, sentence by sentence.

    Ends with 1 where anything is behind.

    \b
    Example:  overtone commentary status
    """
    workspace = _workspace(ctx)
    desk = commentary.read_desk(workspace.settings.commentary)
    articles = [one for one in desk.articles.values() if one.front.translation_of]
    rows = [_row(one, state) for one in articles for state in commentary.standing(desk, one) if state.state != CURRENT]
    if as_json:
        print_json("commentary-status", {"translations": len(articles), "behind": rows})
    elif rows:
        _table(rows)
    else:
        say(f"{len(articles)} translations, nothing is behind.")
    if rows:
        ctx.exit(1)


def _row(article: Article, one: State) -> dict[str, Any]:
    return {
        "file": Path(article.where).name,
        "line": one.line,
        "state": one.state,
        "words": one.words,
        "original": one.source,
        "compared": one.on,
    }


def _table(rows: list[dict[str, Any]]) -> None:
    columns = ("file", ">line", "state", "words", "original", "compared")
    told = [{**row, "words": _short(row["words"]), "original": _short(row["original"])} for row in rows]
    print_table("Behind", columns, [[row[name.lstrip(">")] for name in columns] for row in told])


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


def _workspace(ctx: click.Context) -> Workspace:
    return open_workspace(ctx.obj["workspace"], say=say)


def _article(desk: commentary.Desk, file: str) -> Article:
    """The article of a file name, with or without the folder; of a slug alone the original."""
    name = Path(file).name
    for one in desk.articles.values():
        if Path(one.where).name == name or (one.slug == name and not one.front.translation_of):
            return one
    known = ", ".join(sorted(Path(one.where).name for one in desk.articles.values())) or "none yet"
    raise UsageError(f"there is no article {file!r} in {desk.folder}", next_step=f"one of: {known}")


def _paths(name: str, made: list[Path], as_json: bool) -> None:
    if as_json:
        print_json(name, {"files": [str(path) for path in made]})
        return
    for path in made:
        click.echo(path)


def _today() -> date:
    return datetime.now(UTC).date()
