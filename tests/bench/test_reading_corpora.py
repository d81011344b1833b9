"""Labelled corpora are read as they are, archives without unpacking, and the readers agree with the reference's."""

import io
import json
import sys
import tarfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from overtone.bench.reading_corpora import attributions, brat, labelled, polnear, quotes, two_files
from overtone.errors import InputError
from overtone.records import Attribution, Span

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TEXT = "Lavrov said the talks go on."
ANN = "T1\tSource 0 6\tLavrov\nT2\tCue 7 11\tsaid\nT3\tContent 12 21;22 27\tthe talks\nbroken line\nE1\tAttribution:T2 "


def archive(folder: Path, **files: str) -> Path:
    path = folder / "data" / "polnear" / "dev.tar.gz"
    path.parent.mkdir(parents=True)
    with tarfile.open(path, "w:gz") as packed:
        for name, text in files.items():
            raw = text.encode()
            info = tarfile.TarInfo(name.replace("__", "/"))
            info.size = len(raw)
            packed.addfile(info, io.BytesIO(raw))
    return folder


def test_an_archive_is_read_and_the_first_of_two_annotators_counts(tmp_path: Path) -> None:
    files = {
        "dev__text__a.txt": TEXT,
        "dev__attributions__a_00ff.ann": ANN + "Source:T1 Cue:T2 Content:T3\n",
        "dev__attributions__a_01ff.ann": "",
    }
    corpus = polnear(archive(tmp_path, **files))
    assert corpus.texts == {"a": TEXT}
    [one] = corpus.gold["a"]
    assert (one.source, one.content) == ((Span(start=0, stop=6),), (Span(start=12, stop=21), Span(start=22, stop=27)))
    assert corpus.first(0).texts == {}
    assert len(corpus.digest) == 16


def test_numbered_roles_are_one_role_and_an_event_without_content_is_none() -> None:
    raw = ANN + "Source:T1 Content:T3 Content2:T1\nE2\tAttribution:T2 Source:T1\n"
    assert [[s.start for s in one.content] for one in brat(raw)] == [[0, 12, 22]]


def test_tokens_side_by_side_make_one_piece(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "quotes-ru-cs"
    folder.mkdir(parents=True)
    rows = [("Песков", "source"), ("заявил", "cue"), (",", "None"), ("что", "content"), ("всё", "content")]
    lines = ["lemmas\ttext\tsentence_num\tindex_of_token_sent\ttags", *(f"-\t{t}\ts1\t1\t{tag}" for t, tag in rows)]
    (folder / "ru_tokens.tsv").write_text("\n".join(lines), "utf-8")
    (folder / "ru_sentences.tsv").write_text("sentences\tsentence_id\nПесков заявил, что всё.\ts1\nДа.\ts2\n", "utf-8")
    corpus = quotes(tmp_path, "ru")
    assert list(corpus.texts) == ["s1", "s2"]
    assert corpus.gold == {"s1": (labelled({"source": [[0, 6]], "cue": [[7, 13]], "content": [[15, 22]]}),)}


def test_any_corpus_comes_in_two_files(tmp_path: Path) -> None:
    texts, gold = tmp_path / "texts.jsonl", tmp_path / "gold.jsonl"
    texts.write_text(json.dumps({"doc": "a", "text": TEXT}) + "\n\n", "utf-8")
    row = {"doc": "a", "attributions": [{"source": [[0, 6]], "content": [[12, 27]]}]}
    gold.write_text(json.dumps({"meta": {"system": "people"}}) + "\n" + json.dumps(row), "utf-8")
    corpus = two_files(texts, gold, "en")
    assert (corpus.name, dict(corpus.texts)) == ("gold", {"a": TEXT})
    assert [one.cue for one in corpus.gold["a"]] == [()]


@pytest.mark.parametrize("line", ["{", '{"text": "no name"}'])
def test_a_line_that_is_no_row_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"doc": "a"}}\n{line}\n', "utf-8")
    with pytest.raises(InputError, match=r"no JSON|neither doc") as told:
        attributions(path)
    assert told.value.where == "gold.jsonl:2"


@pytest.mark.shared
def test_both_corpora_are_read_as_the_reference_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bench = SHARED / "bench" / "polnear"
    if not (SHARED / "data" / "polnear").is_dir() or not bench.is_dir():
        pytest.skip("the corpora and their bench are not beside the project")
    monkeypatch.syspath_prepend(str(bench))
    monkeypatch.syspath_prepend(str(bench / "systems"))
    convert_adaq, polnear_eval = import_module("convert_adaq"), import_module("polnear_eval")

    with tarfile.open(SHARED / "data" / "polnear" / "dev.tar.gz") as packed:
        packed.extractall(tmp_path, filter="data")
    corpus = polnear(SHARED, "dev")
    assert dict(corpus.texts) == polnear_eval.read_texts(tmp_path, "dev")
    assert list(corpus.texts) == list(polnear_eval.read_texts(tmp_path, "dev"))
    assert plain(corpus.gold) == polnear_eval.read_gold(tmp_path, "dev")
    for lang in ("ru", "cs"):
        made = tmp_path / "texts.jsonl", tmp_path / "gold.jsonl"
        tables = (SHARED / "data" / "quotes-ru-cs" / f"{lang}_{part}.tsv" for part in ("tokens", "sentences"))
        monkeypatch.setattr(sys, "argv", ["convert", *map(str, (*tables, *made))])
        convert_adaq.main()
        theirs, ours = two_files(*made, lang), quotes(SHARED, lang)
        assert ours.texts == theirs.texts
        assert ours.gold == {doc: found for doc, found in theirs.gold.items() if found}


def plain(gold: Any) -> dict[str, list[dict[str, list[list[int]]]]]:
    def roles(one: Attribution) -> dict[str, list[list[int]]]:
        named = {"source": one.source, "cue": one.cue, "content": one.content}
        return {role: [[s.start, s.stop] for s in spans] for role, spans in named.items()}

    return {doc: [roles(one) for one in found] for doc, found in gold.items()}
