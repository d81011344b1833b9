"""Counting words: runs of letters or digits, inner hyphens and apostrophes joined."""

import re

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ‑\u0301\u00ad][^\W_]+)*")


def words(text: str) -> int:
    """Number of words; "co-operation" and "д’Івуар" are one each, "3.5" is two. Not a tokenizer for models."""
    return len(_WORD.findall(text))
