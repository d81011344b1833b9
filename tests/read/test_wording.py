from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import language
from overtone.read import read
from overtone.read.wording import grams, lemmas, runs_of, wordings
from overtone.records import Span, Statement
from tests.read.small_desk import page, small_desk

TEXT = (
    "Talks\n\nAlexander Lukashenko said that sanctions harm everybody. “We will answer,” Vladimir Putin told reporters."
)


def said() -> tuple[Statement, ...]:
    return read(page(TEXT, kind="news", lang="en"), small_desk()).statements


def test_a_reading_holds_the_words_of_each_position() -> None:
    harvest = read(page(TEXT, kind="news", lang="en"), small_desk())
    assert [(w.start, w.stop) for w in harvest.wordings] == [(s.start, s.stop) for s in harvest.statements]
    assert harvest.wordings[0].lemmas == "that sanction harm everybodi" or "sanction harm" in harvest.wordings[0].lemmas


def test_reported_words_alone_are_the_speakers_own() -> None:
    document = page(TEXT, kind="news", lang="en")
    first = said()[0]
    start = document.text.index("sanctions")
    reported = replace(first, content=(Span(start=start, stop=start + len("sanctions harm everybody")),))
    assert wordings([reported], document)[0].lemmas.split() == ["sanction", "harm", "everybodi"]


def test_no_run_leaps_over_what_stands_between_two_pieces() -> None:
    document = page(TEXT, kind="news", lang="en")
    at = [document.text.index(word) for word in ("sanctions harm", "We will")]
    pieces = tuple(Span(start=place, stop=place + 14 - 7 * n) for n, place in enumerate(at))
    assert wordings([replace(said()[0], content=pieces)], document)[0].grams == ()


def test_who_is_unknown_or_only_asks_has_no_wording() -> None:
    document = page(TEXT, kind="news", lang="en")
    first = said()[0]
    assert wordings([replace(first, actor=None), replace(first, act="question")], document) == ()


def test_two_speakers_of_the_same_words_share_a_wording() -> None:
    document = page(TEXT, kind="news", lang="en")
    first = said()[0]
    assert len(wordings([first, replace(first, actor="somebody-else")], document)) == 1


def test_inflected_words_have_the_same_runs() -> None:
    one, other = (grams(lemmas(text, language("ru"))) for text in ("новые санкции Запада", "новых санкций Западу"))
    assert one == other != []


@given(st.lists(st.sampled_from(["war", "peace", "talk", "line", "gas", "vote"]), max_size=30))
def test_runs_are_known_by_their_words_and_order(words: list[str]) -> None:
    found = grams(words)
    assert len(found) == max(0, len(words) - 2)
    told = {tuple(words[n : n + 3]): gram for n, gram in enumerate(found)}
    assert len(set(told.values())) == len(told)
    assert all(0 <= gram < 2**63 for gram in found)


def test_keys_of_runs_stay_what_they_are() -> None:
    assert grams(["war", "and", "peace"]) == grams(["war", "and", "peace"])
    assert runs_of(np.arange(5, dtype=np.uint64)).tolist() == runs_of(np.arange(5, dtype=np.uint64)).tolist()
    assert grams(["a", "b", "c"]) == GOLDEN


GOLDEN = [4689545250261409144]  # ledgers are compared by these: a change here is a new reading of everything
