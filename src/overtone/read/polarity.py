"""What embeddings do not see, checked by rule: denial, numbers, and who did what to whom.

Two sentences with near vectors may say opposite things: "Minsk will send troops" and "Minsk will not send troops",
"two million" and "two billion", "Kyiv accused Minsk" and "Minsk accused Kyiv". Not for proving that two sentences
contradict each other, only for telling that their nearness proves nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overtone.read.polarity_words import Found, Word, words_of
from overtone.read.tone_words import ToneWords, tone_words
from overtone.records import Mention

CLAUSE_END = re.compile(r"[,;:.!?()…]|\s[-–—]\s")
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
SCALES: Mapping[str, float] = {
    "hundred": 1e2, "сот": 1e2, "сотен": 1e2, "соцень": 1e2,
    "thousand": 1e3, "тыс": 1e3, "тысяч": 1e3, "тысяча": 1e3, "тысячи": 1e3, "тысячы": 1e3, "тысячаў": 1e3,
    "million": 1e6, "millions": 1e6, "млн": 1e6, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6,
    "мільён": 1e6, "мільёна": 1e6, "мільёны": 1e6, "мільёнаў": 1e6,
    "billion": 1e9, "billions": 1e9, "млрд": 1e9, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9,
    "мільярд": 1e9, "мільярда": 1e9, "мільярды": 1e9, "мільярдаў": 1e9,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """In what two sentences differ though their vectors may be near; all empty where nothing was found."""

    denial: bool  # one denies and the other does not
    numbers: tuple[float, ...]  # numbers that stand in one of them only, sorted
    reversed: tuple[tuple[str, str], ...]  # pairs of names whose order, so perhaps their part, is turned round

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return self.denial or bool(self.numbers) or bool(self.reversed)


def negations(text: str, lang: str) -> tuple[Found, ...]:
    """The words of denial in a text, in order; "not only" and «нельзя не» deny nothing and are left out."""
    return denials_among(words_of(text, lang), tone_words(lang))


def denials_among(words: Sequence[Word], lists: ToneWords) -> tuple[Found, ...]:
    """The words of denial among the words of a text."""
    kept_out = [(f.start, f.stop) for f in lists.not_negators.find(words)]
    found = lists.negators.find(words)
    return tuple(f for f in found if not any(a <= f.start < b for a, b in kept_out))


def is_denied(text: str, words: Sequence[Word], at: Found, denials: Sequence[Found], lists: ToneWords) -> bool:
    """Whether a word of denial reaches the words found: before them, in their clause, within the language's reach."""
    for denial in denials:
        gap = at.first - denial.last
        near = 0 < gap <= lists.reach and not CLAUSE_END.search(text, denial.stop, at.start)
        if near and not lists.clause.find(words[denial.last + 1 : at.first]):
            return True
    return False


def numbers_of(text: str) -> tuple[float, ...]:
    """The numbers of a text written with digits, with the word of scale after them, sorted; years and days too."""
    found: list[float] = []
    for match in NUMBER.finditer(text):
        value = _value(match[0])
        after = re.match(r"\W{0,3}([^\W\d_]+)", text[match.end() : match.end() + 24])
        found.append(value * SCALES.get(after[1].lower(), 1) if after else value)
    return tuple(sorted(found))


def order_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Those named, each once, in the order of their first mention; topics are left out."""
    return tuple(dict.fromkeys(m.target for m in mentions if m.kind != "topic"))


def differences(
    one: str, other: str, langs: tuple[str, str], mentions: tuple[Sequence[Mention], Sequence[Mention]]
) -> Differences:
    """In what two sentences with near vectors differ: denial, numbers, and the order of those named.

    `langs` and `mentions` are those of the first and the second sentence. An order turned round may be a passive: it
    asks for a look and proves nothing.
    """
    denials = [len(negations(text, lang)) % 2 for text, lang in zip((one, other), langs, strict=True)]
    numbers = set(numbers_of(one)) ^ set(numbers_of(other))
    first, second = (order_of(found) for found in mentions)
    return Differences(
        denial=denials[0] != denials[1],
        numbers=tuple(sorted(numbers)),
        reversed=tuple(
            (a, b)
            for i, a in enumerate(first)
            for b in first[i + 1 :]
            if a in second and b in second and second.index(a) > second.index(b)
        ),
    )


def _value(printed: str) -> float:
    """The value of printed digits: groups of three are thousands, a last group of another length is a fraction."""
    plain = re.sub(r"[\u00a0\u202f ]", "", printed)
    parts = re.split(r"[.,]", plain)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and parts[0] != "0":
        return float("".join(parts))
    return float("".join(parts[:-1]) + "." + parts[-1]) if len(parts) > 1 else float(plain)
