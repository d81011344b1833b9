"""The bench of the search: its queries are inflected, its baseline is honest, its figure holds."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from overtone.bench.search import Query, queries, run, scores, subjects, typed
from overtone.errors import UsageError
from overtone.language import LANGUAGES
from overtone.publish.issues import Subject
from overtone.registry import Registry
from tests.build import desk


def fewer() -> Registry:
    """The facts with every tenth office-holder."""
    return replace(desk(), actors=dict(sorted(desk().actors.items())[::10]))


def test_no_query_is_a_name_as_it_is_printed() -> None:
    asked = queries(desk())
    printed = {name for actor in desk().actors.values() for lang in LANGUAGES for name in actor.surnames.of(lang)[:1]}
    assert len(asked) >= 60
    assert {query.lang for query in asked} == set(LANGUAGES)
    assert len([q for q in asked if q.words in printed]) < len(asked) / 20


def test_the_baseline_finds_words_as_they_are_typed_and_only_those() -> None:
    known = [Subject(kind="actor", id="putin", name="Владимир Путин", also=("Vladimir Putin",))]
    asked = [Query(words=words, lang="ru", page="actors/putin.html") for words in ("путин", "Путина", "Putin")]
    assert typed(known, asked) == [["actors/putin.html"], [], ["actors/putin.html"]]


def test_every_office_holder_of_the_facts_has_a_page() -> None:
    found = subjects(fewer(), "be")
    assert {one.id for one in found if one.kind == "actor"} == fewer().actors.keys()


@pytest.mark.skipif(shutil.which("node") is None, reason="Node runs the script of the search page outside a browser")
def test_inflected_names_are_found_where_words_as_typed_are_not() -> None:
    for score in scores(fewer()):
        assert score.value >= 0.95, score.task
        assert score.peer_value is not None
        assert score.value > score.peer_value + 0.5


def test_without_node_the_bench_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="Node is not installed"):
        run(Path())
