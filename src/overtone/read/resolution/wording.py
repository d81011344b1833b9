"""The words of `language/referring.py` made ready to be searched for: every inflected form, longest first."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from overtone.language import Language, language
from overtone.language.referring import REFERRING, Referring

SHORT = 5  # letters: a word as short may be an acronym, which declines by its capitals («МИДом»)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Forms in lower case, folded as the texts are, and what each stands for."""

    referring: Referring
    pronouns: Mapping[str, str]  # form → m | f | many | thing
    titles: re.Pattern[str]
    title_kinds: Mapping[str, tuple[str, ...]]  # form → kinds of office
    bodies: re.Pattern[str]
    body_kinds: Mapping[str, str]
    persons: frozenset[str]
    strangers: frozenset[str]
    crowds: frozenset[str]
    papers: frozenset[str]  # statements and sites
    sites: frozenset[str]
    joins: re.Pattern[str]

    def pronoun(self, word: str) -> str:
        """What a word in lower case stands for as a pronoun; empty where it is none."""
        return self.pronouns.get(word, "")


@cache
def wording(lang: str) -> Wording:
    """The wording of a language, made at the first call in a process and kept."""
    spoken, words = language(lang), REFERRING[lang]
    titles: dict[str, dict[str, None]] = {}
    for kind, names in words.titles.items():
        for form in _forms(names, spoken):
            titles.setdefault(form, {})[kind] = None
    bodies: dict[str, str] = {}
    for kind, names in words.bodies.items():
        for form in _forms(names, spoken):
            bodies.setdefault(form, kind)
    persons, strangers = _forms(words.persons, spoken), _forms(words.strangers, spoken)
    classes = (("m", words.he), ("f", words.she), ("many", words.they), ("thing", words.it))
    return Wording(
        referring=words,
        pronouns={spoken.fold(form).lower(): kind for kind, forms in classes for form in forms},
        titles=any_of(titles),
        title_kinds={form: tuple(kinds) for form, kinds in titles.items()},
        bodies=any_of(bodies),
        body_kinds=bodies,
        persons=persons,
        strangers=strangers,
        crowds=_forms(words.crowds, spoken) - titles.keys() - persons - strangers,  # «главы» is one head's too
        papers=_forms((*words.papers, *words.sites), spoken),
        sites=_forms(words.sites, spoken),
        joins=re.compile(r"\s+(?:" + "|".join(map(re.escape, words.joins)) + r")\s+"),
    )


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of the phrases as whole words, the longest first."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w'-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")


def _forms(names: Iterable[str], spoken: Language) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        found |= {name} | spoken.forms(name, "phrase")
        if len(name) < SHORT:
            found |= spoken.forms(name.upper(), "phrase")
    plain = (spoken.fold(form).lower() for form in found)
    return frozenset(form for form in plain if not form.endswith(("'s", "s'")))
