"""The evidence ledger: append-only Delta Lake tables with one writer, and read-only views as of a moment."""

from overtone.ledger.engines import master_of, spark_room
from overtone.ledger.ledger import Ledger
from overtone.ledger.schema import TABLES, from_arrow, harvested, schema, stored_schema, to_arrow
from overtone.ledger.view import View

__all__ = [
    "TABLES",
    "Ledger",
    "View",
    "from_arrow",
    "harvested",
    "master_of",
    "schema",
    "spark_room",
    "stored_schema",
    "to_arrow",
]
