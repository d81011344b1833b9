"""A Java that Spark runs on is found by its folder, or what to install is told."""

from pathlib import Path

import pytest

from overtone.errors import SettingsError
from overtone.ledger.java import check_java


def java(folder: Path, version: str) -> Path:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "java").write_text("#!/bin/sh\n", "utf-8")
    (folder / "bin" / "java").chmod(0o755)
    (folder / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n', "utf-8")
    return folder


@pytest.mark.parametrize("version", ["17.0.15", "21"])
def test_one_that_fits_is_taken(version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java(tmp_path / "jdk", version)))
    check_java()


@pytest.mark.parametrize("version", ["1.8.0_402", "11.0.2", "25"])
def test_another_is_refused(version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java(tmp_path / "jdk", version)))
    with pytest.raises(SettingsError, match="17 or 21"):
        check_java()


def test_where_there_is_none_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(SettingsError, match="none was found") as told:
        check_java()
    assert "apt-get install openjdk-17-jre-headless" in str(told.value)


def test_without_a_home_the_path_is_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="none was found"):
        check_java()
