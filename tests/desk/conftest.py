"""A desk on each of the two databases, empty at the start of every test."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connections

from overtone.desk.configure import configure, migrate
from tests.desk.postgres import cluster

KEY = "a-key-of-the-tests-that-is-long-enough-to-be-one-0123456789"
# The tests of this folder may then import the tables; nobody connects to this address.
configure("postgresql://nobody@127.0.0.1:1/none", key=KEY)


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file of SQLite."""
    return str(tmp_path_factory.mktemp("desk") / "desk.sqlite3")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A database of a PostgreSQL server that ends with the tests."""
    with cluster() as address:
        yield address
        connections.close_all()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of each database in turn."""
    address: str = request.getfixturevalue(request.param)
    return address


@pytest.fixture
def desk(database: str) -> Iterator[str]:
    """Django on an empty database, as `desk.database` names it."""
    yield from opened(database)


@pytest.fixture
def small_desk(sqlite: str) -> Iterator[str]:
    """The same on SQLite alone, for what does not depend on the database."""
    yield from opened(sqlite)


def opened(database: str) -> Iterator[str]:
    """Django configured, tables made and emptied; closed afterwards."""
    configure(database, key=KEY, address="https://desk.example.org")
    migrate()
    for model in apps.get_app_config("desk").get_models():
        model._default_manager.all().delete()
    yield database
    connections.close_all()


@pytest.fixture
def settings_of_desk(desk: str) -> None:
    """The desk keeps a hash of the network with each consent."""
    configure(desk, key=KEY, address="https://desk.example.org", networks=True)


@pytest.fixture
def now() -> datetime:
    """A moment to act at."""
    return datetime(2022, 10, 17, 9, 0, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with nothing in it."""
    (tmp_path / "overtone.toml").write_text("")
    return tmp_path
