"""An intake in a process of its own, to be killed: python -m tests.intake_process LEDGER WORKERS BATCH FILE…"""

import signal
import sys
from pathlib import Path

from overtone.errors import OvertoneError
from overtone.intake import Options, intake
from overtone.ledger import Ledger
from overtone.parcels import Reader
from tests.corpus import CARD
from tests.sentences import ParagraphReader

READER = Reader(version="paragraphs@1", load=ParagraphReader())


def main() -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may have it ignored
    ledger, workers, batch, *files = sys.argv[1:]
    options = Options(workers=int(workers), batch=int(batch), parcel=int(batch), progress=_told)
    _told(0)
    code = 0
    for file in files:
        try:
            code = max(code, intake(Path(file), CARD, Ledger.open(Path(ledger)), READER, options).exit_code)
        except OvertoneError as error:
            sys.stderr.write(f"{error}\n")
            return error.exit_code
    return code


def _told(rows: int) -> None:
    sys.stdout.write(f"{rows}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
