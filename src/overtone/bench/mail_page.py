"""A made-up mail of the size of a real one, for the bench of mails."""

from functools import cache

LETTERS = 16_000  # with two bytes a letter some 29 kB of HTML, and 40 kB in base64
LINK = "https://desk.example.org/be/unsubscribe/"


@cache
def page() -> bytes:
    """A page in Cyrillic with the link to unsubscribe in it once."""
    words = "Саміт у Астане, рэгіянальная групоўка войскаў і мяжа. " * (LETTERS // 54)
    return f'<!doctype html><html lang="be"><body><p>{words}</p><a href="{LINK}">Адпісацца</a></body></html>'.encode()
