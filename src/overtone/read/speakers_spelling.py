"""How a name sounds, whatever letters and spelling it is printed in: "Зеленський", "Zelenskyi", "Zelensky" are one.

Ukrainian letters become Latin ones by the state's own table (Cabinet of Ministers, resolution 55 of 2010); then what
spellings differ in is folded away. Only for comparing full names that a source states: too coarse for running text.
"""

import re

_LETTERS = (
    "аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ьʼ юiu яia "
    "ёe ыy эe ъʼ ўu"
)
_LATIN = str.maketrans({pair[0]: pair[1:].replace("ʼ", "") for pair in _LETTERS.split()})
_GLIDES = re.compile(r"[ijy]+")
_SOFT = re.compile(r"ie")
_TWICE = re.compile(r"(.)\1")


def sound(name: str) -> str:
    """A key of a name, equal for the usual spellings of one Ukrainian name; words stay apart by a blank."""
    return " ".join(_heard(word) for word in re.findall(r"[^\W\d_]+", re.sub(r"['’ʼ]", "", name.casefold())))


def _heard(word: str) -> str:
    latin = _GLIDES.sub("i", word.translate(_LATIN).replace("g", "h"))
    return _TWICE.sub(r"\1", _SOFT.sub("e", latin))
