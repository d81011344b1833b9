"""Text made fit for the rules, and what was read in it put back on the published text.

Signs that nobody sees (zero-width spaces and joiners, soft hyphens, marks of direction, control signs) are left out,
letters written in two signs («й», «ў», accents) are made one (Unicode NFC), stress marks go, and letters of the other
alphabet inside a word become those they look like. Of endless runs of space or signs, and of endless "words", only the
ends are read, so that no rule meets them. The published text stays as it is: every span read from the clean text is
moved back to the place it has there. Not for repairing what a scan has misread.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import accumulate
from typing import TypeVar, cast

from overtone.language.folding import BELARUSIAN_SHAPES
from overtone.records import Document, Part, Statement

Record = TypeVar("Record")

# Left out: soft hyphens (with the line break they hyphenate), zero-width signs, signs of direction, control signs.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
_MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_ANY = re.compile(f"[{_UNSEEN}{_MARKS}]")
_STRANGE = re.compile(f"(?:\u00ad\n|[{_UNSEEN}])+|[^{_MARKS}]?[{_MARKS}]+")
_ENDLESS = re.compile(r"[\W_]{81,}|(?<!\S)\S{1001,}")
_SIGNS = re.compile(r"[\W_]{81}")
_WORD = 1000  # signs without a space; longer ones are endless
_ENDS = 40  # signs of an endless run that are kept at its beginning, and as many at its end
_MARK = re.compile(f"[{_MARKS}]")

_CYRILLIC = "\u0400-\u045f\u0490\u0491"
_CYRILLIC_RUN = re.compile(f"[{_CYRILLIC}]+")
_LATIN_RUN = re.compile("[A-Za-z]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_TO_CYRILLIC: dict[int, str] = dict(BELARUSIAN_SHAPES)
_TO_LATIN: dict[int, str] = {ord(twin): chr(letter) for letter, twin in _TO_CYRILLIC.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """A text fit for the rules, and where each stretch of it stands in the published one.

    Stretch n begins at `at[n]` and was `published[since[n] : until[n]]`: the same signs where the lengths agree, else
    one letter that was written in several.
    """

    text: str
    at: tuple[int, ...]
    since: tuple[int, ...]
    until: tuple[int, ...]

    def start(self, place: int) -> int:
        """Where a span that starts here starts in the published text."""
        number = bisect_right(self.at, place) - 1
        return self.since[number] + (place - self.at[number] if self._whole(number) else 0)

    def stop(self, place: int) -> int:
        """Where a span that stops here stops in the published text: unseen signs after its last letter stay out."""
        if place <= 0:
            return self.start(0)
        number = bisect_right(self.at, place - 1) - 1
        return self.since[number] + place - self.at[number] if self._whole(number) else self.until[number]

    def place(self, published: int) -> int:
        """Where a place of the published text lies in this one."""
        number = max(0, bisect_right(self.since, published) - 1)
        return self.at[number] + min(max(0, published - self.since[number]), self._length(number))

    def _whole(self, number: int) -> bool:
        return self._length(number) == self.until[number] - self.since[number]

    def _length(self, number: int) -> int:
        following = self.at[number + 1] if number + 1 < len(self.at) else len(self.text)
        return following - self.at[number]


def clean(text: str) -> Clean | None:
    """The clean text with the way back, or None where the text is clean as it stands, as most are."""
    plain = _same_letters(text)
    if not _ANY.search(plain) and not _is_endless(plain):
        return None if plain == text else Clean(text=plain, at=(0,), since=(0,), until=(len(text),))
    pieces = list(_pieces(plain)) or [("", len(plain), len(plain))]
    places = list(accumulate((len(piece) for piece, _, _ in pieces), initial=0))
    return Clean(
        text="".join(piece for piece, _, _ in pieces),
        at=tuple(places[:-1]),
        since=tuple(start for _, start, _ in pieces),
        until=tuple(stop for _, _, stop in pieces),
    )


def cleaned(document: Document) -> tuple[Document, Clean | None]:
    """The document with a clean text, its parts moved with it, and the way back; its id stays the same."""
    made = clean(document.text)
    if made is None:
        return document, None
    parts = tuple(Part(role=p.role, start=made.place(p.start), stop=made.place(p.stop)) for p in document.parts)
    return replace(document, text=made.text, parts=parts), made


def restored(record: Record, way: Clean | None, published: str) -> Record:
    """What was read in the clean text as spans of the published one; a speaker's name as it was printed there.

    For any record of a reading, or a tuple of them: all fields named `…start` and `…stop` are places.
    """
    return record if way is None else _moved(record, way, published)


def _moved(record: Record, way: Clean, published: str) -> Record:
    """A record, or a tuple of them, with every place in it moved."""
    if isinstance(record, tuple):
        return cast(Record, tuple(_moved(one, way, published) for one in record))
    if not is_dataclass(record) or isinstance(record, type):
        return record
    moved: dict[str, object] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name.endswith("start"):
            moved[field.name] = way.start(value)
        elif field.name.endswith("stop"):
            moved[field.name] = max(way.stop(value), cast(int, moved[field.name.removesuffix("stop") + "start"]))
        else:
            moved[field.name] = _moved(value, way, published)
    if isinstance(record, Statement):
        moved["speaker"] = published[cast(int, moved["speaker_start"]) : cast(int, moved["speaker_stop"])]
    return type(record)(**moved)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """The stretches that are kept, each with where it stood; of endless runs the ends, and that they break a line."""
    done = 0
    for found in _ENDLESS.finditer(text):
        start, stop = found.span()
        yield from _seen(text, done, start + _ENDS)
        if lines := found[0].count("\n"):
            yield "\n" * min(lines, 2), start + _ENDS, stop - _ENDS
        done = stop - _ENDS
    yield from _seen(text, done, len(text))


def _seen(text: str, done: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The stretches of seen signs; marks that make no letter with the one before them are left out."""
    for found in _STRANGE.finditer(text, done, end):
        start, stop = found.span()
        if start > done:
            yield text[done:start], done, start
        if _MARK.search(found[0]) and (kept := _MARK.sub("", unicodedata.normalize("NFC", found[0]))):
            yield kept, start, stop
        done = stop
    if done < end:
        yield text[done:end], done, end


def _is_endless(text: str) -> bool:
    return max(map(len, text.split()), default=0) > _WORD or _SIGNS.search(text) is not None


def _same_letters(text: str) -> str:
    """The text with each word in one alphabet, where the letters of the other only look like its own."""
    if text.isascii() or not _CYRILLIC_RUN.search(text):
        return text
    rarer = _LATIN_RUN if text.count("а") + text.count("о") > text.count("e") else _CYRILLIC_RUN
    pieces: list[str] = []
    done = 0
    for found in rarer.finditer(text):
        start, stop = found.span()
        if start < done or not (text[start - 1 : start].isalpha() or text[stop : stop + 1].isalpha()):
            continue
        while start > done and text[start - 1].isalpha():
            start -= 1
        word = _LETTERS.match(text, start)
        if word is not None:
            pieces += [text[done:start], _one_alphabet(word[0])]
            done = word.end()
    return "".join([*pieces, text[done:]]) if pieces else text


def _one_alphabet(word: str) -> str:
    """A word of two alphabets in the one whose letters the others look like; as it is where that cannot be told."""
    cyrillic = [letter for letter in word if "\u0400" <= letter <= "\u04ff"]
    latin = len(word) - len(cyrillic)
    to_latin = all(ord(letter) in _TO_LATIN for letter in cyrillic)
    to_cyrillic = all(ord(letter) in _TO_CYRILLIC for letter in word if letter not in cyrillic)
    if to_cyrillic and (not to_latin or len(cyrillic) > latin):
        return word.translate(_TO_CYRILLIC)
    if to_latin and (not to_cyrillic or latin > len(cyrillic)):
        return word.translate(_TO_LATIN)
    return word
