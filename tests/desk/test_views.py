"""The pages: looking changes nothing, nobody learns who reads, and every button does what it says."""

import re

import pytest

from overtone.desk.links import confirm_link, leave_link, reader_link
from overtone.desk.models import Attempt, Consent, Letter, Reader
from overtone.desk.readers import suppress
from overtone.desk.urls import urlpatterns
from overtone.desk.wording import furniture
from tests.desk.visiting import Visitor, dump, places, stamp, subscriber

pytestmark = pytest.mark.usefixtures("desk")


def state(address: str = "reader@example.org") -> str:
    return Reader.objects.get(address=address).state


def test_looking_at_any_page_changes_nothing() -> None:
    found = places()
    assert set(found) == {pattern.name for pattern in urlpatterns}, "a new page needs its addresses here"
    before = dump()
    visitor = Visitor()
    for paths in found.values():
        for path in [*paths, *(f"{path}?List-Unsubscribe=One-Click&language=en" for path in paths)]:
            assert visitor.get(path).status_code < 500
            assert visitor.head(path).status_code < 500
    assert dump() == before


def test_only_buttons_change_something() -> None:
    reader = subscriber()
    before = dump()
    for method in ("put", "patch", "delete", "options", "trace"):
        answer = getattr(Visitor().client, method)(leave_link("", reader), secure=True)
        assert answer.status_code in (403, 405)
    assert dump() == before


def test_from_the_form_to_a_reader_and_away_again() -> None:
    visitor = Visitor()
    answer = visitor.subscribe(" Reader@EXAMPLE.org ", "be")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/be/asked")
    assert state() == "pending"
    link = confirm_link("", Letter.objects.get())
    page = visitor.get(link).content.decode()
    assert "Пацвердзіць" in page
    assert page.count("<button") == page.count("autofocus") == 1
    assert state() == "pending"
    answer = Visitor().post(link)
    reader = Reader.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/be/reader/{reader.key}")
    assert reader.state == "active"
    assert "Вы падпісаны" in visitor.get(answer.headers["Location"]).content.decode()
    assert Visitor().post(link).status_code == 302, "pressing twice is no fault"
    Visitor().post(leave_link("", reader))
    assert state() == "unsubscribed"
    assert "Вы адпісаліся" in visitor.get(leave_link("", reader)).content.decode()
    assert visitor.get(link).status_code == 410
    assert visitor.post(link).status_code == 410
    assert state() == "unsubscribed"


def test_nobody_learns_who_reads() -> None:
    subscriber("reads@example.org")
    Visitor().subscribe("waits@example.org")
    suppress("stopped@example.org", "complained", Consent.objects.latest("pk").asked_at)
    answers = set()
    for address in ("reads", "waits", "stopped", "nobody"):
        answer = Visitor(f"192.0.2.{len(address) + 10}").subscribe(f"{address}@example.org")
        followed = Visitor().get(answer.headers["Location"])
        answers.add((answer.status_code, answer.headers["Location"], answer.content, followed.content))
    assert len(answers) == 1


def test_one_click_unsubscribes_without_cookie_or_page_and_twice_is_once() -> None:
    reader = subscriber()
    for _ in range(2):
        answer = Visitor().client.post(
            leave_link("", reader),
            "List-Unsubscribe=One-Click",
            content_type="application/x-www-form-urlencoded",
            secure=True,
        )
        assert answer.status_code == 200
        assert "Location" not in answer.headers
    assert state() == "unsubscribed"
    assert Reader.objects.get().turn == 1


def test_a_reader_changes_the_language_and_stays_one() -> None:
    reader = subscriber()
    answer = Visitor().post(reader_link("", reader), language="ru")
    assert answer.headers["Location"] == f"/ru/reader/{reader.key}"
    assert Reader.objects.get().language == "ru"
    assert Visitor().post(reader_link("", reader), language="de").status_code == 200
    assert (Reader.objects.get().language, state()) == ("ru", "active")


def test_a_page_behind_a_link_shows_no_whole_address() -> None:
    reader = subscriber()
    for link in (reader_link("", reader), leave_link("", reader)):
        page = Visitor().get(link).content.decode()
        assert "reader@example.org" not in page
        assert "r…@example.org" in page


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"address": ""}, "address.empty"),
        ({"address": "no-at-sign"}, "address.sign"),
        ({"address": "a@b@example.org"}, "address.sign"),
        ({"address": "a@example.org\nBcc: b@example.org"}, "address.control"),
        ({"stamp": "made.up"}, "form.again"),
        ({"language": "de"}, "form.again"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why(fields: dict[str, str], told: str) -> None:
    answer = Visitor().subscribe("reader@example.org", "ru", **fields)
    assert answer.status_code == 422
    assert furniture("ru")[told] in answer.content.decode()
    assert not Reader.objects.exists()


def test_a_form_sent_faster_than_anybody_types_is_asked_for_again() -> None:
    assert Visitor().subscribe("reader@example.org", stamp=stamp(0.5)).status_code == 422
    assert Visitor().subscribe("reader@example.org", stamp=stamp(13 * 3600)).status_code == 422
    assert not Reader.objects.exists()


def test_who_fills_the_hidden_field_hears_nothing_and_gets_nothing() -> None:
    answer = Visitor().subscribe("reader@example.org", website="https://spam.example")
    assert answer.headers["Location"] == "/be/asked"
    assert not Reader.objects.exists()


def test_without_the_cookie_the_form_is_refused_in_the_readers_language() -> None:
    answer = Visitor().post("/be/", address="reader@example.org", stamp=stamp(5), language="be")
    assert answer.status_code == 403
    assert "Не ўдалося праверыць форму" in answer.content.decode()
    assert not Reader.objects.exists()


def test_a_network_that_asks_too_often_waits_and_leaves_no_address_of_its_own() -> None:
    visitor = Visitor("198.51.100.23")
    answers = [visitor.subscribe(f"victim{n}@example.org").status_code for n in range(12)]
    assert answers == [302] * 10 + [429] * 2
    assert Reader.objects.count() == 10
    assert Visitor("198.51.100.24").subscribe("other@example.org").status_code == 302
    assert "198.51.100" not in dump()
    assert all(re.fullmatch("[0-9a-f]{64}|all", row.digest) for row in Attempt.objects.all())


@pytest.mark.usefixtures("settings_of_desk")
def test_a_consent_keeps_a_hash_of_the_network_where_the_setting_asks() -> None:
    Visitor().subscribe("reader@example.org")
    assert re.fullmatch("[0-9a-f]{64}", Consent.objects.get().network)


def test_by_default_a_consent_keeps_no_network() -> None:
    Visitor().subscribe("reader@example.org")
    assert Consent.objects.get().network == ""


def test_the_first_page_is_in_the_language_the_browser_asks_for() -> None:
    told = {
        "be-BY,ru;q=0.8": "/be/",
        "fr,ru;q=0.5,en;q=0.4": "/ru/",
        "de": "/en/",
        "": "/en/",
        "be;q=x,ru;q=0.1": "/ru/",
    }
    assert {k: Visitor().get("/", **{"Accept-Language": k}).headers["Location"] for k in told} == told


def test_pages_that_are_not_there_say_so_in_the_language_of_their_address() -> None:
    answer = Visitor().get("/ru/nothing-here")
    assert answer.status_code == 404
    assert "Такой страницы нет" in answer.content.decode()
    for path in ("/be/reader/AAAAAAAAAAAAAAAAAAAAAAAA", "/be/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAA"):
        assert "Нам невядомая гэтая спасылка" in Visitor().get(path).content.decode()
        assert Visitor().post(path, language="be").status_code == 404


def test_health_tells_whether_the_database_answers() -> None:
    assert Visitor().get("/health").json() == {"schema_version": 1, "status": "ok"}
