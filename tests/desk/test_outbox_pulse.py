"""The pulse: a database older than the file beside it was restored; one process sends at a time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import transaction

from overtone.desk.models import Pulse as Number
from overtone.desk.outbox_pulse import FILE, LOCK, Pulse, alone
from overtone.errors import SendError


@pytest.mark.usefixtures("desk")
def test_a_database_as_old_as_the_file_is_no_copy(tmp_path: Path) -> None:
    pulse = Pulse(tmp_path)
    assert not pulse.restored()
    for _ in range(3):
        with transaction.atomic():
            pulse.beat()
        pulse.keep()
    assert not Pulse(tmp_path).restored()
    assert int((tmp_path / FILE).read_text()) == Number.objects.get().number == 3


@pytest.mark.usefixtures("small_desk")
def test_killed_between_the_database_and_the_file_is_no_copy_either(tmp_path: Path) -> None:
    pulse = Pulse(tmp_path)
    pulse.beat()
    pulse.keep()
    pulse.beat()
    assert not Pulse(tmp_path).restored()


@pytest.mark.usefixtures("small_desk")
def test_an_older_database_is_told_until_a_person_decides(tmp_path: Path) -> None:
    pulse = Pulse(tmp_path)
    for _ in range(5):
        pulse.beat()
    pulse.keep()
    Number.objects.update(number=2)
    again = Pulse(tmp_path)
    assert again.restored()
    again.accept()
    assert not Pulse(tmp_path).restored()
    assert Number.objects.get().number == 6


@pytest.mark.usefixtures("small_desk")
def test_the_lock_falls_with_its_process_even_when_killed(tmp_path: Path) -> None:
    code = (
        "import fcntl, sys, time; f = open(sys.argv[1], 'a'); fcntl.flock(f, 2); print(1, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path / LOCK)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(SendError, match="another process"), alone(tmp_path):
            pass
        os.kill(holder.pid, signal.SIGKILL)
    with alone(tmp_path):
        pass
