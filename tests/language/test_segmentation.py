"""Where sentences end."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import LANGUAGES, be, en, language, ru, segmentation
from overtone.language.segmentation import LONGEST
from tests.language import drawn

GOOD = [(code, line) for code in LANGUAGES for line in drawn.lines(f"sentences.{code}.txt")]
FAILING = [line.split("\t") for line in drawn.lines("sentences.failing.txt")]


def cut(code: str, text: str) -> list[str]:
    return [text[start:stop] for start, stop in language(code).sentences(text)]


@pytest.mark.parametrize(("code", "case"), GOOD)
def test_sentences_end_where_the_case_draws_it(code: str, case: str) -> None:
    text, expected = drawn.sentences(case)
    assert cut(code, text) == expected


@pytest.mark.parametrize(("code", "case"), FAILING)
@pytest.mark.xfail(strict=True)
def test_a_known_failure_still_fails(code: str, case: str) -> None:
    text, expected = drawn.sentences(case)
    assert cut(code, text) == expected


@given(st.text(alphabet="аБ.!?…»\"'() \n*1gG|-—", max_size=60) | st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_spans_are_in_order_and_cover_all_but_space(text: str, code: str) -> None:
    covered, end = [], 0
    for start, stop in language(code).sentences(text):
        assert end <= start < stop
        assert text[start:stop] == text[start:stop].strip()
        covered.append(text[start:stop])
        end = stop
    assert "".join("".join(covered).split()) == "".join(text.split())


def test_no_text_has_no_sentences() -> None:
    assert cut("en", "") == []
    assert cut("en", " \n\n ") == []


@pytest.mark.shared
def test_the_sentences_of_the_diary_end_where_its_key_says() -> None:
    diary = Path(__file__).resolve().parents[2].parent / "shared" / "diary-2022"
    if not diary.is_dir():
        pytest.skip("the diary is not beside the repository")
    lines = (diary / "items.jsonl").read_text(encoding="utf-8").splitlines()
    items = {item["id"]: item for item in map(json.loads, lines)}
    missed = []
    for key in map(json.loads, (diary / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        item = items[key["id"]]
        spans = language(item["lang"]).sentences(item["text"])
        starts, stops = {start for start, _ in spans}, {stop for _, stop in spans}
        keyed = [statement["span"] for statement in key.get("statements", ())]
        missed += [span for span in keyed if span[0] not in starts or span[1] not in stops]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "names without a stop, " * 2000,
        "x" * 12_000,
        "A. " * 5000,
        f"{'x' * LONGEST} y",
        "end.  " + "so it goes on " * 900,
    ],
)
def test_a_stretch_longer_than_any_sentence_is_cut_and_none_of_it_lost(text: str) -> None:
    for code in LANGUAGES:
        pieces = cut(code, text)
        assert max(map(len, pieces)) <= LONGEST + 1
        assert "".join("".join(pieces).split()) == "".join(text.split())
        assert all(piece == piece.strip() for piece in pieces)


@given(
    st.lists(
        st.sampled_from([*'.!?… \n«»"*A', "III", "им", "Mr", "соглашение", "Минск", "г", "2022", "U.S"]), max_size=24
    )
)
def test_the_short_way_to_a_plain_stop_decides_as_the_rules_do(parts: list[str]) -> None:
    text = " ".join(parts).replace(" .", ".")
    for known in (en.ABBREVIATIONS, ru.ABBREVIATIONS, be.ABBREVIATIONS):
        for sign in segmentation._CANDIDATE.finditer(text):
            if sign[0] == "." and segmentation._plain_stop(text, 0, sign.start(), known):
                assert segmentation._ends(text, 0, sign, known)
        assert [one.span() for one in segmentation._candidates(text)] == [
            one.span() for one in segmentation._CANDIDATE.finditer(text)
        ]
        assert segmentation.sentences(text, known) == segmentation._by_rules(text, known)
