"""The bench of the editors' tags: what counts, what does not, and the figures on the real pages."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from overtone.bench.tags import run, tagged
from tests.read.small_desk import small_desk

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, its tags, and what is scored: task, registry id, found, found by its printed name."""

    text: str
    persons: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    scored: tuple[tuple[str, str, bool, bool], ...] = ()


PAGES = (
    Page(
        text="The President of Belarus Alexander Lukashenko came.",
        persons=("Lukashenko Alexander",),
        places=(("Belarus", "BY"),),
        scored=(
            ("person", "lukashenko", True, True),
            ("leader", "lukashenko", True, True),
            ("country", "by", True, True),
        ),
    ),
    Page(
        text="Mr Lukashenko came.",
        persons=("Lukashenko Alexander",),
        scored=(("person", "lukashenko", True, False),),
    ),
    Page(text="Nobody of that name came.", persons=("Lukashenko Alexander",), places=(("Belarus", "BY"),)),
    Page(text="Chinese ministers.", places=(("China", "CN"),), scored=(("country", "cn", True, False),)),
    Page(text="The region's governor spoke of Oman.", places=(("Republic of Mordovia", "OM"),)),
    Page(text="Mr Sobyanin spoke.", persons=("Sobyanin Sergei",), scored=(("person", "", False, False),)),
    Page(
        text="Chinese President Hu Jintao spoke.",
        persons=("Hu Jintao",),
        scored=(("person", "", False, False), ("leader", "", False, False)),
    ),
    Page(
        text="Deputy Prime Minister of China Hu Jintao spoke.",
        persons=("Hu Jintao",),
        scored=(("person", "", False, False),),
    ),
)


@pytest.mark.parametrize("page", PAGES, ids=[page.text[:30] for page in PAGES])
def test_a_tag_is_scored_where_its_name_stands_in_the_text(page: Page, tmp_path: Path) -> None:
    row = {
        "id": 1,
        "url": "https://example.org/1",
        "title": "",
        "lead": "",
        "date": "2016-05-16",
        "tags": {
            "persons": [{"name": name, "kremlin_id": "1"} for name in page.persons],
            "geography": [{"name": name, "kremlin_id": code} for name, code in page.places],
        },
        "paragraphs": [{"text": page.text}],
    }
    file = tmp_path / "documents.jsonl.gz"
    file.write_bytes(gzip.compress(json.dumps(row).encode()))
    cases = tuple((case.task, case.target, case.found, case.peer) for case in tagged(file, small_desk()))
    assert cases == page.scored


@pytest.mark.shared
def test_tagged_leaders_and_countries_are_found_on_the_real_pages() -> None:
    if not (SHARED / "data" / "kremlin-1999-2020").is_dir():
        pytest.skip("the corpora are not here (shared/data beside the repository)")
    scores = {score.task.split()[1]: score for score in run(SHARED)}
    assert scores["leaders"].value >= 0.95
    assert scores["countries"].value >= 0.95
    assert all(score.peer_value is not None and score.value > score.peer_value for score in scores.values())
