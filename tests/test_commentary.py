"""From a folder of articles to pages: references held against ledger and lock, translations that fall behind."""

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from overtone.commentary import Desk, Site, checked, commentary_pages, lock, read_desk, standing, translated
from overtone.errors import CommentaryError
from overtone.ledger import View
from tests.build import desk, statement, view

DAY = date(2022, 6, 2)
SAID = statement("putin", "NATO grows. We watch.", on="2022-05-17", topics=("nato=NATO",))
NAME = f"{SAID.document.source}/{SAID.document.key}"
REF = f'[[document:{NAME} "NATO grows."]]'
AUTHORS = '[desk]\nname.en = "The desk"\nname.ru = "Редакция"\nbio.en = "We write."\nbio.ru = "Мы пишем."\n'
FRONT = '+++\ntitle = "{title}"\nauthors = ["desk"]\ndate = 2022-05-23\nsummary = "{{analysis}} {lead}"\n{more}+++\n'
EN = FRONT.format(title="On growth", lead="It grows.", more='weeks = ["2022-W20"]\n') + f"It grows, he said. {REF}\n"
RU = (
    FRONT.format(title="О росте", lead="Растёт.", more='translation_of = "en"\nweeks = ["2022-W20"]\n')
    + f"Растёт, сказал он. {REF}\n"
)
LANGS = ("en", "ru", "be")


def picture(width: int, height: int) -> bytes:
    """A PNG of one grey."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * width) * height))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "commentary"
    made.mkdir()
    (made / "authors.toml").write_text(AUTHORS, "utf-8")
    (made / "on-growth.en.md").write_text(EN, "utf-8")
    return made


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """A ledger with one statement, read by every test."""
    with view(tmp_path_factory.mktemp("ledger"), SAID) as opened:
        yield opened


def locked(folder: Path, there: View) -> Desk:
    lock(read_desk(folder), "on-growth", there, desk(), DAY)
    return read_desk(folder)


def test_an_article_becomes_pages_with_its_evidence(folder: Path, there: View) -> None:
    locked(folder, there)
    made = commentary_pages(folder, there, desk(), LANGS, Site(base_url="https://example.org"))
    assert made == commentary_pages(folder, there, desk(), LANGS, Site(base_url="https://example.org"))
    home = "en/commentary/on-growth"
    assert {f"{home}/index.html", f"{home}/index.json", f"{home}/manifest.json", f"{home}/evidence.json"} <= made.keys()
    assert {"en/authors/desk.html", "en/commentary/index.html"} <= made.keys()
    (evidence,) = (path for path in made if path.startswith(f"{home}/evidence/") and path.endswith(".html"))
    assert b"NATO grows." in made[evidence]
    assert f'href="evidence/{evidence.rsplit("/", 1)[1]}#words"'.encode() in made[f"{home}/index.html"]
    told = json.loads(made[f"{home}/manifest.json"])
    assert (told["slug"], told["lang"], told["languages"], told["weeks"]) == ("on-growth", "en", ["en"], ["2022-W20"])
    assert (told["date"], told["summary"]) == ("2022-05-23", "It grows.")
    assert told["authors"] == [{"id": "desk", "name": "The desk"}]


def test_without_a_folder_there_are_no_pages(tmp_path: Path, there: View) -> None:
    assert commentary_pages(tmp_path / "none", there, desk(), LANGS) == {}


def test_a_reference_that_was_never_locked_stops_the_build(folder: Path, there: View) -> None:
    with pytest.raises(CommentaryError, match="not locked yet") as told:
        commentary_pages(folder, there, desk(), LANGS)
    assert told.value.where == f"{folder / 'on-growth.en.md'}:8"
    assert "overtone commentary lock" in told.value.next_step


def test_words_that_read_differently_stop_the_build_until_they_are_locked_again(
    folder: Path, there: View, tmp_path: Path
) -> None:
    locked(folder, there)
    other = replace(SAID, statements=(replace(SAID.said, actor="lavrov", speaker="lavrov"),))
    with view(tmp_path / "other", other) as other_view:
        with pytest.raises(CommentaryError, match="changed since 2022-06-02") as told:
            commentary_pages(folder, other_view, desk(), LANGS)
        assert told.value.where == f"{folder / 'on-growth.en.md'}:8"
        _, changed = lock(read_desk(folder), "on-growth", other_view, desk(), date(2022, 6, 3))
        assert [one.on for one in changed] == [date(2022, 6, 3)]
        assert commentary_pages(folder, other_view, desk(), LANGS)


def test_words_that_are_gone_stop_the_build(folder: Path, there: View, tmp_path: Path) -> None:
    locked(folder, there)
    gone = view(tmp_path / "other", statement("putin", "On trade.", on="2022-05-17"))
    with gone as other, pytest.raises(CommentaryError, match="has no document") as told:
        commentary_pages(folder, other, desk(), LANGS)
    assert told.value.where == f"{folder / 'on-growth.en.md'}:8"


def test_locking_again_what_did_not_change_keeps_its_day(folder: Path, there: View) -> None:
    locked(folder, there)
    before = (folder / "on-growth.lock.toml").read_text("utf-8")
    _, changed = lock(read_desk(folder), "on-growth", there, desk(), date(2022, 7, 1))
    assert changed == []
    assert (folder / "on-growth.lock.toml").read_text("utf-8") == before


def test_a_wrong_quotation_stops_the_build(folder: Path, there: View) -> None:
    path = folder / "on-growth.en.md"
    path.write_text(EN + f"\n> NATO grew.\n> [[statement:{SAID.said.id}]]\n", "utf-8")
    with pytest.raises(CommentaryError, match="not in the evidence cited") as told:
        lock(read_desk(folder), "on-growth", there, desk(), DAY)
    assert told.value.where == f"{path}:10"
    path.write_text(EN + f"\n> We watch.\n> [[statement:{SAID.said.id}]]\n", "utf-8")
    locked(folder, there)
    assert b"We watch." in commentary_pages(folder, there, desk(), LANGS)["en/commentary/on-growth/index.html"]


def test_a_translation_says_at_the_sentence_and_at_the_top_that_it_is_behind(folder: Path, there: View) -> None:
    (folder / "on-growth.ru.md").write_text(RU, "utf-8")
    room = locked(folder, there)
    with pytest.raises(CommentaryError, match="not held against the original"):
        checked(room, "on-growth", there, desk())
    _, left = translated(room, room.articles["on-growth", "ru"], DAY)
    assert left == ()
    page = commentary_pages(folder, there, desk(), LANGS)["ru/commentary/on-growth/index.html"].decode()
    assert "Перевод отстаёт" not in page
    (folder / "on-growth.en.md").write_text(EN.replace("It grows, he said.", "It grows slowly, he said."), "utf-8")
    made = commentary_pages(folder, there, desk(), LANGS)
    page = made["ru/commentary/on-growth/index.html"].decode()
    assert "Перевод отстаёт от оригинала." in page
    assert "2 июня 2022" in page.replace("\u00a0", " ")
    assert page.index("Растёт, сказал он") < page.index("[оригинал изменился]")
    assert "behind its original" not in made["en/commentary/on-growth/index.html"].decode()
    room = read_desk(folder)
    assert [one.state for one in standing(room, room.articles["on-growth", "ru"]) if one.state != "current"] == [
        "stale"
    ]
    assert standing(room, room.articles["on-growth", "en"]) == ()


def test_only_published_weeks_are_linked(folder: Path, there: View) -> None:
    locked(folder, there)
    bare = commentary_pages(folder, there, desk(), LANGS)["en/commentary/on-growth/index.html"]
    site = Site(weeks=frozenset({"en/2022-W20"}), pitches="desk@example.org")
    linked = commentary_pages(folder, there, desk(), LANGS, site)["en/commentary/on-growth/index.html"]
    assert b"en/2022-W20" not in bare
    assert b'href="../../../en/2022-W20/index.html"' in linked
    assert b"mailto:desk@example.org" in linked
    assert b"mailto:" not in bare


def test_pictures_are_published_with_their_size_and_must_be_there(folder: Path, there: View) -> None:
    path = folder / "on-growth.en.md"
    path.write_text(EN.replace("weeks =", 'image = { file = "a.png", credit = "C", alt = "A" }\nweeks ='), "utf-8")
    locked(folder, there)
    with pytest.raises(CommentaryError, match=r"no picture 'a\.png'") as told:
        commentary_pages(folder, there, desk(), LANGS)
    assert told.value.where == f"{path}:6"
    (folder / "a.png").write_bytes(picture(8, 4))
    made = commentary_pages(folder, there, desk(), LANGS)
    assert made["en/commentary/on-growth/a.png"] == picture(8, 4)
    assert b'<img src="a.png" alt="A" width="8" height="4">' in made["en/commentary/on-growth/index.html"]


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("on-growth.en.md", '["desk"]', '["dsk"]', "did you mean 'desk'"),
        ("on-growth.en.md", "2022-W20", "2022-W60", "no week 2022-W60"),
        ("on-growth.en.md", "weeks =", 'related = ["no-such"]\nweeks =', "no commentary 'no-such'"),
        ("on-growth.ru.md", '"en"', '"be"', "no original in 'be'"),
        ("on-growth.ru.md", 'translation_of = "en"\n', "", "2 originals"),
        ("on-growth.en.md", "weeks =", 'translator = "x"\nweeks =', "nobody is called 'x'"),
    ],
)
def test_what_the_front_matter_names_must_be_there(folder: Path, name: str, old: str, new: str, words: str) -> None:
    (folder / "on-growth.ru.md").write_text(RU, "utf-8")
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(CommentaryError) as told:
        read_desk(folder)
    assert words in told.value.what
    assert told.value.where.startswith(str(folder))


def test_a_file_that_is_named_otherwise_is_told(folder: Path) -> None:
    (folder / "README.md").write_text("Anything", "utf-8")
    assert read_desk(folder).slugs == ("on-growth",)
    (folder / "Notes.md").write_text("Anything", "utf-8")
    with pytest.raises(CommentaryError, match="no name of an article"):
        read_desk(folder)


def test_a_sentence_without_ground_stops_the_build(folder: Path) -> None:
    (folder / "on-growth.en.md").write_text(EN.replace(REF, ""), "utf-8")
    with pytest.raises(CommentaryError, match="rests on nothing") as told:
        read_desk(folder)
    assert told.value.where == f"{folder / 'on-growth.en.md'}:8"
