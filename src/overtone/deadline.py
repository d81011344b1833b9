"""A deadline for the reading of one document: what takes too long is given up, and the batch goes on.

Two timers of the operating system. The first counts processor time, so that a busy machine sets nothing aside, and
interrupts the rule that is at work; regular expressions listen to it too. The second counts by the clock and ends a
worker process that does not listen, stuck in a library's own code; whoever conducts starts another one.
Not on systems without such timers (Windows) and not outside a process's main thread: there reading is not watched.
"""

import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

AGAIN = 0.5  # seconds: the interruption is repeated, should a library swallow it
MAKING_READY = 20  # seconds granted besides to the first document of a language: word lists and models are loaded then
STUCK = 3  # times the deadline, by the clock, after which a worker does not listen any more
SPARE = 10  # seconds by the clock besides

Given = TypeVar("Given")
Made = TypeVar("Made")


class OvertimeError(BaseException):
    """The deadline has passed: no `Exception`, so that no library takes it for one of its own."""


class Deadline:
    """So many seconds of processor time for each document; 0 for no deadline.

    `ends_process` is for workers only: whoever started them must notice and start others.
    """

    def __init__(self, seconds: float = 0, making_ready: float = MAKING_READY) -> None:
        self.seconds = seconds
        self.making_ready = making_ready
        self.ends_process = False
        self._ready: set[str] = set()

    def __reduce__(self) -> tuple[type["Deadline"], tuple[float, float]]:
        """In a process that is no copy of this one nothing is ready."""
        return Deadline, (self.seconds, self.making_ready)

    def within(self, work: Callable[[Given], Made], given: Given, kind: str = "") -> Made | None:
        """What the work makes of the given, or None where it took too long; the first of a kind gets longer.

        Whatever else goes wrong in the work goes on its way.
        """
        if not self.seconds or not _watched():
            return work(given)
        allowed = self.seconds if kind in self._ready else self.seconds + self.making_ready
        self._ready.add(kind)
        before = signal.signal(signal.SIGPROF, _interrupt)
        try:
            return self._timed(work, given, allowed)
        except OvertimeError:
            return None
        finally:
            signal.signal(signal.SIGPROF, before)

    def _timed(self, work: Callable[[Given], Made], given: Given, allowed: float) -> Made:
        try:
            if self.ends_process:
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, STUCK * allowed + SPARE)
            signal.setitimer(signal.ITIMER_PROF, allowed, AGAIN)
            return work(given)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            if self.ends_process:
                signal.setitimer(signal.ITIMER_REAL, 0)


def overtime(seconds: float) -> str:
    """The reason for which a document is set aside."""
    return f"reading took longer than {seconds:g} s"


def _watched() -> bool:
    return sys.platform != "win32" and threading.current_thread() is threading.main_thread()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise OvertimeError
