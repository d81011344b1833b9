from datetime import date

import pytest

from overtone.assess.citations import FOUND, LATER, NO_SOURCE, NOT_MEASURED, grounds, resolve, shelf
from overtone.errors import JudgementError
from overtone.records import Citation
from overtone.registry.judgements import Judgements
from tests.assess.judged import DAY, item, rivals
from tests.assess.ledger import known
from tests.build import Page, report, signal, statement, vote

TALK = statement("lukashenko", "The grouping defends us. Trains arrive, and trains leave.", on="2022-10-14")


def name(page: Page) -> str:
    return f"{page.document.source}/{page.document.key}"


def judgements(*citations: Citation, on: date = DAY) -> Judgements:
    one = rivals("a=.5 b=.5")
    made = item("x: a=2 b=1", on=on, cited=citations)
    sets = {"set": type(one)(**{f: getattr(one, f) for f in one.__slots__} | {"items": (made,)})}
    return Judgements(questions={}, indicators={}, hypotheses=sets, forecasts={}, digest="")


def test_words_of_a_document_lead_to_the_statement_they_stand_in() -> None:
    ground = resolve(Citation(document=name(TALK), quote="Trains arrive"), shelf(known(TALK)))
    (evidence,) = ground.evidence
    assert ground.state == FOUND
    assert TALK.document.text[evidence.start : evidence.stop] == "Trains arrive"
    assert evidence.row == TALK.said.id


def test_words_outside_any_statement_are_still_evidence_of_their_document() -> None:
    ground = resolve(Citation(document=name(TALK), quote="lukashenko, 2022-10-14"), shelf(known(TALK)))
    assert ground.evidence[0].row == ""


@pytest.mark.parametrize("kind", ["statement", "encounter", "vote"])
def test_a_row_is_found_by_its_id(kind: str) -> None:
    pages = (TALK, report("lukashenko putin", on="2022-10-07"), vote("by=N", on="2022-10-12"))
    ids = {"statement": TALK.said.id, "encounter": pages[1].reports[0].id, "vote": pages[2].votes[0].id}
    ground = resolve(Citation(row=ids[kind], kind=kind), shelf(known(*pages)))
    assert ground.evidence[0].row == ids[kind]


@pytest.mark.parametrize(
    ("document", "quote", "what", "step"),
    [
        ("", "Trains halt", "0 times", "letter for letter"),
        ("", "rains", "2 times", "quote more words"),
        ("kremlin/nothing", "Trains", "has no document", "overtone documents"),
    ],
)
def test_a_citation_that_leads_nowhere_is_told_with_file_line_and_what_to_do(
    document: str, quote: str, what: str, step: str
) -> None:
    citation = Citation(document=document or name(TALK), quote=quote, where="judged.toml:7")
    with pytest.raises(JudgementError) as caught:
        grounds(judgements(citation), known(TALK))
    assert caught.value.where == "judged.toml:7"
    assert what in caught.value.what
    assert step in caught.value.next_step


def test_all_of_them_are_told_at_once() -> None:
    wrong = [Citation(row=f"{n}", kind="statement", where=f"judged.toml:{n}") for n in (3, 9)]
    with pytest.raises(JudgementError) as caught:
        grounds(judgements(*wrong), known(TALK))
    assert "judged.toml:3" in str(caught.value)
    assert "judged.toml:9" in str(caught.value)
    assert "cite document and quote" in caught.value.next_step


def test_a_judgement_cannot_rest_on_what_was_published_after_it() -> None:
    citation = Citation(document=name(TALK), quote="Trains arrive", where="judged.toml:7")
    with pytest.raises(JudgementError, match="was published on 2022-10-14, after the judgement of 2022-10-13"):
        grounds(judgements(citation, on=date(2022, 10, 13)), known(TALK))


def test_what_the_ledger_learnt_later_is_no_mistake() -> None:
    base = known(TALK, later=["kremlin/new", "77"])
    assert resolve(Citation(document="kremlin/new", quote="x"), shelf(base)).state == LATER
    assert resolve(Citation(row="77", kind="statement"), shelf(base)).state == LATER


def test_a_source_that_the_ledger_has_nothing_of_is_no_mistake() -> None:
    assert resolve(Citation(document="diary/x", quote="x"), shelf(known(TALK))).state == NO_SOURCE


def test_one_key_in_two_languages_asks_which() -> None:
    other = statement("lukashenko", "Поезда прибывают.", on="2022-10-14", lang="ru")
    twin = Page(document=type(TALK.document)(**{f: getattr(other.document, f) for f in TALK.document.__slots__}
                | {"key": TALK.document.key}))  # fmt: skip
    base = shelf(known(TALK, twin))
    with pytest.raises(JudgementError, match="is there in en, ru"):
        resolve(Citation(document=name(TALK), quote="Trains arrive"), base)
    assert resolve(Citation(document=name(TALK), quote="Trains arrive", lang="en"), base).state == FOUND


def test_a_measured_value_is_found_by_what_it_is_of_or_by_id_and_may_be_unmeasured() -> None:
    value = signal(actor="putin", target="by")
    base = shelf(known(TALK, signals=[("2022-05-22", value)]))
    asked = (("measure", "silence"), ("week", "2022-W20"), ("actor", "putin"), ("target", "by"))
    assert resolve(Citation(signal=asked), base).signal == value.id
    assert resolve(Citation(row=value.id, kind="signal"), base).signal == value.id
    assert resolve(Citation(signal=(*asked[:2], ("actor", "peskov"))), base).state == NOT_MEASURED
