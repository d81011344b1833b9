"""What every answer carries, refusals too."""

import re

import pytest

from overtone.desk.configure import configure
from overtone.desk.guard import HEADERS
from tests.desk.conftest import KEY
from tests.desk.visiting import HOST, Visitor, places

pytestmark = pytest.mark.usefixtures("small_desk")


def test_every_answer_is_guarded_and_kept_nowhere() -> None:
    for paths in places().values():
        answer = Visitor().get(paths[0])
        assert {name for name in HEADERS if name not in answer.headers} == set()
        assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert int(answer.headers["Content-Length"]) == len(answer.content)


def test_no_page_holds_a_script_a_style_of_its_own_or_anything_from_elsewhere() -> None:
    for paths in places().values():
        for path in paths:
            page = Visitor().get(path).content.decode()
            assert not re.search(r"<script|<iframe|\sstyle=|\son[a-z]+=|javascript:", page), path
            assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page), path


def test_pages_behind_a_secret_send_no_referrer() -> None:
    found = places()
    for name in ("confirm", "reader", "leave"):
        assert {Visitor().get(path).headers["Referrer-Policy"] for path in found[name]} == {"no-referrer"}
    assert Visitor().get("/be/").headers["Referrer-Policy"] == "same-origin"


def test_the_only_cookie_is_strict_and_ends_with_the_visit() -> None:
    visitor = Visitor()
    for paths in places().values():
        visitor.get(paths[0])
    assert list(visitor.client.cookies) == ["__Host-overtone"]
    cookie = visitor.client.cookies["__Host-overtone"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict")
    assert (cookie["path"], cookie["domain"], cookie["expires"], cookie["max-age"]) == ("/", "", "", "")


def test_a_host_that_is_not_ours_is_refused() -> None:
    answer = Visitor().client.get("/be/", headers={"Host": "elsewhere.example"}, secure=True)
    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers
    assert HOST not in answer.content.decode()


@pytest.fixture
def without_tls(small_desk: str) -> None:
    configure(small_desk, key=KEY, address="http://desk.example.org")


@pytest.mark.usefixtures("without_tls")
def test_without_tls_no_browser_is_told_to_insist_on_it() -> None:
    visitor = Visitor()
    assert "Strict-Transport-Security" not in visitor.client.get("/be/").headers
    assert list(visitor.client.cookies) == ["overtone"]
