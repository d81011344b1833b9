"""`overtone bench`: accuracy and speed, measured beside a peer in the same run."""

import os
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import click

from overtone.bench.measures import NAMES
from overtone.bench.reading import TASKS, Options, corpus_rows, table
from overtone.bench.reading_corpora import two_files
from overtone.bench.reading_table import COLUMNS, Row, cells, markdown
from overtone.bench.score import Score
from overtone.cli.output import json_option, print_json, print_table, say
from overtone.errors import SiteError, UsageError
from overtone.settings import LANGUAGES

BENCHES = (
    "founding", "turns", "tags", "encounters", "commitments", "dates", "attribution", "resolution", "reading", "tone",
    "topics", "opinions", "belarusian", *NAMES, "intake", "edition", "week", "engines", "publish", "pages", "mail",
    "search",
)  # fmt: skip
GROUPS = {"measures": (*NAMES, "week", "engines")}
ON_A_SCREEN = (0, 1, 4, 5, 6, 7, 8, 10)  # columns of the table of reading that fit there; --out writes them all


@click.command("bench")
@click.argument("names", nargs=-1, type=click.Choice((*BENCHES, *GROUPS)))
@click.option(
    "--shared",
    type=click.Path(file_okay=False),
    help="Folder with data/ and diary-2022/ (else OVERTONE_SHARED, else `shared` beside the project).",
)
@click.option("--task", "tasks", multiple=True, type=click.Choice(TASKS), help="Of reading: this task only; repeat.")
@click.option("--fast-only", is_flag=True, help="Of reading: our path by rules, without models.")
@click.option("--limit", type=click.IntRange(min=1), help="Of reading: so many documents of a labelled corpus.")
@click.option(
    "--corpus", nargs=2, type=click.Path(exists=True, dir_okay=False), help="Of reading: TEXTS GOLD of yours."
)
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of --corpus.")
@click.option("--out", type=click.Path(dir_okay=False), help="Of reading: write the whole table there, as Markdown.")
@json_option
def command(
    names: tuple[str, ...],
    shared: str | None,
    tasks: tuple[str, ...],
    fast_only: bool,
    limit: int | None,
    corpus: tuple[str, str] | None,
    lang: str,
    out: str | None,
    as_json: bool,
) -> None:
    """Run the benchmarks NAMES (all by default) and print each figure with interval, target and peer.

    `reading` alone prints the table of all its tasks, ours beside peers and goals.

    \b
    Example:  overtone bench founding turns
    """
    folder = Path(shared or os.environ.get("OVERTONE_SHARED") or Path(__file__).resolve().parents[4] / "shared")
    asked = bool(tasks or fast_only or limit or corpus or out)
    if names == ("reading",) or (asked and not names):
        options = Options(tasks=tasks or TASKS, fast_only=fast_only, limit=limit)
        if corpus:
            rows = corpus_rows(two_files(Path(corpus[0]), Path(corpus[1]), lang), options)
        else:
            rows = tuple(table(folder, options, lambda task: say(f"· reading: {task} …")))
        _show(rows, out, as_json)
        return
    if asked:
        raise UsageError(
            "--task, --fast-only, --limit, --corpus and --out are of `reading`",
            next_step="call `overtone bench reading` alone with them",
        )
    scores: list[Score] = []
    for name in dict.fromkeys(one for asked_for in names or BENCHES for one in GROUPS.get(asked_for, (asked_for,))):
        say(f"· {name} …")
        scores += import_module(f"overtone.bench.{name}").run(folder)
    if as_json:
        print_json("bench", {"scores": [asdict(score) for score in scores]})
        return
    columns = ("bench", "task", "metric", ">value", ">95 % interval", ">target", "peer", ">peer's value", ">n")
    print_table("Benchmarks", columns, [_cells(score) for score in scores])


def _show(rows: tuple[Row, ...], out: str | None, as_json: bool) -> None:
    if out:
        try:
            Path(out).write_text(markdown(rows, "overtone bench reading"), "utf-8")
        except OSError as error:
            raise SiteError(f"{out}: {error.strerror}", next_step="name a file that can be written") from error
    if as_json:
        print_json("bench", {"rows": [{**asdict(row), "verdict": row.verdict} for row in rows]})
        return
    print_table(
        "Reading", [COLUMNS[at] for at in ON_A_SCREEN], [[cells(row)[at] for at in ON_A_SCREEN] for row in rows]
    )
    missed = sum(row.verdict == "missed" for row in rows)
    say(f"{len(rows)} figures, {missed} under what they must reach")


def _cells(score: Score) -> tuple[object, ...]:
    interval = "–" if score.low is None or score.high is None else f"{score.low:.4g} – {score.high:.4g}"
    target, peer = ("–" if value is None else f"{value:.4g}" for value in (score.target, score.peer_value))
    value = f"{score.value:.4g}"
    return score.bench, score.task, score.metric, value, interval, target, score.peer, peer, score.n
