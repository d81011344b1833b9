"""What the facts files tell: names and sources."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one thing in each language; the first is the one that is printed."""

    en: tuple[str, ...]
    ru: tuple[str, ...] = ()
    be: tuple[str, ...] = ()

    def of(self, lang: str) -> tuple[str, ...]:
        """All names in `lang` (ISO 639-1); empty for a language the facts do not cover."""
        names: tuple[str, ...] = getattr(self, lang, ())
        return names

    def display(self, lang: str) -> str:
        """The printed name in `lang`, or the English one where the facts have none."""
        return (self.of(lang) or self.en)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher of texts, as its card describes it: shape, clock, field mapping and plausible volume."""

    id: str
    names: Names
    kind: str  # official | outlet | diary | roll-call
    shape: str  # jsonl | csv | roll-call: which reader of collect/ opens its files
    reference: str  # public address that shows the source exists
    institution: str | None = None  # registry id of the publishing institution
    state: str | None = None  # registry id of the state it speaks for
    lang: str | None = None  # language of all its texts, or None where a field tells
    clock: str = "UTC"  # IANA zone of its clock times
    trust_offset: bool = True  # False: the offset printed in the file is wrong, the digits are the local clock
    fields: tuple[tuple[str, str], ...] = ()  # (Document field, field of the row)
    per_week: tuple[int, int] = (1, 1000)  # plausible documents a week: outside it the week is not "seen"
    verbatim: bool = (
        True  # False: its texts are digests; what they put in a speaker's mouth is not that speaker's words
    )
    sampling: str = "complete"  # complete | selected: may frequencies be generalised?
    licence: str = ""
