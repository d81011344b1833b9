"""What comes in: files of published texts, row by row, and the documents in them."""

from overtone.collect.mapping import set_aside, to_document
from overtone.collect.opening import Rows, open_rows
from overtone.collect.rows import RawRow

__all__ = ["RawRow", "Rows", "open_rows", "set_aside", "to_document"]
