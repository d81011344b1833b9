"""The pages of one edition: a pure function from the edition to paths and bytes."""

from collections.abc import Sequence

from overtone.publish.cards import search_files, subjects
from overtone.publish.charts import draw
from overtone.publish.exhibits import evidence_pages
from overtone.publish.linked import linked
from overtone.publish.notes import Layout, lay_out
from overtone.publish.package import Bodies, bodies_of, package
from overtone.publish.portraits import portrait_pages
from overtone.publish.rendering import emblem, page, stylesheet
from overtone.publish.setting import Setting, Tongue, address, place
from overtone.publish.signals import signal_pages
from overtone.publish.twins import as_json, chart_table, edition_twin, evidence_twin
from overtone.publish.words import Words
from overtone.records import Abstention, Edition, Signal, Text

__all__ = ["Setting", "Tongue", "address", "manifest", "pages", "place", "silent"]


def manifest(edition: Edition, text: Text, words: Words, leaves: Sequence[str] = ()) -> bytes:
    """What the archive, the feeds and the sitemap need to know of this edition in this language.

    `leaves`: the pages of the week beside its front page, from its folder.
    """
    kept: tuple[str, ...] = (
        "desk.",
        "language.name",
        "page.",
        "nav.",
        "home.",
        "archive.",
        "date.",
        "edition.cut",
        "edition.kind",
    )
    kept += ("shelf.", "search.", "feed.", "correction.", "mail.")
    return as_json(
        {
            "week": edition.brief.window.label,
            "start": edition.brief.window.start,
            "stop": edition.brief.window.stop,
            "as_of": edition.brief.as_of,
            "lang": text.lang,
            "title": text.title,
            "summary": text.summary,
            "empty": silent(edition),
            "languages": [other.lang for other in edition.texts],
            "exhibits": [exhibit.id for exhibit in edition.exhibits],
            "sections": [
                {
                    "theme": section.theme,
                    "name": section.name,
                    "verdict": section.verdict,
                    "verdict_words": section.verdict_words,
                    "headline": section.headline.words,
                }
                for section in text.sections
            ],
            "subjects": subjects(edition, text, words),
            "pages": list(leaves),
            "labels": {key: value for key, value in words.labels.items() if key.startswith(kept)},
        }
    )


def silent(edition: Edition) -> bool:
    """Whether the week has no texts at all: neither a document counted nor a word to show."""
    return not edition.exhibits and not any(documents for _, documents, _ in edition.brief.sources)


def _rebuild(edition: Edition) -> str:
    langs = ",".join(text.lang for text in edition.texts)
    return (
        f"overtone edition --week {edition.brief.window.label} --lang {langs} --as-of {edition.brief.as_of.isoformat()}"
    )


def _linked(edition: Edition, text: Text, words: Words, setting: Setting) -> str:
    full = bool(setting.base_url)
    twins = [(one.lang, one.full if full else one.href) for one in setting.tongues if not one.current]
    return linked(edition, text, words, setting.permalink if full else "index.html", twins)


def _front(edition: Edition, text: Text, words: Words, layout: Layout, setting: Setting) -> bytes:
    return page(
        "edition.html.j2",
        edition=edition,
        text=text,
        words=words,
        layout=layout,
        here=setting,
        silent=silent(edition),
        drawings={p.stem: draw(p.chart, words, stem=p.stem) for one in layout.passages for p in one.plates},
        numbered=_numbered(layout),
        rebuild=_rebuild(edition),
        linked=_linked(edition, text, words, setting),
    )


def _grounds(text: Text, words: Words, layout: Layout, setting: Setting) -> bytes:
    """Every number and every piece of evidence of the week, on a page of their own: the front page stays light."""
    return page("grounds.html.j2", text=text, words=words, layout=layout, here=setting, numbered=_numbered(layout))


def _charts(text: Text, words: Words, layout: Layout, setting: Setting) -> bytes:
    """The charts that belong to no theme, each with its figures."""
    drawings = {plate.stem: draw(plate.chart, words, stem=plate.stem) for plate in layout.loose}
    return page("charts.html.j2", text=text, words=words, layout=layout, here=setting, drawings=drawings)


def _numbered(layout: Layout) -> list[tuple[int, Signal | Abstention, bool]]:
    return [(n, signal, isinstance(signal, Signal)) for n, signal in enumerate(layout.measured, 1)]


def _written(edition: Edition, text: Text, names: dict[str, str], base_url: str, bodies: Bodies) -> dict[str, bytes]:
    """All pages and twins of one language."""
    words, layout = Words(text.lang, text.labels), lay_out(edition, text)
    folder = f"{text.lang}/{edition.brief.window.label}"
    front = f"{folder}/index.html"
    made = {front: _front(edition, text, words, layout, place(front, names, text.lang, base_url))}
    grounds = f"{folder}/grounds.html"
    made[f"{folder}/grounds.json"] = as_json(
        {"evidence": [exhibit.id for _, exhibit in layout.notes], "signals": [one.id for one in layout.measured]}
    )
    made[grounds] = _grounds(text, words, layout, place(grounds, names, text.lang, base_url))
    if layout.loose:
        charts = f"{folder}/charts.html"
        made[f"{folder}/charts.json"] = as_json({"charts": [plate.chart for plate in layout.loose]})
        made[charts] = _charts(text, words, layout, place(charts, names, text.lang, base_url))
    made[f"{folder}/index.json"] = edition_twin(edition, text)
    made |= search_files(folder, edition, text, words)
    for plate in layout.plates:
        made[f"{folder}/data/{plate.stem}.csv"] = chart_table(plate.chart, words)
        drawing = draw(plate.chart, words, stem=plate.stem, alone=True)
        if drawing:
            made[f"{folder}/data/{plate.stem}.svg"] = f"{drawing}\n".encode("utf-8", "replace")
    made |= evidence_pages(edition, text, layout, names, base_url)
    made |= signal_pages(edition, text, layout, names, base_url)
    made |= portrait_pages(edition, text, layout, names, base_url)
    columnar = {path.rsplit("/", 1)[1]: body for path, body in made.items() if path.endswith(".parquet")}
    name, body = package(edition, text, base_url, bodies, columnar)
    made[f"{folder}/data/{name}"] = body
    leaves = sorted(path.removeprefix(f"{folder}/") for path in made if path.endswith(".html") and path != front)
    made[f"{folder}/manifest.json"] = manifest(edition, text, words, leaves)
    return made


def pages(edition: Edition, base_url: str = "") -> dict[str, bytes]:
    """Every file of the edition by its path in the site: the same edition gives the same bytes.

    Not for editions that were not proved: see `proof.prove`.
    """
    names = {text.lang: Words(text.lang, text.labels).say("language.name") for text in edition.texts}
    made = dict((stylesheet(), emblem()))
    evidence, bodies = evidence_twin(edition), bodies_of(edition)
    for text in edition.texts:
        made |= _written(edition, text, names, base_url, bodies)
        made[f"{text.lang}/{edition.brief.window.label}/evidence.json"] = evidence
    return dict(sorted(made.items()))
