"""Django set up from the settings of a workspace, without a settings module on disk, and its tables brought up to date.

One desk at a time in a process: another call takes the place of the first. Call `open_desk` before anything that
imports `overtone.desk.models`.
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import django
from django.conf import settings as django_settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

from overtone.errors import DeskError
from overtone.settings import Settings

KEY_FILE = "desk.key"
BUSY_SECONDS = 20
SQLITE = {
    "timeout": BUSY_SECONDS,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
MIDDLEWARE = (
    "overtone.desk.guard.headers",
    "django.middleware.csrf.CsrfViewMiddleware",
)


def open_desk(settings: Settings) -> None:
    """Django with the database of a workspace, its tables brought up to date.

    DeskError where the database cannot be reached, or was written by a newer Overtone.
    """
    configure(
        settings.desk_database,
        key=desk_key(settings.workspace),
        address=settings.desk_address,
        report=settings.address,
        networks=settings.networks == "yes",
    )
    migrate()


def configure(database: str, *, key: str, address: str = "", report: str = "", networks: bool = False) -> None:
    """Set Django up for a database: a file of SQLite, or an address like postgresql://user@host/name.

    `key` is what links and hashes are made with; `address` the public address of the service, "" on this machine;
    `report` that of the publication. `networks`: whether a consent keeps a keyed hash of the network it came from.
    """
    safe = address.startswith("https://")
    names: dict[str, Any] = {
        "DATABASES": {DEFAULT_DB_ALIAS: _database(database)},
        "SECRET_KEY": key,
        "ALLOWED_HOSTS": _hosts(address),
        "CSRF_TRUSTED_ORIGINS": ["{0.scheme}://{0.netloc}".format(urlsplit(address))] if address else [],
        "CSRF_COOKIE_SECURE": safe,
        "CSRF_COOKIE_NAME": "__Host-overtone" if safe else "overtone",
        "SECURE_HSTS_SECONDS": 31_536_000 if safe else 0,
        "DESK_REPORT": report,
        "DESK_CONSENT_NETWORK": networks,
    }
    if not django_settings.configured:
        django_settings.configure(**names, **_constants())
        django.setup()
        return
    for connection in connections.all(initialized_only=True):
        connection.close()
        del connections[connection.alias]
    for name, value in names.items():
        setattr(django_settings, name, value)
    connections.settings = connections.configure_settings({DEFAULT_DB_ALIAS: _database(database)})


def migrate() -> None:
    """Bring the tables up to date; DeskError where it cannot be done, and the tables are as they were."""
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
        known = set(executor.loader.disk_migrations)
        newer = sorted(
            name for app, name in executor.loader.applied_migrations if app == "desk" and (app, name) not in known
        )
        if newer:
            raise DeskError(
                f"the desk's database was written by a newer Overtone ({', '.join(newer)})",
                where=place(),
                next_step="install that version, or name another database in desk.database",
            )
        targets = executor.loader.graph.leaf_nodes("desk")
        if executor.migration_plan(targets):
            executor.migrate(targets)
    except DatabaseError as error:
        raise DeskError(
            f"the desk's database cannot be used: {str(error).strip().splitlines()[0]}",
            where=place(),
            next_step="check that the server runs and that you may write; see desk.database in `overtone config`",
        ) from error


def place() -> str:
    """Which database it is, without its password."""
    found = django_settings.DATABASES[DEFAULT_DB_ALIAS]
    if found.get("HOST") or found["ENGINE"].endswith("postgresql"):
        return f"postgresql://{found.get('HOST') or 'local'}/{found['NAME']}"
    return str(found["NAME"])


def desk_key(workspace: Path) -> str:
    """The key of a workspace, made once into a file that only its owner may read.

    DeskError where it cannot be made or read. Whoever loses it keeps the readers; links to confirm must be asked anew.
    """
    path = workspace / KEY_FILE
    try:
        try:
            opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return _read_key(path)
        with os.fdopen(opened, "w", encoding="ascii") as file:
            key = secrets.token_urlsafe(48)
            file.write(f"{key}\n")
            file.flush()
            os.fsync(file.fileno())
        return key
    except OSError as error:
        raise DeskError(
            f"the desk's key cannot be made or read ({error.strerror})", where=str(path), next_step="check its rights"
        ) from error


def _read_key(path: Path) -> str:
    key = path.read_text(encoding="ascii", errors="replace").strip()
    if len(key) < 40:
        raise DeskError(
            "this is no key of a desk (too short)",
            where=str(path),
            next_step="bring the file back from a copy, or delete it to have a new one made",
        )
    return key


def _database(database: str) -> dict[str, Any]:
    kind, _, rest = database.partition("://")
    if not rest:
        _private(Path(database))
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": database, "OPTIONS": SQLITE}
    if kind not in ("postgresql", "postgres"):
        raise DeskError(f"no database of kind {kind!r} is known", next_step="name a file, or postgresql://…")
    parts = urlsplit(database)
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.pop("host", "") or parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": "10", **{name: unquote(value) for name, value in query.items()}},
    }


def _private(file: Path) -> None:
    """A new file of addresses is made for its owner's eyes alone; SQLite gives its companions the same rights."""
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise DeskError(
            f"the desk's database cannot be made ({error.strerror})",
            where=str(file),
            next_step="name another in desk.database, or check the folder's rights",
        ) from error


def _hosts(address: str) -> list[str]:
    named = urlsplit(address).hostname
    return [*([named] if named else []), "127.0.0.1", "localhost", "[::1]"]


def _constants() -> dict[str, Any]:
    return {
        "DEBUG": False,
        "INSTALLED_APPS": ("overtone.desk",),
        "MIDDLEWARE": MIDDLEWARE,
        "ROOT_URLCONF": "overtone.desk.urls",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_I18N": False,
        "LOGGING_CONFIG": None,
        "APPEND_SLASH": False,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 16_384,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 20,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_AGE": None,
        "CSRF_FAILURE_VIEW": "overtone.desk.views.forgery",
    }
