"""Doubtful labels are judged again once the sure speakers of the document are known."""

from overtone.read.labels_finding import find_labels
from overtone.read.speakers import book
from tests.read.transcript_desk import desk


def _printed(text: str) -> list[str]:
    names = book(desk())
    return [label.printed for label in find_labels(text, 0, len(text), names.knows, names.is_place)]


def test_a_name_said_once_is_a_label_beside_sure_speakers_only() -> None:
    assert _printed("We met. Igor Sechin: Yes.") == []
    assert _printed("Vladimir Putin: We met. Igor Sechin: Yes.") == ["Vladimir Putin", "Igor Sechin"]


def test_a_surname_is_a_label_where_its_bearer_speaks() -> None:
    assert _printed("Vladimir Putin: We met. Putin: Yes.") == ["Vladimir Putin", "Putin"]


def test_a_long_name_is_whole_where_short_labels_show_it() -> None:
    text = "President of X Anna Maria Lopez: Yes. Anna Maria Lopez: No. Anna Maria Lopez: Yes."
    names = book(desk())
    assert {label.name for label in find_labels(text, 0, len(text), names.knows, names.is_place)} == {
        "Anna Maria Lopez"
    }
