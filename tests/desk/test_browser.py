"""The subscription pages in a browser: readable by all, on a phone, in the dark, with nothing from elsewhere."""

from pathlib import Path

import pytest

from overtone.bench.browser import program, rules
from overtone.bench.pages import BUDGET, Looked, look
from overtone.desk.pages import assets
from tests.desk.visiting import Visitor, places

pytestmark = pytest.mark.slow


@pytest.fixture
def seen(small_desk: str, tmp_path: Path) -> tuple[Looked, ...]:
    """Pages that ask something of a reader, in three languages, as files that a browser opens."""
    if not (program() and rules()):
        pytest.skip("no Chromium or no axe-core: `make browser` installs them")
    (tmp_path / "assets").mkdir()
    for name, (body, _) in assets().items():
        (tmp_path / "assets" / name).write_bytes(body)
    found = places()
    files = {}
    for number, lang in enumerate(("en", "ru", "be")):
        shown = {
            "wrong": Visitor().subscribe("no address", lang),
            "confirm": Visitor().get(found["confirm"][3 * number]),
            "reader": Visitor().get(found["reader"][3 * number]),
            "leave": Visitor().get(found["leave"][3 * number]),
            "void": Visitor().get(found["confirm"][3 * number + 2]),
        }
        for kind, answer in shown.items():
            path = f"{kind}-{lang}.html"
            (tmp_path / path).write_text(answer.content.decode().replace('"/assets/', '"assets/'), encoding="utf-8")
            files[kind, lang] = path
    return tuple(look(tmp_path, files))


def test_pages_are_read_by_all_on_any_screen(seen: tuple[Looked, ...]) -> None:
    assert len(seen) == 15
    assert {one.path: one.grave for one in seen if one.grave} == {}
    assert {one.path: one.narrow for one in seen if one.narrow[0] > one.narrow[1]} == {}
    assert {one.path: one.outside for one in seen if one.outside} == {}
    assert {one.path: one.size for one in seen if one.size >= BUDGET} == {}
