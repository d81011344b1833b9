"""The placebo pairs texts with their translations, cut as the reader cuts them."""

import gzip
import json
from pathlib import Path

from overtone.bench.tone_placebo import chunks, kremlin, kyiv

SENTENCE = "The two sides spoke about trade, transit and the border for more than an hour today."


def written(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def test_sentences_are_joined_until_there_are_enough_words() -> None:
    found = chunks(" ".join([SENTENCE] * 5), "en")
    assert [len(text.split()) for text in found] == [32, 32]
    assert chunks("Thank you.", "en") == ()
    assert chunks("", "uk") == ()


def test_pairs_that_lack_a_side_or_are_abridged_are_left_out(tmp_path: Path) -> None:
    long = " ".join([SENTENCE] * 6)
    rows: list[dict[str, object]] = [
        {"id": "whole", "text_uk": long, "text_en": f"Speaker of the House: {long}"},
        {"id": "abridged", "text_uk": long, "text_en": " ".join([SENTENCE] * 2)},
        {"id": "none", "text_uk": None, "text_en": long},
    ]
    written(tmp_path / "kyiv-messages-uk-en" / "messages.jsonl.gz", rows)
    (found,) = kyiv(tmp_path)
    assert (found.name, found.langs) == ("whole", ("uk", "en"))
    assert found.texts[0] == found.texts[1]
    pair = {"kremlin_id": 7, "text_ru": long, "text_en": long}
    written(tmp_path / "kremlin-ru-en" / "pairs.jsonl.gz", [pair])
    assert [one.name for one in kremlin(tmp_path)] == ["7"]
