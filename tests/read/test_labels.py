"""Labels are found by shape and behaviour: drawn cases, negatives, hostile texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.read.labels import candidates, name_key, name_start, title_start
from overtone.read.labels_finding import find_labels, judged
from overtone.read.labels_rules import RULES
from overtone.read.speakers import book
from tests.read.transcript_desk import desk

CASES = Path(__file__).parents[1] / "cases" / "transcripts"
OPEN, CLOSE = "‹", "›"


def _blocks(name: str) -> list[str]:
    lines = [line for line in (CASES / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [line for line in lines if line.strip()]


def _drawn(block: str) -> tuple[str, list[tuple[int, str]]]:
    text, labels = "", []
    for piece in block.split(OPEN):
        printed, found, rest = piece.partition(CLOSE)
        if found:
            labels.append((len(text), printed))
        text += printed + rest
    return text, labels


def _found(text: str) -> list[tuple[int, str]]:
    names = book(desk())
    return [(label.start, label.printed) for label in find_labels(text, 0, len(text), names.knows, names.is_place)]


@pytest.mark.parametrize("block", _blocks("labels.txt"))
def test_labels_in_running_text_are_those_that_are_drawn(block: str) -> None:
    text, labels = _drawn(block)
    assert _found(text) == labels


@pytest.mark.parametrize("block", _blocks("labels.txt"))
def test_sentences_on_lines_of_their_own_change_nothing(block: str) -> None:
    drawn = block.replace(" ‹", "\n\n‹") if "And what of" not in block else block
    text, labels = _drawn(drawn)
    assert _found(text) == labels


@pytest.mark.parametrize("text", _blocks("negatives.txt"))
def test_a_colon_in_prose_is_no_label(text: str) -> None:
    assert _found(text) == []


def test_a_briefing_in_capitals_has_its_labels_and_lone_letters() -> None:
    drawn = (CASES / "press.txt").read_text(encoding="utf-8").partition("\n")[2]
    text, labels = _drawn(drawn)
    assert _found(text) == labels


def test_speech_starts_behind_colon_note_and_space() -> None:
    text = "Emmanuel Macron (retranslated):   Good evening. Emmanuel Macron:Yes."
    names = book(desk())
    labels = find_labels(text, 0, len(text), names.knows, names.is_place)
    assert [(text[label.speech :][:4], label.note) for label in labels] == [("Good", "(retranslated)"), ("Yes.", "")]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("President of Russia Vladimir Putin", "Vladimir Putin"),
        ("Defence Minister Sergei Shoigu", "Sergei Shoigu"),
        ("President of the European Commission Ursula von der Leyen", "Ursula von der Leyen"),
        ("President of Egypt Abdel Fattah el-Sisi", "Fattah el-Sisi"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdogan"),
        ("Director General Adnan Z. Amin", "Adnan Z. Amin"),
        ("Minister of Culture", "Culture"),
    ],
)
def test_the_name_stands_at_the_end_of_a_label(words: str, name: str) -> None:
    tokens = tuple(words.split())
    assert " ".join(tokens[name_start(tokens) :]) == name


def test_a_title_begins_behind_a_heading() -> None:
    heading = "Speech at the meeting of the Foreign Ministry Board"
    tokens = tuple(f"{heading} President of Russia Vladimir Putin".split())
    assert " ".join(tokens[title_start(tokens, len(tokens) - 2) :]) == "President of Russia Vladimir Putin"


def test_one_key_for_one_name_however_it_is_spaced() -> None:
    assert name_key("VladimirPutin") == name_key("VLADIMIR PUTIN") == name_key("Vladimir  Putin")


def test_the_debug_twin_names_the_rule_for_every_candidate() -> None:
    text = "Vladimir Putin: I say: yes. Germany: Growth is slow."
    names = book(desk())
    told = {candidate.printed: rule for _, candidate, rule in judged(text, 0, len(text), names.knows, names.is_place)}
    assert told == {"Vladimir Putin": "registry_name", "Germany": "single_word"}
    assert "registry_name" in [rule.__name__ for rule in RULES]


@given(st.text(alphabet="Ab :.\n*()QА!-", max_size=200))
def test_labels_never_overlap_and_lie_inside_the_text(text: str) -> None:
    names = book(desk())
    labels = find_labels(text, 0, len(text), names.knows, names.is_place)
    edges = [edge for label in labels for edge in (label.start, label.stop, label.speech)]
    assert edges == sorted(edges)
    assert all(text[label.start : label.stop] == label.printed for label in labels)


@given(st.text(alphabet="Ab :.\n*()QА!-", max_size=200))
def test_candidates_are_byte_for_byte_what_stands_in_the_text(text: str) -> None:
    assert all(text[c.start : c.stop] == c.printed for c in candidates(text, 0, len(text)))


@pytest.mark.parametrize(
    "hostile", ["a: " * 20_000, "Aa Bb: " * 5_000, "(a) " * 20_000 + ":", "Ab Ab " * 20_000 + ":", "\nQ a" * 5_000]
)
def test_hostile_text_is_read_to_its_end(hostile: str) -> None:
    assert isinstance(_found(hostile), list)
