"""Translations: which sentence renders which, and what is behind when the original changes."""

from collections import Counter
from datetime import date

import pytest

from overtone.brief.commentary_translation import (
    MISSING,
    STALE,
    UNRECORDED,
    Kept,
    behind,
    comparable,
    digest,
    kept_file,
    kept_in,
    record,
    states,
    units,
)
from overtone.errors import CommentaryError
from overtone.records.commentaries import Article
from tests.brief.articles import article

MAY, JUNE = date(2022, 5, 1), date(2022, 6, 1)
SOURCE = "## Head\n\n{analysis} One. Two. Three.\n\n{analysis} Four.\n"
OWN = "## Глава\n\n{analysis} Раз. Два. Три.\n\n{analysis} Четыре.\n"


def ru(body: str = OWN) -> Article:
    return article(body, 'translation_of = "en"', lang="ru")


def first() -> dict[str, Kept]:
    return record(units(article(SOURCE)), units(ru()), {}, MAY)


def told(source: str, own: str, kept: dict[str, Kept]) -> list[tuple[str, str]]:
    return [(s.state, s.words) for s in states(units(article(source)), units(ru(own)), kept) if s.state != "current"]


def test_a_first_translation_is_matched_sentence_by_sentence() -> None:
    kept = first()
    assert {len(one.source) for one in kept.values()} == {1}
    assert told(SOURCE, OWN, kept) == []
    assert kept[digest("Два.")].words == "Two."


def test_a_changed_original_leaves_its_translation_behind() -> None:
    kept = first()
    changed = SOURCE.replace("Two.", "Not two.")
    assert told(changed, OWN, kept) == [(STALE, "Два.")]
    found = states(units(article(changed)), units(ru()), kept)
    assert behind(found, kept).sentences == {"Два."}
    assert (behind(found, kept).missing, behind(found, kept).since, behind(found, kept).stale) == (0, MAY, True)


def test_recording_again_without_touching_it_leaves_it_stale_unless_all_was_compared() -> None:
    changed = SOURCE.replace("Two.", "Not two.")
    source, own = units(article(changed)), units(ru())
    again = record(source, own, first(), JUNE)
    assert told(changed, OWN, again) == [(STALE, "Два.")]
    whole = record(source, own, first(), JUNE, everything=True)
    assert told(changed, OWN, whole) == []
    assert whole[digest("Два.")].on == JUNE
    assert whole[digest("Раз.")].on == MAY


def test_a_translation_brought_up_to_date_is_current_again() -> None:
    changed, mended = SOURCE.replace("Two.", "Not two."), OWN.replace("Два.", "Не два.")
    assert told(changed, mended, first()) == [(UNRECORDED, "Не два.")]
    kept = record(units(article(changed)), units(ru(mended)), first(), JUNE)
    assert told(changed, mended, kept) == []
    assert kept[digest("Не два.")].words == "Not two."


def test_what_was_added_to_the_original_is_missing_until_it_is_rendered() -> None:
    longer = SOURCE.replace("Two.", "Two. And a half.")
    kept = first()
    assert told(longer, OWN, kept) == [(MISSING, "And a half.")]
    assert behind(states(units(article(longer)), units(ru()), kept), kept).since == MAY
    mended = OWN.replace("Два.", "Два. С половиной.")
    kept = record(units(article(longer)), units(ru(mended)), kept, JUNE)
    assert told(longer, mended, kept) == []
    assert kept[digest("С половиной.")].source == (digest("And a half."),)


def test_one_sentence_may_render_two() -> None:
    own = OWN.replace("Раз. Два.", "Раз и два.")
    kept = record(units(article(SOURCE)), units(ru(own)), {}, MAY)
    assert told(SOURCE, own, kept) == []
    changed = SOURCE.replace("One.", "No one.")
    assert (STALE, "Раз и два.") in told(changed, own, kept)


def test_a_sentence_taken_out_of_the_original_leaves_its_translation_behind() -> None:
    assert told(SOURCE.replace("Three.", ""), OWN, first()) == [(STALE, "Три.")]


def test_a_reference_that_changes_counts_as_a_change() -> None:
    one, two = "He spoke. [[vote:1]]\n", "He spoke. [[vote:2]]\n"
    assert units(article(one))[-1].digest != units(article(two))[-1].digest


def test_quotations_stay_as_they_were_published_and_are_not_translated() -> None:
    body = "> Quoted.\n> [[vote:1]]\n\n{pull} Pulled. [[vote:1]]\n\n{pull} Own.\n"
    assert [one.words for one in units(article(body))][2:] == ["Own."]


def test_the_title_the_disclaimer_and_the_picture_are_translated_too() -> None:
    found = units(article("- a\n", 'disclaimer = "D"', 'image = { file = "a.png", credit = "C", alt = "A" }'))
    assert [one.words for one in found] == ["A title", "D", "A", "C", "What this shows.", "a"]


def test_other_paragraphs_than_the_original_cannot_be_compared() -> None:
    with pytest.raises(CommentaryError, match="3 paragraphs, the original has 5"):
        comparable(units(article(SOURCE)), units(ru("{analysis} Раз.\n")), "one.ru.md")


def test_the_lock_file_holds_what_was_written_into_it() -> None:
    kept = first()
    assert kept_in(kept_file(kept), "x") == kept
    with pytest.raises(CommentaryError, match="lock file"):
        kept_in("[[sentence]]\nown = 1\n", "x")


def test_every_sentence_has_one_state() -> None:
    found = states(units(article(SOURCE)), units(ru()), {})
    assert Counter(one.state for one in found) == {UNRECORDED: len(units(ru()))}
