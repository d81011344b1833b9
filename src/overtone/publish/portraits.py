"""The pages of the portraits of a week: what stands on each, with its own numbered evidence, and its data twin."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from overtone.publish.charts import draw
from overtone.publish.notes import Ground, Layout, Line, Listed, Plate, line_of
from overtone.publish.rendering import page
from overtone.publish.setting import place
from overtone.publish.twins import as_json, chart_table
from overtone.publish.words import Words
from overtone.records import Edition, Exhibit, Sentence, Text, TextPortrait

SHOWN = 6  # evidence numbers printed after a sentence before the rest is folded


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitPlate(Plate):
    """A chart of a portrait: its files bear the portrait's name."""

    portrait: str

    @property
    def stem(self) -> str:
        """Name of its files and anchor, the same in every language."""
        return f"{self.portrait}-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A portrait laid out."""

    title: Line
    registers: tuple[Listed, ...]
    plates: tuple[PortraitPlate, ...]
    notes: tuple[tuple[int, Exhibit], ...]  # its evidence, numbered in the order of the page


def face(edition: Edition, portrait: TextPortrait, layout: Layout) -> Face:
    """Number the evidence of one portrait; a name that leads to this very page leads nowhere."""
    told = [portrait.title, *(s for register in portrait.registers for s in register.sentences)]
    exhibits = {exhibit.id: exhibit for exhibit in edition.exhibits}
    numbers = {name: n for n, name in enumerate(dict.fromkeys(name for s in told for name in s.exhibits), 1)}
    signals = {name: n for n, name in enumerate(dict.fromkeys(name for s in told for name in s.signals), 1)}
    own = layout.homes - {(portrait.kind, portrait.id)}
    ground = Ground(exhibits=exhibits, numbers=numbers, signals=signals, homes=own)
    seen: dict[str, int] = {}

    def line(sentence: Sentence) -> Line:
        seen[sentence.id] = seen.get(sentence.id, 0) + 1
        again = f"-{seen[sentence.id]}" if seen[sentence.id] > 1 else ""
        return line_of(sentence, f"s-{sentence.id}{again}", ground, SHOWN)

    stem = f"{portrait.kind}-{portrait.id}"
    return Face(
        title=line(portrait.title),
        registers=tuple(
            Listed(key=r.key, lines=tuple(line(s) for s in r.sentences), more=r.more) for r in portrait.registers
        ),
        plates=tuple(PortraitPlate(number=n, chart=c, portrait=stem) for n, c in enumerate(portrait.charts, 1)),
        notes=tuple((number, exhibits[name]) for name, number in numbers.items()),
    )


def portrait_pages(
    edition: Edition, text: Text, layout: Layout, names: Mapping[str, str], base_url: str
) -> dict[str, bytes]:
    """A page and a JSON twin of every portrait, with the files of its charts, by path."""
    words, folder = Words(text.lang, text.labels), f"{text.lang}/{edition.brief.window.label}"
    made: dict[str, bytes] = {}
    for portrait in text.portraits:
        laid, path = face(edition, portrait, layout), f"{folder}/{portrait.kind}/{portrait.id}.html"
        drawings: dict[str, Markup] = {}
        for plate in laid.plates:
            drawings[plate.stem] = draw(plate.chart, words, stem=plate.stem)
            alone = draw(plate.chart, words, stem=plate.stem, alone=True)
            made[f"{folder}/data/{plate.stem}.csv"] = chart_table(plate.chart, words)
            if alone:
                made[f"{folder}/data/{plate.stem}.svg"] = f"{alone}\n".encode("utf-8", "replace")
        made[path] = page(
            "portrait.html.j2",
            portrait=portrait,
            face=laid,
            drawings=drawings,
            edition=edition,
            text=text,
            words=words,
            here=place(path, names, text.lang, base_url),
        )
        made[path.removesuffix(".html") + ".json"] = _twin(edition, text, portrait, laid)
    return made


def _twin(edition: Edition, text: Text, portrait: TextPortrait, laid: Face) -> bytes:
    return as_json(
        {
            "kind": portrait.kind,
            "id": portrait.id,
            "week": edition.brief.window,
            "as_of": edition.brief.as_of,
            "lang": text.lang,
            "languages": [other.lang for other in edition.texts],
            "title": portrait.title,
            "registers": portrait.registers,
            "charts": portrait.charts,
            "exhibits": {exhibit.id: number for number, exhibit in laid.notes},
            "version": edition.version,
            "facts_digest": edition.facts_digest,
            "ledger_digest": edition.ledger_digest,
        }
    )
