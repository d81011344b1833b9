"""Institutions without their full name."""

from overtone.read.names import read_names
from overtone.read.resolution.bodies import body_in_words, government_of, paper_issuer
from overtone.read.resolution.history import History, Voice
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.scene import scene_of
from tests.read.resolution.drawn import desk, page


def phrase(text: str, source: str) -> Phrase:
    document = page("en", text)
    scene = scene_of(document, desk(), read_names(document, desk()))
    start = text.index(source)
    return Phrase(scene, start, start + len(source), (0, len(text)))


def test_a_ministry_is_told_by_its_town() -> None:
    assert body_in_words(phrase("The defence ministry in Minsk said so.", "defence ministry"), History()) == ("by-mod",)


def test_a_ministry_by_itself_is_the_last_one() -> None:
    history = History([Voice("ru-mfa", "body", said=True)])
    assert body_in_words(phrase("The ministry said so.", "The ministry"), history) == ("ru-mfa",)


def test_a_readout_is_of_the_body_that_spoke_last() -> None:
    history = History([Voice("ru-mfa", "body", said=True)])
    assert paper_issuer(phrase("The readout said so.", "The readout"), history) == ("ru-mfa",)
    assert paper_issuer(phrase("The readout said so.", "The readout"), History()) == ()


def test_a_capital_speaks_only_where_a_body_of_its_state_did() -> None:
    history = History([Voice("by-mfa", "body", said=True)])
    assert government_of(phrase("Minsk said so.", "Minsk"), history) == ("by-mfa",)
    assert government_of(phrase("London said so.", "London"), history) == ()
