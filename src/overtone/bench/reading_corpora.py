"""Corpora labelled with who said what, each as texts and attributions by document; nothing is unpacked on disk.

PolNeAR comes as brat files in an archive, quotes-ru-cs as tables of tokens, any other corpus as two files of JSON
Lines, one of texts, `{"doc": "a", "text": "…"}`, and one of pieces in characters:
`{"doc": "a", "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 21], [30, 44]]}]}`.
"""

import csv
import hashlib
import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from overtone.bench.polnear import ROLES
from overtone.errors import InputError
from overtone.records import Attribution, Span

POLNEAR = "polnear"
QUOTES = "quotes-ru-cs"
_BRAT = re.compile(r"(?P<doc>.+)_[0-9a-f]{4}\.ann")
_LONGEST_FIELD = 10**8

Pieces = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Texts of one language, and what people labelled in each."""

    name: str
    lang: str
    texts: Mapping[str, str]
    gold: Mapping[str, tuple[Attribution, ...]]
    digest: str  # of the files it was read from

    def first(self, limit: int | None) -> "Corpus":
        """The first so many documents of it; all of them where the limit is None."""
        texts = dict(list(self.texts.items())[:limit])
        return Corpus(name=self.name, lang=self.lang, texts=texts, gold=self.gold, digest=self.digest)


def polnear(shared: Path, split: str = "dev") -> Corpus:
    """A split of PolNeAR (train, dev), English; where several people labelled a text, the first in order counts.

    Raises FileNotFoundError where the archive is absent.
    """
    path = shared / "data" / POLNEAR / f"{split}.tar.gz"
    texts: dict[str, str] = {}
    gold: dict[str, tuple[Attribution, ...]] = {}
    for name, raw in _members(path):
        labelled = _BRAT.fullmatch(name)
        if name.endswith(".txt"):
            texts[name.removesuffix(".txt")] = raw
        elif labelled and labelled["doc"] not in gold:
            gold[labelled["doc"]] = tuple(brat(raw))
    return Corpus(name=POLNEAR, lang="en", texts=texts, gold=gold, digest=_digest(path))


def brat(raw: str) -> Iterator[Attribution]:
    """The attributions of a brat stand-off file; a line that begins like no record goes on with the line before."""
    spans: dict[str, Pieces] = {}
    events: list[list[str]] = []
    for line in raw.split("\n"):
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", key):
            offsets = rest.partition("\t")[0].partition(" ")[2]
            spans[key] = [(int(start), int(stop)) for start, stop in (piece.split() for piece in offsets.split(";"))]
        elif re.fullmatch(r"E\d+", key):
            events.append(rest.partition("\t")[0].split()[1:])
    for arguments in events:
        found: dict[str, Pieces] = {role: [] for role in ROLES}
        for role, _, key in (argument.partition(":") for argument in arguments):
            found.get(role.rstrip("0123456789").lower(), []).extend(spans.get(key, ()))
        if found["content"]:
            yield labelled({role: sorted(pieces) for role, pieces in found.items()})


def quotes(shared: Path, lang: str) -> Corpus:
    """The sentences of quotes-ru-cs in one language (ru, cs), each a document with at most one attribution.

    The corpus labels tokens and links nothing: the tokens of a role that stand side by side make one piece. Tokens
    that are not found in their sentence are left out. Raises FileNotFoundError where the tables are absent.
    """
    folder = shared / "data" / QUOTES
    paths = folder / f"{lang}_tokens.tsv", folder / f"{lang}_sentences.tsv"
    tokens = defaultdict(list)
    for row in _rows(paths[0]):
        tokens[row["sentence_num"]].append((row["text"], row["tags"].rpartition("-")[2].lower()))
    texts = {row["sentence_id"]: row["sentences"] for row in _rows(paths[1])}
    found = {doc: _tagged(text, tokens[doc]) for doc, text in texts.items()}
    gold = {doc: (labelled(spans),) for doc, spans in found.items() if spans["content"]}
    return Corpus(name=QUOTES, lang=lang, texts=texts, gold=gold, digest=_digest(*paths))


def two_files(texts: Path, gold: Path, lang: str) -> Corpus:
    """Any corpus in two files of JSON Lines, texts and attributions. Raises InputError where a line is no such row."""
    return Corpus(
        name=gold.stem,
        lang=lang,
        texts={row["doc"]: row.get("text", "") for row in _json(texts)},
        gold=attributions(gold),
        digest=_digest(texts, gold),
    )


def attributions(path: Path) -> dict[str, tuple[Attribution, ...]]:
    """Attributions by document of a file of JSON Lines, gold or predictions; its `meta` line is passed over."""
    return {row["doc"]: tuple(map(labelled, row.get("attributions") or ())) for row in _json(path)}


def labelled(spans: Mapping[str, Iterable[Iterable[int]]]) -> Attribution:
    """An attribution from pieces by role, as people or another system gave them."""
    parts = [tuple(Span(start=a, stop=b) for a, b in spans.get(role) or ()) for role in ROLES]
    return Attribution(source=parts[0], cue=parts[1], content=parts[2], manner="", rule="")


def _members(path: Path) -> Iterator[tuple[str, str]]:
    """Name without folders and text of each file of an archive, in the order of names."""
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if handle := archive.extractfile(member):
                yield member.name.rpartition("/")[2], handle.read().decode("utf-8")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def _tagged(text: str, tokens: Iterable[tuple[str, str]]) -> dict[str, Pieces]:
    found: dict[str, Pieces] = {role: [] for role in ROLES}
    at, before = 0, ""
    for token, role in tokens:
        start = text.find(token, at)
        if start < 0:
            continue
        at = start + len(token)
        if role in found:
            pieces = found[role]
            pieces.append((pieces.pop()[0] if role == before else start, at))
        before = role
    return found


def _json(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        where = f"{path.name}:{number}"
        try:
            row = json.loads(line or "{}")
        except json.JSONDecodeError as error:
            raise InputError("no JSON", where=where, next_step="give one JSON object a line") from error
        if isinstance(row, dict) and "doc" in row:
            yield row
        elif row and "meta" not in row:
            raise InputError("neither doc nor meta", where=where, next_step='name the document: {"doc": "a", …}')


def _digest(*paths: Path) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
