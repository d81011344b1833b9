"""Texts of several parties: documents that are such a text, and documents that tell of one."""

from datetime import date
from functools import cache

import pytest

from overtone.read.joint import read_joint
from overtone.read.names import read_names
from overtone.records import Document, JointText, Part
from overtone.registry import Registry, load


@cache
def desk() -> Registry:
    return load()


def joint(lang: str, title: str, body: str = "") -> tuple[JointText, ...]:
    text = f"{title}\n\n{body}"
    document = Document(
        source="s",
        key="1",
        url="",
        lang=lang,
        text=text,
        text_sha256="",
        parts=(
            Part(role="headline", start=0, stop=len(title)),
            Part(role="body", start=len(title) + 2, stop=len(text)),
        ),
        published_on=date(2022, 10, 14),
    )
    return read_joint(document, desk(), read_names(document, desk()))


@pytest.mark.parametrize(
    ("lang", "title", "body", "form", "parties"),
    [
        ("en", "Joint Statement by the Presidents of Ukraine and Poland", "", "joint-statement", ("pl", "ua")),
        ("ru", "Совместное заявление президентов Украины и Польши", "", "joint-statement", ("pl", "ua")),
        ("be", "Сумесная заява прэзідэнтаў Украіны і Польшчы", "", "joint-statement", ("pl", "ua")),
        ("be", "Сумеснае камюніке Рэспублікі Беларусь і Кітая", "", "communique", ("by", "cn")),
        ("ru", "Декларация Совета коллективной безопасности ОДКБ", "", "declaration", ("csto",)),
        ("en", "On peace", "We, the Presidents of Ukraine, Lithuania and Poland, agree.", "joint-statement",
         ("lt", "pl", "ua")),
        ("ru", "О мире", "Мы, президенты Украины, Литвы и Польши, согласны.", "joint-statement", ("lt", "pl", "ua")),
    ],
)  # fmt: skip
def test_a_joint_text_is_issued(lang: str, title: str, body: str, form: str, parties: tuple[str, ...]) -> None:
    (found,) = joint(lang, title, body)
    assert (found.form, found.parties, found.status) == (form, parties, "issued")


@pytest.mark.parametrize(
    ("lang", "body", "form", "parties", "status"),
    [
        ("en", "Russia and Belarus signed a memorandum on Friday.", "memorandum", ("by", "ru"), "quoted"),
        ("ru", "Россия и Беларусь подписали меморандум.", "memorandum", ("by", "ru"), "quoted"),
        ("be", "Расія і Беларусь падпісалі мемарандум.", "memorandum", ("by", "ru"), "quoted"),
        ("en", "Russia and Belarus will sign a declaration.", "declaration", ("by", "ru"), "announced"),
        ("be", "Расія і Беларусь падпішуць дэкларацыю.", "declaration", ("by", "ru"), "announced"),
        ("ru", "Лидеры ОДКБ приняли совместное заявление.", "joint-statement", ("csto",), "quoted"),
    ],
)
def test_a_text_told_of(lang: str, body: str, form: str, parties: tuple[str, ...], status: str) -> None:
    (found,) = joint(lang, "News of the day", body)
    assert (found.form, found.parties, found.status) == (form, parties, status)


@pytest.mark.parametrize(
    ("lang", "title", "body"),
    [
        ("en", "Armenia would not sign the CSTO declaration", ""),
        ("en", "Remarks by President Biden in Joint Press Statement", ""),
        ("en", "Memorandum for the Secretary of State", "Russia and Belarus are named here."),
        ("en", "News", "Putin signed the law."),
        ("en", "News", "Russia and Belarus traded more."),
        ("be", "Навіны", "Арменія адмовілася падпісаць дэкларацыю АДКБ."),
        ("en", "", ""),
    ],
)
def test_what_is_no_joint_text(lang: str, title: str, body: str) -> None:
    assert joint(lang, title, body) == ()


def test_those_who_sign_are_named_and_who_tells_is_not() -> None:
    body = "Sergei Shoigu and Viktor Khrenin signed a protocol on 3 December, Putin said."
    (found,) = joint("en", "News", body)
    assert found.signers == ("khrenin", "shoigu")
    assert found.dated == date(2022, 12, 3) or found.dated.month == 12


def test_a_language_nobody_reads_gives_nothing() -> None:
    document = Document(
        source="s", key="1", url="", lang="uk", text="Спільна заява", text_sha256="", parts=(),
        published_on=date(2022, 10, 14),
    )  # fmt: skip
    assert read_joint(document, desk(), ()) == ()


def test_a_hope_that_somebody_signs_makes_no_text() -> None:
    assert joint("en", "News", "Alexander Lukashenko hopes that Vladimir Putin will sign the agreement.") == ()
    assert joint("be", "Навіны", "Аляксандр Лукашэнка спадзяецца, што Уладзімір Пуцін падпіша пагадненне.") == ()
