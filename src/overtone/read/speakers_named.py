"""Who speaks where the source itself says so: a name in a field of its own, beside a body without labels.

Not for several names: who of them says what is not told.
"""

import re
from datetime import date

from overtone.read.labels import name_key
from overtone.read.speakers import Book
from overtone.read.speakers_spelling import sound
from overtone.read.transcripts_address import is_spoken

LONG = 300  # characters: a shorter body that is not in the first person describes
_OPENING = 300  # characters in which a text about somebody names him
_QUOTED = re.compile(r"\A[\s*]*[\"“«„][^\"“”«»]*[\"”»“][\s.*]*\Z")


def only_name(stated: str | None) -> str:
    """The one name a source states as speaker; empty where it states none or several."""
    names = [name.strip() for name in re.split(r"[,;\n]", stated or "") if name.strip()]
    return names[0] if len(names) == 1 else ""


def bearer(name: str, names: Book, day: date) -> tuple[str | None, str | None]:
    """The actor with this full name, in whatever letters, and the main office of that day; None for one unknown."""
    actors = names.full.get(name_key(name)) or names.sounds.get(sound(name), ())
    if len(actors) != 1:
        return None, None
    held = names.registry.main_office(actors[0], day)
    return actors[0], held.id if held else None


def in_own_words(body: str, headline: str, name: str) -> bool:
    """Whether a body is what the named one says, and no line about it ("Briefing by …", a headline said twice)."""
    if not body.strip() or sound(body) == sound(headline):
        return False
    if _QUOTED.match(body):
        return True
    if sound(name).rpartition(" ")[2] in sound(body[:_OPENING]).split():
        return False
    return len(body) >= LONG or is_spoken(body)
