"""One Spark for this process: quiet, in UTC, without a web page, and on this machine heard by nobody else."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pyspark import SparkContext
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from overtone.errors import SettingsError
from overtone.ledger.java import check_java

MEMORY = "OVERTONE_SPARK_MEMORY"  # of the process that conducts, as in 8g
ALWAYS = {
    "spark.app.name": "overtone",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.adaptive.enabled": "true",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.parquet.enableVectorizedReader": "true",
    "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
}
# On one machine every partition is a thread of it, and nothing listens but on the loopback.
HERE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
    "spark.default.parallelism": "4",
}


def session_on(master: str) -> SparkSession:
    """The session of this process, begun where there is none yet.

    SettingsError where Java is missing or of another version, where Spark does not begin, or where it runs here on
    another master.
    """
    running = SparkContext._active_spark_context
    if running is not None and running.master != master:
        raise SettingsError(
            f"Spark runs in this process on {running.master}, not on {master}", next_step="use one master in a process"
        )
    if running is None:
        check_java()
    local = master.startswith("local")
    settings = ALWAYS | (HERE if local else {}) | {"spark.driver.memory": os.environ.get(MEMORY, "4g")}
    builder = SparkSession.builder.master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    if local:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with _hushed() as said:
        try:
            return builder.getOrCreate()
        except (PySparkException, OSError, RuntimeError) as error:
            told = [line for line in said().splitlines() if "Error" in line or "Exception" in line]
            raise SettingsError(
                f"Spark does not begin on {master} ({(told or [str(error)])[0].strip()})",
                next_step="check the master and Java, or use --engine duckdb",
            ) from error


@contextmanager
def _hushed() -> Iterator[Callable[[], str]]:
    """Keep what Java writes to the standard error of the process while it begins, and for as long as it runs."""
    with tempfile.TemporaryFile() as kept:
        before = os.dup(2)
        os.dup2(kept.fileno(), 2)

        def said() -> str:
            kept.seek(0)
            return kept.read().decode("utf-8", "replace")

        try:
            yield said
        finally:
            os.dup2(before, 2)
            os.close(before)
