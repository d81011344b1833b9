"""A workspace with the frozen world in it, taken in once for all tests of the command line."""

from pathlib import Path

import pytest

from tests.world.workspace import settle


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests."""
    for name in (
        "OVERTONE_WORKSPACE",
        "OVERTONE_LEDGER",
        "OVERTONE_SITE",
        "OVERTONE_FACTS",
        "OVERTONE_EDITION_LANGUAGES",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace `my-desk` in it; to be read, or written to only where it changes nothing."""
    folder = tmp_path_factory.mktemp("place")
    settle(folder / "my-desk")
    return folder
