"""Calls of the command line inside this process: what it printed, what it said, how it ended."""

import io
import json
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from overtone.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One finished call."""

    out: str
    err: str
    code: int

    @property
    def body(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def call(*words: str, cwd: Path | None = None) -> Call:
    """`overtone words…` as typed in a folder, without OVERTONE_ settings of the person who runs the tests."""
    out, err = io.StringIO(), io.StringIO()
    typed = patch.object(sys, "argv", ["overtone", *words])
    code = 0
    with typed, chdir(cwd or Path.cwd()), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Call(out=out.getvalue(), err=err.getvalue(), code=code)
