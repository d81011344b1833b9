"""The rule of what is visible names every table; its cases are tried through the view, on each engine."""

from overtone.ledger import TABLES
from overtone.ledger.visible import SHOWN


def test_every_table_has_its_rule() -> None:
    assert set(SHOWN) == set(TABLES)
