"""The bench of echo: its made statements hold what they should, its joins agree, its figures are whole."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overtone.bench import echo_chains, echo_chance
from overtone.bench.echo import quick
from overtone.bench.echo_chains import Post, key, links, matches
from overtone.bench.echo_world import WORDS, grams, world, write
from overtone.read.wording import grams as one_by_one


def test_made_statements_are_the_same_each_time_and_hold_echoes() -> None:
    words = world(3000)
    assert words.shape == (3000, WORDS)
    assert (words == world(3000)).all()
    same = (words[:, None, :8] == words[None, ::50, :8]).all(axis=2).sum()
    assert same > 60


def test_grams_of_many_texts_are_those_of_each() -> None:
    texts = ["a b c d", "a b", "", "x y z x y z x y", "one two three"]
    found = grams(pa.array(texts))
    for n, text in enumerate(texts):
        due = list(dict.fromkeys(one_by_one(text.split(" "))))
        assert found.keys[found.at[n] : found.at[n + 1]].tolist() == due


def test_a_join_in_its_own_process_tells_its_cost_and_writes_its_pairs(tmp_path: Path) -> None:
    words = world(1200)
    words[700] = words[3]
    write(words, tmp_path / "texts.parquet")
    command = [sys.executable, "-m", "overtone.bench.echo_joins", "ours"]
    answer = subprocess.run(
        [*command, str(tmp_path / "texts.parquet"), str(tmp_path / "pairs.parquet")],
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(answer.stdout).keys() == {"wall", "cpu", "mb", "load"}
    rows = pq.read_table(tmp_path / "pairs.parquet")
    assert (3, 700) in set(zip(rows["one"].to_pylist(), rows["other"].to_pylist(), strict=True))


def test_the_key_of_links_holds_a_hundred_of_each_kind() -> None:
    drawn = [own for _, own in key().values()]
    assert sum(own in ("ours", "both") for own in drawn) == 100
    assert sum(own in ("plain", "both") for own in drawn) == 100


def test_without_the_corpus_no_chains_are_scored(tmp_path: Path) -> None:
    assert echo_chains.run(tmp_path) == ()


def post(number: int, channel: str, text: str) -> Post:
    runs = tuple(dict.fromkeys(one_by_one(text.split())))
    return Post(id=f"{channel}/{number}", channel=channel, moment=float(number), text=text, grams=runs)


def test_a_post_is_linked_to_the_earlier_one_and_a_signature_is_no_link() -> None:
    news = " ".join(f"news{n}" for n in range(20))
    sign = " subscribe to our channel for news of the day and night"
    told = [post(n, "b", f"short{n} item{n}" + sign) for n in range(80)]
    told += [post(100, "a", news), post(101, "b", news + sign), post(102, "c", "else" + sign)]
    told += [post(n, "c", " ".join(f"w{n}x{m}" for m in range(5))) for n in range(103, 260)]
    told += [post(300, "d", news)]
    ours, plain = links(told, matches(told))
    assert {(told[one.post].id, told[one.origin].id) for one in ours} >= {("d/300", "a/100")}
    assert ("c/102", "b/79") not in {(told[one.post].id, told[one.origin].id) for one in ours}
    assert "c/102" in {told[one.post].id for one in plain}


@pytest.mark.slow
def test_every_pair_is_found_and_chance_is_what_it_is_said_to_be(tmp_path: Path) -> None:
    scores = {(s.task, s.metric): s for s in quick(tmp_path)}
    exact = [s.value for (task, _), s in scores.items() if "statements" in task]
    assert exact == [1.0] * len(exact)
    assert scores["formulas of unrelated speakers", "echoes in a million pairs"].value <= 2
    assert scores["links dealt to anybody", "flagged at 5 %"].value <= 0.055


def test_chance_is_drawn_from_a_fixed_seed() -> None:
    one, other = ([s.value for s in echo_chance._unrelated(300)] for _ in range(2))
    assert one == other
    assert not np.isnan(one).any()
