"""A database that is opened is brought up to date, guarded like the addresses in it, or refused with a reason."""

import stat
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from overtone.desk.configure import configure, desk_key, migrate, open_desk, place
from overtone.desk.models import Reader
from overtone.errors import DeskError
from overtone.settings import read_settings
from tests.desk.conftest import KEY


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_workspace_gets_a_database_and_a_key_for_its_owner_alone(workspace: Path) -> None:
    open_desk(read_settings(workspace))
    Reader.objects.count()
    assert {name: rights(workspace / name) for name in ("desk.key", "desk.sqlite3")} == {
        "desk.key": 0o600,
        "desk.sqlite3": 0o600,
    }
    first = django_settings.SECRET_KEY
    open_desk(read_settings(workspace))
    assert first == django_settings.SECRET_KEY == (workspace / "desk.key").read_text().strip()
    connection.close()


def test_two_workspaces_in_one_process_do_not_mix(tmp_path: Path, now: object) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        open_desk(read_settings(tmp_path / name))
        assert place() == str(tmp_path / name / "desk.sqlite3")
        assert not Reader.objects.exists()
        Reader.objects.create(address="a@example.org", language="be", key=name, created_at=now, changed_at=now)
    connection.close()


def test_sqlite_waits_for_others_and_forces_every_write_to_the_disk(small_desk: str) -> None:
    found = {}
    with connection.cursor() as cursor:
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20_000}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_opening_twice_changes_nothing(desk: str) -> None:
    applied = set(MigrationRecorder(connection).applied_migrations())
    migrate()
    assert set(MigrationRecorder(connection).applied_migrations()) == applied
    assert {name for app, name in applied if app == "desk"} >= {"0001_readers", "0002_sending"}


def test_the_tables_that_are_made_are_those_the_models_tell(small_desk: str) -> None:
    told = MigrationLoader(connection).project_state()
    assert MigrationAutodetector(told, ProjectState.from_apps(apps)).changes(graph=MigrationLoader(None).graph) == {}


def test_a_database_of_a_newer_overtone_is_refused(tmp_path: Path) -> None:
    configure(str(tmp_path / "new.sqlite3"), key=KEY)
    migrate()
    MigrationRecorder(connection).record_applied("desk", "9999_from_the_future")
    with pytest.raises(DeskError, match="newer Overtone"):
        migrate()
    connection.close()


def test_a_file_that_is_no_database_is_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is a letter and no database at all. " * 20)
    configure(str(path), key=KEY)
    with pytest.raises(DeskError) as caught:
        migrate()
    assert caught.value.where == str(path)
    connection.close()


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    configure("postgresql://desk:hidden-word@127.0.0.1:9/readers", key=KEY)
    with pytest.raises(DeskError) as caught:
        migrate()
    assert caught.value.where == "postgresql://127.0.0.1/readers"
    assert "hidden-word" not in str(caught.value)


def test_a_kind_of_database_that_nobody_tests_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="'mysql'"):
        configure("mysql://host/name", key=KEY)
    with pytest.raises(DeskError, match="cannot be made"):
        configure(str(tmp_path / "no" / "such" / "folder.sqlite3"), key=KEY)


def test_a_key_that_is_none_is_refused_and_not_replaced(workspace: Path) -> None:
    (workspace / "desk.key").write_text("short\n")
    with pytest.raises(DeskError, match="no key"):
        desk_key(workspace)
    assert (workspace / "desk.key").read_text() == "short\n"


def test_only_our_own_names_are_answered_to(tmp_path: Path) -> None:
    configure(str(tmp_path / "a.sqlite3"), key=KEY, address="https://desk.example.org:8443/")
    assert django_settings.ALLOWED_HOSTS == ["desk.example.org", "127.0.0.1", "localhost", "[::1]"]
    assert django_settings.CSRF_TRUSTED_ORIGINS == ["https://desk.example.org:8443"]
    assert django_settings.DEBUG is False
