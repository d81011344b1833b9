"""A reader for tests that needs no facts: every paragraph is a statement, every "NATO" in it a mention."""

import re
from dataclasses import dataclass

from overtone.parcels import Read
from overtone.records import Document, Harvest, Mention, Reading, Statement


@dataclass(frozen=True)
class ParagraphReader:
    version: str = "paragraphs@1"

    def __call__(self) -> Read:
        return self.read

    def read(self, document: Document) -> Harvest:
        spans = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", document.text)]
        return Harvest(
            reading=Reading(
                document=document.id, reader=self.version, mentions=_mentions(document, 0), unread=(), notes=()
            ),
            statements=tuple(self._statement(document, start, stop) for start, stop in spans),
        )

    def _statement(self, document: Document, start: int, stop: int) -> Statement:
        return Statement(
            document=document.id,
            reader=self.version,
            start=start,
            stop=stop,
            speaker="",
            speaker_start=start,
            speaker_stop=start,
            actor=None,
            office=None,
            manner="direct",
            act="position",
            said_on=document.published_on,
            lang=document.lang,
            venue="",
            place="",
            words=len(document.text[start:stop].split()),
            topics=("nato",) if "NATO" in document.text[start:stop] else (),
            mentions=tuple(m for m in _mentions(document, start) if m.stop <= stop),
        )


def _mentions(document: Document, since: int) -> tuple[Mention, ...]:
    found = re.finditer("NATO", document.text)
    return tuple(
        Mention(kind="bloc", target="nato", start=m.start(), stop=m.end()) for m in found if m.start() >= since
    )
