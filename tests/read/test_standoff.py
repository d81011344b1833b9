"""What annotation tools and benches take: read back, it is what was written."""

import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.read import read
from overtone.read.explaining import attributions_of
from overtone.read.standoff import BRAT_CONFIGURATION, ROLES, brat, json_line, told
from overtone.records import Attribution, Document, Span
from tests.read.small_desk import page, small_desk

BENCH = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "polnear" / "polnear_eval.py"
TEXT = "Vladimir Putin said no.\n\n“It rains,” he added, “and it\nsnows.”\n"
Pieces = dict[str, list[list[int]]]


def spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(start=start, stop=stop) for start, stop in pairs)


SAID = (
    Attribution(
        source=spans((0, 14)), cue=spans((15, 19)), content=spans((20, 22)), manner="indirect", rule="before@1"
    ),
    Attribution(
        source=spans((37, 39)),
        cue=spans((40, 45)),
        content=spans((25, 36), (47, 63)),
        manner="direct",
        rule="quote@1",
        stance="denied",
        score=0.75,
    ),
    Attribution(source=(), cue=(), content=spans((20, 22)), manner="direct", rule="orphan@1"),
    Attribution(source=spans((0, 14)), cue=spans((15, 19)), content=(), manner="indirect", rule="nothing said"),
)


def read_back(annotation: str) -> list[Pieces]:
    """The events of a stand-off file, as its format is described."""
    bound: dict[str, list[list[int]]] = {}
    found = []
    for line in annotation.splitlines():
        key, _, rest = line.partition("\t")
        if key[0] == "T":
            kind_and_places = rest.split("\t")[0]
            bound[key] = [[int(n) for n in piece.split()] for piece in kind_and_places.split(" ", 1)[1].split(";")]
        elif key[0] == "E":
            arguments = dict(argument.split(":") for argument in rest.split())
            found.append({role: bound.get(arguments.get(role.capitalize(), ""), []) for role in ROLES})
    return found


def expected(attributions: tuple[Attribution, ...], text: str) -> Iterator[Pieces]:
    for one in attributions:
        pieces = {
            role: [
                [span.start + line.start(), span.start + line.end()]
                for span in getattr(one, role)
                for line in re.finditer(r"[^\n]*\S[^\n]*", text[span.start : span.stop])
            ]
            for role in ROLES
        }
        if pieces["content"]:
            yield pieces


def test_every_span_stands_with_its_words_and_no_piece_runs_over_a_line() -> None:
    annotation = brat(page(TEXT), SAID)
    assert read_back(annotation) == list(expected(SAID, page(TEXT).text))
    for line in annotation.splitlines():
        if line[0] == "T":
            _, places, words = line.split("\t")
            pieces = [[int(n) for n in piece.split()] for piece in places.split(" ", 1)[1].split(";")]
            assert " ".join(TEXT[start:stop] for start, stop in pieces) == words
    assert "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7" in annotation
    assert "A4\tStance E2 denied" in annotation
    assert "AnnotatorNotes E3\torphan@1" in annotation


def test_a_document_without_attributions_is_an_empty_file() -> None:
    assert brat(page("Nobody speaks."), ()) == ""


def test_the_configuration_knows_every_type_that_is_written() -> None:
    types = {line.split("\t")[1].split()[0] for line in brat(page(TEXT), SAID).splitlines() if line[0] in "TA"}
    assert [one for one in types if one not in BRAT_CONFIGURATION] == []


def _bench_reads(annotation: str) -> list[Pieces]:
    spec = importlib.util.spec_from_file_location("polnear_eval", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: list[Pieces] = module.parse_ann(annotation)
    return found


@pytest.mark.shared
@pytest.mark.skipif(not BENCH.exists(), reason="the bench is not part of the project")
def test_the_bench_reads_what_was_written() -> None:
    document = page(
        "Talks\n\nAlexander Lukashenko said that sanctions harm everybody. “We will answer,” he added.\n\n"
        "“It is late,” according to Sergei Lavrov, “and it\nsnows.”"
    )
    found = attributions_of(document, small_desk())
    assert len(found) >= 2
    for attributions, text in ((SAID, page(TEXT)), (found, document)):
        assert _bench_reads(brat(text, attributions)) == list(expected(attributions, text.text))


@given(st.text(alphabet="ab \n\t\r\u2028“”", min_size=1, max_size=30), st.data())
def test_whatever_the_spans_no_sign_but_line_ends_is_lost(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    drawn = sorted(data.draw(st.tuples(places, places)))
    one = Attribution(source=(), cue=(), content=spans((drawn[0], drawn[1])), manner="direct", rule="drawn")
    annotation = brat(page(text), (one,))
    kept = "".join(text[a:b] for event in read_back(annotation) for a, b in event["content"])
    assert "".join(kept.split()) == "".join(text[drawn[0] : drawn[1]].split())


def _line(document: Document) -> dict[str, Any]:
    attributions = attributions_of(document, small_desk())
    line = json_line("talks", document, attributions, read(document, small_desk()))
    assert line.count("\n") == 1
    found: dict[str, Any] = json.loads(line)
    return found


def test_a_line_of_json_holds_what_the_bench_takes_and_what_else_was_read() -> None:
    document = page("Talks\n\nAlexander Lukashenko said that sanctions harm everybody.", kind="news")
    found = _line(document)
    assert found["doc"] == "talks"
    (said,) = found["attributions"]
    words = {role: [document.text[a:b] for a, b in said[role]] for role in ROLES}
    assert words == {
        "source": ["Alexander Lukashenko"],
        "cue": ["said"],
        "content": ["that sanctions harm everybody"],
    }
    assert {"statements", "encounters", "votes", "commitments", "counts", "joint", "unread", "notes"} <= set(found)


def test_records_are_told_as_json_knows_values() -> None:
    assert told((Span(start=1, stop=2), date(2022, 5, 16), "x", None)) == [
        {"start": 1, "stop": 2},
        "2022-05-16",
        "x",
        None,
    ]
