"""What was read, as annotation tools and benches take it: brat stand-off and JSON Lines, both as plain text.

Brat (Stenetorp et al. 2012, the stand-off format of its manual, also read by PolNeAR's tools): each source, cue and
content is a text-bound span, pieces apart by semicolons, and an Attribution event ties them together. A piece never
runs over a line break, as brat demands. JSON Lines: one object a document with offsets in characters, the format in
which the PolNeAR bench takes predictions, and everything else that was read in further keys.
Not for reading such files: that is `bench/`.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from overtone.records import Attribution, Document, Harvest, Span, Statement

ROLES = ("source", "cue", "content")

# What brat needs beside the files to show them: written once into the folder, if there is none.
BRAT_CONFIGURATION = """[entities]
Source
Cue
Content

[relations]

[events]
Attribution\tSource*:Source, Cue*:Cue, Content*:Content

[attributes]
Manner\tArg:<EVENT>, Value:direct|indirect|mixed
Stance\tArg:<EVENT>, Value:affirmed|denied|declined
"""


def brat(document: Document, attributions: Sequence[Attribution]) -> str:
    """The `.ann` file of a document: numbered spans, events, attributes; empty where nothing was attributed.

    Attributions without content are left out. The `.txt` file that belongs to it is the document's text.
    """
    lines: list[str] = []
    spans = 0
    for number, one in enumerate((a for a in attributions if _within_lines(document.text, a.content)), 1):
        arguments = []
        for role in ROLES:
            pieces = _within_lines(document.text, getattr(one, role))
            if not pieces:
                continue
            spans += 1
            lines.append(_span(f"T{spans}", role.capitalize(), pieces, document.text))
            arguments.append(f"{role.capitalize()}:T{spans}")
        spans += 1
        trigger = _within_lines(document.text, one.cue) or _within_lines(document.text, one.content)
        lines.append(_span(f"T{spans}", "Attribution", trigger, document.text))
        lines.append(f"E{number}\t{' '.join((f'Attribution:T{spans}', *arguments))}")
        lines.append(f"A{2 * number - 1}\tManner E{number} {one.manner}")
        lines.append(f"A{2 * number}\tStance E{number} {one.stance}")
        lines.append(f"#{number}\tAnnotatorNotes E{number}\t{one.rule}")
    return "".join(f"{line}\n" for line in lines)


def json_line(name: str, document: Document, attributions: Sequence[Attribution], harvest: Harvest) -> str:
    """One line of JSON: the document's name, its attributions as the bench takes them, and all else that was read."""
    body = {
        "doc": name,
        "attributions": [_attribution(one) for one in attributions],
        "lang": document.lang,
        "published_on": document.published_on.isoformat(),
        "statements": [_statement(document, one) for one in harvest.statements],
        "encounters": told(harvest.encounters),
        "votes": told(harvest.votes),
        "commitments": told(harvest.commitments),
        "counts": told(harvest.counts),
        "joint": told(harvest.joint),
        "mentions": told(harvest.reading.mentions),
        "unread": told(harvest.reading.unread),
        "notes": told(harvest.reading.notes),
    }
    return json.dumps(body, ensure_ascii=False) + "\n"


def told(value: object) -> object:
    """A record, or several, as JSON knows values: objects, lists, days as 2022-05-16."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: told(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [told(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def _statement(document: Document, one: Statement) -> dict[str, object]:
    found = {field.name: told(getattr(one, field.name)) for field in fields(one)}
    return found | {"text": document.text[one.start : one.stop]}


def _attribution(one: Attribution) -> dict[str, object]:
    spans = {role: [[span.start, span.stop] for span in getattr(one, role)] for role in ROLES}
    return {**spans, "manner": one.manner, "stance": one.stance, "rule": one.rule, "score": one.score}


def _span(key: str, kind: str, pieces: Sequence[Span], text: str) -> str:
    places = ";".join(f"{piece.start} {piece.stop}" for piece in pieces)
    words = " ".join(text[piece.start : piece.stop] for piece in pieces).replace("\t", " ")
    return f"{key}\t{kind} {places}\t{words}"


def _within_lines(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, cut at line breaks; what is only space between breaks is left out."""
    return [piece for span in sorted(spans, key=lambda s: s.start) for piece in _cut(text, span)]


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in text[span.start : span.stop].splitlines(keepends=True):
        bare = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if bare.strip():
            yield Span(start=start, stop=start + len(bare))
        start += len(line)
