"""The evidence of a signed article: the pages, annotations and copies that an edition has, in the article's folder."""

from collections.abc import Mapping
from dataclasses import dataclass

from overtone.publish.annotations import Resting, annotation, copy_name, window
from overtone.publish.commentary_text import Flow
from overtone.publish.exhibits import MOST, Around
from overtone.publish.notes import runs
from overtone.publish.rendering import page
from overtone.publish.setting import Setting, place
from overtone.publish.twins import as_json, exhibit_twin
from overtone.publish.words import Words
from overtone.records import Exhibit
from overtone.records.commentaries import Article, Commentary


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """What the page of a piece of evidence says it belongs to."""

    title: str
    lang: str


NOWHERE = Around(before={}, after={}, portraits={}, signals={})  # an article has no portraits or neighbours


def shown(told: Commentary, hand: Flow) -> list[tuple[int, Exhibit]]:
    """The evidence of an article in the order of its numbers."""
    known = {one.id: one for ground in told.grounds for one in ground.exhibits}
    return [(number, known[name]) for name, number in hand.numbers.items()]


def evidence_files(
    told: Commentary, hand: Flow, folder: str, names: Mapping[str, str], base_url: str
) -> dict[str, bytes]:
    """Page, annotation and copy of every piece of evidence of an article that was written out, by path."""
    article = told.article
    text = Titled(title=article.front.title, lang=article.lang)
    listed = shown(told, hand)
    if not listed:
        return {f"{folder}/evidence.json": as_json({})}
    words = _of_articles(hand.words)
    made = {f"{folder}/evidence.json": as_json({one.id: exhibit_twin(one) for _, one in listed})}
    for number, exhibit in listed:
        stem, copy = f"{folder}/evidence/{exhibit.id}", f"{folder}/{copy_name(exhibit)}"
        here = place(f"{stem}.html", names, article.lang, base_url)
        resting = hand.resting.get(exhibit.id, [])
        made[copy] = window(exhibit)
        bodies = tuple(_body(article, folder, here, line.anchor, line.words) for line in resting)
        made[f"{stem}.json"] = annotation(exhibit, here.to(f"{stem}.json"), here.to(copy), bodies)
        made[f"{stem}.html"] = page(
            "evidence.html.j2",
            exhibit=exhibit,
            number=number,
            text=text,
            words=words,
            resting=resting,
            runs=runs(exhibit, ()),
            copy=copy,
            ways=NOWHERE,
            most=MOST,
            homes=frozenset(),
            here=here,
        )
    return made


def _body(article: Article, folder: str, here: Setting, anchor: str, words: str) -> Resting:
    return Resting(href=here.to(f"{folder}/index.html#{anchor}"), words=words, lang=article.lang)


def _of_articles(words: Words) -> Words:
    """The words of the page of evidence, which speaks of editions, where it belongs to an article."""
    own = {
        "nav.edition": words.say("commentary.article"),
        "nav.archive": words.say("commentary.all"),
        "evidence.rests-none": words.say("commentary.rests-none"),
    }
    return Words(words.lang, {**words.labels, **own}.items())
