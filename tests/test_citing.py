"""What a view shows behind references: words, rows, contacts, measured values; and what leads nowhere."""

from collections.abc import Iterator

import pytest

from overtone.brief.commentary_references import citation_of
from overtone.citing import Found, found
from overtone.errors import CommentaryError
from overtone.ledger import View
from overtone.measure.encounters import join
from overtone.records import Document
from tests.build import Page, desk, document, report, statement, view, vote

SAID = statement("putin", "NATO grows. We watch.", on="2022-05-17", topics=("nato=NATO",))
BARE = Page(document=document("A page\nTwice. Twice. Once.", on="2022-05-18"))
MET = report("lukashenko putin", on="2022-05-18")
CAST = vote("by=N ru=N", on="2022-05-19")
PAGES = (SAID, BARE, MET, CAST)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """One view of all pages, read by every test."""
    with view(tmp_path_factory.mktemp("ledger"), *PAGES) as there:
        yield there


def named(page: Document) -> str:
    return f"{page.source}/{page.key}"


def asked(seen: View, *wanted: str, weeks: tuple[str, ...] = ()) -> dict[str, Found]:
    citations = {one: citation_of(one, f"one.en.md:{n}") for n, one in enumerate(wanted, 3)}
    return found(seen, desk(), citations, weeks)


def test_a_statement_a_report_and_a_vote_are_shown_with_their_words(seen: View) -> None:
    rows = (("statement", SAID.said.id), ("encounter", MET.reports[0].id), ("vote", CAST.votes[0].id))
    wanted = [f"[[{kind}:{key}]]" for kind, key in rows]
    told = asked(seen, *wanted)
    assert [told[one].cited.exhibits[0].kind for one in wanted] == ["statement", "encounter", "vote"]
    assert told[wanted[0]].words == "NATO grows. We watch."
    assert told[wanted[0]].cited.exhibits[0].actor == "putin"


def test_a_contact_is_found_by_the_id_that_all_reports_of_it_share(seen: View) -> None:
    (contact,) = join(MET.reports)
    one = f"[[encounter:{contact.id}]]"
    assert [e.kind for e in asked(seen, one)[one].cited.exhibits] == ["encounter"]


def test_words_of_a_document_lead_to_the_statement_they_stand_in(seen: View) -> None:
    one = f'[[document:{named(SAID.document)} "We watch."]]'
    (exhibit,) = asked(seen, one)[one].cited.exhibits
    assert (exhibit.quote, exhibit.actor, exhibit.kind) == ("We watch.", "putin", "statement")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("[[statement:0000]]", "no statement 0000"),
        (f'[[document:{named(BARE.document)} "Twice."]]', "2 times"),
        (f'[[document:{named(BARE.document)} "Never."]]', "0 times"),
        ('[[document:nobody/x "Never."]]', "holds nothing of the source"),
        ("[[signal:salience week=2022-W20 target=no-such]]", "could be measured"),
        ("[[signal:nonsense week=2022-W20]]", "no measure 'nonsense'"),
        ("[[signal:salience week=2022-W99]]", "no ISO week"),
        ("[[signal:0000]]", "could be measured"),
    ],
)
def test_what_leads_nowhere_is_told_with_its_line_and_a_next_step(seen: View, wanted: str, words: str) -> None:
    with pytest.raises(CommentaryError) as told:
        asked(seen, wanted)
    assert words.replace("no ISO", "is not an ISO") in told.value.what
    assert told.value.where == "one.en.md:3"
    assert told.value.next_step


def test_all_that_lead_nowhere_are_told_in_the_order_of_their_lines(seen: View) -> None:
    with pytest.raises(CommentaryError) as told:
        asked(seen, "[[vote:1]]", f"[[statement:{SAID.said.id}]]", "[[vote:2]]")
    assert (told.value.where, "one.en.md:5" in told.value.what) == ("one.en.md:3", True)


def test_nothing_asked_is_nothing_found(seen: View) -> None:
    assert asked(seen) == {}
