"""Spark for the tests: one for all of them, or the reason why they are skipped."""

import os
from importlib.util import find_spec

import pytest

from overtone.errors import SettingsError
from overtone.ledger.java import check_java

ENGINE = "spark:local[2]"
# Short jobs gain nothing from the second compiler of Java, and two cores nothing from a collector with many threads.
SHORT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"


def spark_engine() -> str:
    """The engine's name; the test is skipped where the extra or Java is missing."""
    if any(find_spec(name) is None for name in ("pyspark", "pandas")):
        pytest.skip("Spark is not installed: pip install 'overtone[spark]'")
    try:
        check_java()
    except SettingsError as error:
        pytest.skip(str(error))
    os.environ.setdefault("JAVA_TOOL_OPTIONS", SHORT)
    os.environ.setdefault("OVERTONE_SPARK_MEMORY", "2g")
    return ENGINE
