import numpy as np
import pytest

from overtone.measure import Options, measure
from overtone.measure.otherwise import Passages
from overtone.records import Signal, week
from tests.measure.views import Row, TableView, document, meaning, mondays, statement, view, visit

W20 = week(2022, 20)
SEEN = [visit("2021-10-01", "2022-06-01")]
UKRAINE, TRADE = 0, 1


def vector(about: int, seed: int, spread: float = 0.35) -> list[float]:
    """A direction of 32 components near that of its subject."""
    own = np.random.default_rng(seed).normal(0, spread / 4, 32)
    own[about] += 1
    return [float(v) for v in own]


def world(now_about: int | None, *, patterns: int = 26, controls: int = 130) -> TableView:
    """Others name Ukraine each week and talk of trade; Lukashenko, who used to name it, does not this week."""
    rows: list[Row] = []
    meanings: list[Row] = []
    for n, day in enumerate(mondays("2021-11-15", 26)):
        rows.append(statement(f"l{n}", f"dl{n}", "lukashenko", day, names="ua ua", words=200, chars=1000 + n))
        if n < patterns:
            rows.append(statement(f"p{n}", f"dp{n}", f"speaker-{n % 5}", day, names="ua", chars=2000 + n))
            meanings.append(meaning(rows[-1], vector(UKRAINE, n)))
        for k in range(controls // 26):
            rows.append(statement(f"c{n}-{k}", f"dc{n}-{k}", f"speaker-{k}", day, chars=3000 + 10 * n + k))
            meanings.append(meaning(rows[-1], vector(TRADE, 1000 + 10 * n + k)))
    rows.append(statement("now", "dnow", "lukashenko", "2022-05-16", words=4000, chars=9000))
    if now_about is not None:
        meanings.append(meaning(rows[-1], vector(now_about, 77)))
    pages = {str(r["document"]): str(r["said_on"]) for r in rows}
    return view([document(d, on) for d, on in pages.items()], rows, SEEN, meanings=meanings)


def asked(of: TableView) -> Signal:
    found = measure("silence", of, W20, Options(actors=("lukashenko",), targets=("ua",)))
    return next(f for f in found if isinstance(f, Signal) and f.unit == "mentions")


def test_who_said_it_in_other_words_was_not_silent() -> None:
    found = asked(world(UKRAINE))
    assert found.because == "not-silent-in-other-words"
    assert found.q is not None
    assert found.q <= 0.05
    assert "other_words=found" in found.detail
    assert [e.row for e in found.evidence] == ["now"]


def test_who_spoke_of_something_else_was_silent() -> None:
    found = asked(world(TRADE))
    assert found.because == "silent"
    assert "other_words=none" in found.detail


@pytest.mark.parametrize(
    ("about", "patterns", "controls", "words"),
    [
        (None, 26, 130, "other_words=unchecked"),
        (UKRAINE, 4, 130, "other_words=cannot-tell patterns=4 controls=130"),
        (UKRAINE, 26, 26, "other_words=cannot-tell patterns=26 controls=26"),
    ],
    ids=["no vectors", "few who name it", "few others"],
)
def test_where_words_cannot_be_compared_it_is_said_so(
    about: int | None, patterns: int, controls: int, words: str
) -> None:
    found = asked(world(about, patterns=patterns, controls=controls))
    assert (found.because, found.detail) == ("silent", words)


def rows(part: str, count: int, about: int, seed: int, *, model: str = "use3@1", actor: str = "") -> list[Row]:
    """Passages as a tally gives them, each by another speaker on another page."""
    found: list[Row] = []
    for n in range(count):
        raw = np.array(vector(about, seed + n)) / np.linalg.norm(vector(about, seed + n)) * 127
        place: Row = {"document": f"{part}{n}", "at": 0, "end": 9, "row": f"{part}{n}", "key": f"{part}{seed}-{n}"}
        own: Row = {"part": part, "actor": actor or f"{part}-{n}", "target": "ua" if part == "naming" else ""}
        found.append({**place, **own, "model": model, "vector": np.round(raw).astype(np.int8).tobytes()})
    return found


def test_control_passages_are_seldom_taken_for_other_words() -> None:
    others = [*rows("naming", 60, UKRAINE, 0), *rows("control", 800, TRADE, 5000)]
    told = [
        Passages([*others, *rows("own", 5, TRADE, 90_000 + 100 * n, actor="zas")]).ask("zas", "ua") for n in range(60)
    ]
    assert sum(bool(t.evidence) for t in told) <= 3


def test_of_two_models_one_is_read() -> None:
    mixed = [
        *rows("naming", 30, UKRAINE, 0),
        *rows("control", 200, TRADE, 5000),
        *rows("own", 1, UKRAINE, 9, actor="zas"),
    ]
    stray = rows("naming", 3, UKRAINE, 0, model="other@1")
    assert Passages([*mixed, *stray]).ask("zas", "ua") == Passages(mixed).ask("zas", "ua")


def test_a_speakers_own_naming_passages_are_no_pattern() -> None:
    own = rows("own", 1, UKRAINE, 3, actor="zas")
    patterns = [{**r, "actor": "zas"} for r in rows("naming", 30, UKRAINE, 0)]
    assert not Passages([*own, *patterns, *rows("control", 200, TRADE, 5000)]).ask("zas", "ua").evidence
