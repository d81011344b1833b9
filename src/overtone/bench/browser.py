"""A headless Chromium driven over a pipe: pages opened, asked questions, seen narrow, dark and printed.

No driver is needed: Chromium itself reads the DevTools protocol on file descriptor 3 and answers on 4, each message
ended by a zero byte. The rules of accessibility are axe-core's (Deque), one file of JavaScript.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
WIDE, NARROW = (1200, 900), (360, 740)
Answer = Mapping[str, Any]
# The browser looks for its two ends at 3 and 4: a small process lays them there and becomes the browser.
LAID = """
import fcntl, os, sys
high = [fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3]]
os.dup2(high[0], 3), os.dup2(high[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


def program() -> str | None:
    """The browser of this machine, None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def rules() -> Path | None:
    """The file of axe-core that `make` puts beside the environment, None where it is not there."""
    path = Path(sys.prefix) / "axe" / "axe_playwright_python" / "axe.min.js"
    return path if path.is_file() else None


class Browser:
    """One page of a browser; to be used in a `with` statement, which ends its process."""

    def __init__(self, chromium: str) -> None:
        self.requests: list[str] = []
        self._number = 0
        self._loaded = False
        self._rest = b""
        self._profile = tempfile.mkdtemp(prefix="overtone-browser-")
        theirs, self._out = os.pipe()
        self._in, answers = os.pipe()
        call = [chromium, *FLAGS, f"--user-data-dir={self._profile}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAID, str(theirs), str(answers), *call],
            pass_fds=(theirs, answers),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(answers)
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> "Browser":
        """The browser itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process and clear its profile."""
        self._process.kill()
        self._process.wait()
        os.close(self._out)
        os.close(self._in)
        shutil.rmtree(self._profile, ignore_errors=True)

    def call(self, method: str, **values: object) -> Answer:
        """One command of the protocol to the page."""
        return self._ask(method, values, self._session)

    def open(self, url: str) -> None:
        """Go to a page and wait until it and all it loads are there; `requests` then holds every address asked for."""
        self.requests.clear()
        self._loaded = False
        self.call("Page.navigate", url=url)
        while not self._loaded:
            self._hear(self._read())

    def ask(self, expression: str) -> object:
        """The value of an expression on the page; a promise is waited for."""
        told = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise RuntimeError(str(told["exceptionDetails"].get("exception", told["exceptionDetails"])))
        return told["result"].get("value")

    def size(self, width: int, height: int) -> None:
        """The size of the window."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def media(self, kind: str = "screen", *, dark: bool = False) -> None:
        """Screen or print, light or dark."""
        wanted = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", media=kind, features=wanted)

    def picture(self) -> str:
        """The page as a PNG in base64."""
        return str(self.call("Page.captureScreenshot", format="png")["data"])

    def _ask(self, method: str, values: Mapping[str, object], session: str = "") -> Answer:
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": values}
        if session:
            asked["sessionId"] = session
        body = json.dumps(asked).encode() + b"\0"
        while body:
            body = body[os.write(self._out, body) :]
        while True:
            told = self._read()
            if told.get("id") == self._number:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']}")
                result: Answer = told["result"]
                return result
            self._hear(told)

    def _hear(self, told: Answer) -> None:
        if told.get("method") == "Page.loadEventFired":
            self._loaded = True
        elif told.get("method") == "Network.requestWillBeSent":
            self.requests.append(told["params"]["request"]["url"])

    def _read(self) -> Answer:
        while b"\0" not in self._rest:
            more = os.read(self._in, 1 << 16)
            if not more:
                raise RuntimeError("the browser ended")
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        told: Answer = json.loads(message)
        return told
