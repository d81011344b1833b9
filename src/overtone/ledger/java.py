"""Whether there is a Java that Spark runs on."""

import os
import re
import shutil
from pathlib import Path

from overtone.errors import SettingsError

JAVA = (17, 21)  # what Spark 4.0 runs on
INSTALL = "install Java 17 (apt-get install openjdk-17-jre-headless) or set JAVA_HOME; the engine duckdb needs none"


def check_java() -> None:
    """SettingsError where no Java that Spark runs on is found; its version is told by a file beside it."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home) / "bin" / "java") if home else "java")
    if java is None:
        raise SettingsError("Spark needs Java, and none was found", where=home or "PATH", next_step=INSTALL)
    release = Path(java).resolve().parents[1] / "release"
    told = re.search(r'JAVA_VERSION="(\d+)', release.read_text("utf-8")) if release.is_file() else None
    if told is not None and int(told[1]) not in JAVA:
        raise SettingsError(f"Spark 4.0 runs on Java 17 or 21, not on {told[1]}", where=java, next_step=INSTALL)
