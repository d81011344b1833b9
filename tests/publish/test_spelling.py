"""One spelling for the search: what writers differ in is gone, and the browser folds as the build does."""

import json
import shutil
import subprocess

import pytest

from overtone.publish.rendering import search_script
from overtone.publish.spelling import key, parts, skeleton

SAME = [
    ("Лукашэнкам", "лукашенкам"),
    ("Лукашэнкi", "Лукашэнкі"),  # a Latin i
    ("сьнежань", "снежань"),
    ("плян", "план"),
    ("сыстэма", "сістэма"),
    ("ещё", "еще"),
    ("Тара́с", "Тарас"),
    ("Erdoğan", "Erdogan"),
    ("аб'ект", "аб’ект"),
    ("ўрад", "урад"),
]
WORDS = [*(word for pair in SAME for word in pair), "Зьезд", "Wołodymyr", "ЛЯЛЬКА", "2022", "S-300", "Йенс", "ґрунт"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Путин", "Макей"), ("Минск", "Минский"), ("NATO", "НАТО"), ("30", "300")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("be", ("Лукашэнка", "Лукашэнкам", "Лукашэнкі", "Лукашэнку")),
        ("ru", ("санкция", "санкции", "санкциями", "санкций")),
        ("en", ("sanction", "sanctions")),
        ("be", ("Эўропа", "Еўропы", "Эўропе")),
    ],
)
def test_forms_of_a_word_have_one_key(lang: str, forms: tuple[str, ...]) -> None:
    assert len({key(form, lang) for form in forms}) == 1


def test_a_language_that_the_house_does_not_speak_has_its_words_as_keys() -> None:
    assert key("Зеленський", "uk") == skeleton("Зеленський")


def test_both_halves_of_a_name_with_a_hyphen_are_words() -> None:
    assert parts("у Санкт-Пецярбургу, «S-300»") == ["у", "Санкт", "Пецярбургу", "S", "300"]


@pytest.mark.skipif(shutil.which("node") is None, reason="Node runs the script of the search page outside a browser")
def test_the_browser_folds_as_the_build_does() -> None:
    source = search_script()[1].decode() + ";console.log(JSON.stringify(WORDS.map(overtone.skeleton)))"
    script = f"var WORDS = {json.dumps(WORDS)};{source.replace(chr(34) + 'use strict' + chr(34) + ';', '', 1)}"
    told = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == [skeleton(word) for word in WORDS]
