"""Belarusian names, against a treebank that others annotated."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from overtone.language import language

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TREEBANK = SHARED / "data" / "ud-belarusian" / "be_hse-ud-train-2019.conllu.gz"


def proper_names() -> Iterator[tuple[str, str, bool, str]]:
    """Lemma, form, whether a person, gender letter of every proper name in the singular."""
    with gzip.open(TREEBANK, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 10 or cells[3] != "PROPN" or "Number=Sing" not in cells[5] or not cells[1][0].isupper():
                continue
            lemma = cells[2][0].upper() + cells[2][1:]
            yield lemma, cells[1], "Animacy=Anim" in cells[5], "f" if "Gender=Fem" in cells[5] else "m"


@pytest.mark.shared
def test_the_forms_of_names_reach_what_a_treebank_holds() -> None:
    if not TREEBANK.is_file():
        pytest.skip("the Belarusian treebank is not beside the repository")
    spoken = language("be")
    found = total = 0
    for lemma, form, person, gender in proper_names():
        kinds = (f"surname-{gender}", f"person-{gender}", "place") if person else ("place",)
        names = {spoken.fold(name).lower() for kind in kinds for name in spoken.forms(lemma, kind)}
        total += 1
        found += spoken.fold(form).lower() in names
    assert total > 100
    assert found / total >= 0.97
