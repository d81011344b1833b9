"""What a site has published of a week, and the note of what it was made of."""

from pathlib import Path

from overtone.publish import publish
from overtone.publish.known import RECORD, known_in, known_of, record, recorded, weeks_of
from overtone.publish.pages import pages
from tests.publish.noted import headline, poorer
from tests.publish.week41 import edition

WEEK = "2022-W41"


def test_sentences_signals_and_exhibits_of_a_week_are_known_also_from_earlier_versions(tmp_path: Path) -> None:
    whole = edition()
    publish(whole, tmp_path)
    publish(poorer(), tmp_path)
    found = known_of(tmp_path, WEEK)
    assert headline(whole) in found.sentences
    assert {exhibit.id for exhibit in whole.exhibits} == found.exhibits.keys()
    assert {signal.id for signal in whole.signals} == found.signals
    assert weeks_of(tmp_path) == (WEEK,)


def test_an_edition_knows_what_its_site_will_know(tmp_path: Path) -> None:
    whole = edition()
    publish(whole, tmp_path)
    assert known_in(whole, pages(whole)) == known_of(tmp_path, WEEK)


def test_a_week_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    found = known_of(tmp_path, WEEK)
    assert (found.sentences, found.signals, dict(found.exhibits)) == (frozenset(), frozenset(), {})


def test_the_note_is_believed_only_while_the_files_are_as_they_were(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    assert not recorded(tmp_path, WEEK, "x")
    record(tmp_path, WEEK, "x")
    assert recorded(tmp_path, WEEK, "x")
    assert not recorded(tmp_path, WEEK, "y")
    page = tmp_path / "en" / WEEK / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert not recorded(tmp_path, WEEK, "x")


def test_a_note_that_somebody_changed_means_that_all_is_made_again(tmp_path: Path) -> None:
    (tmp_path / RECORD).write_text("no json")
    assert not recorded(tmp_path, WEEK, "x")
