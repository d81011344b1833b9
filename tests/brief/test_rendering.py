"""One brief, three texts: the same sentences with the same numbers, exhibits and signals."""

import math

import pytest

from overtone.brief.exhibits import exhibits_of
from overtone.brief.rendering import Renderer
from overtone.errors import UsageError
from overtone.language import LANGUAGES
from overtone.records import Brief, Chart, Evidence, Finding, Section, Slot, Text
from tests.brief.samples import slot
from tests.brief.test_exhibits import archive
from tests.build import W20, desk, moment, signal, statement

PAGE = statement("lukashenko", "NATO grows ... at our borders", on="2022-05-16")
PIECE = Evidence(document=PAGE.document.id, start=PAGE.said.start, stop=PAGE.said.stop, row=PAGE.said.id)
LOST = Evidence(document=PAGE.document.id, start=0, stop=3)


def finding(key: str, *names: str, **more: object) -> Finding:
    slots = tuple(slot(name, key, 2) for name in names)
    quotes = tuple(
        Slot(name="quote", kind="quote", value=PAGE.document.text[PIECE.start : PIECE.stop]) if s.name == "quote" else s
        for s in slots
    )
    return Finding(key=key, slots=quotes, evidence=(PIECE, PIECE), signals=(signal(actor="putin"),) if more else ())


SECTION = Section(
    theme="security",
    verdict="cannot-say",
    ground=finding("verdict-cannot-say-too-few-statements", "n"),
    headline=finding("headline-topics", "first", "second"),
    lead=(finding("met-bilateral", "parties", "place", "date"),),
    body=(finding("said", "actor", "date", "quote"), finding("discussed", "topic", "n", "total", measured=True)),
    see_also=("economy",),
)
CHART = Chart(
    key="chart-shares",
    kind="shares",
    rows=(Slot(name="topic", kind="topic", value="nato"),),
    columns=(Slot(name="value", kind="word", value="value"),),
    values=((0.4, math.inf),),
    slots=tuple(slot(name, "chart-shares") for name in ("n", "first", "share")),
)
BRIEF = Brief(
    window=W20,
    as_of=moment("2022-06-01"),
    sections=(SECTION,),
    charts=(CHART,),
    limits=(finding("limit-no-data"),),
    sources=(("kremlin", 1, 1.0),),
)
SUMMARY = finding("summary", "statements", "speakers", "encounters", "documents")


def text(lang: str) -> Text:
    shown = exhibits_of([PIECE], archive(PAGE))
    return Renderer(desk(), lang, 2022, shown).text(BRIEF, SUMMARY, {"actor.putin": "P"})


def sentences(one: Text) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    (part,) = one.sections
    told = (part.headline, part.ground, *part.lead, *part.body, *one.limits)
    return [(s.id, s.mark, s.exhibits, s.signals) for s in told]


def test_three_texts_tell_the_same_findings_on_the_same_evidence() -> None:
    texts = [text(lang) for lang in LANGUAGES]
    assert sentences(texts[0]) == sentences(texts[1]) == sentences(texts[2])
    assert all(exhibits for _, _, exhibits, _ in sentences(texts[0]))
    assert len({one.sections[0].headline.words for one in texts}) == 3
    assert texts[0].charts[0].values == texts[1].charts[0].values == texts[2].charts[0].values


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_text_has_title_summary_names_and_furniture(lang: str) -> None:
    one = text(lang)
    assert all(number in one.title for number in ("16", "22", "2022"))
    assert one.sections[0].name == desk().themes["security"].names.display(lang)
    assert one.sections[0].see_also == (("economy", desk().themes["economy"].names.display(lang)),)
    labels = dict(one.labels)
    assert labels["actor.putin"] == "P"
    assert len(labels) > 20
    assert one.summary
    assert one.charts[0].alt != one.charts[0].title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_quotation_is_marked_with_its_place_and_language(lang: str) -> None:
    said = text(lang).sections[0].body[0]
    ((start, stop, tongue),) = said.quotes
    assert (said.words[start:stop], tongue) == ("NATO grows ... at our borders", "en")


def test_evidence_without_an_exhibit_is_left_out_for_publication_to_refuse() -> None:
    lost = Finding(key="limit-no-data", slots=(), evidence=(LOST,))
    assert Renderer(desk(), "en", 2022, {}).sentence(lost).exhibits == ()


def test_an_unknown_phrase_or_slot_is_an_error() -> None:
    renderer = Renderer(desk(), "en", 2022, {})
    with pytest.raises(UsageError):
        renderer.sentence(Finding(key="no-such-phrase", slots=(), evidence=()))
    with pytest.raises(UsageError):
        renderer.sentence(Finding(key="phoned", slots=(), evidence=()))
