"""The list of mails, and mails that are past changing."""

from dataclasses import replace
from pathlib import Path

from overtone.publish.mail import Service
from overtone.publish.mail_shelf import SENT, mail_lists, unsent
from overtone.publish.site import Beside, publish
from tests.publish.reading import parse, targets, words
from tests.publish.week41 import edition, furniture

BASE = "https://overtone.example.org"
BESIDE = Beside(service=Service(address="https://desk.example.org", imprint="Overtone"))


def test_every_language_lists_its_mails(tmp_path: Path) -> None:
    publish(edition(), tmp_path, base_url=BASE, beside=BESIDE)
    for lang in ("en", "ru", "be"):
        root = parse((tmp_path / lang / "mail" / "index.html").read_bytes())
        assert furniture(lang)["mail.archive"] in words(root)
        assert "2022-W41/index.html" in [href for _, href in targets(root)]


def test_without_mails_there_is_no_list(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    assert not (tmp_path / "en" / "mail").exists()
    assert mail_lists([], []) == {}


def test_only_what_was_not_sent_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "be" / "mail" / "one").mkdir(parents=True)
    (tmp_path / "be" / "mail" / "one" / SENT).write_text("{}")
    files = {"be/mail/one/index.html": b"", "be/mail/two/index.html": b"", "be/mail/index.html": b""}
    assert sorted(unsent(tmp_path, files)) == ["be/mail/index.html", "be/mail/two/index.html"]


def test_a_sent_mail_outlives_a_changed_edition(tmp_path: Path) -> None:
    publish(edition(), tmp_path, base_url=BASE, beside=BESIDE)
    folder = tmp_path / "be" / "mail" / "2022-W41"
    before = (folder / "index.html").read_bytes()
    (folder / SENT).write_text("{}")
    whole = edition()
    publish(
        replace(whole, texts=tuple(replace(one, summary="new") for one in whole.texts)),
        tmp_path,
        base_url=BASE,
        beside=BESIDE,
    )
    assert (folder / "index.html").read_bytes() == before
    assert b"new" in (tmp_path / "en" / "mail" / "2022-W41" / "index.html").read_bytes()
    assert (folder / SENT).exists()
