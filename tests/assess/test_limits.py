"""What an edition cannot say is said, with its reason; a limit never claims evidence."""

from dataclasses import replace

import pytest

from overtone.assess.limits import in_hindsight, limits
from overtone.records import Abstention, Finding
from tests.build import W20, Page, document, material, report, signal, statement

SEEN = {"kremlin": 1.0}
FEW = Abstention(
    measure="silence",
    method="silence@1",
    window="2022-W20",
    actor="tokayev",
    target="nato",
    venue="",
    reason="too-few-occasions",
    detail="2 statements",
    coverage=1.0,
    n=2,
)


def told(*pages: Page, seen: dict[str, float] | None = None, signals: tuple[Abstention, ...] = ()) -> list[Finding]:
    return list(limits(material(*pages), SEEN if seen is None else seen, signals))


def value(finding: Finding, name: str) -> str:
    return next(s.value for s in finding.slots if s.name == name)


PAGE = statement("putin", "Trade has grown.", on="2022-05-16", topics=("trade",))


def test_a_week_without_documents_says_so_and_quotes_nothing() -> None:
    assert [f.key for f in told()] == ["limit-no-data"]


def test_pages_of_other_weeks_do_not_make_a_week() -> None:
    """Contacts of the year bring their pages along; a week without its own says so all the same."""
    earlier = report("lukashenko putin", on="2022-03-11", source="diary")
    assert [f.key for f in told(earlier, seen={"diary": 1.0})] == ["limit-no-data"]


def test_words_told_of_this_week_later_are_data_of_this_week() -> None:
    late = statement("putin", "Trade has grown.", on="2022-05-24", said_on=W20.start)
    assert [f.key for f in told(late)] == ["limit-quotes"]


def test_a_whole_week_has_no_limit_but_the_language_of_its_quotations() -> None:
    assert [f.key for f in told(PAGE)] == ["limit-quotes"]


def test_days_on_which_a_source_was_not_seen_are_counted() -> None:
    blind = told(PAGE, seen={"kremlin": 3 / 7})[0]
    assert (blind.key, value(blind, "n"), value(blind, "days")) == ("limit-blind", "4", "7")


def test_a_hand_picked_source_is_named_where_it_speaks_and_never_called_blind() -> None:
    diary = statement("putin", "Trade has grown.", on="2022-05-16", source="diary")
    assert [f.key for f in told(diary, seen={"diary": 0.2})] == ["limit-selected", "limit-quotes"]
    assert [f.key for f in told(PAGE, seen={"diary": 0.2})] == ["limit-quotes"]


def test_sources_without_a_card_are_passed_over() -> None:
    assert [f.key for f in told(PAGE, seen={"no-such-source": 0.0})] == ["limit-quotes"]


def test_pairs_with_too_few_occasions_are_counted_once() -> None:
    found = told(PAGE, signals=(FEW, FEW))
    assert (found[0].key, value(found[0], "n")) == ("limit-silence", "1")


def test_unknown_speakers_are_counted_by_their_positions() -> None:
    somebody = statement(None, "Trade has grown.", on="2022-05-17")
    asking = statement(None, "Has trade grown?", on="2022-05-18", act="question")
    found = told(PAGE, somebody, asking)
    assert (found[0].key, value(found[0], "n")) == ("limit-unknown-speakers", "1")


def test_unfinished_transcripts_are_counted() -> None:
    open_end = Page(document=document("Talks\nTo be continued.", on="2022-05-16"), notes=("to-be-continued",))
    assert [f.key for f in told(open_end)] == ["limit-half-published", "limit-quotes"]


@pytest.mark.parametrize("seen", [{}, {"kremlin": 0.0}, {"kremlin": 1.0, "diary": 0.0}])
def test_every_limit_is_marked_as_one(seen: dict[str, float]) -> None:
    for found in told(PAGE, statement(None, "And?", on="2022-05-16"), seen=seen, signals=(FEW,)):
        assert (found.mark, found.evidence, found.signals) == ("limit", (), ())


def test_a_measure_that_refused_some_numbers_says_how_many_and_why() -> None:
    refused = tuple(replace(FEW, measure="lead", actor=actor) for actor in ("tokayev", "rahmon"))
    other = replace(FEW, measure="lead", actor="peskov", reason="source-not-seen")
    given = signal("lead", actor="putin", target="peskov")
    found = list(limits(material(PAGE), SEEN, (*refused, other, given)))
    partly = next(f for f in found if f.key == "limit-partly")
    assert {name: value(partly, name) for name in ("measure", "n", "total", "reason")} == {
        "measure": "lead",
        "n": "3",
        "total": "4",
        "reason": "too-few-occasions",
    }


def test_a_measure_that_gave_no_number_at_all_is_told_elsewhere() -> None:
    refused = replace(FEW, measure="lead")
    assert "limit-partly" not in [f.key for f in told(PAGE, signals=(refused,))]


def test_silences_too_rare_to_judge_are_counted_among_silences_only() -> None:
    found = told(PAGE, signals=(FEW, replace(FEW, measure="lead", actor="peskov")))
    assert [value(f, "n") for f in found if f.key == "limit-silence"] == ["1"]


@pytest.mark.parametrize("number", [0, 12])
def test_what_was_judged_in_hindsight_is_counted(number: int) -> None:
    assert [(f.key, value(f, "n"), f.mark) for f in in_hindsight(number)] == (
        [("limit-hindsight", str(number), "limit")] if number else []
    )
