"""Who and what is named: drawn cases in three languages, and the laws of a mention."""

import json
from importlib import resources

import pytest

from overtone.read.names import explain_names, read_names, topics_of, within
from overtone.records import Document, Mention
from overtone.registry import Registry, default_desk, load
from tests.read.drawn_names import Drawn, drawn, listed
from tests.read.small_desk import page, small_desk


@pytest.mark.parametrize("case", drawn("en.txt"), ids=lambda case: case.text[:40])
def test_names_in_english(case: Drawn) -> None:
    assert _named("en", case) == case.names


@pytest.mark.parametrize("case", drawn("ru.txt"), ids=lambda case: case.text[:40])
def test_names_in_russian(case: Drawn) -> None:
    assert _named("ru", case) == case.names


@pytest.mark.parametrize("case", drawn("be.txt"), ids=lambda case: case.text[:40])
def test_names_in_belarusian(case: Drawn) -> None:
    assert _named("be", case) == case.names


@pytest.mark.parametrize("case", drawn("topics.txt"), ids=lambda case: case.text[:40])
def test_topic_words(case: Drawn) -> None:
    found = read_names(page(case.text, lang=case.head), small_desk())
    assert tuple(sorted((m.start, m.stop, m.target) for m in found if m.kind == "topic")) == case.names


@pytest.fixture(scope="module")
def diary() -> dict[str, Document]:
    lines = (resources.files("overtone") / "diary" / "items.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    return {
        item["id"]: page(f"{item['title']}\n\n{item['text']}", lang=item["lang"], on=item["published"][:10])
        for item in items
    }


@pytest.fixture(scope="module")
def desk() -> Registry:
    return load(default_desk())


@pytest.mark.parametrize(("item", "named"), listed("diary.txt"), ids=[item for item, _ in listed("diary.txt")])
def test_inflected_names_of_the_diary(
    item: str, named: tuple[tuple[str, str], ...], diary: dict[str, Document], desk: Registry
) -> None:
    found = {(diary[item].text[m.start : m.stop], m.target) for m in read_names(diary[item], desk)}
    assert set(named) <= found


def test_mentions_stand_in_the_order_of_the_text() -> None:
    text = "NATO and Vladimir Putin spoke of sanctions; the President of Belarus did not, nor did NATO."
    found = read_names(page(text), small_desk())
    assert list(found) == sorted(found, key=lambda m: (m.start, m.stop, m.kind, m.target))
    assert found == read_names(page(text), small_desk())


def test_the_twin_tells_the_rule_of_every_name() -> None:
    decided = list(explain_names(page("Vladimir Putin spoke. Mr Putin left. Andrei Ivanov stayed."), small_desk()))
    assert [(d.target, d.rule) for d in decided] == [
        ("putin", "full_name"),
        ("putin", "named_before"),
        ("", "given_name_beside"),
    ]


def test_the_mentions_of_a_stretch_lie_wholly_inside() -> None:
    mentions = tuple(Mention(kind="state", target="by", start=n, stop=n + 5) for n in (0, 10, 20, 30))
    assert [m.start for m in within(mentions, 10, 35)] == [10, 20, 30]
    assert [m.start for m in within(mentions, 9, 34)] == [10, 20]
    assert within(mentions, 11, 15) == ()


def test_topics_come_once_in_the_order_of_the_text() -> None:
    found = read_names(page("Drills, sanctions, Russia, drills."), small_desk())
    assert topics_of(found) == ("drills", "sanctions")


def _named(lang: str, case: Drawn) -> tuple[tuple[int, int, str], ...]:
    found = read_names(page(case.text, lang=lang, on=case.head), small_desk())
    return tuple(sorted((m.start, m.stop, m.target) for m in found if m.kind != "topic"))


@pytest.mark.parametrize(
    ("lang", "text"), [("ru", "Меня зовут Анна. Глаза боятся."), ("be", "Усе чакаюць. Вайна скончыцца.")]
)
def test_words_of_the_language_are_no_surnames_of_the_desk(lang: str, text: str, desk: Registry) -> None:
    assert not [m for m in read_names(page(text, lang=lang, on="2016-05-16"), desk) if m.kind == "actor"]
