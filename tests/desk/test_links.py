"""The addresses that letters hold are the addresses that pages stand at."""

from datetime import datetime

import pytest
from django.urls import resolve

from overtone.desk import readers
from overtone.desk.links import confirm_link, leave_link, reader_link, subscribe_link
from overtone.desk.models import Letter
from overtone.publish.mail import Service
from tests.desk.visiting import subscriber

pytestmark = pytest.mark.usefixtures("small_desk")


def test_every_link_leads_to_its_page(now: datetime) -> None:
    reader = subscriber(language="ru")
    readers.ask("other@example.org", "be", now)
    letter = Letter.objects.latest("pk")
    assert resolve(confirm_link("", letter)).url_name == "confirm"
    assert resolve(reader_link("", reader)).url_name == "reader"
    assert resolve(leave_link("", reader)).kwargs == {"language": "ru", "key": reader.key}
    assert resolve(subscribe_link("", "be")).url_name == "subscribe"


def test_mails_of_the_publication_unsubscribe_at_the_same_address() -> None:
    reader = subscriber()
    service = Service(address="https://desk.example.org/", imprint="")
    assert service.unsubscribe(reader.language) + reader.key == leave_link("https://desk.example.org", reader)
    assert resolve("/be/unsubscribe/").url_name == "how-to-leave"
