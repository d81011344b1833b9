"""Data twins say what the pages say."""

import csv
import io
import json
from dataclasses import replace

from overtone.publish.twins import as_json, chart_table, edition_twin, evidence_twin
from overtone.publish.words import Words
from tests.publish.week41 import UNKNOWN, charts, edition, furniture

EN = Words("en", furniture("en").items())


def rows(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode())))


def test_the_twin_holds_every_sentence_with_its_evidence() -> None:
    whole = edition()
    told = json.loads(edition_twin(whole, whole.texts[2]))
    assert told["lang"] == "be"
    assert told["sections"][0]["lead"][0]["exhibits"] == list(whole.texts[2].sections[0].lead[0].exhibits)
    assert [signal["kind"] for signal in told["signals"]] == ["signal", "signal", "abstention"]
    assert told["ledger_digest"] == whole.ledger_digest


def test_a_quote_survives_byte_for_byte_with_its_selectors() -> None:
    exhibit = replace(edition().exhibits[0], quote="a\r\n\x00\u2028<b>&")
    told = json.loads(evidence_twin(replace(edition(), exhibits=(exhibit,))))[exhibit.id]
    assert told["quote"] == exhibit.quote
    assert told["target"]["selector"][0]["exact"] == exhibit.quote
    assert told["target"]["selector"][1] == {
        "type": "TextPositionSelector",
        "start": exhibit.start,
        "end": exhibit.stop,
    }


def test_what_is_not_a_number_is_null_and_half_a_pair_is_escaped() -> None:
    assert json.loads(as_json({"a": UNKNOWN, "b": (float("inf"), 1.5), "c": "\ud83d"})) == {
        "a": None,
        "b": [None, 1.5],
        "c": "\ud83d",
    }


def test_a_table_gives_bounds_and_leaves_the_unknown_empty() -> None:
    shares, timeline, matrix = (rows(chart_table(chart, EN)) for chart in charts("en"))
    assert shares[0] == [
        "Row",
        "Share",
        "Share, low",
        "Share, high",
        "Usual level",
        "Usual level, low",
        "Usual level, high",
    ]
    assert shares[1] == ["Security", "0.43", "0.34", "0.52", "0.26", "", ""]
    assert timeline[0][:3] == ["Row", "Jan", "Jan, high"]
    assert matrix[1] == ["Alexander Lukashenko", "4", "3", "3", "2", ""]


def test_a_label_is_never_a_formula() -> None:
    chart = replace(charts("en")[2], rows=("=1+1", "@x", "plain"))
    assert [row[0] for row in rows(chart_table(chart, EN))[1:]] == ["'=1+1", "'@x", "plain"]
