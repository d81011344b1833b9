"""The shape of a benchmark: scores with their interval, their target and a peer measured in the same run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure of one benchmark."""

    bench: str  # turns
    task: str  # "labelled turns, right speaker"
    metric: str  # accuracy | recall | precision | f1 | documents per second | ratio | MB | seconds
    value: float
    low: float | None = None  # 95 % bootstrap or Wilson interval; None for plain counts and timings
    high: float | None = None
    n: int = 0  # units scored
    target: float | None = None  # what the project holds itself to
    peer: str = ""  # name of the peer or baseline
    peer_value: float | None = None
    corpus: str = ""  # folder under shared/data, "" for generated data
    digest: str = ""  # of the corpus file, so that a floor cannot drift with its data
