"""English numbers in words: ordinals and cardinals up to ninety-nine."""

from overtone.language.lists import listed
from overtone.language.numerals import tens_and_ones

_ONES = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ORDER = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = {ten: 10 * n for n, ten in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)}
_ROUND = {f"{ten[:-1]}ieth": number for ten, number in _TENS.items()}
_CARDINALS = {word: n for n, word in enumerate(_ONES, start=1)}
_ORDINALS = {word: n for n, word in enumerate(_ORDER, start=1)}

CARDINALS: dict[str, int] = (
    _CARDINALS | _TENS | tens_and_ones(_TENS, _CARDINALS, "-") | {"a dozen": 12, "a couple of": 2}
)
ORDINALS: dict[str, int] = _ORDINALS | _ROUND | tens_and_ones(_TENS, _ORDINALS, "-")
