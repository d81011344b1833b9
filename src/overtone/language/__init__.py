"""What the house knows of languages: `en.py`, `ru.py` and `be.py` offer the same names, declared in `contract.py`.

Nothing outside this room asks which language a text is in; it takes the language's module by `language("be")`.
"""

from types import MappingProxyType

from overtone.errors import UsageError
from overtone.language import be, en, ru
from overtone.language.contract import FoundDate, FoundPeriod, Language

__all__ = ["LANGUAGES", "FoundDate", "FoundPeriod", "Language", "language"]

LANGUAGES = ("en", "ru", "be")

_MODULES: MappingProxyType[str, Language] = MappingProxyType({"en": en, "ru": ru, "be": be})


def language(code: str) -> Language:
    """The language with this ISO 639-1 code; UsageError where the house does not speak it."""
    if code not in _MODULES:
        raise UsageError(
            f"no language “{code}”", where="language", next_step=f"use one of {', '.join(LANGUAGES)} (ISO 639-1 codes)"
        )
    return _MODULES[code]
