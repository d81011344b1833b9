"""Quotations of a portrait: one sentence a statement, of a length that can be read."""

from collections.abc import Iterable, Iterator

from overtone.assess.material import LONGEST_QUOTE, SHORTEST_QUOTE, Material, sentence_around
from overtone.assess.speech import attributed
from overtone.records import Evidence, Finding, Statement


def newest(material: Material, said: Iterable[Statement], about: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """A quotation of each statement, the newest first; `about`: what its sentence should speak of."""
    for statement in sorted(said, key=lambda s: (s.said_on, s.id), reverse=True):
        piece = telling(material, statement, about)
        if piece is not None:
            yield attributed(material, statement, piece)


def telling(material: Material, statement: Statement, about: frozenset[str] = frozenset()) -> Evidence | None:
    """The sentence of a statement that names most of what is asked for; None where none can be quoted whole."""
    wanted = about or frozenset(m.target for m in statement.mentions)
    found = material.sentence_with(statement, wanted) if wanted else None
    if found is None and not about:
        text = material.documents[statement.document].text
        first, last = sentence_around(text, statement.lang, statement.start, statement.start, statement.stop)
        found = Evidence(document=statement.document, start=first, stop=last, row=statement.id)
    if found is None or not SHORTEST_QUOTE <= found.stop - found.start <= 2 * LONGEST_QUOTE:
        return None
    return found
