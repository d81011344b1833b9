"""What is wrong in an article, before anyone knows in which line of which file."""


class MarkdownError(ValueError):
    """A mistake in a stretch of Markdown: what it is, what to do, and how many characters in it stands."""

    def __init__(self, what: str, next_step: str, at: int = 0) -> None:
        self.what = what
        self.next_step = next_step
        self.at = at
        super().__init__(what)
