"""The tables of an edition's data package: what each holds, column by column, with type, meaning and unit."""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from overtone.publish.twins import harmless
from overtone.records import Abstention, Edition, Exhibit, Sentence, Signal, Tally, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; `type` is that of the Table Schema."""

    name: str
    type: str  # string | integer | number | date | datetime
    told: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its columns and rows; `key` names the columns that tell its rows apart."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    key: tuple[str, ...] = ()


def _columns(told: str) -> tuple[Column, ...]:
    """Columns from lines of name, type, meaning and, where it has one, the unit."""
    cells = ([cell.strip() for cell in line.split("|")] for line in told.strip().splitlines())
    return tuple(Column(name=name, type=kind, told=words, unit="".join(unit)) for name, kind, words, *unit in cells)


EXHIBITS = _columns(
    """
    id|string|Content hash of the piece of evidence; stands in the address of its page
    quote|string|The words, as published
    before|string|Text before the words
    after|string|Text after the words
    lang|string|Language of the words, ISO 639-1
    kind|string|statement, encounter, vote or document
    speaker|string|Who speaks, as printed; empty where nobody does
    actor|string|Id of the speaker among the facts
    office|string|Id of the office held
    said_on|date|Day on which it was said
    learnt_at|datetime|When the ledger learnt it, UTC
    published_on|date|Day of publication
    source|string|Id of the source
    publisher|string|Who published the page
    title|string|Headline of the page
    url|string|Address of the page at the source
    reader|string|Rule that read it, with its version
    document|string|Content hash of the document
    start|integer|Where the words begin in the text|characters
    stop|integer|Where the words end in the text, exclusive|characters
    text_sha256|string|SHA-256 of the whole text
    """
)
SIGNALS = _columns(
    """
    id|string|Content hash of the number
    measure|string|What was measured
    method|string|Method with its version
    window|string|ISO week
    actor|string|Id of the speaker, empty for all
    target|string|Id of the topic, state or bloc
    venue|string|Id of the event, empty for all
    unit|string|Unit of value, low, high and the baseline; empty where no number is given
    value|number|The measured value|see unit
    low|number|Lower end of the interval|see unit
    high|number|Upper end of the interval|see unit
    level|number|Coverage probability of the interval|probability
    baseline|number|Usual level|see unit
    baseline_low|number|Lower end of the usual level|see unit
    baseline_high|number|Upper end of the usual level|see unit
    surprise|number|Probability of a value at least this far off under the usual level|probability
    q|number|False discovery rate (Benjamini and Hochberg)|probability
    coverage|number|Share of days on which the sources were seen alive|share
    n|integer|Sampling units behind the value|units
    because|string|Reason of the finding, or why no number is given
    detail|string|Figures behind the value
    """
)
SENTENCES = _columns(
    """
    lang|string|Language of the text, ISO 639-1
    place|string|theme:ID, register:KEY, portrait:KIND:ID or limits
    n|integer|Order of the sentence in its place
    id|string|Content hash of the finding, the same in every language
    mark|string|observed, limit or analysis
    words|string|The sentence
    exhibits|string|Ids of the evidence it rests on, with a space between
    signals|string|Ids of the numbers it rests on, with a space between
    """
)
THEMES = _columns(
    """
    theme|string|Id of the theme
    verdict|string|improved, unchanged, worsened or cannot-say
    finding|string|Id of the sentence that gives the ground
    """
)
SOURCES = _columns(
    """
    source|string|Id of the source
    documents|integer|Texts published in the week|texts
    coverage|number|Share of the week's days on which it was seen alive|share
    """
)
CHARTS = _columns(
    """
    lang|string|Language of the labels, ISO 639-1
    chart|string|Number of the chart on the page, as chart-1
    y|integer|Number of the row
    x|integer|Number of the column
    kind|string|How it is drawn
    title|string|Title of the chart
    row|string|Label of the row
    column|string|Label of the column
    value|number|Value; empty where it is unknown
    low|number|Lower end of the interval
    high|number|Upper end of the interval
    """
)


def _sentences(text: Text) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    """Every place of a text with its sentences."""
    for section in text.sections:
        yield f"theme:{section.theme}", (section.headline, section.ground, *section.lead, *section.body)
    for register in text.registers:
        yield f"register:{register.key}", register.sentences
    yield "limits", text.limits
    for portrait in text.portraits:
        told = tuple(sentence for register in portrait.registers for sentence in register.sentences)
        yield f"portrait:{portrait.kind}:{portrait.id}", (portrait.title, *told)


def _said(text: Text) -> Iterator[tuple[object, ...]]:
    for place, told in _sentences(text):
        for n, one in enumerate(told, 1):
            yield (text.lang, place, n, one.id, one.mark, one.words, " ".join(one.exhibits), " ".join(one.signals))


def _measured(signal: Signal | Abstention) -> tuple[object, ...]:
    reason = signal.because if isinstance(signal, Signal) else signal.reason
    told = {"because": reason, "unit": ""} | {f.name: getattr(signal, f.name) for f in fields(signal)}
    return tuple(signal.id if column.name == "id" else told.get(column.name) for column in SIGNALS)


def _drawn(text: Text) -> Iterator[tuple[object, ...]]:
    for number, chart in enumerate(text.charts, 1):
        stem = f"chart-{number}"
        for y, label in enumerate(chart.rows):
            for x, heading in enumerate(chart.columns or ("",)):
                cells = (_cell(rows, y, x) for rows in (chart.values, chart.lows, chart.highs))
                yield (text.lang, stem, y + 1, x + 1, chart.kind, chart.title, label, heading, *cells)


def _cell(rows: Sequence[Sequence[float]], row: int, column: int) -> float | None:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def tables(edition: Edition) -> tuple[Table, ...]:
    """Every table of an edition, in the order of their names."""
    exhibits = tuple(tuple(getattr(one, column.name) for column in EXHIBITS) for one in _ordered(edition.exhibits))
    said = tuple(row for text in edition.texts for row in _said(text))
    made = [
        Table(name="exhibits", title="Evidence", columns=EXHIBITS, rows=exhibits, key=("id",)),
        Table(
            name="signals",
            title="Numbers, and where none is given",
            columns=SIGNALS,
            rows=tuple(_measured(one) for one in edition.signals),
            key=("id",),
        ),
        Table(name="sentences", title="Sentences", columns=SENTENCES, rows=said, key=("lang", "place", "n")),
        Table(
            name="themes",
            title="Themes",
            columns=THEMES,
            rows=tuple((s.theme, s.verdict, s.ground.id) for s in edition.texts[0].sections),
            key=("theme",),
        ),
        Table(name="sources", title="Sources", columns=SOURCES, rows=edition.brief.sources, key=("source",)),
        Table(
            name="charts",
            title="Charts",
            columns=CHARTS,
            rows=tuple(row for text in edition.texts for row in _drawn(text)),
            key=("lang", "chart", "y", "x"),
        ),
        *(_tally(tally) for tally in edition.tallies),
    ]
    return tuple(sorted((table for table in made if table.rows), key=lambda table: table.name))


def _ordered(exhibits: Iterable[Exhibit]) -> list[Exhibit]:
    return sorted(exhibits, key=lambda one: one.id)


def _tally(tally: Tally) -> Table:
    """The counts that a measure judged; what type a column has, its values say."""
    cells = zip(*tally.rows, strict=True) if tally.rows else ((),) * len(tally.columns)
    columns = tuple(
        Column(name=name, type=_type(values), told=f"Counts of {tally.method}: {name}")
        for name, values in zip(tally.columns, cells, strict=True)
    )
    return Table(
        name=f"tally-{tally.measure}",
        title=f"Counts that {tally.method} judged; made again by: {tally.command}",
        columns=columns,
        rows=tally.rows,
    )


def _type(values: Iterable[object]) -> str:
    """The narrowest type of the Table Schema that all values have; empty ones have any."""
    known = {type(value) for value in values if value is not None}
    kinds = ((bool, "boolean"), (int, "integer"), (float, "number"), (datetime, "datetime"), (date, "date"))
    if known == {int, float}:
        return "number"
    return next((name for kind, name in kinds if known == {kind}), "string")


def _written(value: object) -> str:
    """A value as CSV holds it: empty where it is unknown, times in ISO 8601, text that no spreadsheet runs."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else str(value)


def as_csv(table: Table) -> bytes:
    """A table as CSV (RFC 4180, UTF-8, line feeds)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_written(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8", "replace")
