"""Sources put right where the names tell better who speaks."""

import pytest

from overtone.read.names import read_names
from overtone.read.resolution.mending import mended
from overtone.read.resolution.scene import Scene, scene_of
from overtone.read.resolution.statements import statements_of
from overtone.records import Attribution, Span
from tests.read.resolution.drawn import desk, drawn, page


def laid_out(text: str, lang: str) -> Scene:
    document = page(lang, text)
    return scene_of(document, desk(), read_names(document, desk()))


def made(text: str, source: str, cue: str, content: str) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start=start, stop=start + len(words)),) if words else ()

    return Attribution(source=span(source), cue=span(cue), content=span(content), manner="indirect", rule="drawn@1")


def sources(text: str, lang: str, *found: Attribution) -> list[str]:
    return [text[one.source[0].start : one.source[0].stop] for one in mended(laid_out(text, lang), found)]


@pytest.mark.parametrize(
    ("lang", "text", "given", "better"),
    [
        (
            "en",
            "Vladimir Putin, by contrast, called the bloc useful.",
            ("", "called", "the bloc useful"),
            "Vladimir Putin",
        ),
        ("en", "According to the readout, trade grew.", ("", "According to", "trade grew"), "the readout"),
        ("en", "According to Minsk he will come.", ("", "According to", "he will come"), "Minsk"),
        (
            "en",
            "The UN General Assembly asked for a truce.",
            ("The", "asked", "for a truce"),
            "The UN General Assembly",
        ),
        ("en", "Putin for his part spoke about gas.", ("his", "spoke about", "gas"), "Putin"),
        (
            "ru",
            "Большим успехом назвал Владимир Зеленский голосование.",
            ("Большим успехом", "назвал", "голосование"),
            "Владимир Зеленский",
        ),
        (
            "ru",
            "Слухи о призыве Александр Лукашенко 4 мая назвал пустыми.",
            ("Слухи", "назвал", "пустыми"),
            "Александр Лукашенко",
        ),
        (
            "ru",
            "Встреча будет, сообщило агентство со ссылкой на Дмитрия Пескова.",
            ("агентство", "сообщило", "Встреча будет"),
            "Дмитрия Пескова",
        ),
    ],
)
def test_a_source_is_put_right(lang: str, text: str, given: tuple[str, str, str], better: str) -> None:
    assert sources(text, lang, made(text, *given)) == [better]


@pytest.mark.parametrize(
    ("lang", "text", "given"),
    [
        ("en", "Analysts said that Putin was late.", ("Analysts", "said", "that Putin was late")),
        ("ru", "Аналитик назвал Лукашенко упрямым.", ("Аналитик", "назвал", "Лукашенко упрямым")),
        ("ru", "МИД назвал Лукашенко партнером.", ("МИД", "назвал", "Лукашенко партнером")),
        ("ru", "Эксперты назвали Лукашенко упрямым.", ("Эксперты", "назвали", "Лукашенко упрямым")),
    ],
)
def test_a_source_that_can_speak_is_left(lang: str, text: str, given: tuple[str, str, str]) -> None:
    assert sources(text, lang, made(text, *given)) == [given[0]]


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Minsk sought new plants and got them, Vladimir Putin said.", "putin"),
        ("ru", "Границы закрыты не будут, убеждал коллег по союзу Александр Лукашенко.", "lukashenko"),
        ("be", "Як паведаміла прэс-служба Лукашэнкі, перамовы пройдуць у Сочы.", "by-presidential-service"),
    ],
)
def test_the_report_at_the_edge_of_a_sentence_is_found(lang: str, text: str, who: str) -> None:
    document = page(lang, text)
    (one,) = statements_of(document, desk(), read_names(document, desk()), ())
    assert one.actor == who


def test_a_clause_at_the_end_is_no_report_of_the_whole() -> None:
    text = "Міністр Хрэнін паведаміў, што Аляксандр Лукашэнка загадаў."
    given = made(text, "Міністр Хрэнін", "паведаміў", "што Аляксандр Лукашэнка загадаў")
    assert sources(text, "be", given) == ["Міністр Хрэнін"]


def test_who_is_quoted_as_saying_speaks() -> None:
    text = "He quoted Alexander Lukashenko as saying that nobody was in the way."
    given = made(text, "He", "quoted", "nobody was in the way")
    assert sources(text, "en", given) == ["Alexander Lukashenko"]


def test_who_reports_is_the_last_who_spoke_not_whom_he_reports_on() -> None:
    text = "Alexander Lukashenko backed the plan. Putin has promised money, he said. It costs time, he admitted."
    document = page("en", text)
    plain, found = drawn(text.replace("Putin has", "[Putin] has").replace("he admitted", "[he] admitted"))
    assert plain == text
    statements = statements_of(document, desk(), read_names(document, desk()), found)
    assert [s.actor for s in statements] == ["lukashenko", "lukashenko", "lukashenko"]
