"""The names that pages print: of all themes and sources, and of whoever stands in an exhibit or a signal."""

import pytest

from overtone.brief.exhibits import exhibits_of
from overtone.brief.names import names_of
from overtone.language import LANGUAGES
from overtone.records import Evidence, Finding, Portrait
from tests.brief.test_exhibits import PAGE, archive
from tests.build import desk, signal, statement

PIECE = Evidence(document=PAGE.document.id, start=PAGE.said.start, stop=PAGE.said.stop, row=PAGE.said.id)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whoever_and_whatever_is_shown_has_a_name(lang: str) -> None:
    facts = desk()
    signals = [
        signal(actor="tokayev", target=target, venue="csto-summit-2022-05-16") for target in ("nato", "ua", "csto", "")
    ]
    found = names_of(facts, lang, exhibits_of([PIECE], archive(PAGE)).values(), signals)
    assert found["actor.lukashenko"] == facts.actors["lukashenko"].names.display(lang)
    assert found["office.by-president"] == facts.offices["by-president"].names.display(lang)
    assert {"actor.tokayev", "target.nato", "target.ua", "target.csto", "venue.csto-summit-2022-05-16"} <= found.keys()
    assert {f"theme.{key}" for key in facts.themes} | {f"source.{key}" for key in facts.sources} <= found.keys()
    assert all(found.values())


def test_an_institution_that_speaks_has_a_name() -> None:
    page = statement("by-mod", "Drills are over.", on="2022-05-16")
    piece = Evidence(document=page.document.id, start=page.said.start, stop=page.said.stop, row=page.said.id)
    found = names_of(desk(), "be", exhibits_of([piece], archive(page)).values(), [])
    assert found["actor.by-mod"] == desk().institutions["by-mod"].names.display("be")


def test_what_the_facts_do_not_know_is_left_out() -> None:
    found = names_of(desk(), "en", [], [signal(actor="nobody", target="nothing", venue="nowhere")])
    assert not [key for key in found if key.startswith(("actor.", "target.", "venue.", "office."))]


def test_whatever_has_a_portrait_is_known_by_its_names_in_every_language() -> None:
    title = Finding(key="headline-portrait-actor", slots=(), evidence=())
    told = [("actor", "macron"), ("topic", "nato"), ("event", "csto-summit-2022-05-16"), ("encounter", "a1b2")]
    portraits = [Portrait(kind=kind, id=name, title=title, registers=()) for kind, name in told]
    found = names_of(desk(), "be", [], [], portraits)
    assert {"Emmanuel Macron", desk().actors["macron"].names.display("ru")} <= set(found["also.macron"].split("|"))
    assert "Macron’s" in found["forms.macron"]
    assert {"target.nato", "also.nato", "venue.csto-summit-2022-05-16"} <= found.keys()
    assert not [key for key in found if key.endswith(".a1b2")]


def test_a_speaker_that_another_is_measured_against_has_a_name() -> None:
    found = names_of(desk(), "ru", [], [signal("contradiction", actor="makei", target="lukashenko")])
    assert found["target.lukashenko"] == desk().actors["lukashenko"].names.display("ru")
