"""Numbers in one form for three languages, names in one form for two alphabets."""

import pytest

from overtone.read.figures import figures_of, name_key, names_of


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("en", "Two million people and 2.5 billion roubles", ("2000000", "2500000000")),
        ("ru", "Два миллиона человек и 2,5 млрд рублей", ("2000000", "2500000000")),
        ("be", "Два мільёны чалавек і 2,5 мільярда рублёў", ("2000000", "2500000000")),
        ("en", "up 20 per cent, 30% or 40 percent in 2022", ("2022", "20%", "30%", "40%")),
        ("ru", "на 20 процентов, 30% или 40 % в 2022 году", ("2022", "20%", "30%", "40%")),
        ("be", "на 20 працэнтаў, 30% або 40 % у 2022 годзе", ("2022", "20%", "30%", "40%")),
        ("en", "1,200 lorries", ("1200",)),
        ("ru", "1 200 грузовиков", ("1200",)),
        ("ru", "полтора миллиона тонн", ("1500000",)),
        ("ru", "12 тыс. солдат, 16.05.2022", ("12000", "16", "2022")),
        ("en", "5 per day", ("5",)),
        ("en", "No one knows, one of them said.", ()),
        ("en", "seven 8", ("7", "8")),
        ("en", "", ()),
    ],
)
def test_figures_have_one_form(lang: str, text: str, figures: tuple[str, ...]) -> None:
    assert figures_of(text, lang) == tuple(sorted(figures))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("Lavrov", "Лавров"), ("Washington", "Вашингтон"), ("Scholz", "Шольц"), ("Johnson", "Джонсон"),
     ("Kharkov", "Харьков"), ("Zelensky", "Зеленский"), ("Biden", "Байден"), ("Lukashenko", "Лукашэнка")],
)  # fmt: skip
def test_a_name_has_one_key_in_two_alphabets(latin: str, cyrillic: str) -> None:
    assert name_key(latin) == name_key(cyrillic)


def test_names_are_capitals_inside_a_sentence() -> None:
    assert names_of("Yesterday the ministers met in Tbilisi. Later Sergey Lavrov left.") == ("lvrv", "srg", "tbls")
    assert names_of("MINISTERS MEET IN TBILISI") == ()
    assert names_of("") == ()
