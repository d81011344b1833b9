"""The near misses are whole: each sentence in every voice, and the changed one differs from the faithful."""

from overtone.bench.near_misses import FIRST, VOICES, digest, lines, sentences
from overtone.registry import load
from tests.bench.test_aligned import Flat


def test_every_sentence_stands_in_every_voice() -> None:
    told = sentences()
    assert set(told) == {"numbers", "denials", "names", "roles"}
    assert sum(map(len, told.values())) >= 28
    for rows in told.values():
        for row in rows:
            assert set(row) == set(VOICES)
            assert row["en"] != row["changed"]
    assert len(digest()) == 16


def test_a_changed_sentence_bears_the_number_of_its_faithful_one() -> None:
    rows = sentences()["roles"]
    voices = [lines(rows, voice, (Flat(), load())) for voice in ("ru", "changed")]
    assert [[line.number for line in voice] for voice in voices] == [[FIRST + n for n in range(len(rows))]] * 2
    assert {line.meaning.lang for line in voices[1]} == {"en"}
