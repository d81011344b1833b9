"""Belarusian word forms brought to one key each: endings off, alternations levelled. For comparing, never for printing.

No dictionary of Belarusian forms can be had in a package, and a parser costs too much for each word of a ledger. The
steps follow Porter's and Snowball's idea for Russian, with what Belarusian spells out in the ending of a stem: soft
dz and c (годзе – год), akanne (год – гадоў), ў (спраў – справа), k – c – č (палітыка – палітыцы).
"""

import re
from functools import lru_cache

from overtone.language.lists import listed
from overtone.language.orthography import official_word

LONGEST = 60  # letters: longer ones are no words and are their own key
SHORTEST = 3  # letters that stay before an ending
LETTERS = re.compile(r"[а-яёіў'-]+")
REFLEXIVE = re.compile(r"(?:цца|ся)$")
ENDINGS = listed(
    "амі ямі ымі імі ах ях ам ям аў яў оў ёў еў ей ай яй ой ою аю яю ею ом ем ём эм ох ёх "
    "ага яга ога ому аму яму ым ім ых іх ую юю ая яя ае яе ое ый ій "
    "ыя ыі ыю ыяй ыях ыямі ія іі ію іяй іях іямі ы і а я у ю е э о ь й "
    "аваць яваць аваў явала авалі авала уем уеш уе юе аюць яюць уюць ююць аем яем аеш яеш "
    "ала яла іла ыла ела эла ула алі ялі ілі ылі елі элі улі ало яло іло ыло ело аў яў іў ыў еў эў уў "
    "аць яць іць ыць ець эць уць юць ць еш эш іш ыш іце ыце еце эце учы ючы ачы ячы "
    "аваны авана аваныя аваная аванага аваных аны ана аныя аная анага аных ены ена еныя еная енага еных яны яна "
    "анне анню аннем анні аннях анняў аннямі енне енню еннем енні еннях енняў еннямі "
    "асць асці асцю асцей асцям асцях асцямі"
)
WARY = re.compile(r"...|[ая]ў")  # ask for one letter more before them: дарога is no adjective
_BY_LENGTH = tuple(sorted(ENDINGS, key=lambda ending: (-len(ending), ending)))
_LEVELLED = str.maketrans({"ў": "в", "о": "а", "ё": "е", "я": "е", "э": "е", "ь": None, "'": None, "-": None})
_FINAL = (
    (re.compile(r"дз$"), "д"),
    (re.compile(r"(.)\1$"), r"\1"),
    (re.compile(r"[чкцт]$"), "к"),
    (re.compile(r"[жзг]$"), "г"),
    (re.compile(r"(?<=..[^аеыіу])[аеыі](?=[клнрв]$)"), ""),
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The key of a word in small letters of either spelling; a word of two letters or a number is its own key."""
    if not SHORTEST <= len(word) <= LONGEST or not LETTERS.fullmatch(word):
        return word
    bare = REFLEXIVE.sub("", official_word(word))
    if bare.startswith("ў"):
        bare = "у" + bare[1:]
    for ending in _BY_LENGTH:
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST + bool(WARY.match(ending)):
            bare = bare[: -len(ending)]
            break
    key = bare.translate(_LEVELLED)
    for pattern, put in _FINAL:
        key = pattern.sub(put, key)
    return key or word
