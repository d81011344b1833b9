"""The plain part of a mail: lines that any program shows, every address on a line of its own and never broken."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import TextWrapper
from typing import Any

from overtone.publish.notes import Line, Listed, Passage
from overtone.publish.rendering import shown
from overtone.publish.words import Words

WIDTH = 72
MARKS = {"improved": "▲", "worsened": "▼", "unchanged": "=", "cannot-say": "○"}
_WRAP = TextWrapper(width=WIDTH, break_long_words=False, break_on_hyphens=False)
_ITEM = TextWrapper(
    width=WIDTH, initial_indent="* ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
)


def weekly_text(values: Mapping[str, Any], lead: int, listed: int) -> bytes:
    """A week as plain text, with so many sentences of each lead and lines of each register."""
    words: Words = values["words"]
    blocks = [
        f"Overtone · {words.say('desk.name')}",
        _filled(f"{words.say('edition.kind')} · {values['title']}"),
        _filled(values["summary"]),
        _filled(values["cut"]),
        f"{words.say('mail.open')}:\n{values['about']}",
    ]
    if values["silent"]:
        blocks.append(_filled(words.say("edition.empty")))
    for passage in values["passages"]:
        blocks += _theme(passage, words, values["about"], lead)
    for register in values["registers"]:
        blocks += _list(register, words, values["about"], listed)
    if values["limits"]:
        blocks += [_heading(words.say("mail.limits")), *_items(values["limits"][:listed])]
        blocks.append(f"{values['about']}#limits")
    return _sent([*blocks, *_foot(values, "mail.why")])


def correction_text(values: Mapping[str, Any]) -> bytes:
    """A correction as plain text."""
    words: Words = values["words"]
    blocks = [
        f"Overtone · {words.say('desk.name')}",
        _heading(words.say("mail.correction-subject", title=values["title"])),
        _filled(values["dated"]),
        *map(_filled, values["lines"]),
        f"{words.say('mail.correction-open')}:\n{values['about']}",
    ]
    return _sent([*blocks, *_foot(values, "mail.correction-why")])


def _theme(passage: Passage, words: Words, about: str, lead: int) -> Iterator[str]:
    section = passage.section
    yield _heading(f"{section.name}: {MARKS.get(section.verdict, '·')} {section.verdict_words}")
    yield _filled(passage.headline.words)
    yield _filled(passage.ground.words)
    told = [line.words for line in passage.lead[:lead]]
    if told:
        yield _filled(" ".join(told))
    yield f"{words.say('mail.theme')}:\n{about}#t-{section.theme}"


def _list(register: Listed, words: Words, about: str, listed: int) -> Iterator[str]:
    if not register.lines:
        return
    yield _heading(words.say(f"register.{register.key}"))
    yield from _items(register.lines[:listed])
    left = len(register.lines) - listed + register.more
    label = words.say("mail.more", n=left) if left > 0 else f"{words.say('mail.list')}:"
    yield f"{label}\n{about}#r-{register.key}"


def _items(lines: Iterable[Line]) -> Iterator[str]:
    yield "\n".join(_ITEM.fill(_one_line(line.words)) for line in lines)


def _foot(values: Mapping[str, Any], why: str) -> Iterator[str]:
    words: Words = values["words"]
    yield "-" * WIDTH
    yield _filled(words.say(why))
    yield f"{words.say('mail.unsubscribe')}. {words.say('mail.unsubscribe-how')}\n{values['unsubscribe']}"
    yield f"{words.say('mail.browser')}:\n{values['own']}"
    yield f"{words.say('mail.archive')}:\n{values['shelf']}"
    yield _filled(words.say("mail.private"))
    yield "\n".join(_filled(line) for line in values["imprint"])


def _heading(words: str) -> str:
    """A heading with a rule under it, as long as its longest line."""
    filled = _filled(words)
    return f"\n{filled}\n{'=' * max(map(len, filled.splitlines()), default=0)}"


def _filled(words: str) -> str:
    return _WRAP.fill(_one_line(words))


def _one_line(words: str) -> str:
    return " ".join(shown(words).split())


def _sent(blocks: Iterable[str]) -> bytes:
    """Blocks with an empty line between them; those that say nothing are left out."""
    return ("\n\n".join(block for block in blocks if block) + "\n").encode("utf-8", "replace")
