"""The encounters bench: its own rules on small rows, and the floors on the shared corpora."""

from pathlib import Path

import pytest

from overtone.bench.encounters import Row, diary_scores, documents, kremlin_scores, recall, reference
from overtone.registry import default_desk, load

SHARED = Path(__file__).resolve().parents[3] / "shared"


def row(medium: str = "phone", status: str = "held", guests: str = "lukashenko") -> Row:
    names = tuple(frozenset(name.split("/")) for name in guests.split())
    return Row(page="1", medium=medium, status=status, day="2022-05-03", guests=names)


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        (row(), row(), True),
        (row(), row(guests="rahmon"), False),
        (row(), row(medium="video"), False),
        (row(), row(status="announced"), False),
        (row(guests="lukashenka/lukashenko"), row(), True),
        (row(guests="a b c d"), row(guests="a b c"), True),
        (row(guests="a b c d"), row(guests="a e f g"), False),
    ],
)
def test_rows_are_alike_by_medium_status_day_and_guests(one: Row, other: Row, like: bool) -> None:
    assert recall([one], [other]) == (int(like), 1)


def test_the_reference_is_whole() -> None:
    rows = list(reference())
    assert len(rows) > 200
    assert {r.medium for r in rows} == {"phone", "video", "in-person"}
    assert {r.status for r in rows} == {"held", "announced"}


@pytest.mark.shared
@pytest.mark.slow
def test_the_floors_hold() -> None:
    if not (SHARED / "data" / "kremlin-2022").is_dir():
        pytest.skip("the shared corpora are not beside this checkout")
    desk = load(default_desk())
    kremlin = documents(SHARED / "data" / "kremlin-2022" / "releases.jsonl.gz", "kremlin", desk)
    diary = documents(SHARED / "diary-2022" / "items.jsonl", "diary", desk)
    table = SHARED / "diary-2022" / "encounters.tsv"
    for score in (*kremlin_scores(kremlin, desk, ""), *diary_scores(kremlin, diary, desk, table)):
        assert score.target is not None
        assert score.value >= score.target if score.metric != "count" else score.value == 0.0, score
