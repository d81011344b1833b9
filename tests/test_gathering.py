"""From a view to a week in memory: what belongs to it, what stays out, and where each exhibit is taken from."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from overtone.assess.material import whole
from overtone.gathering import archive, evidence_base, gather, options_for, said, seen_days, undertaken
from overtone.ledger import Ledger, harvested
from overtone.measure import Coverage, SeenWeek
from overtone.measure.themes import ThemeWeek
from overtone.records import Evidence, Finding, Harvest, week
from tests.assess.weekly.made import undertaking
from tests.build import W20, Page, desk, document, ledger, moment, report, signal, statement, view, vote

SAID = statement("putin", "On trade.", on="2022-05-17", topics=("trade",))
EARLIER = statement("putin", "On trade before.", on="2022-05-15")
NEXT = statement("putin", "On trade later.", on="2022-05-23")
BARE = Page(document=document("A page\nwithout words of anybody.", on="2022-05-18"))
MET = report("lukashenko putin", on="2022-02-18")
AHEAD = report("lukashenko putin", on="2022-05-23", status="announced", published="2022-05-20")
UNKNOWN_YET = report("lukashenko putin", on="2022-06-25", published="2022-05-23", status="announced")
LAST_YEAR = report("lukashenko putin", on="2021-12-29")
CAST = vote("by=N ru=N", on="2022-05-19")
CAST_BEFORE = vote("by=N ru=N", on="2022-03-02", resolution="ES-11/1")
PAGES = (SAID, EARLIER, NEXT, BARE, MET, AHEAD, UNKNOWN_YET, LAST_YEAR, CAST, CAST_BEFORE)


def counted(theme: str, *pages: Page) -> ThemeWeek:
    mentioning = tuple(Evidence(document=p.document.id, start=0, stop=1, row=p.said.id) for p in pages)
    return ThemeWeek(
        theme=theme,
        window=W20.label,
        statements=len(pages),
        pressing=0,
        easing=0,
        past=(),
        usual=None,
        rho=0.0,
        weight=0.0,
        coverage=1.0,
        selected=False,
        evidence=(),
        mentioning=mentioning,
    )


def test_a_week_holds_its_own_statements_votes_and_pages_and_the_years_contacts(tmp_path: Path) -> None:
    with view(tmp_path, *PAGES) as seen:
        found = gather(seen, desk(), W20, [counted("economy", SAID)])
    assert found.statements == SAID.statements
    assert found.themes == {"economy": frozenset({SAID.said.id})}
    assert {v.id for v in found.votes} == {v.id for v in CAST.votes}
    assert [(e.date.isoformat(), e.status) for e in found.encounters] == [
        ("2022-02-18", "held"),
        ("2022-05-23", "announced"),
    ]
    own = {SAID, BARE, MET, AHEAD, CAST}
    assert set(found.documents) == {page.document.id for page in own}
    assert {r.document for r in found.readings} == {p.document.id for p in own - {MET}}


def test_what_is_learnt_after_the_cut_is_not_there(tmp_path: Path) -> None:
    ledger(tmp_path, SAID, learnt="2022-05-20T12:00:00+00:00")
    made = ledger(tmp_path, CAST, learnt="2022-06-02T12:00:00+00:00")
    for cut, statements, votes in (("2022-05-19", 0, 0), ("2022-06-01", 1, 0), ("2022-06-03", 1, 2)):
        with made.view(moment(cut)) as seen:
            found = gather(seen, desk(), W20, [])
        assert (len(found.statements), len(found.votes)) == (statements, votes)


def test_a_week_in_two_years_has_the_contacts_of_both(tmp_path: Path) -> None:
    in_january = report("lukashenko putin", on="2022-01-01", kind="phone")
    with view(tmp_path, LAST_YEAR, in_january) as seen:
        found = gather(seen, desk(), week(2021, 52), [])
    assert [e.date.isoformat() for e in found.encounters] == ["2021-12-29", "2022-01-01"]


def test_an_empty_ledger_gives_an_empty_week(tmp_path: Path) -> None:
    with view(tmp_path) as seen:
        found = gather(seen, desk(), W20, [])
    assert (found.statements, found.documents, found.encounters, found.votes, found.readings) == ((), {}, (), (), ())


def test_measures_are_asked_about_the_sources_that_are_there_and_have_a_card(tmp_path: Path) -> None:
    stranger = statement("putin", "Elsewhere.", on="2022-05-17", source="no-such-card")
    with view(tmp_path, SAID, CAST, stranger) as seen:
        assert [source.id for source in options_for(seen, desk()).sources] == ["diary-votes", "kremlin"]


def test_the_archive_tells_of_each_row_what_it_is_and_who_read_it(tmp_path: Path) -> None:
    pieces = [
        Evidence(document=SAID.document.id, start=0, stop=4, row=SAID.said.id),
        Evidence(document=MET.document.id, start=0, stop=4, row=MET.reports[0].id),
        Evidence(document=CAST.document.id, start=0, stop=4, row=CAST.votes[0].id),
    ]
    finding = Finding(key="said", slots=(), evidence=tuple(pieces))
    with view(tmp_path, *PAGES) as seen:
        kept = archive(seen, [finding])
    assert [kept.kinds[piece.row] for piece in pieces] == ["statement", "encounter", "vote"]
    assert {kept.readers[piece.row] for piece in pieces} == {"build@1"}
    assert {kept.learnt[piece.document] for piece in pieces} == {moment("2022-06-01")}
    assert kept.statements[SAID.said.id] == SAID.said


def test_no_findings_no_documents_looked_up(tmp_path: Path) -> None:
    with view(tmp_path, *PAGES) as seen:
        assert archive(seen, []).learnt == {}


def test_claims_are_checked_against_everything_with_numbers_by_rule(tmp_path: Path) -> None:
    again = report("lukashenko putin", on="2022-03-11")
    with view(tmp_path, *PAGES, again) as seen:
        base = evidence_base(seen, desk())
    assert len(base.statements) == 3
    assert len(base.votes) == 4
    assert len(base.documents) == len(PAGES) + 1
    numbers = base.ordinals(("lukashenko", "putin"), 2022)
    second = next(e for e in base.encounters if e.date.isoformat() == "2022-03-11")
    assert dict(numbers[second.id])["bilateral-talks"] == 2
    announced = {e.id for e in base.encounters if e.status != "held"}
    assert not announced & set(numbers)
    assert base.ordinals(("lukashenko", "putin"), 2019) == {}


def test_statements_behind_signals_are_found_whatever_week_they_are_of(tmp_path: Path) -> None:
    behind = signal(evidence=(whole(EARLIER.said), Evidence(document=MET.document.id, start=0, stop=1)))
    with view(tmp_path, *PAGES) as seen:
        assert said(seen, [behind]) == {EARLIER.said.id: EARLIER.said}
        assert said(seen, []) == {}


def test_what_was_undertaken_is_known_up_to_the_weeks_end_and_as_long_as_it_is_due(tmp_path: Path) -> None:
    made = {
        day: Page(document=document(f"Pact of {day}\n\nMinsk will pay.", on=day))
        for day in ("2021-01-15", "2021-01-16", "2022-05-17", "2022-05-24")
    }
    rows = [undertaking(page, "by", "Minsk will pay.") for page in made.values()]
    rows[1] = replace(rows[1], due=date(2022, 5, 20))
    kept = Ledger.open(tmp_path)
    read = [Harvest(reading=p.harvest.reading, commitments=(c,)) for p, c in zip(made.values(), rows, strict=True)]
    kept.append(harvested([p.document for p in made.values()], read), moment("2022-06-01"))
    with kept.view() as seen:
        assert {c.said_on.isoformat() for c in undertaken(seen, W20)} == {"2021-01-16", "2022-05-17"}


def test_days_seen_are_cut_to_the_week() -> None:
    weeks = (
        SeenWeek(source="a", monday=W20.start, alive=True, reason="seen", documents=3, first=W20.start, last=W20.last),
        SeenWeek(source="b", monday=W20.start, alive=False, reason="not-visited", documents=0),
    )
    found = dict(seen_days(Coverage(weeks=weeks), W20, ("a", "b", "c")))
    assert (len(found["a"]), found["a"][0], found["b"], found["c"]) == (7, W20.start, (), ())
