"""The pages of signed articles: the article, its evidence, its data twins, its authors, the list of all articles."""

import json
from collections.abc import Iterable, Mapping, Sequence

from overtone.publish.commentary_evidence import evidence_files, shown
from overtone.publish.commentary_text import Flow, body, figure, flow, footnotes, lead
from overtone.publish.rendering import page, reachable
from overtone.publish.setting import Setting, place
from overtone.publish.twins import plain_json
from overtone.publish.words import Words, words_of
from overtone.records import Signal
from overtone.records.commentaries import Author, Block, Commentary, Said

FOLDER = "commentary"


def article_page(told: Commentary, words: Words, here: Setting, hand: Flow | None = None) -> bytes:
    """The page of one article: a pure function; the same article gives the same bytes.

    Not for articles whose references were not looked up: what has no ground shows no number.
    """
    hand = hand or flow(told, words)
    article = told.article
    front = article.front
    image = figure(front.image, front.alt, front.credit, hand) if front.image else ""
    return page(
        "commentary.html.j2",
        told=told,
        front=front,
        words=words,
        here=here,
        names=[author.names.display(article.lang) for author in told.authors],
        lead=lead(article, hand),
        image=image,
        body=body(article, hand),
        footnotes=footnotes(article, hand),
        notes=shown(told, hand),
        numbered=_numbered(told, hand),
        pitch=_pitch(told.pitches),
        linked=_linked(told, here),
        analysis=_has_analysis(told),
        picture={one.name for one in told.pictures},
    )


def _numbered(told: Commentary, hand: Flow) -> list[tuple[int, Signal, str]]:
    """The numbers of an article with what makes each again."""
    signals = {ground.signal.id: ground.signal for ground in told.grounds if ground.signal is not None}
    return [(number, signals[name], command(signals[name])) for name, number in hand.measured.items()]


def command(signal: Signal) -> str:
    """The call that measures a value again."""
    actor = f" --actor {signal.actor}" if signal.actor else ""
    target = f" --target {signal.target}" if signal.target else ""
    return f"overtone measure {signal.measure} --week {signal.window}{actor}{target}"


def _pitch(pitches: str) -> str:
    """Where proposals go, as a link: an address of mail or a page."""
    return f"mailto:{pitches}" if "@" in pitches and "/" not in pitches else reachable(pitches)


def _has_analysis(told: Commentary) -> bool:
    def marked(blocks: Iterable[Block]) -> bool:
        return any(one.analysis or marked(one.children) for one in blocks)

    article = told.article
    return marked(article.blocks) or marked(note for _, note in article.notes)


def _linked(told: Commentary, here: Setting) -> str:
    """The article as schema.org tells it (JSON-LD), safe inside a page."""
    article, front = told.article, told.article.front
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": front.title,
        "description": plain(front.summary),
        "datePublished": front.date.isoformat(),
        "inLanguage": article.lang,
        "author": [
            {"@type": "Person" if one.person else "Organization", "name": one.names.display(article.lang)}
            for one in told.authors
        ],
        "url": here.permalink,
    }
    cited = {one.url for ground in told.grounds for one in ground.exhibits if reachable(one.url)}
    if cited:
        data["citation"] = sorted(cited)
    if front.translation_of:
        data["translationOfWork"] = {"@type": "Article", "inLanguage": front.translation_of}
    if front.image and here.base_url:
        data["image"] = f"{here.permalink}{front.image}"
    written = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def plain(sentences: Iterable[Said]) -> str:
    """Sentences as they are read, in a row."""
    return " ".join(said.words for said in sentences)


def article_twin(told: Commentary) -> bytes:
    """One language of an article as data: its sentences with what each rests on."""
    article, front = told.article, told.article.front
    return plain_json(
        {
            "slug": article.slug,
            "lang": article.lang,
            "languages": told.languages,
            "title": front.title,
            "authors": [{"id": one.id, "name": one.names.display(article.lang)} for one in told.authors],
            "date": front.date.isoformat(),
            "summary": [_said(said) for said in front.summary],
            "translation_of": front.translation_of,
            "behind": {"sentences": sorted(told.behind.sentences), "missing": told.behind.missing},
            "disclaimer": front.disclaimer,
            "related": front.related,
            "weeks": front.weeks,
            "body": [_blocked(block) for block in article.blocks],
            "notes": {name: _blocked(block) for name, block in article.notes},
            "references": {
                one.reference: {
                    "exhibits": [exhibit.id for exhibit in one.exhibits],
                    "signal": one.signal.id if one.signal is not None else None,
                }
                for one in told.grounds
            },
        }
    )


def _said(said: Said) -> dict[str, object]:
    references = [*said.cites, *(cite for cite in said.shared if cite not in said.cites)]
    return {"words": said.words, "references": references, "analysis": said.analysis}


def _blocked(block: Block) -> dict[str, object]:
    made: dict[str, object] = {"kind": block.kind}
    if block.sentences:
        made["sentences"] = [_said(said) for said in block.sentences]
    if block.children:
        made["children"] = [_blocked(child) for child in block.children]
    made |= {name: value for name in ("words", "file", "credit", "cites") if (value := getattr(block, name))}
    return made


def manifest(told: Commentary) -> bytes:
    """What the archive and the feeds need to know of this article in this language."""
    article, front = told.article, told.article.front
    return plain_json(
        {
            "slug": article.slug,
            "title": front.title,
            "authors": [{"id": one.id, "name": one.names.display(article.lang)} for one in told.authors],
            "date": front.date.isoformat(),
            "lang": article.lang,
            "languages": told.languages,
            "summary": plain(front.summary),
            "weeks": front.weeks,
        }
    )


def article_files(told: Commentary, base_url: str = "") -> dict[str, bytes]:
    """Every file of one article in one language, by its path in the site."""
    article = told.article
    words = words_of(article.lang, told.labels)
    names = {lang: words.say(f"tongue.{lang}") for lang in told.languages}
    folder = f"{article.lang}/{FOLDER}/{article.slug}"
    hand = flow(told, words)
    here = place(f"{folder}/index.html", names, article.lang, base_url)
    made = {f"{folder}/index.html": article_page(told, words, here, hand)}
    made[f"{folder}/index.json"] = article_twin(told)
    made[f"{folder}/manifest.json"] = manifest(told)
    made |= {f"{folder}/{one.name}": one.body for one in told.pictures}
    return made | evidence_files(told, hand, folder, names, base_url)


def shelf_files(shelf: Sequence[Commentary], base_url: str = "") -> dict[str, bytes]:
    """The list of all articles and a page for each author, in each language that has any."""
    made: dict[str, bytes] = {}
    there = {told.article.lang for told in shelf}
    spoken = tuple(dict.fromkeys(lang for told in shelf for lang in told.languages if lang in there))
    for lang in spoken:
        own = sorted(
            (told for told in shelf if told.article.lang == lang),
            key=lambda told: (-told.article.front.date.toordinal(), told.article.slug),
        )
        words = words_of(lang, own[0].labels)
        names = {other: words.say(f"tongue.{other}") for other in spoken}
        path = f"{lang}/{FOLDER}/index.html"
        made[path] = page("commentary_list.html.j2", shelf=own, words=words, here=place(path, names, lang, base_url))
        made |= _authors(own, words, base_url, _signed(shelf, spoken))
    return made


def _signed(shelf: Sequence[Commentary], spoken: Sequence[str]) -> Mapping[str, list[str]]:
    """The languages in which each author has a page, in the order of the site."""
    pairs = {(author.id, told.article.lang) for told in shelf for author in told.authors}
    return {key: [lang for lang in spoken if (key, lang) in pairs] for key, _ in pairs}


def _authors(
    own: Sequence[Commentary], words: Words, base_url: str, signed: Mapping[str, list[str]]
) -> dict[str, bytes]:
    authors: dict[str, Author] = {}
    signed_by: dict[str, list[Commentary]] = {}
    pictures = {one.name: one for told in reversed(own) for one in reversed(told.pictures)}
    for told in own:
        for author in dict.fromkeys(told.authors):
            if author == authors.setdefault(author.id, author):
                signed_by.setdefault(author.id, []).append(told)
    made: dict[str, bytes] = {}
    for key, author in sorted(authors.items()):
        path = f"{words.lang}/authors/{key}.html"
        names = {lang: words.say(f"tongue.{lang}") for lang in signed[key]}
        made[path] = page(
            "commentary_author.html.j2",
            author=author,
            shelf=signed_by[key],
            words=words,
            here=place(path, names, words.lang, base_url),
        )
        picture = pictures.get(author.picture)
        if picture is not None:
            made[f"{words.lang}/authors/{picture.name}"] = picture.body
    return made
