"""Who has spoken and acted so far in a document: what pronouns and titles without a name look back to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Voice(NamedTuple):
    """One who speaks or acts in a text."""

    target: str  # registry id, "" where the facts know nobody
    kind: str  # person | body | crowd
    gender: str = ""  # m | f | "" where it is not told
    said: bool = False  # words were given to this one; else only an act
    named: str = ""  # the last word of an unknown name, by which it is known again


@dataclass(slots=True)
class History:
    """Voices in the order of the text, the last one last."""

    voices: list[Voice] = field(default_factory=list)

    def add(self, voice: Voice) -> None:
        """Remember one more; the same one again only comes to the front."""
        self.voices.append(voice)

    def back(self, *, said: bool = False) -> Iterator[Voice]:
        """From the last voice to the first; only those who spoke if asked for."""
        return (voice for voice in reversed(self.voices) if voice.said or not said)

    def last(self, *, said: bool = False) -> Voice | None:
        """The last voice; None at the beginning."""
        return next(self.back(said=said), None)

    def speakers(self) -> set[tuple[str, str]]:
        """The persons to whom words were given, unknown ones by their name."""
        return {(voice.target, voice.named) for voice in self.voices if voice.said and voice.kind == "person"}
