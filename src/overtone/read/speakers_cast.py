"""The cast of one document: which labels are one speaker, long at first and short later."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from overtone.read.labels import name_key
from overtone.read.labels_scene import Label
from overtone.read.speakers import Book, Setting, who


class Part(NamedTuple):
    """Who speaks behind one label."""

    voice: str  # the same for all labels of one speaker in the document
    actor: str | None
    office: str | None


NAMESAKES = 50  # more voices than this with one surname are not told apart by it


def cast(labels: Sequence[Label], names: Book, where: Setting) -> list[Part]:
    """One part a label: a short label is the speaker of the long one before it, resolved once."""
    voices: dict[str, Part] = {}
    by_surname: dict[str, list[str]] = {}
    parts = []
    for label in labels:
        key = name_key(label.printed if label.role or not label.name else label.name)
        part = voices.get(key)
        if part is not None and part.actor is not None:
            parts.append(part)
            continue
        surname = name_key(label.name.rpartition(" ")[2].rpartition(".")[2])
        voice = _voice(label, key, voices, by_surname.get(surname, ()))
        part = voices.get(voice)
        if part is None:
            by_surname.setdefault(surname, []).append(voice)
        if part is None or (part.actor is None and label.printed != label.name):
            actor, office = who(label, names, where)
            part = Part(voice=voice, actor=actor, office=office)
            voices[voice] = part
        parts.append(part)
    return parts


def _voice(label: Label, key: str, voices: Mapping[str, Part], namesakes: Sequence[str]) -> str:
    """The key of an earlier speaker this label can only mean, or its own key."""
    if label.role or not label.name or key in voices or len(namesakes) > NAMESAKES:
        return key
    tokens = label.name.replace(".", ". ").split()
    if len(tokens) > 1 and all(token.endswith(".") for token in tokens[:-1]):
        initial = tokens[0][0].casefold()
        same = [voice for voice in namesakes if voice.startswith(initial)]
    else:
        same = [voice for voice in namesakes if len(voice) > 5 and (voice.endswith(key) or key.endswith(voice))]
    return same[0] if len(same) == 1 else key
