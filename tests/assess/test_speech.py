"""What was said: quoted from transcripts first, told as reported otherwise, never in words that are not there."""

import pytest

from overtone.assess.speech import busiest_topics, discussed, quoted
from overtone.records import Finding
from tests.build import Page, material, statement

NATO = "The NATO bloc grows at our western borders and nobody asks why."


def slots(finding: Finding) -> dict[str, str]:
    return {slot.name: slot.value for slot in finding.slots}


def said(
    actor: str | None, words: str = NATO, *, on: str = "2022-05-16", topic: str = "nato=NATO", **more: str
) -> Page:
    return statement(actor, words, on=on, topics=(topic,), **more)


def test_words_of_a_transcript_are_quoted_byte_for_byte() -> None:
    page = said("lukashenko", "Dear friends! " + NATO + " Thank you.")
    (found,) = quoted(material(page), "security")
    assert found.key == "said"
    assert slots(found) == {"actor": "lukashenko", "quote": NATO, "date": "2022-05-16"}
    (evidence,) = found.evidence
    assert page.document.text[evidence.start : evidence.stop] == NATO
    assert evidence.row == page.said.id


@pytest.mark.parametrize(("source", "key"), [("kremlin", "reported"), ("diary", "digested"), ("no-card", "reported")])
def test_words_told_by_others_are_given_to_who_tells_them(source: str, key: str) -> None:
    """What a source only sums up, as its card says, is told as a summary: it is nobody's own words."""
    (found,) = quoted(material(said("lukashenko", manner="indirect", source=source)), "security")
    assert found.key == key
    assert slots(found)["publisher"] == source
    assert slots(found)["published"] == "2022-05-16"


def test_a_transcript_goes_before_a_report() -> None:
    pages = [
        said("putin", manner="indirect"),
        said("putin", "Our NATO neighbours hold drills along the whole border.", on="2022-05-18"),
    ]
    found = list(quoted(material(*pages), "security"))
    assert [f.key for f in found] == ["said", "spoke-noffice"]
    assert slots(found[1]) == {"actor": "putin", "topic": "nato", "n": "2"}
    assert len(found[1].evidence) == 2


def test_an_office_is_told_where_it_is_known() -> None:
    found = list(quoted(material(said("putin", office="ru-president"), said("putin", on="2022-05-17")), "security"))
    assert found[1].key == "spoke"
    assert slots(found[1])["office"] == "ru-president"


def test_questions_remarks_and_moderation_are_nobodys_position() -> None:
    acts = [said("peskov", act=act) for act in ("question", "remark", "moderation")]
    assert list(quoted(material(*acts), "security")) == []


def test_unknown_speakers_and_other_themes_are_not_quoted() -> None:
    assert list(quoted(material(said(None)), "security")) == []
    assert (
        list(
            quoted(
                material(said("putin", "Trade has grown by a third since January.", topic="trade=Trade")), "security"
            )
        )
        == []
    )


def test_the_busiest_speakers_come_first_and_only_five() -> None:
    names = ["lukashenko", "putin", "tokayev", "japarov", "rahmon", "pashinyan"]
    pages = [said(name, on=f"2022-05-{16 + day}") for rank, name in enumerate(names) for day in range(6 - rank)]
    found = [f for f in quoted(material(*pages), "security") if f.key == "said"]
    assert [slots(f)["actor"] for f in found] == names[:5]
    assert [f.weight for f in found] == sorted((f.weight for f in found), reverse=True)


def test_the_most_spoken_of_topic_needs_three_statements() -> None:
    two = [said("putin"), said("lukashenko")]
    assert discussed(material(*two), "security") is None
    found = discussed(material(*two, said("tokayev"), said("rahmon", topic="drills=borders")), "security")
    assert found is not None
    assert slots(found) == {"topic": "nato", "n": "3", "total": "4"}
    assert len(found.evidence) == 3


def test_a_theme_of_two_sides_tells_whose_statements_it_counts() -> None:
    spoken = [("putin", 16), ("lukashenko", 16), ("lukashenko", 17), ("tokayev", 16)]
    pages = [said(name, on=f"2022-05-{day}", topic="regional-grouping=borders") for name, day in spoken]
    sides = discussed(material(*pages, themes="belarus-russia"), "belarus-russia")
    everybody = discussed(material(*pages, themes="security"), "security")
    assert sides is not None
    assert everybody is not None
    assert (sides.key, slots(sides)["total"]) == ("discussed-sides", "3")
    assert (everybody.key, slots(everybody)["total"]) == ("discussed", "4")


def test_topics_stand_by_number_then_by_name() -> None:
    pages = [
        said("putin"),
        said("putin", on="2022-05-17"),
        said("putin", topic="drills=borders"),
        said("tokayev", topic="csto=NATO"),
    ]
    assert busiest_topics(material(*pages), "security") == ("nato", "csto", "drills")
    assert busiest_topics(material(), "security") == ()
