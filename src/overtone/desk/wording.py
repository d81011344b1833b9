"""The words of the pages and letters in one language, and which wording of the consent a reader had before them."""

import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files

from overtone.brief.phrases import load
from overtone.publish.words import Words
from overtone.settings import LANGUAGES


@cache
def furniture(language: str) -> dict[str, str]:
    """The desk's own words by key."""
    return tomllib.loads((files("overtone.desk") / f"furniture_{language}.toml").read_text("utf-8"))


@cache
def words_of(language: str) -> Words:
    """The words of the publication and, over them, the desk's own."""
    return Words(language, {**load(language).furniture, **furniture(language)}.items())


def wording_of(language: str) -> str:
    """The version of the sentence that a reader agrees to: the first 16 digits of its SHA-256."""
    return sha256(furniture(language)["form.consent"].encode()).hexdigest()[:16]


def wording_told(version: str) -> str:
    """The sentence of a version; "" where it is not one of today's (the history of the furniture files has it)."""
    return next((furniture(lang)["form.consent"] for lang in LANGUAGES if wording_of(lang) == version), "")


def preferred(accepted: str) -> str:
    """The language of ours that a browser asks for first (its Accept-Language); else the first of ours."""
    weighed = []
    for place, part in enumerate(accepted.split(",")):
        tag, _, weight = part.strip().partition(";q=")
        code = tag.split("-")[0].lower()
        if code in LANGUAGES and weight != "0":
            weighed.append((-_weight(weight), place, code))
    return min(weighed)[2] if weighed else LANGUAGES[0]


def _weight(written: str) -> float:
    try:
        return float(written or 1)
    except ValueError:
        return 0.0
