"""Bad input: whatever a page holds, it is read within bounds, and what can be read in it still is."""

import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial
from types import FrameType

import pytest

from overtone.deadline import Deadline
from overtone.language import LANGUAGES
from overtone.read import read
from overtone.read.explaining import attributions_of, explain_reading
from overtone.read.standoff import brat, json_line
from overtone.records import Document, Harvest
from tests.read.hostile import HOSTILE, MENU, OCR, RIGHT_TO_LEFT, SAID
from tests.read.small_desk import page, small_desk

GENEROUS = 60  # seconds of processor time: what explodes takes years
SMALL, LARGE = 3_000, 12_000
NAMES = list(HOSTILE)
FIRST = "Alexander Lukashenko said that sanctions harm everybody."
LAST = "“We will answer,” Vladimir Putin told reporters in Sochi."


def places(record: object) -> list[tuple[int, int]]:
    """Every span anywhere in a record."""
    if isinstance(record, tuple):
        return [place for one in record for place in places(one)]
    if not is_dataclass(record):
        return []
    names = {field.name for field in fields(record)}
    heads = [name.removesuffix("start") for name in names if name.endswith("start")]
    own = [(getattr(record, f"{head}start"), getattr(record, f"{head}stop")) for head in heads]
    return own + [place for name in names for place in places(getattr(record, name))]


def speakers(text: str, lang: str = "en", kind: str = "news") -> list[str | None]:
    """Who is found to speak in a text with a headline."""
    return [one.actor for one in read(page(f"Talks\n\n{text}", kind=kind, lang=lang), small_desk()).statements]


def document(name: str, size: int, lang: str) -> Document:
    return page(HOSTILE[name](size), lang=lang, kind="news")


def in_time(work: Callable[[Document], object], given: Document) -> object:
    deadline = Deadline(GENEROUS)
    found = deadline.within(work, given)
    assert found is not None, "it takes too long"
    return found


@pytest.mark.parametrize("name", NAMES)
def test_whatever_it_holds_a_page_is_read_and_every_span_lies_in_it(name: str) -> None:
    lang = LANGUAGES[NAMES.index(name) % len(LANGUAGES)]
    given = document(name, SMALL, lang)
    harvest = in_time(lambda one: read(one, small_desk()), given)
    assert isinstance(harvest, Harvest)
    found = attributions_of(given, small_desk())
    for start, stop in [*places(harvest), *places(found), *places(explain_reading(given, small_desk()))]:
        assert 0 <= start <= stop <= len(given.text)
    assert json_line("x", given, found, harvest).count("\n") == 1
    assert all(line.count("\t") in (1, 2) for line in brat(given, found).split("\n") if line)


def calls(work: Callable[[], object]) -> int:
    """How many calls a piece of work makes, those into libraries too: a measure of work that no clock disturbs."""
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_work_grows_no_faster_than_the_text(name: str, lang: str) -> None:
    read(document(name, 200, lang), small_desk())
    small, large = (calls(partial(read, document(name, size, lang), small_desk())) for size in (SMALL, LARGE))
    assert large <= 1.5 * (LARGE / SMALL) * small + 3000


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_the_length_of_a_chapter_is_read_in_time(name: str) -> None:
    lang = LANGUAGES[NAMES.index(name) % len(LANGUAGES)]  # in turn: that work grows with the text is asked in each
    in_time(lambda one: read(one, small_desk()), document(name, 60_000, lang))


@pytest.mark.parametrize("mark", ["“", "”", '"', "«", "»", "„", "‘", "'", "“«", "„“ ", "« \n"])
def test_two_thousand_marks_that_never_close_lose_only_themselves(mark: str) -> None:
    assert {"lukashenko", "putin"} <= set(speakers(f"{FIRST}\n\n{mark * 2000}\n\n{LAST}"))


def test_words_between_two_thousand_marks_lose_only_their_paragraph() -> None:
    assert {"lukashenko", "putin"} <= set(speakers(f"{FIRST}\n\n{'“it rains ' * 2000}\n\n{LAST}"))


def test_a_scan_gives_no_speaker_who_is_not_there_and_spoils_nothing_around() -> None:
    assert set(speakers(OCR * 20)) <= {"putin", "lukashenko", None}
    assert {"lukashenko", "putin"} <= set(speakers(f"{FIRST}\n\n{OCR}\n\n{LAST}"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paragraphs_in_other_languages_disturb_nobody(lang: str) -> None:
    text = "\n\n".join((SAID[lang], *(SAID[other] for other in LANGUAGES if other != lang)))
    assert "lukashenko" in speakers(text, lang)
    assert set(speakers(text, lang)) <= {"lukashenko", None}


def test_text_from_right_to_left_disturbs_nobody() -> None:
    assert {"lukashenko", "putin"} <= set(speakers(f"{FIRST}\n\n{RIGHT_TO_LEFT}\n\n{LAST}"))


def test_names_in_letters_that_only_look_alike_are_the_names() -> None:
    assert speakers("Alехander Lukаshеnkо said that sanctions harm everybody.") == ["lukashenko"]
    assert speakers("Алeксандр Лукaшенкo заявил, что санкции вредят всем.", "ru") == ["lukashenko"]


def test_a_page_that_is_only_a_menu_says_nothing() -> None:
    harvest = read(page(MENU), small_desk())
    assert (harvest.statements, harvest.encounters, harvest.votes, harvest.commitments) == ((), (), (), ())


def test_a_headline_in_capitals_is_no_statement_and_leaves_the_body_alone() -> None:
    text = f"LUKASHENKO SAID PUTIN TOLD EVERYBODY\n\n{FIRST}"
    assert [one.actor for one in read(page(text, kind="news"), small_desk()).statements] == ["lukashenko"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "."])
def test_a_text_of_nothing_gives_nothing(text: str) -> None:
    for lang in LANGUAGES:
        harvest = read(page(text, lang=lang), small_desk())
        assert (harvest.statements, harvest.encounters, harvest.reading.mentions) == ((), (), ())
        assert explain_reading(page(text, lang=lang), small_desk()) == ()


BAIT = [
    "a" * 50_000 + "!",
    "said " * 8000,
    ("Putin " * 5000) + "said",
    "(" * 5000 + "Putin said" + ")" * 5000,
    "A." * 20_000,
    " " * 60_000 + "said",
    "\n" * 60_000 + "Putin: yes",
    "Putin" + "-Putin" * 8000,
    "1 May " * 8000,
    "first second third meeting " * 3000,
    "President of " * 8000 + "Belarus",
    "“" + "he said, " * 8000,
    "Mr. " * 10_000 + "Putin said.",
    "Президент, " * 6000 + "сказал он",
    "по словам " * 6000 + "Путина",
    "according to " * 4000,
    "\u0301" * 60_000,
    "a\u0301\u200b" * 20_000,
]


@pytest.mark.parametrize("text", BAIT, ids=lambda text: repr(text[:16]))
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_bait_for_patterns_is_read_in_time(text: str, lang: str) -> None:
    given = page(f"Talks\n\n{text}", lang=lang, kind="news")
    in_time(lambda one: read(one, small_desk()), given)
    in_time(lambda one: attributions_of(one, small_desk()), given)
