"""A document laid out: sentences, home, names."""

from dataclasses import replace

from overtone.read.names import read_names
from overtone.read.resolution.scene import home_of, scene_of, within
from tests.read.resolution.drawn import desk, page

TEXT = "Vladimir Putin said yes. Alexander Lukashenko said no."


def test_the_home_of_a_page_is_told_by_its_source_or_its_publisher() -> None:
    assert home_of(page("en", TEXT, source="kremlin"), desk()) == ("ru", "ru-presidential-service")
    official = replace(page("ru", TEXT), publisher="Президент России (пресс-служба)")
    assert home_of(official, desk()) == ("ru", "ru-presidential-service")
    assert home_of(replace(page("en", TEXT), publisher="The Page"), desk()) == ("", "")


def test_sentences_of_the_headline_are_no_reports() -> None:
    document = page("en", TEXT, headline="Putin says yes")
    scene = scene_of(document, desk(), read_names(document, desk()))
    assert scene.sentence(0) is None
    assert [document.text[a:b] for a, b in scene.sentences] == [
        "Vladimir Putin said yes.",
        "Alexander Lukashenko said no.",
    ]


def test_names_within_a_span_are_those_that_touch_it() -> None:
    document = page("en", TEXT)
    scene = scene_of(document, desk(), read_names(document, desk()))
    assert [m.target for m in within(scene.people, 0, 5)] == ["putin"]
    assert [m.target for m in within(scene.people, 0, len(TEXT))] == ["putin", "lukashenko"]
    assert scene.run(0, len(TEXT)) == (0, len(TEXT))


def test_states_and_institutions_of_those_named() -> None:
    document = page("en", "Russia and a Russian company met.")
    scene = scene_of(document, desk(), read_names(document, desk()))
    assert [scene.is_name(place) for place in scene.places] == [True, False]
    assert (scene.state_of("by-mfa"), scene.state_of("putin"), scene.gender("zakharova")) == ("by", "ru", "f")
    assert scene.institution_of("makei") == "by-mfa"
