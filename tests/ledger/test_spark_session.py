"""The one Spark of a process: on this machine heard by nobody else, and not on two masters."""

from importlib import import_module

import pytest

from overtone.errors import SettingsError
from tests.spark import spark_engine

pytestmark = pytest.mark.slow


def test_it_listens_on_the_loopback_alone_and_has_no_page() -> None:
    master = spark_engine().partition(":")[2]
    session_on = import_module("overtone.ledger.spark_session").session_on
    settings = session_on(master).sparkContext.getConf()
    assert settings.get("spark.driver.bindAddress") == settings.get("spark.driver.host") == "127.0.0.1"
    assert settings.get("spark.ui.enabled") == "false"
    assert session_on(master).conf.get("spark.sql.session.timeZone") == "UTC"


def test_another_master_in_the_same_process_is_refused() -> None:
    master = spark_engine().partition(":")[2]
    session_on = import_module("overtone.ledger.spark_session").session_on
    session_on(master)
    with pytest.raises(SettingsError, match="one master") as told:
        session_on("local[3]")
    assert master in str(told.value)
