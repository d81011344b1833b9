"""What takes too long is given up; what is in time, or fails by itself, goes on its way."""

import contextlib
import copy
import re
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import get_context

import pytest

from overtone.deadline import MAKING_READY, Deadline, overtime

SHORT = 0.05
BAIT = re.compile(r"(a|a)*b")


def endless(_: str) -> str:
    while True:
        pass


def in_a_pattern(text: str) -> str:
    BAIT.match("a" * 60)
    return text


def deaf(text: str) -> str:
    """Work that takes an interruption for a failure of its own, once."""
    with contextlib.suppress(BaseException):
        endless(text)
    return endless(text)


def ready(seconds: float) -> Deadline:
    deadline = Deadline(seconds)
    deadline.within(str, "")
    return deadline


@pytest.mark.parametrize("work", [endless, in_a_pattern, deaf])
def test_what_takes_too_long_is_given_up_wherever_it_is(work: Callable[[str], str]) -> None:
    assert ready(SHORT).within(work, "x") is None


def test_what_is_in_time_is_given_back_and_the_watch_is_over() -> None:
    deadline = ready(SHORT)
    assert deadline.within(str.upper, "x") == "X"
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) in (signal.SIG_DFL, None)


def test_what_fails_fails_as_it_would_without() -> None:
    with pytest.raises(ZeroDivisionError):
        ready(SHORT).within(lambda n: 1 / n, 0)
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_the_first_of_a_kind_has_time_to_make_ready() -> None:
    seen: list[float] = []
    deadline = Deadline(SHORT)
    for kind in ("en", "en", "ru"):
        deadline.within(lambda _: seen.append(signal.getitimer(signal.ITIMER_PROF)[0]), None, kind)
    assert [left > MAKING_READY / 2 for left in seen] == [True, False, True]
    other = copy.copy(deadline)  # as on its way to another process
    other.within(lambda _: seen.append(signal.getitimer(signal.ITIMER_PROF)[0]), None, "en")
    assert seen[-1] > MAKING_READY / 2


def test_without_a_deadline_or_outside_the_main_thread_nothing_is_watched() -> None:
    timers: list[float] = []

    def look(deadline: Deadline) -> None:
        deadline.within(lambda _: timers.append(signal.getitimer(signal.ITIMER_PROF)[0]), None)

    look(Deadline(0))
    thread = threading.Thread(target=look, args=(ready(5),))
    thread.start()
    thread.join()
    assert timers == [0, 0]


def test_the_reason_says_how_long() -> None:
    assert (overtime(2.0), overtime(0.5)) == ("reading took longer than 2 s", "reading took longer than 0.5 s")


def _stuck() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF})
    watch = ready(SHORT)
    watch.ends_process = True
    watch.within(endless, "x")


@pytest.mark.skipif(sys.platform == "win32", reason="no such timers")
def test_a_worker_that_does_not_listen_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("overtone.deadline.SPARE", SHORT)
    worker = get_context("fork").Process(target=_stuck)
    worker.start()
    worker.join(60)
    assert worker.exitcode == -signal.SIGALRM
