"""Runs through the weeks: themes with their marks, actors with their words, filed as an index files them."""

import pytest

from overtone.publish.issues import Subject
from overtone.publish.runs import alphabetical, every_run, filed, letters, subjects, themes
from tests.publish.reading import every, parse, targets, words
from tests.publish.shelved import made, shelf


def test_a_theme_has_its_weeks_with_mark_and_headline() -> None:
    run = themes(shelf())[0]
    issue, heading = run.weeks[0]
    assert (run.id, issue.week, len(run.weeks)) == ("belarus-russia", "2022-W41", 1)
    page = made()["en/themes/belarus-russia.html"].decode()
    assert heading.headline in page
    assert f'class="verdict v-{heading.verdict}"' in page
    assert 'href="../2022-W41/index.html#t-belarus-russia"' in page


def test_an_actor_has_the_weeks_that_show_their_words() -> None:
    root = parse(made()["be/actors/lukashenko.html"])
    there = [address for _, address in targets(root) if "2022-W41/evidence/" in address]
    run = next(one for one in subjects(shelf("be"), "actor") if one.id == "lukashenko")
    assert len(there) == min(12, len(run.weeks[0][1].exhibits)) > 0


def test_people_are_filed_by_surname_and_institutions_by_name() -> None:
    person = Subject(kind="actor", id="a", name="Аляксандр Лукашэнка", forms=(("лукашенка", "лукашенк"),))
    ministry = Subject(kind="actor", id="b", name="Міністэрства абароны Беларусі")
    assert (filed(person), filed(ministry)) == ("Лукашэнка", "Міністэрства абароны Беларусі")
    found = letters(subjects(shelf("ru"), "actor"))
    assert [letter for letter, _ in found] == sorted(letter for letter, _ in found)


@pytest.mark.parametrize(
    "ordered", [["Ерин", "Ёлкин", "Жуков"], ["Іваноў", "Кавалёў"], ["Умка", "Ўдаў", "Фёдараў"]], ids=str
)
def test_letters_that_stand_at_the_end_of_the_code_table_are_put_in_their_place(ordered: list[str]) -> None:
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=alphabetical) == ordered


def test_every_page_of_a_run_leads_to_pages_that_are_planned() -> None:
    planned = every_run(shelf())
    assert {"themes/index.html", "actors/index.html", "search.html"} <= planned.keys()
    index = parse(made()["en/actors/index.html"])
    assert {f"actors/{address}" for name, address in targets(index) if name == "a" and "/" not in address} - {
        "actors/#text"
    } <= planned.keys()


def test_what_no_week_tells_of_has_no_shelf() -> None:
    assert "events/index.html" not in every_run(shelf())
    assert ("events", "events/index.html") not in shelf().shelves


def test_the_list_of_themes_shows_the_marks_of_the_newest_weeks() -> None:
    root = parse(made()["ru/themes/index.html"])
    assert len(every(root, "thead")[0].findall(".//*[@title]")) == 3
    assert words(every(root, "h1")[0]) == "Разделы"
