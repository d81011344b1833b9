"""The bench of tone: its own sentences are whole and parted by subject, and F1 is what it says."""

from overtone.bench.tone import LANGS, f1, guessed, labelled


def test_the_sentences_are_parted_by_subject_and_even_by_language() -> None:
    rows = list(labelled())
    parts = {part: {row.topic for row in rows if row.part == part} for part in ("train", "test")}
    assert not parts["train"] & parts["test"]
    assert len({sum(row.lang == lang for row in rows) for lang in LANGS}) == 1
    assert sum(row.lang == "be" for row in rows) >= 60
    assert {row.tone for row in rows} == {-2, -1, 0, 1, 2}


def test_f1_counts_what_is_right_on_both_sides() -> None:
    assert f1([True, True, False], [True, False, True]) == 0.5
    assert f1([False], [False]) == 0


def test_without_a_head_the_lists_decide() -> None:
    assert guessed("We thank Minsk.", "en", None) == 1
    assert guessed("The train left.", "en", None) == 0
