"""Visits to the pages, as a browser makes them; and the whole database as text, to see whether anything changed."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from django.apps import apps
from django.test import Client

from overtone.desk import readers
from overtone.desk.links import confirm_link, leave_link, reader_link
from overtone.desk.models import Letter, Reader
from overtone.desk.tokens import form_stamp, read_token

HOST = "desk.example.org"


class Visitor:
    """One browser with its own cookies, from one network."""

    def __init__(self, remote: str = "192.0.2.7") -> None:
        self.client = Client(enforce_csrf_checks=True, HTTP_HOST=HOST, REMOTE_ADDR=remote)

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, secure=True, headers=headers)

    def head(self, path: str) -> Any:
        return self.client.head(path, secure=True)

    def post(self, path: str, **fields: str) -> Any:
        return self.client.post(path, fields, secure=True, headers={"Origin": f"https://{HOST}"})

    def subscribe(self, typed: str, page_in: str = "be", **fields: str) -> Any:
        """Open the form, wait as a person would, press the button."""
        page = self.get(f"/{page_in}/").content.decode()
        forgery = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert forgery is not None
        told = {"stamp": stamp(5), "language": page_in, "csrfmiddlewaretoken": forgery[1]}
        return self.post(f"/{page_in}/", **{**told, "address": typed, **fields})


def stamp(seconds: float) -> str:
    """What a form carries that was opened so long ago."""
    return form_stamp(datetime.now(UTC) - timedelta(seconds=seconds))


def dump() -> str:
    """Every row of every table of the desk."""
    models = apps.get_app_config("desk").get_models()
    return "\n".join(f"{m.__name__} {row}" for m in models for row in m._default_manager.order_by("pk").values())


def subscriber(address: str = "reader@example.org", language: str = "be") -> Reader:
    """A reader who asked and pressed the button."""
    now = datetime.now(UTC)
    readers.ask(address, language, now)
    claim = read_token(confirm_link("", Letter.objects.latest("pk")).rpartition("/")[2])
    assert claim is not None
    reader = readers.confirm(claim, now)
    assert reader is not None
    return reader


def places() -> dict[str, list[str]]:
    """Addresses for every kind of page, by its name in urls.py, with readers in every state."""
    now = datetime.now(UTC)
    found: dict[str, list[str]] = {name: [] for name in ("confirm", "reader", "leave")}
    for language in ("en", "ru", "be"):
        readers.ask(f"waits-{language}@example.org", language, now)
        found["confirm"].append(confirm_link("", Letter.objects.latest("pk")))
        reads, left = (subscriber(f"{state}-{language}@example.org", language) for state in ("reads", "left"))
        found["confirm"] += [confirm_link("", letter) for letter in Letter.objects.filter(reader__in=(reads, left))]
        readers.leave(left.key, now)
        stopped = readers.suppress(f"stopped-{language}@example.org", "bounced", now)
        for reader in (reads, left, stopped):
            found["reader"].append(reader_link("", reader))
            found["leave"].append(leave_link("", reader))
    return found | {
        "home": ["/"],
        "health": ["/health"],
        "asset": ["/assets/nothing.css"],
        "subscribe": ["/en/", "/ru/", "/be/"],
        "asked": ["/en/asked", "/ru/asked", "/be/asked"],
        "how-to-leave": ["/en/unsubscribe/", "/ru/unsubscribe/", "/be/unsubscribe/"],
    }
