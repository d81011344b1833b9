"""What a site has published of a week, in any version: what a correction may refer to. And what was made of what."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from overtone.publish.placing import said
from overtone.records import Edition, Evidence, Signal

RECORD = ".publish.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Ids of sentences, signals and exhibits of a week, in every version and language; exhibits with their words."""

    sentences: frozenset[str] = frozenset()
    signals: frozenset[str] = frozenset()
    exhibits: Mapping[str, Evidence] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()  # that exhibits and signals rest on

    def __or__(self, other: "Known") -> "Known":
        """What either of the two has."""
        return Known(
            sentences=self.sentences | other.sentences,
            signals=self.signals | other.signals,
            exhibits={**self.exhibits, **other.exhibits},
            documents=self.documents | other.documents,
        )


def weeks_of(site: Path) -> tuple[str, ...]:
    """The weeks on a site, the oldest first."""
    return tuple(sorted({path.parent.name for path in site.glob("*/*-W*/manifest.json")}))


def known_of(site: Path, week: str, *, sentences: bool = True) -> Known:
    """What a site has of a week, nothing where the week is not there; without its sentences no page is opened."""
    opened = site.glob(f"*/{week}/**/*.html") if sentences else ()
    found = Known(sentences=frozenset(n for p in opened for n in said(p.read_text("utf-8", "replace"))))
    for path in (*site.glob(f"*/{week}/evidence.json"), *site.glob(f"*/{week}/v/*/evidence.json")):
        found |= _exhibits(json.loads(path.read_bytes()))
    for path in (*site.glob(f"*/{week}/index.json"), *site.glob(f"*/{week}/v/*/index.json")):
        found |= _signals(json.loads(path.read_bytes()))
    return found


def known_in(edition: Edition, pages: Mapping[str, bytes]) -> Known:
    """What an edition that is being made has."""
    spans = {e.id: Evidence(document=e.document, start=e.start, stop=e.stop) for e in edition.exhibits}
    measured = {e.document for s in edition.signals if isinstance(s, Signal) for e in s.evidence}
    return Known(
        sentences=frozenset(n for path, body in pages.items() if path.endswith(".html") for n in said(body.decode())),
        signals=frozenset(signal.id for signal in edition.signals),
        exhibits=spans,
        documents=frozenset(span.document for span in spans.values()) | measured,
    )


def _exhibits(twin: Mapping[str, Mapping[str, object]]) -> Known:
    spans = {
        key: Evidence(document=str(one["document"]), start=int(str(one["start"])), stop=int(str(one["stop"])))
        for key, one in twin.items()
        if "document" in one
    }
    return Known(exhibits=spans, documents=frozenset(span.document for span in spans.values()))


def _signals(twin: Mapping[str, list[dict[str, list[dict[str, str]]]]]) -> Known:
    signals = twin["signals"]
    rested = frozenset(piece["document"] for one in signals for piece in one.get("evidence", ()))
    return Known(signals=frozenset(str(one["id"]) for one in signals), documents=rested)


def files_digest(site: Path, week: str) -> str:
    """A digest of the bytes of the week's present files, and of the names of its earlier versions."""
    total = sha256()
    for path in sorted(site.glob(f"*/{week}/**/*")):
        if path.is_file():
            old = path.relative_to(site).parts[2] == "v"
            body = str(path.stat().st_size).encode() if old else sha256(path.read_bytes()).digest()
            total.update(f"{path.relative_to(site)}\0".encode() + body)
    return total.hexdigest()


def recorded(site: Path, week: str, inputs: str) -> bool:
    """Whether the week was made of these inputs and still is, byte for byte, what was made of them."""
    told = _record(site).get(week)
    return bool(told) and told == {"inputs": inputs, "files": files_digest(site, week)}


def record(site: Path, week: str, inputs: str) -> None:
    """Note what the week was made of; the note is believed only while the files are as they are now."""
    told = {**_record(site), week: {"inputs": inputs, "files": files_digest(site, week)}}
    fresh = site / f"{RECORD}.new"
    fresh.write_text(json.dumps(told, indent=1, sort_keys=True), "utf-8")
    fresh.replace(site / RECORD)


def _record(site: Path) -> dict[str, dict[str, str]]:
    """The notes; none where the file is absent or was changed by somebody: then all is made again."""
    try:
        told = json.loads((site / RECORD).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
