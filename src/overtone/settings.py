"""Settings of a workspace: what may be set, where each value comes from, and what is wrong with it.

A flag of the call goes before the environment (OVERTONE_…), that before overtone.toml, that before the default.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from overtone.errors import SettingsError

FILE = "overtone.toml"
LANGUAGES = ("en", "ru", "be")
MODELS = ("auto", "rules")
APPROVALS = ("two", "none")
MAILBOX = r"[A-Za-z0-9._=+-]+@[A-Za-z0-9.-]+"
SENDER = rf"[^<>@\x00-\x1f\x7f]+ <{MAILBOX}>|{MAILBOX}"
SERVER = r"(smtps?|plain)://([^\s@/:]+(@[^\s@/:]+)?@)?[A-Za-z0-9.-]+(:[0-9]{1,5})?/?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of a workspace, resolved; `origins` tells where each value comes from."""

    workspace: Path
    ledger: Path
    facts: Path  # own facts, over those of the desk that ships
    commentary: Path  # signed articles, as Markdown
    site: Path
    corrections: Path  # public notices about what was published
    workers: int  # reading processes of an intake
    batch: int  # documents committed at once by an intake
    deadline: int  # seconds of processor time for the reading of one document
    models: str  # auto: every model that is installed; rules: none
    languages: tuple[str, ...]  # of an edition
    address: str  # public address of the site, "" while it has none
    pitches: str  # where readers may offer an article: a mail address or a page, "" for nowhere
    desk_database: str  # of readers and sends: a file of SQLite, or postgresql://…
    desk_address: str  # public address of the subscription pages, "" while they have none
    proxy: str  # address of the server before them, whose word for where a request comes from is taken
    networks: str  # yes: a keyed hash of the network is kept with a consent; no: it is not
    sender: str  # of the newsletter: "Overtone <weekly@example.org>"
    bounces: str  # address that what cannot be delivered returns to
    imprint: str  # publisher and postal address at the foot of a mail; | parts the lines
    smtp: str  # server that takes the mails: smtp://user@host:587, smtps://…, or plain://127.0.0.1:25
    password_file: str  # file with its password, "" for OVERTONE_SMTP_PASSWORD or none
    rate: int  # mails a second, at most
    connections: int  # to the server at once
    hours: int  # after the preparation in which a send may go out
    approval: str  # two: another person approves a send; none: the one who prepared it may send it
    origins: tuple[tuple[str, str], ...]  # setting, "default" | "overtone.toml:3" | "OVERTONE_…" | "--…"

    def origin(self, name: str) -> str:
        """Where the value of a setting comes from."""
        return dict(self.origins)[name]

    def items(self) -> tuple[tuple[str, object], ...]:
        """Every setting by the name it has in the file, with its value; a password in it is covered."""
        return tuple((name, _covered(getattr(self, _field(name)))) for name, _ in self.origins)


# Name → default as it would be written, and what it is for.
SETTINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ledger": ("ledger", "folder of the evidence ledger"),
        "facts": ("facts", "folder of your own facts, over those that ship"),
        "commentary": ("commentary", "folder of signed articles"),
        "site": ("site", "folder the editions are written to"),
        "corrections": ("corrections", "folder of the public notices about what was published"),
        "intake.workers": ("2", "reading processes"),
        "intake.batch": ("2500", "documents committed at once"),
        "intake.deadline": ("30", "seconds of processor time for reading one document, then it is set aside"),
        "intake.models": ("auto", "read with every model that is installed (auto), or by rules alone (rules)"),
        "edition.languages": ("en,ru,be", "languages of an edition"),
        "edition.address": ("", "public address of the site, for the feeds"),
        "edition.pitches": ("", "where readers may offer an article: a mail address or a page"),
        "desk.database": ("desk.sqlite3", "readers and sends: a file, or postgresql://user@host/name"),
        "desk.address": ("", "public address of the subscription pages; the site links to it when it is set"),
        "desk.proxy": (
            "",
            "address of the proxy before the subscription pages, as 127.0.0.1; its X-Forwarded-… are believed",
        ),
        "desk.networks": ("no", "keep a keyed hash of the network with each consent (yes), or nothing of it (no)"),
        "newsletter.sender": ("", "who the newsletter is from, as Overtone <weekly@example.org>"),
        "newsletter.bounces": ("", "address for what cannot be delivered, as bounces@example.org"),
        "newsletter.imprint": ("", "publisher and postal address, at the foot of each mail; | parts the lines"),
        "newsletter.smtp": (
            "",
            "mail server: smtp://user@host:587 (STARTTLS), smtps://user@host, plain://127.0.0.1:25",
        ),
        "newsletter.password-file": ("", "file with the server's password; else OVERTONE_SMTP_PASSWORD"),
        "newsletter.rate": ("20", "mails a second, at most"),
        "newsletter.connections": ("2", "connections to the mail server at once"),
        "newsletter.hours": ("24", "hours after its preparation in which a send may go out"),
        "newsletter.approval": ("two", "two: another person approves each send; none: a desk of one person"),
    }
)

Chosen = Mapping[str, tuple[str, str]]  # setting → value as written, and where


def read_settings(
    workspace: Path,
    environment: Mapping[str, str] = MappingProxyType({}),
    flags: Mapping[str, str] = MappingProxyType({}),
) -> Settings:
    """The settings of a workspace; `flags` by setting name ("intake.workers").

    SettingsError with file, line and field for a file that is no TOML, a setting that does not exist, or a value
    that cannot be used.
    """
    written = _file(workspace / FILE)
    chosen = {}
    for name, (default, _) in SETTINGS.items():
        places = (
            (flags.get(name), f"--{name.rpartition('.')[2]}"),
            (environment.get(variable(name)), variable(name)),
            written.get(name, (None, "")),
            (default, "default"),
        )
        chosen[name] = next((value, origin) for value, origin in places if value is not None)
    return Settings(
        workspace=workspace.absolute(),
        ledger=_path("ledger", chosen, workspace),
        facts=_path("facts", chosen, workspace),
        commentary=_path("commentary", chosen, workspace),
        site=_path("site", chosen, workspace),
        corrections=_path("corrections", chosen, workspace),
        workers=_count("intake.workers", chosen),
        batch=_count("intake.batch", chosen),
        deadline=_count("intake.deadline", chosen),
        models=_one_of("intake.models", chosen, MODELS),
        languages=_languages("edition.languages", chosen),
        address=_address("edition.address", chosen),
        pitches=_pitches("edition.pitches", chosen),
        desk_database=_database("desk.database", chosen, workspace),
        desk_address=_address("desk.address", chosen),
        proxy=_host("desk.proxy", chosen),
        networks=_one_of("desk.networks", chosen, ("yes", "no")),
        sender=_matching("newsletter.sender", chosen, SENDER, "a name and an address: Overtone <weekly@example.org>"),
        bounces=_matching("newsletter.bounces", chosen, MAILBOX, "an address, as bounces@example.org"),
        imprint=chosen["newsletter.imprint"][0],
        smtp=_matching("newsletter.smtp", chosen, SERVER, "smtp://user@host:587, smtps://user@host or plain://host:25"),
        password_file=_file_named("newsletter.password-file", chosen, workspace),
        rate=_count("newsletter.rate", chosen),
        connections=_count("newsletter.connections", chosen),
        hours=_count("newsletter.hours", chosen),
        approval=_one_of("newsletter.approval", chosen, APPROVALS),
        origins=tuple((name, origin) for name, (_, origin) in chosen.items()),
    )


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return "OVERTONE_" + name.replace(".", "_").replace("-", "_").upper()


def template() -> str:
    """A settings file with every setting at its default, commented out."""
    lines = ["# Settings of this workspace. Take away a # to change a value; `overtone config` shows them all."]
    section = ""
    for setting, (default, why) in SETTINGS.items():
        head, _, name = setting.rpartition(".")
        lines += ["", f"[{head}]"] if head != section else []
        section = head
        lines.append(f"# {name} = {_toml(setting, default)}  # {why}")
    return "\n".join(lines) + "\n"


def _toml(setting: str, default: str) -> str:
    if setting == "edition.languages":
        return "[" + ", ".join(f'"{code}"' for code in default.split(",")) + "]"
    return default if default.isdigit() else f'"{default}"'


def _path(name: str, chosen: Chosen, workspace: Path) -> Path:
    written, _ = chosen[name]
    if not written.strip():
        raise _wrong(name, chosen, "a folder")
    return (workspace / Path(written).expanduser()).absolute()


def _count(name: str, chosen: Chosen) -> int:
    written, _ = chosen[name]
    if not re.fullmatch(r"[0-9]{1,6}", written) or int(written) < 1:
        raise _wrong(name, chosen, "a whole number from 1 to 999999")
    return int(written)


def _one_of(name: str, chosen: Chosen, words: tuple[str, ...]) -> str:
    written, _ = chosen[name]
    if written not in words:
        raise _wrong(name, chosen, f"one of {', '.join(words)}")
    return written


def _languages(name: str, chosen: Chosen) -> tuple[str, ...]:
    written, _ = chosen[name]
    codes = tuple(code.strip() for code in written.split(","))
    if not set(codes) <= set(LANGUAGES) or len(set(codes)) < len(codes):
        raise _wrong(name, chosen, f"some of {', '.join(LANGUAGES)}, each once")
    return codes


def _address(name: str, chosen: Chosen) -> str:
    written, _ = chosen[name]
    if written and not re.fullmatch(r"https?://\S+", written):
        raise _wrong(name, chosen, "an address that begins with https://, or nothing")
    return written.rstrip("/")


def _matching(name: str, chosen: Chosen, shape: str, expected: str) -> str:
    written = chosen[name][0].strip()
    if written and not re.fullmatch(shape, written):
        raise _wrong(name, chosen, expected)
    return written


def _file_named(name: str, chosen: Chosen, workspace: Path) -> str:
    return str(_path(name, chosen, workspace)) if chosen[name][0].strip() else ""


def _host(name: str, chosen: Chosen) -> str:
    written, _ = chosen[name]
    if written and not re.fullmatch(r"[0-9a-fA-F.:]{2,45}", written):
        raise _wrong(name, chosen, "an address like 127.0.0.1, or nothing")
    return written


def _database(name: str, chosen: Chosen, workspace: Path) -> str:
    written, _ = chosen[name]
    if re.fullmatch(r"postgres(ql)?://\S*/\S+", written):
        return written
    if "://" in written:
        raise _wrong(name, chosen, "a file, or postgresql://user@host/name")
    return str(_path(name, chosen, workspace))


def _field(name: str) -> str:
    """The field of a setting: its last word, or all of it where the section makes it another thing."""
    whole = name.replace(".", "_").replace("-", "_")
    return whole if whole in Settings.__slots__ else name.rpartition(".")[2].replace("-", "_")


def _covered(value: object) -> object:
    return re.sub(r"(?<=://)([^:/@]*):[^@/]*@", r"\1:…@", value) if isinstance(value, str) else value


def _pitches(name: str, chosen: Chosen) -> str:
    written, _ = chosen[name]
    if written and not re.fullmatch(r"https?://\S+|[^\s@<>/]+@[^\s@<>/]+", written):
        raise _wrong(name, chosen, "a mail address, an address that begins with https://, or nothing")
    return written


def _wrong(name: str, chosen: Chosen, expected: str) -> SettingsError:
    written, origin = chosen[name]
    return SettingsError(f"{name} is {written!r}", where=origin, next_step=f"give {expected}")


def _file(path: Path) -> dict[str, tuple[str, str]]:
    """The settings a file holds, as they would be written in the environment, with file and line."""
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(
            f"cannot be read ({error.strerror})", where=str(path), next_step="check its rights"
        ) from None
    except ValueError as error:
        raise SettingsError(f"not TOML: {error}", where=str(path), next_step="correct the line named") from None
    found = {}
    for name, value in _flat(tables):
        line = _line(text, name)
        where = f"{path}:{line}"
        if name not in SETTINGS:
            near = get_close_matches(name, SETTINGS, n=1, cutoff=0.5)
            step = f"did you mean {near[0]}?" if near else f"the settings are {', '.join(SETTINGS)}"
            raise SettingsError(f"there is no setting {name}", where=where, next_step=step)
        found[name] = (_written(name, value, where), where)
    return found


def _flat(tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", found) for inner, found in value.items())
        else:
            yield name, value


def _written(name: str, value: object, where: str) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ",".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise SettingsError(f"{name} is {value!r}", where=where, next_step="give text in quotes or a whole number")
    return str(value)


def _line(text: str, name: str) -> int:
    """The line a setting stands in: the first with its key, in the section it belongs to."""
    head, _, key = name.rpartition(".")
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            section = header[1]
        elif section == head and re.match(rf"\s*{re.escape(key)}\s*=", line):
            return number
    return 1
