"""The two Belarusian orthographies: which one a text keeps, and the classical (Taraškievica) put into the official.

The official words are for matching and for models that learnt the official spelling, never for printing: `official`
keeps for each of its characters the place in the text it came from, since «сьнег» and «снег» differ in length.
Rules after the "Беларускі клясычны правапіс" (2005) and the "Правілы беларускай арфаграфіі" (2008), applied word by
word. Spelling only: «амбасада» stays «амбасада», «краінаў» keeps its ending.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from overtone.language.orthography_stems import CLASSICAL_WORDS, KEPT_E, KEPT_SIGNS, LOANS, STEMS, UNSURE

Orthography = Literal["official", "classical"]

LONGEST = 60  # letters: longer ones are no words, and are left as they are

_WORD = re.compile(r"(?<![\w-])[а-яёіўА-ЯЁІЎ]+(?:['’ʼ‘-][а-яёіўА-ЯЁІЎ]+)*")
_SOFT = r"(?:(?:дз|[бвзлмнпсфц])ь?){1,2}?[еёіюяь]"  # one or two consonants said soft
_DOUBLED = re.compile(r"(ц)ь(?=ц)|(д)зь(?=дз)|(с)ь(?=с)|(з)ь(?=з)|(н)ь(?=н)|(л)ь(?=л)")
_SIGN = re.compile(rf"([сз]|ц|дз)ь(?={_SOFT})")
_PREFIX = re.compile(r"^((?:\w*?)(?:з|раз|уз|без|бяз))ь(?=[еёюя])")
_KEPT_SIGNS = re.compile("|".join(KEPT_SIGNS))
_KEPT_E = re.compile("|".join(KEPT_E))
_FOREIGN_E = re.compile(r"(?<=[бвзмнпсфкгх])э")
_STEMS = tuple((re.compile(pattern), put) for pattern, put in STEMS)
_OFFICIAL_SIGN = re.compile(
    r"нн[еіюя]|лл[еёюя]|цц[еёюя]|ссе|ззе|ддз|сц[еёіюя]|[сз](?:[бвлмн]|дз)[еёіюя]|сць|(?:ц|дз)в[еёія]|сп[еёія]"
)


_SPLIT = {"нн": "ньн", "лл": "льл", "цц": "цьц", "сс": "сьс", "зз": "зьз", "ддз": "дзьдз"}
_DOUBLE = re.compile(r"(?:нн|лл|цц|сс|зз|ддз)(?=[еёіюяь])")
_SOFTENED = re.compile(r"([сзСЗ]|[цЦ](?=в)|[дД]з(?=в))(?=(?:[бвлмнпц]|дз)ь?[еёіюяь])")
_AFTER_LABIAL = re.compile(r"(?<=[бвмпфнБВМПФН])е(?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A text in the official spelling and, for each character and the end, the offset in the text it came from."""

    text: str
    origins: tuple[int, ...]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The span of the published text that a non-empty span of the converted text stands for."""
        return self.origins[start], self.origins[stop - 1] + 1 if stop > start else self.origins[start]


def orthography_of(text: str) -> Orthography | None:
    """The spelling that a Belarusian text keeps; None where no word tells, as in «Мінск, 15 мая».

    Counts the words that each spelling would write another way. Not for telling Belarusian from other languages.
    """
    classical = official_words = 0.0
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if len(word) > LONGEST:
            continue
        if _spelled(word, with_loans=False) != word:
            classical += 1.0
        elif _OFFICIAL_SIGN.search(word):
            official_words += 1.0
        elif not word.startswith(UNSURE) and _spelled(word, with_loans=True) != word:
            classical += 0.6
    if classical == official_words == 0:
        return None
    return "classical" if classical >= official_words else "official"


def official_word(word: str) -> str:
    """A word of classical spelling as the official writes it, in its own case: «Эўропа» – «Еўропа»."""
    spelled = _spelled(word.lower(), with_loans=True)
    return word if spelled == word.lower() else _cased(spelled, word)


def official(text: str) -> Converted:
    """The text in the official spelling.

    Soft signs go wherever they stand; loan words («плян», «сыстэма», «газэта») change in texts of classical
    spelling only, since in official texts foreign names may look the same («Сэм», «Кэмеран»).
    """
    with_loans = orthography_of(text) == "classical"
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for start, stop, spelled in _changes(text, with_loans):
        pieces += (text[at:start], spelled)
        origins += range(at, start)
        origins += _aligned(text[start:stop], spelled, start)
        at = stop
    pieces.append(text[at:])
    origins += range(at, len(text) + 1)
    return Converted(text="".join(pieces), origins=tuple(origins))


def _changes(text: str, with_loans: bool) -> Iterator[tuple[int, int, str]]:
    """The words that the official spelling writes another way."""
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) > LONGEST:
            continue
        lower = word.lower()
        spelled = _spelled(lower, with_loans=with_loans)
        if spelled != lower:
            yield found.start(), found.end(), _cased(spelled, word)


@lru_cache(maxsize=1 << 16)
def _spelled(word: str, *, with_loans: bool) -> str:
    """A word in small letters in the official spelling."""
    if with_loans and word in CLASSICAL_WORDS:
        return CLASSICAL_WORDS[word]
    for rule in (_without_signs, _loans) if with_loans else (_without_signs,):
        word = rule(word)
    return word


def _without_signs(word: str) -> str:
    """Soft signs that only mark that one soft consonant softens another: «сьнег», «жыцьцё», «зьява»."""
    if "ь" not in word:
        return word
    kept = _KEPT_SIGNS.search(word)
    if kept:
        return _without_signs(word[: kept.start()]) + kept[0] + _without_signs(word[kept.end() :])
    word = _DOUBLED.sub(lambda found: next(group for group in found.groups() if group), word)
    word = _PREFIX.sub(r"\1'", word)
    return _SIGN.sub(r"\1", word)


def _loans(word: str) -> str:
    """Loan words: «плян», «сыстэма», «газэта», «Эўропа»."""
    for pattern, put in _STEMS:
        word = pattern.sub(put, word)
    return word if "э" not in word or _KEPT_E.search(word) else _FOREIGN_E.sub("е", word)


def _cased(spelled: str, word: str) -> str:
    """The new spelling in the case of the word it stands for."""
    if word.isupper() and len(word) > 1:
        return spelled.upper()
    parts = zip(spelled.split("-"), (word.split("-") + [word] * len(spelled))[: spelled.count("-") + 1], strict=True)
    return "-".join(part[:1].upper() + part[1:] if old[:1].isupper() else part for part, old in parts)


def _aligned(word: str, spelled: str, start: int) -> list[int]:
    """For each letter of the new spelling the offset of the old letter it stands for, never running backwards."""
    origins = []
    at = 0
    lower = word.lower()
    for place, letter in enumerate(spelled):
        left = len(spelled) - place
        ahead = lower.find(letter.lower(), at, at + 2)
        if ahead >= 0 and len(word) - ahead >= left - 1:
            at = ahead
        at = min(at, len(word) - 1)
        origins.append(start + at)
        at += 1
    return origins


def classical_spellings(name: str) -> frozenset[str]:
    """How texts of classical spelling may write a name given in the official: «Еўропы» – «Эўропы», «аб бяспецы» –
    «аб бясьпецы».

    With the soft signs alone and with the letters of loan words too, since habits differ; without the name itself.
    """
    words = [_habits(word) for word in name.split(" ")]
    return frozenset(" ".join(habit) for habit in zip(*words, strict=True)) - {name}


@lru_cache(maxsize=1 << 15)
def _habits(word: str) -> tuple[str, str, str]:
    """A word of a name with soft signs, with the letters of loan words, and with э after labials."""
    soft = _SOFTENED.sub(r"\1ь", _DOUBLE.sub(lambda found: _SPLIT[found[0]], word))
    lower = soft.lower()
    stem = next((stem for stem in LOANS if stem in lower), "")
    loan = _cased(lower.replace(stem, LOANS[stem]), word) if stem else soft
    return soft, loan, _AFTER_LABIAL.sub("э", loan)
