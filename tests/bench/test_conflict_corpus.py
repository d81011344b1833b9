"""The corpus of conflict is read speech by speech, in order, from rows of our own in its shape."""

from pathlib import Path

import pytest

from overtone.bench.conflict_corpus import FILE, printed, speeches

HEAD = "file_id,sentence_text,sentence_char_offsets,A0,B1,basename,filename\n"
ROWS = """UNSC_1_spch002_Utopia_neg_01.txt,They lie .  ,10-20,Direct_NegEval,_,UNSC_1,UNSC_1_spch002
UNSC_1_spch002_Utopia_neg_01.txt,Thank you .  ,0-10,_,_,UNSC_1,UNSC_1_spch002
UNSC_1_spch002_Utopia_00_GD.txt,That is not so .  ,0-10,_,Correction,UNSC_1,UNSC_1_spch002
UNSC_1_spch001_Erewhon_00.txt,Good morning .  ,0-10,_,_,UNSC_1,UNSC_1_spch001
"""


def test_speeches_stand_in_order_with_their_pieces_and_labels(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(HEAD + ROWS, "utf-8")
    first, second = speeches(tmp_path)
    assert (first.name, first.meeting) == ("UNSC_1_spch001", "UNSC_1")
    assert [(s.text, s.conflict) for s in second.sentences] == [
        ("That is not so.", True),
        ("Thank you.", False),
        ("They lie.", True),
    ]


def test_tokens_are_put_together_as_printed() -> None:
    assert printed("The Council 's cease - fire ( of May )  does n't hold , alas .") == (
        "The Council's cease-fire (of May) doesn't hold, alas."
    )


def test_without_the_corpus_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=FILE):
        speeches(tmp_path)
