"""Who can be the subject of a speech verb: beside the drawn cases, the parts they rest on."""

from datetime import date
from hashlib import sha256

import pytest

from overtone.read.attribution_cases import Case, cases
from overtone.read.attribution_subjects import is_passive, of_media, subject_before
from overtone.read.names import read_names
from overtone.records import Document, Part
from overtone.registry import load


def _case(text: str) -> Case:
    page = Document(
        source="diary",
        key="case",
        url="https://example.org/case",
        lang="en",
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        parts=(Part(role="body", start=0, stop=len(text)),),
        published_on=date(2022, 5, 16),
    )
    facts = load()
    return next(cases(page, read_names(page, facts), True, facts)).case


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The envoy of Vladimir Putin said no.", "The envoy"),
        ("Vladimir Putin's envoy said no.", "envoy"),
        ("Mykhailo Podolyak, an adviser, said no.", "Mykhailo Podolyak"),
        ("Joe Biden left, the player Elina Svitolina said.", "Elina Svitolina"),
    ],
)
def test_the_subject_is_the_nearest_that_can_be_one(text: str, subject: str) -> None:
    case = _case(text)
    found = subject_before(case, case.verbs[0])
    assert found is not None
    assert text[found.start : found.stop] in subject


def test_a_passive_and_the_press_give_no_words_to_their_subject() -> None:
    told = _case("Vladimir Putin was told so.")
    press = _case("The media said that Vladimir Putin left.")
    assert is_passive(told, told.verbs[0])
    assert of_media(press, press.verbs[0])
