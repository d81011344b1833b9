"""The five steps of tone in three languages, and the rules that correct the word lists."""

import pytest

from overtone.read.tone import tone_of

STEPS = (
    ("en", "Whoever attacks will face a crushing response.", -2),
    ("ru", "Тех, кто нападёт, ждёт сокрушительный ответ.", -2),
    ("be", "Тых, хто нападзе, чакае знішчальны адказ.", -2),
    ("en", "The sanctions of Brussels are unacceptable.", -1),
    ("ru", "Санкции Брюсселя неприемлемы.", -1),
    ("be", "Санкцыі Брусэля непрымальныя.", -1),
    ("en", "The delegation of Latvia arrived at noon.", 0),
    ("ru", "Делегация Латвии прибыла в полдень.", 0),
    ("be", "Дэлегацыя Латвіі прыбыла апоўдні.", 0),
    ("en", "We thank Astana for its solidarity.", 1),
    ("ru", "Мы благодарим Астану за солидарность.", 1),
    ("be", "Мы дзякуем Астане за салідарнасць.", 1),
    ("en", "Minsk is open to dialogue with Warsaw.", 2),
    ("ru", "Минск готов к диалогу с Варшавой.", 2),
    ("be", "Мінск гатовы да дыялогу з Варшавай.", 2),
)


@pytest.mark.parametrize(("lang", "text", "step"), STEPS)
def test_each_step_in_each_language(lang: str, text: str, step: int) -> None:
    assert tone_of(text, lang).value == step


@pytest.mark.parametrize(
    ("lang", "text", "step", "rule"),
    [
        ("en", "We do not threaten anyone.", 0, "denied"),
        ("ru", "Мы никому не угрожаем.", 0, "denied"),
        ("be", "Мы нікому не пагражаем.", 0, "denied"),
        ("en", "They don't support the plan.", -1, "denied"),
        ("be", "Мы не падтрымліваем санкцыі.", -1, "denied"),
        ("en", "He accused Kyiv of genocide.", -1, "ascribed"),
        ("ru", "Он обвинил Киев в геноциде.", -1, "ascribed"),
        ("be", "Ён абвінаваціў Кіеў у генацыдзе.", -1, "ascribed"),
        ("en", "If Kyiv withdraws, a ceasefire is possible.", 1, "conditional"),
        ("ru", "Борьба с бандитами продолжается.", 0, "fought"),
    ],
)
def test_rules_correct_the_lists(lang: str, text: str, step: int, rule: str) -> None:
    tone = tone_of(text, lang)
    assert tone.value == step
    assert any(reason.startswith(rule) for reason in tone.reasons)


def test_the_cue_values_too() -> None:
    assert tone_of("the talks in Minsk", "en", cue="condemned").value == -1


def test_a_guess_counts_only_where_no_word_values() -> None:
    assert tone_of("The trains run daily.", "en", guess=-1).value == -1
    assert tone_of("We thank Minsk.", "en", guess=-1).value == 1


def test_nobody_spoken_of_has_no_tone() -> None:
    assert tone_of("The trains run daily.", "en", targeted=False).value is None


def test_a_name_with_a_valuing_word_values_nobody() -> None:
    assert tone_of("The Security Council meets today.", "en").value == 0


def test_hostility_stands_out_beside_a_kind_word() -> None:
    assert tone_of("Our friends will crush the enemy.", "en").value == -2
