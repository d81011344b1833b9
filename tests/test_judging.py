"""From a real ledger to an assessment: what was learnt later, what is not held, what a week measured."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from overtone.assess.assessment import assess
from overtone.assess.citations import LATER
from overtone.assess.indicators import LIT
from overtone.errors import JudgementError
from overtone.judging import evidence
from overtone.ledger import Ledger, harvested
from overtone.registry.judgements import load_judgements
from tests.build import desk, ledger, report, statement
from tests.registry.judged import INDICATOR, QUESTION, SET, folder

ARRIVE = statement(
    "lukashenko", "Troops of the grouping: they come.", on="2022-10-12", topics=("troops", "regional-grouping")
)
AGAIN = statement("khrenin", "More troops come.", on="2022-10-13", topics=("troops",))
MEET = report("lukashenko putin", on="2022-10-07")
LATE = statement("putin", "The grouping stands.", on="2022-10-14", topics=("regional-grouping",))
DAY = date(2022, 10, 16)
JUDGED = QUESTION + INDICATOR + SET.replace("kremlin/k1", f"kremlin/{ARRIVE.document.key}")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that learnt three pages in October and one in December."""
    found = tmp_path_factory.mktemp("judging")
    made = ledger(found / "ledger", ARRIVE, AGAIN, MEET, learnt="2022-10-15T12:00:00+00:00")
    made.append(harvested([LATE.document], [LATE.harvest]), datetime(2022, 12, 1, tzinfo=UTC))
    return found


def test_a_day_is_assessed_from_the_ledger(place: Path, tmp_path: Path) -> None:
    judged = load_judgements(desk(), folder(tmp_path / "j", JUDGED))
    with Ledger.open(place / "ledger").view() as view:
        found = assess(judged, evidence(view, desk(), judged, DAY))
    (question,) = found.questions
    assert [hit.actor for hit in question.candidates] == ["putin", "lukashenko"]
    assert found.indicators[0].state == LIT
    assert {row.item for row in found.hypotheses[0].grid.rows} == {"x", "indicator:i"}


def test_at_a_cut_only_what_was_learnt_by_then_counts(place: Path, tmp_path: Path) -> None:
    text = JUDGED.replace(
        'quote = "they come" }',
        f'quote = "they come" }}, {{ document = "kremlin/{LATE.document.key}", quote = "stands" }}',
    ).replace("on = 2022-10-12", "on = 2022-10-14")
    judged = load_judgements(desk(), folder(tmp_path / "j", text))
    book = Ledger.open(place / "ledger")
    with book.view(datetime(2022, 11, 1, tzinfo=UTC)) as view, book.view() as latest:
        known = evidence(view, desk(), judged, DAY, latest)
    found = assess(judged, known, date(2022, 11, 1))
    assert [hit.actor for hit in found.questions[0].candidates] == ["lukashenko"]
    assert {ground.state for ground in found.grounds.values()} == {"found", LATER}


def test_a_week_or_measure_that_there_is_none_of_is_told(place: Path, tmp_path: Path) -> None:
    cited = 'cited = [{ measure = "silense", week = "2022-W41" }]'
    right = f'cited = [{{ document = "kremlin/{ARRIVE.document.key}", quote = "they come" }}]'
    with Ledger.open(place / "ledger").view() as view:
        for wrong, words in (
            (cited, "no measure 'silense'"),
            (cited.replace("silense", "silence").replace("W41", "W99"), "ISO"),
        ):
            judged = load_judgements(desk(), folder(tmp_path / "j", JUDGED.replace(right, wrong)))
            with pytest.raises(JudgementError, match=words) as caught:
                evidence(view, desk(), judged, DAY)
            assert "judged.toml:" in caught.value.where


def test_a_measured_value_is_worked_out_where_it_is_cited(place: Path, tmp_path: Path) -> None:
    right = f'cited = [{{ document = "kremlin/{ARRIVE.document.key}", quote = "they come" }}]'
    cited = 'cited = [{ measure = "salience", week = "2022-W41", actor = "lukashenko", target = "troops" }]'
    judged = load_judgements(desk(), folder(tmp_path / "j", JUDGED.replace(right, cited)))
    with Ledger.open(place / "ledger").view() as view:
        known = evidence(view, desk(), judged, DAY)
    assert known.signals
    assert all(one.measure == "salience" and on == DAY for on, one in known.signals)
    assert assess(judged, known).day == DAY
