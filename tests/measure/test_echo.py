"""The measure echo on small ledgers with planted lines: every statement of one world has one thing to prove."""

from dataclasses import replace

import pyarrow as pa
import pytest

from overtone.measure import Options
from overtone.measure.echo import METHOD, judge, tally
from overtone.records import Abstention, Names, Source
from tests.measure.echo_world import ENERGY, LINE, W20, Found, asked, counted, filler, world
from tests.measure.test_echo_said import frame
from tests.measure.views import view

CHANGED = LINE.replace("weapons", "rifles")
GREETING = "good day and thank you all for coming here to minsk"
ANSWER = "we shall answer every question that is put to us in good faith and in due time before the whole assembly"


@pytest.fixture(scope="module")
def found() -> Found:
    given = world(
        ("a", "lukashenko", "2022-03-01", LINE),
        ("b", "putin", "2022-05-17", LINE),  # an echo, carried twice, and once more in other words
        ("b2", "putin", "2022-05-18", LINE),
        ("b3", "putin", "2022-05-18", CHANGED),
        ("c", "tokayev", "2022-05-19", CHANGED),  # takes the changed line from Putin
        ("e", "pashinyan", "2022-02-01", ENERGY),
        ("f", "japarov", "2022-05-17", ENERGY),  # names whom it rejects
        ("g", "rahmon", "2022-05-17", ENERGY),  # denied
        ("h", "pashinyan", "2022-05-20", ENERGY),  # repeats himself
        ("k", "modi", "2022-04-06", ANSWER + " " + filler("speech", 200)),
        ("l", "zas", "2022-05-18", ANSWER),  # a short line inside a long text
        ("m", "zas", "2022-05-18", GREETING),
        *((f"n{n}", ("modi", "xi", "macron")[n % 3], "2022-03-0" + str(n % 9 + 1), GREETING) for n in range(30)),
        ("o", "macron", "2022-05-18", LINE),  # in another language the same keys are other words
        f={"tone": -2, "names": "pashinyan", "kind": "actor"},
        g={"stance": "denied"},
        o={"lang": "be"},
    )
    return asked(given)


def test_a_line_said_again_is_an_echo_with_both_texts_as_evidence(found: Found) -> None:
    echo = counted(found, "echoes")["putin", "lukashenko"]
    assert (echo.value, echo.method, echo.n) == (1, METHOD, 3)
    assert echo.low < 1 < echo.high
    assert "words=23" in echo.detail
    assert {e.row for e in echo.evidence} == {"a", "b", "b2"}


def test_an_utterance_carried_on_is_one(found: Found) -> None:
    assert ("putin", "putin") not in counted(found, "self-echo")


def test_a_changed_line_is_taken_from_who_changed_it(found: Found) -> None:
    echoes = counted(found, "echoes")
    assert ("tokayev", "putin") in echoes
    assert ("tokayev", "lukashenko") not in echoes


def test_who_repeats_a_line_in_order_to_reject_it_does_not_echo(found: Found) -> None:
    assert counted(found, "rejected-quotation").keys() == {("japarov", "pashinyan"), ("rahmon", "pashinyan")}
    assert not {"japarov", "rahmon"} & {actor for actor, _ in counted(found, "echoes")}


def test_who_repeats_his_own_line_is_apart(found: Found) -> None:
    assert counted(found, "self-echo").keys() == {("pashinyan", "pashinyan")}


def test_a_short_line_is_found_inside_a_long_text(found: Found) -> None:
    assert counted(found, "echoes")["zas", "modi"].value == 1


def test_a_greeting_and_another_language_are_no_echo(found: Found) -> None:
    echoes = counted(found, "echoes")
    assert echoes.keys() == {("putin", "lukashenko"), ("tokayev", "putin"), ("zas", "modi")}


def test_every_speaker_has_a_total_even_if_it_is_nothing(found: Found) -> None:
    totals = {f.actor: f.value for f in found if not isinstance(f, Abstention) and not f.target}
    assert totals["pashinyan"] == 0
    assert totals["putin"] == 1


@pytest.fixture(scope="module")
def small() -> pa.Table:
    given = world(("a", "lukashenko", "2022-03-01", LINE), ("b", "putin", "2022-05-17", LINE), noise=6)
    return tally(given, W20, Options()).to_pyarrow()


def test_one_actor_alone_has_nobody_to_echo() -> None:
    only = asked(world(("a", "putin", "2022-03-01", LINE), ("b", "putin", "2022-05-17", LINE), noise=0))
    assert [(f.actor, f.reason) for f in only if isinstance(f, Abstention)] == [("putin", "no-baseline")]


def test_an_empty_ledger_says_so_for_whom_it_was_asked() -> None:
    gone = asked(view([]), Options(actors=("putin",)))
    assert [(f.actor, f.reason) for f in gone if isinstance(f, Abstention)] == [("putin", "source-not-seen")]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (Options(actors=("zas",)), "no-data"),
        (Options(actors=("putin",), min_occasions=9), "too-few-occasions"),
        (
            Options(
                actors=("putin",),
                sources=(
                    Source(
                        id="kremlin",
                        names=Names(en=("k",)),
                        kind="diary",
                        shape="jsonl",
                        reference="https://example.org/",
                        sampling="selected",
                    ),
                ),
            ),
            "selected-source",
        ),
    ],
    ids=["said nothing", "said too little", "a hand-picked source"],
)
def test_too_little_is_an_abstention_with_its_reason(small: pa.Table, options: Options, reason: str) -> None:
    told = list(judge(small, replace(frame(), options=options)))
    assert [(f.actor, f.reason) for f in told if isinstance(f, Abstention)] == [(options.actors[0], reason)]


def test_the_tally_does_not_depend_on_the_order_of_rows() -> None:
    told = [
        ("a", "lukashenko", "2022-03-01", LINE),
        ("b", "putin", "2022-05-17", LINE),
        ("c", "xi", "2022-05-18", LINE),
    ]
    one, other = (
        tally(world(*rows, noise=4), W20, Options()).to_pyarrow().to_pylist() for rows in (told, reversed(told))
    )
    assert sorted(map(str, one)) == sorted(map(str, other))
