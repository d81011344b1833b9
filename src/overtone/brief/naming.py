"""Where in a finished sentence somebody or something is named that has a page of its own."""

from collections.abc import Sequence
from dataclasses import replace

from overtone.brief.phrases import PATTERN
from overtone.brief.wording import Wording
from overtone.records import Slot

NAMED = ("actor", "event", "topic")
CONTACT = "encounter"  # a slot no phrase writes: the date of its sentence names the contact
MARKS = "«»“”„"

Name = tuple[int, int, str, str]  # start, stop, kind, id


def names_in(
    words: str, phrase: str, slots: Sequence[Slot], wording: Wording, quotes: Sequence[tuple[int, int]] = ()
) -> tuple[Name, ...]:
    """The names in a sentence that was filled from this phrase, in order; none inside quoted words.

    A name that grammar changed beyond what its slot alone gives is left out: a missing link is no
    fault, a wrong one is.
    """
    values = {slot.name: slot for slot in slots}
    contact = next((slot.value for slot in slots if slot.kind == CONTACT), "")
    found: list[Name] = []
    place = 0
    for sign in PATTERN.finditer(phrase):
        slot = values.get(sign["name"])
        if slot is None or sign["sign"] in {"#", "~"}:
            continue
        for kind, key, form in _forms(slot, sign["rest"] or "", wording, contact):
            start = _seek(words, form, place, quotes)
            if start >= 0:
                place = start + len(form)
                found.append((start, place, kind, key))
    return tuple(found)


def _forms(slot: Slot, rest: str, wording: Wording, contact: str) -> list[tuple[str, str, str]]:
    """Kind, id and wording of each thing a slot names."""
    if slot.kind == "date" and contact:
        return [(CONTACT, contact, wording.write(slot, rest))]
    if slot.kind not in NAMED:
        return []
    return [
        (slot.kind, key, wording.write(replace(slot, value=key), rest).strip(MARKS)) for key in slot.value.split(",")
    ]


def _seek(words: str, form: str, place: int, quotes: Sequence[tuple[int, int]]) -> int:
    """Where a wording stands from a place on, its first letter great or small, outside quoted words; -1 for nowhere."""
    for wanted in (form, form[:1].upper() + form[1:]) if form else ():
        start = words.find(wanted, place)
        while start >= 0 and any(start < stop and first < start + len(form) for first, stop in quotes):
            start = words.find(wanted, start + 1)
        if start >= 0:
            return start
    return -1
