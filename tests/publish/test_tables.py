"""The tables of the data package: every sentence, piece of evidence and number, unknown never as nought."""

import csv
import io
from dataclasses import replace

from overtone.publish.tables import as_csv, tables
from overtone.records import Edition, Tally
from tests.publish.week41 import LANGS, edition


def rows(name: str, changed: Edition | None = None) -> list[dict[str, str]]:
    table = next(one for one in tables(changed or edition()) if one.name == name)
    return list(csv.DictReader(io.StringIO(as_csv(table).decode())))


def test_every_piece_of_evidence_and_every_number_is_there() -> None:
    whole = edition()
    assert {row["id"] for row in rows("exhibits")} == {one.id for one in whole.exhibits}
    assert {row["id"] for row in rows("signals")} == {one.id for one in whole.signals}


def test_every_sentence_is_there_in_every_language_with_what_it_rests_on() -> None:
    told = rows("sentences")
    by_lang = {
        lang: [(r["place"], r["n"], r["id"], r["exhibits"]) for r in told if r["lang"] == lang] for lang in LANGS
    }
    assert by_lang["en"] == by_lang["ru"] == by_lang["be"]
    assert all(row["words"] for row in told)
    known = {row["id"] for row in rows("exhibits")}
    assert {name for row in told for name in row["exhibits"].split()} <= known


def test_where_no_number_is_given_its_fields_are_empty_and_the_reason_stands() -> None:
    silence = next(row for row in rows("signals") if row["measure"] == "silence")
    assert (silence["value"], silence["low"], silence["unit"]) == ("", "", "")
    assert silence["because"] == "selected-source"


def test_an_unknown_figure_of_a_chart_is_an_empty_field() -> None:
    assert "" in {row["value"] for row in rows("charts")}
    assert "nan" not in as_csv(next(one for one in tables(edition()) if one.name == "charts")).decode()


def test_the_counts_of_a_measure_are_a_table_of_their_own_with_types() -> None:
    tally = Tally(
        measure="salience",
        method="salience@1",
        command="overtone measure salience",
        columns=("day", "mentions", "share"),
        rows=(("2022-10-10", 4, 0.5), ("2022-10-11", 0, None)),
    )
    table = next(one for one in tables(replace(edition(), tallies=(tally,))) if one.name == "tally-salience")
    assert [column.type for column in table.columns] == ["string", "integer", "number"]
    assert as_csv(table) == b"day,mentions,share\n2022-10-10,4,0.5\n2022-10-11,0,\n"


def test_no_spreadsheet_runs_a_quoted_word() -> None:
    evil = replace(edition().exhibits[0], quote="=cmd()", stop=edition().exhibits[0].start + 6)
    assert rows("exhibits", replace(edition(), exhibits=(evil,)))[0]["quote"] == "'=cmd()"
