"""The scores of attribution: on small drawn texts, and beside the bench they must agree with to the decimal."""

import importlib.util
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from overtone.bench.polnear import KINDS, Share, Tally, count, interval, items, quoted, scores, total
from overtone.bench.reading_corpora import Corpus, labelled, polnear, quotes
from overtone.records import Attribution

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TEXT = "Mr Peskov said “we will not sign”. Critics said that the talks were late.\n\n“It works,” he added. “It holds.”"
Raw = dict[str, list[list[int]]]


def span(piece: str, nth: int = 0) -> list[int]:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(piece, at + 1)
    return [at, at + len(piece)]


def said(source: str, *contents: str) -> Raw:
    return {"source": [span(source)] if source else [], "cue": [], "content": [span(c) for c in contents]}


GOLD = [
    said("Mr Peskov", "“we will not sign”"),
    said("Critics", "that the talks were late"),
    said("he added", "“It works,”", "“It holds.”"),
]


def scored(gold: Sequence[Raw], found: Sequence[Raw]) -> dict[tuple[str, str], Share]:
    sides = [items(map(labelled, side), TEXT) for side in (gold, found)]
    return scores(count(sides[0], sides[1]))


def test_the_gold_against_itself_is_whole_and_each_is_of_its_type() -> None:
    found = scored(GOLD, GOLD)
    assert {share.f1 for (kind, name), share in found.items() if kind == "all" and "cue" not in name} == {1.0}
    assert [found[kind, "content_strict"].gold for kind in KINDS] == [3, 2, 0, 1]


def test_nothing_found_is_no_error() -> None:
    assert scored(GOLD, [])["all", "content_words"] == Share(precision=0, recall=0, f1=0, found=0, gold=13)


def test_marks_and_stops_do_not_matter_and_neither_do_two_halves_of_a_quotation() -> None:
    assert scored(GOLD[:1], [said("Mr Peskov", "we will not sign")])["all", "content_strict"].f1 == 1.0
    halves = scored(GOLD[2:], [said("he added", half) for half in ("“It works,”", "“It holds.”")])
    assert halves["all", "content_span"].f1 == halves["all", "attributed_words"].f1 == 1.0
    assert halves["all", "content_strict"].f1 == 0.0


def test_a_wrong_source_costs_who_said_what_but_not_the_words() -> None:
    found = scored(GOLD[:1], [said("Critics", "“we will not sign”")])
    assert found["all", "content_words"].f1 == 1.0
    assert found["all", "attributed_words"].f1 == found["all", "relation"].f1 == 0.0


def test_a_mark_left_open_ends_with_its_line() -> None:
    text = "“Opened and left.\n\nPlain words. “Closed,” she said. «Да» и „нет“"
    inside = ["“Opened and left.", "“Closed,”", "«Да»", "„нет“"]
    assert [text[start:stop] for start, stop in quoted(text)] == inside


def test_an_interval_lies_around_its_score_and_is_the_same_again() -> None:
    tallies = [count(items(map(labelled, GOLD), TEXT), items(map(labelled, GOLD[:n]), TEXT)) for n in (0, 1, 2, 3)]
    low, high = interval(tallies, "all", "content_span", rounds=200)
    assert 0.0 < low < scores(total(tallies))["all", "content_span"].f1 < high < 1.0
    assert interval(tallies, "all", "content_span", rounds=200) == (low, high)
    assert interval([], "all", "content_span") == (0.0, 1.0)


def invented(corpus: Corpus, chance: random.Random) -> dict[str, list[Raw]]:
    """Predictions drawn from the gold by chance: kept, shifted, cut, joined, given to another, or made up."""
    made = {}
    for doc, text in corpus.texts.items():
        raws = [raw(one) for one in corpus.gold.get(doc, ())]
        found = []
        for one in raws:
            for _ in range(chance.choice((0, 1, 1, 1, 2))):
                changed = {role: [piece[:] for piece in pieces] for role, pieces in one.items()}
                for piece in changed[chance.choice(tuple(changed))]:
                    piece[0] += chance.randint(-9, 9)
                    piece[1] += chance.choice((0, 0, -14, 14))
                if chance.random() < 0.2:
                    changed["source"] = chance.choice(raws)["source"]
                if chance.random() < 0.1:
                    changed["content"] = changed["content"] + chance.choice(raws)["content"]
                if chance.random() < 0.1:
                    changed[chance.choice(("source", "cue", "content"))] = []
                found.append(changed)
        for _ in range(chance.randint(0, 2)):
            at = chance.randrange(max(1, len(text)))
            found.append({"source": [[at, at + 12]], "cue": [], "content": [[at + 13, at + chance.randint(13, 200)]]})
        made[doc] = found
    return made


def raw(one: Attribution) -> Raw:
    roles = {"source": one.source, "cue": one.cue, "content": one.content}
    return {role: [[s.start, s.stop] for s in spans] for role, spans in roles.items()}


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The scoring code to agree with, which is not part of the project."""
    path = SHARED / "bench" / "polnear" / "polnear_eval.py"
    if not path.is_file():
        pytest.skip("the bench polnear_eval.py is not beside the project (shared/bench/polnear)")
    spec = importlib.util.spec_from_file_location("polnear_eval", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def corpora() -> tuple[Corpus, ...]:
    try:
        return polnear(SHARED, "dev").first(40), quotes(SHARED, "ru"), quotes(SHARED, "cs")
    except FileNotFoundError as absent:
        pytest.skip(f"a corpus is not beside the project: {Path(absent.filename).name}")


@pytest.mark.shared
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_score_is_that_of_the_reference_to_the_decimal(reference: ModuleType, seed: int) -> None:
    for corpus in corpora():
        predictions = invented(corpus, random.Random(seed))
        theirs, ours = [], []
        for doc, text in corpus.texts.items():
            gold, document = corpus.gold.get(doc, ()), reference.Document(text)
            sides = [reference.attributions(side, document) for side in (list(map(raw, gold)), predictions[doc])]
            theirs.append(reference.count(*sides))
            ours.append(count(items(gold, text), items(map(labelled, predictions[doc]), text)))
        compare(scores(total(ours)), reference.scores(sum(theirs, type(theirs[0])())))
        compare_intervals(ours, reference.bootstrap(theirs, 40))


def compare(ours: Mapping[tuple[str, str], Share], theirs: Mapping[str, Mapping[str, Any]]) -> None:
    compared = 0
    for kind, block in theirs.items():
        for name, value in block.items():
            if isinstance(value, dict):
                found = ours[kind, name]
                assert (found.precision, found.recall, found.f1) == (value["p"], value["r"], value["f1"]), (kind, name)
            elif name.startswith("source_accuracy"):
                assert ours[kind, name].precision == value, (kind, name)
            else:
                share = ours[kind, "source_accuracy_strict" if name == "source_matched" else "content_strict"]
                assert value == (share.found if name == "pred" else share.gold), (kind, name)
            compared += 1
    assert compared > 60


def compare_intervals(ours: Sequence[Tally], theirs: Mapping[str, Sequence[float]]) -> None:
    for name, bounds in theirs.items():
        kind, _, score = name.partition(".")
        assert interval(ours, kind, score, rounds=40) == tuple(bounds), name
