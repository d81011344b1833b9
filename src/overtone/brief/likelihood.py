"""A probability in words with its number beside it, in each language: "likely (62%)", «вероятно (62 %)»."""

from babel.numbers import format_percent

from overtone.registry.likelihood import bands, likelihood

LEAST, MOST = 0.005, 0.995


def likely(probability: float, lang: str) -> str:
    """The word of the scale and, in brackets, the whole per cent; ValueError for what is no probability.

    Never 0% or 100%: what is nearer to them than half a per cent is told as under 1% or over 99%.
    """
    word = bands()[likelihood(probability).word].names.display(lang)
    return f"{word} ({_number(probability, lang)})"


def _number(probability: float, lang: str) -> str:
    if probability < LEAST:
        return f"<{format_percent(0.01, locale=lang)}"
    if probability >= MOST:
        return f">{format_percent(0.99, locale=lang)}"
    return format_percent(round(probability, 2), locale=lang)
