"""The founding case against its past: who was silent on Ukraine at the summit, and who departed from earlier years.

A ledger is read from every page of kremlin-2022 and from the pages of kremlin-1999-2020 on which a leader of a Central
Asian state speaks. At the summit: P(Y ≤ y) for each speaker, and whether zero could have been evidence. For the Central
Asian states: mentions of Ukraine by words in their leaders' own turns, 2022 against 1999–2021, as a rate ratio with its
90 % interval; "not a departure" takes the whole interval inside [1/1.5, 1.5].
Not for what these leaders said at home: only the Kremlin's pages are read here.
"""

import gzip
import hashlib
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from overtone.bench.score import Score
from overtone.gathering import options_for
from overtone.ledger import View
from overtone.measure import measure
from overtone.measure.departure import REGION, judged, ratio
from overtone.measure.dispersion import dispersions
from overtone.measure.predictive import GRID, Cells, cells
from overtone.records import Abstention, Signal, week
from overtone.registry import Registry
from overtone.wiring import create_workspace, open_workspace

ARCHIVE, RELEASES = "kremlin-1999-2020/documents.jsonl.gz", "kremlin-2022/releases.jsonl.gz"
EVENT = "csto-summit-2022-05-16"
TARGET = "ua"
STATES = ("kz", "kg", "tj", "uz", "tm")
SINCE = 2022
LEVEL = 0.9
_LEADER = re.compile(
    r'"speaker": "[^"]*(?:Nazarbayev|Tokayev|Akayev|Bakiyev|Otunbayeva|Atambayev|Jeenbekov|Japarov|Rah?kh?mon'
    r"|Karimov|Mirziyoyev|Niyazov|Berdimuhamedov)"
)


def past(shared: Path) -> tuple[Score, ...]:
    """Silence of each speaker at the summit; departure of each Central Asian state and of all together."""
    archive, releases = shared / "data" / ARCHIVE, shared / "data" / RELEASES
    digest = hashlib.sha256(archive.read_bytes() + releases.read_bytes()).hexdigest()
    with tempfile.TemporaryDirectory() as folder:
        root = create_workspace(Path(folder) / "desk")
        (root / "overtone.toml").write_text('[intake]\nmodels = "rules"\ndeadline = 600\n', "utf-8")
        chosen = Path(folder) / "documents.jsonl.gz"
        with gzip.open(archive, "rt", encoding="utf-8") as lines, gzip.open(chosen, "wt", encoding="utf-8") as kept:
            kept.writelines(line for line in lines if _LEADER.search(line))
        workspace = open_workspace(root)
        workspace.intake(chosen, "kremlin-archive")
        workspace.intake(releases, "kremlin")
        with workspace.view() as view:
            scores = (*_summit(view, workspace.registry), *_departures(view, workspace.registry))
    return tuple(replace(score, corpus="kremlin-1999-2020, kremlin-2022", digest=digest) for score in scores)


def _summit(view: View, registry: Registry) -> Iterator[Score]:
    """For each speaker: mentions expected with their 90 % interval, P(Y ≤ y), and whether an answer can be given."""
    options = replace(options_for(view, registry), event=EVENT, targets=(TARGET,), level=LEVEL)
    for found in measure("silence", view, week(2022, 20), options):
        if isinstance(found, Abstention):
            figures = dict(pair.split("=") for pair in found.detail.split())
            if found.actor and "expected" in figures:
                expected = tuple(float(figures[key]) for key in ("expected", "expected_low", "expected_high"))
                yield from _told(registry, found.actor, 0, expected, float(figures["P"]), False)
        elif found.unit == "mentions":
            yield from _told(registry, found.actor, int(found.value), _expected(found), found.surprise or 0.0, True)


def _expected(signal: Signal) -> tuple[float, ...]:
    return tuple(value or 0.0 for value in (signal.baseline, signal.baseline_low, signal.baseline_high))


def _told(
    registry: Registry, actor: str, count: int, expected: Sequence[float], chance: float, can_tell: bool
) -> Iterator[Score]:
    task = f"Ukraine at the summit, {registry.actors[actor].names.en[0]}, named {count} times"
    mean, low, high = expected
    yield _score(task, "mentions expected (90 %)", mean, (low, high), count)
    yield _score(task, "P(as few or fewer)", chance, None, count)
    yield _score(task, "an answer can be given", float(can_tell), None, count)


def _departures(view: View, registry: Registry) -> Iterator[Score]:
    """Each state's leaders in 2022 against 1999 to 2021, and all five together."""
    sides = _spoken(view, registry)
    for name, states in (*((registry.states[s].names.en[0], (s,)) for s in STATES), ("all five", STATES)):
        now, before = (cells([pair for state in states for pair in side.get(state, [])]) for side in sides)
        if now.volume and before.volume:
            spread, _ = dispersions([now, before])
            yield from _ratio(name, now, before, float(spread.mean(axis=0) @ GRID))


def _spoken(view: View, registry: Registry) -> tuple[Mapping[str, list[tuple[float, float]]], ...]:
    """Mentions of Ukraine and thousand words, page by page, for each state: since 2022, and before."""
    home = {actor.id: actor.state for actor in registry.actors.values() if actor.state in STATES}
    said = view.table("statements")
    own = said.filter((said.act == "position") & (said.manner != "indirect") & said.actor.isin(sorted(home)))
    rows = own.select("document", "start", "actor", "said_on", "words", "mentions").to_pyarrow().to_pylist()
    pages: dict[tuple[bool, str, str], list[float]] = {}
    for row in sorted(rows, key=lambda r: (r["document"], r["start"])):
        key = (row["said_on"].year >= SINCE, str(home[row["actor"]]), row["document"])
        page = pages.setdefault(key, [0.0, 0.0])
        page[0] += sum(m["kind"] == "state" and m["target"] == TARGET for m in row["mentions"])
        page[1] += row["words"] / 1000
    sides: tuple[dict[str, list[tuple[float, float]]], ...] = ({}, {})
    for (recent, state, _), (count, words) in pages.items():
        sides[0 if recent else 1].setdefault(state, []).append((count, words))
    return sides


def _ratio(name: str, now: Cells, earlier: Cells, alpha: float) -> Iterator[Score]:
    """The rate ratio and its verdict; what rests on a single page is no verdict."""
    middle, low, high = ratio(now, earlier, LEVEL, alpha)
    held = {
        judged(low, high),
        judged(*ratio(_without_most(now), earlier, LEVEL, alpha)[1:]),
        judged(*ratio(now, _without_most(earlier), LEVEL, alpha)[1:]),
    }
    verdict = held.pop() if len(held) == 1 else "cannot-tell"
    counts = " against ".join(f"{c.total:.0f} in {c.volume * 1000:,.0f} words" for c in (now, earlier))
    task = f"Ukraine by leaders of {name}, 2022 against 1999–2021: {counts}"
    yield _score(task, "rate ratio (90 %)", middle, (low, high), len(now.counts) + len(earlier.counts))
    yield _score(task, f"not a departure (inside 1/{REGION} to {REGION})", float(verdict == "usual"), None, 1)
    yield _score(
        task, "an answer can be given, whatever single page is left out", float(verdict != "cannot-tell"), None, 1
    )


def _without_most(pages: Cells) -> Cells:
    """The pages without the one that names the target most; as they are where there is one alone."""
    if len(pages.counts) < 2:
        return pages
    kept = np.arange(len(pages.counts)) != int(np.argmax(pages.counts))
    return Cells(counts=pages.counts[kept], exposure=pages.exposure[kept], age=pages.age[kept])


def _score(task: str, metric: str, value: float, ends: tuple[float, float] | None, n: int) -> Score:
    low, high = ends or (None, None)
    return Score(bench="founding", task=task, metric=metric, value=value, low=low, high=high, n=n)
