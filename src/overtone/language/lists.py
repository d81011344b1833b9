"""Word lists written as running text, so that a reader sees the words and not the quotation marks."""


def listed(words: str) -> tuple[str, ...]:
    """The words of a list, in order."""
    return tuple(words.split())
