"""One voice for all labels of one speaker."""

from overtone.read.labels_finding import find_labels
from overtone.read.speakers import book, setting
from overtone.read.speakers_cast import cast
from tests.read.transcript_desk import desk, document


def _actors(text: str) -> list[str | None]:
    names, made = book(desk()), document(text)
    labels = find_labels(text, 0, len(text), names.knows, names.is_place)
    return [part.actor for part in cast(labels, names, setting(made, desk()))]


def test_an_initial_joins_the_full_name_before_it() -> None:
    assert _actors("Владимир Путин: Да. В. Путин: Нет.") == ["putin", "putin"]


def test_a_stranger_with_a_title_stays_a_stranger_under_the_short_label() -> None:
    assert _actors("Paramedic Dmitry Peskov: Help is near. Dmitry Peskov: It came.") == [None, None]


def test_two_speakers_of_one_surname_are_two() -> None:
    assert _actors("Vladimir Putin: Yes. Governor Anna Putin: No.") == ["putin", None]
