"""The data package of an edition: one file to download that says what it holds, whose it is, and how to check it.

Tables as CSV, a Frictionless Data Package descriptor (v2), CITATION.cff, the licence and SHA-256 of every file. The
archive bears no clock time and its files stand in order, so that the same edition gives the same bytes; what zlib
makes of them may differ between its versions, the digests inside do not.
"""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType

from overtone.publish.tables import Column, Table, as_csv, tables
from overtone.publish.words import Words
from overtone.records import Edition, Text

MANIFEST = "manifest-sha256.txt"
DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
LEVEL = 6  # of compression
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip archive knows
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
NOTE = """The tables, sentences and numbers of this package: Creative Commons Attribution 4.0
(https://creativecommons.org/licenses/by/4.0/). Cite as CITATION.cff says.

The quoted words (exhibits.csv: quote, before, after, title) belong to those who said and published them. They are
quoted with their source to show what the sentences rest on; the licence above does not cover them.
"""


def _field(column: Column) -> dict[str, object]:
    told: dict[str, object] = {"name": column.name, "type": column.type, "description": column.told}
    return told | ({"unit": column.unit} if column.unit else {})


def _resource(table: Table, body: bytes) -> dict[str, object]:
    schema: dict[str, object] = {
        "$schema": SCHEMA,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{sha256(body).hexdigest()}",
        "schema": schema,
    }


def _descriptor(edition: Edition, text: Text, words: Words, base_url: str, resources: list[object]) -> bytes:
    week, made = edition.brief.window.label, edition.brief.as_of.isoformat()
    told: dict[str, object] = {
        "$schema": PROFILE,
        "name": f"overtone-{week.lower()}",
        "id": edition.ledger_digest,
        "title": f"Overtone, {words.say('desk.name')}: {text.title}",
        "description": text.summary or words.say("package.lead"),
        "version": f"{week}+{made}",
        "created": made,
        "keywords": [section.name for section in text.sections],
        "licenses": [LICENCE],
        "contributors": [{"title": f"Overtone, {words.say('desk.name')}", "roles": ["creator", "publisher"]}],
        "sources": [{"title": words.name("source", source)} for source, _, _ in edition.brief.sources],
        "citation": _cite(edition, text, words, base_url),
        "code": f"overtone {edition.version}",
        "facts": edition.facts_digest,
        "ledger": edition.ledger_digest,
        "resources": resources,
    }
    kept = {name: value for name, value in told.items() if value not in ("", [])}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _cite(edition: Edition, text: Text, words: Words, base_url: str) -> str:
    week, day = edition.brief.window.label, edition.brief.as_of.date().isoformat()
    where = f" {base_url}/{text.lang}/{week}/" if base_url else ""
    return f"Overtone, {words.say('desk.name')}: {text.title} (data, {week}, {day}).{where}"


def _citation(edition: Edition, text: Text, words: Words, base_url: str) -> bytes:
    """CITATION.cff 1.2.0; JSON strings are YAML strings, so nothing in a title can break the file."""
    week = edition.brief.window.label
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below.",
        "type": "dataset",
        "title": f"Overtone, {words.say('desk.name')}: {text.title}",
        "version": week,
        "date-released": edition.brief.as_of.date().isoformat(),
        "license": "CC-BY-4.0",
        **({"url": f"{base_url}/{text.lang}/{week}/"} if base_url else {}),
    }
    told = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in lines.items()]
    told += ["authors:", f"  - name: {json.dumps('Overtone, ' + words.say('desk.name'), ensure_ascii=False)}"]
    told += ["identifiers:", "  - type: other", f'    value: "ledger:{edition.ledger_digest}"']
    return ("\n".join(told) + "\n").encode()


Bodies = Sequence[tuple[Table, bytes]]


def bodies_of(edition: Edition) -> Bodies:
    """The tables of an edition as CSV, the same in every language."""
    return [(table, as_csv(table)) for table in tables(edition)]


def contents(
    edition: Edition,
    text: Text,
    base_url: str = "",
    bodies: Bodies | None = None,
    more: Mapping[str, bytes] = MappingProxyType({}),
) -> dict[str, bytes]:
    """The files of the package by name; `bodies`: the tables, if made already; `more`: what goes along, as Parquet."""
    words = Words(text.lang, text.labels)
    bodies = bodies_of(edition) if bodies is None else bodies
    files = {
        **{f"{table.name}.csv": body for table, body in bodies},
        **more,
        DESCRIPTOR: _descriptor(edition, text, words, base_url, [_resource(table, body) for table, body in bodies]),
        "CITATION.cff": _citation(edition, text, words, base_url),
        "LICENSE.txt": NOTE.encode(),
    }
    lines = [f"{sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items())]
    return {**files, MANIFEST: "".join(lines).encode()}


def bundle(files: Mapping[str, bytes], folder: str) -> bytes:
    """Files as a zip archive inside a folder: sorted, with fixed times and rights."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", EPOCH)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, body, zipfile.ZIP_DEFLATED, LEVEL)
    return out.getvalue()


def package(
    edition: Edition,
    text: Text,
    base_url: str = "",
    bodies: Bodies | None = None,
    more: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[str, bytes]:
    """Name and bytes of the package, described in the language of the text.

    The tables hold all languages. Not for judging whether the sentences are true: it says what they rest on.
    """
    stem = f"overtone-{edition.brief.window.label}"
    return f"{stem}.zip", bundle(contents(edition, text, base_url, bodies, more), stem)
