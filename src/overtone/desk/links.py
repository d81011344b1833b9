"""The addresses of the service's pages: here they are made, `urls.py` takes them apart."""

from overtone.desk.models import Letter, Reader
from overtone.desk.tokens import confirm_token


def subscribe_link(base: str, language: str) -> str:
    """The form of one language; `base` is the public address of the service, or "" for a path."""
    return f"{base}/{language}/"


def confirm_link(base: str, letter: Letter) -> str:
    """The page with the button that confirms what a letter asks for."""
    token = confirm_token(letter.reader.key, letter.turn, letter.language, letter.expires_at)
    return f"{base}/{letter.language}/confirm/{token}"


def leave_link(base: str, reader: Reader) -> str:
    """The page with the button that unsubscribes; one-click unsubscribing (RFC 8058) posts to it."""
    return f"{base}/{reader.language}/unsubscribe/{reader.key}"


def reader_link(base: str, reader: Reader) -> str:
    """The page with what is kept of a reader, and the language to change."""
    return f"{base}/{reader.language}/reader/{reader.key}"
