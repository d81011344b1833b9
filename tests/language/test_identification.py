"""Each paragraph is read in its own language, and a language the house does not speak is said to be none."""

import pytest

from overtone.language.identification import explain_language, language_of, languages_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Лукашэнка заявіў, што перамовы пройдуць у Мінску.", "be"),
        ("Прэзыдэнт ня выключыў сустрэчы.", "be"),
        ("Лукашенко заявил, что переговоры пройдут в Минске.", "ru"),
        ("Putin said that the talks would be held in Minsk.", "en"),
        ("Лукашэнка заявiў, што перамовы iдуць.", "be"),  # typed with a Latin i
        ("Песков: комментировать это преждевременно", "ru"),
        ("Президент України заявив, що переговори відбудуться.", None),
        ("Він вважає, що переговори не відбулися через погану погоду.", None),
        ("Prezydent powiedział, że rozmowy odbędą się w Mińsku.", None),
        ("Der Präsident sagte, dass die Gespräche in Minsk stattfinden und nicht verschoben werden.", None),
        ("Қазақстан Президенті кездесу өткізді.", None),
        ("16.05.2022, 14:30", None),
        ("", None),
        ("محادثات في مينسك", None),
    ],
)
def test_the_language_of_a_paragraph(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_addresses_and_handles_tell_nothing() -> None:
    text = "Песков не комментирует https://example.org/the-talks-of-the-day @the_talks #thetalks"
    assert language_of(text) == "ru"


def test_english_names_in_a_russian_sentence_do_not_make_it_english() -> None:
    assert language_of("В Washington Post и New York Times написали о переговорах в Минске") == "ru"


def test_paragraphs_of_two_languages_are_kept_apart() -> None:
    russian = "Лукашенко заявил, что переговоры пройдут в Минске."
    belarusian = "Пра гэта паведаміла прэс-служба прэзідэнта."
    text = f"{russian}\n\n***\n\n{belarusian}\n{belarusian}\n"
    found = languages_in(text, "en")
    assert [(text[a:b].strip(), code) for a, b, code in found] == [
        (f"{russian}\n\n***", "ru"),
        (f"{belarusian}\n{belarusian}", "be"),
    ]


def test_what_tells_nothing_is_read_as_the_document_says() -> None:
    assert languages_in("16.05.2022\n", "be") == ((0, 10, "be"),)
    assert languages_in(" \n \n", "be") == ()


def test_the_debug_twin_names_the_rules() -> None:
    found = {evidence.rule: dict(evidence.weights) for evidence in explain_language("Ён сказаў, што гэта праўда.")}
    assert set(found) == {"alphabet", "telling_letters", "short_words", "word_shapes"}
    assert found["telling_letters"]["be"] > found["telling_letters"]["ru"]


def test_a_long_line_is_told_at_once() -> None:
    assert language_of("а" * 200_000) is None
    assert language_of("'" * 100_000 + "a-" * 50_000) in {None, "en"}
