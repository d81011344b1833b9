"""What a text speaks of: topics by the desk's word lists, by a head over sentence embeddings, and where on the page.

A word of the list is evidence that can be shown, and comes first; the head finds what is said in other words, with a
score and no span of its own. Not for telling how much of a text a topic fills: `measure/shape.py` does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overtone.read.gazetteer import gazetteer
from overtone.read.topics_head import TopicHead
from overtone.records import Document, Mention
from overtone.registry import Registry

WORDS = "topic-words@1"
HEAD = "topic-head@1"
SHORTEST = 25  # characters under which an embedding says too little
BY_LINE = 140  # characters of the longest line that names who reports
# Who reports, alone in a line: an author, an agency in brackets or after a dash, a photographer.
REPORTS = re.compile(
    r"(?:^(?:By|Text|Photo|Author|Source|Автор|Текст|Фото|Источник|Аўтар|Тэкст|Фота|Крыніца)\b.{0,20}[:\s]\S)"
    r"|(?:^[^.!?]{0,80}[/(][A-ZА-ЯЁІЎ][\w’'-]*(?:[ .][A-ZА-ЯЁІЎ][\w’'-]*){0,2}[/)]\.?$)"
    r"|(?:^[A-ZА-ЯЁІЎ][\w ,.’'-]{2,60}\s[-–—/]\s?[A-ZА-ЯЁІЎ][\w’'-]*(?:[ /][A-ZА-ЯЁІЎ][\w’'-]*){0,3}\.?$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTopic:
    """A topic of a text and what it rests on: a span of the text, or the head's score where no word names it."""

    topic: str
    rule: str  # topic-words@1 | topic-head@1
    start: int = -1  # of the first word that names it; -1 where only the head found it
    stop: int = -1
    score: float = 1.0


def topics_of_text(
    text: str, lang: str, registry: Registry, *, head: TopicHead | None = None
) -> tuple[FoundTopic, ...]:
    """The topics of a text: those its words name, in order, then those the head alone finds, the surest first.

    Raises UsageError for a language the house does not speak.
    """
    names = gazetteer(registry, lang)
    found: dict[str, FoundTopic] = {}
    for start, stop, topic in names.find_topics(names.fold(text)):
        found.setdefault(topic, FoundTopic(topic=topic, rule=WORDS, start=start, stop=stop))
    return (*found.values(), *_by_head(text, lang, head, found))


def _by_head(text: str, lang: str, head: TopicHead | None, known: dict[str, FoundTopic]) -> Iterator[FoundTopic]:
    if head is None or len(text) < SHORTEST:
        return
    for topic, score in head.topics(text, lang):
        if topic not in known:
            yield FoundTopic(topic=topic, rule=HEAD, score=score)


def topics_by_position(document: Document, mentions: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """Each topic with each place of the page where a word names it: headline, lead, body or by-line; in text order.

    A by-line is a short line at the head or foot of the text that tells who reports. A document without parts is a
    headline (its first line) and a body.
    """
    places = [(mention.target, _position(document, mention.start)) for mention in mentions if mention.kind == "topic"]
    return tuple(dict.fromkeys(places))


def _position(document: Document, at: int) -> str:
    start = document.text.rfind("\n", 0, at) + 1
    stop = (document.text + "\n").find("\n", at)
    role = next((part.role for part in document.parts if part.start <= at < part.stop), "")
    if not role:
        role = "headline" if start == 0 and not document.parts else "body"
    return "by-line" if role != "headline" and _tells_who(document.text, start, stop) else role


def _tells_who(text: str, start: int, stop: int) -> bool:
    """Whether a line is short, among the first two or the last of the body, and tells who reports."""
    line = text[start:stop].strip()
    at_the_head = text[:start].count("\n") < 5 or not text[stop:].strip()
    return len(line) <= BY_LINE and at_the_head and REPORTS.search(line) is not None
