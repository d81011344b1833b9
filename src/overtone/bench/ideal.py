"""Ideal points from raw roll calls against the published estimates of Bailey, Strezhnev and Voeten (April 2020).

Votes, repeated resolutions and estimates as the authors deposited them. `run` draws all sessions; `quick` eleven of
them, enough to see that the method holds.
"""

import csv
import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from overtone.bench.rdata import frame
from overtone.bench.score import Score
from overtone.measure.ideals.bridges import tied
from overtone.measure.ideals.chain import Draws, Effort, drawn
from overtone.measure.ideals.sittings import Choices, layout

Array = npt.NDArray[np.float64]
CORPUS = "unga-bsv-2020"
NO_SESSION = 19  # one vote was taken in it
USA = 2  # Correlates of War number
WHOLE, PART = Effort(keep=160), Effort(warm=20, keep=60)
GUESS = "share agreeing with the United States"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Estimates beside ours, for the points that both have."""

    ours: Array
    session: npt.NDArray[np.intp]
    mean: Array
    low: Array
    high: Array


def run(shared: Path) -> tuple[Score, ...]:
    """All sessions: correlation, share inside the published intervals, CPU seconds."""
    return _scores(shared, 1, 74, WHOLE, "all sessions")


def quick(shared: Path) -> tuple[Score, ...]:
    """Sessions 60 to 70 only, without timings."""
    return tuple(s for s in _scores(shared, 60, 70, PART, "sessions 60 to 70") if s.metric != "seconds")


def _scores(shared: Path, first: int, last: int, effort: Effort, task: str) -> tuple[Score, ...]:
    folder = shared / "data" / CORPUS
    file = folder / "UNVotesPublished.RData"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    choices = votes(file, folder / "Matches.csv", first, last)
    began = time.process_time()
    draws = drawn(layout(choices), effort)
    spent = time.process_time() - began
    estimates = _read(folder / "IdealpointestimatesAll_Apr2020.csv")
    found = _beside(draws, draws.mean(), estimates)
    guess = _beside(draws, _agreeing(choices, draws), estimates)
    ours, plain = _figures(found), _figures(guess)
    goals = {
        "r pooled": 0.985,
        "r by session, median": 0.995,
        "r by session, least": 0.98,
        "inside published 90 %": 0.9,
    }
    task, size = f"ideal points, {task}", len(found.ours)
    scores = [_score(task, (name, ours[name], plain[name]), size, goal, digest) for name, goal in goals.items()]
    return (*scores, _score(task, ("seconds", spent, None), size, 200.0, digest))


def votes(file: Path, matches: Path, first: int, last: int) -> Choices:
    """Votes cast in these sessions, with the deposited pairs of repeated resolutions tied."""
    columns = frame(file)
    rcid, session, state, vote = (_whole(columns[name]) for name in ("rcid", "session", "ccode", "vote"))
    kept = (vote >= 1) & (vote <= 3) & (session >= first) & (session <= last) & (session != NO_SESSION)
    names, resolution = np.unique(rcid[kept], return_inverse=True)
    place = {int(name): n for n, name in enumerate(names)}
    with matches.open(encoding="utf-8") as lines:
        pairs = [(int(row["rcid1"]), int(row["rcid2"])) for row in csv.DictReader(lines)]
    question = tied(len(names), [(place[a], place[b]) for a, b in pairs if a in place and b in place])
    return Choices(
        sitting=session[kept],
        state=state[kept],
        resolution=resolution,
        question=question[resolution],
        choice=vote[kept] - 1,
    )


def _whole(column: object) -> npt.NDArray[np.intp]:
    return np.asarray(column).astype(np.intp)


def _read(file: Path) -> Mapping[tuple[int, int], tuple[float, float, float]]:
    """Mean and 90 % interval by state and session."""
    with file.open(encoding="latin-1") as lines:
        return {
            (int(row["ccode"]), int(row["session"])): (float(row["IdealPoint"]), float(row["Q5%"]), float(row["Q95%"]))
            for row in csv.DictReader(lines)
        }


def _agreeing(choices: Choices, draws: Draws) -> Array:
    """Share of the session's resolutions on which a state chose as the United States did."""
    usa = choices.state == USA
    led = dict(zip(choices.resolution[usa].tolist(), choices.choice[usa].tolist(), strict=True))
    there = np.array([led.get(one, -1) for one in choices.resolution.tolist()])
    points = {(int(t), int(s)): n for n, (t, s) in enumerate(zip(draws.laid.state, draws.laid.sitting, strict=True))}
    point = np.array(
        [points.get(one, -1) for one in zip(choices.state.tolist(), choices.sitting.tolist(), strict=True)]
    )
    kept = (there >= 0) & (point >= 0)
    size = len(draws.laid.state)
    same = np.bincount(point[kept], there[kept] == choices.choice[kept], size)
    return np.asarray(same / np.maximum(np.bincount(point[kept], minlength=size), 1))


def _beside(draws: Draws, ours: Array, estimates: Mapping[tuple[int, int], tuple[float, float, float]]) -> Published:
    laid = draws.laid
    keys = list(zip(laid.state.tolist(), laid.sitting.tolist(), strict=True))
    both = [n for n, key in enumerate(keys) if key in estimates]
    theirs = np.array([estimates[keys[n]] for n in both])
    sign = 1.0 if ours[laid.state == USA].mean() >= ours.mean() else -1.0
    return Published(
        ours=sign * ours[both], session=laid.sitting[both], mean=theirs[:, 0], low=theirs[:, 1], high=theirs[:, 2]
    )


def _figures(found: Published) -> dict[str, float]:
    """Correlation in all and by session; share inside after one line for all has set origin and unit."""
    slope, middle = np.polyfit(found.ours, found.mean, 1)
    fit = slope * found.ours + middle
    within = []
    for number in np.unique(found.session):
        one = found.session == number
        within.append(float(np.corrcoef(found.ours[one], found.mean[one])[0, 1]) if one.sum() > 2 else 1.0)
    return {
        "r pooled": float(np.corrcoef(found.ours, found.mean)[0, 1]),
        "r by session, median": float(np.median(within)),
        "r by session, least": float(np.min(within)),
        "inside published 90 %": float(((fit >= found.low) & (fit <= found.high)).mean()),
    }


def _score(task: str, figure: tuple[str, float, float | None], n: int, target: float, digest: str) -> Score:
    metric, value, plain = figure
    return Score(
        bench="ideal",
        task=task,
        metric=metric,
        value=value,
        n=n,
        target=target,
        peer=GUESS if plain is not None else "",
        peer_value=plain,
        corpus=CORPUS,
        digest=digest,
    )
