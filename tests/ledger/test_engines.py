"""Which engine a word means, and what is said where it cannot be had."""

import sys
from pathlib import Path

import pytest

from overtone.errors import SettingsError, UsageError
from overtone.ledger import Ledger
from overtone.ledger.engines import HERE, master_of, spark_room


@pytest.mark.parametrize(
    ("word", "master"),
    [
        ("duckdb", None),
        ("spark", HERE),
        ("spark:local[2]", "local[2]"),
        ("spark:local[*]", "local[*]"),
        ("spark:spark://head:7077", "spark://head:7077"),
        ("spark:yarn", "yarn"),
        ("spark:k8s://https://head:6443", "k8s://https://head:6443"),
    ],
)
def test_a_word_means_a_master(word: str, master: str | None) -> None:
    assert master_of(word) == master


@pytest.mark.parametrize("word", ["", "flink", "Spark", "duckdb:memory", "spark:head:7077", "spark:local[two]"])
def test_a_word_that_means_no_engine_is_refused_with_those_there_are(word: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"engine|master") as told:
        Ledger.open(tmp_path / "ledger").view(engine=word)
    assert "spark:" in str(told.value)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    for name in ("overtone.ledger.spark", "overtone.ledger.spark_session"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    with pytest.raises(SettingsError, match="not installed") as told:
        spark_room()
    assert "overtone[spark]" in str(told.value)
