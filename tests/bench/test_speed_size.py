"""The size of an extra is that of the files it brings, dependencies counted once, the base left out."""

from pathlib import Path

import pytest

from overtone.bench.speed_size import closure, install_size, size


def distribution(folder: Path, name: str, *requires: str, extras: tuple[str, ...] = (), content: bytes = b"") -> None:
    info = folder / f"{name}-1.dist-info"
    info.mkdir(parents=True)
    lines = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1"]
    lines += [f"Provides-Extra: {extra}" for extra in extras] + [f"Requires-Dist: {one}" for one in requires]
    (info / "METADATA").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / f"{name}.py").write_bytes(content)
    (info / "RECORD").write_text(f"{name}.py,,\nabsent.py,,\n", "utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four distributions: a project, its base, what its extra adds, and what both need."""
    distribution(tmp_path, "houseproject", "housebase", "houseextra ; extra == 'more'", extras=("more", "gone"))
    distribution(tmp_path, "housebase", "houseshared", content=b"b" * 100)
    distribution(tmp_path, "houseextra", "houseshared", "HouseExtra ; extra == 'x'", content=b"e" * 2_000_000)
    distribution(tmp_path, "houseshared", content=b"s" * 30)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_only_what_the_base_has_not_is_counted(site: Path) -> None:
    assert closure("HouseProject") == {"houseproject", "housebase", "houseshared"}
    assert closure("houseproject", "more") == {*closure("houseproject"), "houseextra"}
    found = install_size("more", "houseproject")
    assert (found.value, found.n) == (2.0, 1)
    assert size("housebase") == 100


def test_an_extra_that_is_not_there_is_told(site: Path) -> None:
    assert install_size("less", "houseproject").why == "not measured: no extra less"
    (site / "houseextra-1.dist-info" / "METADATA").unlink()
    (site / "houseextra-1.dist-info" / "RECORD").unlink()
    (site / "houseextra-1.dist-info").rmdir()
    assert "pip install 'houseproject[more]'" in install_size("more", "houseproject").why
