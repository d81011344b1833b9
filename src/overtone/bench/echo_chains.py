"""Echo chains in real re-posting channels: each post and the earlier one of another channel it takes its words from.

The links are the measure's: alike by Jaccard or containment, the nearest earlier one, at least BITS bits given what the
other channels had posted before. The baseline links each post to the earlier post of another channel with the highest
Jaccard, whatever its bits, from the same threshold on. A hundred links of either were drawn by a hash of their ids and
read by one reader, the assistant that wrote this: a link is right where the later post gives the news or the text of
the earlier one, as copied or edited; wrong where they share only a signature, an advertisement, the frame of a rubric
filled with other figures, or the table of contents of a series.
"""

import gzip
import hashlib
import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

import ibis
import pyarrow as pa

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.language import language
from overtone.measure.echo import LIKENESS
from overtone.measure.echo_join import against
from overtone.measure.echo_judging import BITS
from overtone.measure.echo_weight import Piece, bits
from overtone.read.wording import grams, lemmas

Uses = Mapping[int, Mapping[str, list[float]]]  # moments of each gram by channel, in order
CORPUS, FILE = "telegram-ru-2024", "posts-before-2024-11-30.jsonl.gz"
KEY = Path(__file__).with_name("echo_links.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post of a channel, with the runs of its lemmas."""

    id: str  # channel and number
    channel: str
    moment: float
    text: str
    grams: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A post and its origin."""

    post: int
    origin: int
    jaccard: float
    bits: float


def posts(file: Path) -> list[Post]:
    """The posts in order of time, each once."""
    russian = language("ru")
    found: dict[str, Post] = {}
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            name = f"{row['sender_id']}/{row['message_id']}"
            if name not in found and row["text"]:
                runs = tuple(dict.fromkeys(grams(lemmas(row["text"], russian))))
                moment = datetime.fromisoformat(row["date"]).timestamp()
                found[name] = Post(id=name, channel=str(row["sender_id"]), moment=moment, text=row["text"], grams=runs)
    return sorted(found.values(), key=lambda post: (post.moment, post.id))


def matches(told: Sequence[Post]) -> list[tuple[int, int, int]]:
    """(post, earlier post of another channel, shared runs) for all that are alike or lie inside one another."""
    con, numbers = ibis.duckdb.connect(), count()
    rows = {"item": range(len(told)), "lang": ["ru"] * len(told), "grams": [p.grams for p in told]}
    schema = pa.schema([("item", pa.int64()), ("lang", pa.string()), ("grams", pa.list_(pa.int64()))])
    sets = con.create_table("sets", pa.table(rows, schema=schema))
    found = against(lambda step: con.create_table(f"kept_{next(numbers)}", step, temp=True), sets, sets, LIKENESS)
    members = found.members.select(to="item", other="as_item")
    every = found.pairs.select("item", "other", "shared").inner_join(members, "other").select("item", "to", "shared")
    rows_found = every.order_by(["item", "to"]).to_pyarrow().to_pylist()
    pairs = [(int(r["item"]), int(r["to"]), int(r["shared"])) for r in rows_found]
    return [p for p in pairs if told[p[1]].moment < told[p[0]].moment and told[p[0]].channel != told[p[1]].channel]


def links(told: Sequence[Post], pairs: Sequence[tuple[int, int, int]]) -> tuple[list[Link], list[Link]]:
    """The links of the measure, and those of the baseline."""
    by_post: dict[int, list[tuple[int, int]]] = {}
    for post, origin, shared in pairs:
        by_post.setdefault(post, []).append((origin, shared))
    uses, all_moments = _uses(told), _moments(told)
    ours, plain = [], []
    for post, near in sorted(by_post.items()):
        drafts = [_draft(told, post, origin, shared) for origin, shared in near]
        own = min(drafts, key=lambda d: (-d[1], -d[2], d[0]))
        weight = _weight(told[post], told[own[0]], uses, all_moments)
        if weight >= BITS:
            ours.append(Link(post=post, origin=own[0], jaccard=own[2], bits=weight))
        nearest = min(drafts, key=lambda d: (-d[2], d[0]))
        if nearest[2] >= LIKENESS.jaccard:
            plain.append(Link(post=post, origin=nearest[0], jaccard=nearest[2], bits=0.0))
    return ours, plain


def _draft(told: Sequence[Post], post: int, origin: int, shared: int) -> tuple[int, int, float]:
    return origin, shared, shared / (len(told[post].grams) + len(told[origin].grams) - shared)


def _uses(told: Sequence[Post]) -> Uses:
    found: dict[int, dict[str, list[float]]] = {}
    for post in told:
        for gram in post.grams:
            found.setdefault(gram, {}).setdefault(post.channel, []).append(post.moment)
    return found


def _moments(told: Sequence[Post]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for post in told:
        found.setdefault(post.channel, []).append(post.moment)
    return found


def _weight(post: Post, origin: Post, uses: Uses, moments: Mapping[str, Sequence[float]]) -> float:
    places = {gram: place for place, gram in enumerate(origin.grams)}
    pieces = []
    for place, gram in enumerate(post.grams):
        if gram in places:
            before = {channel: bisect_left(line, post.moment) for channel, line in uses[gram].items()}
            own = before.get(post.channel, 0)
            pieces.append(Piece(x=place, y=places[gram], often=sum(before.values()) - own, own=own))
    said = {channel: bisect_left(line, post.moment) for channel, line in moments.items()}
    return bits(pieces, sum(said.values()) - said[post.channel], said[post.channel])


def run(shared: Path) -> tuple[Score, ...]:
    """Precision of the links of both kinds on those that were drawn and read; nothing where the corpus is absent."""
    file = shared / "data" / CORPUS / FILE
    if not file.exists():
        return ()
    told = posts(file)
    ours, plain = links(told, matches(told))
    judged = key()
    (value, low, high, n), (peer, *_) = (_precision(told, found, judged, drawn) for found, drawn in _kinds(ours, plain))
    return (
        Score(
            bench="echo_chains",
            task="links between posts, read by hand",
            metric="precision",
            value=value,
            low=low,
            high=high,
            n=n,
            target=0.9,
            peer="nearest earlier by Jaccard",
            peer_value=peer,
            corpus=CORPUS,
            digest=hashlib.sha256(file.read_bytes()).hexdigest()[:16],
        ),
    )


def _kinds(ours: Sequence[Link], plain: Sequence[Link]) -> tuple[tuple[Sequence[Link], str], ...]:
    return (ours, "ours"), (plain, "plain")


def key() -> dict[tuple[str, str], tuple[bool, str]]:
    """The links that were read: (post, origin) to whether it is right, and for whose sample it was drawn."""
    lines = [line.split("\t") for line in KEY.read_text("utf-8").splitlines()[1:]]
    return {(post, origin): (verdict == "right", drawn) for post, origin, verdict, drawn in lines}


def _precision(
    told: Sequence[Post], found: Sequence[Link], judged: Mapping[tuple[str, str], tuple[bool, str]], drawn: str
) -> tuple[float, float, float, int]:
    pairs = {(told[link.post].id, told[link.origin].id) for link in found}
    right = [good for pair, (good, own) in judged.items() if pair in pairs and own in (drawn, "both")]
    low, high = wilson(sum(right), len(right))
    return sum(right) / len(right), low, high, len(right)
