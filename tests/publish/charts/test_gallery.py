"""The pictures of the docs are those that the program draws, and small."""

from tests.publish.charts.gallery import FOLDER, TOLD, pictures


def test_the_docs_show_what_is_drawn() -> None:
    stale = [name for name, written in pictures() if (FOLDER / name).read_text("utf-8") != written]
    assert stale == [], "python -m tests.publish.charts.gallery renews them"


def test_every_kind_stands_on_the_page_with_its_finding() -> None:
    page = (FOLDER.parents[1] / "pictures.md").read_text("utf-8")
    assert [name for name in TOLD if f"images/pictures/{name}.svg" not in page] == []


def test_the_gallery_is_small() -> None:
    assert sum(len(written.encode()) for _, written in pictures()) < 300_000
