"""The data package: complete, described, the same on every day, and checkable with what every system has."""

import csv
import io
import json
import re
import zipfile
from hashlib import sha256

from overtone.publish.package import DESCRIPTOR, EPOCH, MANIFEST, contents, package
from tests.publish.week41 import edition

BASE = "https://weekly.example.org"


def files(lang: int = 0, base_url: str = "") -> dict[str, bytes]:
    whole = edition()
    text = whole.texts[lang]
    return contents(whole, text, base_url)


def described() -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in json.loads(files()[DESCRIPTOR])["resources"]}


def test_the_same_edition_gives_the_same_bytes() -> None:
    whole = edition()
    name, body = package(whole, whole.texts[0])
    assert name == "overtone-2022-W41.zip"
    assert package(edition(), whole.texts[0])[1] == body


def test_the_archive_holds_its_files_in_order_and_without_a_clock() -> None:
    whole = edition()
    body = package(whole, whole.texts[0])[1]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"overtone-2022-W41"}
    assert {entry.date_time for entry in entries} == {EPOCH}


def test_the_manifest_names_the_digest_of_every_other_file() -> None:
    made = files()
    named = {line[66:]: line[:64] for line in made[MANIFEST].decode().splitlines()}
    assert named == {name: sha256(body).hexdigest() for name, body in made.items() if name != MANIFEST}


def test_the_descriptor_has_what_the_data_package_standard_asks_for() -> None:
    # https://datapackage.org/standard/data-package/, data-resource, table-schema: every MUST and what we promise.
    told = json.loads(files()[DESCRIPTOR])
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[-a-z0-9._/]+", told["name"])
    assert told["created"] == "2022-10-17T00:00:00+00:00"
    assert {"id", "title", "description", "version", "licenses", "contributors", "sources", "citation"} <= told.keys()
    assert all("name" in licence or "path" in licence for licence in told["licenses"])
    assert all("title" in one for one in (*told["contributors"], *told["sources"]))
    names = [one["name"] for one in told["resources"]]
    assert names == sorted(set(names))
    types = {"string", "number", "integer", "boolean", "date", "datetime"}
    for one in told["resources"]:
        assert one["path"] == f"{one['name']}.csv"
        fields = one["schema"]["fields"]
        assert {field["type"] for field in fields} <= types
        assert all(field["description"] for field in fields)
        known = [field["name"] for field in fields]
        assert len(known) == len(set(known))
        assert set(one["schema"].get("primaryKey", ())) <= set(known)


def test_every_table_is_as_its_schema_says() -> None:
    patterns = {
        "integer": r"-?\d*",
        "number": r"(-?\d+(\.\d+)?(e-?\d+)?)?",
        "date": r"\d{4}-\d\d-\d\d",
        "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d.*",
    }
    made = files()
    for name, one in described().items():
        body = made[f"{name}.csv"]
        assert (one["bytes"], one["hash"]) == (len(body), f"sha256:{sha256(body).hexdigest()}")
        rows = list(csv.DictReader(io.StringIO(body.decode())))
        schema = one["schema"]
        assert isinstance(schema, dict)
        assert rows
        assert list(rows[0]) == [field["name"] for field in schema["fields"]]
        for field in schema["fields"]:
            pattern = patterns.get(field["type"], r"(?s).*")
            assert [row[field["name"]] for row in rows if not re.fullmatch(pattern, row[field["name"]])] == []
        key = schema.get("primaryKey", ())
        keys = [tuple(row[column] for column in key) for row in rows]
        assert not key or len(keys) == len(set(keys))


def test_the_citation_file_has_what_its_format_asks_for_and_nothing_breaks_it() -> None:
    told = files(base_url=BASE)["CITATION.cff"].decode()
    for key in ("cff-version", "message", "title", "authors"):
        assert re.search(rf"^{key}:", told, re.MULTILINE), key
    assert f'url: "{BASE}/en/2022-W41/"' in told


def test_the_licence_leaves_the_quoted_words_to_those_who_said_them() -> None:
    assert b"does not cover them" in files()["LICENSE.txt"]


def test_a_package_is_described_in_the_language_it_is_offered_in() -> None:
    assert "кастрычніка" in json.loads(files(2)[DESCRIPTOR])["title"]
    assert files(2)["exhibits.csv"] == files(0)["exhibits.csv"]
