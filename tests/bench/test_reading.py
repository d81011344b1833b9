"""The bench of reading: every figure with peers and goal; a corpus or a system that is absent is told in its place."""

import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from overtone.bench import reading
from overtone.bench.reading import Options, bench_rows, corpus_rows, evaluate, labelled_rows, run, table
from overtone.bench.reading_corpora import Corpus, labelled
from overtone.bench.reading_systems import NAIVE, System
from overtone.bench.score import Score

TEXT = "“We will not sign it,” Lavrov said."
CORPUS = Corpus(
    name="own",
    lang="en",
    texts={"a": TEXT, "b": "Nobody speaks here."},
    gold={"a": (labelled({"source": [[23, 29]], "cue": [[30, 34]], "content": [[0, 22]]}),)},
    digest="0" * 16,
)
ABSENT = System(name="absent", langs=("en",), make=lambda: "not measured: not installed")
OPTIONS = Options(fast_only=True, peers=(*NAIVE, ABSENT))


def test_a_system_is_scored_document_by_document_and_one_that_is_absent_says_so() -> None:
    assert len(evaluate(NAIVE[0], CORPUS).tallies) == 2
    assert evaluate(ABSENT, CORPUS).why == "not measured: not installed"


def test_each_row_stands_beside_the_peers_of_its_language() -> None:
    rows = {(row.task, row.metric): row for row in labelled_rows("polnear", CORPUS, OPTIONS)}
    row = rows["en, attributed words, all types", "f1"]
    assert [name for name, _ in row.peers] == ["naive regex, direct", "naive regex", "absent"]
    assert row.peers[0][1].value == 1.0
    assert row.peers[-1][1].why == "not measured: not installed"
    assert (row.fast.value, row.fast.low is not None, row.fast.n) == (1.0, True, 5)
    assert (row.ours.value, row.verdict) == (None, "not measured")
    precise = rows["en, attributed words, direct", "precision"]
    assert (precise.fast.value, precise.fast.low) == (1.0, None)


def test_a_corpus_of_ones_own_is_held_to_nothing() -> None:
    rows = corpus_rows(CORPUS, OPTIONS)
    assert {row.goal.must for row in rows} == {None}
    assert rows[0].task == "attributed words, all types"


def test_absent_corpora_are_rows_that_say_so(tmp_path: Path) -> None:
    told: list[str] = []
    rows = list(table(tmp_path, replace(OPTIONS, tasks=("polnear", "quotes", "speed")), told.append))
    assert told == ["polnear", "quotes", "speed"]
    assert {row.goal.group for row in rows} == {"polnear", "quotes", "speed"}
    for row in rows:
        assert row.ours.value is None
        assert row.ours.why.startswith(("not measured: no ", "not asked for"))


def test_another_bench_gives_its_figures_with_the_goal_that_fits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Bench:
        @staticmethod
        def run(shared: Path) -> tuple[Score, ...]:
            one = Score(bench="attribution", task="", metric="recall", value=0.5, n=9, peer="p", peer_value=0.4)
            return tuple(replace(one, task=task) for task in ("items, ru", "of no goal", "of no goal"))

    monkeypatch.setattr(reading, "import_module", lambda name: Bench)
    first, second = bench_rows("attribution", tmp_path)
    assert (first.task, first.verdict, first.peers[0][1].value) == ("attribution: items, ru", "missed", 0.4)
    assert (second.verdict, len(second.peers)) == ("", 2)


def test_a_bench_that_is_not_there_is_one_row(tmp_path: Path) -> None:
    [row] = bench_rows("no_such_bench", tmp_path)
    assert "no module overtone.bench.no_such_bench" in row.ours.why


def test_what_the_floors_hold_is_a_score_for_each_of_our_paths(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "polnear").mkdir(parents=True)
    with tarfile.open(folder / "polnear" / "dev.tar.gz", "w:gz"):
        pass
    (folder / "quotes-ru-cs").mkdir()
    (folder / "quotes-ru-cs" / "ru_tokens.tsv").write_text("text\tsentence_num\ttags\nДа\ts\tcontent\n", "utf-8")
    (folder / "quotes-ru-cs" / "ru_sentences.tsv").write_text("sentences\tsentence_id\nДа.\ts\n", "utf-8")
    scores = run(tmp_path)
    keys = [(score.task, score.metric) for score in scores]
    assert len(keys) == len(set(keys))
    assert ("en, attributed words, direct, by rules", "precision") in keys
    assert {score.bench for score in scores} == {"reading"}
    assert all(score.digest and score.peer for score in scores)
