"""Each test a claim may ask for: met, not met, and not to be seen from this ledger."""

from dataclasses import replace

import pytest

from overtone.assess.checks import TESTS, Base, Outcome, pattern
from overtone.records import Evidence
from overtone.registry import values
from tests.build import Page, contacts, desk, document, report, statement, vote

SUMMIT = "csto-summit-2022-05-16"
CSTO = "am=A by=N kz=A kg=A ru=N tj=A"
PAGES = (
    statement(
        "lukashenko",
        "Sanctions hurt us. Ukraine is close. We speak of Ukraine, of Finland and of Sweden.",
        on="2022-05-16",
        topics=("sanctions=Sanctions",),
        names=("ua=Ukraine",),
        venue=SUMMIT,
    ),
    statement("putin", "On Ukraine I shall speak later.", on="2022-05-16", names=("ua=Ukraine",), venue=SUMMIT),
    statement("tokayev", "Afghanistan is our concern.", on="2022-05-16", venue=SUMMIT),
    statement("tokayev", "Is it Ukraine?", on="2022-05-16", names=("ua=Ukraine",), venue=SUMMIT, act="question"),
    statement("lukashenko", "We wrote of the grouping.", on="2022-10-10", topics=("regional-grouping=grouping",)),
    report("lukashenko putin", on="2022-05-16", kind="sidelines", place="Moscow"),
    report("lukashenko putin", on="2022-05-18", status="announced", published="2022-05-17"),
    vote(CSTO, on="2022-03-02", resolution="ES-11/1"),
    vote("by=N ru=N", on="2022-10-12", resolution="ES-11/4"),
    Page(document=document("CSTO summit\n\nThe leaders spoke of peacekeeping.", on="2022-05-16", event=SUMMIT)),
    Page(document=document("CSTO summit, a year on\nThe leaders spoke of NATO.", on="2023-05-16")),
)


def base(*pages: Page) -> Base:
    return Base(
        registry=desk(),
        statements=tuple(s for page in pages for s in page.statements),
        encounters=contacts(*pages),
        votes=tuple(v for page in pages for v in page.votes),
        documents={page.document.id: page.document for page in pages},
        ordinals=lambda parties, year: {
            e.id: (("in-person", 4), ("phone", 6)) for e in contacts(*pages) if e.status == "held"
        },
    )


def outcome(line: str, *pages: Page) -> Outcome:
    (check,) = values.checks(line)
    return TESTS[check.test](check, base(*(pages or PAGES)))


MET, NOT, UNSEEN = True, False, None


@pytest.mark.parametrize(
    ("line", "met"),
    [
        ("said; actor=lukashenko; words=finland|sweden", MET),
        ("said; actor=putin; words=finland|sweden", NOT),
        ("said; actor=lukashenko; topic=sanctions", MET),
        ("said; actor=lukashenko; topic=sanctions; on=2022-10-10", NOT),
        ("said; actor=lukashenko; target=ua; words=close", MET),
        ("said; actor=tokayev; words=Ukraine", NOT),
        ("said; actor=zelenskyy; words=Ukraine", UNSEEN),
        ("silent; actor=tokayev; target=ua; event=" + SUMMIT, MET),
        ("silent; actor=tokayev|putin; target=ua; event=" + SUMMIT, NOT),
        ("silent; actor=tokayev|rahmon; target=ua; event=" + SUMMIT, UNSEEN),
        ("more; actor=lukashenko; than=putin; target=ua", MET),
        ("more; actor=putin; than=lukashenko; target=ua", NOT),
        ("more; actor=putin; than=rahmon; target=ua", UNSEEN),
        ("met; parties=lukashenko|putin; on=2022-05-16", MET),
        ("met; parties=lukashenko|putin; on=2022-05-16; kind=bilateral", NOT),
        ("met; parties=lukashenko|putin; on=2022-05-18", NOT),
        ("met; parties=lukashenko|putin; on=2022-05-18; status=announced", MET),
        ("met; parties=lukashenko|putin; on=2022-05-19", UNSEEN),
        ("ordinal; parties=lukashenko|putin; on=2022-05-16; n=6", MET),
        ("ordinal; parties=lukashenko|putin; on=2022-05-16; n=5", NOT),
        ("ordinal; parties=lukashenko|putin; on=2022-05-18; n=4", UNSEEN),
        ("first; actor=lukashenko; topic=regional-grouping; from=2022-10-01; to=2022-10-31; on=2022-10-10", MET),
        ("first; actor=lukashenko; topic=regional-grouping; from=2022-10-01; to=2022-10-31; on=2022-10-14", NOT),
        ("first; actor=putin; topic=regional-grouping; from=2022-10-01; to=2022-10-31; on=2022-10-14", UNSEEN),
        ("voted; bloc=csto; resolution=ES-11/1; choice=A", MET),
        ("voted; bloc=csto; resolution=ES-11/1; choice=N", NOT),
        ("voted; bloc=csto; resolution=ES-11/4; choice=A", UNSEEN),
        ("voted; bloc=csto; resolution=ES-11/9; choice=A", UNSEEN),
        ("written; event=" + SUMMIT + "; words=peacekeep*", MET),
        ("written; event=" + SUMMIT + "; words=NATO", NOT),
        ("written; event=cis-summit-2022-10-14; words=NATO", UNSEEN),
        ("unwritten; event=" + SUMMIT + "; words=NATO", MET),
        ("unwritten; event=" + SUMMIT + "; words=peacekeep*", NOT),
        ("unwritten; event=cis-summit-2022-10-14; words=NATO", UNSEEN),
    ],
)
def test_a_check_is_met_not_met_or_cannot_be_seen(line: str, met: bool | None) -> None:
    found = outcome(line)
    assert found.met is met, found.found
    assert found.found


def test_every_test_of_the_facts_is_known_here() -> None:
    assert tuple(TESTS) == values.TESTS


@pytest.mark.parametrize("test", list(TESTS))
def test_an_empty_ledger_never_decides(test: str) -> None:
    line = f"{test}; actor=putin; than=rahmon; parties=putin|rahmon; on=2022-05-16; n=1; words=NATO; bloc=csto"
    (check,) = values.checks(line)
    assert TESTS[test](check, base()).met is None


def words(passages: tuple[Evidence, ...]) -> list[str]:
    texts = {page.document.id: page.document.text for page in PAGES}
    return [texts[p.document][p.start : p.stop] for p in passages]


def test_passages_are_the_sentences_that_have_the_words() -> None:
    found = outcome("said; actor=lukashenko; words=finland|sweden")
    assert set(words(found.passages)) == {"We speak of Ukraine, of Finland and of Sweden."}
    assert words(outcome("written; event=" + SUMMIT + "; words=peacekeep*").passages) == [
        "The leaders spoke of peacekeeping."
    ]


def test_a_silence_is_shown_by_what_was_said_in_its_place() -> None:
    assert words(outcome("silent; actor=tokayev; target=ua").passages) == ["Afghanistan is our concern."]


def test_a_members_missing_vote_leaves_the_bloc_untested() -> None:
    (check,) = values.checks("voted; bloc=csto; resolution=ES-11/1; choice=A")
    whole = base(*PAGES)
    part = replace(whole, votes=tuple(v for v in whole.votes if v.state != "am"))
    assert TESTS["voted"](check, part).met is None


@pytest.mark.parametrize(
    ("asked", "text", "hit"),
    [
        ("sanction*", "Sanctions", True),
        ("sanction*", "unsanctioned", False),
        ("войск*", "о войсках", True),
        ("войска", "войсками", False),
        ("united front", "a United Front", True),
        ("c.s.t.o", "csto", False),
    ],
)
def test_words_match_from_the_start_of_a_word_and_a_star_stands_for_its_rest(asked: str, text: str, hit: bool) -> None:
    assert bool(pattern((asked,)).search(text)) is hit
