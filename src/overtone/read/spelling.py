"""Given names as they sound: one key for the Latin spellings of one name."""

import re
from difflib import SequenceMatcher

# In this order: "Aleksandr" and "Alexander", "Dmitriy" and "Dmitry", "Yevgeny" and "Evgeny", "Akhmat" and "Ahmat".
ALIKE = (("ks", "x"), ("kh", "h"), ("y", "i"), ("j", "i"), ("iii", "i"), ("ii", "i"), ("andr", "ander"), ("ph", "f"))
ALIKE_FROM = 0.7
DOUBLED = re.compile(r"([a-z])\1")


def sound_key(given_name: str) -> str:
    """A key that Sergei and Sergey, Yuri and Yury, Aleksandr and Alexander share; Cyrillic only loses its capitals.

    Not for surnames, where one letter may be another family.
    """
    key = given_name.lower()
    for spelled, alike in ALIKE:
        key = key.replace(spelled, alike)
    key = DOUBLED.sub(r"\1", key.replace("anderer", "ander"))
    return key[1:] if key.startswith(("ie", "io")) else key


def spelt_alike(one: str, other: str) -> bool:
    """Whether two keys may be one name: Khaltmaa and Khaltmaagiin, Mohamad and Mohamed, not Andrei and Alexander."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE_FROM
