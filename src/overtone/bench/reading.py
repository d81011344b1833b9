"""Reading, every task of it in one table: who said what, contacts, speakers resolved, opinions, speed, memory, size.

Our two paths, with models and by rules alone, stand beside peers that read the same texts in the same run. Figures of
attribution are those of the PolNeAR bench (`bench.polnear`); the other tasks have benches of their own and are called
here. A system or a corpus that is not there is told in its place and stops nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from overtone.bench.polnear import NOTHING, Tally, count, interval, items, scores, total
from overtone.bench.reading_corpora import Corpus, polnear, quotes
from overtone.bench.reading_goals import Goal, goals
from overtone.bench.reading_systems import FAST, FULL, NAIVE, PEERS, WHOLE, WHOLE_FAST, System
from overtone.bench.reading_table import Figure, Row
from overtone.bench.score import Score
from overtone.bench.speed import PEER_WORDS, WORDS, memory, words_per_second
from overtone.bench.speed_size import install_size

LABELLED: dict[str, Callable[[Path], Corpus]] = {
    "polnear": polnear,
    "quotes": lambda shared: quotes(shared, "ru"),
}
BENCHES = ("attribution", "encounters", "commitments", "dates", "resolution", "belarusian", "opinions", "tone")
TASKS = (*LABELLED, *BENCHES, "speed", "memory", "install")
_PATHS = {"full": FULL, "fast": FAST, "whole": WHOLE, "whole-fast": WHOLE_FAST}
_SKIPPED = Figure(why="not asked for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What of the table is wanted."""

    tasks: tuple[str, ...] = TASKS
    fast_only: bool = False  # our path by rules alone
    limit: int | None = None  # documents of a labelled corpus, at most; words of a speed in thousands
    peers: tuple[System, ...] = PEERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One system over one corpus: a tally for each document, or why there is none."""

    system: str
    tallies: tuple[Tally, ...] = ()
    why: str = ""

    def figure(self, goal: Goal, *, bare: bool = False) -> Figure:
        """The figure of a row; with its interval where it is an F1 score and not asked for bare."""
        if self.why:
            return Figure(why=self.why)
        share = scores(total(self.tallies)).get((goal.kind, goal.name), NOTHING)
        metric = goal.metric or "f1"
        value: float = getattr(share, metric)
        n = share.found if metric == "precision" else share.gold
        if bare or metric != "f1":
            return Figure(value=value, n=n)
        low, high = interval(self.tallies, goal.kind, goal.name)
        return Figure(value=value, low=low, high=high, n=n)


def run(shared: Path) -> tuple[Score, ...]:
    """The accuracy of both our paths on the labelled corpora, beside the naive peers; what the floors are held to.

    Raises FileNotFoundError where a corpus is absent.
    """
    found: list[Score] = []
    for group, corpus_of in LABELLED.items():
        corpus = corpus_of(shared)
        found += _scores(corpus, labelled_rows(group, corpus, Options(peers=NAIVE)))
    return tuple(found)


def table(shared: Path, options: Options, tell: Callable[[str], None]) -> Iterator[Row]:
    """The rows of every task that is asked for, each told of before it begins."""
    for task in options.tasks:
        tell(task)
        if task in LABELLED:
            try:
                yield from labelled_rows(task, LABELLED[task](shared), options)
            except FileNotFoundError as absent:
                yield from _absent(task, f"not measured: no {Path(str(absent.filename)).name}")
        elif task in BENCHES:
            yield from bench_rows(task, shared)
        else:
            yield from _cost_rows(task, shared, options)


def labelled_rows(group: str, corpus: Corpus, options: Options) -> tuple[Row, ...]:
    """The rows of one labelled corpus: our two paths and the peers of its language."""
    corpus = corpus.first(options.limit)
    full = Run(system=FULL.name, why=_SKIPPED.why) if options.fast_only else evaluate(FULL, corpus)
    fast = evaluate(FAST, corpus)
    others = [evaluate(peer, corpus) for peer in options.peers if corpus.lang in peer.langs]
    return tuple(
        Row(
            goal=goal,
            task=goal.task,
            metric=goal.metric or "f1",
            ours=full.figure(goal),
            fast=fast.figure(goal),
            peers=tuple((run.system, run.figure(goal, bare=True)) for run in others),
        )
        for goal in goals()
        if goal.group == group
    )


def corpus_rows(corpus: Corpus, options: Options) -> tuple[Row, ...]:
    """The rows of a corpus of one's own: the scores that the labelled corpora have, with no goal."""
    rows = labelled_rows("polnear", corpus, options)

    def bare(goal: Goal) -> Goal:
        return replace(goal, group="corpus", best="", people=None, must=None, aim=None)

    return tuple(replace(row, goal=bare(row.goal), task=row.task.partition(", ")[2]) for row in rows)


def evaluate(system: System, corpus: Corpus) -> Run:
    """One system over the texts of a corpus, each against its gold."""
    reads = system.make()
    if isinstance(reads, str):
        return Run(system=system.name, why=reads)
    tallies = (
        count(items(corpus.gold.get(doc, ()), text), items(reads(text, corpus.lang), text))
        for doc, text in corpus.texts.items()
    )
    return Run(system=system.name, tallies=tuple(tallies))


def bench_rows(bench: str, shared: Path) -> Iterator[Row]:
    """The figures of another bench as rows, with the goal that fits each."""
    try:
        found: Sequence[Score] = import_module(f"overtone.bench.{bench}").run(shared)
    except ModuleNotFoundError as absent:
        yield from _absent(bench, f"not measured: no module {absent.name}")
        return
    except FileNotFoundError as absent:
        yield from _absent(bench, f"not measured: no {Path(str(absent.filename)).name}")
        return
    alike: dict[tuple[str, str], list[Score]] = {}
    for score in found:
        alike.setdefault((score.task, score.metric), []).append(score)
    yield from (_of_bench(bench, scores) for scores in alike.values())


def _of_bench(bench: str, alike: Sequence[Score]) -> Row:
    """One figure of another bench, with all the peers it is given beside."""
    score = alike[0]
    fitting = (goal for goal in goals() if goal.fits(bench, score.task, score.metric))
    bare = Goal(group=bench, must=score.target, at_most=score.metric == "count")
    return Row(
        goal=next(fitting, bare),
        task=f"{bench}: {score.task}",
        metric=score.metric,
        ours=Figure(value=score.value, low=score.low, high=score.high, n=score.n),
        peers=tuple((one.peer, Figure(value=one.peer_value)) for one in alike if one.peer_value is not None),
    )


def _cost_rows(group: str, shared: Path, options: Options) -> Iterator[Row]:
    for goal in goals():
        if goal.group != group:
            continue
        peers: tuple[tuple[str, Figure], ...] = ()
        if options.fast_only and "fast" not in goal.path and group != "install":
            ours = _SKIPPED
        elif group == "speed":
            ours, peers = _speed(goal, shared, options)
        else:
            ours = memory() if group == "memory" else install_size("reading")
        yield Row(goal=goal, task=f"{group}: {goal.task}", metric=goal.metric, ours=ours, peers=peers)


def _speed(goal: Goal, shared: Path, options: Options) -> tuple[Figure, tuple[tuple[str, Figure], ...]]:
    words = WORDS if options.limit is None else min(WORDS, options.limit * 1000)
    ours = words_per_second(_PATHS[goal.path], goal.name, shared, words)
    rivals = [peer for peer in options.peers if goal.name in peer.langs and goal.path == "full"]
    peers = ((peer.name, words_per_second(peer, goal.name, shared, min(words, PEER_WORDS))) for peer in rivals)
    return ours, tuple(peers)


def _absent(group: str, why: str) -> Iterator[Row]:
    rows = [goal for goal in goals() if goal.group == group]
    for goal in rows if group in LABELLED else (rows or [Goal(group=group)])[:1]:
        yield Row(goal=goal, task=goal.task if group in LABELLED else group, metric=goal.metric, ours=Figure(why=why))


def _scores(corpus: Corpus, rows: Sequence[Row]) -> Iterator[Score]:
    for row in rows:
        name, best = max(row.peers, key=lambda peer: peer[1].value or 0.0, default=("", Figure()))
        for path, figure in (("with models", row.ours), ("by rules", row.fast)):
            if figure.value is not None:
                yield Score(
                    bench="reading",
                    task=f"{row.task}, {path}",
                    metric=row.metric,
                    value=figure.value,
                    low=figure.low,
                    high=figure.high,
                    n=figure.n,
                    target=row.goal.must,
                    peer=name,
                    peer_value=best.value,
                    corpus=corpus.name,
                    digest=corpus.digest,
                )
