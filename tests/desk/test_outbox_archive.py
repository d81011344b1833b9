"""What is prepared is what was published, byte for byte, and what was sent is never published anew."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from overtone.desk import outbox
from overtone.desk.outbox_archive import mark_sent, published
from overtone.errors import SendError, SettingsError
from overtone.publish.mail import Correction, Service, correction_mail
from overtone.publish.site import Beside, publish
from overtone.settings import Settings, read_settings
from tests.desk.outgoing import NOW, PLAN, readers
from tests.publish.week41 import edition, furniture

SETTINGS = """
[edition]
address = "https://overtone.example.org"
[desk]
address = "https://desk.example.org"
[newsletter]
sender = "Overtone <weekly@example.org>"
bounces = "bounces@example.org"
imprint = "Overtone | Example street 1"
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    place = tmp_path_factory.mktemp("workspace")
    (place / "overtone.toml").write_text(SETTINGS)
    settings = read_settings(place)
    issue(settings)
    return settings


def issue(settings: Settings) -> None:
    service = Service(address=settings.desk_address, imprint=settings.imprint)
    publish(edition(), settings.site, base_url=settings.address, beside=Beside(service=service))


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_the_published_mail_is_what_is_prepared(lang: str, whole: Settings) -> None:
    ready = published(whole, "2022-W41", lang, NOW)
    folder = whole.site / lang / "mail" / "2022-W41"
    assert ready.head.html == (folder / "index.html").read_bytes()
    assert ready.head.text == (folder / "mail.txt").read_bytes()
    assert (ready.kind, ready.heavy, ready.head.name) == ("weekly", False, f"2022-W41.{lang}")
    assert ready.head.archive == f"https://overtone.example.org/{lang}/mail/2022-W41/"


@pytest.mark.parametrize("name", ["address", "desk_address", "sender", "bounces", "imprint"])
def test_a_setting_that_a_newsletter_needs_is_asked_for(name: str, whole: Settings) -> None:
    bare: Any = {name: ""}
    with pytest.raises(SettingsError, match="a newsletter needs") as caught:
        published(replace(whole, **bare), "2022-W41", "be", NOW)
    assert "publish the week again" in caught.value.next_step


def test_one_click_needs_https(whole: Settings) -> None:
    with pytest.raises(SettingsError, match="not https"):
        published(replace(whole, desk_address="http://desk.example.org"), "2022-W41", "be", NOW)


def test_a_week_without_a_mail_and_a_mail_of_other_addresses_are_told(whole: Settings) -> None:
    with pytest.raises(SendError, match="no published mail"):
        published(whole, "2022-W40", "be", NOW)
    with pytest.raises(SendError, match="other addresses"):
        published(replace(whole, desk_address="https://moved.example.org"), "2022-W41", "be", NOW)


def test_a_mail_that_was_changed_by_hand_is_not_sent(whole: Settings, tmp_path: Path) -> None:
    (tmp_path / "overtone.toml").write_text(SETTINGS)
    settings = read_settings(tmp_path)
    issue(settings)
    page = settings.site / "be" / "mail" / "2022-W41" / "index.html"
    page.write_bytes(page.read_bytes() + b"<!-- by hand -->")
    with pytest.raises(SendError, match="the html part is not the one that was published"):
        published(settings, "2022-W41", "be", NOW)


@pytest.mark.usefixtures("small_desk")
def test_a_mail_that_was_sent_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "overtone.toml").write_text(SETTINGS)
    settings = read_settings(tmp_path)
    issue(settings)
    readers("one")
    ready = published(settings, "2022-W41", "be", NOW)
    send = outbox.prepare(ready.head, ready.kind, ready.key, replace(PLAN, deadline=NOW + timedelta(hours=1)))
    mark_sent(settings.site, send)
    page = settings.site / "be" / "mail" / "2022-W41" / "index.html"
    assert json.loads((page.parent / "sent.json").read_text())["send"] == "2022-W41.be"
    issue(replace(settings, imprint="Another imprint"))
    assert page.read_bytes() == ready.head.html
    other = settings.site / "ru" / "mail" / "2022-W41" / "index.html"
    assert b"Another imprint" in other.read_bytes()


@pytest.mark.usefixtures("small_desk")
def test_a_mail_published_anew_since_its_preparation_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "overtone.toml").write_text(SETTINGS)
    settings = read_settings(tmp_path)
    issue(settings)
    readers("one")
    ready = published(settings, "2022-W41", "be", NOW)
    send = outbox.prepare(ready.head, ready.kind, ready.key, PLAN)
    issue(replace(settings, imprint="Another imprint"))
    with pytest.raises(SendError, match="not the one that was prepared"):
        mark_sent(settings.site, send)


def test_the_mail_of_a_correction_is_prepared_like_that_of_a_week(whole: Settings) -> None:
    told = Correction(
        id="2022-11-02-astana",
        lang="be",
        dated=NOW.date(),
        title="10 – 16 кастрычніка 2022",
        lines=("Было: дзесяць сустрэч.", "Стала: дзевяць сустрэч."),
        path="be/corrections/2022-11-02-astana/index.html",
        labels=tuple(furniture("be").items()),
    )
    service = Service(address=whole.desk_address, imprint=whole.imprint)
    for path, body in correction_mail(told, whole.address, service).items():
        (whole.site / path).parent.mkdir(parents=True, exist_ok=True)
        (whole.site / path).write_bytes(body)
    ready = published(whole, "correction-2022-11-02-astana", "be", NOW)
    assert (ready.kind, ready.head.name) == ("correction", "correction-2022-11-02-astana.be")
    assert ready.head.subject == "Выпраўленне: 10 – 16 кастрычніка 2022"
