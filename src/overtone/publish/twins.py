"""Data twins: what the pages say, as JSON and CSV that machines can read."""

import csv
import dataclasses
import io
import json
import math
from datetime import date, datetime
from functools import cache
from typing import Any

from overtone.publish.words import Words
from overtone.records import Abstention, Edition, Exhibit, Signal, Text, TextChart

SCALARS = frozenset({str, int, bool, type(None)})


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Names of the fields of a record; none of what is no record."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _plain(value: object) -> object:
    """Records as objects, tuples as lists, times in ISO 8601, what is not a finite number as null."""
    kind: Any = type(value)
    if kind in SCALARS:
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, datetime | date):
        return value.isoformat()
    names = _fields(kind)
    return {name: _plain(getattr(value, name)) for name in names} if names else value


def as_json(value: object) -> bytes:
    """JSON in UTF-8 with a fixed order of keys, each key of the whole on a line of its own.

    Half a surrogate pair is written as its escape.
    """
    return plain_json(_plain(value))


def plain_json(plain: object) -> bytes:
    """The same of what holds nothing but objects, lists, texts, whole numbers, truth values and null."""
    if isinstance(plain, dict):
        lines = ",\n".join(f"{_json(key)}: {_json(plain[key])}" for key in sorted(plain))
        written = f"{{\n{lines}\n}}"
    else:
        written = _json(plain)
    return f"{written}\n".encode("utf-8", "backslashreplace")


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False).encode


def signal_twin(signal: Signal | Abstention) -> dict[str, object]:
    """A number or a refusal with its id, as data."""
    kind = "signal" if isinstance(signal, Signal) else "abstention"
    plain = _plain(signal)
    return {"id": signal.id, "kind": kind, **(plain if isinstance(plain, dict) else {})}


def edition_twin(edition: Edition, text: Text) -> bytes:
    """One language of an edition: sentences with the ids they rest on, signals, charts, digests."""
    return as_json(
        {
            "week": edition.brief.window,
            "as_of": edition.brief.as_of,
            "lang": text.lang,
            "languages": [other.lang for other in edition.texts],
            "title": text.title,
            "summary": text.summary,
            "sections": text.sections,
            "registers": text.registers,
            "limits": text.limits,
            "charts": text.charts,
            "sources": [{"source": s, "documents": n, "coverage": c} for s, n, c in edition.brief.sources],
            "seen": dict(edition.brief.seen),
            "signals": [signal_twin(signal) for signal in edition.signals],
            "exhibits": [exhibit.id for exhibit in edition.exhibits],
            "version": edition.version,
            "facts_digest": edition.facts_digest,
            "ledger_digest": edition.ledger_digest,
        }
    )


def exhibit_twin(exhibit: Exhibit) -> dict[str, object]:
    """One piece of evidence, its place in the text also as a W3C Web Annotation target."""
    target = {
        "source": exhibit.url,
        "state": {"type": "DigestState", "value": f"sha256:{exhibit.text_sha256}"},
        "selector": [
            {"type": "TextQuoteSelector", "exact": exhibit.quote, "prefix": exhibit.before, "suffix": exhibit.after},
            {"type": "TextPositionSelector", "start": exhibit.start, "end": exhibit.stop},
        ],
    }
    plain = _plain(exhibit)
    return {**(plain if isinstance(plain, dict) else {}), "target": target}


def evidence_twin(edition: Edition) -> bytes:
    """All evidence of an edition by id, the same in every language; one file, as a reader of data wants the whole."""
    return as_json({exhibit.id: exhibit_twin(exhibit) for exhibit in edition.exhibits})


FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(words: str) -> str:
    """Words that a spreadsheet will not take for a formula (OWASP, CSV injection)."""
    return f"'{words}" if words.startswith(FORMULA) else words


def _figure(rows: tuple[tuple[float, ...], ...], row: int, column: int) -> str:
    value = rows[row][column] if row < len(rows) and column < len(rows[row]) else math.nan
    return f"{value:.10g}" if math.isfinite(value) else ""


def _cell(chart: TextChart, rows: tuple[tuple[float, ...], ...], row: int, column: int) -> str:
    """A figure, or in its place the word that stands for it; bounds are always figures."""
    words = chart.cells[row] if rows is chart.values and row < len(chart.cells) else ()
    told = words[column] if column < len(words) else ""
    return harmless(told) or _figure(rows, row, column)


def chart_table(chart: TextChart, words: Words) -> bytes:
    """The figures behind a chart; an unknown figure is an empty field, never 0."""
    headings = chart.columns or (words.say("chart.value"),)
    bounds = [name for name, rows in (("low", chart.lows), ("high", chart.highs)) if any(rows)]
    wide = [heading if not end else f"{heading}, {end}" for heading in headings for end in ("", *bounds)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    wide += [words.say("chart.usual")] if chart.usual else []
    writer.writerow([harmless(words.say("chart.row")), *(harmless(heading) for heading in wide)])
    tables = (chart.values, *(rows for rows in (chart.lows, chart.highs) if any(rows)))
    for row, label in enumerate(chart.rows):
        cells = [_cell(chart, rows, row, column) for column in range(len(headings)) for rows in tables]
        usual = [_figure((chart.usual,), 0, row)] if chart.usual else []
        writer.writerow([harmless(label), *cells, *usual])
    return out.getvalue().encode("utf-8", "replace")
