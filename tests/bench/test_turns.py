"""The turns bench counts what it says it counts; on the real corpus its floor holds."""

from pathlib import Path

import pytest

from overtone.bench.turns import CORPUS, TARGET, Page, ours, peer, read_pages, run, same, tally
from overtone.read.speakers import book
from tests.read.transcript_desk import desk

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FILE = SHARED / "data" / CORPUS / "documents.jsonl.gz"
PAGE = Page(
    paragraphs=(
        ("The two met.", ""),
        ("President of Russia Vladimir Putin: Good day.", "President of Russia Vladimir Putin"),
        ("This I say: work.", ""),
        ("Igor Sechin: Thank you.", "Igor Sechin"),
        ("Vladimir Putin: Go on.", "Vladimir Putin"),
    )
)


@pytest.mark.parametrize("separator", [" ", "\n\n"])
def test_turns_are_found_again_when_paragraphs_are_joined(separator: str) -> None:
    total = tally([PAGE], separator, ours(book(desk())))
    assert (total.gold, total.right, total.found, total.false) == (3, 3, 3, 0)


def test_a_reader_that_finds_nothing_scores_nothing() -> None:
    total = tally([PAGE], " ", lambda text: ())
    assert (total.right, total.found, total.share("recall")) == (0, 0, (0, 3))


def test_a_turn_inside_a_paragraph_is_false() -> None:
    at = PAGE.paragraphs[0][0].index("two")
    total = tally([PAGE], " ", lambda text: [(at, at + 4, "Somebody Else")])
    assert (total.found, total.false) == (1, 1)


def test_the_peer_finds_plain_labels() -> None:
    assert [printed for _, _, printed in peer("Yes. Igor Sechin: Thank you.")] == ["Igor Sechin"]


@pytest.mark.parametrize(
    ("printed", "speaker", "equal"),
    [
        ("Vladimir Putin", "President of Russia Vladimir Putin", True),
        ("Emmanuel Macron (retranslated)", "Emmanuel Macron", True),
        ("Igor Sechin", "Vladimir Putin", False),
        ("", "Vladimir Putin", False),
    ],
)
def test_labels_are_compared_by_name(printed: str, speaker: str, equal: bool) -> None:
    assert same(printed, speaker) is equal


@pytest.mark.shared
@pytest.mark.skipif(not FILE.exists(), reason="the corpora are not beside the repository")
def test_every_tenth_page_of_the_archive_is_above_the_target() -> None:
    total = tally(list(read_pages(FILE))[::10], " ", ours(book(desk())))
    right, gold = total.share("recall")
    true, found = total.share("precision")
    assert right >= TARGET * gold
    assert true >= TARGET * found


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason="the corpora are not beside the repository")
def test_the_bench_beats_its_peer() -> None:
    scores = [score for score in run(SHARED) if score.peer]
    assert len(scores) == 4
    assert all(score.value >= (score.target or 0) and score.value > (score.peer_value or 0) for score in scores)
