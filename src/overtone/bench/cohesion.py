"""Unity of blocs and agreement of pairs in the General Assembly, sessions 62 to 69, beside blocs drawn at random.

Roll calls as Bailey, Strezhnev and Voeten deposited them; states by Correlates of War number. Every figure was worked
out once before by another program (`target`).
"""

import hashlib
from datetime import date
from pathlib import Path

import numpy as np

from overtone.bench.rdata import frame
from overtone.bench.score import Score
from overtone.measure.ballots import Roll, roll
from overtone.measure.concordance import measured, tables
from overtone.measure.unity import agreement_index, at_least, averaged, chance, counts, eligible, rice, spread

CORPUS = "unga-bsv-2020"
FIRST, LAST = 62, 69
LEVEL = 0.95
CHOICES = {1: "Y", 2: "A", 3: "N", 8: "NP"}
BLOCS = {
    "CSTO": ("365 370 371 702 703 705", 0.714),
    "EU15": ("200 205 210 211 212 220 230 235 255 305 325 350 375 380 390", 0.891),
}
PAIRS: dict[str, tuple[str, float | None, float | None, float]] = {  # share agreeing, S and κ
    "365 370": ("RU–BY", 0.795, 0.765, 0.465),
    "365 371": ("RU–AM", None, None, 0.410),
    "365 705": ("RU–KZ", None, None, 0.296),
    "365 710": ("RU–CN", None, None, 0.352),
    "365 2": ("RU–US", None, None, -0.041),
}


def run(shared: Path) -> tuple[Score, ...]:
    """Agreement index of two blocs with its place among random ones; agreement, S and κ of five pairs."""
    file = shared / "data" / CORPUS / "UNVotesPublished.RData"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    votes = roll(_rows(file))
    return (*_blocs(votes, digest), *_pairs(votes, digest))


def _rows(file: Path) -> list[dict[str, object]]:
    """Votes cast and absences of members; several votes on one resolution are drawn together."""
    columns = frame(file)
    session, choice = np.asarray(columns["session"]), np.asarray(columns["vote"])
    wanted = np.flatnonzero((session >= FIRST) & (session <= LAST) & np.isin(choice, list(CHOICES)))
    rcid, state = np.asarray(columns["rcid"])[wanted].tolist(), np.asarray(columns["ccode"])[wanted].tolist()
    on, years = np.array(columns["unres"], dtype=object)[wanted].tolist(), np.asarray(columns["year"])[wanted].tolist()
    found = []
    for number, one, name, year, told in zip(rcid, state, on, years, choice[wanted].tolist(), strict=True):
        call = f"{name} para {number}"
        place = {"document": str(number), "start": 0, "stop": 1, "id": str(number)}
        vote = {"state": str(one), "choice": CHOICES[told], "voted_on": date(int(year), 12, 1)}
        found.append({"code": call, "resolution": call, "title": "", **vote, **place})
    return found


def _blocs(votes: Roll, digest: str) -> list[Score]:
    contested = votes.contested()
    codes, clusters = votes.codes[:, contested], votes.clusters[contested]
    six = chance(codes, [eligible(codes)] * 6)
    random = spread(six, LEVEL)
    found = [
        _score("six states drawn at random", "agreement index", random.value, (random.low, random.high), 0.576, digest)
    ]
    for name, (members, before) in BLOCS.items():
        own = votes.of(members.split())[:, contested]
        index = averaged(agreement_index(counts(own)), clusters, LEVEL)
        task = f"{name}, contested votes"
        found.append(_score(task, "agreement index", index.value, (index.low, index.high), before, digest))
        blind = averaged(rice(counts(own)), clusters, LEVEL)
        found.append(_score(task, "Rice", blind.value, (blind.low, blind.high), None, digest))
        drawn = six if len(own) == 6 else chance(codes, [eligible(codes)] * len(own))
        found.append(
            _score(task, "chance of a random bloc as united", at_least(drawn, index.value), None, None, digest)
        )
    return found


def _pairs(votes: Roll, digest: str) -> list[Score]:
    found = []
    for pair, (label, *before) in PAIRS.items():
        a, b = votes.of(pair.split())
        given = measured(tables(a, b, votes.clusters), LEVEL)
        for name, known in zip(("share-agreeing", "S", "kappa"), before, strict=True):
            if known is not None:
                one = given[name]
                found.append(_score(f"{label}, all votes", name, one.value, (one.low, one.high), known, digest))
    return found


def _score(
    task: str, metric: str, value: float, band: tuple[float, float] | None, target: float | None, digest: str
) -> Score:
    low, high = band if band else (None, None)
    return Score(
        bench="cohesion",
        task=task,
        metric=metric,
        value=value,
        low=low,
        high=high,
        n=LAST - FIRST + 1,
        target=target,
        corpus=CORPUS,
        digest=digest,
    )
