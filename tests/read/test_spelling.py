"""Given names that sound alike."""

import pytest

from overtone.read.spelling import sound_key, spelt_alike

SAME = (
    ("Sergei", "Sergey"),
    ("Yuri", "Yury"),
    ("Dmitry", "Dmitriy"),
    ("Alexander", "Aleksandr"),
    ("Alexei", "Aleksey"),
    ("Mohammed", "Mohamed"),
    ("Yevgeny", "Evgeny"),
    ("Akhmat", "Ahmat"),
)
OTHERS = (("Andrei", "Alexander"), ("Igor", "Oleg"), ("Viktor", "Vitaly"), ("Сергей", "Андрей"))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_names_do_not(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)
    assert not spelt_alike(sound_key(one), sound_key(other))


def test_keys_may_be_alike_without_being_equal() -> None:
    assert spelt_alike(sound_key("Khaltmaa"), sound_key("Khaltmaagiin"))
    assert spelt_alike(sound_key("Alyaxandar"), sound_key("Alexander"))
